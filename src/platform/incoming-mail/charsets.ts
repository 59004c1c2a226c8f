/** Text out of bytes, and whether what the mail said about its encoding could be followed. */
export type Decoded = { text: string; charset: string; guessed: 'missing' | 'wrong' | null }

// In the order of trust where two read the same bytes equally well. KOI8-U holds all of KOI8-R that people write.
const singleByte = ['windows-1251', 'koi8-u', 'iso-8859-2', 'windows-1250', 'windows-1252'] as const

function decoderOf(label: string, fatal: boolean): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal })
  } catch {
    return null
  }
}

function strictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const isAscii = (bytes: Uint8Array) => bytes.every(byte => byte < 0x80 && byte !== 0)

const cyrillicLower = /[а-щьюяєіїґ]/u
const cyrillic = /[А-ЩЬЮЯЄІЇҐа-щьюяєіїґ]/u
const latinMarks = /[ąćęłńóśźżĄĆĘŁŃÓŚŹŻáéèêàçîíúýčďěňřšťůžäöüß]/u
const russian = /[ЁЪЫЭёъыэ]/u

type Likeness = { score: number; odd: number; signs: number }

function worth(sign: string, before: string): number {
  if (/\p{L}/u.test(sign) && /[a-z]/i.test(before) && !latinMarks.test(sign)) return -4
  if (cyrillicLower.test(sign)) return 3
  if (cyrillic.test(sign)) return cyrillicLower.test(before) ? -4 : 1
  if (russian.test(sign)) return 1
  if (latinMarks.test(sign)) return 2
  return /[«»“”„’–—№…]/u.test(sign) ? 1 : -4
}

// What people of this region write scores, what no letter holds costs: frames, signs, capitals inside of words, two scripts
// in one word.
function likeness(text: string): Likeness {
  const found = { score: 0, odd: 0, signs: 0 }
  let before = ''
  for (const sign of text.slice(0, 20_000)) {
    if (sign.charCodeAt(0) >= 0x80) {
      const value = worth(sign, before)
      found.score += value
      found.signs++
      if (value < 0) found.odd++
    }
    before = sign
  }
  return found
}

// A single oddity proves nothing, and a text in capitals is none: what the mail says of itself stands unless it can hardly be.
function canHardlyBe(said: Likeness, other: Likeness): boolean {
  return said.odd > 1 && said.score < 1.2 * said.signs && other.score >= 1.8 * other.signs
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const seen = bytes.subarray(0, 4000)
  // Spaces and line ends are in every text, and half of their bytes are nought.
  const noughts = (odd: 0 | 1) => seen.filter((byte, at) => at % 2 === odd && byte === 0).length
  const [even, odd] = [noughts(0), noughts(1)]
  const [most, all] = [Math.max(even, odd), even + odd]
  if (all < 2 || all < seen.length / 40 || most < 0.9 * all) return null
  return odd >= even ? 'utf-16le' : 'utf-16be'
}

function guess(bytes: Uint8Array): { text: string; charset: string } {
  const wide = utf16Of(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes), charset: wide }
  const utf8 = strictly(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, charset: 'utf-8' }
  const read = singleByte.map(charset => ({ text: new TextDecoder(charset).decode(bytes), charset }))
  const scores = read.map(({ text }) => likeness(text).score)
  return read[scores.indexOf(Math.max(...scores))]!
}

// What says of itself that it is wide, and is not, would read as Chinese.
function wideText(bytes: Uint8Array): Decoded | null {
  const known = utf16Of(bytes)
  if (!known && (bytes.length % 2 === 1 || strictly(bytes, 'utf-8') !== null)) return null
  const charsets = known ? [known] : ['utf-16le', 'utf-16be']
  const read = charsets.map(charset => ({ text: strictly(bytes, charset) ?? '', charset, guessed: null }))
  return read.toSorted((one, other) => likeness(other.text).score - likeness(one.text).score)[0]!
}

function asDeclared(bytes: Uint8Array, label: string): Decoded | null {
  const decoder = decoderOf(label, true)
  if (!decoder) return null
  const charset = decoder.encoding
  if (charset.startsWith('utf-16')) return wideText(bytes)
  if (/ascii/i.test(label) && !isAscii(bytes)) return null
  const text = strictly(bytes, label)
  if (text === null || utf16Of(bytes)) return null
  if (charset === 'utf-8') return { text, charset, guessed: null }
  // Letters beyond ASCII that are valid UTF-8 are UTF-8: by chance that happens to no text of a few words.
  if (!isAscii(bytes) && strictly(bytes, 'utf-8') !== null) return null
  if (canHardlyBe(likeness(text), likeness(guess(bytes).text))) return null
  return { text, charset, guessed: null }
}

/**
 * Decodes by what the mail says of itself where that can be; where it says nothing, says something unknown or something that
 * cannot be, by the best guess among the encodings that authorities of this region use.
 */
export function decodeText(bytes: Uint8Array, declared: string | null): Decoded {
  const label = declared?.trim() ?? ''
  if (!label && isAscii(bytes))
    return { text: new TextDecoder().decode(bytes), charset: 'utf-8', guessed: null }
  const said = label ? asDeclared(bytes, label) : null
  return said ?? { ...guess(bytes), guessed: label ? 'wrong' : 'missing' }
}
