import { rows, type Tx } from '#platform/database/scope.ts'
import type { Consequence } from '#platform/http/module.ts'

/** What this room holds about a person in the umbrella of the transaction. */
export async function exportPeopleData(tx: Tx, person: string): Promise<Record<string, unknown>> {
  const [told] = await rows<Record<string, unknown>>(
    tx,
    'people.export',
    `select
       (select coalesce(json_agg(json_build_object('role', role, 'from', valid_from, 'until', valid_until) order by valid_from), '[]')
        from people.roles where umbrella_id = platform.current_umbrella() and person_id = $1) as roles,
       (select coalesce(json_agg(json_build_object('kind', kind, 'reason', reason, 'status', status, 'proposedAt', proposed_at)
          order by proposed_at), '[]')
        from people.acts where umbrella_id = platform.current_umbrella() and proposed_by = $1) as "actsProposed",
       (select coalesce(json_agg(json_build_object('kind', kind, 'status', status, 'decidedAt', decided_at) order by decided_at), '[]')
        from people.acts where umbrella_id = platform.current_umbrella() and decided_by = $1) as "actsDecided",
       (select coalesce(json_agg(json_build_object('purpose', purpose, 'sentAt', created_at) order by created_at), '[]')
        from people.invitations where umbrella_id = platform.current_umbrella() and invited_by = $1) as "invitationsSent",
       (select coalesce(json_agg(json_build_object('purpose', purpose, 'acceptedAt', accepted_at) order by accepted_at), '[]')
        from people.invitations where umbrella_id = platform.current_umbrella() and accepted_by = $1) as "invitationsAccepted"`,
    [person],
  )
  return told!
}

/** A coordinator leaves only when at least two others stay: one alone could confirm nothing. */
export async function peopleConsequences(tx: Tx, person: string): Promise<Consequence[]> {
  const [counted] = await rows<{ own: boolean; others: number }>(
    tx,
    'people.consequences',
    `select bool_or(person_id = $1) as own, count(*) filter (where person_id <> $1) as others from people.roles
     where umbrella_id = platform.current_umbrella() and role = 'coordinator' and valid_until is null`,
    [person],
  )
  if (!counted?.own) return []
  return counted.others < 2
    ? [{ message: 'people.erasure.lastCoordinator', blocks: true }]
    : [{ message: 'people.erasure.roleEnds' }]
}
