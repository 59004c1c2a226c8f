import type { MessageKey } from './keys.ts'
import type { Locale } from './locale.ts'

export type Catalogue = Readonly<Record<string, string>>
export type Catalogues = Readonly<Record<Locale, Catalogue>>

const registered = new Map<string, Catalogues>()
let generation = 0

/** Makes an area's messages known at run time; registering it again (reload while developing) replaces them. */
export function registerMessages(area: string, catalogues: Catalogues): void {
  registered.set(area, catalogues)
  generation += 1
}

/** Changes whenever messages were registered: caches made from them are stale then. */
export const messagesGeneration = (): number => generation

/** The text of a message as written, English where a translation is missing. Throws for an unknown key: a bug. */
export function messageSource(key: string, locale: Locale): { text: string; locale: Locale } {
  const dot = key.indexOf('.')
  const catalogues = registered.get(key.slice(0, dot))
  const name = key.slice(dot + 1)
  const text = catalogues?.[locale][name]
  if (text !== undefined) return { text, locale }
  const english = catalogues?.en[name]
  if (english === undefined) throw new Error(`No message is registered under the key ${key}`)
  return { text: english, locale: 'en' }
}

/** Whether a string is a registered message key, such as the message of a Zod issue. */
export function isMessageKey(value: string): value is MessageKey {
  const dot = value.indexOf('.')
  return registered.get(value.slice(0, dot))?.en[value.slice(dot + 1)] !== undefined
}
