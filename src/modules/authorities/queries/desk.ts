import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { CommunicationKind, CommunicationStatus, Resolution } from '../schema/communications.ts'

/** `slug`: of the umbrella that keeps the body. */
export type DeskBody = { id: string; name: Localised; slug: string | null }

/** A communication as it lies on the desk. `here`: the body has it, and did not pass it on. */
export type DeskItem = {
  umbrellaId: string
  slug: string
  umbrella: Localised
  id: string
  number: number
  kind: CommunicationKind
  title: string
  lang: string
  sender: Localised | null
  bodyId: string
  here: boolean
  status: CommunicationStatus
  resolution: Resolution | null
  sentOn: string
  registeredNumber: string | null
  /** An instant as text, exactly as the database has it: the next page begins there. */
  arrived: string
}

export type DeskFilter = { bodies: string[]; statuses: string[]; waiting: boolean }

/** The bodies for which the person of the scope answers today, by name. */
export const deskBodies = (tx: Tx): Promise<DeskBody[]> =>
  rows(
    tx,
    'authorities.desk-bodies',
    `select b.id, b.name, u.slug from authorities.bodies b left join platform.umbrellas u on u.id = b.kept_by
     where b.id in (select authorities.own_bodies()) order by b.search_key, b.id`,
  )

/** One page of the desk, the latest arrivals first; `before` is the last item of the page before. */
export function deskItems(
  tx: Tx,
  { bodies, statuses, waiting }: DeskFilter,
  before: { at: string; id: string } | null,
  most: number,
): Promise<DeskItem[]> {
  return rows(
    tx,
    'authorities.desk',
    `select umbrella_id as "umbrellaId", slug, umbrella, id, number, kind, title, lang, sender, body_id as "bodyId", here, status,
       resolution, sent_on as "sentOn", registered_number as "registeredNumber", to_json(arrived) #>> '{}' as arrived
     from authorities.desk($1, $2, $3, $4, $5, $6)`,
    [bodies, statuses, waiting, before?.at ?? null, before?.id ?? null, most],
  )
}

export type DeskCounts = { status: CommunicationStatus; here: boolean; count: number }[]

/** How many lie on the desk in which status. */
export const deskCounts = (tx: Tx, bodies: string[]): Promise<DeskCounts> =>
  rows(
    tx,
    'authorities.desk-counts',
    'select status, here, count::int as count from authorities.desk_counts($1)',
    [bodies],
  )
