import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { inScope, type Tx } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { ensurePerson } from './ensure-person.ts'

export type Founding = {
  slug: string
  /** Addresses of the first coordinators: at least two. */
  coordinators: readonly string[]
  /** Language of the first pages and mails. */
  locale: Locale
  /** IANA zone, until the first page says otherwise. */
  zone?: string
  /** Name in `locale`, until the first page says otherwise; the slug when left out. */
  name?: string
  /** First path segments below the language, which an umbrella would hide. */
  reserved: ReadonlySet<string>
}

const shape = /^[a-z][a-z0-9-]{1,62}$/

/** The addresses, folded, checked, each once. Throws OperatorProblem when fewer than two are left. */
function addressesOf(coordinators: readonly string[]): string[] {
  const addresses = [...new Set(coordinators.map(mail => mail.trim().toLowerCase()))]
  if (addresses.length < 2) {
    throw new OperatorProblem(
      'An umbrella begins with two coordinators, because important acts need two persons: give --coordinator twice, with two addresses.',
    )
  }
  return addresses
}

function checkSlug({ slug, reserved }: Founding): void {
  if (!shape.test(slug)) {
    throw new OperatorProblem(
      `“${slug}” cannot be an address: 2 to 63 small letters, digits and hyphens, beginning with a letter.`,
    )
  }
  if (reserved.has(slug))
    throw new OperatorProblem(`“${slug}” is taken by a page of the program: choose another word.`)
}

async function insertUmbrella(tx: Tx, id: string, { slug, name, locale, zone }: Founding): Promise<void> {
  const { rowCount } = await tx.execute(sql`
    insert into platform.umbrellas (id, slug, name, zone)
    values (${id}, ${slug}, ${JSON.stringify({ [locale]: name ?? slug })}::jsonb, ${zone ?? 'Europe/Kyiv'})
    on conflict (slug) do nothing`)
  if (!rowCount) throw new OperatorProblem(`There is an umbrella “${slug}” already.`)
}

async function appoint(tx: Tx, person: string): Promise<void> {
  await tx.execute(sql`
    insert into people.affiliations (umbrella_id, person_id) values (platform.current_umbrella(), ${person})`)
  await tx.execute(sql`
    insert into people.roles (umbrella_id, id, person_id, role)
    values (platform.current_umbrella(), ${newId()}, ${person}, 'coordinator')`)
}

/**
 * Founds an umbrella with its first coordinators, who complete it on its first page. Runs as the owner of the database.
 * Returns the umbrella and the persons; throws OperatorProblem for what whoever runs the command has to put right.
 */
export async function createUmbrella(
  owner: pg.Pool,
  founding: Founding,
): Promise<{ id: string; people: string[] }> {
  checkSlug(founding)
  const addresses = addressesOf(founding.coordinators)
  const id = newId()
  return inScope(owner, { umbrella: id, account: null }, 'write', async tx => {
    await insertUmbrella(tx, id, founding)
    const people: string[] = []
    for (const address of addresses) people.push(await ensurePerson(tx, address, founding.locale))
    for (const person of people) await appoint(tx, person)
    await record(tx, {
      action: 'people.umbrella_founded',
      subject: { type: 'umbrella', id },
      visibility: 'public',
      detail: { slug: founding.slug, coordinators: people.length },
    })
    return { id, people }
  })
}
