import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { PledgeStatus, ResourceKind } from '../schema/realisation.ts'
import { moment, speakerName } from './speaker.ts'

export type NeedView = {
  id: string
  kind: ResourceKind
  title: string
  contentLocale: string
  amount: number
  currency: string | null
  dropped: boolean
  /** Promised for it, kept or not yet; and what really came. */
  promised: number
  given: number
}

export type PledgeView = {
  id: string
  needId: string | null
  membershipId: string
  member: Localised | null
  partner: boolean
  kind: ResourceKind
  what: string
  contentLocale: string
  amount: number
  currency: string | null
  status: PledgeStatus
  given: number | null
  spent: number
  reason: string | null
  pledgedAt: string
}

export type ExpenseView = {
  id: string
  pledgeId: string
  member: Localised | null
  giver: Localised | null
  what: string
  contentLocale: string
  amount: number
  currency: string
  spentOn: string
  receiptId: string
  overReason: string | null
  struckAt: string | null
  strikeReason: string | null
}

/** Money in one currency, in hundredths of its unit. */
export type MoneySum = { currency: string; needed: number; promised: number; given: number; spent: number }

export type Resources = {
  needs: NeedView[]
  pledges: PledgeView[]
  expenses: ExpenseView[]
  money: MoneySum[]
}

const of = (realisation: string) =>
  sql`x.umbrella_id = platform.current_umbrella() and x.realisation_id = ${realisation}`

const needs = (realisation: string) => sql`(
  select coalesce(json_agg(json_build_object('id', x.id, 'kind', x.kind, 'title', x.title, 'contentLocale', x.content_locale,
      'amount', x.amount, 'currency', x.currency, 'dropped', x.dropped_at is not null,
      'promised', coalesce(p.promised, 0), 'given', coalesce(p.given, 0)) order by x.dropped_at is not null, x.created_at, x.id), '[]'::json)
  from initiatives.realisation_needs x
  left join lateral (select sum(p.amount) as promised, sum(p.given) as given from initiatives.pledges p
    where p.umbrella_id = x.umbrella_id and p.need_id = x.id and p.status <> 'withdrawn') p on true
  where ${of(realisation)})`

const pledges = (realisation: string) => sql`(
  select coalesce(json_agg(json_build_object('id', x.id, 'needId', x.need_id, 'membershipId', x.membership_id,
      'member', ${speakerName(sql`x.membership_id`)}, 'partner', s.form = 'agreement', 'kind', x.kind, 'what', x.what,
      'contentLocale', x.content_locale, 'amount', x.amount, 'currency', x.currency, 'status', x.status, 'given', x.given,
      'reason', x.reason, 'pledgedAt', ${moment(sql`x.pledged_at`)},
      'spent', (select coalesce(sum(e.amount), 0) from initiatives.expenses e
        where e.umbrella_id = x.umbrella_id and e.pledge_id = x.id and e.struck_at is null))
    order by x.status = 'withdrawn', x.pledged_at desc, x.id), '[]'::json)
  from initiatives.pledges x
  join network.memberships s on s.umbrella_id = x.umbrella_id and s.id = x.membership_id
  where ${of(realisation)})`

const expenses = (realisation: string) => sql`(
  select coalesce(json_agg(json_build_object('id', x.id, 'pledgeId', x.pledge_id, 'member', ${speakerName(sql`x.membership_id`)},
      'giver', ${speakerName(sql`p.membership_id`)}, 'what', x.what, 'contentLocale', x.content_locale, 'amount', x.amount,
      'currency', x.currency, 'spentOn', x.spent_on, 'receiptId', x.receipt_id, 'overReason', x.over_reason,
      'struckAt', ${moment(sql`x.struck_at`)}, 'strikeReason', x.strike_reason) order by x.spent_on desc, x.id desc), '[]'::json)
  from initiatives.expenses x
  join initiatives.pledges p on p.umbrella_id = x.umbrella_id and p.id = x.pledge_id
  where ${of(realisation)})`

// What was dropped, withdrawn or struck does not count.
const money = (realisation: string) => sql`(
  select coalesce(json_agg(json_build_object('currency', m.currency, 'needed', m.needed, 'promised', m.promised,
    'given', m.given, 'spent', m.spent) order by m.currency), '[]'::json)
  from (
    select y.currency, sum(y.needed) as needed, sum(y.promised) as promised, sum(y.given) as given, sum(y.spent) as spent
    from (
      select x.currency, x.amount as needed, 0 as promised, 0 as given, 0 as spent from initiatives.realisation_needs x
        where ${of(realisation)} and x.kind = 'money' and x.dropped_at is null
      union all
      select x.currency, 0, x.amount, coalesce(x.given, 0), 0 from initiatives.pledges x
        where ${of(realisation)} and x.kind = 'money' and x.status <> 'withdrawn'
      union all
      select x.currency, 0, 0, 0, x.amount from initiatives.expenses x where ${of(realisation)} and x.struck_at is null
    ) y group by y.currency
  ) m)`

/** `resourcesOf` as an SQL expression, for statements that read more. */
export const resourcesJson = (realisation: string) => sql`json_build_object('needs', ${needs(realisation)},
  'pledges', ${pledges(realisation)}, 'expenses', ${expenses(realisation)}, 'money', ${money(realisation)})`

/** What it takes, who gives it, what it was spent on, and the sums of it by currency. */
export async function resourcesOf(tx: Tx, realisation: string): Promise<Resources> {
  const { rows } = await tx.execute<{ value: Resources }>(sql`select ${resourcesJson(realisation)} as value`)
  return rows[0]!.value
}

/** The receipt of an expense of this realisation. */
export async function receiptFile(tx: Tx, realisation: string, expense: string): Promise<string | null> {
  const { rows } = await tx.execute<{ file: string }>(sql`
    select x.receipt_id as file from initiatives.expenses x where ${of(realisation)} and x.id = ${expense}`)
  return rows[0]?.file ?? null
}
