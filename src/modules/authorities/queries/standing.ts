import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { CommunicationKind, CommunicationStatus, Resolution } from '../schema/communications.ts'
import { type StepKind, stepKinds } from '../schema/steps.ts'

/** A communication as whoever wants to move it on sees it: where it stands, with whom, and on which side the viewer is. */
export type Standing = {
  id: string
  number: number
  kind: CommunicationKind
  title: string
  lang: string
  status: CommunicationStatus
  resolution: Resolution | null
  through: 'own' | 'coalition'
  membership: string | null
  /** Of the member; null where the coalition itself writes. */
  sender: Localised | null
  sentOn: string | null
  /** The body that has it now, and whether anybody answers for it on the platform. */
  body: string
  bodyName: Localised
  hasOfficers: boolean
  today: string
  /** The position of the last step: who acts says that they have seen it. */
  lastStep: number
  /** Steps that the graph allows from here. */
  possible: StepKind[]
  /** The viewer acts for the sender. */
  isSender: boolean
  /** The viewer answers for the body that has it, or for any that may read it. */
  isOfficer: boolean
  isReadingOfficer: boolean
}

const text = `select c.id, c.number, c.kind, c.title, c.lang, c.status, c.resolution, c.through, c.membership_id as membership,
    (select coalesce(o.name, i.name) from network.memberships m left join network.organisations o on o.id = m.organisation_id
      left join network.individuals i on i.umbrella_id = m.umbrella_id and i.membership_id = m.id
      where m.umbrella_id = c.umbrella_id and m.id = c.membership_id) as sender,
    c.sent_on as "sentOn", h.body, b.name as "bodyName", authorities.has_officers(h.body) as "hasOfficers",
    network.today() as today,
    (select coalesce(max(s.position), 0)::int from authorities.steps s
      where s.umbrella_id = c.umbrella_id and s.communication_id = c.id) as "lastStep",
    array(select k from unnest($2::text[]) k where authorities.next_status(c.status, k) is not null) as possible,
    authorities.writes_for(c.membership_id) or c.through = 'coalition' and authorities.is_coordinator() as "isSender",
    h.body in (select authorities.own_bodies()) and authorities.is_officer_of(c.id) as "isOfficer",
    authorities.is_officer_of(c.id) as "isReadingOfficer"
  from authorities.communications c
  cross join lateral (select authorities.holder_of(c.umbrella_id, c.id) as body) h
  join authorities.bodies b on b.id = h.body
  where c.umbrella_id = platform.current_umbrella() and c.number = $1 and c.status not in ('draft', 'signing')`

/** A sent communication that the viewer may see, by its number. */
export async function standingOf(tx: Tx, number: number): Promise<Standing | undefined> {
  const [face] = await rows<Standing>(tx, 'authorities.standing', text, [number, stepKinds])
  return face
}
