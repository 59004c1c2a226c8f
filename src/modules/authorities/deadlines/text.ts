import type { Locale } from '#platform/i18n/index.ts'

/** What ships with the program is said in every language of the interface. */
export type Text = Record<Locale, string>
