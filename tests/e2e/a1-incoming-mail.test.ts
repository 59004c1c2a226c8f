import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import type { Receiver } from '#platform/incoming-mail/receiver.ts'
import { pdf } from '../file-samples.ts'
import { addressFor, mailFolder, mailHost, sendMail, startReceiver } from '../incoming-desk.ts'
import { newBody, newSentCommunication } from '../sent-communications.ts'
import { until } from '../until.ts'
import { stage } from './browser.ts'
import { desk, phone, reader, type } from './coalition-steps.ts'
import { read, sound, textOf } from './journey.ts'

const show = stage()
const slug = 'international-union'
const umbrella = demoUmbrellaId(slug)
const person = demoPersonId(`${slug}.representative`)
let folder: Awaited<ReturnType<typeof mailFolder>>
let receiver: Receiver
let address: string

/** A member's communication that was sent: how it comes to that is another story. */
async function send(): Promise<void> {
  const { platform } = show.program
  const { database } = platform
  const { rows } = await database.owner.query<{ id: string }>(
    'select membership_id as id from network.mandates where umbrella_id = $1 and person_id = $2 limit 1',
    [umbrella, person],
  )
  const body = await newBody(database, {
    name: 'Office of the Commissioner',
    email: 'hotline@office.example',
  })
  const sent = { number: 9001, person, membership: rows[0]!.id, body }
  const communication = await newSentCommunication(database, umbrella, sent)
  address = await addressFor(platform, { umbrella, account: person }, communication)
}

const arrived = (status: string) =>
  until(async () => {
    const { rows } = await show.program.platform.database.owner.query(
      'select 1 from authorities.incoming where umbrella_id = $1 and status = $2',
      [umbrella, status],
    )
    return rows.length > 0
  }, `a mail is ${status}`)

const mail = (to: string, subject: string) => ({
  from: '"Офіс Уповноваженого" <i.ivanenko@office.example>',
  to,
  subject,
  html: '<p>Ваше звернення <b>зареєстровано</b>.</p><script>alert(1)</script>',
  attachments: [{ filename: 'відповідь.pdf', content: Buffer.from(pdf) }],
})

beforeAll(async () => {
  folder = await mailFolder()
  receiver = await startReceiver(show.program.platform, { folder: folder.folder })
  await send()
})
afterAll(async () => {
  await receiver.close()
  await folder.remove()
})

describe('a mail from an authority', () => {
  it('arrives where its address leads, and whoever wrote to the authority reads it', async () => {
    await sendMail(receiver, mail(address, 'Відповідь № 12'))
    await arrived('delivered')
    const { page, context } = await show.visit({ ...phone, as: `${slug}.representative` })
    for (const locale of ['pl', 'en', 'uk'] as const) {
      await read(page, `/${locale}/${slug}/communications/9001/mail`)
      await reader(page, locale).says('authorities.mail.notProved')
    }
    const shown = await textOf(page.locator('main'))
    expect(shown).toContain('Відповідь № 12')
    expect(shown).toContain('Ваше звернення зареєстровано.')
    expect(shown).not.toContain('alert(1)')
    await page.getByRole('link', { name: 'відповідь.pdf' }).click()
    await sound(page)
    const uk = reader(page, 'uk')
    await uk.says('authorities.mail.file.warning')
    const saving = page.waitForEvent('download')
    await uk.press('authorities.mail.file.download')
    const saved = await saving
    expect(saved.suggestedFilename()).toBe('відповідь.pdf')
    expect((await readFile(await saved.path())).equals(Buffer.from(pdf))).toBe(true)
    await context.close()
  })

  it('with a mistyped address waits for a coordinator, who finds out where it belongs', async () => {
    await sendMail(receiver, mail(`c-${slug}-${'q'.repeat(20)}@${mailHost}`, 'Лист із помилкою'))
    await arrived('held')
    const { page, context } = await show.visit({ ...desk, as: `${slug}.coordinator` })
    for (const locale of ['en', 'uk', 'pl'] as const)
      await read(page, `/${locale}/${slug}/communications/held`)
    const pl = reader(page, 'pl')
    await page.getByRole('link', { name: 'Лист із помилкою' }).click()
    await sound(page)
    await pl.says('authorities.mail.strangerWarning')
    await type(page, { number: 'dwanaście' })
    await pl.press('authorities.mail.settle.file')
    await pl.complains('authorities.mail.problem.number')
    await page
      .locator('summary')
      .filter({ hasText: pl.t('authorities.mail.settle.discard') })
      .click()
    await pl.press('authorities.mail.settle.discardNow')
    await pl.done('authorities.said.mailDiscarded')
    await sound(page)
    await pl.press('authorities.mail.settle.restore')
    await pl.done('authorities.said.mailRestored')
    await context.close()
  })
})
