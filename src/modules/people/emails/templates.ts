import type { MailTemplate } from '#platform/mail/index.ts'
import { actWaitingMail } from './act-waiting.ts'
import { addressChangedMail } from './address-changed.ts'
import { newAddressCodeMail, signInCodeMail } from './code.ts'
import { factorChangedMail } from './factor-changed.ts'
import { foundedMail } from './founded.ts'
import { invitationTemplate } from './invitation.ts'
import { keyChangedMail } from './key-changed.ts'
import { letInMail } from './let-in.ts'
import { recoveryNewsMail } from './recovery-news.ts'
import { roleChangedMail } from './role-changed.ts'
import { vaultNewsMail } from './vault-news.ts'
import { willingMail } from './willing.ts'

// Each is written for its own values; the queue hands them back as it got them.
const templates: MailTemplate<never>[] = [
  signInCodeMail,
  newAddressCodeMail,
  addressChangedMail,
  factorChangedMail,
  actWaitingMail,
  roleChangedMail,
  invitationTemplate,
  willingMail,
  foundedMail,
  vaultNewsMail,
  letInMail,
  keyChangedMail,
  recoveryNewsMail,
]

/** Every mail of this room. */
export const mailTemplates = templates as unknown as MailTemplate[]
