import type { ToldReport } from './answers.ts'

/** What the monitors read: everything but the consents, which change and stand in a table of their own. */
export const sealedText = (locale: string, { uses: _, ...answers }: ToldReport): string =>
  JSON.stringify({ version: 1, locale, ...answers })
