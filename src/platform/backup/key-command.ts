import { parseArgs } from 'node:util'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Command } from '#platform/command.ts'
import { onlyFile } from './backup-command.ts'
import { makeFile } from './new-file.ts'

const usage = '<file>'

/** `parasol backup-key`: a pair of keys, so that the machine that makes backups cannot read them. */
export const backupKeyCommand: Command = {
  name: 'backup-key',
  summary: 'make a pair of keys for backups: the secret one into a file, the public one on the screen',
  usage,
  async run({ print }, args) {
    const { positionals } = parseArgs({ args, allowPositionals: true, options: {} })
    const file = onlyFile(positionals, 'backup-key', usage)
    const identity = await generateX25519Identity()
    const recipient = await identityToRecipient(identity)
    const text = `# Opens backups of Parasol made with --recipient ${recipient}\n${identity}\n`
    await makeFile(file, sink => sink.write(Buffer.from(text)))
    print(recipient)
    return 0
  },
}
