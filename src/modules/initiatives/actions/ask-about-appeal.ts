import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { createI18n, type Localised, locales } from '#platform/i18n/index.ts'
import { type Json, record } from '#platform/journal/record.ts'
import { type DecisionNews, decisionSetAside } from '../events.ts'
import type { DecisionOutcome } from '../schema/decisions.ts'
import { adoptDecided, type DecidedText, decidedText, valueStands } from './adopt-change.ts'
import { openDecision } from './open-decision.ts'

type Appealed = {
  decision: string
  number: number
  secret: boolean
  outcome: DecisionOutcome
  text: unknown
  appeal: number
  grounds: string
  locale: string
  round: number
}

async function appealed(tx: Tx, appeal: string): Promise<Appealed> {
  const { rows } = await tx.execute<Appealed>(sql`
    select a.decision_id as decision, d.number, d.secret, d.outcome, d.text, a.number as appeal, a.grounds,
      a.content_locale as locale, (select count(*)::integer + 1 from initiatives.decisions r
        where r.umbrella_id = a.umbrella_id and r.subject_id = a.id) as round
    from initiatives.appeals a
    join initiatives.decisions d on d.umbrella_id = a.umbrella_id and d.id = a.decision_id
    where a.umbrella_id = platform.current_umbrella() and a.id = ${appeal}`)
  return rows[0]!
}

const inAll = (sentence: (t: ReturnType<typeof createI18n>['t']) => string): Localised =>
  Object.fromEntries(locales.map(locale => [locale, sentence(createI18n(locale, 'UTC').t)]))

// Values that still stand as the decision made them go back to what they were before it.
async function formerValues(tx: Tx, decision: string, { changes = [] }: DecidedText) {
  const back: { key: string; from: number; to: number }[] = []
  for (const { key, from, to } of changes)
    if (await valueStands(tx, decision, key)) back.push({ key, from: to, to: from })
  return back
}

type Former = { title: Localised; body: Localised; ends: boolean }

// The same for a text: its version before, or no text where there was none.
async function formerText(tx: Tx, decision: string, { agreed }: DecidedText): Promise<Json | null> {
  if (!agreed) return null
  const { rows } = await tx.execute<Former & { decision: string }>(sql`
    select title, body, ends, decision_id as decision from initiatives.agreed_versions
    where umbrella_id = platform.current_umbrella() and text_id = ${agreed.text} order by version desc limit 2`)
  const [newest, before] = rows
  if (newest?.decision !== decision) return null
  const { title, body, ends } = before ?? { title: newest.title, body: {}, ends: true }
  return { text: agreed.text, title, body, ends } as Json
}

async function textOf(tx: Tx, asked: Appealed): Promise<Record<string, Json>> {
  // A personal matter stays among members, and this decision is public.
  const text: Record<string, Json> = { appeal: asked.appeal, against: asked.number }
  if (!asked.secret) text.grounds = { [asked.locale]: asked.grounds }
  if (asked.outcome !== 'supported') return text
  const decided = decidedText.parse(asked.text)
  const changes = await formerValues(tx, asked.decision, decided)
  const agreed = await formerText(tx, asked.decision, decided)
  return { ...text, ...(changes.length > 0 ? { changes } : {}), ...(agreed ? { agreed } : {}) }
}

/** Puts a standing appeal to the members: a linked decision on whether the earlier one is set aside. */
export async function askAboutAppeal(tx: Tx, appeal: string): Promise<void> {
  const asked = await appealed(tx, appeal)
  const authoritative = locales.find(locale => locale === asked.locale) ?? 'en'
  const news = inAll(t => t('initiatives.appeal.news', { number: asked.appeal }))
  const outcome = await openDecision(tx, {
    kind: 'reversal',
    subject: appeal,
    title: inAll(t => t('initiatives.appeal.question', { number: asked.number })),
    text: await textOf(tx, asked),
    authoritative,
    secret: false,
    round: asked.round,
    previous: { decision: asked.decision, news, appeal: true },
    openedBy: null,
  })
  if (!outcome.ok) throw new Error(`appeal ${appeal} cannot be put to the members: ${outcome.reason}`)
}

/** The decision that answers an appeal is open. */
export async function appealAsked(tx: Tx, appeal: string, decision: string): Promise<void> {
  await tx.execute(sql`
    update initiatives.appeals set answer_id = ${decision}
    where umbrella_id = platform.current_umbrella() and id = ${appeal} and status = 'standing'`)
}

/** The members have answered. Upheld, the decision is set aside: values and texts that it adopted go back. */
export async function appealAnswered(
  tx: Tx,
  { appeal, answer, outcome }: { appeal: string; answer: string; outcome: DecisionOutcome },
): Promise<void> {
  const status = outcome === 'supported' ? 'upheld' : 'rejected'
  const { rows } = await tx.execute<DecisionNews & { secret: boolean }>(sql`
    update initiatives.appeals a set status = ${status}, closed_at = now()
    from initiatives.decisions d
    where a.umbrella_id = platform.current_umbrella() and a.id = ${appeal} and a.status = 'standing'
      and d.umbrella_id = a.umbrella_id and d.id = a.decision_id
    returning a.decision_id as decision, d.kind, d.subject_id as subject, d.secret`)
  const answered = rows[0]
  if (!answered) return
  await record(tx, {
    action: status === 'upheld' ? 'initiatives.appeal_upheld' : 'initiatives.appeal_rejected',
    subject: { type: 'appeal', id: appeal },
    visibility: answered.secret ? 'members' : 'public',
  })
  if (status === 'rejected') return
  await adoptDecided(tx, answer)
  const { decision, kind, subject } = answered
  await decisionSetAside.emit(tx, { decision, kind, subject })
}
