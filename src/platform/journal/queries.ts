import { rows, type Tx } from '#platform/database/scope.ts'
import type { Json } from './record.ts'

/** A sealed entry as a page shows it. Hashes are lower-case hexadecimal; who did it is not part of it. */
export type JournalRow = {
  /** Number of the entry in its umbrella, from 0, without gaps. */
  leaf: number
  sealedAt: Temporal.Instant
  recordedAt: Temporal.Instant
  action: string
  member: string | null
  subject: { type: string; id: string }
  rule: { key: string; version: number } | null
  detail: { [key: string]: Json } | null
  leafHash: string
  /** The detail named a person who was forgotten. */
  erased: boolean
}

export type JournalPage = {
  /** Entries before this leaf; absent for the newest. */
  before?: number
  /** At most this many, up to 200. */
  limit: number
  /** What the page's policy lets this reader see. */
  visibility: 'public' | 'members'
  /** Only what was done for this member. */
  member?: string
}

type Row = Omit<JournalRow, 'sealedAt' | 'recordedAt' | 'subject' | 'rule'> & {
  sealedAt: string
  recordedAt: string
  subjectType: string
  subjectId: string
  ruleKey: string | null
  ruleVersion: number | null
}

const columns = `e.leaf, e.recorded_at as "recordedAt", e.action, e.member_id as member,
  e.subject_type as "subjectType", e.subject_id as "subjectId", e.rule_key as "ruleKey", e.rule_version as "ruleVersion",
  e.detail, e.detail_salt is null as erased, encode(n.hash, 'hex') as "leafHash",
  (select r.sealed_at from platform.journal_roots r where r.umbrella_id = e.umbrella_id and r.size > e.leaf
   order by r.size limit 1) as "sealedAt"`

const toRow = ({ subjectType, subjectId, ruleKey, ruleVersion, ...row }: Row): JournalRow => ({
  ...row,
  sealedAt: Temporal.Instant.from(row.sealedAt),
  recordedAt: Temporal.Instant.from(row.recordedAt),
  subject: { type: subjectType, id: subjectId },
  rule: ruleKey === null ? null : { key: ruleKey, version: ruleVersion! },
})

/** Sealed entries of this umbrella, newest first. The page before it starts at the last row's `leaf`. */
export async function journalPage(tx: Tx, page: JournalPage): Promise<JournalRow[]> {
  const shown = page.visibility === 'public' ? ['public'] : ['public', 'members']
  const found = await rows<Row>(
    tx,
    'journal.page',
    `select ${columns} from platform.journal_entries e
     join platform.journal_nodes n on n.umbrella_id = e.umbrella_id and n.level = 0 and n.position = e.leaf
     where e.umbrella_id = platform.current_umbrella() and e.leaf < $1 and e.visibility = any($2::text[])
       and ($3::uuid is null or e.member_id = $3)
     order by e.leaf desc limit $4`,
    [page.before ?? Number.MAX_SAFE_INTEGER, shown, page.member ?? null, Math.min(page.limit, 200)],
  )
  return found.map(toRow)
}

/** What was recorded about one row, oldest first, for a timeline. At most 200 entries. */
export async function journalOf(
  tx: Tx,
  subject: { type: string; id: string },
  visibility: JournalPage['visibility'],
): Promise<JournalRow[]> {
  const found = await rows<Row>(
    tx,
    'journal.of-subject',
    `select ${columns} from platform.journal_entries e
     join platform.journal_nodes n on n.umbrella_id = e.umbrella_id and n.level = 0 and n.position = e.leaf
     where e.umbrella_id = platform.current_umbrella() and e.subject_type = $1 and e.subject_id = $2
       and e.visibility = any($3::text[])
     order by e.leaf limit 200`,
    [subject.type, subject.id, visibility === 'public' ? ['public'] : ['public', 'members']],
  )
  return found.map(toRow)
}

/** A root as it was stored: how many entries it covers, its hash (hexadecimal), when. */
export type JournalRoot = { size: number; root: string; sealedAt: Temporal.Instant; previousSize: number }

/** The newest roots of this umbrella, newest first. */
export async function journalRoots(tx: Tx, limit: number): Promise<JournalRoot[]> {
  const found = await rows<Omit<JournalRoot, 'sealedAt'> & { sealedAt: string }>(
    tx,
    'journal.roots',
    `select size, encode(root, 'hex') as root, sealed_at as "sealedAt", previous_size as "previousSize"
     from platform.journal_roots where umbrella_id = platform.current_umbrella() order by size desc limit $1`,
    [limit],
  )
  return found.map(row => ({ ...row, sealedAt: Temporal.Instant.from(row.sealedAt) }))
}

/** Hashes (hexadecimal) of leaves `from` to `to - 1`, visible or not: from all of them anybody recomputes the root. */
export async function leafHashes(tx: Tx, from: number, to: number): Promise<string[]> {
  const found = await rows<{ hash: string }>(
    tx,
    'journal.leaf-hashes',
    `select encode(hash, 'hex') as hash from platform.journal_nodes
     where umbrella_id = platform.current_umbrella() and level = 0 and position >= $1 and position < $2 order by position`,
    [from, to],
  )
  return found.map(row => row.hash)
}

/** What an Atom feed of the journal needs: the newest public entries and when the newest of them was sealed. */
export async function journalFeed(
  tx: Tx,
  limit = 50,
): Promise<{ updated: Temporal.Instant | null; entries: JournalRow[] }> {
  const entries = await journalPage(tx, { limit, visibility: 'public' })
  return { updated: entries[0]?.sealedAt ?? null, entries }
}
