import { rows, type Tx } from '#platform/database/scope.ts'
import type { Resolution } from '../schema/communications.ts'
import type { ResponseForm, StepKind } from '../schema/steps.ts'

/** Something that happened to a public communication, without what was said about it. */
export type PublicEvent = {
  step: string
  number: number
  title: string
  kind: StepKind
  onDay: string
  form: ResponseForm | null
  resolution: Resolution | null
  shownAt: Temporal.Instant
}

type Row = Omit<PublicEvent, 'shownAt'> & { shownAt: string }

/** What became public last, the newest first. */
export async function newestEvents(tx: Tx, limit = 50): Promise<PublicEvent[]> {
  const found = await rows<Row>(
    tx,
    'authorities.newest-events',
    `select v.step_id as step, e.number, e.title, v.kind, v.on_day::text as "onDay", v.response_form as form, v.resolution,
       to_char(v.shown_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "shownAt"
     from authorities.register_events v
     join authorities.register_entries e on e.umbrella_id = v.umbrella_id and e.communication_id = v.communication_id
     where v.umbrella_id = platform.current_umbrella() order by v.shown_at desc, v.step_id limit $1`,
    [limit],
  )
  return found.map(row => ({ ...row, shownAt: Temporal.Instant.from(row.shownAt) }))
}

export type PublicStep = Pick<PublicEvent, 'kind' | 'onDay' | 'form' | 'resolution'>
export type PublicMessage = {
  id: string
  direction: 'out' | 'in'
  on: string
  text: string
  redacted: boolean
}
export type PublicFile = {
  id: string
  name: string
  size: number
  redacted: boolean
  /** Of the file as it came, in hexadecimal. */
  originalSha256: string
}
export type PublicCorrespondence = { steps: PublicStep[]; messages: PublicMessage[]; files: PublicFile[] }

/** What everybody may read around one communication: its course, letters and enclosures, as far as they are public. */
export async function publicCorrespondence(tx: Tx, communication: string): Promise<PublicCorrespondence> {
  const [found] = await rows<PublicCorrespondence>(
    tx,
    'authorities.public-correspondence',
    `select
       (select coalesce(json_agg(json_build_object('kind', v.kind, 'onDay', v.on_day, 'form', v.response_form,
           'resolution', v.resolution) order by v.on_day, v.step_id), '[]') from authorities.register_events v
         where v.umbrella_id = platform.current_umbrella() and v.communication_id = $1) as steps,
       (select coalesce(json_agg(json_build_object('id', m.message_id, 'direction', m.direction, 'on', m.received_at::date,
           'text', m.text, 'redacted', m.redacted) order by m.received_at, m.message_id), '[]') from authorities.register_messages m
         where m.umbrella_id = platform.current_umbrella() and m.communication_id = $1) as messages,
       (select coalesce(json_agg(json_build_object('id', f.attachment_id, 'name', f.name, 'size', s.size, 'redacted', f.redacted,
           'originalSha256', encode(f.original_sha256, 'hex')) order by f.position, f.attachment_id), '[]')
         from authorities.register_files f join platform.files s on s.umbrella_id = f.umbrella_id and s.id = f.file_id
         where f.umbrella_id = platform.current_umbrella() and f.communication_id = $1) as files`,
    [communication],
  )
  return found!
}

/** The public copy of an enclosure and its public name, by the number of its communication; null when it is not public. */
export async function publicFile(
  tx: Tx,
  number: number,
  attachment: string,
): Promise<{ id: string; name: string } | null> {
  const [found] = await rows<{ id: string; name: string }>(
    tx,
    'authorities.public-file',
    `select f.file_id as id, f.name from authorities.register_files f
     join authorities.register_entries e on e.umbrella_id = f.umbrella_id and e.communication_id = f.communication_id
     where f.umbrella_id = platform.current_umbrella() and f.attachment_id = $2 and e.number = $1`,
    [number, attachment],
  )
  return found ?? null
}
