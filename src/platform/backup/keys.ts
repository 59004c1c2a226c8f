import { readFile, stat } from 'node:fs/promises'
import { Decrypter, Encrypter } from 'age-encryption'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { beginningOf } from './archive.ts'
import { askPassphrase } from './ask-passphrase.ts'

// age slows guessing down (scrypt, a second a guess); a passphrase shorter than this falls nevertheless.
const shortest = 12

const fileProblems: Record<string, string> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EISDIR: 'it is a folder',
}

/** What kept a file from being read, as one line; null when the error is of another kind. */
export function unreadable(path: string, error: unknown): OperatorProblem | null {
  const { syscall, code = '' } = error as NodeJS.ErrnoException
  return syscall ? new OperatorProblem(`${path} cannot be read: ${fileProblems[code] ?? code}.`) : null
}

async function readPrivate(path: string): Promise<string> {
  try {
    const { mode } = await stat(path)
    if (mode & 0o077) throw new OperatorProblem(`${path} can be read by others: run chmod 600 ${path}.`)
    return await readFile(path, 'utf8')
  } catch (error) {
    throw unreadable(path, error) ?? error
  }
}

async function passphraseIn(path: string): Promise<string> {
  const passphrase = (await readPrivate(path)).split(/\r?\n/)[0]!
  if (passphrase === '')
    throw new OperatorProblem(`${path} holds no passphrase: write it into the first line.`)
  return passphrase
}

function addRecipient(encrypter: Encrypter, recipient: string): void {
  if (/^AGE-SECRET-KEY-/i.test(recipient)) {
    throw new OperatorProblem(
      '--recipient takes a public key (age1…), and a secret one was given: it is in the history of your shell now, make a new pair with parasol backup-key.',
    )
  }
  try {
    encrypter.addRecipient(recipient)
  } catch {
    throw new OperatorProblem(
      `--recipient ${recipient}: this is no public key of age, which begins with age1.`,
    )
  }
}

export type SealWith = { passphraseFile?: string | undefined; recipients?: string[] | undefined }

/** What seals a backup: public keys, or a passphrase from a file or from the terminal. Throws OperatorProblem. */
export async function encrypterFor({ passphraseFile, recipients = [] }: SealWith): Promise<Encrypter> {
  const encrypter = new Encrypter()
  if (passphraseFile !== undefined && recipients.length > 0) {
    throw new OperatorProblem('Give either --passphrase-file or --recipient, not both.')
  }
  if (recipients.length > 0) {
    for (const recipient of recipients) addRecipient(encrypter, recipient)
    return encrypter
  }
  const passphrase =
    passphraseFile === undefined
      ? await askPassphrase(
          2,
          'Nobody can be asked for a passphrase here: give --passphrase-file or --recipient.',
        )
      : await passphraseIn(passphraseFile)
  if (passphrase.length < shortest) {
    throw new OperatorProblem(
      `The passphrase is too short: take at least ${shortest} characters, better five words picked by chance.`,
    )
  }
  encrypter.setPassphrase(passphrase)
  return encrypter
}

async function addIdentities(decrypter: Decrypter, path: string): Promise<void> {
  const lines = (await readPrivate(path)).split(/\r?\n/).map(line => line.trim())
  const keys = lines.filter(line => line !== '' && !line.startsWith('#'))
  try {
    for (const key of keys) decrypter.addIdentity(key)
  } catch {
    keys.length = 0
  }
  if (keys.length === 0) {
    throw new OperatorProblem(`${path} holds no secret key of age, a line that begins with AGE-SECRET-KEY-.`)
  }
}

export type OpenWith = { passphraseFile?: string | undefined; identityFile?: string | undefined }

/** What opens this backup: a passphrase or a secret key, whichever it was made for. Throws OperatorProblem. */
export async function decrypterFor(
  path: string,
  { passphraseFile, identityFile }: OpenWith,
): Promise<Decrypter> {
  const beginning = await beginningOf(path).catch(error => {
    throw unreadable(path, error) ?? error
  })
  if (!beginning.startsWith('age-encryption.org/v1\n')) {
    throw new OperatorProblem(`${path} is not a backup of Parasol: it is not in the age format.`)
  }
  const byPassphrase = beginning.includes('\n-> scrypt ')
  if (byPassphrase && identityFile !== undefined) {
    throw new OperatorProblem(
      `${path} was sealed with a passphrase: give --passphrase-file instead of --identity-file.`,
    )
  }
  const decrypter = new Decrypter()
  if (identityFile !== undefined) await addIdentities(decrypter, identityFile)
  else if (!byPassphrase) {
    throw new OperatorProblem(
      `${path} was sealed for a public key: give the file of its secret key with --identity-file.`,
    )
  } else if (passphraseFile !== undefined) decrypter.addPassphrase(await passphraseIn(passphraseFile))
  else
    decrypter.addPassphrase(
      await askPassphrase(1, 'Nobody can be asked for the passphrase here: give --passphrase-file.'),
    )
  return decrypter
}
