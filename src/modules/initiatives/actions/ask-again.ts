import { rows, type Tx } from '#platform/database/scope.ts'
import { createI18n, type Localised, locales } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { type Json, record } from '#platform/journal/record.ts'
import { type Outcome, type Refusal, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { askable } from '../policy/decisions.ts'
import type { DecisiveRules } from '../rules.ts'
import type { DecisionKind } from '../schema/decisions.ts'

/**
 * A decision about which members are asked again, and what is new since. Nothing is ever reopened. `appeal`: an appeal on
 * procedure leads to the question, and nobody has to back it.
 */
export type Previous = { decision: string; news: Localised; appeal?: true }

/** The members set a decision aside by an appeal on procedure: that is what is new. */
export const afterAppeal = (decision: string, appeal: number): Previous => ({
  decision,
  appeal: true,
  news: Object.fromEntries(
    locales.map(locale => [
      locale,
      createI18n(locale, 'UTC').t('initiatives.admission.news', { number: appeal }),
    ]),
  ),
})

type Found = { status: string; backing: number; same: boolean }

/** What is asked: the row that is decided about, its text, and the earlier decision. */
export type AskedAnew = {
  previous?: Previous | undefined
  kind: DecisionKind
  subject: string
  text: Record<string, Json>
}

/** The same text without a word about the earlier decision: it is asked about there. Other kinds have ways of their own. */
async function unlinked(tx: Tx, { kind, text }: AskedAnew, rules: DecisiveRules): Promise<Refusal[]> {
  if (!askable.includes(kind)) return []
  const [before] = await rows<{ number: number }>(
    tx,
    'decisions.decided-before',
    `select d.number from initiatives.decisions d
     where d.umbrella_id = platform.current_umbrella() and d.id = initiatives.decided_before($1, $2)`,
    [kind, JSON.stringify(text)],
  )
  if (!before) return []
  const needed = rules['decisions.cosponsors'].value
  return [refuse('initiatives.decision.sameTextUnlinked', { number: before.number, needed })]
}

/**
 * Everything that still stands in the way of asking again: the earlier decision is sealed, enough members back it, and a text
 * that was decided waits its time. A new round keeps the backing of the first. The database checks the same once more.
 */
export async function unmetForAsking(tx: Tx, asked: AskedAnew, rules: DecisiveRules): Promise<Refusal[]> {
  const { previous, kind, subject, text } = asked
  if (!previous) return unlinked(tx, asked, rules)
  if (previous.appeal) return []
  const days = rules['decisions.identical_text_days'].value
  const needed = rules['decisions.cosponsors'].value
  const [found] = await rows<Found>(
    tx,
    'decisions.previous',
    `select d.status, exists (select from initiatives.decisions e
         where e.umbrella_id = d.umbrella_id and e.id = initiatives.decided_before($2, $3)
           and now() < e.sealed_at + make_interval(hours => 24 * $4)) as same,
       (select count(*)::integer from initiatives.cosponsors c
         left join initiatives.decisions u on u.umbrella_id = c.umbrella_id and u.id = c.used_by
         where c.umbrella_id = d.umbrella_id and c.decision_id = d.id and c.withdrawn_at is null
           and (c.used_by is null or u.subject_id = $5 and u.status in ('void', 'cancelled'))
           and c.membership_id in (select network.voting_members(network.today()))) as backing
     from initiatives.decisions d where d.umbrella_id = platform.current_umbrella() and d.id = $1`,
    [previous.decision, kind, JSON.stringify(text), days, subject],
  )
  if (found?.status !== 'sealed') return [refuse('initiatives.decision.previousNotSealed')]
  const { backing, same } = found
  return [
    ...(backing < needed ? [refuse('initiatives.decision.tooFewBack', { backing, needed })] : []),
    ...(same ? [refuse('initiatives.decision.sameTextTooEarly', { days })] : []),
  ]
}

/** The backing of members is used up by the decision that they asked for. */
export async function useBacking(tx: Tx, previous: string, decision: string): Promise<void> {
  await rows(
    tx,
    'decisions.use-backing',
    `update initiatives.cosponsors set used_by = $2
     where umbrella_id = platform.current_umbrella() and decision_id = $1 and used_by is null and withdrawn_at is null`,
    [previous, decision],
  )
}

type Backing = { decision: string; membership: string }

/** A member wants the members to be asked again about something that was decided. */
export const backAskingAgain = (tx: Tx, { decision, membership }: Backing): Promise<Outcome> =>
  refusingWhenViolated(tx, { cosponsors_once: 'initiatives.decision.backedAlready' }, async () => {
    await rows(
      tx,
      'decisions.back',
      'insert into initiatives.cosponsors (id, decision_id, membership_id) values ($1, $2, $3)',
      [newId(), decision, membership],
    )
    await record(tx, {
      action: 'initiatives.asking_again_backed',
      member: membership,
      subject: { type: 'decision', id: decision },
      visibility: 'public',
    })
    return { ok: true }
  })

/** The member does not want that any more. */
export async function takeBackBacking(tx: Tx, { decision, membership }: Backing): Promise<Outcome> {
  const taken = await rows(
    tx,
    'decisions.take-back-backing',
    `update initiatives.cosponsors set withdrawn_at = now()
     where umbrella_id = platform.current_umbrella() and decision_id = $1 and membership_id = $2 and used_by is null
       and withdrawn_at is null returning id`,
    [decision, membership],
  )
  if (taken.length === 0) return refuse('initiatives.decision.notBacked')
  await record(tx, {
    action: 'initiatives.asking_again_taken_back',
    member: membership,
    subject: { type: 'decision', id: decision },
    visibility: 'public',
  })
  return { ok: true }
}
