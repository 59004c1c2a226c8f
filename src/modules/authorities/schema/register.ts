import type { Localised } from '#platform/i18n/index.ts'
import type {
  CommunicationKind,
  CommunicationStatus,
  Direction,
  Ground,
  Resolution,
} from './communications.ts'
import type { ResponseForm } from './steps.ts'

export const communicationStates = ['waiting', 'overdue', 'answered', 'ended'] as const
/** What a reader wants to know first: whether there is an answer. */
export type CommunicationState = (typeof communicationStates)[number]

/** A communication as everybody sees it in the register. Read from the copy that triggers keep, never from the letter. */
export type RegisterEntry = {
  id: string
  number: number
  kind: CommunicationKind
  title: string
  lang: string
  body: { id: string; name: Localised; country: string | null; region: string | null }
  member: { id: string; name: Localised | null } | null
  through: 'own' | 'coalition'
  directions: Direction[]
  topics: string[]
  status: CommunicationStatus
  state: CommunicationState
  resolution: Resolution | null
  sentOn: string
  answeredOn: string | null
  /** From sending to the answer. */
  days: number | null
  extended: boolean
  breached: boolean
  forms: ResponseForm[]
  cosigners: number
}

/** One entry with its texts, as far as they are public. */
export type PublicCommunication = RegisterEntry & {
  facts: string
  grounds: Ground[]
  proposals: string[]
  /** Something was taken out of its title, facts, grounds or proposals. */
  redacted: boolean
}
