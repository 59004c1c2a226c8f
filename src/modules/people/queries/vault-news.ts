import { rows, type Tx } from '#platform/database/scope.ts'
import type { TeamKind } from '#platform/vault/index.ts'

/** Somebody of this umbrella to tell. `team` is null for coordinators, who are told of custodians. */
export type Concerned = { person: string; team: TeamKind | null }

/** Who seals to the own account's key here: the others of its teams, and coordinators where it keeps a share. */
export const whomKeyConcerns = (tx: Tx): Promise<Concerned[]> =>
  rows(
    tx,
    'people.whom-key-concerns',
    `select r.person_id as person, r.role as team from people.roles r
     where r.umbrella_id = platform.current_umbrella() and r.valid_until is null and r.person_id <> platform.current_account()
       and r.role in ('monitor', 'lawyer', 'operator')
       and vault.in_team(r.umbrella_id, r.role, platform.current_account())
     union all
     select r.person_id, null from people.roles r
     where r.umbrella_id = platform.current_umbrella() and r.valid_until is null and r.role = 'coordinator'
       and exists (select from vault.custodians() c where platform.current_account() = any (c.accounts))`,
  )

/** Whom a recovery concerns: the team, the coordinators, the custodians; each once. */
export async function whomRecoveryConcerns(tx: Tx, recovery: string): Promise<string[]> {
  const found = await rows<{ person: string }>(
    tx,
    'people.whom-recovery-concerns',
    `select r.person_id as person from people.roles r, vault.recoveries y
       join vault.teams t on t.umbrella_id = y.umbrella_id and t.id = y.team_id
     where y.umbrella_id = platform.current_umbrella() and y.id = $1
       and r.umbrella_id = y.umbrella_id and r.valid_until is null and r.role in ('coordinator', t.kind)
     union
     select unnest(c.accounts) from vault.custodians() c`,
    [recovery],
  )
  return found.map(({ person }) => person)
}
