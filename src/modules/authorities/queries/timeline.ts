import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Resolution } from '../schema/communications.ts'
import type { ResponseForm, StepKind } from '../schema/steps.ts'

/** A document as a reader may see it: of the parties the original, of others the public copy. */
export type ShownDocument = { id: string; name: string; size: number }

export type TimelineStep = {
  what: 'step'
  id: string
  position: number
  kind: StepKind
  side: 'sender' | 'authority' | 'program'
  day: string
  body: Localised | null
  toBody: Localised | null
  fromLetter: boolean
  responseForm: ResponseForm | null
  resolution: Resolution | null
  reference: string | null
  dueOn: string | null
  text: string
  documents: ShownDocument[]
}

export type TimelineMessage = {
  what: 'message'
  id: string
  day: string
  direction: 'in' | 'out'
  fromName: string
  subject: string
  text: string
  documents: ShownDocument[]
}

export type TimelineEntry = TimelineStep | TimelineMessage

// Row-level security decides which attachments are there at all; of those, parties see the file and others its public copy.
const documents = (of: string) => `coalesce((
  select json_agg(json_build_object('id', d.id, 'name', f.name, 'size', f.size) order by d.position, d.id)
  from authorities.attachments d
  join platform.files f on f.umbrella_id = d.umbrella_id
    and f.id = case when p.is_party then d.file_id else coalesce(d.public_file_id, d.file_id) end
  where d.umbrella_id = c.umbrella_id and d.communication_id = c.id and ${of}), '[]'::json)`

const party = `cross join lateral (select authorities.is_party(c.id, c.membership_id, c.through)
  or authorities.is_coordinator() and c.through = 'coalition' as is_party) p`

// What is said with a step may name people, and nobody has looked at it for the public: visitors read what happened, when and how
// it ended. Documents that were made public stand among what is published.
const stepsText = `select 'step' as what, s.id, s.position, s.kind, s.side, s.on_day as day, b.name as body, t.name as "toBody",
    s.from_letter as "fromLetter", s.response_form as "responseForm", s.resolution, s.reference, s.due_on as "dueOn",
    case when p.is_party or network.is_inside() then s.text else '' end as text,
    ${documents('d.of_step and d.file_id = s.file_id')} as documents
  from authorities.steps s
  join authorities.communications c on c.umbrella_id = s.umbrella_id and c.id = s.communication_id
  ${party}
  left join authorities.bodies b on b.id = s.body_id left join authorities.bodies t on t.id = s.to_body_id
  where s.umbrella_id = platform.current_umbrella() and s.communication_id = $1 order by s.position`

// The letter itself is among the messages without words of its own: its step tells of it.
const messagesText = `select 'message' as what, m.id, (m.received_at at time zone u.zone)::date as day, m.direction,
    m.from_name as "fromName", m.subject,
    case when p.is_party then m.text else coalesce(m.public_text, m.text) end as text,
    ${documents('d.message_id = m.id')} as documents
  from authorities.messages m
  join authorities.communications c on c.umbrella_id = m.umbrella_id and c.id = m.communication_id
  join platform.umbrellas u on u.id = c.umbrella_id
  ${party}
  where m.umbrella_id = platform.current_umbrella() and m.communication_id = $1
    and not (m.direction = 'out' and m.from_name = '' and m.text = '')
  order by m.received_at, m.id limit 500`

/** What happened to a communication and what was written about it, as far as the viewer may see, in order of the days. */
export async function timelineOf(tx: Tx, communication: string): Promise<TimelineEntry[]> {
  const steps = await rows<TimelineStep>(tx, 'authorities.timeline-steps', stepsText, [communication])
  const messages = await rows<TimelineMessage>(tx, 'authorities.timeline-messages', messagesText, [
    communication,
  ])
  // Of one day steps come first; a sort keeps the order within them.
  return [...steps, ...messages].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** A document of a communication that the viewer may open: the file that is theirs to see. */
export async function shownFile(
  tx: Tx,
  number: number,
  attachment: string,
): Promise<{ file: string } | undefined> {
  const [found] = await rows<{ file: string }>(
    tx,
    'authorities.shown-file',
    `select case when p.is_party then d.file_id else coalesce(d.public_file_id, d.file_id) end as file
     from authorities.attachments d
     join authorities.communications c on c.umbrella_id = d.umbrella_id and c.id = d.communication_id
     ${party}
     where d.umbrella_id = platform.current_umbrella() and c.number = $1 and d.id = $2`,
    [number, attachment],
  )
  return found
}
