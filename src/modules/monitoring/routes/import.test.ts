import { afterAll, describe, expect, it } from 'vitest'
import { fieldSaying, formOn, list, map, openImportDesk } from '#tests/import-steps.ts'
import { assure } from '#tests/vault-keys.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { owner } = stage.platform.database
const desk = await openImportDesk(stage, 'chronicles')
const { elsewhere, anna, monitor, at, bring, said, page, draft, incidents } = desk
afterAll(() => stage.close())

describe('importing a chronicle in the browser', () => {
  it('is for monitors with a second factor; coordinators see what was imported, others nothing', async () => {
    const visitor = new Visitor(stage)
    expect((await visitor.get(at())).headers.get('location')).toContain('/en/sign-in?to=')
    expect((await elsewhere.coordinators[0].browser.get(at())).status).toBe(403)
    expect((await bring(list, undefined, elsewhere.coordinators[0])).status).toBe(403)
    const html = await page('', anna)
    expect(html).toContain('No chronicle has been imported yet')
    expect(html).not.toContain('/import/new')
    expect((await bring(list, undefined, anna)).status).toBe(403)
    expect(await page('')).toContain('/import/new')
    expect((await monitor.browser.get(at('/new'))).headers.get('location')).toContain('/second-factor?needed')
    expect((await bring()).status).toBe(403)
    await assure(stage, monitor)
    expect(await page('/new')).toContain('name="map"')
  })

  it('names what is wrong with the file or the mapping', async () => {
    const none = await bring('')
    expect([none.status, await said(none)]).toEqual([422, expect.stringContaining('href="#field-file"')])
    const broken = await bring(list, '{ "country": "UA", "datum": {} }')
    expect([broken.status, await said(broken)]).toEqual([422, expect.stringContaining('datum')])
    const empty = await bring('Дата\n')
    expect([empty.status, await said(empty)]).toEqual([422, expect.stringContaining('no rows')])
    expect(await draft()).toBeUndefined()
    expect(await page('/draft')).toContain('is not in this browser')
  })

  it('proposes what each column means, with what stands in it, and keeps nothing readable', async () => {
    const brought = await bring()
    expect(brought.headers.get('location')).toBe(at('/draft'))
    expect(brought.headers.get('set-cookie')).toMatch(/^parasol-import=.*HttpOnly; SameSite=Strict/)
    const html = await page('/draft')
    for (const sample of ['травень 2026', 'Львів', 'погрози', 'Побили']) expect(html).toContain(sample)
    expect(formOn(html)).toMatchObject({
      ...{ 'column-0-0': ['date'], 'column-1-0': ['town'], 'column-2-0': ['types'], 'column-3-0': ['text'] },
      ...{ country: ['UA'], delimiter: ['semicolon'], encoding: ['utf-8'] },
    })
    const { state, file } = await draft()
    for (const kept of [state, file]) expect(kept.toString('utf8')).not.toMatch(/Побили|list\.csv|погрози/)
    const [other] = [new Visitor(stage)]
    for (const [name, value] of monitor.browser.cookies)
      if (name !== 'parasol-import') other.cookies.set(name, value)
    expect(await said(other.get(at('/draft')))).toContain('is not in this browser')
  })

  it('keeps what was chosen, and names every problem of it', async () => {
    const fields = formOn(await page('/draft'))
    const wrong = { ...fields, 'column-3-0': 'town', country: '' }
    const answer = await monitor.browser.post(at('/draft'), wrong)
    const html = await said(answer)
    expect(answer.status).toBe(422)
    expect(html).toContain('This was chosen for the column “Місто” already')
    expect(html).toContain('Choose the country')
    expect(formOn(html)).toMatchObject({ 'column-3-0': ['town'], 'column-0-0': ['date'], country: [''] })
    const nothing = { ...fields, ...Object.fromEntries([0, 1, 2, 3].map(n => [`column-${n}-0`, ''])) }
    expect(await said(monitor.browser.post(at('/draft'), nothing))).toContain('at least one column')
    const lone = { ...nothing, 'column-0-0': 'until' }
    expect(await said(monitor.browser.post(at('/draft'), lone))).toContain('but no beginning')
  })

  it('reads the file in another way when somebody says how it is cut', async () => {
    const fields = formOn(await page('/draft'))
    const cut = await said(monitor.browser.post(at('/draft'), { ...fields, delimiter: 'comma' }))
    expect(cut).toContain('read in another way')
    expect(formOn(cut)).toMatchObject({ delimiter: ['comma'] })
    expect(formOn(cut)).not.toHaveProperty('column-1-0')
    await monitor.browser.post(at('/draft'), { ...formOn(cut), delimiter: 'semicolon' })
    expect(formOn(await page('/draft'))).toMatchObject({ 'column-2-0': ['types'] })
  })

  it('asks what the words mean, those that nobody decided on first', async () => {
    await bring(list, JSON.stringify(map))
    const next = await monitor.browser.post(at('/draft'), formOn(await page('/draft')))
    expect(next.headers.get('location')).toBe(at('/draft/values'))
    const html = await page('/draft/values')
    expect(html.match(/not decided/g)!.length).toBeGreaterThan(0)
    expect(html.indexOf('бійка')).toBeLessThan(html.indexOf('погрози'))
    const fight = fieldSaying(html, 'What “бійка” means')
    expect(formOn(html)[fieldSaying(html, 'What “погрози” means')]).toEqual(['THR'])
    const answer = await monitor.browser.post(at('/draft/values'), {
      ...formOn(html),
      [fight]: 'ASS',
      [fight.replace(/0$/, '1')]: 'DAM',
      'biases-same-0': 'ROMA',
      'types-word-0': 'побил',
      'types-w-0-0': 'ASS',
    })
    expect(answer.headers.get('location')).toBe(at('/draft/check'))
    const kept = await (await monitor.browser.get(at('/draft/mapping.json'))).json()
    expect(kept).toEqual({
      ...map,
      ...{ encoding: 'utf-8', delimiter: ';' },
      codes: {
        types: {
          column: 'Тип',
          values: { погрози: 'THR', бійка: ['ASS', 'DAM'] },
          words: { побил: 'ASS' },
        },
        biases: { same: 'ROMA' },
      },
    })
    await bring(list, JSON.stringify(kept))
    await monitor.browser.post(at('/draft'), formOn(await page('/draft')))
    await monitor.browser.post(at('/draft/values'), formOn(await page('/draft/values')))
    expect(await (await monitor.browser.get(at('/draft/mapping.json'))).json()).toEqual(kept)
  })

  it('looks at the words again when cells are split in another way', async () => {
    await bring('Дата;Тип\n2026-05-01;сварка, бешкет\n')
    await monitor.browser.post(at('/draft'), formOn(await page('/draft')))
    const html = await page('/draft/values')
    const split = [...formOn(html)['types-split[]']!, 'comma']
    const answer = await monitor.browser.post(at('/draft/values'), {
      ...formOn(html),
      'types-split[]': split,
    })
    expect(answer.headers.get('location')).toBe(at('/draft/values?cut=anew'))
    const again = await page('/draft/values?cut=anew')
    expect(fieldSaying(again, 'What “бешкет” means')).toMatch(/^types-v-/)
  })

  it('tells by row and column what it would do, and writes nothing', async () => {
    await bring(list, JSON.stringify(map))
    const tried = await page('/draft/check')
    expect(tried).toContain('Nothing has been written yet')
    expect(tried).toContain('does not say what “бійка” means')
    expect(await page('/draft/problems.csv')).toContain('3,Тип,')
    expect(await incidents()).toBe(0)
    expect(
      (await owner.query("select from vault.records where purpose = 'monitoring.chronicle'")).rows,
    ).toEqual([])
  })

  it('forgets after a day what was not recorded, and at once what is discarded', async () => {
    await bring()
    await monitor.browser.post(at('/draft/removal'))
    expect(await draft()).toBeUndefined()
    await bring()
    await owner.query("update monitoring.import_drafts set ends_at = now() - interval '1 second'")
    expect(await page('/draft')).toContain('is not in this browser')
    await owner.query('select monitoring.tidy_import_drafts()')
    expect(await draft()).toBeUndefined()
  })
})
