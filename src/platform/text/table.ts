/**
 * Rows of a small table kept in the source: one row a line, cells parted by `|`, blank lines ignored. A row with
 * another number of cells than `columns` is a mistake in the source and throws.
 */
export const tableRows = (table: string, columns: number): string[][] =>
  table
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => {
      const cells = line.split('|').map(cell => cell.trim())
      if (cells.length !== columns) throw new Error(`Not ${columns} cells: ${line}`)
      return cells
    })
