import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { individualValues, organisationValues, partnerValues } from '#tests/admission.ts'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { pdf } from '#tests/file-samples.ts'
import { type Stage, setStage, Visitor } from '#tests/visitor.ts'
import { forms } from '../schema/memberships.ts'

let stage: Stage
let coalition: Coalition
let applicant: Present

const at = (path: string, locale = 'en') => `/${locale}/${coalition.slug}${path}`
const document = () => new File([pdf], 'Decision.pdf', { type: 'application/pdf' })

beforeAll(async () => {
  stage = await setStage()
  coalition = await foundCoalition(stage, 'joining')
  applicant = await enter(stage, 'applicant@joining.example')
})
afterAll(() => stage.close())

const idOf = (answer: Response) =>
  /applications\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? ''

async function rowOf(id: string) {
  const { rows } = await stage.platform.database.owner.query(
    'select * from network.applications where id = $1',
    [id],
  )
  return rows[0]
}

describe('a visitor', () => {
  test('reads how to join in three languages, and is led to sign in and back before the form', async () => {
    const visitor = new Visitor(stage)
    for (const [locale, words] of [
      ['uk', 'Як приєднатися'],
      ['pl', 'Jak dołączyć'],
      ['en', 'How to join'],
    ]) {
      const page = await visitor.get(at('/join', locale))
      expect(page.status).toBe(200)
      expect(await page.text()).toContain(words)
    }
    for (const form of forms) {
      const asked = await visitor.get(at(`/join/${form}`))
      expect(asked.headers.get('location')).toContain(
        `/sign-in?to=${encodeURIComponent(at(`/join/${form}`))}`,
      )
    }
    expect((await visitor.post(at('/join/collective'))).status).toBe(403)
  })
})

describe('an application', () => {
  test.each(forms)('of the form %s opens with an empty form; another form is 404', async form => {
    const page = await applicant.browser.get(at(`/join/${form}`))
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('name="communities[]"')
    expect((await applicant.browser.get(at('/join/king'))).status).toBe(404)
  })

  test('is kept however it is typed, and every problem is named when it is to be reviewed', async () => {
    const { browser } = await enter(stage, 'slow@joining.example')
    const saved = await browser.post(at('/join/collective'), { 'name:uk': 'Гурт', intent: 'save' })
    expect(saved.status).toBe(303)
    expect(await (await browser.get(at('/join/collective', 'pl'))).text()).toContain('value="Гурт"')
    expect(await (await browser.get(at('/join'))).text()).toContain('Гурт')
    const wrong = {
      'name:uk': 'Гурт',
      email: 'nobody',
      'identifiers:UA-EDR': '123',
      country: 'PL',
      region: 'UA-51',
    }
    const answer = await browser.post(at('/join/collective'), { ...wrong, intent: 'review' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('value="nobody"')
    for (const field of [
      'communities',
      'kind',
      'level',
      'region',
      'email',
      'identifiers-UA-EDR',
      'decision',
    ]) {
      expect(html, field).toContain(`href="#field-${field}"`)
    }
    expect(await (await browser.get(at('/join'))).text()).toContain(at('/join/collective'))
  })

  test.each([
    ['collective', organisationValues],
    ['individual', individualValues],
    ['agreement', partnerValues],
  ] as const)('of the form %s is filled in, reviewed with its document, and sent', async (form, values) => {
    const { browser } = await enter(stage, `${form}@joining.example`)
    const reviewed = await browser.upload(
      at(`/join/${form}`),
      { ...values, intent: 'review' },
      { file: document() },
    )
    const id = idOf(reviewed)
    expect(reviewed.headers.get('location')).toBe(at(`/applications/${id}/review`))
    expect(await (await browser.get(at(`/applications/${id}/review`, 'uk'))).text()).toContain(
      values['name:uk'],
    )
    const sent = await browser.post(at(`/applications/${id}/submission`))
    expect(sent.headers.get('location')).toContain(at(`/applications/${id}?said=`))
    expect(await rowOf(id)).toMatchObject({ status: 'published', draft: {}, locale: 'en' })
    const page = await browser.get(at(`/applications/${id}`, 'uk'))
    expect(page.status).toBe(200)
    const file = await browser.get(at(`/applications/${id}/file`))
    expect(Buffer.from(await file.arrayBuffer()).equals(pdf)).toBe(true)
    const again = await browser.post(at(`/applications/${id}/submission`))
    expect(again.headers.get('location')).toBe(at(`/applications/${id}`))
  })

  test('that is refused by a rule shows the sentence on the review page', async () => {
    const { browser } = await enter(stage, 'twice@joining.example')
    const send = async () => {
      const reviewed = await browser.post(at('/join/individual'), { ...individualValues, intent: 'review' })
      return browser.post(at(`/applications/${idOf(reviewed)}/submission`))
    }
    expect((await send()).status).toBe(303)
    const second = await send()
    expect(second.status).toBe(409)
    expect(await second.text()).toContain('cannot be two at once')
  })

  test('is its author’s alone until it is sent, and can be thrown away on a page that asks', async () => {
    const { browser } = await enter(stage, 'author@joining.example')
    const reviewed = await browser.upload(
      at('/join/individual'),
      { ...individualValues, intent: 'review' },
      { file: document() },
    )
    const id = idOf(reviewed)
    for (const path of ['review', 'discarding', 'file']) {
      expect((await applicant.browser.get(at(`/applications/${id}/${path}`))).status, path).toBe(404)
    }
    expect((await applicant.browser.post(at(`/applications/${id}/submission`))).status).toBe(404)
    expect((await browser.get(at(`/applications/${id}/discarding`))).status).toBe(200)
    expect((await browser.post(at(`/applications/${id}/discarding`))).status).toBe(303)
    expect(await rowOf(id)).toBeUndefined()
  })

  test('takes no file of a kind that is not taken, and keeps the rest', async () => {
    const { browser } = await enter(stage, 'program@joining.example')
    const file = new File([Buffer.from('MZ program')], 'run.exe')
    const answer = await browser.upload(
      at('/join/individual'),
      { ...individualValues, intent: 'review' },
      { file },
    )
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(individualValues['name:uk'])
  })
})

describe('an organisation that is known', () => {
  test('is offered by a name that is alike, and the question is asked once', async () => {
    await memberWith(stage, coalition.id)
    await stage.platform.database.owner.query(
      `update network.organisations set name = '{"uk": "Рада ромів Одещини"}', search_key = 'rada romiv odesini' where search_key = 'a member'`,
    )
    const { browser } = await enter(stage, 'alike@joining.example')
    const ask = (over: Record<string, string> = {}) =>
      browser.post(at('/join/collective'), { ...organisationValues, intent: 'review', ...over })
    const question = await ask()
    expect(question.status).toBe(422)
    expect(await question.text()).toContain('name="sameAs"')
    expect((await ask({ sameAs: 'none' })).status).toBe(303)
  })
})
