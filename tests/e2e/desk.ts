import { verifyJournal } from '#platform/journal/verify.ts'
import { until } from '../until.ts'
import type { Program } from './program.ts'

/** A mail that the demonstration keeps instead of sending it. */
export type KeptMail = { subject: string; text: string; html: string; person: string | null }

/** All mails, oldest first, that `matches`. */
export async function mails(
  { platform }: Program,
  matches: (mail: KeptMail) => boolean = () => true,
): Promise<KeptMail[]> {
  const { rows } = await platform.database.owner.query<KeptMail>(
    `select subject, body_text as text, body_html as html, person_id as person
     from platform.demonstration_mail order by sent_at, id`,
  )
  return rows.filter(matches)
}

/** Waits for a mail that `matches`, beyond the `known` ones. Returns the newest. */
export async function nextMail(
  program: Program,
  known: number,
  matches: (mail: KeptMail) => boolean = () => true,
): Promise<KeptMail> {
  let found: KeptMail[] = []
  await until(async () => {
    found = await mails(program, matches)
    return found.length > known
  })
  return found.at(-1)!
}

const written = /(\d{3}) (\d{3})/
const hasCode = ({ subject }: KeptMail) => written.test(subject)

/** Does what makes the program mail a code, and reads the code from the mail. */
export async function mailedCode(program: Program, ask: () => Promise<unknown>): Promise<string> {
  const known = (await mails(program, hasCode)).length
  await ask()
  const { subject } = await nextMail(program, known, hasCode)
  const [, first, second] = written.exec(subject)!
  return `${first}${second}`
}

/** The number that `sql` counts. */
export async function count({ platform }: Program, sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await platform.database.owner.query<{ count: string }>(sql, values)
  return Number(rows[0]!.count)
}

/** Waits until no journal has an entry that is not sealed yet. */
export async function untilSealed(program: Program): Promise<void> {
  const waiting = 'select count(*) from platform.journal_entries where leaf is null'
  await until(async () => (await count(program, waiting)) === 0)
}

/** What `parasol journal verify` finds wrong, in every umbrella. */
export async function journalFindings({ platform, app }: Program): Promise<unknown[]> {
  const client = await platform.database.owner.connect()
  try {
    const findings: unknown[] = []
    for (const { id } of app.umbrellas.list())
      findings.push(...(await verifyJournal(client, id, [])).findings)
    return findings
  } finally {
    client.release()
  }
}

/** The id of a person of the cast. */
export async function accountOf({ platform }: Program, address: string): Promise<string> {
  const { rows } = await platform.database.owner.query<{ id: string }>(
    'select id from accounts.users where email = $1',
    [address],
  )
  if (!rows[0]) throw new Error(`nobody has the address ${address}`)
  return rows[0].id
}
