import { coordinators, peopleAmongMembers, peopleInside, peopleOfMember } from '#modules/network/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import { queueMail } from '#platform/mail/index.ts'
import { ballotFacts, challengeFacts, decisionFacts, type VoteFacts } from '../queries/decision-facts.ts'
import { letterOf, send } from './letter.ts'

const replacedVote = letterOf('vote_replaced', {
  subject: 'initiatives.mail.voteReplaced.subject',
  text: 'initiatives.mail.voteReplaced.text',
  action: 'initiatives.mail.readDecision',
})
const enteredVote = letterOf('vote_entered', {
  subject: 'initiatives.mail.voteEntered.subject',
  text: 'initiatives.mail.voteEntered.text',
  action: 'initiatives.mail.confirmVote',
})
const challenged = letterOf('mandate_challenged', {
  subject: 'initiatives.mail.mandateChallenged.subject',
  text: 'initiatives.mail.mandateChallenged.text',
  action: 'initiatives.mail.readDecision',
})
const settled = letterOf('challenge_settled', {
  subject: 'initiatives.mail.challengeSettled.subject',
  text: 'initiatives.mail.challengeSettled.text',
  action: 'initiatives.mail.readDecision',
})
const countdown = letterOf('countdown_started', {
  subject: 'initiatives.mail.countdown.subject',
  text: 'initiatives.mail.countdown.text',
  action: 'initiatives.mail.readDecision',
})
const extended = letterOf('decision_extended', {
  subject: 'initiatives.mail.extended.subject',
  text: 'initiatives.mail.extended.text',
  action: 'initiatives.mail.readDecision',
})

export const ballotMails = [replacedVote, enteredVote, challenged, settled, countdown, extended]

const factsOf = ({ number, title, member }: VoteFacts) => ({ decision: number, title, member })

/** Two persons of a member voted one after the other: the last counts, and both know. */
export async function tellBothVoices(
  tx: Tx,
  { ballot, replaced }: { ballot: string; replaced: string },
): Promise<void> {
  const vote = await ballotFacts(tx, ballot)
  const [asking] = await rows<{ person: string | null }>(
    tx,
    'decisions.asking',
    'select platform.current_account() as person',
  )
  for (const person of [replaced, asking!.person]) {
    if (person === null) continue
    await queueMail(tx, {
      ...{ person, event: `${replacedVote.key} ${ballot}`, template: replacedVote.key },
      ...{ values: factsOf(vote), category: 'asked', link: `/decisions/${vote.number}` },
    })
  }
}

/** A vote that came otherwise counts when the member says that it is its own. */
export async function voteEntered(tx: Tx, ballot: string): Promise<void> {
  const vote = await ballotFacts(tx, ballot)
  await send(tx, await peopleOfMember(tx, vote.elector), {
    ...{ letter: enteredVote, about: ballot, facts: factsOf(vote), category: 'asked' },
    link: `/decisions/${vote.number}/entered/${ballot}`,
  })
}

/** The member whose vote is in doubt can answer, or vote by somebody else; coordinators settle it. */
export async function challengeRaised(tx: Tx, challenge: string): Promise<void> {
  const vote = await challengeFacts(tx, challenge)
  await send(tx, [...(await peopleOfMember(tx, vote.elector)), ...(await coordinators(tx))], {
    ...{ letter: challenged, about: challenge, facts: factsOf(vote), category: 'asked' },
    link: `/decisions/${vote.number}/challenges/${challenge}`,
  })
}

export async function challengeSettled(tx: Tx, challenge: string): Promise<void> {
  const vote = await challengeFacts(tx, challenge)
  const told = [...(await peopleOfMember(tx, vote.elector)), ...(await peopleOfMember(tx, vote.challenger))]
  await send(tx, told, {
    ...{ letter: settled, about: challenge, facts: factsOf(vote), category: 'asked' },
    link: `/decisions/${vote.number}/challenges/${challenge}`,
  })
}

/**
 * Everybody inside hears that a majority is there and until when it can still change, or that there is more time. The job's
 * work; nobody is told one of them twice.
 */
export async function tellCourse(tx: Tx, decision: string): Promise<void> {
  const course = await decisionFacts(tx, decision)
  if (!course) return
  const { number, title, until, status, crossedAt, extendedAt, secret } = course
  // A personal matter stays among members.
  const told = await (secret ? peopleAmongMembers : peopleInside)(tx)
  const telling = { facts: { decision: number, title, until }, link: `/decisions/${number}` }
  if (status === 'countdown') {
    const about = `${decision} ${crossedAt}`
    await send(tx, told, { ...telling, letter: countdown, about, category: 'asked' })
  } else if (status === 'open' && extendedAt !== null) {
    await send(tx, told, {
      ...telling,
      letter: extended,
      about: decision,
      category: 'news',
    })
  }
}
