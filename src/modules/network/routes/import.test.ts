import { afterAll, describe, expect, it } from 'vitest'
import { enter, foundCoalition, memberWith } from '#tests/coalition.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const { owner } = stage.platform.database
const here = await foundCoalition(stage, 'lists-here')
const elsewhere = await foundCoalition(stage, 'lists-elsewhere')
const [anna] = here.coordinators
const member = await enter(stage, 'member@lists.example')
await memberWith(stage, here.id, member.id)
afterAll(() => stage.close())

const at = (path: string, slug = here.slug) => `/en/${slug}${path}`
const list = (text: string, name = 'list.csv') => new File([text], name)

async function upload(text: string | File, fields = {}) {
  const file = typeof text === 'string' ? list(text) : text
  return anna.browser.upload(at('/import'), { encoding: '', delimiter: '', ...fields }, { file })
}

/** Uploads a list that can be read; returns its address below the umbrella. */
async function begun(text: string | File, fields = {}): Promise<string> {
  const answer = await upload(text, fields)
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.slice(at('').length)
}

const names = async () =>
  (
    await owner.query<{ name: string }>(
      `select coalesce(o.name ->> 'uk', o.name ->> 'en') as name from network.memberships s
       join network.organisations o on o.id = s.organisation_id where s.umbrella_id = $1 order by 1`,
      [here.id],
    )
  ).rows.map(row => row.name)

const files = async () => (await owner.query('select count(*)::integer as n from platform.files')).rows[0].n

