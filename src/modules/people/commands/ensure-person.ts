import { sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Tx } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'

const address = z.email().max(254)

/**
 * The person with this address, made when there is none: an account that waits for its first sign-in, and a row without
 * a name. Only for the owner of the database. Throws OperatorProblem when it is no address.
 */
export async function ensurePerson(tx: Tx, mail: string, locale: Locale): Promise<string> {
  const email = mail.trim().toLowerCase()
  if (!address.safeParse(email).success) throw new OperatorProblem(`“${mail}” is no e-mail address.`)
  await tx.execute(sql`
    insert into accounts.users (id, email) values (${newId()}, ${email}) on conflict (email) do nothing`)
  const { rows } = await tx.execute<{ id: string }>(sql`select id from accounts.users where email = ${email}`)
  const { id } = rows[0]!
  await tx.execute(sql`
    insert into people.people (id, name, locale) values (${id}, '', ${locale}) on conflict (id) do nothing`)
  return id
}
