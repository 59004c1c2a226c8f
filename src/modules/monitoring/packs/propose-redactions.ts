/** What may tell who somebody is. */
export type FindingKind = 'email' | 'phone' | 'name' | 'house' | 'birth'

/** A place in a text that should perhaps not leave the house. */
export type Finding = { kind: FindingKind; text: string; start: number; end: number }

const email = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const phone = /(?<![\p{L}\p{N}])\+?\(?\d[\d\s()./\u2011-]{7,}\d(?!\p{N})/gu
const digitsOfPhone = { least: 9, most: 15 }

const number = String.raw`\d{1,4}[\s-]?(?:\p{L}(?!\p{L}))?(?:\s?[/-]\s?\d{1,4})?`
const streets =
  'вул|вулиц|просп|проспект|пров|провулк|бульв|бульвар|площ|ul|ulic|al|alej|alei|os|osiedl|pl|plac'
const houses = [
  new RegExp(
    String.raw`(?<!\p{L})(?:${streets})\p{L}{0,3}\.?\s+[^\n,.;\d]{2,40},?\s+(?:буд\.?\s*|nr\s+)?(${number})`,
    'dgu',
  ),
  new RegExp(
    String.raw`(?<!\p{L})(?:буд|будин\p{L}+|кв|квартир\p{L}+|lok|mieszkani\p{L}+|dom\p{L}*\s+nr|flat|apt)\.?\s*№?\s*(${number})`,
    'dgiu',
  ),
  // A street by its name alone, as people write addresses: the comma tells it from «Tuesday 17».
  new RegExp(String.raw`(?<!\p{L})\p{Lu}\p{L}{4,},\s?(${number})(?![\p{N}.:])`, 'dgu'),
  /(?<![\p{L}\p{N}])(\d{1,4}\p{L}?)\s+\p{Lu}\p{L}+\s+(?:Street|St|Road|Rd|Avenue|Lane|Square)(?!\p{L})/dgu,
]

const day = String.raw`(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\s\p{L}{3,12}\s(?:19|20)\d\d|(?:19|20)\d\d)`
const births = [
  new RegExp(String.raw`(?:народ\p{L}*|нар\.|urodz\p{L}*|ur\.|born|birth)[^\d\n]{0,25}?(${day})`, 'dgiu'),
  new RegExp(String.raw`(${day})\s*(?:р\.\s?н\.|р\.\s?нар|року\s+народження|roku\s+urodzenia)`, 'dgiu'),
]

const found = (kind: FindingKind, text: string, start: number): Finding => ({
  kind,
  text,
  start,
  end: start + text.length,
})

const whole = (text: string, kind: FindingKind, pattern: RegExp): Finding[] =>
  [...text.matchAll(pattern)].map(match => found(kind, match[0], match.index))

// The number alone: a street with its name may be what the authority has to know.
const inside = (text: string, kind: FindingKind, patterns: readonly RegExp[]): Finding[] =>
  patterns.flatMap(pattern =>
    [...text.matchAll(pattern)].map(match => found(kind, match[1]!.trimEnd(), match.indices![1]![0])),
  )

const isPhone = ({ text }: Finding) => {
  const digits = text.replaceAll(/\D/g, '').length
  return digits >= digitsOfPhone.least && digits <= digitsOfPhone.most
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\-]/g, String.raw`\$&`)

// Names have other endings in other cases: «Оксана» is «Оксані» in the next sentence.
function namePattern(word: string): RegExp {
  const kept = word.length > 5 ? word.slice(0, -2) : word.length > 3 ? word.slice(0, -1) : word
  return new RegExp(String.raw`(?<!\p{L})${escaped(kept)}\p{L}{0,4}(?!\p{L})`, 'gu')
}

const namesIn = (text: string, names: readonly string[]): Finding[] =>
  [...new Set(names.flatMap(name => name.split(/[^\p{L}’'-]+/u)))]
    .filter(word => /^\p{Lu}\p{L}{2,}/u.test(word))
    .flatMap(word => whole(text, 'name', namePattern(word)))

/**
 * What in a text may tell who somebody is, in the order in which it stands there: addresses, numbers, dates of birth, and the
 * names that were told. It knows forms, not people: somebody has to read the text all the same.
 */
export function proposeRedactions(text: string, names: readonly string[]): Finding[] {
  const all = [
    ...whole(text, 'email', email),
    ...inside(text, 'birth', births),
    ...whole(text, 'phone', phone).filter(isPhone),
    ...inside(text, 'house', houses),
    ...namesIn(text, names),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  let end = 0
  return all.filter(one => {
    if (one.start < end) return false
    end = one.end
    return true
  })
}

/** What stands in the place of something that was taken out. */
const takenOut = '[…]'

/** Takes some findings out of a text; `chosen` are texts that were found in it. */
export function takeOut(text: string, names: readonly string[], chosen: readonly string[]): string {
  return proposeRedactions(text, names)
    .filter(finding => chosen.includes(finding.text))
    .reduceRight((left, { start, end }) => left.slice(0, start) + takenOut + left.slice(end), text)
}
