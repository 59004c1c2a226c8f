import { namesOf } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { found } from '#platform/http/errors.ts'
import { type FormResult, type FormValues, readForm } from '#platform/http/form.ts'
import type { Module } from '#platform/http/module.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { ProposedContent } from '../actions/propose-change.ts'
import { declaredRules } from '../declared-rules.ts'
import { newsForm } from '../forms/decisions.ts'
import { authoritativeOf, endForm, textForm, valueField, valuesForm } from '../forms/proposals.ts'
import { ProposalFormPage, type ProposalFormProps } from '../pages/proposal-form.tsx'
import { votingCapacities } from '../policy/procedures.ts'
import { type AgreedText, findAgreedText, inForce } from '../queries/agreed-texts.ts'
import { type RuleStanding, standingRules } from '../queries/coalition-rules.ts'
import type { ProposalView } from '../queries/proposals.ts'
import type { ProposalKind, RuleChange } from '../schema/proposals.ts'
import type { C } from './initiative-of.ts'

/** What is being written: a new proposal of a kind, about a text or not; or a proposal anew. */
export type Writing = {
  kind: ProposalKind
  text: number | null
  ends: boolean
  revises: ProposalView | null
  previous: AskedBefore | null
}

/** The decision about which a proposal asks again, what was proposed then, and for which members one can. */
export type AskedBefore = { id: string; number: number; able: readonly string[]; proposal: ProposalView }

export type WritingDesk = Writing & { rules: RuleStanding[]; changed: AgreedText | null }

/** What the form needs to know. A text that is not there, is of another kind or has ended leads nowhere: 404. */
export async function writingDesk(
  tx: Tx,
  modules: readonly Module[],
  writing: Writing,
): Promise<WritingDesk> {
  const rules = await standingRules(tx, declaredRules(modules))
  if (writing.text === null || writing.kind === 'values')
    return { ...writing, ends: false, rules, changed: null }
  const changed = found(await findAgreedText(tx, writing.text))
  found((changed.kind === writing.kind && inForce(changed)) || null)
  return { ...writing, rules, changed }
}

/** What was written, whichever kind it is. */
export type Written = {
  membership: string
  title: Localised
  reasons: Localised
  changes: RuleChange[] | null
  body: Localised | null
}

function completed<T extends Pick<Written, 'membership' | 'title' | 'reasons'>>(
  form: FormResult<T>,
  rest: (data: T) => Pick<Written, 'changes' | 'body'>,
): FormResult<Written> {
  if (!form.ok) return form
  const { membership, title, reasons } = form.data
  return { ...form, data: { membership, title, reasons, ...rest(form.data) } }
}

/** Reads the posted form as its kind asks. */
export async function readProposal(c: C, { kind, ends, rules }: WritingDesk): Promise<FormResult<Written>> {
  if (kind === 'values')
    return completed(await readForm(c, valuesForm(rules)), ({ changes }) => ({ changes, body: null }))
  if (ends) return completed(await readForm(c, endForm), () => ({ changes: null, body: {} }))
  return completed(await readForm(c, textForm), ({ body }) => ({ changes: null, body }))
}

/** The same with what is new, where members are asked again: every problem of both is told at once. */
export async function readNewProposal(
  c: C,
  desk: WritingDesk,
): Promise<FormResult<Written & { news: Localised | null }>> {
  const form = await readProposal(c, desk)
  if (!desk.previous) return form.ok ? { ...form, data: { ...form.data, news: null } } : form
  const said = await readForm(c, newsForm)
  if (form.ok && said.ok) return { ...form, data: { ...form.data, news: said.data.news } }
  const problems = [said, form].flatMap(part => (part.ok ? [] : part.problems))
  return { ok: false, values: form.values, problems }
}

/** What is proposed, as the action takes it. */
export function contentOf({ kind, changed, ends }: WritingDesk, { changes, body }: Written): ProposedContent {
  if (kind === 'values') return { kind, changes: changes ?? [] }
  const text = changed ? { id: changed.id, base: changed.versions[0]!.version } : null
  return { kind, text, body: body ?? {}, ends }
}

/** The language whose wording counts. */
export const countingLanguage = (c: C, { title, reasons, body }: Written): string =>
  authoritativeOf([title, reasons, ...(body && Object.keys(body).length > 0 ? [body] : [])], c.var.locale)

const parts = (field: string, value: Localised | null | undefined): FormValues =>
  Object.fromEntries(Object.entries(value ?? {}).map(([locale, text]) => [`${field}:${locale}`, text]))

function startingValues({ revises, previous, changed, rules, ends }: WritingDesk): FormValues {
  const values = Object.fromEntries(rules.map(({ key, value }) => [valueField(key), String(value)]))
  const earlier = revises ?? previous?.proposal
  if (earlier) {
    const proposed = (earlier.changes ?? []).map(({ key, to }) => [valueField(key), String(to)])
    return {
      ...values,
      ...Object.fromEntries(proposed),
      ...parts('title', earlier.title),
      ...parts('reasons', earlier.reasons),
      ...parts('body', earlier.body),
    }
  }
  const [newest] = changed?.versions ?? []
  return { ...values, ...parts('title', newest?.title), ...(ends ? {} : parts('body', newest?.body)) }
}

/** The page of the form, as it begins or with what it was told. */
export async function showProposalForm(
  c: C,
  desk: WritingDesk,
  shown: Pick<ProposalFormProps, 'problems' | 'refusal'> & { values?: FormValues } = {},
) {
  const { kind, ends, rules, changed, revises, previous } = desk
  const own = previous?.able ?? votingCapacities(c.var.viewer).map(({ membership }) => membership)
  const members = await c.var.read(tx => namesOf(tx, revises ? [revises.membershipId] : own))
  const title = changed ? c.var.i18n.text(changed.versions[0]!.title).value : ''
  const page = (
    <ProposalFormPage
      kind={kind}
      ends={ends}
      rules={rules}
      members={members}
      text={changed && { number: changed.number, title }}
      previous={previous?.number ?? null}
      revises={revises && { number: revises.number, version: revises.version }}
      {...shown}
      values={shown.values ?? startingValues(desk)}
    />
  )
  return c.var.page(page, { status: shown.refusal ? 409 : shown.problems ? 422 : 200 })
}
