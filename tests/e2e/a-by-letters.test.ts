import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPersonId } from '#modules/people/index.ts'
import type { Receiver } from '#platform/incoming-mail/receiver.ts'
import { pdf } from '../file-samples.ts'
import { addressFor, mailFolder, sendMail, startReceiver } from '../incoming-desk.ts'
import { stage, type Visit } from './browser.ts'
import { phone, reader, readInAll } from './coalition-steps.ts'
import { go, read, textOf } from './journey.ts'
import { letterStory, lettersIn, takeStep } from './letter-steps.ts'
import type { Coalition } from './seat-steps.ts'

const show = stage({ mailServer: true })
const secretariat = 'international-union.coordinator'
const ministry = 'Міністерство освіти і науки України'
const words = {
  title: 'Підручники мовою меншини для сільських шкіл',
  facts: 'Підручників немає.',
  proposal: 'Надрукувати підручники до вересня.',
}

let coalition: Coalition
let story: ReturnType<typeof letterStory>
let guest: Visit
let incoming: Awaited<ReturnType<typeof mailFolder>>
let receiver: Receiver
let number: number

const at = (locale: 'uk' | 'pl' | 'en', path = '') => story.at(locale, `/communications/${number}${path}`)

beforeAll(async () => {
  coalition = await lettersIn(show.program, { members: [], secretariat })
  incoming = await mailFolder()
  receiver = await startReceiver(show.program.platform, { folder: incoming.folder })
  guest = await show.visit(phone)
  story = letterStory(show, coalition, guest.page)
})
afterAll(async () => {
  await receiver.close()
  await incoming.remove()
})

describe('a body that is not on the platform', () => {
  it('is written to on paper; its answer comes by mail, and the secretariat records what it says', {
    timeout: 180_000,
  }, async () => {
    const { page, context } = await show.visit({ ...phone, as: secretariat })
    const uk = reader(page, 'uk')
    await story.write(page, ministry, { kind: 'appeal' }, words)
    number = await story.send(page, { channel: 'post', prominence: 'public' })
    const scope = { umbrella: coalition.id, account: demoPersonId(secretariat) }
    const to = await addressFor(show.program.platform, scope, (await story.letter(number)).id)
    const html = '<p>Ваше звернення зареєстровано за № 12.</p><script>alert(1)</script>'
    const attachments = [{ filename: 'відповідь.pdf', content: Buffer.from(pdf) }]
    await sendMail(receiver, { from: 'mon@mon.example', to, subject: 'Відповідь', html, attachments })
    const came = { number: String(number) }
    const { link } = await story.letterTo(secretariat, 'uk', 'authorities.mail.email.subject', came)
    await read(page, link)
    expect(await textOf(page.locator('main'))).toContain('зареєстровано за № 12')
    await read(page, at('uk'))
    await uk.says('authorities.step.registration.title')
    await takeStep(page, 'uk', 'registration', { reference: '12' })
    const explained = () => page.locator('[name=resolution][value=explained]').check()
    await go(page, at('uk', '/answer'))
    await uk.says('authorities.step.fromLetterHelp')
    await go(page, at('uk'))
    await takeStep(
      page,
      'uk',
      'answer',
      { text: 'Друк триває.' },
      { document: 'відповідь.pdf', choose: explained },
    )
    await takeStep(page, 'uk', 'closing', { text: 'Чекаємо.' }, { choose: explained })
    await context.close()
  })

  it('is seen by everybody as one that answered, as its letter says', async () => {
    await readInAll(
      guest.page,
      locale => at(locale),
      'authorities.status.closed',
      'authorities.step.fromLetter',
    )
    expect(await textOf(guest.page.locator('main'))).not.toMatch(/Друк триває|alert/)
    show.expectNoTrouble()
  })
})
