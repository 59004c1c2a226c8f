import type { Scope } from '#platform/database/scope.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import type { Platform } from '#platform/platform.ts'

/**
 * The umbrella of this address, with the rights of its longest-serving monitor: a command can do no more than the monitors
 * can, and opens nothing, for it has no key. The journal says beside it that a command did it.
 */
export async function monitorScope(
  { database }: Platform,
  slug: string,
): Promise<Scope & { umbrella: string }> {
  const { rows } = await database.owner.query<{ umbrella: string; account: string | null }>(
    `select u.id as umbrella, (select r.person_id from people.roles r
       where r.umbrella_id = u.id and r.role = 'monitor' and r.valid_until is null order by r.id limit 1) as account
     from platform.umbrellas u where u.slug = $1`,
    [slug],
  )
  const [found] = rows
  if (!found) throw new OperatorProblem(`There is no umbrella “${slug}”.`)
  if (!found.account)
    throw new OperatorProblem(
      `The umbrella ${slug} has no monitor: two coordinators give somebody that role, who then opens their vault once.`,
    )
  return found
}
