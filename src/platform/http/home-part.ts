import type { SQL } from 'drizzle-orm'
import type { I18n, Localised, MessageKey } from '#platform/i18n/index.ts'
import type { Viewer } from './viewer.ts'

/** One thing that waits for the viewer. */
export type HomeItem = {
  id: string
  /** Whose or what it is, in languages. */
  name: Localised | null
  /** A person, as they want to be called. */
  person?: string | null
  /** The day (ISO) or moment until which it waits. */
  due?: string | null
  count?: number
}

/**
 * What one noun contributes to the members' home. `items` is an SQL expression that yields a json array of `HomeItem`s, the
 * most urgent first; it may read `mine (id, form, organisation_id)`, the members for which the asking account acts today. All
 * parts are read by one statement.
 */
export type HomePart = {
  key: string
  title: MessageKey
  when?: (viewer: Viewer) => boolean
  items: SQL
  sentence: (item: HomeItem, i18n: I18n) => string
  path: (item: HomeItem) => string
}
