import { IntlMessageFormat } from 'intl-messageformat'
import { intlTag, isPseudoLocale, type Locale, type PseudoLocale } from './locale.ts'
import { formatters } from './message-formatters.ts'
import { messageSource, messagesGeneration } from './messages.ts'
import { pseudoMessage, pseudoText } from './pseudo.ts'

type MessageValue = string | number | bigint | boolean | null | undefined
export type MessageValues = Readonly<Record<string, MessageValue>>

/** What a tag in a message becomes: `<link>rules</link>` with `{ link: inside => <a href=…>{inside}</a> }`. */
export type RichValues<T> = Readonly<Record<string, MessageValue | T | ((inside: (string | T)[]) => T)>>

type Compiled = string | IntlMessageFormat

// «31 березня 2026 р.» and «sp. z o.o.» end a sentence with the full stop that they have.
const withOneStop = (text: string): string => text.replace(/(?<=\p{L})\.\.(?!\.)/gu, '.')

/** Messages of one language, compiled once each on first use. Not typed by key: `I18n.t` is. */
export function createTranslator(lang: Locale | PseudoLocale) {
  const compiled = new Map<string, Compiled>()
  let generation = messagesGeneration()

  const find = (key: string): Compiled => {
    if (generation !== messagesGeneration()) {
      compiled.clear()
      generation = messagesGeneration()
    }
    const known = compiled.get(key)
    if (known !== undefined) return known
    const fresh = compile(key, lang)
    compiled.set(key, fresh)
    return fresh
  }

  return {
    text(key: string, values?: MessageValues): string {
      const message = find(key)
      return typeof message === 'string' ? message : withOneStop(String(message.format(values)))
    },
    rich<T>(key: string, values: RichValues<T>): (string | T)[] {
      const message = find(key)
      if (typeof message === 'string') return [message]
      const parts = message.format<T>(values as Parameters<typeof message.format<T>>[0])
      return Array.isArray(parts) ? parts : [parts]
    },
  }
}

function compile(key: string, lang: Locale | PseudoLocale): Compiled {
  const pseudo = isPseudoLocale(lang)
  const source = messageSource(key, pseudo ? 'en' : lang)
  // Most messages are plain text and never reach the formatter.
  if (!/[{<']/.test(source.text)) return pseudo ? pseudoText(source.text) : source.text
  const tag = intlTag(source.locale)
  return new IntlMessageFormat(pseudo ? pseudoMessage(source.text) : source.text, tag, undefined, {
    formatters,
  })
}
