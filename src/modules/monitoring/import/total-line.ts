const totals =
  /^(?:разом|усього|всього|підсумок|загалом|razem|suma|ogółem|łącznie|total|sum|summe|gesamt|insgesamt|итого|всего)(?!\p{L})[\s:.]*[\d\s.,]*$/iu

/** A line below a list that adds it up: it begins so, and beside that there are only numbers. */
export function isTotal(cells: readonly string[]): boolean {
  const filled = cells.filter(cell => cell.trim() !== '')
  const others = filled.filter(cell => !totals.test(cell.trim()))
  return others.length < filled.length && others.every(cell => /^[\d\s.,%]+$/.test(cell))
}
