import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { RegisterAsk } from '../forms/register.ts'
import type { PublicCommunication, RegisterEntry } from '../schema/register.ts'
import { type Group, groupsOf, type RegisterCounts, registerCounts } from './register-counts.ts'
import { senderName } from './sender-name.ts'

export type RegisterPage = {
  entries: RegisterEntry[]
  counts: RegisterCounts
  older: number | null
  newer: number | null
}

const entry = sql`json_build_object('id', e.communication_id, 'number', e.number, 'kind', e.kind, 'title', e.title, 'lang', e.lang,
  'body', json_build_object('id', b.id, 'name', b.name, 'country', b.country, 'region', b.region),
  'member', case when e.membership_id is not null then json_build_object('id', e.membership_id,
    'name', ${senderName(sql`e.membership_id`)}) end,
  'through', e.through, 'directions', e.directions, 'topics', e.topics, 'status', e.status, 'state', e.state,
  'resolution', e.resolution, 'sentOn', e.sent_on, 'answeredOn', e.answered_on, 'days', e.days, 'extended', e.extended,
  'breached', e.breached, 'forms', e.forms, 'cosigners', e.cosigners)`

// Up to so many are looked at one by one; more are walked in the order of their numbers until the page is full.
const few = 3000

const terms = (group: Group): SQL => sql`${sql.param(group.terms)}::text[]`
const isOne = ({ terms }: Group) => terms.length === 1

const holds = (group: Group, number: SQL): SQL => sql`exists (select 1 from authorities.register_terms t
  where t.umbrella_id = platform.current_umbrella() and t.term = any(${terms(group)}) and t.number = ${number})`

type From = RegisterAsk['from']
const ordering = ({ direction }: From) =>
  direction === 'older' ? { order: sql`desc`, sign: sql`<` } : { order: sql`asc`, sign: sql`>` }
const placed = (number: SQL, from: From): SQL =>
  from.number === null ? sql`true` : sql`${number} ${ordering(from).sign} ${from.number}`

const all = (conditions: SQL[]): SQL => sql.join(conditions, sql` and `)

/** Numbers of the rarest group, each tried for the other groups. */
const fromRarest = ([rarest, ...others]: Group[], from: From): SQL => sql`
  select distinct t0.number from authorities.register_terms t0
  where ${all([
    sql`t0.umbrella_id = platform.current_umbrella() and t0.term = any(${terms(rarest!)})`,
    placed(sql`t0.number`, from),
    ...others.map(group => holds(group, sql`t0.number`)),
  ])}`

// Each term has its numbers in order: lists of single terms are merged, and what has several is tried on the way.
function inOrder(groups: Group[], from: From): SQL {
  const single = groups.filter(isOne)
  const joined = single.map((group, n) => {
    const name = sql.raw(`t${n + 1}`)
    return sql`join authorities.register_terms ${name} on ${name}.umbrella_id = platform.current_umbrella()
      and ${name}.term = ${group.terms[0]} and ${name}.number = e0.number`
  })
  const start =
    single.length > 0
      ? sql`(select number from authorities.register_terms
      where umbrella_id = platform.current_umbrella() and term = ${single[0]!.terms[0]})`
      : sql`(select number from authorities.register_entries
      where umbrella_id = platform.current_umbrella())`
  return sql`select e0.number from ${start} e0 ${sql.join(joined.slice(1), sql` `)}
    where ${all([placed(sql`e0.number`, from), ...groups.filter(group => !isOne(group)).map(group => holds(group, sql`e0.number`))])}`
}

async function entriesOf(tx: Tx, groups: Group[], from: From, size: number): Promise<RegisterEntry[]> {
  const rare = groups[0] && groups[0].n <= few
  const numbers = rare ? fromRarest(groups, from) : inOrder(groups, from)
  const { order } = ordering(from)
  const { rows } = await tx.execute<{ entry: RegisterEntry }>(sql`
    select ${entry} as entry from (select n.number from (${numbers}) n order by n.number ${order} limit ${size}) n
    join authorities.register_entries e on e.umbrella_id = platform.current_umbrella() and e.number = n.number
    join authorities.bodies b on b.id = e.body_id
    order by e.number ${order}`)
  return rows.map(row => row.entry)
}

/** One page of the register as asked for, the newest first: two statements, however many communications there are. */
export async function registerPage(tx: Tx, ask: RegisterAsk, size = 40): Promise<RegisterPage> {
  const counts = await registerCounts(tx, ask)
  const groups = groupsOf(ask, counts)
  const found = groups ? await entriesOf(tx, groups, ask.from, size + 1) : []
  const more = found.length > size
  const entries = found.slice(0, size)
  const back = ask.from.direction === 'newer'
  if (back) entries.reverse()
  const hasOlder = back ? ask.from.number !== null : more
  const hasNewer = back ? more : ask.from.number !== null
  return {
    entries,
    counts,
    older: hasOlder ? (entries.at(-1)?.number ?? null) : null,
    newer: hasNewer ? (entries[0]?.number ?? null) : null,
  }
}

/** Everything the register shows for an address, in pages of 500 and one snapshot: the transaction's first statement is here. */
export async function* registerRows(tx: Tx, ask: RegisterAsk): AsyncGenerator<RegisterEntry[]> {
  await tx.execute(sql`set transaction isolation level repeatable read`)
  const groups = groupsOf(ask, await registerCounts(tx, ask))
  if (!groups) return
  let number: number | null = null
  for (;;) {
    const entries: RegisterEntry[] = await entriesOf(tx, groups, { direction: 'older', number }, 500)
    if (entries.length > 0) yield entries
    if (entries.length < 500) return
    number = entries.at(-1)!.number
  }
}

/** One communication as everybody may read it, with its public texts; null when it is not in the register. */
export async function publicCommunication(tx: Tx, number: number): Promise<PublicCommunication | null> {
  const { rows } = await tx.execute<{
    entry: RegisterEntry
    texts: Omit<PublicCommunication, keyof RegisterEntry>
  }>(sql`
    select ${entry} as entry, json_build_object('facts', e.facts, 'grounds', e.grounds, 'proposals', e.proposals,
        'redacted', e.redacted) as texts
    from authorities.register_entries e join authorities.bodies b on b.id = e.body_id
    where e.umbrella_id = platform.current_umbrella() and e.number = ${number}`)
  return rows[0] ? { ...rows[0].entry, ...rows[0].texts } : null
}
