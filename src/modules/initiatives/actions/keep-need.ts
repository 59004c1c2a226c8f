import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { ResourceKind } from '../schema/realisation.ts'

/** So much of something: people, places and hours are counted, money is in hundredths of its currency's unit. */
export type Resource = { kind: ResourceKind; amount: number; currency: string | null }

export type NeedFacts = Resource & { title: string; locale: string }

const ended = { ended_stays: 'initiatives.realisation.ended' } as const

/** The working group says what it takes. */
export const addNeed = (
  tx: Tx,
  { realisation, by, facts }: { realisation: string; by: string; facts: NeedFacts },
): Promise<Outcome> =>
  refusingWhenViolated(tx, ended, async () => {
    const id = newId()
    const { kind, title, locale, amount, currency } = facts
    await tx.execute(sql`
      insert into initiatives.realisation_needs (id, realisation_id, kind, title, content_locale, amount, currency, created_by)
      values (${id}, ${realisation}, ${kind}, ${title}, ${locale}, ${amount}, ${currency}, ${by})`)
    await record(tx, {
      action: 'initiatives.need_added',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { need: id, kind, title, amount, currency },
    })
    return { ok: true }
  })

type Place = { realisation: string; need: string; by: string }

/** Other words or another amount. What it is of, and the currency, stay: pledges answer it. */
export const changeNeed = (
  tx: Tx,
  { realisation, need, by, facts }: Place & { facts: Omit<NeedFacts, 'kind' | 'currency'> },
): Promise<Outcome> =>
  refusingWhenViolated(tx, ended, async () => {
    const { title, locale, amount } = facts
    const { rowCount } = await tx.execute(sql`
      update initiatives.realisation_needs n set title = ${title}, amount = ${amount},
        content_locale = case when n.title = ${title} then n.content_locale else ${locale} end
      where n.umbrella_id = platform.current_umbrella() and n.realisation_id = ${realisation} and n.id = ${need}
        and n.dropped_at is null`)
    if (!rowCount) return refuse('initiatives.need.dropped')
    await record(tx, {
      action: 'initiatives.need_changed',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { need, title, amount },
    })
    return { ok: true }
  })

/** It is not needed any more, or again after all; pledges that answered it stay. */
export const dropNeed = (
  tx: Tx,
  { realisation, need, by, dropped }: Place & { dropped: boolean },
): Promise<Outcome> =>
  refusingWhenViolated(tx, ended, async () => {
    const { rowCount } = await tx.execute(sql`
      update initiatives.realisation_needs set dropped_at = ${dropped ? sql`now()` : null}
      where umbrella_id = platform.current_umbrella() and realisation_id = ${realisation} and id = ${need}
        and (dropped_at is null) = ${dropped}`)
    if (!rowCount) return refuse('initiatives.need.dropped')
    await record(tx, {
      action: dropped ? 'initiatives.need_dropped' : 'initiatives.need_restored',
      member: by,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { need },
    })
    return { ok: true }
  })
