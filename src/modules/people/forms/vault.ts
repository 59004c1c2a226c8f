import * as z from 'zod'
import { isStrongPassphrase, tidyPassphrase } from '../passphrase-strength.ts'
import { destination } from './sign-in.ts'

const passphrase = z.string().transform(tidyPassphrase).pipe(z.string().min(1).max(500))

const chosen = {
  passphrase: passphrase.refine(typed => typed === '' || isStrongPassphrase(typed), 'people.vault.form.weak'),
  again: passphrase,
}

const isTypedTwice = ({ passphrase, again }: { passphrase: string; again: string }) => passphrase === again
const typedTwice = { path: ['again'], error: 'people.vault.form.different' }

/** A passphrase for a new key, typed twice because nobody can mail it again. */
export const newKeyForm = z.object(chosen).refine(isTypedTwice, typedTwice)
/** Another passphrase for the same key. */
export const newPassphraseForm = z.object({ current: passphrase, ...chosen }).refine(isTypedTwice, typedTwice)
/** Opening the vault. */
export const unlockForm = z.object({ passphrase, next: destination })

const prf = z
  .base64url()
  .transform(text => new Uint8Array(Buffer.from(text, 'base64url')))
  .refine(bytes => bytes.length === 32)
const credential = z.string().regex(/^[\w-]{1,1400}$/)
/** A passkey with the 32 bytes that it yields for the vault (WebAuthn PRF). */
export const vaultPasskeyForm = z.object({ credential, prf, next: destination })
/** A passkey that is to open the vault no longer. */
export const passkeyRemovalForm = z.object({ credential })
