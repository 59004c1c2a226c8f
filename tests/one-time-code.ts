import { createOTP } from '@better-auth/utils/otp'

const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The bytes that an app keeps, of a secret as it is shown. */
export function decoded(secret: string): string {
  const bits = [...secret].map(letter => base32.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return (bits.match(/.{8}/g) ?? []).map(byte => String.fromCharCode(Number.parseInt(byte, 2))).join('')
}

/** The code that an app shows, `steps` half minutes from now. Codes are taken once, so tests look a step ahead. */
export function shownCode(secret: string, steps = 0): Promise<string> {
  return createOTP(decoded(secret)).hotp(Math.floor(Date.now() / 30_000) + steps)
}
