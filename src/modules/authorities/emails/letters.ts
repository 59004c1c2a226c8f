import { coordinators, nameOf, peopleInside, peopleOfMember } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { MessageKey, MessageValues } from '#platform/i18n/index.ts'
import { type MailCategory, type MailTemplate, queueMail } from '#platform/mail/index.ts'

type Facts = { title: string; number: number; member?: Record<string, string>; until?: string }

type Texts = { subject: MessageKey; text: MessageKey; action: MessageKey }

const template = (key: string, { subject, text, action }: Texts): MailTemplate<Facts> => {
  const words = (facts: Facts): MessageValues => ({ title: facts.title, number: facts.number })
  return {
    key: `authorities.${key}`,
    subject: (i18n, facts) => i18n.t(subject, words(facts)),
    paragraphs: (i18n, facts) => [
      i18n.t(text, {
        ...words(facts),
        member: facts.member ? i18n.text(facts.member).value : '',
        until: facts.until ? i18n.date(facts.until) : '',
      }),
    ],
    action: i18n => i18n.t(action),
  }
}

const opened = template('letter_opened', {
  subject: 'authorities.letter.mail.opened.subject',
  text: 'authorities.letter.mail.opened.text',
  action: 'authorities.letter.mail.read',
})
const signingEnded = template('signing_over', {
  subject: 'authorities.letter.mail.over.subject',
  text: 'authorities.letter.mail.over.text',
  action: 'authorities.letter.mail.send',
})
const askedToSend = template('letter_asked', {
  subject: 'authorities.letter.mail.asked.subject',
  text: 'authorities.letter.mail.asked.text',
  action: 'authorities.letter.mail.read',
})

export const letterMails: MailTemplate<Facts>[] = [opened, signingEnded, askedToSend]

type Sending = {
  letter: MailTemplate<Facts>
  about: string
  facts: Facts
  category: MailCategory
  link: string
}

async function send(tx: Tx, persons: Iterable<string>, { letter, about, facts, category, link }: Sending) {
  const { rows } = await tx.$client.query<{ asking: string | null }>(
    'select platform.current_account() as asking',
  )
  for (const person of new Set(persons)) {
    if (person === rows[0]!.asking) continue
    const event = `${letter.key} ${about}`
    await queueMail(tx, { person, event, template: letter.key, values: facts, category, link })
  }
}

type About = { id: string; number: number; title: string; membershipId: string | null }

/** A letter waits for signatures: news for everybody who acts for a member or partner. */
export async function letterOpened(tx: Tx, about: About & { until: string }): Promise<void> {
  const { id, number, title, membershipId, until } = about
  await send(tx, await peopleInside(tx), {
    letter: opened,
    about: id,
    facts: { title, number, until, ...(membershipId ? { member: await nameOf(tx, membershipId) } : {}) },
    category: 'news',
    link: `/communications/${number}`,
  })
}

/** Nobody sends a letter but a person: its author, or the secretariat for the coalition, is reminded. */
export async function signingOver(tx: Tx, { id, number, title, membershipId }: About): Promise<void> {
  await send(tx, membershipId ? await peopleOfMember(tx, membershipId) : await coordinators(tx), {
    letter: signingEnded,
    about: id,
    facts: { title, number },
    category: 'asked',
    link: `/communications/${number}/sending`,
  })
}

/** A member asks the secretariat to send a letter in the coalition's name. */
export async function secretariatAsked(
  tx: Tx,
  about: { id: string; title: string; membershipId: string; updatedAt: string },
): Promise<void> {
  await send(tx, await coordinators(tx), {
    letter: askedToSend,
    about: `${about.id} ${about.updatedAt}`,
    facts: { title: about.title, number: 0, member: await nameOf(tx, about.membershipId) },
    category: 'asked',
    link: `/communications/drafts/${about.id}`,
  })
}
