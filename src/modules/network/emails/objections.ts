import type { Tx } from '#platform/database/scope.ts'
import { objectionFacts } from '../queries/mail-facts.ts'
import { coordinators } from '../queries/recipients.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const raised = mailOf('objection_raised', {
  subject: 'network.mail.objection.subject',
  paragraphs: ['network.mail.objection.text', 'network.mail.objection.then'],
  action: 'network.mail.seeApplication',
})
const takenBack = mailOf('objection_withdrawn', {
  subject: 'network.mail.objectionWithdrawn.subject',
  paragraphs: ['network.mail.objectionWithdrawn.text'],
  action: 'network.mail.seeApplication',
})

export const objectionMails = [raised, takenBack]

type About = { application: string; membership: string }
/** The applicant hears who objected and may read why; coordinators prepare a decision. */
export async function objectionRaised(tx: Tx, about: About): Promise<void> {
  const { applicant, objection, ...facts } = await objectionFacts(tx, about)
  const common = { template: raised, about: objection, facts, link: `/applications/${about.application}` }
  await tell(tx, [applicant], { ...common, category: 'asked' })
  await tell(tx, await coordinators(tx), { ...common, category: 'news' })
}

export async function objectionWithdrawn(tx: Tx, about: About): Promise<void> {
  const { applicant, objection, ...facts } = await objectionFacts(tx, about)
  const link = `/applications/${about.application}`
  await tell(tx, [applicant], { template: takenBack, about: objection, facts, category: 'asked', link })
}
