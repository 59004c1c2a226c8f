import { coordinators, peopleOfMember } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { type MailTemplate, queueMail } from '#platform/mail/index.ts'
import { bodyName } from '../queries/officers.ts'

/** A letter that a successor may read and answer from now on. */
export type PassedLetter = {
  communication: string
  number: number
  predecessor: string
  successor: string
  member: string | null
  forCoalition: boolean
}

type Name = Record<string, string>

type Facts = { before: Name; body: Name; letters: number }

const passedOn: MailTemplate<Facts> = {
  key: 'authorities.letters_passed_on',
  subject: (i18n, { body }) => i18n.t('authorities.body.mail.subject', { body: i18n.text(body).value }),
  paragraphs: (i18n, { before, body, letters }) => [
    i18n.t('authorities.body.mail.text', {
      ...{ before: i18n.text(before).value, body: i18n.text(body).value, letters },
    }),
    i18n.t('authorities.body.mail.then'),
  ],
  action: i18n => i18n.t('authorities.body.mail.see'),
}

export const successionMails = [passedOn]

/** Whose letters a successor may read now hears of it once, however many there are. */
export async function lettersPassedOn(tx: Tx, letters: readonly PassedLetter[]): Promise<void> {
  const told = new Map<string, Set<string>>()
  for (const { communication, member, forCoalition } of letters) {
    const people = member ? await peopleOfMember(tx, member) : []
    if (forCoalition) people.push(...(await coordinators(tx)))
    for (const person of people) told.set(person, (told.get(person) ?? new Set<string>()).add(communication))
  }
  const [{ predecessor, successor, communication }] = letters as [PassedLetter]
  const nameOf = async (body: string) => ({ ...(await bodyName(tx, body)) }) as Name
  const names = { before: await nameOf(predecessor), body: await nameOf(successor) }
  for (const [person, own] of told)
    await queueMail(tx, {
      ...{ person, template: passedOn.key, category: 'soon', link: `/bodies/${predecessor}` },
      event: `${passedOn.key} ${successor} ${communication}`,
      values: { ...names, letters: own.size },
    })
}
