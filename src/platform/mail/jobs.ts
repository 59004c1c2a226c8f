import { enqueue, GiveUp, type JobContext, type JobDefinition, NotYet } from '#platform/jobs/index.ts'
import { digestOf, letterOf, type MailPlace, senderName, type Told, unsubscribeUrl } from './compose.ts'
import { isDue } from './due.ts'
import type { Letter } from './letter.ts'
import { type Recipient, recipientOf, recipientPerson } from './recipient.ts'
import {
  claim,
  drop,
  findMail,
  forgetMail,
  markSent,
  peopleWithNews,
  putBack,
  type StoredMail,
  unsentNews,
} from './stored-mail.ts'
import type { MailTemplate } from './template.ts'
import { hostOf, post, SmtpError } from './transport.ts'

/** Seconds that an attempt may take. Longer than SMTP waits, so that nobody sends what another is still sending. */
const timeout = 300

type Templates = ReadonlyMap<string, MailTemplate>

function toldOf(templates: Templates, { template, values, link, place }: StoredMail): Told {
  const known = templates.get(template)
  if (!known) throw new GiveUp('no-template')
  return { template: known, values, link, place }
}

type Sending = { mails: StoredMail[]; letter: Letter; recipient: Recipient; messageId: string; news: boolean }

/**
 * Claims, sends, marks. When the process dies between sending and marking, the mail is sent a second time, under the same
 * Message-ID: SMTP allows no better, and losing a mail would be worse.
 */
async function send(
  context: JobContext,
  { mails, letter, recipient, messageId, news }: Sending,
): Promise<void> {
  const { platform, worker } = context
  const ids = mails.map(mail => mail.id)
  const claimed = await claim(worker, ids, messageId, timeout)
  if (claimed.length < ids.length) {
    await putBack(worker, claimed)
    throw new NotYet('mail-in-hand')
  }
  const { person, locale, address } = recipient
  const unsubscribe = news && person !== null ? unsubscribeUrl(platform, { locale, person }) : undefined
  const places: MailPlace[] = mails.map(mail => mail.place)
  try {
    await post(
      platform,
      { to: address, from: senderName(recipient, places), messageId, letter, unsubscribe },
      'news',
    )
  } catch (error) {
    await putBack(worker, ids)
    throw error instanceof SmtpError && error.addressRefused ? new GiveUp('address-refused') : error
  }
  await markSent(worker, ids)
}

async function sendOne(context: JobContext, templates: Templates, id: string): Promise<void> {
  const { platform, worker } = context
  const mail = await findMail(worker, id)
  if (!mail || mail.status === 'sent' || mail.status === 'dropped') return
  const recipient = await recipientOf(context, mail)
  if (typeof recipient === 'string') return drop(worker, [mail.id], recipient)
  const news = mail.category !== 'asked'
  if (news && recipient.digest === 'none') return drop(worker, [mail.id], 'not-wanted')
  if (mail.category === 'news' && recipient.digest !== 'each') return
  const letter = letterOf(platform, recipient, toldOf(templates, mail), news)
  const messageId = mail.messageId ?? `<${mail.id}@${hostOf(platform)}>`
  await send(context, { mails: [mail], letter, recipient, messageId, news })
}

const digestMark = '<digest.'

// A digest that was being sent when its process died goes again as it was; only then comes what arrived since.
function nextDigest(
  mails: StoredMail[],
  host: string,
  job: string,
): { batch: StoredMail[]; messageId: string } {
  const begun = mails.find(mail => mail.messageId?.startsWith(digestMark))?.messageId
  if (begun) return { batch: mails.filter(mail => mail.messageId === begun), messageId: begun }
  const batch = mails.filter(mail => mail.status === 'waiting').slice(0, 100)
  return { batch, messageId: `${digestMark}${job}@${host}>` }
}

async function sendDigest(context: JobContext, templates: Templates, person: string): Promise<void> {
  const { platform, worker } = context
  const mails = await unsentNews(worker, person)
  if (!mails.length) return
  const recipient = await recipientPerson(context, person)
  const ids = mails.map(mail => mail.id)
  if (typeof recipient === 'string') return drop(worker, ids, recipient)
  if (recipient.digest === 'none') return drop(worker, ids, 'not-wanted')
  const since = Temporal.Instant.from(mails[0]!.queuedAt)
  if (!isDue(recipient.digest, mails[0]!.place?.zone ?? 'UTC', since, Temporal.Now.instant())) return
  const { batch, messageId } = nextDigest(mails, hostOf(platform), context.job)
  if (!batch.length) return
  const letter = digestOf(
    platform,
    recipient,
    batch.map(mail => toldOf(templates, mail)),
  )
  await send(context, { mails: batch, letter, recipient, messageId, news: true })
}

async function planDigests(context: JobContext): Promise<void> {
  const now = Temporal.Now.instant()
  for (const { person, since, zone } of await peopleWithNews(context.worker)) {
    if (!isDue('daily', zone ?? 'UTC', Temporal.Instant.from(since), now)) continue
    await context.inScope({ umbrella: null, account: null }, 'write', tx =>
      enqueue(tx, 'mail.digest', { umbrella: null, id: person }, { singletonKey: person }),
    )
  }
}

// What was sent leaves only its event, so that it is not told again; after so long nobody would.
async function tidy({ worker }: JobContext): Promise<void> {
  await worker.query(`delete from platform.mail where settled_at < now() - interval '400 days'`)
  await worker.query(`delete from platform.job_marks where done_at < now() - interval '60 days'`)
}

/** The mail jobs. `templates` are those of all rooms. */
export function mailJobs(rooms: readonly MailTemplate[]): JobDefinition[] {
  const templates: Templates = new Map(rooms.map(template => [template.key, template]))
  if (templates.size < rooms.length) throw new Error('two mail templates have the same key')
  const retry = { limit: 8, delay: 60, backoff: true }
  const each = 'installation'
  return [
    { queue: 'mail.send', timeout, retry, handler: (context, { id }) => sendOne(context, templates, id) },
    {
      queue: 'mail.digest',
      timeout,
      retry,
      handler: (context, { id }) => sendDigest(context, templates, id),
    },
    {
      queue: 'mail.plan-digests',
      schedule: { cron: '2 * * * *', zone: 'UTC', each },
      handler: planDigests,
    },
    {
      queue: 'mail.forget',
      retry,
      handler: async ({ worker }, { umbrella, id }) => {
        const passing = rooms.filter(template => template.passing).map(({ key }) => key)
        if (!(await forgetMail(worker, { umbrella, id, templates: passing })))
          throw new NotYet('mail-being-sent')
      },
    },
    { queue: 'mail.tidy', schedule: { cron: '17 3 * * *', zone: 'UTC', each }, handler: tidy },
  ]
}
