import { beforeAll, describe, expect, it } from 'vitest'
import { letLetterAge } from '../time-passes.ts'
import { stage, type Visit } from './browser.ts'
import { desk, phone, reader, readInAll, scan, tick, type } from './coalition-steps.ts'
import { runJob } from './decision-steps.ts'
import { go, languages, read, sound, textOf } from './journey.ts'
import { letterStory, lettersIn, numberIn, takeStep } from './letter-steps.ts'
import type { Coalition } from './seat-steps.ts'

const show = stage({ mailServer: true })
// Who of the cast acts for whom here; each reads and writes in a language of their own.
const author = 'komm.representative'
const cosigner = 'lublin-bialystok.representative'
const secretariat = 'international-union.coordinator'
const stranger = 'local-cooperation.representative'
const name = 'Маріам Ластівка'
const words = {
  title: 'Відмова прийняти заяву рідною мовою',
  facts: `Заяву, яку подала ${name}, не прийняли: вимагали переклад власним коштом.`,
  proposal: 'Відкрити провадження та змінити порядок приймання заяв.',
}
const article = 'Заяви приймають мовою меншини без перекладу.'
const commissioner = {
  uk: 'Уповноважений Верховної Ради України з прав людини',
  pl: 'Pełnomocnik Rady Najwyższej Ukrainy do spraw Praw Człowieka',
  en: 'Ukrainian Parliament Commissioner for Human Rights',
}

let coalition: Coalition
let story: ReturnType<typeof letterStory>
let guest: Visit
let number: number
let unanswered: number

const main = (visit: Visit) => textOf(visit.page.locator('main'))
const at = (locale: 'uk' | 'pl' | 'en', path = '', of = number) =>
  story.at(locale, `/communications/${of}${path}`)
const today = () => Temporal.Now.plainDateISO('Europe/Kyiv')

/** Everybody on the sender's side is told of a step, each in their language. */
async function allTold(step: Parameters<typeof story.told>[3]): Promise<void> {
  await story.told(author, 'uk', number, step, commissioner.uk)
  await story.told(cosigner, 'pl', number, step, commissioner.pl)
  await story.told(secretariat, 'uk', number, step, commissioner.uk)
}

beforeAll(async () => {
  coalition = await lettersIn(show.program, { members: [author, cosigner], secretariat })
  guest = await show.visit(phone)
  story = letterStory(show, coalition, guest.page)
})

