import { createUmbrella } from '#modules/people/index.ts'
import { newId } from '#platform/id.ts'
import { type Stage, Visitor } from './visitor.ts'

/** A person who is signed in: their id and their browser. */
export type Present = { id: string; address: string; browser: Visitor }

/** A settled umbrella whose coordinators are signed in. */
export type Coalition = { id: string; slug: string; coordinators: [Present, Present, ...Present[]] }

/** Signs somebody in and finds out who they are. */
export async function enter(stage: Stage, address: string, name = address.split('@')[0]!): Promise<Present> {
  const browser = new Visitor(stage)
  await browser.signIn(address, name)
  const { rows } = await stage.platform.database.owner.query<{ id: string }>(
    'select id from accounts.users where email = $1',
    [address],
  )
  return { id: rows[0]!.id, address, browser }
}

/** Founds an umbrella with signed-in coordinators called `anna`, `bohdan` (and more) at `{slug}.example`. */
export async function foundCoalition(
  stage: Stage,
  slug: string,
  { settled = true, names = ['anna', 'bohdan'] }: { settled?: boolean; names?: string[] } = {},
): Promise<Coalition> {
  const { owner } = stage.platform.database
  const coordinators = names.map(name => `${name}@${slug}.example`)
  const { id } = await createUmbrella(owner, { slug, coordinators, locale: 'en', reserved: new Set() })
  if (settled) await owner.query('update platform.umbrellas set settled_at = now() where id = $1', [id])
  await stage.app.umbrellas.reload()
  const present: Present[] = []
  for (const address of coordinators) present.push(await enter(stage, address))
  return { id, slug, coordinators: present as Coalition['coordinators'] }
}

/** A member of the umbrella with a confirmed mandate for these people. Returns the membership. */
export async function memberWith(
  stage: Pick<Stage, 'platform'>,
  umbrella: string,
  ...people: string[]
): Promise<string> {
  const { owner } = stage.platform.database
  const organisation = newId()
  const membership = newId()
  await owner.query(
    `insert into network.organisations (id, kind, name, country, search_key) values ($1, 'association', '{"en": "A member"}', 'UA', 'a member')`,
    [organisation],
  )
  await owner.query(
    `insert into network.memberships (umbrella_id, id, form, organisation_id, since, admitted_under)
     values ($1, $2, 'collective', $3, current_date - 10, 'founding')`,
    [umbrella, membership, organisation],
  )
  for (const [n, person] of people.entries()) {
    await owner.query(
      `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, status,
         proposed_by, confirmed_by, confirmed_as, confirmed_at)
       values ($1, $2, $3, $4, $5, 'minutes', current_date - 10, 'confirmed', $4, $4, 'founding', now())`,
      [umbrella, newId(), membership, person, n === 0 ? 'primary' : 'deputy'],
    )
    await owner.query(
      'insert into people.affiliations (umbrella_id, person_id) values ($1, $2) on conflict do nothing',
      [umbrella, person],
    )
  }
  return membership
}

/** Makes a person belong to the umbrella, without role or mandate. */
export async function affiliate(stage: Stage, umbrella: string, person: string): Promise<void> {
  await stage.platform.database.owner.query(
    'insert into people.affiliations (umbrella_id, person_id) values ($1, $2) on conflict do nothing',
    [umbrella, person],
  )
}
