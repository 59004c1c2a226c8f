import { rows, type Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import type { Platform } from '#platform/platform.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { SealBroken } from '#platform/vault/index.ts'
import { type DraftKey, keptUnder, newDraftKey, openedUnder, unwrapped } from '../import/draft-key.ts'
import type { IncidentMap } from '../import/incident-map.ts'

/** What is known of a chronicle on its way in, beside its bytes. */
export type DraftState = { name: string; map: IncidentMap }

/** A chronicle on its way in, opened in this request. */
export type Draft = DraftState & { id: string; key: DraftKey; bytes: Uint8Array }

const seal = (key: DraftKey, id: string, state: DraftState) =>
  keptUnder(key, id, 'state', Buffer.from(JSON.stringify(state)))

/**
 * Keeps a chronicle that was brought, for a day, encrypted under a key that is returned and kept nowhere. It takes the place
 * of another one that the person brought; refuses while one of theirs is being recorded.
 */
export const beginDraft = (
  tx: Tx,
  { bytes, ...state }: DraftState & { bytes: Uint8Array },
): Promise<Outcome<{ id: string; key: DraftKey }>> =>
  refusingWhenViolated(tx, { one_draft_of_a_person: 'monitoring.import.run.goesOn' }, async () => {
    const [id, key] = [newId(), newDraftKey()]
    const [sealedState, file] = [await seal(key, id, state), await keptUnder(key, id, 'file', bytes)]
    await dropDraft(tx)
    await rows(
      tx,
      'monitoring.begin-draft',
      'insert into monitoring.import_drafts (id, state, file) values ($1, $2, $3)',
      [id, sealedState, file],
    )
    return { ok: true, id, key }
  })

const mine = 'umbrella_id = platform.current_umbrella() and account_id = platform.current_account()'

/** Throws away what the person brought; what is being recorded stays. */
export async function dropDraft(tx: Tx): Promise<void> {
  await rows(
    tx,
    'monitoring.drop-draft',
    `delete from monitoring.import_drafts where ${mine} and (asked_at is null or outcome is not null)`,
  )
}

type Stored = { state: Buffer; file: Buffer; wrapped: Buffer | null }

async function opened(id: string, key: DraftKey, { state, file }: Stored): Promise<Draft> {
  const known: DraftState = JSON.parse(Buffer.from(await openedUnder(key, id, 'state', state)).toString())
  return { ...known, id, key, bytes: await openedUnder(key, id, 'file', file) }
}

const stored = `select state, file, wrapped_key as wrapped from monitoring.import_drafts where ${mine} and id = $1`

/** What the person brought, with the key that their browser has; null when it is gone or is being recorded. */
export async function openDraft(tx: Tx, id: string, key: DraftKey): Promise<Draft | null> {
  const [found] = await rows<Stored>(
    tx,
    'monitoring.open-draft',
    `${stored} and asked_at is null and ends_at > now()`,
    [id],
  )
  if (!found) return null
  return opened(id, key, found).catch(error => {
    if (error instanceof SealBroken) return null
    throw error
  })
}

/** What is to be recorded, for the job that does it; null when it has ended. */
export async function openAsked(tx: Tx, platform: Platform, id: string): Promise<Draft | null> {
  const [found] = await rows<Stored>(tx, 'monitoring.open-asked', `${stored} and outcome is null`, [id])
  return found?.wrapped ? opened(id, await unwrapped(platform, id, found.wrapped), found) : null
}

/** Keeps another mapping for what the person brought. */
export async function keepMap(tx: Tx, { id, key, name }: Draft, map: IncidentMap): Promise<void> {
  await rows(
    tx,
    'monitoring.keep-map',
    `update monitoring.import_drafts set state = $2 where ${mine} and id = $1 and asked_at is null`,
    [id, await seal(key, id, { name, map })],
  )
}
