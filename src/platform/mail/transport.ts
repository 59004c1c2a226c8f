import nodemailer, { type Transporter } from 'nodemailer'
import pg from 'pg'
import { newId } from '#platform/id.ts'
import { GiveUp } from '#platform/jobs/index.ts'
import type { Platform } from '#platform/platform.ts'
import { type Letter, letterHtml, letterText } from './letter.ts'

/** A letter with everything that SMTP needs. `unsubscribe` is the address of the one-click page, for news alone. */
export type Posting = {
  to: string
  from: string
  messageId: string
  letter: Letter
  unsubscribe?: string
  /** Where an answer goes; otherwise to the sender's address. */
  replyTo?: string
  attachment?: MailAttachment
  /** A person sends it, and may be answered: it does not say that a machine wrote it. */
  byPerson?: true
}

/** A file that goes with a letter. */
export type MailAttachment = { name: string; mediaType: string; content: Uint8Array }

const seconds = 1000

/** An error of the mail server, without what it said: servers quote addresses. */
export class SmtpError extends Error {
  override name = 'SmtpError'
  readonly code: string | undefined
  readonly responseCode: number | undefined

  constructor({ code, responseCode }: { code?: string; responseCode?: number }) {
    super([code, responseCode].filter(Boolean).join(' '))
    this.code = code
    this.responseCode = responseCode
  }

  /** The server says that this address will not work tomorrow either (RFC 5321 §4.2.1), not that it dislikes us. */
  get addressRefused(): boolean {
    return this.code === 'EENVELOPE' && [550, 551, 553].includes(this.responseCode ?? 0)
  }
}

/** The host of the installation, as mail names it. */
export const hostOf = (platform: Platform): string => new URL(platform.config.origin).hostname

/** From address: `?from=…` of SMTP_URL, or its user when that is an address, or `parasol@` and the host of the origin. */
function senderAddress(platform: Platform): string {
  const url = URL.parse(platform.config.smtpUrl ?? '')
  const user = decodeURIComponent(url?.username ?? '')
  return url?.searchParams.get('from') ?? (user.includes('@') ? user : `parasol@${hostOf(platform)}`)
}

function connect(url: string, platform: Platform, maxConnections: number): Transporter {
  const { hostname } = new URL(url)
  const local = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)
  return nodemailer.createTransport({
    pool: true,
    maxConnections,
    // What we say in EHLO is the installation's name, not the machine's.
    name: hostOf(platform),
    // Codes and names travel in it: in the clear only where SMTP_URL says so (`?requireTLS=false`).
    requireTLS: !local,
    connectionTimeout: 20 * seconds,
    greetingTimeout: 20 * seconds,
    socketTimeout: 60 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
    url,
  })
}

type Post = { news: Transporter | null; codes: Transporter | null }
const posts = new WeakMap<Platform, Post>()

// Codes have connections of their own: they never queue behind a thousand letters.
function postOf(platform: Platform): Post {
  const known = posts.get(platform)
  if (known) return known
  const { smtpUrl } = platform.config
  const post: Post = {
    news: smtpUrl === null ? null : connect(smtpUrl, platform, 3),
    codes: smtpUrl === null ? null : connect(smtpUrl, platform, 2),
  }
  posts.set(platform, post)
  return post
}

async function show(platform: Platform, { to, messageId, letter }: Posting): Promise<void> {
  if (!platform.demonstration) throw new GiveUp('no-mail-server')
  const { rows } = await platform.database.accounts.query<{ id: string }>(
    'select id from accounts.users where email = lower($1)',
    [to],
  )
  const text = letterText(letter)
  const person = rows[0]?.id ?? null
  // An invitation to somebody who is not here yet: whoever runs the demonstration reads it in the terminal.
  if (person === null)
    platform.log.info({ subject: letter.subject, text }, 'demonstration: a mail to nobody’s account')
  const client = new pg.Client(platform.database.worker)
  await client.connect()
  await client
    .query(
      `insert into platform.demonstration_mail (id, person_id, message_id, subject, body_text, body_html)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [newId(), person, messageId, letter.subject, text, await letterHtml(letter)],
    )
    .finally(() => client.end())
}

/** Hands a letter to the mail server, or shows it in a demonstration. Throws SmtpError. */
export async function post(platform: Platform, posting: Posting, by: keyof Post): Promise<void> {
  const transport = postOf(platform)[by]
  if (!transport) return show(platform, posting)
  const { to, from, messageId, letter, unsubscribe, replyTo, attachment, byPerson } = posting
  const headers: Record<string, string> = {
    ...(byPerson ? {} : { 'Auto-Submitted': 'auto-generated' }),
    'Content-Language': letter.lang,
  }
  if (unsubscribe !== undefined) {
    headers['List-Unsubscribe'] = `<${unsubscribe}>`
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click'
  }
  try {
    await transport.sendMail({
      to,
      from: { name: from, address: senderAddress(platform) },
      subject: letter.subject,
      text: letterText(letter),
      html: await letterHtml(letter),
      messageId,
      replyTo,
      attachments: attachment && [
        {
          filename: attachment.name,
          contentType: attachment.mediaType,
          content: Buffer.from(attachment.content),
        },
      ],
      headers,
    })
  } catch (error) {
    throw new SmtpError(error as { code?: string; responseCode?: number })
  }
}

/** Closes the connections to the mail server. */
export function closePost(platform: Platform): void {
  const known = posts.get(platform)
  known?.news?.close()
  known?.codes?.close()
  posts.delete(platform)
}
