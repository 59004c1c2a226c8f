import { randomBytes } from 'node:crypto'

// Crockford's base 32: nothing that is mistaken for another when it is read out.
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

/** Whether a text is the code of an incident, as far as its letters tell. */
export const isIncidentCode = (text: string): boolean => /^[0-9a-hjkmnp-tv-z]{10}$/.test(text)

/** A random name for an incident, 10 characters: a number counted up would tell how many there are. */
export const newIncidentCode = (): string =>
  Array.from(randomBytes(10), byte => letters[byte % letters.length]).join('')
