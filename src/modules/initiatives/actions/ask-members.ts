import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Json } from '#platform/journal/record.ts'
import { type Refusal, refuse } from '#platform/refusal.ts'
import { type Held, holdInitiative } from '../queries/initiative.ts'
import { decisiveRules, ruleOf } from '../rules.ts'
import { type Previous, unmetForAsking } from './ask-again.ts'
import { openDecision } from './open-decision.ts'

type Readiness = { early: boolean; from: string; challenged: boolean; reads: string }

/** From when the members can be asked, whether a challenge of the scope waits, and since when the text reads as it does. */
async function readiness(tx: Tx, held: Held, days: number): Promise<Readiness> {
  const said = held.translations[held.authoritative]!.version
  const { rows } = await tx.execute<Readiness>(sql`
    select now() < t.from_when as early, to_json(t.from_when) #>> '{}' as "from",
      exists (select 1 from initiatives.scope_challenges s
        where s.umbrella_id = i.umbrella_id and s.initiative_id = i.id and s.answered_at is null and s.withdrawn_at is null) as challenged,
      (select to_json(v.made_at) #>> '{}' from initiatives.initiative_versions v
        where v.umbrella_id = i.umbrella_id and v.initiative_id = i.id and v.version = ${said}) as reads
    from initiatives.initiatives i,
      lateral (select i.discussion_since + make_interval(hours => 24 * ${days}::integer) as from_when) t
    where i.umbrella_id = platform.current_umbrella() and i.id = ${held.id}`)
  return rows[0]!
}

/** What exactly the members decide: the parts of the text in every language, in the order of reading. */
const decidedText = (held: Held): Record<string, Json> => ({
  title: { ...held.title } as Record<string, string>,
  ...(held.body as Record<string, Record<string, string>>),
})

const previousOf = ({ previousId, news }: Held): Previous | undefined =>
  previousId && news ? { decision: previousId, news } : undefined

/** Asked, or everything that stands in the way, the first of it as the reason. */
export type Asked = { ok: true; decision: string } | (Refusal & { unmet: Refusal[] })

const refusedBy = (unmet: [Refusal, ...Refusal[]]): Asked => ({ ...unmet[0], unmet })

/**
 * The initiator asks the members. Refused before the discussion has had its time, while a challenge of the scope waits for an
 * answer, and where members are asked again, until that is due: the person learns of all of it at once. A text that was
 * changed late is discussed on: the majority is not crossed before it was known long enough.
 */
export async function askMembers(tx: Tx, initiative: string): Promise<Asked> {
  const held = await holdInitiative(tx, initiative)
  if (held?.status !== 'discussion') return refusedBy([refuse('initiatives.asking.notDiscussed')])
  const rules = await decisiveRules(tx)
  const { value: days } = rules['decisions.discussion_days']
  const { early, challenged, reads } = await readiness(tx, held, days)
  const text = decidedText(held)
  const previous = previousOf(held)
  const again = { previous, kind: 'initiative' as const, subject: held.id, text }
  const unmet = [
    ...(early ? [refuse('initiatives.asking.tooEarly', { days })] : []),
    ...(challenged ? [refuse('initiatives.asking.scopeChallenged')] : []),
    ...(await unmetForAsking(tx, again, rules)),
  ]
  const [first, ...others] = unmet
  if (first) return refusedBy([first, ...others])
  const opened = await openDecision(tx, {
    ...{ kind: 'initiative', subject: held.id, title: held.title, text, secret: false },
    ...{ authoritative: held.authoritative, round: held.round, openedBy: held.membershipId },
    discussedSince: reads,
    ...(previous ? { previous } : {}),
  })
  return opened.ok ? { ok: true, decision: opened.id } : refusedBy([opened])
}

/** From which moment the initiator can ask the members (ISO). */
export async function askableFrom(tx: Tx, discussionSince: string): Promise<string> {
  const rule = await ruleOf(tx, 'decisions.discussion_days')
  return Temporal.Instant.from(discussionSince)
    .add({ hours: 24 * rule.value })
    .toString()
}
