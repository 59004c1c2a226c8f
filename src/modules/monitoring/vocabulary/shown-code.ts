/** A code as people read it: HURIDOCS counts in twelve digits, two a level, and leaves out the empty levels. */
export const shownCode = (code: string): string =>
  /^\d{12}$/.test(code) ? code.replace(/(00)+$/, '') || '00' : code

/** The code as it is stored, from the way people write it in a list of HURIDOCS. */
export const storedCode = (written: string): string =>
  /^(\d\d){1,6}$/.test(written) ? written.padEnd(12, '0') : written
