import { tableOf } from './letters.ts'

/** Languages written in Cyrillic whose official Latin spelling we know; Polish is Latin already. */
export type SourceLanguage = 'uk' | 'be' | 'ru' | 'pl'

type Scheme = {
  letters: ReadonlyMap<string, string>
  /** Letters that are written in another way at the beginning of a word. */
  initial?: ReadonlyMap<string, string>
  /** Letters that are written in another way after a vowel, an apostrophe or a soft sign too. */
  afterVowel?: ReadonlyMap<string, string>
}

// Resolution of the Cabinet of Ministers of Ukraine No. 55 of 27 January 2010.
const ukrainian: Scheme = {
  letters: tableOf(`
    а:a б:b в:v г:h ґ:g д:d е:e є:ie ж:zh з:z и:y і:i ї:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts
    ч:ch ш:sh щ:shch ю:iu я:ia ь: ':
  `),
  initial: tableOf('є:ye ї:yi й:y ю:yu я:ya'),
}

// Instruction on transliterating Belarusian geographical names (2000, as changed in 2007).
const belarusian: Scheme = {
  letters: tableOf(`
    а:a б:b в:v г:h ґ:g д:d е:ie ё:io ж:ž з:z і:i й:j к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ў:ŭ ф:f х:ch ц:c ч:č
    ш:š ы:y ь:\u0301 э:e ю:iu я:ia ':
  `),
  afterVowel: tableOf('е:je ё:jo ю:ju я:ja'),
}

// Russian as in passports (ICAO Doc 9303).
const russian: Scheme = {
  letters: tableOf(`
    а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh
    щ:shch ъ:ie ы:y ь: э:e ю:iu я:ia
  `),
}

const schemes: Partial<Record<SourceLanguage, Scheme>> = { uk: ukrainian, be: belarusian, ru: russian }

/**
 * Official Latin spelling for showing a name to readers of Latin: Ukrainian by resolution 55/2010, Belarusian by the
 * national instruction, Russian as in passports, Polish unchanged. Letters that the scheme does not know stay.
 */
export function transliterate(text: string, from: SourceLanguage): string {
  const scheme = schemes[from]
  if (!scheme) return text
  const letters = Array.from(text.normalize('NFC').replace(/[’ʼ‘`]/g, "'"))
  const latin = letters.map((letter, index) => spell(letter, letters[index - 1], letters[index + 1], scheme))
  return (from === 'uk' ? joinZh(letters, latin) : latin).join('').normalize('NFC')
}

function spell(
  letter: string,
  before: string | undefined,
  after: string | undefined,
  scheme: Scheme,
): string {
  // An apostrophe that is not inside a Cyrillic word is a quotation mark.
  if (letter === "'" && !(isLetter(before) && isLetter(after))) return letter
  const small = letter.toLowerCase()
  const latin = tableFor(before, scheme).get(small) ?? scheme.letters.get(small)
  if (latin === undefined) return letter
  if (letter === small) return latin
  const shouting = isCapital(after) || (after === undefined && isCapital(before))
  return shouting ? latin.toUpperCase() : latin.slice(0, 1).toUpperCase() + latin.slice(1)
}

function tableFor(before: string | undefined, scheme: Scheme): ReadonlyMap<string, string> {
  if (!isLetter(before) && before !== "'") return scheme.initial ?? scheme.afterVowel ?? scheme.letters
  const opens = /[аеёіоуўыэюяь']/i.test(before ?? '')
  return opens ? (scheme.afterVowel ?? scheme.letters) : scheme.letters
}

// «зг» is zgh, so that it is not read as «ж».
const joinZh = (letters: string[], latin: string[]): string[] =>
  latin.map((spelled, index) => {
    if (!/г/i.test(letters[index] ?? '') || !/з/i.test(letters[index - 1] ?? '')) return spelled
    return spelled === 'H' ? 'GH' : 'gh'
  })

const isLetter = (letter: string | undefined): boolean => letter !== undefined && /\p{L}/u.test(letter)

const isCapital = (letter: string | undefined): boolean => letter !== undefined && /\p{Lu}/u.test(letter)
