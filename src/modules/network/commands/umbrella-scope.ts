import type { Scope } from '#platform/database/scope.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import type { Platform } from '#platform/platform.ts'

/**
 * The umbrella of this address, with the rights of its longest-serving coordinator: a command can do no more than the
 * secretariat can. The journal says beside it that a command did it.
 */
export async function coordinatorScope(
  { database }: Platform,
  slug: string,
): Promise<Scope & { umbrella: string; country: string | null }> {
  const { rows } = await database.owner.query<{
    umbrella: string
    country: string | null
    account: string | null
  }>(
    `select u.id as umbrella, u.country, (
       select r.person_id from people.roles r
       where r.umbrella_id = u.id and r.role = 'coordinator' and r.valid_until is null order by r.id limit 1) as account
     from platform.umbrellas u where u.slug = $1`,
    [slug],
  )
  const [found] = rows
  if (!found) throw new OperatorProblem(`There is no umbrella “${slug}”.`)
  if (!found.account)
    throw new OperatorProblem(`The umbrella ${slug} has no coordinator in whose name to work.`)
  return found
}
