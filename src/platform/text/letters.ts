/** A table written as `letter:replacement` pairs; a pair with nothing after the colon drops the letter. */
export const tableOf = (pairs: string): ReadonlyMap<string, string> =>
  new Map(
    pairs
      .trim()
      .split(/\s+/)
      .map(pair => {
        const [letter = '', replacement = ''] = pair.split(':')
        return [letter, replacement]
      }),
  )

const cyrillic = tableOf(`
  а:a б:b в:v г:g ґ:g д:d е:e є:ie ж:z з:z и:i і:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:g
  ц:c ч:c ш:s щ:sc ъ: ы:i ь: э:e ю:iu я:ia
  ђ:d ѕ:dz ј:i љ:li њ:ni ћ:c џ:dz ѣ:e ә:a ө:o ү:u ұ:u қ:k ғ:g ң:n һ:g җ:z ҙ:z ҫ:s ҡ:k ҷ:c ҳ:g ӏ:
`)

const specialLatin = tableOf('ł:l đ:d ð:d ø:o ß:ss æ:ae œ:oe ı:i þ:th ħ:h ŋ:n ə:a ŧ:t ĸ:k')

const replacing = (table: ReadonlyMap<string, string>) => (text: string) =>
  Array.from(text, letter => table.get(letter) ?? letter).join('')

/** Lower-case Cyrillic without marks (й is и here) by sound, with the letters that spellings disagree on already folded together. */
export const latinOfCyrillic = replacing(cyrillic)

/** Lower-case Latin letters that do not decompose into a letter and a mark. */
export const latinOfSpecialLetters = replacing(specialLatin)
