import { tellBothVoices } from './emails/ballots.ts'
import { voteReplaced } from './events.ts'

/** What follows from votes. Casting itself knows no mail: it is what must be quick when everybody votes at once. */
export function followVotes(): void {
  voteReplaced.listen(tellBothVoices)
}
