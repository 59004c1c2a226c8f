import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '#platform/project-root.ts'
import { confirmSuccession } from '#tests/authorities-desk.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { initiativeDesk, type Representative } from '#tests/initiative-desk.ts'
import { newBody, newOfficer } from '#tests/letters.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { importBodiesCommand } from '../commands/import-bodies.ts'

const stage = await setStage()
const { database, config } = stage.platform
const here = await foundCoalition(stage, 'bodies-here')
const elsewhere = await foundCoalition(stage, 'bodies-elsewhere')
const { representative } = initiativeDesk(stage, here)
const [anna] = here.coordinators
const at = (path: string, slug = here.slug) => `/en/${slug}/bodies${path}`
const visitor = new Visitor(stage)
let iryna: Representative

beforeAll(async () => {
  iryna = await representative('iryna-bodies')
})
afterAll(() => stage.close())

const facts = {
  ...{ 'name:uk': 'Служба довкілля', kind: 'agency', jurisdiction: 'UA', level: 'regional', country: 'UA' },
  ...{ region: 'UA-48', competences: 'довкілля\nводойми', 'languages[]': ['uk'] },
}

async function added(more: Record<string, string> = {}): Promise<string> {
  const answer = await anna.browser.post(at(''), { ...facts, ...more })
  const id = /bodies\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1]
  if (!id) throw new Error(`not added: ${answer.status} ${await answer.text()}`)
  return id
}

const row = async (id: string) =>
  (await database.owner.query('select * from authorities.bodies where id = $1', [id])).rows[0]

describe('the register of public bodies', () => {
  it('is open to everybody and finds names in any script, by kind and region', async () => {
    const id = await newBody(database, {
      name: { uk: 'Жмеринська міська рада' },
      kind: 'local_council',
      region: 'UA-05',
    })
    for (const query of ['?q=zhmerynska', '?q=Żmeryńska', '?kind=local_council&region=UA-05'])
      expect(await (await visitor.get(at(query))).text(), query).toContain(id)
    expect(await (await visitor.get(at('?kind=court'))).text()).not.toContain(id)
    expect((await visitor.get(at(`/${id}`))).status).toBe(200)
    expect((await visitor.get(at('?from=99999&kind=nonsense&region=XX'))).status).toBe(200)
  })

  it('takes new bodies from coordinators alone, and names every problem at once', async () => {
    expect((await visitor.get(at('/new'))).headers.get('location')).toContain('/sign-in?to=')
    expect((await iryna.browser.get(at('/new'))).status).toBe(403)
    expect((await elsewhere.coordinators[0].browser.post(at(''), facts)).status).toBe(403)
    const typed = { 'name:uk': '', level: 'national', region: 'PL-06', scheme: 'UA-EDR', email: 'nobody' }
    const answer = await anna.browser.post(at(''), typed)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    for (const field of ['name', 'kind', 'jurisdiction', 'country', 'identifier', 'email'])
      expect(html, field).toContain(`href="#field-${field}"`)
    expect(html).toContain('value="nobody"')
  })

  it('keeps what a body was before a correction, and refuses one that did not see the last', async () => {
    const id = await added()
    const corrected = { ...facts, email: 'office@region.example' }
    expect((await anna.browser.post(at(`/${id}/facts`), { ...corrected, version: '1' })).status).toBe(303)
    expect((await anna.browser.post(at(`/${id}/facts`), { ...corrected, version: '1' })).status).toBe(409)
    expect(await row(id)).toMatchObject({ version: 2, email: 'office@region.example' })
    expect(await (await visitor.get(at(`/${id}`))).text()).toContain('Version 2')
  })

  it('is corrected by the umbrella that keeps a body, and once it has officers by them alone; others propose', async () => {
    const id = await added({ 'name:uk': 'Служба води' })
    const stranger = elsewhere.coordinators[0].browser
    expect((await stranger.get(at(`/${id}/facts`, elsewhere.slug))).status).toBe(403)
    expect((await stranger.post(at(`/${id}/remarks`, elsewhere.slug), { text: '' })).status).toBe(422)
    expect((await stranger.post(at(`/${id}/remarks`, elsewhere.slug), { text: 'Wrong street' })).status).toBe(
      303,
    )
    expect(await (await anna.browser.get(at(`/${id}`))).text()).toContain('Wrong street')
    expect(await (await iryna.browser.get(at(`/${id}`))).text()).not.toContain('Wrong street')
    await newOfficer(database, id, iryna.id)
    expect((await anna.browser.post(at(`/${id}/facts`), { ...facts, version: '1' })).status).toBe(403)
    expect((await iryna.browser.post(at(`/${id}/facts`), { ...facts, version: '1' })).status).toBe(303)
  })

  it('leads from a body that ended to the one that goes on, and back', async () => {
    const [old, next] = [
      await added({ 'name:uk': 'Старий комітет', endedOn: '2010-12-09' }),
      await added({ 'name:uk': 'Нове міністерство' }),
    ]
    const path = at(`/${old}/succession`)
    expect(await (await anna.browser.get(`${path}?q=нове`)).text()).toContain(`successor=${next}`)
    expect((await anna.browser.post(path, { successor: next, since: '' })).status).toBe(422)
    const said = { successor: next, since: '2010-12-09', ground: 'Указ № 1085/2010' }
    expect((await anna.browser.post(path, said)).status).toBe(303)
    expect((await anna.browser.post(path, said)).status).toBe(409)
    expect(await (await visitor.get(at(`/${old}`))).text()).not.toContain(next)
    expect((await iryna.browser.post(path, said)).status).toBe(403)
    await confirmSuccession(stage, here, old)
    expect(await (await visitor.get(at(`/${old}`))).text()).toContain(next)
    expect(await (await visitor.get(at(`/${next}`))).text()).toContain('1085/2010')
  })
})

