import { rows, type Tx } from '#platform/database/scope.ts'
import { queueMail } from '#platform/mail/queue.ts'
import type { MailTemplate } from '#platform/mail/template.ts'
import { ownUmbrellas } from '../queries/own-umbrellas.ts'
import { whomKeyConcerns } from '../queries/vault-news.ts'

type Values = { fingerprint: string; effectiveAt: string; custodian: boolean }

const spaced = (fingerprint: string) => fingerprint.replace(/(.{4})(?=.)/g, '$1 ')

/** Names nobody: who belongs to a team is not for whoever else reads this mailbox. */
export const keyChangedMail: MailTemplate<Values> = {
  key: 'people.key_changed',
  subject: i18n => i18n.t('people.vault.mail.keyChangedSubject'),
  paragraphs: (i18n, { fingerprint, effectiveAt, custodian }) => [
    i18n.t(custodian ? 'people.vault.mail.keyChangedCustodian' : 'people.vault.mail.keyChanged', {
      when: i18n.dateTime(effectiveAt),
    }),
    i18n.t('people.vault.mail.keyChangedPrint', { fingerprint: spaced(fingerprint) }),
    i18n.t('people.vault.mail.keyChangedAsk'),
  ],
  action: i18n => i18n.t('people.vault.mail.look'),
}

const stepInto = (tx: Tx, umbrella: string | null) =>
  rows(tx, 'people.step-into', `select set_config('parasol.umbrella', $1, true)`, [umbrella ?? ''])

async function tellHere(tx: Tx, { fingerprint, effectiveAt }: Omit<Values, 'custodian'>): Promise<void> {
  for (const { person, team } of await whomKeyConcerns(tx)) {
    await queueMail(tx, {
      person,
      event: `people.key_changed ${fingerprint}`,
      template: keyChangedMail.key,
      values: { fingerprint, effectiveAt, custodian: team === null },
      category: 'asked',
      link: team ? `/vault/${team}` : '/vault/recovery',
    })
  }
}

/**
 * Tells everybody who seals to somebody's key that it changes, in each umbrella: the teams, and the coordinators where the
 * person keeps a share. A person's key belongs to no umbrella, so the transaction steps into each of their own; mail that
 * came later than the change would be mail that a crash can swallow.
 */
export async function tellKeyChanged(
  tx: Tx,
  changed: { fingerprint: string; effectiveAt: string },
): Promise<void> {
  const [here] = await rows<{ umbrella: string | null }>(
    tx,
    'people.here',
    'select platform.current_umbrella() as umbrella',
  )
  for (const { id } of await ownUmbrellas(tx)) {
    await stepInto(tx, id)
    await tellHere(tx, changed)
  }
  await stepInto(tx, here!.umbrella)
}
