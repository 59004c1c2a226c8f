import type { CommunicationKind } from '../../schema/communications.ts'
import type { Cite } from '../cite.ts'
import type { Text } from '../text.ts'

/** Whom a remedy is addressed to, as the drafting form needs to know it. */
export type RemedyAddressee = 'same_body' | 'superior_body' | 'commissioner' | 'court'

/** What the law lets somebody do when a body let its time pass. The steps of a ladder stand in the order of their weight. */
export type Remedy = {
  id: string
  /** After the breach of which rules it is lawful. */
  after: readonly string[]
  what: Text
  to: RemedyAddressee
  cite: Cite
  /** The rule of its own time limit; null where it may be used at any time. */
  clock: string | null
  /** What a letter begins with; null where a lawyer should write, or a form of the court is needed. */
  draft: { kind: CommunicationKind; title: Text; grounds: readonly Cite[]; proposals: readonly Text[] } | null
}
