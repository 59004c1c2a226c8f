import { rows, type Tx } from '#platform/database/scope.ts'
import type { CommunicationStatus, Ground, Prominence } from '../schema/communications.ts'

export type MessageFace = {
  id: string
  direction: 'out' | 'in'
  from: string
  subject: string
  text: string
  publicText: string | null
  prominence: Prominence
  reason: string | null
  on: string
}

export type AttachmentFace = {
  id: string
  name: string
  size: number
  sha256: string
  fileId: string
  publicFileId: string | null
  publicName: string | null
  prominence: Prominence
  reason: string | null
}

/** A communication as those see it who decide what of it is public. */
export type Publication = {
  id: string
  number: number
  status: CommunicationStatus
  membership: string | null
  lang: string
  title: string
  facts: string
  grounds: Ground[]
  proposals: string[]
  publicTitle: string | null
  publicFacts: string | null
  publicGrounds: Ground[] | null
  publicProposals: string[] | null
  prominence: Prominence
  reason: string | null
  embargoUntil: string | null
  /** Its embargo has not ended yet. */
  embargoed: boolean
  /** It stands in the register now. */
  published: boolean
  messages: MessageFace[]
  attachments: AttachmentFace[]
}

/** What of a sent communication is public, as far as the asker sees it; null when they see none. */
export async function findPublication(tx: Tx, number: number): Promise<Publication | null> {
  const [found] = await rows<Publication>(
    tx,
    'authorities.publication',
    `select c.id, c.number, c.status, c.membership_id as membership, c.lang, c.title, c.facts, c.grounds, c.proposals,
       c.public_title as "publicTitle", c.public_facts as "publicFacts", c.public_grounds as "publicGrounds",
       c.public_proposals as "publicProposals", c.prominence, c.prominence_reason as reason, c.embargo_until::text as "embargoUntil",
       coalesce(c.embargo_until > network.today(), false) as embargoed,
       exists (select 1 from authorities.register_entries e
         where e.umbrella_id = c.umbrella_id and e.communication_id = c.id) as published,
       (select coalesce(json_agg(json_build_object('id', m.id, 'direction', m.direction, 'from', m.from_name, 'subject', m.subject,
           'text', m.text, 'publicText', m.public_text, 'prominence', m.prominence, 'reason', m.prominence_reason,
           'on', m.received_at::date) order by m.received_at, m.id), '[]')
         from authorities.messages m where m.umbrella_id = c.umbrella_id and m.communication_id = c.id
           and not (m.direction = 'out' and m.from_name = '' and m.text = '')) as messages,
       (select coalesce(json_agg(json_build_object('id', a.id, 'name', f.name, 'size', f.size, 'sha256', encode(a.sha256, 'hex'),
           'fileId', a.file_id, 'publicFileId', a.public_file_id, 'publicName', a.public_name, 'prominence', a.prominence, 'reason', a.prominence_reason)
           order by a.position, a.id), '[]')
         from authorities.attachments a join platform.files f on f.umbrella_id = a.umbrella_id and f.id = a.file_id
         where a.umbrella_id = c.umbrella_id and a.communication_id = c.id) as attachments
     from authorities.communications c
     where c.umbrella_id = platform.current_umbrella() and c.number = $1 and c.sent_at is not null`,
    [number],
  )
  return found ?? null
}
