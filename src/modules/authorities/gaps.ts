import type { Problem } from '#platform/http/form.ts'
import type { CommunicationView } from './queries/communication.ts'

type Written = Pick<CommunicationView, 'kind' | 'title' | 'facts' | 'grounds' | 'proposals'>

/**
 * What a letter lacks before others may sign it or it may be sent. Criticism is reasoned and comes with proposals; whoever
 * asks for information only says what they ask for. The database holds the same.
 */
export function gapsOf({ kind, title, facts, grounds, proposals }: Written): Problem[] {
  const gaps: Problem[] = []
  if (!title) gaps.push({ field: 'title', message: 'authorities.letter.gap.title' })
  if (kind === 'information_request') {
    if (!facts) gaps.push({ field: 'facts', message: 'authorities.letter.gap.asked' })
    return gaps
  }
  if (!facts) gaps.push({ field: 'facts', message: 'authorities.letter.gap.facts' })
  if (grounds.length === 0) gaps.push({ field: 'ground-0-title', message: 'authorities.letter.gap.grounds' })
  if (proposals.length === 0) gaps.push({ field: 'proposal-0', message: 'authorities.letter.gap.proposals' })
  return gaps
}
