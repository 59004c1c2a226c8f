import type { Tx } from '#platform/database/scope.ts'
import { postNames } from '../queries/posts.ts'
import { coordinators } from '../queries/recipients.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const given = mailOf('post_given', {
  subject: 'network.mail.postGiven.subject',
  paragraphs: ['network.mail.postGiven.text', 'network.mail.postGiven.then'],
  action: 'network.mail.seePost',
})
const passedOn = mailOf('post_passed_on', {
  subject: 'network.mail.postPassedOn.subject',
  paragraphs: ['network.mail.postPassedOn.text', 'network.mail.postPassedOn.then'],
  action: 'network.mail.leaveNote',
})
const vacant = mailOf('post_vacant', {
  subject: 'network.mail.postVacant.subject',
  paragraphs: ['network.mail.postVacant.text'],
  action: 'network.mail.seePost',
})

export const postMails = [given, passedOn, vacant]

type About = { post: string; event: string }

async function letter(tx: Tx, { post, event }: About, day: string | null) {
  const { title } = await postNames(tx, post, null)
  const facts = { name: title, ...(day ? { on: day } : {}) }
  return { about: event, facts, category: 'asked' as const, link: `/posts/${post}` }
}

/** The new holder and the one before hear of the day; `event` is the act that decided it. */
export async function postHandedOver(
  tx: Tx,
  { day, to, from, ...about }: About & { day: string; to: string | null; from: readonly string[] },
): Promise<void> {
  const told = await letter(tx, about, day)
  if (to) await tell(tx, [to], { ...told, template: given })
  await tell(tx, from, { ...told, template: passedOn })
}

/** The holder laid the post down: the coordinators look for somebody else. */
export async function postLaidDown(tx: Tx, about: About): Promise<void> {
  await tell(tx, await coordinators(tx), { ...(await letter(tx, about, null)), template: vacant })
}
