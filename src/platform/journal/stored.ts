import type pg from 'pg'
import type { StoredEntry, StoredRoot } from './entry-hashes.ts'

// What the verifier reads, as the owner of the tables, without a function of the database: a function could lie.

const microseconds = (column: string) => `((extract(epoch from ${column}) * 1000000)::bigint)::text`

/** A sealed entry with the leaf hash that the tree holds for it, if any. */
export type StoredLeaf = StoredEntry & { leaf: number; treeHash: Buffer | null }

const leaves = `
  select e.leaf, e.umbrella_id::text as umbrella, e.id::text, ${microseconds('e.recorded_at')} as "recordedAt", e.action,
    e.member_id::text as member, e.subject_type as "subjectType", e.subject_id::text as "subjectId",
    e.rule_key as "ruleKey", e.rule_version::text as "ruleVersion", e.visibility,
    e.person_id::text as person, e.about::text as about, e.detail::text as detail,
    e.record_salt as "recordSalt", e.person_salt as "personSalt", e.about_salt as "aboutSalt", e.detail_salt as "detailSalt",
    e.record_hash as "recordHash", e.person_hash as "personHash", e.about_hash as "aboutHash", e.detail_hash as "detailHash",
    n.hash as "treeHash"
  from platform.journal_entries e
  left join platform.journal_nodes n on n.umbrella_id = e.umbrella_id and n.level = 0 and n.position = e.leaf
  where e.umbrella_id = $1 and e.leaf > $2 order by e.leaf limit 1000`

/** Sealed entries in the order of their leaves. */
export async function* storedLeaves(client: pg.ClientBase, umbrella: string): AsyncGenerator<StoredLeaf> {
  for (let after = -1; ; ) {
    const { rows } = await client.query<StoredLeaf>(leaves, [umbrella, after])
    yield* rows
    if (rows.length < 1000) return
    after = rows.at(-1)!.leaf
  }
}

/** An inner node beside the hashes of its two halves. */
export type StoredNode = {
  level: number
  position: number
  hash: Buffer
  left: Buffer | null
  right: Buffer | null
}

const nodes = `
  select n.level, n.position, n.hash, l.hash as left, r.hash as right
  from platform.journal_nodes n
  left join platform.journal_nodes l
    on l.umbrella_id = n.umbrella_id and l.level = n.level - 1 and l.position = n.position * 2
  left join platform.journal_nodes r
    on r.umbrella_id = n.umbrella_id and r.level = n.level - 1 and r.position = n.position * 2 + 1
  where n.umbrella_id = $1 and (n.level, n.position) > ($2, $3) order by n.level, n.position limit 2000`

/** Nodes by level and position, leaves (level 0) first. */
export async function* storedNodes(client: pg.ClientBase, umbrella: string): AsyncGenerator<StoredNode> {
  for (let after = [-1, -1]; ; ) {
    const { rows } = await client.query<StoredNode>(nodes, [umbrella, ...after])
    yield* rows
    if (rows.length < 2000) return
    after = [rows.at(-1)!.level, rows.at(-1)!.position]
  }
}

/** Every root, smallest first. */
export async function storedRoots(client: pg.ClientBase, umbrella: string): Promise<StoredRoot[]> {
  const { rows } = await client.query<StoredRoot>(
    `select umbrella_id::text as umbrella, size, root, ${microseconds('sealed_at')} as "sealedAt",
       previous_size as "previousSize", previous_record as "previousRecord", record
     from platform.journal_roots where umbrella_id = $1 order by size`,
    [umbrella],
  )
  return rows
}

/** Parts of entries that were forgotten on the record, as `entry part`. */
export async function forgottenParts(client: pg.ClientBase, umbrella: string): Promise<Set<string>> {
  const { rows } = await client.query<{ part: string }>(
    `select part ->> 'entry' || ' ' || (part ->> 'part') as part
     from platform.journal_entries e, json_array_elements(e.detail -> 'forgotten') part
     where e.umbrella_id = $1 and e.action = 'platform.person_erased' and json_typeof(e.detail -> 'forgotten') = 'array'`,
    [umbrella],
  )
  return new Set(rows.map(row => row.part))
}

/** How many entries wait to be sealed. */
export async function waitingEntries(client: pg.ClientBase, umbrella: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*) as count from platform.journal_entries where umbrella_id = $1 and leaf is null',
    [umbrella],
  )
  return rows[0]!.count
}
