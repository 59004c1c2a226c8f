import { randomInt } from 'node:crypto'

// Without 0 o 1 l i: they are written on paper and read in a hurry.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
const half = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')

/** Ten codes such as `k7m2p-x4tqr`, about 49 bits each. */
export const makeRecoveryCodes = (): string[] => Array.from({ length: 10 }, () => `${half()}-${half()}`)

/** A recovery code as it was made, from what a person typed; other text comes back unchanged but for spaces and case. */
export function normaliseRecoveryCode(typed: string): string {
  const plain = typed.toLowerCase().replace(/[\s-]/g, '')
  return plain.length === 10 ? `${plain.slice(0, 5)}-${plain.slice(5)}` : plain
}
