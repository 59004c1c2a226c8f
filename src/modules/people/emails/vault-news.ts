import type { Tx } from '#platform/database/scope.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { queueMail } from '#platform/mail/queue.ts'
import type { MailTemplate } from '#platform/mail/template.ts'

const sentences = {
  'key-made': 'people.vault.mail.keyMade',
  'key-replaced': 'people.vault.mail.keyReplaced',
  'key-kept': 'people.vault.mail.keyKept',
  'passphrase-changed': 'people.vault.mail.passphraseChanged',
  'passkey-added': 'people.vault.mail.passkeyAdded',
  'passkey-removed': 'people.vault.mail.passkeyRemoved',
} as const satisfies Record<string, MessageKey>

/** What happened to somebody's own key. */
export type VaultNews = keyof typeof sentences

type Values = { news: VaultNews }

export const vaultNewsMail: MailTemplate<Values> = {
  key: 'people.vault_news',
  subject: i18n => i18n.t('people.vault.mail.newsSubject'),
  paragraphs: (i18n, { news }) => [i18n.t(sentences[news]), i18n.t('people.vault.mail.notYou')],
  action: i18n => i18n.t('people.vault.mail.look'),
}

/** Tells a person what was done to their key in their name: who stole a session cannot do it unnoticed. */
export async function tellVaultNews(tx: Tx, person: string, news: VaultNews): Promise<void> {
  await queueMail(tx, {
    person,
    event: `people.vault_news ${newId()}`,
    template: vaultNewsMail.key,
    values: { news },
    category: 'asked',
    link: '/account/vault',
  })
}
