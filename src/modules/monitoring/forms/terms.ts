import * as z from 'zod'
import { requiredLocalised } from '#modules/network/index.ts'
import { key } from '#platform/i18n/index.ts'

/** A word of the coalition's own; the code is written without its beginning. */
export const termForm = (list: string) =>
  z.object({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .default('')
      .transform(code => code.replace(/^OWN-/, ''))
      .refine(code => code !== '', { message: key('platform.form.missing'), abort: true })
      .refine(code => /^[A-Z0-9][A-Z0-9-]{0,23}$/.test(code), key('monitoring.vocabulary.codeShape')),
    label: requiredLocalised(120),
    definition: requiredLocalised(500),
    parent: z
      .string()
      .default('')
      .transform(code => code || undefined),
    layer:
      list === 'types'
        ? z.enum(['C', 'S', 'D'], key('platform.form.missing'))
        : z.undefined().catch(undefined),
  })
