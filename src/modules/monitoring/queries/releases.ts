import { desc, eq } from 'drizzle-orm'
import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { releaseRequests, releases } from '../schema/releases.ts'

/** A release as everybody may know it. */
export type ReleaseFace = {
  number: number
  recordedUntil: Temporal.PlainDate
  publishedAt: Temporal.Instant
  note: Localised
  /** SHA-256 of its numbers, in hexadecimal digits. */
  digest: string
}

/** Every release of the umbrella, the newest first. */
export async function listReleases(tx: Tx): Promise<ReleaseFace[]> {
  const found = await tx
    .select({
      number: releases.number,
      recordedUntil: releases.recordedUntil,
      publishedAt: releases.publishedAt,
      note: releases.note,
      digest: releases.digest,
    })
    .from(releases)
    .orderBy(desc(releases.number))
  return found.map(release => ({ ...release, digest: release.digest.toString('hex') }))
}

export type ReleaseRequest = {
  id: string
  recordedUntil: Temporal.PlainDate
  digest: Buffer
  note: Localised
  askedBy: string
  askedAt: Temporal.Instant
}

/** What somebody asked to publish and nobody answered yet. Only monitors see it. */
export async function openRequest(tx: Tx): Promise<ReleaseRequest | null> {
  const [found] = await tx
    .select({
      id: releaseRequests.id,
      recordedUntil: releaseRequests.recordedUntil,
      digest: releaseRequests.digest,
      note: releaseRequests.note,
      askedBy: releaseRequests.askedBy,
      askedAt: releaseRequests.askedAt,
    })
    .from(releaseRequests)
    .where(eq(releaseRequests.status, 'asked'))
  return found ?? null
}

/** The same, held until the end of the transaction: two who answer at once take turns. */
export async function holdRequest(tx: Tx, id: string): Promise<ReleaseRequest | null> {
  await rows(
    tx,
    'monitoring.holdRequest',
    'select from monitoring.release_requests where id = $1 for update',
    [id],
  )
  const request = await openRequest(tx)
  return request?.id === id ? request : null
}
