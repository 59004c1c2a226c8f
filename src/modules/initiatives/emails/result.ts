import { peopleAmongMembers, peopleInside } from '#modules/network/index.ts'
import { rows, type Tx } from '#platform/database/scope.ts'
import { journalOf, journalRoots } from '#platform/journal/queries.ts'
import { type MailTemplate, queueMail } from '#platform/mail/index.ts'

type Result = {
  number: number
  title: Record<string, string>
  outcome: string
  yes: number
  electorate: number
  fingerprint: string
  logHash: string
  root: string
}

/** What was decided, with the hashes that anybody can check: copies in many mailboxes are what nobody can rewrite. */
export const resultMail: MailTemplate<Result> = {
  key: 'initiatives.result',
  subject: (i18n, { number, outcome }) =>
    i18n.t('initiatives.export.mail.subject', { number: i18n.number(number), outcome }),
  paragraphs: (i18n, { title, outcome, yes, electorate, fingerprint, logHash, root }) => [
    i18n.t('initiatives.export.mail.text', { title: i18n.text(title).value, outcome, yes, electorate }),
    i18n.t('initiatives.export.mail.hashes'),
    `${i18n.t('initiatives.export.fingerprint')}: ${fingerprint}`,
    `${i18n.t('initiatives.export.logHash')}: ${logHash}`,
    `${i18n.t('initiatives.export.root')}: ${root}`,
  ],
  action: i18n => i18n.t('initiatives.mail.readDecision'),
}

/**
 * Tells everybody inside what was decided, with the root of the journal that covers it. Returns false while the entry of the
 * sealing is not yet under a root.
 */
export async function tellResult(tx: Tx, decision: string): Promise<boolean> {
  const entries = await journalOf(tx, { type: 'decision', id: decision }, 'members')
  const sealed = entries.find(({ action }) => action === 'initiatives.decision_sealed')
  const [newest] = await journalRoots(tx, 1)
  if (!sealed || !newest || newest.size <= sealed.leaf) return false
  const [found] = await rows<Omit<Result, 'root'> & { secret: boolean }>(
    tx,
    'initiatives.result',
    `select number, title, outcome, secret, (tally -> 'yes')::integer as yes, electorate, encode(fingerprint, 'hex') as fingerprint,
       encode(log_hash, 'hex') as "logHash"
     from initiatives.decisions where umbrella_id = platform.current_umbrella() and id = $1`,
    [decision],
  )
  const { secret, ...result } = found!
  const values: Result = { ...result, root: `${newest.size}:${newest.root}` }
  // A personal matter stays among members.
  for (const person of await (secret ? peopleAmongMembers : peopleInside)(tx))
    await queueMail(tx, {
      person,
      event: `${resultMail.key} ${decision}`,
      template: resultMail.key,
      values,
      category: 'soon',
      link: `/decisions/${values.number}`,
    })
  return true
}
