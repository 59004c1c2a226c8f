import { randomBytes } from 'node:crypto'

const letters = 'abcdefghijklmnopqrstuvwxyz234567'

/** A hundred random bits. */
export const newToken = (): string => [...randomBytes(20)].map(byte => letters[byte % 32]).join('')

// RFC 5321 §4.5.3.1.1 leaves 64 signs before the @: `c-`, the slug, `-` and the token.
const longestSlug = 64 - 2 - 1 - 20

/** What stands for an umbrella in an address; of a long slug its beginning. */
export const slugPart = (slug: string): string => slug.slice(0, longestSlug)

/**
 * The umbrella stands in the address, so that a mail with a mistyped token still finds the people who can tell what it is
 * about, and one without an umbrella is refused while its sender's server still listens.
 */
export const addressOf = (slug: string, token: string, host: string): string =>
  `c-${slugPart(slug)}-${token}@${host}`

/** What an address names, whether it exists or not; null for any other address. */
export function namedBy(localPart: string): { slug: string; token: string } | null {
  const [, slug, token] = /^c-([a-z][a-z0-9-]{1,62})-([a-z2-7]{20})$/.exec(localPart) ?? []
  return slug && token ? { slug, token } : null
}
