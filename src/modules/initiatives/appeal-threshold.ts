/**
 * How many members an appeal needs: a share of the electorate, rounded up, and never fewer than the minimum. The database says
 * the same in `initiatives.appeal_threshold`.
 */
export const appealThreshold = (electorate: number, percent: number, minimum: number): number =>
  Math.max(minimum, Math.ceil((electorate * percent) / 100))
