import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundCoalition } from '#tests/coalition.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { letterDesk, newBody } from '#tests/letters.ts'
import { setStage } from '#tests/visitor.ts'

const stage = await setStage()
const { database } = stage.platform
const here = await foundCoalition(stage, 'remedies-here')
const { representative } = initiativeDesk(stage, here)
const { at, row, begun, sent } = letterDesk(stage, here)
let iryna: Representative
let [body, superior, commissioner, foreign] = ['', '', '', '']
let number = ''

beforeAll(async () => {
  iryna = await representative('iryna-remedies')
  superior = await newBody(database, { name: { en: 'Cabinet of Remedies' }, kind: 'government' })
  body = await newBody(database, { name: { uk: 'Служба запізнень', en: 'Service of Delays' } })
  commissioner = await newBody(database, { name: { en: 'Commissioner UA' }, kind: 'commissioner' })
  foreign = await newBody(database, {
    ...{ name: { en: 'Commissioner PL' }, kind: 'commissioner', jurisdiction: 'PL', languages: ['pl'] },
  })
  await database.owner.query('update authorities.bodies set parent_id = $2 where id = $1', [body, superior])
  number = (await sent(iryna, body)).slice(1)
})
afterAll(() => stage.close())

const page = async (query: string) => {
  const answer = await iryna.browser.get(at(`/new?${query}`))
  expect(answer.status).toBe(200)
  return answer.text()
}

describe('a letter that a remedy begins', () => {
  it('goes to the same body with a kind and a title in its language, when the remedy goes there', async () => {
    const html = await page(`follows=${number}&remedy=ua-reminder`)
    expect(html).toContain(`name="body" value="${body}"`)
    expect(html).toContain('name="remedy" value="ua-reminder"')
    expect(html).toMatch(/<input[^>]*name="kind"[^>]*value="appeal"[^>]*checked/)
    expect(html).toContain('value="Нагадування про звернення без відповіді"')
    expect(html).toContain('Remind the body of the time limit')
  })

  it('suggests the commissioner of the same law, and carries letter and remedy to the form', async () => {
    const html = await page(`follows=${number}&remedy=ua-ombudsman`)
    const [suggested] = html.split('filter-bar')
    expect(suggested).toContain(`follows=${number}&amp;remedy=ua-ombudsman&amp;body=${commissioner}`)
    expect(suggested).not.toContain(foreign)
    expect(html).toContain('name="remedy" value="ua-ombudsman"')
    const found = await page(`q=komisioner&follows=${number}&remedy=ua-ombudsman`)
    expect(found).not.toContain('name="kind"')
    const form = await page(`follows=${number}&remedy=ua-ombudsman&body=${commissioner}`)
    expect(form).toContain('name="remedy" value="ua-ombudsman"')
    expect(form).toMatch(/name="follows" value="[0-9a-f-]{36}"/)
    expect(form).toMatch(/<input[^>]*name="kind"[^>]*value="violation"[^>]*checked/)
  })

  it('suggests the superior body, and lets another one be chosen', async () => {
    const html = await page(`follows=${number}&remedy=ua-superior`)
    expect(html).toContain(`remedy=ua-superior&amp;body=${superior}`)
    const other = /href="[^"]*(\?follows=[^"]*body=[^"]*)"/.exec(
      await page(`follows=${number}&remedy=ua-reminder`),
    )?.[1]
    expect(await page(other!.slice(1).replaceAll('&amp;', '&'))).not.toContain('name="kind"')
  })

  it('has the grounds and proposals of the remedy in the language of the letter', async () => {
    const path = await begun(iryna, body, { remedy: 'ua-reminder', follows: (await row(`/${number}`)).id })
    const html = await (await iryna.browser.get(at(`${path}/text`))).text()
    expect(html).toContain('value="Закон України «Про звернення громадян» № 393/96-ВР"')
    expect(html).toContain('Негайно надати відповідь по суті')
    expect((await row(path)).follows_id).toBe((await row(`/${number}`)).id)
    const polish = await begun(iryna, foreign, { remedy: 'ua-ombudsman' })
    expect((await row(polish)).proposals).toEqual([
      'Wszcząć postępowanie i doprowadzić do odpowiedzi organu.',
    ])
  })

  it('keeps the remedy when something is missing', async () => {
    const typed = { body, remedy: 'ua-reminder', kind: '', title: '', membership: iryna.membership }
    const answer = await iryna.browser.post(at('/drafts'), typed)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('name="remedy" value="ua-reminder"')
  })

  it('is an empty one when nobody knows the remedy, or a lawyer should write it', async () => {
    for (const remedy of ['moon-court', 'ua-court-inaction', 'x'.repeat(5000)]) {
      expect(await page(`follows=${number}&remedy=${remedy}`)).not.toContain('name="remedy"')
      const { grounds, proposals } = await row(await begun(iryna, body, { remedy }))
      expect([grounds, proposals]).toEqual([[], []])
    }
  })
})

describe('choosing whom to write to', () => {
  it('says of a body that has ended that it has', async () => {
    const ended = await newBody(database, { name: { en: 'Committee of Yore' } })
    expect(await page('q=yore')).not.toContain('badge')
    await database.owner.query("update authorities.bodies set ended_on = '2010-12-09' where id = $1", [ended])
    expect(await page('q=yore')).toMatch(/Committee of Yore.*badge.*ended/s)
  })
})
