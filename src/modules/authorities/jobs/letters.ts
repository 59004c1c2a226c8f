import { rows } from '#platform/database/scope.ts'
import { fileContent, findFile } from '#platform/files/index.ts'
import { createI18n, isLocale, type Localised } from '#platform/i18n/index.ts'
import type { JobDefinition } from '#platform/jobs/index.ts'
import { postOut } from '#platform/mail/index.ts'
import { mailedReplyAddress } from '../actions/reply-address.ts'
import { signingOver } from '../emails/letters.ts'

type ToMail = {
  address: string
  number: number
  title: string
  lang: string
  sender: Localised
  letter: string
}

/** Hands a letter to the mail server, once: what was handed over is not found again. */
const mailLetter: JobDefinition = {
  queue: 'authorities.mail-letter',
  handler: async ({ platform, inScope }, { umbrella, id }) => {
    const nobody = { umbrella, account: null }
    const found = await inScope(nobody, 'read', async tx => {
      const [letter] = await rows<ToMail>(tx, undefined, 'select * from authorities.letter_to_mail($1)', [id])
      const reply = await mailedReplyAddress(tx, id, platform.config.mail?.host)
      return letter && { ...letter, reply, file: await findFile(tx, letter.letter) }
    })
    if (!found?.file) return
    const content = await new Response(
      fileContent(work => inScope(nobody, 'read', work), found.file),
    ).arrayBuffer()
    const [base] = found.lang.split('-', 1)
    const i18n = createI18n(isLocale(base) ? base : 'en', 'UTC')
    const sender = found.sender[found.lang] ?? i18n.text(found.sender).value
    await postOut(platform, {
      to: found.address,
      from: sender,
      id,
      lang: i18n.lang,
      replyTo: found.reply,
      subject: found.title,
      paragraphs: [
        i18n.t('authorities.letter.mail.toBody.text', { sender, title: found.title, number: found.number }),
        i18n.t('authorities.letter.mail.toBody.answer'),
      ],
      attachment: {
        name: `${found.number}.pdf`,
        mediaType: 'application/pdf',
        content: new Uint8Array(content),
      },
    })
    await inScope(nobody, 'write', tx =>
      rows(tx, undefined, 'select authorities.letter_handed_over($1)', [id]),
    )
  },
}

/** Reminds those who have to send a letter when its time for signing is over. Each is told once. */
const remindSenders: JobDefinition = {
  queue: 'authorities.remind-senders',
  handler: async ({ inScope }, { umbrella }) => {
    await inScope({ umbrella, account: null }, 'write', async tx => {
      const over = await rows<{ id: string; number: number; title: string; membershipId: string | null }>(
        tx,
        undefined,
        'select id, number, title, membership_id as "membershipId" from authorities.signing_over()',
      )
      for (const letter of over) await signingOver(tx, letter)
    })
  },
  schedule: { cron: '10 7 * * *', zone: 'Europe/Kyiv', each: 'umbrella' },
}

export const letterJobs: JobDefinition[] = [mailLetter, remindSenders]