describe('a list of public bodies', () => {
  const csv = (text: string) => ({ file: new File([text], 'bodies.csv', { type: 'text/csv' }) })

  it('is taken over at the terminal, twice without change', async () => {
    const file = join(projectRoot, 'src/modules/authorities/demo/bodies.csv')
    const run = async (...more: string[]) => {
      const lines: string[] = []
      const print = (line: string) => lines.push(line)
      const context = { config, platform: async () => stage.platform, print }
      const code = await importBodiesCommand.run(context, [file, '--umbrella', here.slug, ...more])
      return { code, summary: JSON.parse(lines.join('')) }
    }
    const dry = await run('--dry-run')
    expect(dry).toMatchObject({ code: 0, summary: { rejected: [] } })
    const { rows } = dry.summary
    expect(await run()).toMatchObject({ code: 0, summary: { rows, imported: rows, updated: 0 } })
    expect(await run()).toMatchObject({
      code: 0,
      summary: { rows, imported: 0, updated: 0, unchanged: rows },
    })
  })

  it('is tried out and taken over in the browser, all of it or nothing', async () => {
    const good = 'name:uk,kind,jurisdiction,level,country\nСуд міста,court,UA,local,UA\n'
    const bad = `${good}Інший суд,castle,UA,local,\n`
    const refused = await anna.browser.upload(at('/import'), {}, csv(bad))
    expect(refused.status).toBe(422)
    const html = await refused.text()
    for (const column of ['kind', 'country']) expect(html).toContain(`>${column}<`)
    expect((await anna.browser.upload(at('/import'), { dryRun: 'yes' }, csv(good))).status).toBe(200)
    const count = async () =>
      (await database.owner.query(`select from authorities.bodies where name ->> 'uk' = 'Суд міста'`))
        .rowCount
    expect(await count()).toBe(0)
    expect((await anna.browser.upload(at('/import'), {}, csv(good))).status).toBe(303)
    expect(await count()).toBe(1)
    expect((await iryna.browser.upload(at('/import'), {}, csv(good))).status).toBe(403)
  })
})
