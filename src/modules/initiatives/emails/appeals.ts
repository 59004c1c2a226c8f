import { peopleAmongMembers, peopleInside } from '#modules/network/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import { letterOf, send } from './letter.ts'

const raised = letterOf('appeal_raised', {
  subject: 'initiatives.mail.appealRaised.subject',
  text: 'initiatives.mail.appealRaised.text',
  action: 'initiatives.mail.readAppeal',
})
const stands = letterOf('appeal_stands', {
  subject: 'initiatives.mail.appealStands.subject',
  text: 'initiatives.mail.appealStands.text',
  action: 'initiatives.mail.readAppeal',
})

export const appealMails = [raised, stands]

type Facts = { number: number; decision: number; until: string; secret: boolean }

async function factsOf(tx: Tx, appeal: string): Promise<Facts> {
  const [facts] = await rows<Facts>(
    tx,
    'initiatives.appeal-facts',
    `select a.number, d.number as decision, d.secret, to_json(a.until) #>> '{}' as until
     from initiatives.appeals a
     join initiatives.decisions d on d.umbrella_id = a.umbrella_id and d.id = a.decision_id
     where a.umbrella_id = platform.current_umbrella() and a.id = $1`,
    [appeal],
  )
  return facts!
}

/** Members that had a vote can sign, until a moment: their people hear of it. */
export async function appealRaised(tx: Tx, appeal: string): Promise<void> {
  const { number, decision, until } = await factsOf(tx, appeal)
  await send(tx, await peopleAmongMembers(tx), {
    ...{ letter: raised, about: appeal, facts: { decision, until }, category: 'news' },
    link: `/appeals/${number}`,
  })
}

/** Enough members signed: all are asked. */
export async function appealStands(tx: Tx, appeal: string): Promise<void> {
  const { number, decision, secret } = await factsOf(tx, appeal)
  const told = secret ? await peopleAmongMembers(tx) : await peopleInside(tx)
  await send(tx, told, {
    ...{ letter: stands, about: appeal, facts: { decision }, category: 'asked' },
    link: `/appeals/${number}`,
  })
}
