import { parseAccept } from 'hono/utils/accept'
import { isLocale, type Locale } from '#platform/i18n/index.ts'

/** The language of ours that a browser prefers; Ukrainian when it names none of them. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  const wanted = parseAccept(acceptLanguage ?? '').sort((a, b) => b.q - a.q)
  for (const { type } of wanted) {
    const language = type.split('-')[0]?.toLowerCase()
    if (isLocale(language)) return language
    // People who read Russian or Belarusian are better served by Ukrainian than by English.
    if (language === 'ru' || language === 'be') return 'uk'
  }
  return wanted.length > 0 ? 'en' : 'uk'
}