describe('an import in the browser', () => {
  it('is for coordinators: visitors are asked to sign in, others are refused', async () => {
    const visitor = new Visitor(stage)
    expect((await visitor.get(at('/import'))).headers.get('location')).toContain('/en/sign-in?to=')
    expect((await member.browser.get(at('/import'))).status).toBe(403)
    const answer = await member.browser.upload(at('/import'), {}, { file: list('Назва\nРада\n') })
    expect(answer.status).toBe(403)
    expect((await elsewhere.coordinators[0].browser.get(at('/import'))).status).toBe(403)
    const html = await (await anna.browser.get(at('/import'))).text()
    expect(html).toContain('No list has been imported here yet')
    expect(html).toContain('<code>UA-EDR</code>')
  })

  it.each(['uk', 'pl', 'en'])(
    'offers a template with all columns and an example that could be imported, in %s',
    async locale => {
      const answer = await anna.browser.get(`/${locale}/${here.slug}/import/template.csv`)
      expect(answer.headers.get('content-type')).toContain('text/csv')
      const text = await answer.text()
      expect(text).toContain('name:uk,name:pl,name:en')
      const path = await begun(text)
      const check = await anna.browser.get(at(`${path}/check`))
      expect(await check.text()).toContain('/members"')
      await anna.browser.post(at(`${path}/removal`))
    },
  )

  it('names what is wrong with a file, keeping what was chosen', async () => {
    const none = await anna.browser.upload(at('/import'), { encoding: 'windows-1251', delimiter: 'tab' }, {})
    expect(none.status).toBe(422)
    const html = await none.text()
    expect(html).toContain('href="#field-file"')
    expect(html).toContain('value="tab" selected')
    const before = await files()
    for (const [bad, words] of [
      [list('Назва\n'), 'no rows below its headings'],
      [new File([new Uint8Array([80, 75, 3, 4, 0, 0, 1])], 'list.xlsx'), 'This is not a CSV file'],
    ] as const) {
      const answer = await upload(bad)
      expect(answer.status).toBe(409)
      expect(await answer.text()).toContain(words)
    }
    expect(await files()).toBe(before)
  })

  it('goes from the file through its columns and a check to the records, and can be left on the way', async () => {
    const path = await begun(
      'Назва;Місто;Бухгалтер;Дата\nРада;Київ;Хтось;2011-06-21\nСпілка;Львів;;2012-01-01\n',
    )
    expect(await (await anna.browser.get(at('/import'))).text()).toContain(at(path))
    const html = await (await anna.browser.get(at(path))).text()
    expect(html).toContain('The file has 2 rows.')
    expect(html).toContain('For example: Рада · Спілка')
    expect(html).toMatch(/value="name:uk" selected/)
    const chosen = { 'column-0': 'name:uk', 'column-1': 'town', 'column-3': 'since', country: 'UA', form: '' }
    const mapped = await anna.browser.post(at(`${path}/mapping`), chosen)
    expect(mapped.headers.get('location')).toBe(at(`${path}/check`))

    const before = await names()
    const check = await (await anna.browser.get(at(`${path}/check`))).text()
    expect(check).toContain('Import 2 rows')
    expect(await names()).toEqual(before)
    expect((await elsewhere.coordinators[0].browser.get(at(path, elsewhere.slug))).status).toBe(404)

    // Another coordinator takes it up again.
    const [, bohdan] = here.coordinators
    const done = await bohdan.browser.post(at(`${path}/members`))
    expect(done.status).toBe(303)
    expect(await names()).toEqual([...before, 'Рада', 'Спілка'].sort())
    expect(await (await anna.browser.get(at(path))).text()).toContain('The list is imported')
    expect((await anna.browser.get(at(`${path}/check`))).headers.get('location')).toBe(at(path))
    expect((await anna.browser.post(at(`${path}/members`))).status).toBe(409)
    expect(await files()).toBe(0)
  })

  it('gives back the chosen columns when two mean the same, or none the name', async () => {
    const path = await begun('Назва;Повна назва\nРада;Рада міста\n')
    const twice = await anna.browser.post(at(`${path}/mapping`), {
      'column-0': 'name:uk',
      'column-1': 'name:uk',
    })
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('The column “Назва” already means this')
    const nobody = await anna.browser.post(at(`${path}/mapping`), { 'column-0': 'town' })
    expect(nobody.status).toBe(422)
    expect(await nobody.text()).toContain('we cannot tell who is meant without it')
    const answer = await anna.browser.post(at(`${path}/removal`))
    expect(answer.headers.get('location')).toContain('/import?said=')
    expect((await anna.browser.get(at(path))).status).toBe(404)
  })

  it('names every problem by row and column, on pages and as a file, and imports nothing', async () => {
    const bad = Array.from({ length: 250 }, (_, n) => `Рада ${n};не день;${n === 249 ? 'Нарнія' : 'UA'}`)
    const path = await begun(`Назва;Дата вступу;Країна\n${bad.join('\n')}\n`)
    const before = await names()
    const first = await (await anna.browser.get(at(`${path}/check`))).text()
    expect(first).toContain('251 problems')
    expect(first).toContain('?from=200#problems')
    expect(first).not.toContain('Import 250 rows')
    expect(await (await anna.browser.get(at(`${path}/check?from=200`))).text()).toContain('Нарнія')
    const file = await (await anna.browser.get(at(`${path}/problems.csv`))).text()
    expect(file.trim().split('\r\n')).toHaveLength(252)
    const refused = await anna.browser.post(at(`${path}/members`))
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('Nothing was imported')
    expect(await names()).toEqual(before)
    await anna.browser.post(at(`${path}/removal`))
  })

  it('reads an old Ukrainian file as it was told to', async () => {
    const bytes = new Uint8Array([0xcd, 0xe0, 0xe7, 0xe2, 0xe0, 0x0a, 0xd0, 0xe0, 0xe4, 0xe0, 0x0a])
    const path = await begun(new File([bytes], 'old.csv'), { encoding: 'windows-1251' })
    expect(await (await anna.browser.get(at(path))).text()).toContain('For example: Рада')
    await anna.browser.post(at(`${path}/removal`))
  })
})

describe('the export', () => {
  it('is for the people inside, and the import reads it', async () => {
    expect((await new Visitor(stage).get(at('/members.csv'))).status).toBe(303)
    expect((await elsewhere.coordinators[0].browser.get(at('/members.csv'))).status).toBe(403)
    const answer = await member.browser.get(at('/members.csv'))
    expect(answer.headers.get('content-disposition')).toContain('lists-here-members.csv')
    const path = await begun(list(await answer.text()))
    expect(await (await anna.browser.get(at(`${path}/check`))).text()).toContain(
      'The list contains nothing that is not already in the records',
    )
  })
})
