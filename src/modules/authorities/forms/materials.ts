import * as z from 'zod'
import { checkbox, isLanguageTag, optionalDay, requiredText } from '#modules/network/index.ts'
import type { FormValues } from '#platform/http/form.ts'
import { key } from '#platform/i18n/index.ts'
import type { MaterialView } from '../queries/materials.ts'
import { materialKinds } from '../schema/materials.ts'
import { oneOf } from './one-of.ts'

/** What a coordinator types of a material; the file comes beside it. */
export const materialForm = z.object({
  kind: oneOf(materialKinds, 'authorities.material.kindMissing'),
  title: requiredText(300),
  lang: z.string().refine(isLanguageTag, key('platform.form.invalid')),
  onDay: optionalDay,
  description: z
    .string()
    .trim()
    .max(5000)
    .default('')
    .transform(text => text.replace(/\r\n?/g, '\n')),
  url: z
    .string()
    .trim()
    .max(500)
    .default('')
    .refine(value => value === '' || /^https?:\/\/\S+$/.test(value), key('authorities.letter.linkWrong'))
    .transform(value => value || null),
  withoutFile: checkbox,
  seen: z.coerce.number().int().catch(0),
})
export type MaterialFacts = z.output<typeof materialForm>

export const materialWithdrawal = z.object({ reason: requiredText(2000) })

/** What the form shows of a material that there is. */
export const materialValues = (material: MaterialView): FormValues => ({
  ...{ kind: material.kind, title: material.title, lang: material.lang, onDay: material.onDay ?? '' },
  ...{ description: material.description, url: material.url ?? '', seen: String(material.version) },
})

/** Which materials are asked for: `body` and `kind` as they are typed in the address. */
export const readMaterialsAsk = (query: Record<string, string | undefined>) => ({
  kind: materialKinds.find(kind => kind === query.kind) ?? null,
  body: z.uuid().safeParse(query.body).data ?? null,
  from: /^\d{1,5}$/.test(query.from ?? '') ? Number(query.from) : 0,
})
export type MaterialsAsk = ReturnType<typeof readMaterialsAsk>
