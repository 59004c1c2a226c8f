import { rows, type Tx } from '#platform/database/scope.ts'
import type { Locale, Localised } from '#platform/i18n/index.ts'
import type { DeskOrder, DueFilter } from '../forms/desk.ts'
import type { CommunicationKind, CommunicationStatus, Resolution } from '../schema/communications.ts'
import { bodyNameIn } from './body-order.ts'

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
  /** The last day to answer, and today where it was sent from; null: no period runs for the body. */
  dueOn: string | null
  today: string
  /** An instant as text, exactly as the database has it: the next page begins there. */
  arrived: string
}

export type DeskFilter = {
  bodies: string[]
  statuses: string[]
  waiting: boolean
  due: DueFilter | undefined
  order: DeskOrder
}

/** The last item of the page before. */
export type DeskPlace = { due: string | null; at: string; id: string }

/** The bodies for which the person of the scope answers today, by the name that is read. */
export const deskBodies = (tx: Tx, locale: Locale): Promise<DeskBody[]> =>
  rows(
    tx,
    `authorities.desk-bodies-${locale}`,
    `select b.id, b.name, u.slug from authorities.bodies b left join platform.umbrellas u on u.id = b.kept_by
     where b.id in (select authorities.own_bodies()) order by ${bodyNameIn[locale]}, b.id`,
  )

/** Does the person of the scope answer for any body today? */
export async function answersForBody(tx: Tx): Promise<boolean> {
  const [found] = await rows<{ answers: boolean }>(
    tx,
    'authorities.answers-for-body',
    'select exists (select authorities.own_bodies()) as answers',
  )
  return found!.answers
}

/** One page of the desk, what is due first or the latest arrivals; `after` is the last item of the page before. */
export function deskItems(
  tx: Tx,
  { bodies, statuses, waiting, due, order }: DeskFilter,
  after: DeskPlace | null,
  most: number,
): Promise<DeskItem[]> {
  return rows(
    tx,
    'authorities.desk',
    `select umbrella_id as "umbrellaId", slug, umbrella, id, number, kind, title, lang, sender, body_id as "bodyId", here, status,
       resolution, sent_on as "sentOn", registered_number as "registeredNumber", due_on::text as "dueOn", today::text, to_json(arrived) #>> '{}' as arrived
     from authorities.desk($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[bodies, statuses, waiting, due ?? '', order === 'due'],
      ...[after?.due ?? null, after?.at ?? null, after?.id ?? null, most],
    ],
  )
}

export type DeskCounts = { status: CommunicationStatus; here: boolean; due: DueFilter | ''; count: number }[]

/** How many lie on the desk in which status, and how near their last day is. */
export const deskCounts = (tx: Tx, bodies: string[]): Promise<DeskCounts> =>
  rows(
    tx,
    'authorities.desk-counts',
    'select status, here, due, count::int as count from authorities.desk_counts($1)',
    [bodies],
  )
