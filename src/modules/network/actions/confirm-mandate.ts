import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { mandateConfirmed } from '../emails/mandates.ts'
import { mandateChanged } from '../events.ts'
import { lockMember } from '../queries/lock-member.ts'
import type { MandateRole } from '../schema/memberships.ts'

type Proposed = {
  id: string
  role: MandateRole
  person: string
  from: string
  until: string | null
  replaces: string | null
  today: string
}
type Standing = {
  id: string
  person: string
  name: string | null
  role: MandateRole
  from: string
  hands_over: boolean
}

async function readProposed(tx: Tx, mandate: string): Promise<Proposed | undefined> {
  const { rows } = await tx.execute<Proposed>(sql`
    select m.id, m.role, m.person_id as person, m.replaces, m.valid_from as from, m.valid_until as until,
      network.today() as today
    from network.mandates m
    where m.umbrella_id = platform.current_umbrella() and m.id = ${mandate} and m.status = 'proposed'`)
  return rows[0]
}

// What stands in the way of the new mandate: another primary of the same days, and what the same person holds already.
async function readStanding(tx: Tx, membership: string, proposed: Proposed): Promise<Standing[]> {
  const { rows } = await tx.execute<Standing>(sql`
    select m.id, m.person_id as person, m.role, m.valid_from as from,
      (select p.name from people.people p where p.id = m.person_id) as name,
      coalesce(m.id = ${proposed.replaces}::uuid, false) or m.person_id = ${proposed.person} as hands_over
    from network.mandates m
    where m.umbrella_id = platform.current_umbrella() and m.membership_id = ${membership} and m.status = 'confirmed'
      and daterange(m.valid_from, m.valid_until, '[)') && daterange(${proposed.from}::date, ${proposed.until}::date, '[)')
      and (m.role = 'primary' and ${proposed.role} = 'primary' or m.person_id = ${proposed.person})`)
  return rows
}

async function endForSuccessor(tx: Tx, { id, from }: Standing, successorFrom: string): Promise<void> {
  await tx.execute(sql`
    update network.mandates
    set valid_until = greatest(${successorFrom}::date, ${from}::date), end_reason = 'handed_over',
      ended_by = platform.current_account(),
      status = case when ${successorFrom}::date <= network.today() then 'ended' else status end
    where umbrella_id = platform.current_umbrella() and id = ${id}`)
}

/**
 * The second person confirms: the mandate holds from now on, and the one it takes over from ends, in one act. Mandates of
 * one member are confirmed one after the other (lock on the membership); the constraint says the same for every writer.
 * Refused with the other's name when two primaries would overlap without a hand-over.
 */
export function confirmMandate(
  tx: Tx,
  { mandate, membership, as }: { mandate: string; membership: string; as: 'member' | 'coordinator' },
): Promise<Outcome> {
  const overlaps = {
    one_primary: 'network.mandate.primaryThere',
    one_mandate_per_person: 'network.mandate.personThere',
  } as const
  return refusingWhenViolated(tx, overlaps, async () => {
    await lockMember(tx, membership)
    const proposed = await readProposed(tx, mandate)
    if (!proposed) return refuse('network.mandate.decidedAlready')
    const standing = await readStanding(tx, membership, proposed)
    const other = standing.find(held => !held.hands_over)
    if (other) return refuse('network.mandate.primaryNamed', { name: other.name ?? '' })
    // A hand-over takes effect on the day it is confirmed at the earliest: who acted until then stays true.
    const from = standing.length > 0 && proposed.from < proposed.today ? proposed.today : proposed.from
    for (const held of standing) await endForSuccessor(tx, held, from)
    await tx.execute(sql`
      update network.mandates
      set status = 'confirmed', valid_from = ${from}::date, confirmed_by = platform.current_account(),
        confirmed_as = ${as}, confirmed_at = now()
      where umbrella_id = platform.current_umbrella() and id = ${mandate}`)
    await record(tx, {
      action: 'network.mandate_confirmed',
      member: membership,
      subject: { type: 'mandate', id: mandate },
      visibility: 'members',
      detail: { role: proposed.role, as, ended: standing.map(held => held.id) },
    })
    await mandateConfirmed(tx, { mandate, membership, ended: standing.map(held => held.person) })
    await mandateChanged.emit(tx, { membership, mandate })
    return { ok: true }
  })
}
