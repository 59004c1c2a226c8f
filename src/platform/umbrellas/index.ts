import type pg from 'pg'
import type { Locale, Localised } from '#platform/i18n/index.ts'

/** What every page of an umbrella needs to know of it. */
export type UmbrellaFace = {
  id: string
  slug: string
  name: Localised
  about: Localised
  accent: string
  locales: Locale[]
  /** IANA zone in which times of this umbrella are shown. */
  zone: string
  country: string | null
  foundedOn: string | null
  /** Topics the coalition leaves to others. */
  outOfScope: Localised[]
  /** First-run page completed; before that only coordinators see it. */
  settled: boolean
  demonstration: boolean
  /** Ordinals of joining of today's members: the segments of the emblem. */
  emblem: number[]
}

const everyFace = `
  select id, slug, name, about, accent, locales, zone, country, founded_on as "foundedOn",
    out_of_scope as "outOfScope", settled_at is not null as settled, demonstration, platform.emblem(id) as emblem
  from platform.umbrellas order by created_at, id`

/**
 * The umbrellas of the installation, by slug, kept in memory: they are few, read by every request, and change rarely.
 * `reload()` after a change was announced; `find` before the first load finds nothing.
 */
export class Umbrellas {
  #bySlug = new Map<string, UmbrellaFace>()
  #pool: pg.Pool | null
  #loading: Promise<void> | null = null

  /** Without a pool there are none: commands ask the rooms what they can do before any database is opened. */
  constructor(pool: pg.Pool | null) {
    this.#pool = pool
  }

  find(slug: string): UmbrellaFace | undefined {
    return this.#bySlug.get(slug)
  }

  list(): UmbrellaFace[] {
    return [...this.#bySlug.values()]
  }

  /** Reads all faces again. Calls that arrive while one runs share the one after it. */
  async reload(): Promise<void> {
    while (this.#loading) await this.#loading
    this.#loading = this.#read().finally(() => {
      this.#loading = null
    })
    await this.#loading
  }

  async #read() {
    if (!this.#pool) return
    const { rows } = await this.#pool.query<UmbrellaFace>(everyFace)
    this.#bySlug = new Map(rows.map(face => [face.slug, face]))
  }
}
