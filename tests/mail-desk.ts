import pg from 'pg'
import { pino } from 'pino'
import type { Database } from '#platform/database/open.ts'
import { inScope, type Scope, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { type JobDefinition, startJobs } from '#platform/jobs/index.ts'
import { closeMail, type MailCategory, type MailTemplate, mailJobs, queueMail } from '#platform/mail/index.ts'
import type { Platform } from '#platform/platform.ts'
import { freshDatabase } from './database.ts'
import { type MailServer, startMailServer } from './mail-server.ts'
import { type NewPerson, newPerson, newUmbrella } from './umbrella.ts'
import { until } from './until.ts'

/** The template that the tests of mail use. */
export const published: MailTemplate<{ name: string; until: string }> = {
  key: 'test.published',
  subject: (_i18n, { name }) => `Заяву «${name}» оприлюднено`,
  paragraphs: (i18n, { name, until }) => [`${name}: до ${i18n.dateTime(until)}`],
  action: () => 'Переглянути заяву',
}
export const values = { name: 'Рада ромів', until: '2026-11-20T22:30:00Z' }

export type Reader = { person: string; address: string }
export type StoredRow = {
  id: string
  status: string
  because: string | null
  values: object
  link: string | null
  message_id: string | null
  attempts: number
}

function platformOn(database: Database, server: MailServer | null): Platform {
  return {
    database,
    log: pino({ level: 'silent' }),
    config: { smtpUrl: server?.url ?? null, origin: 'https://parasol.example.org' },
    secrets: { mail: Buffer.alloc(32, 7) },
    demonstration: server === null,
  } as unknown as Platform
}

/**
 * A program that sends mail to a real mail server, on a database of its own, with one umbrella. With `demonstration` it has
 * no mail server.
 */
export async function openMailDesk(
  options: { demonstration?: boolean; jobs?: JobDefinition[]; templates?: MailTemplate[] } = {},
) {
  const database = await freshDatabase()
  const server = await startMailServer()
  const platform = platformOn(database, options.demonstration ? null : server)
  const umbrella = await newUmbrella(database, {
    name: { uk: 'Інтернаціональний союз', en: 'International Union' },
  })
  const definitions = [...mailJobs([published, ...(options.templates ?? [])]), ...(options.jobs ?? [])]
  const jobs = await startJobs(platform, definitions, { poll: 1, supervise: 1 })

  async function reader(
    given: NewPerson & { verified?: boolean; umbrellas?: string[] } = {},
  ): Promise<Reader> {
    const person = await newPerson(database, given.umbrellas ?? [umbrella], given)
    const address = `p-${person}@example.org`
    await database.owner.query('insert into accounts.users (id, email, email_verified) values ($1, $2, $3)', [
      person,
      address,
      given.verified ?? true,
    ])
    return { person, address }
  }

  const write = <T>(work: (tx: Tx) => Promise<T>, scope: Scope = { umbrella, account: null }) =>
    inScope(database.request, scope, 'write', work)

  function tell(
    { person }: { person: string },
    category: MailCategory,
    event = `test ${newId()}`,
    place = umbrella,
  ) {
    const mail = { person, event, template: published.key, values, category, link: '/applications/1' }
    return write(tx => queueMail(tx, mail), { umbrella: place, account: null })
  }

  async function stored(person: string): Promise<StoredRow[]> {
    const { rows } = await database.owner.query<StoredRow>(
      `select id, status, dropped_because as because, values, link, message_id, attempts
       from platform.mail where person_id = $1 order by queued_at, id`,
      [person],
    )
    return rows
  }

  const settled = ({ person }: { person: string }, status: string) =>
    until(
      async () => (await stored(person)).every(mail => mail.status === status),
      async () => `not ${status}: ${JSON.stringify(await stored(person))}`,
    )

  async function askJobs<R extends pg.QueryResultRow>(sql: string): Promise<R[]> {
    const client = new pg.Client(database.worker)
    await client.connect()
    return client
      .query<R>(sql)
      .then(({ rows }) => rows)
      .finally(() => client.end())
  }

  /** Lets waiting retries begin at once. */
  const hurry = () => askJobs(`update pgboss.job set start_after = now() where state = 'retry'`)

  /** Waits until nothing is under way any more: whatever was asked for was done, or put off. */
  const quiet = () =>
    until(async () => {
      const under = `select from platform.outbox where start_after <= now()
        union all select from pgboss.job where state in ('created', 'active') and start_after <= now()`
      return (await askJobs(under)).length === 0
    }, 'nothing is under way')

  async function close() {
    await jobs.stop()
    await closeMail(platform)
    await server.stop()
  }

  return { database, server, platform, umbrella, reader, write, tell, stored, settled, hurry, quiet, close }
}

export type MailDesk = Awaited<ReturnType<typeof openMailDesk>>
