import type { Context } from 'hono'
import * as z from 'zod'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { type FormValues, readForm } from '#platform/http/form.ts'
import { isId } from '#platform/http/params.ts'
import { uploaded } from './upload.ts'

/** What a new application starts with: contacts for members only, and work close to home. */
export const firstValues: FormValues = { emailFor: 'members', phoneFor: 'members', level: 'local' }

const longestText = 10_000
const mostEntries = 400

// A draft is kept as it was typed, right or wrong; only its size is limited.
function kept(values: FormValues): FormValues {
  const entries = Object.entries(values).slice(0, mostEntries)
  const cut = (value: string) => value.slice(0, longestText)
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      Array.isArray(value) ? value.slice(0, 100).map(cut) : cut(value ?? ''),
    ]),
  )
}

/** What the applicant wants: keep it, see it as members will, or choose for which organisation it is. */
export type DraftIntent = 'save' | 'review' | 'choose' | 'another'

const intents: readonly string[] = ['save', 'review', 'choose', 'another'] satisfies DraftIntent[]

/** The posted application, as it is typed so far. `file` is null when none was chosen now. */
export async function readDraft(
  c: Context<UmbrellaEnv>,
): Promise<{ values: FormValues; intent: DraftIntent; file: File | null }> {
  const form = await readForm(c, z.looseObject({}))
  const { intent, ownOrganisation, ...values } = form.values
  const chosen = intents.includes(String(intent)) ? (intent as DraftIntent) : 'save'
  if (chosen === 'choose') values.organisation = isId(ownOrganisation) ? ownOrganisation : ''
  if (chosen === 'another') values.organisation = ''
  if (chosen === 'review' && isId(values.sameAs)) values.organisation = values.sameAs
  if (chosen === 'review' && values.sameAs === 'none') values.organisation = ''
  return { values: kept(values), intent: chosen, file: await uploaded(c, 'file') }
}
