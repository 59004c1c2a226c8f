import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Coalition, enter, foundCoalition, memberWith, type Present } from '#tests/coalition.ts'
import { elf, pdf } from '#tests/file-samples.ts'
import { setStage, Visitor } from '#tests/visitor.ts'

const stage = await setStage()
const visitor = new Visitor(stage)
let here: Coalition
let member: Present

const list = '/en/rules-here/councils'
const at = `${list}/a-council`
const day = (days: number) => Temporal.Now.plainDateISO('UTC').add({ days }).toString()
const paper = (bytes: Uint8Array = pdf) =>
  new File([new Uint8Array(bytes)], 'rules.pdf', { type: 'application/pdf' })

async function send(who: Visitor, path: string, fields: Record<string, string>, file?: File) {
  const answer = await who.upload(path, fields, file ? { file } : {})
  return { status: answer.status, text: await answer.text() }
}
const page = async (who: Visitor) => (await who.get(at)).text()
const versions = async () =>
  (
    await stage.platform.database.owner.query<{ id: string; day: string }>(
      `select id, adopted_on::text as day from councils.rule_texts where umbrella_id = $1 order by adopted_on desc`,
      [here.id],
    )
  ).rows

beforeAll(async () => {
  here = await foundCoalition(stage, 'rules-here')
  member = await enter(stage, 'member@rules-here.example')
  await memberWith(stage, here.id, member.id)
  await send(here.coordinators[0].browser, list, {
    kind: 'advisory_council',
    'name:en': 'A council',
    quorumRule: 'none',
    majorityRule: 'of_votes',
    visibility: 'public',
  })
})
afterAll(() => stage.close())

describe('the rules of a council', () => {
  const anna = () => here.coordinators[0].browser
  const first = { 'title:en': 'Rules of procedure', adoptedOn: '2020-02-29' }

  it('are added by who keeps the council, and by nobody else', async () => {
    for (const who of [visitor, member.browser]) {
      expect((await send(who, `${at}/rules`, first, paper())).status).toBe(403)
    }
    expect(await versions()).toEqual([])
    const done = await anna().upload(`${at}/rules`, first, { file: paper() })
    expect(done.status).toBe(303)
    expect(await (await anna().get(done.headers.get('location')!)).text()).toContain('The version was added.')
  })

  it('need a name, a day that has come, and a text, and say all that is missing', async () => {
    const empty = await send(anna(), `${at}/rules`, { 'title:en': '', adoptedOn: '' })
    expect(empty.status).toBe(422)
    const early = await send(anna(), `${at}/rules`, { ...first, adoptedOn: day(3) }, paper())
    expect(early.status).toBe(409)
    expect(early.text).toContain('its day cannot lie ahead')
    const bare = await send(anna(), `${at}/rules`, first)
    expect(bare.status).toBe(409)
    expect(bare.text).toContain('Rules of procedure')
    expect(bare.text).toContain('Add a file with the text')
    expect(await versions()).toHaveLength(1)
  })

  it('are typed by what is in the file, whatever its name says', async () => {
    expect((await send(anna(), `${at}/rules`, first, paper(elf))).status).toBe(409)
    expect(await versions()).toHaveLength(1)
  })

  it('show the newest version as in force and keep those before it', async () => {
    const older = { 'title:en': 'The first rules', adoptedOn: '2015-05-05', url: 'https://example.org/2015' }
    expect((await send(anna(), `${at}/rules`, older)).status).toBe(303)
    const text = await page(visitor)
    expect(text.indexOf('Rules of procedure')).toBeLessThan(text.indexOf('in force'))
    expect(text.indexOf('in force')).toBeLessThan(text.indexOf('The first rules'))
    expect(text).toContain('1 earlier version')
    expect(text).not.toContain('Remove the version')
    const [current] = await versions()
    const file = await visitor.get(`${at}/rules/${current!.id}`)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toContain('attachment')
    expect(Buffer.from(await file.arrayBuffer()).equals(Buffer.from(pdf))).toBe(true)
  })

  it('that were added by mistake are removed, and the journal keeps it', async () => {
    const [current] = await versions()
    const way = `${at}/rules/${current!.id}/removal`
    expect((await send(member.browser, way, {})).status).toBe(403)
    expect((await send(anna(), way, {})).status).toBe(303)
    expect((await send(anna(), way, {})).status).toBe(404)
    expect((await visitor.get(`${at}/rules/${current!.id}`)).status).toBe(404)
    expect((await versions()).map(version => version.day)).toEqual(['2015-05-05'])
    const { rows } = await stage.platform.database.owner.query<{ action: string }>(
      `select action from platform.journal_entries where umbrella_id = $1 and action like 'councils.rules%' order by id`,
      [here.id],
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'councils.rules_added',
      'councils.rules_added',
      'councils.rules_withdrawn',
    ])
  })
})
