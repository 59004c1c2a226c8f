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
