import { mkdtemp, rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { readArrivedMail } from '#modules/authorities/actions/read-mail.ts'
import { replyAddress } from '#modules/authorities/actions/reply-address.ts'
import { communicationMailbox } from '#modules/authorities/actions/take-mail.ts'
import type { MailSettings } from '#platform/config.ts'
import { inScope } from '#platform/database/scope.ts'
import { type Mailbox, receiveMail } from '#platform/incoming-mail/index.ts'
import type { Receiver, ReceiverOptions } from '#platform/incoming-mail/receiver.ts'
import type { JobContext } from '#platform/jobs/index.ts'
import type { Platform } from '#platform/platform.ts'
import { until } from './until.ts'

export const mailHost = 'post.example'

/** A folder for mail that is being received, gone after the tests. */
export async function mailFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'parasol-mail-'))
  return { folder, remove: () => rm(folder, { recursive: true }) }
}

/** The real receiver on a free port of this machine. */
export function startReceiver(
  platform: Platform,
  options: ReceiverOptions,
  settings: Partial<MailSettings> = {},
  mailboxes: Mailbox[] = [communicationMailbox],
): Promise<Receiver> {
  platform.config.mail = { port: 0, host: mailHost, listen: '127.0.0.1', tls: null, ...settings }
  return receiveMail(platform, mailboxes, options)
}

/** Sends as a mail server does. Rejects with what the receiver answered (`responseCode`). */
export const sendMail = ({ port }: Receiver, mail: SendMailOptions, more: object = {}) =>
  createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true, ...more }).sendMail(mail)

/** What the receiver answers to a mail: 250, or the number of its no. */
export const answerTo = (receiver: Receiver, mail: SendMailOptions): Promise<number> =>
  sendMail(receiver, mail).then(
    () => 250,
    (error: { responseCode?: number }) => error.responseCode ?? 0,
  )

/** A conversation by hand: `say` sends bytes, `hears` waits for a line that begins like this. */
export async function converse({ port }: Receiver) {
  const socket: Socket = connect(port, '127.0.0.1')
  let heard = ''
  let ended = false
  socket.on('data', bytes => {
    heard += bytes.toString('latin1')
  })
  socket.on('close', () => {
    ended = true
  })
  socket.on('error', () => {})
  const own = {
    socket,
    say: (text: string | Buffer) => socket.write(text),
    hears: async (beginning: string) => {
      const line = () => heard.split('\r\n').find(one => one.startsWith(beginning))
      await until(
        () => line() !== undefined,
        () => `${beginning} was not said; heard: ${heard}`,
      )
      const found = line()!
      heard = ''
      return found
    },
    ended: () =>
      until(
        () => ended,
        () => `the connection is still open; heard: ${heard}`,
      ),
  }
  await own.hears('220')
  return own
}

/** Goes as far as the data of a mail to this address. */
export async function begin(receiver: Receiver, to: string, from = 'someone@office.example') {
  const line = await converse(receiver)
  line.say('EHLO sender.example\r\n')
  await line.hears('250 ')
  line.say(`MAIL FROM:<${from}>\r\n`)
  await line.hears('250')
  line.say(`RCPT TO:<${to}>\r\n`)
  await line.hears('250')
  line.say('DATA\r\n')
  await line.hears('354')
  return line
}

/** The address of a communication, as the person asks for it. */
export const addressFor = (
  { database }: Platform,
  scope: { umbrella: string; account: string },
  communication: string,
): Promise<string> =>
  inScope(database.request, scope, 'write', async tx => (await replyAddress(tx, communication, mailHost))!)

/** Reads everything that arrived, as the job does. */
export async function readArrived(platform: Platform): Promise<void> {
  const { database } = platform
  const { rows } = await database.owner.query<{ umbrella: string; id: string }>(
    `select umbrella_id as umbrella, id from authorities.incoming where status = 'arrived' order by received_at, id`,
  )
  const context = {
    platform,
    signal: new AbortController().signal,
    inScope: (scope, mode, work) => inScope(database.request, scope, mode, work),
    once: (scope, work) => inScope(database.request, scope, 'write', work),
  } as JobContext
  for (const { umbrella, id } of rows) await readArrivedMail(context, umbrella, id)
}

export type KeptMail = {
  status: string
  from_address: string
  from_name: string
  subject: string
  text: string
  automatic: boolean
  sender_known: boolean
  bounce: boolean
  communication_id: string | null
  message_id: string | null
  remarks: { kind: string; charset?: string; name?: string; reason?: string }[]
  raw: Buffer
  files: { name: string; type: string }[]
  id: string
}

/** Everything that was kept in an umbrella, in its order, with its bytes. */
export async function keptMail({ database }: Platform, umbrella: string): Promise<KeptMail[]> {
  const { rows } = await database.owner.query<KeptMail>(
    `select i.*, (select string_agg(c.bytes, ''::bytea order by c.position) from platform.file_chunks c
         where c.umbrella_id = i.umbrella_id and c.file_id = i.raw_id) as raw,
       coalesce((select json_agg(json_build_object('name', p.name, 'type', p.media_type) order by f.position)
         from authorities.incoming_files f join platform.files p on p.umbrella_id = f.umbrella_id and p.id = f.file_id
         where f.umbrella_id = i.umbrella_id and f.incoming_id = i.id), '[]') as files
     from authorities.incoming i where i.umbrella_id = $1 order by i.received_at, i.id`,
    [umbrella],
  )
  return rows
}
