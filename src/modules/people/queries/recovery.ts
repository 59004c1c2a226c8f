import { rows, type Tx } from '#platform/database/scope.ts'
import type { TeamKind } from '#platform/vault/index.ts'
import type { PersonFace } from './roles.ts'

const face = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'erased', ${alias}.erased_at is not null)`

/** A recovery of a team's keys as everybody concerned sees it. */
export type Recovery = {
  id: string
  team: TeamKind
  person: PersonFace
  asker: PersonFace
  askedAt: Temporal.Instant
  effectiveAt: Temporal.Instant
  ripe: boolean
  stopped: boolean
  completed: boolean
  /** Custodians who have handed over their share. */
  handed: string[]
}

const columns = `
  select y.id, t.kind as team, ${face('p')} as person, ${face('a')} as asker, y.asked_at as "askedAt",
    y.effective_at as "effectiveAt", y.effective_at <= clock_timestamp() as ripe, y.stopped_at is not null as stopped,
    y.completed_at is not null as completed, array(select vault.handed_by(y.id)) as handed
  from vault.recoveries y
    join vault.teams t on t.umbrella_id = y.umbrella_id and t.id = y.team_id
    join people.people p on p.id = y.account_id join people.people a on a.id = y.asked_by
  where y.umbrella_id = platform.current_umbrella()`

type Row = Omit<Recovery, 'askedAt' | 'effectiveAt'> & { askedAt: string; effectiveAt: string }

const inTime = (row: Row): Recovery => ({
  ...row,
  askedAt: Temporal.Instant.from(row.askedAt),
  effectiveAt: Temporal.Instant.from(row.effectiveAt),
})

/** The last recoveries, newest first. */
export const recoveries = async (tx: Tx): Promise<Recovery[]> =>
  (await rows<Row>(tx, 'people.recoveries', `${columns} order by y.asked_at desc, y.id limit 20`)).map(inTime)

/** One recovery; undefined when there is none. */
export const recovery = async (tx: Tx, id: string): Promise<Recovery | undefined> =>
  (await rows<Row>(tx, 'people.recovery', `${columns} and y.id = $1`, [id])).map(inTime)[0]

/** Who keeps the shares: none before the first appointment, fewer than three when somebody has gone. */
export const custodians = (tx: Tx): Promise<PersonFace[]> =>
  rows(
    tx,
    'people.custodians',
    `select p.id, p.name, p.erased_at is not null as erased
     from vault.custodians() c cross join unnest(c.accounts) as account join people.people p on p.id = account
     order by p.name, p.id`,
  )

const effective = `k.effective_at <= clock_timestamp() and (k.retired_at is null or k.retired_at > clock_timestamp())`

/** People with a key and without a role. That they act for three members the database says. */
export const custodianCandidates = (tx: Tx): Promise<PersonFace[]> =>
  rows(
    tx,
    'people.custodian-candidates',
    `select p.id, p.name, false as erased from people.affiliations f
       join people.people p on p.id = f.person_id join vault.keys k on k.account_id = p.id and ${effective}
     where f.umbrella_id = platform.current_umbrella() and p.erased_at is null
       and not exists (select from people.roles r where r.umbrella_id = f.umbrella_id and r.person_id = p.id and r.valid_until is null)
     order by p.name, p.id`,
  )

/** Who can be given a team's keys: people of these teams with a key. */
export const recoverablePeople = (
  tx: Tx,
  teams: readonly TeamKind[],
): Promise<(PersonFace & { team: TeamKind })[]> =>
  rows(
    tx,
    'people.recoverable-people',
    `select p.id, p.name, false as erased, r.role as team from people.roles r
       join people.people p on p.id = r.person_id join vault.keys k on k.account_id = p.id and ${effective}
     where r.umbrella_id = platform.current_umbrella() and r.valid_until is null and r.role = any ($1)
     order by r.role, p.name, p.id`,
    [teams],
  )

/** Names of people, in the order of their names. */
export const facesOf = (tx: Tx, people: readonly string[]): Promise<PersonFace[]> =>
  rows(
    tx,
    'people.faces',
    `select id, name, erased_at is not null as erased from people.people where id = any ($1::uuid[]) order by name, id`,
    [people],
  )
