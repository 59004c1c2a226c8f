import type { Locale } from '#platform/i18n/index.ts'

/**
 * The name of a body `b` that a reader is shown, as their language sorts it. After their own language the next best: the
 * order of platform/i18n/localised.ts.
 */
export const bodyNameIn: Record<Locale, string> = {
  uk: `network.text_for(b.name, '{uk,en,pl}') collate "uk-x-icu"`,
  pl: `network.text_for(b.name, '{pl,en,uk}') collate "pl-x-icu"`,
  en: `network.text_for(b.name, '{en,uk,pl}') collate "en-x-icu"`,
}
