import type { Platform } from '#platform/platform.ts'
import { decrypt, encrypt, newKey } from '#platform/vault/cipher.ts'
import type { Bytes, Context } from '#platform/vault/context.ts'
import { padded, unpadded } from '#platform/vault/padding.ts'

/** What a chronicle on its way in is encrypted under. The browser of who brought it has it, and nobody else. */
export type DraftKey = Bytes

export const newDraftKey = (): DraftKey => newKey()

type Kept = 'state' | 'file'

const contextOf = (draft: string, kept: Kept | 'key'): Context => ['import-draft', draft, kept]

/** Encrypted under the key of a draft, as one of the things that it keeps. */
export const keptUnder = async (key: DraftKey, draft: string, kept: Kept, bytes: Uint8Array) =>
  Buffer.from((await encrypt(key, contextOf(draft, kept), padded(bytes))).buffer)

/** What `keptUnder` made. Throws SealBroken. */
export async function openedUnder(key: DraftKey, draft: string, kept: Kept, bytes: Buffer): Promise<Bytes> {
  const context = contextOf(draft, kept)
  return unpadded(await decrypt(key, context, bytes), context)
}

type Secrets = Pick<Platform, 'secrets'>

/** The key itself, for the minutes in which the chronicle is recorded: under a secret that the database does not have. */
export const wrapped = async ({ secrets }: Secrets, draft: string, key: DraftKey): Promise<Buffer> =>
  Buffer.from((await encrypt(secrets.forms, contextOf(draft, 'key'), key)).buffer)

export const unwrapped = ({ secrets }: Secrets, draft: string, key: Buffer): Promise<DraftKey> =>
  decrypt(secrets.forms, contextOf(draft, 'key'), key)

/** What the browser keeps: which draft, and its key. */
export const cookieOf = (draft: string, key: DraftKey): string =>
  Buffer.concat([Buffer.from(draft.replaceAll('-', ''), 'hex'), key]).toString('base64url')

/** What `cookieOf` made; null when it is something else. */
export function readCookie(cookie: string): { id: string; key: DraftKey } | null {
  const bytes = Buffer.from(cookie, 'base64url')
  if (bytes.length !== 48) return null
  const id = bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return { id, key: new Uint8Array(bytes.subarray(16)) }
}
