import { sql } from 'drizzle-orm'
import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { note } from './note.ts'

/** Sets how much one wants to read in a week, or nothing. Not journalled: it is nobody else's business. */
export async function setOwnLimit(tx: Tx, perWeek: number | null): Promise<void> {
  await tx.execute(
    perWeek === null
      ? sql`delete from monitoring.own_limits where person_id = platform.current_account()
          and umbrella_id = platform.current_umbrella()`
      : sql`insert into monitoring.own_limits (person_id, per_week) values (platform.current_account(), ${perWeek})
          on conflict (umbrella_id, person_id) do update set per_week = excluded.per_week`,
  )
}

const refusals = {
  own_open_coding: 'monitoring.welfare.refusal.notOpen',
  offered_to_monitor: 'monitoring.welfare.refusal.noMonitor',
  one_offer_of_a_coding: 'monitoring.welfare.refusal.offered',
  one_coding_each: 'monitoring.welfare.refusal.codesAlready',
} as const

/** Offers an open coding of one's own to a colleague. It stays one's own until they accept. */
export const offerCoding = (tx: Tx, coding: string, to: string): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const { rowCount } = await tx.execute(sql`
      insert into monitoring.coding_offers (id, coding_id, incident_id, from_id, to_id)
      select ${newId()}, c.id, c.incident_id, platform.current_account(), ${to} from monitoring.codings c
      where c.umbrella_id = platform.current_umbrella() and c.id = ${coding} and c.coder_id = platform.current_account()`)
    return rowCount === 0 ? refuse('monitoring.welfare.refusal.notOpen') : { ok: true }
  })

/** Takes an offer back, or says no to it. */
export async function dropOffer(tx: Tx, offer: string): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    delete from monitoring.coding_offers where umbrella_id = platform.current_umbrella() and id = ${offer}`)
  return rowCount === 0 ? refuse('monitoring.welfare.refusal.gone') : { ok: true }
}

/** Accepts: the colleague's coding is given back, and one's own begins without their codes. */
export const acceptOffer = (tx: Tx, offer: string): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const [found] = await rows<{ incident: string }>(
      tx,
      'monitoring.offered-incident',
      `select incident_id as incident from monitoring.coding_offers
       where umbrella_id = platform.current_umbrella() and id = $1`,
      [offer],
    )
    const [taken] = await rows<{ done: boolean }>(
      tx,
      'monitoring.take-over-coding',
      'select monitoring.take_over_coding($1) as done',
      [offer],
    )
    if (!found || !taken?.done) return refuse('monitoring.welfare.refusal.gone')
    await note(tx, 'monitoring.coding_handed_on', found.incident)
    return { ok: true }
  })

/** Forgets the limit somebody set themselves, and what was offered to them. */
export async function forgetWelfare(tx: Tx, person: string): Promise<void> {
  await tx.execute(sql`delete from monitoring.own_limits
    where umbrella_id = platform.current_umbrella() and person_id = ${person}`)
  await tx.execute(sql`delete from monitoring.coding_offers
    where umbrella_id = platform.current_umbrella() and ${person} in (from_id, to_id)`)
}
