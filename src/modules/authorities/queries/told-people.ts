import { coordinators, peopleOfMember } from '#modules/network/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { CommunicationKind, Resolution } from '../schema/communications.ts'
import type { StepKind } from '../schema/steps.ts'

/** What mail tells about a communication: plain facts, no text of it. */
export type ToldCommunication = {
  id: string
  number: number
  kind: CommunicationKind
  title: string
  lang: string
  body: Record<string, string>
  resolution: Resolution | null
  membership: string | null
  through: 'own' | 'coalition'
  cosigners: string[]
  /** Of the step that is told, if any. */
  step: { kind: StepKind; file: string | null; side: string } | null
}

/** The communication of a step or message, for mail. */
export async function toldCommunication(
  tx: Tx,
  communication: string,
  step: string | null,
): Promise<ToldCommunication> {
  const [told] = await rows<ToldCommunication>(
    tx,
    'authorities.told-communication',
    `select c.id, c.number, c.kind, c.title, c.lang, c.resolution, c.membership_id as membership, c.through,
       (select b.name from authorities.bodies b where b.id = authorities.holder_of(c.umbrella_id, c.id)) as body,
       array(select k.membership_id from authorities.cosigners k
         where k.umbrella_id = c.umbrella_id and k.communication_id = c.id order by 1) as cosigners,
       (select json_build_object('kind', s.kind, 'file', s.file_id, 'side', s.side) from authorities.steps s
         where s.umbrella_id = c.umbrella_id and s.id = $2) as step
     from authorities.communications c where c.umbrella_id = platform.current_umbrella() and c.id = $1`,
    [communication, step],
  )
  return told!
}

/** Who acts for the sender and for those who signed along. */
export async function senderPeople(tx: Tx, told: ToldCommunication): Promise<string[]> {
  const people: string[] = []
  if (told.membership === null || told.through === 'coalition') people.push(...(await coordinators(tx)))
  for (const member of [told.membership, ...told.cosigners]) {
    if (member) people.push(...(await peopleOfMember(tx, member)))
  }
  return people
}

/** Who answers for the bodies that may read it. */
export async function peopleAnswering(tx: Tx, communication: string): Promise<string[]> {
  const found = await rows<{ person: string }>(
    tx,
    'authorities.people-answering',
    'select person from authorities.people_answering($1) person',
    [communication],
  )
  return found.map(({ person }) => person)
}

/** Everybody but whoever does it. */
export async function withoutMyself(tx: Tx, people: Iterable<string>): Promise<string[]> {
  const [me] = await rows<{ account: string | null }>(
    tx,
    'authorities.myself',
    'select platform.current_account() as account',
  )
  return [...new Set(people)].filter(person => person !== me!.account)
}
