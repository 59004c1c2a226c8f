import { createHash } from 'node:crypto'
import { coordinators, peopleOfMember } from '#modules/network/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import { fileContent, findFile, type StoredFile, storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { type MailWords, oneLine, type Remark, readMail } from '#platform/incoming-mail/index.ts'
import type { JobContext } from '#platform/jobs/index.ts'
import { queueMail } from '#platform/mail/index.ts'
import { mailArrived } from '../emails/incoming.ts'
import { isLikelySender } from '../incoming/sender.ts'

type Waiting = { raw: string; bounce: boolean; senders: string[] }

async function waitingMail(tx: Tx, id: string): Promise<(Waiting & { file: StoredFile }) | undefined> {
  const [found] = await rows<Waiting>(
    tx,
    'authorities.mail-to-read',
    'select raw_id as raw, bounce, senders from authorities.mail_to_read($1)',
    [id],
  )
  const file = found && (await findFile(tx, found.raw))
  return found && file ? { ...found, file } : undefined
}

// Each by what is in it, as everything that is handed in; what we do not take stays in the whole mail alone.
async function storeFiles(tx: Tx, files: MailWords['files']): Promise<{ ids: string[]; remarks: Remark[] }> {
  const ids: string[] = []
  const remarks: Remark[] = []
  for (const { name, bytes } of files) {
    const outcome = await storeFile(tx, { name, bytes })
    if (outcome.ok) ids.push(outcome.file.id)
    else {
      const reason = outcome.reason === 'platform.file.tooLarge' ? 'tooLarge' : 'notAccepted'
      remarks.push({ kind: 'fileNotKept', name: oneLine(name.replace(/^.*[/\\]/s, ''), 120), reason })
    }
  }
  return { ids, remarks }
}

// Two ways bring two sets of headers: what the sender named it, and what it says, is the same.
const letterKey = ({ messageId, bodySha256 }: MailWords): string | null =>
  messageId === '' ? null : createHash('sha256').update(`${messageId}\n${bodySha256}`).digest('hex')

type Settled = { communication: string | null; number: number | null; member: string | null; tell: boolean }

async function tellSenders(tx: Tx, mail: string, { member, number }: Settled): Promise<void> {
  const people = member ? await peopleOfMember(tx, member) : await coordinators(tx)
  for (const person of people) {
    await queueMail(tx, {
      person,
      event: `${mailArrived.key} ${mail}`,
      template: mailArrived.key,
      values: { number },
      category: 'asked',
      ...(number === null ? {} : { link: `/communications/${number}/mail` }),
    })
  }
}

async function settle(tx: Tx, mail: string, waiting: Waiting, words: MailWords): Promise<void> {
  const { ids, remarks } = await storeFiles(tx, words.files)
  const told = {
    letterKey: letterKey(words),
    ...{ fromName: words.fromName, fromAddress: words.fromAddress, subject: words.subject, text: words.text },
    automatic: words.automatic || waiting.bounce,
    senderKnown: isLikelySender(words.fromAddress, waiting.senders),
    remarks: [...words.remarks, ...remarks],
  }
  const [settled] = await rows<Settled>(
    tx,
    'authorities.settle-mail',
    'select communication, number, member, tell from authorities.settle_mail($1, $2, $3, $4)',
    [mail, newId(), JSON.stringify(told), ids],
  )
  if (settled?.tell) await tellSenders(tx, mail, settled)
}

/** Reads a mail that arrived: delivers it, or holds it for a coordinator. Safe to repeat. */
export async function readArrivedMail(context: JobContext, umbrella: string, mail: string): Promise<void> {
  const scope = { umbrella, account: null }
  const waiting = await context.inScope(scope, 'read', tx => waitingMail(tx, mail))
  if (!waiting) return
  const content = fileContent(work => context.inScope(scope, 'read', work), waiting.file)
  const raw = Buffer.concat(await Array.fromAsync(content))
  const words = await readMail(raw, context.signal)
  await context.once(scope, tx => settle(tx, mail, waiting, words))
}
