import { beforeAll, describe, expect, it } from 'vitest'
import { demoUmbrellaId } from '#modules/people/index.ts'
import { newBody, newCommunication, newFile, newMessage, newOfficer, step } from '../communications.ts'
import { newPerson } from '../umbrella.ts'
import { stage } from './browser.ts'
import { desk, phone, reader, readInAll } from './coalition-steps.ts'
import { sendForm } from './form-steps.ts'
import { go, read, textOf } from './journey.ts'

const show = stage()
const slug = 'international-union'
let number: number
let message: string
let body: string

beforeAll(async () => {
  const { database } = show.program.platform
  const umbrella = demoUmbrellaId(slug)
  body = await newBody(database, {
    name: { uk: 'Міністерство культури', pl: 'Ministerstwo Kultury', en: 'Ministry of Culture' },
  })
  const officer = await newPerson(database, [umbrella])
  await newOfficer(database, body, officer)
  const letter = await newCommunication(database, umbrella, {
    body,
    title: 'Вивіска мовою меншини: справа Марії Ластівки',
    facts: 'Марії Ластівці відмовили. Телефон 067 123 45 67.',
    topics: ['language'],
    directions: ['restoration'],
  })
  number = letter.number
  message = await newMessage(database, umbrella, letter.id, {
    text: 'Шановна пані Ластівко, вивіску дозволено.',
    prominence: 'public',
  })
  const file = await newFile(database, umbrella)
  const by = { communication: letter.id, side: 'authority', body } as const
  await step(database, umbrella, officer, { ...by, kind: 'registered', reference: '7', onDay: '2026-01-14' })
  await step(database, umbrella, officer, {
    ...by,
    kind: 'answered',
    resolution: 'granted',
    file: file.id,
    onDay: '2026-01-28',
  })
})

describe('A5: what was written to public bodies, and what came of it', () => {
  it('is read by anybody on a phone, without JavaScript, in three languages', async () => {
    const { page, context } = await show.visit(phone)
    await readInAll(
      page,
      locale => `/${locale}/${slug}/communications`,
      'authorities.register.title',
      'authorities.register.state.answered',
      ['authorities.register.answeredAfter', { days: 18 }],
    )
    const uk = reader(page, 'uk')
    await read(page, `/uk/${slug}/communications?topic=language&direction=restoration&q=kultury`)
    expect(await textOf(page.locator('.directory-list'))).toContain('Вивіска мовою меншини')
    await read(page, `/uk/${slug}/communications?year=1999`)
    await uk.says('authorities.register.nothingFits')
    await readInAll(
      page,
      locale => `/${locale}/${slug}/bodies/${body}/scorecard`,
      'authorities.score.caveat',
      ['authorities.score.smallNumbers', { least: 5 }],
      'authorities.score.times',
    )
    await readInAll(page, locale => `/${locale}/${slug}/scorecards`, 'authorities.score.list.lead')
    await context.close()
  })

  it('leaves out what a coordinator takes out, before anybody reads it', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${slug}.coordinator` })
    const en = reader(page, 'en')
    await read(page, `/en/${slug}/communications/${number}/publication`)
    await en.follow('authorities.publication.redact')
    await page.locator('[name=facts]').fill('[name] відмовили.')
    await page.locator('[name=title]').fill('Вивіска мовою меншини')
    await en.press('authorities.publication.look')
    expect((await page.locator('del').allTextContents()).join(' ')).toContain('Телефон 067 123 45 67')
    await sendForm(page, {})
    await en.done('authorities.said.publicationKept')
    await read(page, `/en/${slug}/communications/${number}/messages/${message}/publication`)
    await sendForm(page, { text: 'Шановна пані [name], вивіску дозволено.' })
    await en.done('authorities.said.publicationKept')
    await sendForm(page, { prominence: 'members', reason: '' })
    await en.complains('authorities.publication.refusal.reasonMissing')
    await context.close()

    const visitor = await show.visit(phone)
    await go(visitor.page, `/en/${slug}/communications`)
    const said = await textOf(visitor.page.locator('main'))
    expect(said).toContain('Вивіска мовою меншини')
    expect(said).not.toContain('Ластівк')
    const answer = await visitor.page.request.get(`/api/v1/${slug}/communications/${number}`)
    expect(await answer.text()).toContain('Шановна пані [name]')
    expect(await answer.text()).not.toMatch(/Ластівк|067/)
    await visitor.context.close()
  })

  it('shows what was done together with a body, from the coordinator’s form to the visitor’s phone', async () => {
    const { page, context } = await show.visit({ ...desk, as: `${slug}.coordinator` })
    const en = reader(page, 'en')
    await read(page, `/en/${slug}/bodies/${body}`)
    await en.follow('authorities.material.add')
    await sendForm(page, { kind: 'report', title: 'Joint report on signs', url: 'ftp://nowhere' })
    await en.complains('authorities.letter.linkWrong')
    await sendForm(page, { url: 'https://example.org/report', description: 'Signs in two languages.' })
    await en.done('authorities.said.materialAdded')
    await en.press('authorities.material.publish')
    await en.done('authorities.said.materialPublished')
    await context.close()

    const visitor = await show.visit(phone)
    await read(visitor.page, `/en/${slug}/bodies/${body}`)
    expect(await textOf(visitor.page.locator('#materials'))).toContain('Joint report on signs')
    await readInAll(
      visitor.page,
      locale => `/${locale}/${slug}/materials`,
      'authorities.material.lead',
      'authorities.material.kind.report',
    )
    await visitor.context.close()
  })
})
