import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Locale, Localised } from '#platform/i18n/index.ts'
import { searchKey } from '#platform/text/index.ts'
import type { BodyKind, Jurisdiction } from '../schema/bodies.ts'
import { bodyNameIn } from './body-order.ts'

/** A public body in a list. */
export type BodyLine = {
  id: string
  name: Localised
  kind: BodyKind
  jurisdiction: Jurisdiction
  level: string
  country: string | null
  region: string | null
  town: string | null
  endedOn: string | null
}

/** What a list of public bodies is asked for; an empty part asks for nothing. */
export type BodiesAsk = {
  words: string
  kind: BodyKind | null
  country: string | null
  region: string | null
}

export const bodiesPageSize = 50

/** The columns of a line, of the table `b`. */
export const bodyLine = sql`b.id, b.name, b.kind, b.jurisdiction, b.level, b.country, b.region, b.town,
  b.ended_on as "endedOn"`

// One letter may be missing or doubled by folding, but every word has to stand somewhere in the key.
const wordsIn = (words: string): SQL[] =>
  searchKey(words)
    .split(' ')
    .filter(Boolean)
    .map(word => sql`b.search_key like ${`%${word}%`}`)

/** Public bodies that fit, those of today before those that ended, by the name that is read. `from` counts from zero. */
export async function findBodies(
  tx: Tx,
  ask: BodiesAsk,
  locale: Locale,
  from = 0,
): Promise<{ bodies: BodyLine[]; more: boolean }> {
  const conditions = [
    sql`true`,
    ...wordsIn(ask.words),
    ...(ask.kind ? [sql`b.kind = ${ask.kind}`] : []),
    ...(ask.country ? [sql`b.country = ${ask.country}`] : []),
    ...(ask.region ? [sql`b.region = ${ask.region}`] : []),
  ]
  const { rows } = await tx.execute<BodyLine>(sql`
    select ${bodyLine} from authorities.bodies b where ${sql.join(conditions, sql` and `)}
    order by b.ended_on is not null, ${sql.raw(bodyNameIn[locale])}, b.id limit ${bodiesPageSize + 1} offset ${from}`)
  return { bodies: rows.slice(0, bodiesPageSize), more: rows.length > bodiesPageSize }
}

/** A public body as its own page shows it. Days are ISO text. */
export type BodyView = BodyLine & {
  languages: string[]
  competences: string[]
  email: string | null
  postalAddress: string | null
  website: string | null
  phone: string | null
  scheme: string | null
  identifier: string | null
  foundedOn: string | null
  parent: { id: string; name: Localised } | null
  children: { id: string; name: Localised }[]
  version: number
  hasOfficers: boolean
  mine: boolean
  mayAlter: boolean
  keptBy: string | null
}

/** One public body; null when there is none. */
export async function findBody(tx: Tx, id: string): Promise<BodyView | null> {
  const { rows } = await tx.execute<BodyView>(sql`
    select ${bodyLine}, b.languages, b.competences, b.email, b.postal_address as "postalAddress", b.website, b.phone, b.scheme, b.identifier,
      b.founded_on as "foundedOn", b.version, authorities.has_officers(b.id) as "hasOfficers",
      b.id in (select authorities.own_bodies()) as mine, authorities.may_alter_body(b) as "mayAlter", b.kept_by as "keptBy",
      (select json_build_object('id', p.id, 'name', p.name) from authorities.bodies p where p.id = b.parent_id) as parent,
      (select coalesce(json_agg(json_build_object('id', k.id, 'name', k.name) order by k.search_key, k.id), '[]'::json)
       from authorities.bodies k where k.parent_id = b.id) as children
    from authorities.bodies b where b.id = ${id}`)
  return rows[0] ?? null
}
