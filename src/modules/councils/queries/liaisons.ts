import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { ContactChannel } from '../schema/liaisons.ts'

/** The Commissioner’s coordinator for public relations in a region: a post of the network, and when and where they receive. */
export type Liaison = {
  id: string
  title: Localised
  country: string
  regions: string[]
  town: string | null
  /** As the holder wants to be shown, or for whom they work. */
  holder: string | null
  vacant: boolean
  hours: Localised
  address: string | null
  phone: string | null
  email: string | null
  keeps: boolean
}

const held = sql`t.umbrella_id = p.umbrella_id and t.post_id = p.id and t.valid_from <= network.today()
  and (t.valid_until is null or t.valid_until > network.today())`

/** Every open post of a liaison; with an id, that one. */
export async function listLiaisons(tx: Tx, id: string | null = null): Promise<Liaison[]> {
  const { rows } = await tx.execute<Liaison>(sql`
    select p.id, p.title, p.country, p.regions, p.town, coalesce(r.hours, '{}') as hours, r.address, r.phone, r.email,
      (select coalesce(t.display_name, t.on_behalf) from network.post_terms t where ${held}) as holder,
      not exists (select 1 from network.post_terms t where ${held}) as vacant,
      network.is_coordinator() or councils.is_liaison(p.id) as keeps
    from network.posts p left join councils.receptions r on (r.umbrella_id, r.post_id) = (p.umbrella_id, p.id)
    where p.umbrella_id = platform.current_umbrella() and p.kind = 'liaison' and p.closed_on is null
      and ${id === null ? sql`true` : sql`p.id = ${id}::uuid`}
    order by p.country, p.regions, p.id`)
  return rows
}

export type Contact = {
  id: string
  onDay: string
  channel: ContactChannel
  withWhom: string
  about: string
  agreed: string
}

/** The journal of a liaison; row-level security shows it to coordinators and to the holder alone. */
export async function contactsOf(tx: Tx, post: string): Promise<Contact[]> {
  const { rows } = await tx.execute<Contact>(sql`
    select k.id, k.on_day::text as "onDay", k.channel, k.with_whom as "withWhom", k.about, k.agreed
    from councils.contacts k where k.umbrella_id = platform.current_umbrella() and k.post_id = ${post}
    order by k.on_day desc, k.id desc limit 200`)
  return rows
}
