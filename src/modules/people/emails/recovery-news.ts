import type { Tx } from '#platform/database/scope.ts'
import { queueMail } from '#platform/mail/queue.ts'
import type { MailTemplate } from '#platform/mail/template.ts'
import { whomRecoveryConcerns } from '../queries/vault-news.ts'

type News = 'asked' | 'stopped' | 'completed'
type Values = { news: News; effectiveAt: string }

const sentences = {
  asked: 'people.vault.mail.recoveryAsked',
  stopped: 'people.vault.mail.recoveryStopped',
  completed: 'people.vault.mail.recoveryCompleted',
} as const

export const recoveryNewsMail: MailTemplate<Values> = {
  key: 'people.recovery_news',
  subject: i18n => i18n.t('people.vault.mail.recoverySubject'),
  paragraphs: (i18n, { news, effectiveAt }) => {
    const told = i18n.t(sentences[news], news === 'asked' ? { when: i18n.dateTime(effectiveAt) } : undefined)
    return news === 'asked' ? [told, i18n.t('people.vault.mail.recoveryStop')] : [told]
  },
  action: i18n => i18n.t('people.vault.mail.recoveryLook'),
}

/** Tells the team, the coordinators and the custodians how a recovery goes: nobody is to learn of it afterwards. */
export async function tellRecovery(tx: Tx, recovery: string, news: News, effectiveAt = ''): Promise<void> {
  for (const person of await whomRecoveryConcerns(tx, recovery)) {
    await queueMail(tx, {
      person,
      event: `people.recovery_${news} ${recovery}`,
      template: recoveryNewsMail.key,
      values: { news, effectiveAt },
      category: 'asked',
      link: '/vault/recovery',
    })
  }
}
