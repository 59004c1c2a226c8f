import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Platform } from '#platform/platform.ts'
import { decrypt, encrypt } from '#platform/vault/cipher.ts'
import { type Context, copyOf, SealBroken } from '#platform/vault/context.ts'
import { padded, unpadded } from '#platform/vault/padding.ts'

type Kept<T> = { until: number; value: T }

/** What came of a hidden field: what was kept, or that its time has passed, or that it is not ours. */
export type FieldRead<T> = { ok: true; value: T } | { ok: false; because: 'expired' | 'damaged' }

const contextOf = (place: readonly string[]): Context => ['kept-field', ...place]

/**
 * A value as the text of a hidden field that goes with the person from page to page, for people who must leave no trace
 * here: encrypted and authenticated for `place` (what it is for, which umbrella), good until `until` (milliseconds).
 */
export async function keepInField<T>(
  { secrets }: Pick<Platform, 'secrets'>,
  place: readonly string[],
  value: T,
  until: number,
): Promise<string> {
  const packed = deflateRawSync(JSON.stringify({ until, value } satisfies Kept<T>))
  return Buffer.from(await encrypt(secrets.forms, contextOf(place), padded(packed))).toString('base64url')
}

/** What `keepInField` kept for this place. Anything else, or anything that was changed, is damaged. */
export async function readField<T>(
  { secrets }: Pick<Platform, 'secrets'>,
  place: readonly string[],
  field: string,
  now = Date.now(),
): Promise<FieldRead<T>> {
  const context = contextOf(place)
  try {
    const opened = unpadded(
      await decrypt(secrets.forms, context, copyOf(Buffer.from(field, 'base64url'))),
      context,
    )
    const { until, value } = JSON.parse(inflateRawSync(opened).toString('utf8')) as Kept<T>
    return until > now ? { ok: true, value } : { ok: false, because: 'expired' }
  } catch (error) {
    if (error instanceof SealBroken) return { ok: false, because: 'damaged' }
    throw error
  }
}
