import * as z from 'zod'
import type { MessageKey } from '#platform/i18n/index.ts'

/** One of a list. Unlike an enum it lets the rest of the form be checked too: people see every problem at once. */
export const oneOf = <T extends string>(values: readonly T[], message: MessageKey) =>
  z
    .string()
    .default('')
    .refine(value => values.some(one => one === value), message)
    .transform(value => value as T)
