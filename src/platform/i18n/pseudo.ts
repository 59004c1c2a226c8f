import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'

const accents: Record<string, string> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => [
    letter,
    [...'áƀćďéƒǵĥíĵķļḿńóƥɋŕšţúṽŵẋýžÁƁĆĎÉƑǴĤÍĴĶĻḾŃÓƤɊŔŠŢÚṼŴẊÝŽ'][index] ?? letter,
  ]),
)
const rightToLeft = '\u202e'
const endOfOverride = '\u202c'

/**
 * A right-to-left stand-in for a translation: accented, about twice as long, written backwards by a bidi override,
 * in brackets so that a cut-off text shows. Spaces at the ends stay outside the override.
 */
export function pseudoText(text: string): string {
  const [, before = '', body = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  if (body === '') return text
  const accented = [...body].map(letter => accents[letter] ?? letter).join('')
  return `${before}${rightToLeft}[${accented} ${accented}]${endOfOverride}${after}`
}

/** The pseudo-locale's form of an English ICU message; placeholders, plurals and tags keep working. */
export const pseudoMessage = (english: string): MessageFormatElement[] => parse(english).map(pseudoElement)

function pseudoElement(element: MessageFormatElement): MessageFormatElement {
  switch (element.type) {
    case TYPE.literal:
      return { ...element, value: pseudoText(element.value) }
    case TYPE.tag:
      return { ...element, children: element.children.map(pseudoElement) }
    case TYPE.plural:
    case TYPE.select:
      return {
        ...element,
        options: Object.fromEntries(
          Object.entries(element.options).map(([name, option]) => [
            name,
            { ...option, value: option.value.map(pseudoElement) },
          ]),
        ),
      }
    default:
      return element
  }
}
