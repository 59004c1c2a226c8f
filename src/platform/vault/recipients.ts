import { rows, type Tx } from '#platform/database/scope.ts'
import type { Recipient } from './sealed-record.ts'
import { teamKey } from './teams.ts'

/** Who is to open a record: teams and persons, by their ids. */
export type Readers = { teams?: readonly string[]; persons?: readonly string[] }

async function personKey(tx: Tx, account: string): Promise<Recipient | null> {
  const [found] = await rows<{ id: string; publicKey: Buffer }>(
    tx,
    'vault.person-key',
    `select id, public_key as "publicKey" from vault.keys where account_id = $1
       and effective_at <= clock_timestamp() and (retired_at is null or retired_at > clock_timestamp())`,
    [account],
  )
  return found ? { kind: 'person', ...found } : null
}

/** The keys of these teams and persons; null when one of them has none. */
export async function recipientsOf(
  tx: Tx,
  { teams = [], persons = [] }: Readers,
): Promise<Recipient[] | null> {
  const recipients: Recipient[] = []
  // Always in one order: two records for the same two teams must not wait for each other.
  for (const team of [...teams].sort()) {
    const key = await teamKey(tx, team)
    if (!key) return null
    recipients.push({ kind: 'team', ...key })
  }
  for (const person of persons) {
    const key = await personKey(tx, person)
    if (!key) return null
    recipients.push(key)
  }
  return recipients
}