describe('a violation on its way to the Commissioner', () => {
  it('is written by a member on a phone without a script, with a draft act, and opened for signing', async () => {
    const { page, context } = await show.visit({ ...phone, as: author })
    const uk = reader(page, 'uk')
    await story.write(page, commissioner.uk, { kind: 'violation', through: 'coalition' }, words)
    expect(await textOf(page.locator('main'))).not.toContain(uk.t('authorities.letter.goSend'))
    await uk.follow('authorities.act.begin')
    await page.locator('[name=kind]').selectOption('submission')
    await type(page, { title: 'Подання про мову заяв', 'article-0-text': article })
    await uk.press('authorities.act.save')
    await uk.done('authorities.said.letterSaved')
    await page.getByText(uk.t('authorities.letter.open'), { exact: true }).click()
    await uk.press('authorities.letter.openNow')
    await uk.done('authorities.said.letterOpened')
    number = numberIn(page)
    await go(guest.page, at('uk'), 404)
    await context.close()
  })

  it('is joined in Polish by another member, out of the mail that asks for it', async () => {
    const { page, context } = await show.visit({ as: cosigner })
    const pl = reader(page, 'pl')
    const asked = { title: words.title, number }
    const { link } = await story.letterTo(cosigner, 'pl', 'authorities.letter.mail.opened.subject', asked)
    await read(page, link)
    await pl.press('authorities.letter.sign')
    await pl.done('authorities.said.letterSigned')
    await context.close()
  })

  it('is sent by the secretariat in the name of the coalition, for its parties alone, as it names a person', async () => {
    const { page, context } = await show.visit({ ...desk, as: secretariat })
    await read(page, at('uk'))
    const parties = { channel: 'platform', prominence: 'parties' }
    await story.send(page, parties, 'Називає людину, яка на це не погодилася')
    await go(guest.page, at('uk'), 404)
    await story.told(author, 'uk', number, 'sent', commissioner.uk)
    await story.told(cosigner, 'pl', number, 'sent', commissioner.pl)
    await context.close()
  })

  it('is registered, decided on, extended with notice and answered in English, and all its senders are told', {
    timeout: 240_000,
  }, async () => {
    const { page, context } = await show.visit({ as: 'officer' })
    const en = reader(page, 'en')
    await read(page, '/en/desk')
    await page.locator('main').getByRole('link', { name: words.title }).click()
    await takeStep(page, 'en', 'registration', { reference: '15/4-K' })
    await allTold('registered')
    const forms = () => tick(page, 'forms', ['own_initiative', 'explanation_request'])
    await takeStep(page, 'en', 'form', {}, { document: 'order.pdf', choose: forms })
    await allTold('formChosen')

    const { capOn } = await story.letter(number)
    await go(page, at('en', '/extension'))
    const tooLate = Temporal.PlainDate.from(capOn).add({ days: 1 }).toString()
    await type(page, { dueOn: tooLate, text: 'The inquiry takes longer.' })
    await page.locator('[name=document]').setInputFiles(scan('notice.pdf'))
    await en.press('authorities.step.extension.confirm')
    const cap = capOn.split('-').reverse().join('.')
    expect(await textOf(page.locator('main'))).toContain(
      en.t('authorities.deadline.refusal.beyondCap', { cap }),
    )
    await sound(page)
    await read(page, at('en'))
    const longer = { dueOn: capOn, text: 'The inquiry takes longer.' }
    await takeStep(page, 'en', 'extension', longer, { document: 'notice.pdf' })
    await allTold('extended')
    expect((await story.letter(number)).dueOn).toBe(capOn)

    await takeStep(page, 'en', 'measure', { text: 'The office was visited.' }, { document: 'record.pdf' })
    await allTold('measure')
    const granted = () => page.locator('[name=resolution][value=granted]').check()
    const answer = { text: 'The order is being changed.' }
    await takeStep(page, 'en', 'answer', answer, { document: 'answer.pdf', choose: granted })
    await allTold('answered')
    await takeStep(
      page,
      'en',
      'result',
      { text: 'The new order is in force.' },
      { document: 'new-order.pdf' },
    )
    await allTold('result')
    await context.close()
  })

  it('is compared, article by article, with the act that was issued', async () => {
    const { page, context } = await show.visit({ ...phone, as: author })
    const uk = reader(page, 'uk')
    await read(page, at('uk'))
    await page.getByRole('link', { name: 'Подання про мову заяв' }).click()
    await uk.follow('authorities.act.enterIssued')
    await type(page, { title: 'Наказ № 7', on: today().toString() })
    await type(page, { 'article-0-text': 'Заяви приймають мовою меншини з перекладом.' })
    await uk.press('authorities.act.save')
    await uk.done('authorities.said.actIssued')
    expect(await textOf(page.locator('.comparison del').first())).toContain('без')
    for (const key of ['survived', 'comparison'] as const) await uk.says(`authorities.act.${key}`)
    await read(page, story.at('uk', '/communications/acts'))
    await uk.says('authorities.act.impact')
    await context.close()
  })

  it('is published without the name, and read by anybody in the register, the feed and the scorecard', {
    timeout: 180_000,
  }, async () => {
    const { page, context } = await show.visit({ ...phone, as: author })
    const uk = reader(page, 'uk')
    await read(page, at('uk', '/redaction'))
    await type(page, { facts: words.facts.replace(name, '[ім’я]') })
    await uk.press('authorities.publication.look')
    expect(await textOf(page.locator('del').first())).toContain('Ластівка')
    await uk.press('authorities.publication.keep')
    await uk.done('authorities.said.publicationKept')
    await page.locator('[name=prominence][value=public]').check()
    await type(page, { reason: '' })
    await uk.press('authorities.publication.keep')
    await uk.done('authorities.said.publicationKept')
    await context.close()

    const body = await story.bodyId(commissioner.uk)
    await readInAll(
      guest.page,
      locale => story.at(locale, '/communications'),
      'authorities.register.state.answered',
    )
    expect(await main(guest)).toContain(words.title)
    await readInAll(
      guest.page,
      locale => story.at(locale, `/bodies/${body}/scorecard`),
      'authorities.score.caveat',
    )
    for (const locale of languages) {
      const { says } = reader(guest.page, locale)
      expect(await story.feed(guest.page, locale, words.title)).not.toContain('Ластівк')
      await read(guest.page, at(locale))
      for (const step of ['registered', 'formChosen', 'extended', 'measure', 'answered', 'result'] as const)
        await says(`authorities.step.told.${step}`, { body: commissioner[locale] })
      expect(await main(guest)).toContain('[ім’я]')
      expect(await main(guest)).not.toMatch(/Ластівк|answer\.pdf|visited/)
    }
    await go(guest.page, at('uk', '/letter.pdf'), 404)
    const api = await guest.page.request.get(`/api/v1/${coalition.slug}/communications/${number}`)
    expect(await api.text()).not.toContain('Ластівк')
  })
})

describe('a letter that nobody answers', () => {
  it('is overdue one day, and whoever wrote it is shown what the law allows next', async () => {
    const { page, context } = await show.visit({ ...phone, as: author })
    const uk = reader(page, 'uk')
    await story.write(page, commissioner.uk, { kind: 'complaint', through: 'own' }, words)
    unanswered = await story.send(page, { channel: 'platform', prominence: 'parties' }, 'Називає людину')
    const { id } = await story.letter(unanswered)
    await letLetterAge(show.program.platform.database, id, 60)
    const overdue = { number: unanswered }
    const breached = async () => (await story.letter(unanswered)).dueOn < today().toString()
    await runJob(show.program, coalition.id, 'authorities.deadlines', breached)
    const mail = await story.letterTo(author, 'uk', 'authorities.deadline.mail.breachedSubject', overdue)
    await read(page, mail.link)
    await uk.says('authorities.step.told.breached', { body: commissioner.uk })
    await uk.says('authorities.deadline.next')
    const next = page.getByRole('link', { name: uk.t('authorities.deadline.draftRemedy') })
    expect(await next.first().getAttribute('href')).toContain(`follows=${unanswered}&remedy=ua-reminder`)
    await context.close()
  })

  it('is nothing to a person of another umbrella, at any address', async () => {
    const { page, context } = await show.visit({ ...desk, as: stranger })
    const { act } = await story.letter(number)
    for (const path of ['', '/letter.pdf', '/registration', '/answer', '/closing', '/messages', '/mail'])
      await go(page, at('en', path, unanswered), 404)
    for (const path of ['/sending', '/publication', '/redaction'])
      await go(page, at('en', path, unanswered), 403)
    for (const path of ['', '/sending', '/publication']) {
      const [there, nowhere] = [unanswered, 99_999].map(of => page.request.get(at('en', path, of)))
      expect((await there!).status()).toBe((await nowhere!).status())
    }
    await go(page, story.at('en', `/communications/acts/${act}/text`), 403)
    await read(page, story.at('en', '/communications'))
    expect(await textOf(page.locator('main'))).not.toMatch(/Ластівк/)
    await context.close()
    show.expectNoTrouble()
  })
})
