const leastWords = 5
const leastCharacters = 20
const leastDifferent = 8

/** What somebody typed as their passphrase: phones add a blank at the end, and two where one was meant. */
export const tidyPassphrase = (typed: string): string => typed.normalize('NFKC').trim().replace(/\s+/g, ' ')

const charactersOf = (text: string) => [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment)

/**
 * Whether a passphrase withstands guessing on a stolen copy: five different words, or 20 characters, and not few signs over
 * and over. We keep no list of words in all three languages, so people choose their own.
 */
export function isStrongPassphrase(typed: string): boolean {
  const passphrase = tidyPassphrase(typed).toLowerCase()
  const characters = charactersOf(passphrase)
  const words = new Set(passphrase.split(' ').filter(word => word.length >= 3))
  const long = words.size >= leastWords || characters.length >= leastCharacters
  return long && new Set(characters).size >= leastDifferent
}
