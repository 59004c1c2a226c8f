import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { PostKind } from '../schema/posts.ts'
import { memberName, personName } from './member-name.ts'

/** Somebody in a post. `name` is null where the holder did not choose to be shown to this reader: then the member stands for them. */
export type TermView = {
  id: string
  personId: string
  name: string | null
  displayName: string | null
  membershipId: string | null
  member: Localised | null
  onBehalf: string | null
  validFrom: string
  validUntil: string | null
  endReason: string | null
}

export type PostView = {
  id: string
  kind: PostKind
  title: Localised
  about: Localised
  country: string
  regions: string[]
  town: string | null
  closedOn: string | null
  /** Who holds it today; null: vacant. */
  term: TermView | null
  /** Who has been appointed for a later day. */
  next: TermView | null
  holder: string | null
  taken: boolean
  /** A hand-over waits for the second coordinator. */
  proposed: boolean
  /** The members are asked who shall hold it. */
  asked: boolean
  today: string
}

const term = (inside: boolean) => sql`json_build_object('id', t.id, 'personId', t.person_id,
  'name', ${inside ? sql`coalesce(t.display_name, ${personName(sql`t.person_id`)})` : sql`t.display_name`},
  'displayName', t.display_name, 'membershipId', t.membership_id, 'member', ${memberName(sql`t.membership_id`)},
  'onBehalf', t.on_behalf, 'validFrom', t.valid_from, 'validUntil', t.valid_until, 'endReason', t.end_reason)`

const ofPost = sql`t.umbrella_id = p.umbrella_id and t.post_id = p.id`
const today = sql`t.valid_from <= network.today() and (t.valid_until is null or t.valid_until > network.today())`
const ahead = sql`t.valid_from > network.today() and not t.called_off`

const view = (
  inside: boolean,
) => sql`json_build_object('id', p.id, 'kind', p.kind, 'title', p.title, 'about', p.about,
  'country', p.country, 'regions', p.regions, 'town', p.town, 'closedOn', p.closed_on, 'today', network.today(),
  'term', (select ${term(inside)} from network.post_terms t where ${ofPost} and ${today}),
  'next', (select ${term(inside)} from network.post_terms t where ${ofPost} and ${ahead} order by t.valid_from limit 1),
  'holder', (select t.person_id from network.post_terms t where ${ofPost} and ${today}),
  'taken', exists (select 1 from network.post_terms t where ${ofPost} and (${today} or ${ahead})),
  'proposed', exists (select 1 from people.acts act where act.umbrella_id = p.umbrella_id
    and act.kind = 'network.hand_over_post' and act.subject_id = p.id and act.status = 'proposed'),
  'asked', exists (select 1 from network.appointments a where a.umbrella_id = p.umbrella_id and a.post_id = p.id
    and a.status = 'asked'))`

async function values<T>(tx: Tx, query: SQL): Promise<T[]> {
  const { rows } = await tx.execute<{ value: T }>(query)
  return rows.map(row => row.value)
}

/** Open posts, those with an area first: by country, region and kind. `inside`: names that holders gave to members only. */
export const listPosts = (tx: Tx, inside: boolean): Promise<PostView[]> =>
  values<PostView>(
    tx,
    sql`select ${view(inside)} as value from network.posts p
      where p.umbrella_id = platform.current_umbrella() and p.closed_on is null
      order by p.country, p.regions, p.kind, p.id limit 500`,
  )

/** What a post is called (nothing when there is none), and a person, as mails and acts tell them. */
export async function postNames(
  tx: Tx,
  post: string,
  person: string | null,
): Promise<{ title: Record<string, string>; person: string | null }> {
  const { rows } = await tx.execute<{ title: Record<string, string>; person: string | null }>(sql`
    select p.title, ${personName(sql`${person}::uuid`)} as person from network.posts p
    where p.umbrella_id = platform.current_umbrella() and p.id = ${post}`)
  return rows[0] ?? { title: {}, person: null }
}

export type PostNote = { id: string; note: string; writtenAt: string; mine: boolean }

export type PostHistory = PostView & {
  /** Latest first, the one of today included. */
  terms: TermView[]
  /** Only for those who hold or held the post; the database shows them to nobody else. */
  notes: PostNote[]
}

/** One post with its history, also when it is closed; null when there is none. */
export async function findPost(tx: Tx, id: string, inside: boolean): Promise<PostHistory | null> {
  const found = await values<{ post: PostView } & Pick<PostHistory, 'terms' | 'notes'>>(
    tx,
    sql`select json_build_object('post', ${view(inside)},
        'terms', (select coalesce(json_agg(${term(inside)} order by t.valid_from desc, t.id desc), '[]'::json)
          from network.post_terms t where ${ofPost} and not t.called_off),
        'notes', (select coalesce(json_agg(json_build_object('id', n.id, 'note', n.note, 'writtenAt', n.written_at,
            'mine', n.written_by is not distinct from platform.current_account()) order by n.written_at desc), '[]'::json)
          from network.post_notes n where n.umbrella_id = p.umbrella_id and n.post_id = p.id)) as value
      from network.posts p where p.umbrella_id = platform.current_umbrella() and p.id = ${id}`,
  )
  const row = found[0]
  return row ? { ...row.post, terms: row.terms, notes: row.notes } : null
}

/** A person of the umbrella who can be given a post, with the member for which they would hold it. */
export type Candidate = {
  personId: string
  name: string
  membershipId: string | null
  member: Localised | null
}

/** People inside whose name or member's name contains `search`, by name: once for each member. `person` narrows to one. */
export const listCandidates = (tx: Tx, search: string, person: string | null = null): Promise<Candidate[]> =>
  values<Candidate>(
    tx,
    sql`with known as (
        select m.person_id, m.membership_id from network.mandates m
        join network.memberships s on s.umbrella_id = m.umbrella_id and s.id = m.membership_id and s.status = 'active'
        where m.umbrella_id = platform.current_umbrella() and m.status = 'confirmed' and m.valid_from <= network.today()
          and (m.valid_until is null or m.valid_until > network.today())
        union
        select s.person_id, s.id from network.memberships s
        where s.umbrella_id = platform.current_umbrella() and s.status = 'active' and s.person_id is not null
        union
        select r.person_id, null from people.roles r
        where r.umbrella_id = platform.current_umbrella() and r.valid_until is null
      )
      select json_build_object('personId', k.person_id, 'name', p.name, 'membershipId', k.membership_id,
        'member', ${memberName(sql`k.membership_id`)}) as value
      from known k join people.people p on p.id = k.person_id and p.erased_at is null and p.name <> ''
      where (${person}::uuid is null or k.person_id = ${person}::uuid) and (${search} = '' or position(lower(${search}) in lower(p.name || ' ' || coalesce(${memberName(sql`k.membership_id`)}::text, ''))) > 0)
      order by p.name collate "uk-x-icu", k.person_id, k.membership_id limit 50`,
  )
