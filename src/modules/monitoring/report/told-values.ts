import type { FormValues } from '#platform/http/form.ts'
import type { SealedAnswers } from '../queries/reports.ts'

/** Sealed answers as the questions were answered, so that one page's words serve for both. */
export function valuesOfTold({ when, where, version: _, locale: __, ...answers }: SealedAnswers): FormValues {
  const { online, ...place } = where
  return { ...answers, ...(when as Record<string, string>), ...place, ...(online && { online: 'yes' }) }
}

/** Without who told it and how to reach them: whoever codes what happened need not know. */
export const withoutReporter = ({
  naming: _,
  name: __,
  contact: ___,
  safely: ____,
  ...values
}: FormValues): FormValues => values
