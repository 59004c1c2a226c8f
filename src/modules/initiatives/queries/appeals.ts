import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { AppealStatus } from '../schema/appeals.ts'
import type { DecisionOutcome, DecisionStatus } from '../schema/decisions.ts'
import { moment, speakerName } from './speaker.ts'

export type SignerView = { membershipId: string; member: Localised | null; signedAt: string }

export type AppealView = {
  id: string
  number: number
  status: AppealStatus
  /** Signatures were not enough when the time was over. */
  lapsed: boolean
  decisionId: string
  decision: number
  title: Localised
  secret: boolean
  membershipId: string
  member: Localised | null
  grounds: string
  locale: string
  needed: number
  until: string
  raisedAt: string
  standingAt: string | null
  closedAt: string | null
  answer: { number: number; status: DecisionStatus; outcome: DecisionOutcome | null } | null
  signers: SignerView[]
}

const signers = sql`(select coalesce(json_agg(json_build_object('membershipId', s.membership_id,
    'member', ${speakerName(sql`s.membership_id`)}, 'signedAt', ${moment(sql`s.signed_at`)}) order by s.signed_at, s.membership_id), '[]')
  from initiatives.appeal_signers s where s.umbrella_id = a.umbrella_id and s.appeal_id = a.id)`

const view = (which: SQL) => sql`
  select json_build_object('id', a.id, 'number', a.number, 'status', a.status,
    'lapsed', a.status = 'gathering' and now() >= a.until, 'decisionId', d.id, 'decision', d.number, 'title', d.title,
    'secret', d.secret, 'membershipId', a.membership_id, 'member', ${speakerName(sql`a.membership_id`)}, 'grounds', a.grounds,
    'locale', a.content_locale, 'needed', a.needed, 'until', ${moment(sql`a.until`)}, 'raisedAt', ${moment(sql`a.raised_at`)},
    'standingAt', ${moment(sql`a.standing_at`)}, 'closedAt', ${moment(sql`a.closed_at`)},
    'answer', (select json_build_object('number', r.number, 'status', r.status, 'outcome', r.outcome)
      from initiatives.decisions r where r.umbrella_id = a.umbrella_id and r.id = a.answer_id),
    'signers', ${signers}) as value
  from initiatives.appeals a
  join initiatives.decisions d on d.umbrella_id = a.umbrella_id and d.id = a.decision_id
  where a.umbrella_id = platform.current_umbrella() and ${which} order by a.number`

/** One appeal with who signed it, or undefined. */
export async function findAppeal(tx: Tx, number: number): Promise<AppealView | undefined> {
  const { rows } = await tx.execute<{ value: AppealView }>(view(sql`a.number = ${number}`))
  return rows[0]?.value
}

/** Appeals against one decision, in the order in which they were raised. */
export async function appealsAgainst(tx: Tx, decision: string): Promise<AppealView[]> {
  const { rows } = await tx.execute<{ value: AppealView }>(view(sql`a.decision_id = ${decision}`))
  return rows.map(({ value }) => value)
}

/** A sealed decision as somebody sees it who wants to appeal. */
export type Appealable = {
  id: string
  number: number
  title: Localised
  secret: boolean
  /** Until when one can appeal, and whether it is still time; null when one cannot at all. */
  until: string | null
  inTime: boolean
  needed: number
  /** Of the asked memberships, those that had a vote. */
  electors: string[]
}

export async function findAppealable(
  tx: Tx,
  number: number,
  memberships: readonly string[],
): Promise<Appealable | undefined> {
  const rule = (key: string) => sql`(d.rules #>> ${`{decisions.${key},value}`}::text[])::integer`
  const until = sql`d.sealed_at + make_interval(days => ${rule('appeal_days')})`
  const { rows } = await tx.execute<Appealable>(sql`
    select d.id, d.number, d.title, d.secret, case when a.able then to_json(${until}) #>> '{}' end as until,
      coalesce(a.able and now() < ${until}, false) as "inTime",
      coalesce(initiatives.appeal_threshold(d.electorate, ${rule('appeal_share_percent')}, ${rule('appeal_minimum')}), 0) as needed,
      array(select e.elector_id from initiatives.electors e where e.umbrella_id = d.umbrella_id and e.decision_id = d.id
        and e.elector_id = any (${sql.param(memberships)}::uuid[])) as electors
    from initiatives.decisions d, lateral (select d.status = 'sealed' and d.kind not in ('import', 'reversal') as able) a
    where d.umbrella_id = platform.current_umbrella() and d.number = ${number}`)
  return rows[0]
}
