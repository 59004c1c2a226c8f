import { rows, type Tx } from '#platform/database/scope.ts'
import type { Locale, Localised } from '#platform/i18n/index.ts'

/** What the founders of an umbrella have written so far. */
export type Founding = {
  name: Localised
  about: Localised
  locales: Locale[]
  zone: string
  country: string | null
  founded: string | null
  accent: string
  outOfScope: Localised[]
  rules: Record<string, unknown>
}

/** The first page of the umbrella as it is stored; undefined once the umbrella is settled. */
export async function foundingOf(tx: Tx): Promise<Founding | undefined> {
  const [founding] = await rows<Founding>(
    tx,
    'people.founding',
    `select u.name, u.about, u.locales, u.zone, u.country, u.founded_on as founded, u.accent, u.out_of_scope as "outOfScope",
       coalesce((select json_object_agg(r.key, r.value) from (
         select distinct on (key) key, value from platform.rules
         where umbrella_id = u.id order by key, version desc) r), '{}') as rules
     from platform.umbrellas u where u.id = platform.current_umbrella() and u.settled_at is null`,
  )
  return founding
}
