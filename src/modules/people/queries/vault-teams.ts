import { rows, type Tx } from '#platform/database/scope.ts'
import type { TeamKind } from '#platform/vault/index.ts'
import type { PersonFace } from './roles.ts'

/** A team as its page knows it. `generation` is the key in use: null before the first one, and until the next is made. */
export type TeamFace = {
  kind: TeamKind
  id: string | null
  people: number
  generation: number | null
  since: Temporal.Instant | null
}

/** The three teams of the umbrella, also those that have nobody yet. */
export async function teamFaces(tx: Tx): Promise<TeamFace[]> {
  const faces = await rows<Omit<TeamFace, 'since'> & { since: string | null }>(
    tx,
    'people.team-faces',
    `select k.kind, t.id, g.generation, g.created_at as since,
       (select count(*)::int from people.roles r where r.umbrella_id = platform.current_umbrella() and r.role = k.kind
         and r.valid_until is null) as people
     from (values ('monitor', 1), ('lawyer', 2), ('operator', 3)) as k (kind, place)
       left join vault.teams t on t.umbrella_id = platform.current_umbrella() and t.kind = k.kind
       left join vault.team_keys g on g.umbrella_id = t.umbrella_id and g.team_id = t.id and g.retired_at is null
     order by k.place`,
  )
  return faces.map(face => ({
    ...face,
    since: face.since === null ? null : Temporal.Instant.from(face.since),
  }))
}

/** Somebody of a team. `key` counts now; `coming` is one that does not count yet. */
export type TeamPerson = PersonFace & {
  key: { id: string; fingerprint: string; since: string } | null
  coming: { fingerprint: string; from: string } | null
}

/** Everybody of a team, with the public half of their keys. */
export const teamPeople = (tx: Tx, kind: TeamKind): Promise<TeamPerson[]> =>
  rows(
    tx,
    'people.team-people',
    `select p.id, p.name, p.erased_at is not null as erased,
       (select json_build_object('id', k.id, 'fingerprint', k.fingerprint, 'since', k.effective_at) from vault.keys k
         where k.account_id = p.id and k.effective_at <= clock_timestamp()
           and (k.retired_at is null or k.retired_at > clock_timestamp())) as key,
       (select json_build_object('fingerprint', k.fingerprint, 'from', k.effective_at) from vault.keys k
         where k.account_id = p.id and k.effective_at > clock_timestamp()) as coming
     from people.roles r join people.people p on p.id = r.person_id
     where r.umbrella_id = platform.current_umbrella() and r.role = $1 and r.valid_until is null
     order by p.name, p.id`,
    [kind],
  )

/** Whether the umbrella has a recovery key, and how many of the team's keys are not sealed to it. */
export async function unrecoverable(tx: Tx, team: string): Promise<{ prepared: boolean; keys: number }> {
  const [found] = await rows<{ prepared: boolean; keys: number }>(
    tx,
    'people.unrecoverable',
    `select exists (select from vault.recovery_keys where umbrella_id = platform.current_umbrella() and retired_at is null) as prepared,
       (select count(*)::int from vault.not_recoverable($1)) as keys`,
    [team],
  )
  return found!
}

/** One look into a sealed record of a team. `person` is null when they were forgotten. */
export type TeamOpening = {
  id: string
  record: string
  reason: string
  openedAt: Temporal.Instant
  person: PersonFace | null
}

/** Who of a team looked into what, newest first; before the opening `before`. Row-level security shows it to the team alone. */
export async function teamOpenings(
  tx: Tx,
  team: string,
  limit: number,
  before: string | null,
): Promise<TeamOpening[]> {
  const openings = await rows<Omit<TeamOpening, 'openedAt'> & { openedAt: string }>(
    tx,
    'people.team-openings',
    `select o.id, o.record_id as record, o.reason, o.opened_at as "openedAt",
       case when p.id is not null then json_build_object('id', p.id, 'name', p.name, 'erased', p.erased_at is not null) end as person
     from vault.openings o left join people.people p on p.id = o.account_id
     where o.umbrella_id = platform.current_umbrella() and $1::uuid = any (o.team_ids)
       and ($3::uuid is null or (o.opened_at, o.id) < (select b.opened_at, b.id from vault.openings b
         where b.umbrella_id = o.umbrella_id and b.id = $3))
     order by o.opened_at desc, o.id desc limit $2`,
    [team, limit, before],
  )
  return openings.map(row => ({ ...row, openedAt: Temporal.Instant.from(row.openedAt) }))
}
