import { communicationMailbox } from '#modules/authorities/actions/take-mail.ts'
import type { Mailbox } from '#platform/incoming-mail/index.ts'
import { addressFor, begin, keptMail, mailFolder, startReceiver } from './incoming-desk.ts'
import { newMandate, newMember } from './members.ts'
import { testPlatform } from './platform.ts'
import { newBody, newSentCommunication } from './sent-communications.ts'
import { newPerson, newUmbrella } from './umbrella.ts'

export type Written = { communication: string; address: string; number: number }

/** An umbrella whose member has written to a public body, a receiver, and the body's office that answers by mail. */
export async function openAnsweringOffice() {
  const platform = await testPlatform()
  const { database } = platform
  const place = await mailFolder()
  let failures = 0
  let written: Written = { communication: '', address: '', number: 0 }
  const fragile: Mailbox = async (its, local) => {
    const keep = await communicationMailbox(its, local)
    return keep && (mail => (failures-- > 0 ? Promise.reject(new Error('gone')) : keep(mail)))
  }
  const free = { place: { burst: 9999, seconds: 1 }, all: { burst: 9999, seconds: 1 } }
  const allowances = { connections: free, mails: free, atOnce: 100, isOwn: () => true }
  const receiver = await startReceiver(platform, { folder: place.folder, allowances }, {}, [fragile])
  const slug = 'letters'
  const umbrella = await newUmbrella(database)
  await database.owner.query('update platform.umbrellas set slug = $2 where id = $1', [umbrella, slug])
  const person = await newPerson(database, [umbrella])

  /** Forgets all mail and writes to the body anew. */
  async function write(): Promise<Written> {
    failures = 0
    await database.owner.query('truncate authorities.incoming, platform.mail cascade')
    const { membership } = await newMember(database, umbrella)
    await newMandate(database, umbrella, membership, person)
    const body = await newBody(database, { email: 'hotline@ombudsman.example' })
    const number = written.number + 1
    const sent = { number, person, membership, body }
    const communication = await newSentCommunication(database, umbrella, sent)
    const address = await addressFor(platform, { umbrella, account: person }, communication)
    written = { communication, address, number }
    return written
  }

  const answer = (over: object = {}) => ({
    from: '"Офіс" <i.ivanenko@ombudsman.example>',
    to: written.address,
    subject: 'Відповідь № 7',
    text: 'Повідомляємо, що звернення розглянуто.',
    ...over,
  })

  /** Sends a mail by hand, as its bytes. */
  async function deliver(raw: string | Buffer, from?: string): Promise<void> {
    const line = await begin(receiver, written.address, from)
    line.say(raw)
    line.say('\r\n.\r\n')
    await line.hears('250')
    line.say('QUIT\r\n')
    await line.ended()
  }

  const kept = () => keptMail(platform, umbrella)
  const told = async () =>
    (await database.owner.query('select person_id as person, link, values from platform.mail')).rows
  const messages = async (of = written.communication) =>
    (
      await database.owner.query(
        `select m.direction, m.channel, m.from_name, m.subject, m.text, m.prominence, encode(m.raw_sha256, 'hex') as sha256,
           (select count(*)::int from authorities.attachments a where a.message_id = m.id) as files
         from authorities.messages m where m.communication_id = $1 order by m.received_at`,
        [of],
      )
    ).rows
  const close = async () => {
    await receiver.close()
    await place.remove()
  }
  return {
    ...{ platform, receiver, umbrella, slug, person, write, answer, deliver, kept, told, messages, close },
    failNext: () => {
      failures = 1
    },
  }
}
