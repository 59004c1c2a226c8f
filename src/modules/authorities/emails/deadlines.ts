import { coordinators, peopleOfMember } from '#modules/network/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { type MailTemplate, queueMail } from '#platform/mail/index.ts'

/** Numbers and days only: what a letter is about stays in the house. */
type Facts = { number: number; on: string; days: number; old: string }

const mailOf = (
  key: string,
  subject: MessageKey,
  paragraphs: readonly MessageKey[],
  action: MessageKey,
): MailTemplate<Facts> => {
  return {
    key: `authorities.${key}`,
    subject: ({ t }, { number }) => t(subject, { number }),
    paragraphs: (i18n, { number, on, days, old }) =>
      paragraphs.map(paragraph =>
        i18n.t(paragraph, { number, on: i18n.date(on), days, old: i18n.date(old) }),
      ),
    action: ({ t }) => t(action),
  }
}

const near = mailOf(
  'deadline_near',
  'authorities.deadline.mail.nearSubject',
  ['authorities.deadline.mail.nearText'],
  'authorities.deadline.mail.see',
)
const breached = mailOf(
  'deadline_breached',
  'authorities.deadline.mail.breachedSubject',
  ['authorities.deadline.mail.breachedText', 'authorities.deadline.mail.breachedThen'],
  'authorities.deadline.mail.seeRemedies',
)
const moved = mailOf(
  'deadline_moved',
  'authorities.deadline.mail.movedSubject',
  ['authorities.deadline.mail.movedText'],
  'authorities.deadline.mail.see',
)

export const deadlineMails = [near, breached, moved]

/** A clock that people are told of. */
export type ToldClock = {
  deadline: string
  number: number
  membership: string | null
  due_on: string
  days?: number
  old_due_on?: string
}

// Whoever may write for it: its member, the secretariat for what left through the coalition.
async function peopleOf(tx: Tx, { deadline, membership }: ToldClock): Promise<Set<string>> {
  const [sent] = await rows<{ together: boolean }>(
    tx,
    'authorities.sent-by-coalition',
    'select authorities.sent_by_coalition($1) as together',
    [deadline],
  )
  const own = membership ? await peopleOfMember(tx, membership) : []
  return new Set([...own, ...(sent!.together ? await coordinators(tx) : [])])
}

async function tell(tx: Tx, template: MailTemplate<Facts>, clock: ToldClock): Promise<void> {
  const { deadline, number, due_on: on, days = 0, old_due_on: old = on } = clock
  for (const person of await peopleOf(tx, clock))
    await queueMail(tx, {
      ...{ person, template: template.key, category: 'soon', link: `/communications/${number}` },
      event: `${template.key} ${deadline} ${on}`,
      values: { number, on, days, old },
    })
}

export const deadlineIsNear = (tx: Tx, clock: ToldClock) => tell(tx, near, clock)
export const deadlineIsBreached = (tx: Tx, clock: ToldClock) => tell(tx, breached, clock)
export const deadlineHasMoved = (tx: Tx, clock: ToldClock) => tell(tx, moved, clock)
