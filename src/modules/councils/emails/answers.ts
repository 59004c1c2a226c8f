import { coordinators } from '#modules/network/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import { letterOf, send } from './letter.ts'

const proposalAnswered = letterOf('proposal_answered', {
  subject: 'councils.mail.proposalAnswered.subject',
  text: 'councils.mail.proposalAnswered.text',
  action: 'councils.mail.seeProposal',
})

export const answerMails = [proposalAnswered]

type Told = { number: number; council: Record<string, string> | null; person: string | null }

/**
 * Tells those who keep a proposal that the letter with which it was submitted was answered: chair and secretary of its council,
 * or the coordinators where there are none.
 */
export async function tellKeepers(tx: Tx, communication: string, step: string): Promise<void> {
  const told = await rows<Told>(
    tx,
    'councils.keepers-to-tell',
    'select number, council, person from councils.keepers_to_tell($1)',
    [communication],
  )
  for (const [number, keepers] of Map.groupBy(told, one => one.number)) {
    const people = keepers.flatMap(({ person }) => (person ? [person] : []))
    await send(tx, people.length > 0 ? people : await coordinators(tx), {
      ...{ letter: proposalAnswered, about: `${number} ${step}`, category: 'news' },
      facts: { council: keepers[0]!.council ?? {}, number },
      link: `/legislation/${number}`,
    })
  }
}
