/**
 * More than half of all electors, in whole numbers: a tie fails, silence and abstention are not a yes. The database says
 * the same in `initiatives.is_majority`.
 */
export const isMajority = (yes: number, electorate: number): boolean => 2 * yes > electorate

/** How many must say yes. */
export const majorityOf = (electorate: number): number => Math.floor(electorate / 2) + 1

/** How many more must say yes; 0 when there is a majority. */
export const yesMissing = (yes: number, electorate: number): number =>
  Math.max(0, majorityOf(electorate) - yes)
