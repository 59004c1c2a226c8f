import { sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { HomeItem, HomePart } from '#platform/http/home-part.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import {
  endingMandates,
  waitingActs,
  waitingApplications,
  waitingMandates,
  waitingProfile,
} from './home-admission.ts'
import { appointmentsToAskAgain, waitingAgreements, waitingMatches } from './home-cooperation.ts'
import { waitingOrganisationProfiles, waitingProposals, waitingUnions } from './home-organisations.ts'
import { waitingMerges } from './home-records.ts'
import { memberName, type NamedMember } from './member-name.ts'

/**
 * Everything of this room that can wait for somebody inside, in the order of the page. A noun adds its part here; the rooms
 * above name theirs in their manifest.
 */
export const homeParts: readonly HomePart[] = [
  waitingApplications,
  waitingActs,
  waitingMandates,
  endingMandates,
  waitingAgreements,
  appointmentsToAskAgain,
  waitingMatches,
  waitingProfile,
  waitingProposals,
  waitingUnions,
  waitingMerges,
  waitingOrganisationProfiles,
]

const mine = sql`
  select m.membership_id as id, s.form, s.organisation_id
  from network.mandates m
  join network.memberships s on s.umbrella_id = m.umbrella_id and s.id = m.membership_id
  where m.umbrella_id = platform.current_umbrella() and m.person_id = platform.current_account() and m.status = 'confirmed'
    and m.valid_from <= network.today() and (m.valid_until is null or m.valid_until > network.today()) and s.status = 'active'
  union all
  select s.id, s.form, s.organisation_id from network.memberships s
  where s.umbrella_id = platform.current_umbrella() and s.person_id = platform.current_account() and s.status = 'active'`

/** A part of the home with what waits in it; parts with nothing are left out. */
export type WaitingPart = { part: HomePart; items: HomeItem[] }

/** The home: what waits, and the members for which the viewer acts. */
export type Home = { waiting: WaitingPart[]; members: NamedMember[] }

type Read = { members: NamedMember[] } & Record<string, HomeItem[]>

// Planning so many parts takes longer than reading them: each combination that roles ask for is prepared once.
const dialect = new PgDialect()
const numbers = new Map<HomePart, number>()
const statements = new Map<string, { text: string; values: unknown[] }>()

function numberOf(part: HomePart): number {
  const known = numbers.get(part)
  if (known !== undefined) return known
  numbers.set(part, numbers.size)
  return numbers.size - 1
}

function statementFor(parts: readonly HomePart[]) {
  // PostgreSQL tells names apart by 63 characters: one bit for each part.
  const name = `home ${parts.reduce((set, part) => set | (1n << BigInt(numberOf(part))), 0n).toString(36)}`
  const known = statements.get(name)
  if (known) return { name, ...known }
  const members = sql`(select coalesce(json_agg(json_build_object('id', mine.id, 'name', ${memberName(sql`mine.id`)})
    order by mine.id), '[]'::json) from mine)`
  const entries = [
    sql`'members', ${members}`,
    ...parts.map(part => sql`${sql.raw(`'${part.key}'`)}, ${part.items}`),
  ]
  const { sql: text, params: values } = dialect.sqlToQuery(sql`
    with mine (id, form, organisation_id) as materialized (${mine})
    select json_build_object(${sql.join(entries, sql`, `)}) as value`)
  statements.set(name, { text, values })
  return { name, text, values }
}

/** What waits for the viewer, in one statement however many nouns contribute. */
export async function readHome(
  tx: Tx,
  viewer: Viewer,
  parts: readonly HomePart[] = homeParts,
): Promise<Home> {
  const shown = parts.filter(part => part.when?.(viewer) ?? true)
  const { name, text, values } = statementFor(shown)
  const found = await rows<{ value: Read }>(tx, name, text, values)
  const read = found[0]!.value
  const waiting = shown
    .map(part => ({ part, items: read[part.key] ?? [] }))
    .filter(({ items }) => items.length > 0)
  return { waiting, members: read.members }
}
