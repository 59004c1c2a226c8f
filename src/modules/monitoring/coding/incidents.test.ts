import { beforeAll, describe, expect, it } from 'vitest'
import { writeAs } from '#tests/admission.ts'
import { freshDatabase } from '#tests/database.ts'
import {
  asMonitor,
  codeIncident,
  type Desk,
  newIncident,
  newSource,
  verify,
  whole,
} from '#tests/incidents.ts'
import { newMonitor } from '#tests/monitors.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { newIncidentCode } from './incident-code.ts'

const database = await freshDatabase()
let desk: Desk
let second: string

beforeAll(async () => {
  const umbrella = await newUmbrella(database)
  desk = { database, umbrella, monitor: await newMonitor(database, umbrella) }
  second = await newMonitor(database, umbrella)
})

const ask = async (text: string, values: unknown[] = [], who = desk.monitor) =>
  (await asMonitor(desk, who, text, values)).rows
const incidentOf = async (id: string) =>
  (await ask('select * from monitoring.incidents where id = $1', [id]))[0]
const set = (id: string, change: string) =>
  asMonitor(desk, desk.monitor, `update monitoring.incidents set ${change} where id = $1`, [id])

describe('an incident', () => {
  it('is named by chance, never by a number', () => {
    const codes = Array.from({ length: 200 }, newIncidentCode)
    expect(new Set(codes).size).toBe(200)
    expect(codes.every(code => /^[0-9a-hjkmnp-tv-z]{10}$/.test(code))).toBe(true)
  })

  it('has no column for a day, a town or a word of what was told', async () => {
    const { rows } = await database.owner.query(
      `select a.attname as name, format_type(a.atttypid, null) as type from pg_attribute a
       where a.attrelid = 'monitoring.incidents'::regclass and a.attnum > 0 and a.attname ~ 'town|place|day|text|name|lat|lon'`,
    )
    expect(rows).toEqual([])
    await expect(newIncident(desk, { ...whole, month: '2026-03-17' })).rejects.toThrow(/check constraint/)
  })

  it.each([
    ['a bias that is no code', { biases: ['ROMA', 'GREEN'] }],
    ['a type', { types: ['PUNCH'] }],
    ['a precision', { precision: 'about' }],
    ['a severity', { severity: '9' }],
    ['words of another coalition', { target_groups: ['OWN-ELSEWHERE'] }],
  ])('takes codes of the vocabularies only: %s', async (_what, wrong) => {
    await expect(newIncident(desk, { ...whole, ...wrong })).rejects.toThrow(/has no term/)
  })

  it('makes a word of the coalition a used one', async () => {
    await ask(
      `insert into monitoring.own_terms (list, code, label, definition) values ('target_groups', 'OWN-ROMS', '{"uk": "роми"}', '{"uk": "спільнота"}')`,
    )
    await newIncident(desk, { ...whole, target_groups: ['OWN-ROMS'] })
    const [term] = await ask(
      "select used_at is not null as used from monitoring.own_terms where code = 'OWN-ROMS'",
    )
    expect(term).toEqual({ used: true })
    await expect(ask("delete from monitoring.own_terms where code = 'OWN-ROMS'")).rejects.toThrow(/used term/)
  })

  it.each([
    ['a crime with bias', whole, true],
    ['discrimination', { ...whole, layer: 'D', types: ['EMP'] }, false],
    ['incitement: speech alone', { ...whole, types: ['INC'] }, false],
    ['a bias that nobody knows', { ...whole, bias: 'UNK', biases: ['UNK'] }, false],
  ])('counts for ODIHR as its rules say: %s', async (_what, given, eligible) => {
    expect((await incidentOf(await newIncident(desk, given))).odihr_eligible).toBe(eligible)
  })

  it('is neither renamed nor deleted by a request', async () => {
    const id = await newIncident(desk)
    await expect(set(id, "code = 'aaaaaaaaaa'")).rejects.toThrow(/permission denied/)
    await expect(set(id, 'odihr_eligible = false')).rejects.toThrow(/permission denied/)
    await expect(ask('delete from monitoring.incidents where id = $1', [id])).rejects.toThrow(
      /permission denied/,
    )
  })

  it('is seen by monitors of its own coalition alone', async () => {
    await newIncident(desk)
    const member = await newPerson(database, [desk.umbrella])
    expect(await ask('select 1 from monitoring.incidents', [], member)).toEqual([])
    expect(await ask('select 1 from monitoring.tallies', [], member)).toEqual([])
    const elsewhere = await newUmbrella(database)
    const foreign = await newMonitor(database, elsewhere)
    const seen = await writeAs(database, elsewhere, foreign, tx =>
      tx.$client.query('select 1 from monitoring.incidents'),
    )
    expect(seen.rows).toEqual([])
  })
})

describe('what authorities did', () => {
  const respond = (incident: string, response: string, id = crypto.randomUUID()) =>
    ask(
      `insert into monitoring.authority_responses (id, incident_id, response, month) values ($1, $2, $3, '2026-04-01')`,
      [id, incident, response],
    ).then(() => id)

  it('stands beside the codes, each once, and is struck out rather than rewritten', async () => {
    const id = await newIncident(desk)
    await respond(id, 'REP')
    await respond(id, 'REP')
    const wrong = await respond(id, 'CONV_BIAS')
    expect((await incidentOf(id)).responses).toEqual(['CONV_BIAS', 'REP'])
    await ask('update monitoring.authority_responses set struck_at = now() where id = $1', [wrong])
    expect((await incidentOf(id)).responses).toEqual(['REP'])
    const rewrite = database.owner.query(
      "update monitoring.authority_responses set response = 'ACQ' where id = $1",
      [wrong],
    )
    await expect(rewrite).rejects.toThrow(/stays recorded/)
  })
})

describe('the verification standard', () => {
  const refusal = (what: string) => new RegExp(`asks for more: .*${what}`)

  it.each([
    ['when', { month: null }],
    ['where', { region: null }],
    ['act', { types: [] }],
    ['why_bias', { bias_indicators: [] }],
  ])('V1 asks for %s', async (what, missing) => {
    const id = await newIncident(desk, { ...whole, ...missing })
    await expect(verify(desk, id, 'V1')).rejects.toThrow(refusal(what))
  })

  it('V1 asks for no region where all of it was online', async () => {
    await verify(desk, await newIncident(desk, { ...whole, region: null, location: 'ONL' }), 'V1')
  })

  it('V2 asks for a direct source with both grades', async () => {
    const id = await newIncident(desk)
    await newSource(desk, id, { kind: 'media' })
    await newSource(desk, id, { credibility: null })
    await newSource(desk, id, { reliability: 'E' })
    await expect(verify(desk, id, 'V2')).rejects.toThrow(refusal('direct_source'))
    await newSource(desk, id)
    await verify(desk, id, 'V2')
  })

  it('V3 asks for two origins: reposts of one count once', async () => {
    const id = await newIncident(desk)
    const origin = await newSource(desk, id, { kind: 'media' })
    await newSource(desk, id, { kind: 'media', origin_id: origin })
    await expect(verify(desk, id, 'V3')).rejects.toThrow(refusal('independent_sources'))
    await newSource(desk, id, { kind: 'media' })
    await verify(desk, id, 'V3')
  })

  it('V3 is content with a direct source and its document', async () => {
    const id = await newIncident(desk)
    const origin = await newSource(desk, id)
    await newSource(desk, id, { kind: 'document', origin_id: origin })
    await verify(desk, id, 'V3')
  })

  it('V4 asks for a finding and two blind coders', async () => {
    const id = await newIncident(desk, { region: 'UA-51', month: '2026-03-01' })
    await newSource(desk, id, { kind: 'official' })
    await codeIncident(desk, id, desk.monitor, {})
    await codeIncident(desk, id, second, {})
    await expect(verify(desk, id, 'V4')).rejects.toThrow(refusal('act'))
    await set(id, `layer = 'C', bias = 'AS', biases = '{AS}', types = '{GRA}', bias_indicators = '{SYMBOLS}'`)
    await verify(desk, id, 'V4')
    const alone = await newIncident(desk)
    await newSource(desk, alone)
    await expect(verify(desk, alone, 'V4')).rejects.toThrow(refusal('finding, second_coder'))
  })

  it('is not left behind when a source goes', async () => {
    const id = await newIncident(desk)
    const source = await newSource(desk, id)
    await verify(desk, id, 'V2')
    const withdraw = 'update monitoring.sources set withdrawn_on = current_date where id = $1'
    await expect(ask(withdraw, [source])).rejects.toThrow(/lower it first/)
    await verify(desk, id, 'V1')
    await ask(withdraw, [source])
  })

  it('a duplicate names its original, which keeps all sources', async () => {
    const [original, double] = [await newIncident(desk), await newIncident(desk)]
    await newSource(desk, double)
    await expect(verify(desk, double, 'VD')).rejects.toThrow(/check constraint/)
    await set(double, `verification = 'VD', duplicate_of = '${original}'`)
    await verify(desk, original, 'V2')
    await expect(set(original, `verification = 'VD', duplicate_of = '${double}'`)).rejects.toThrow(
      /none itself/,
    )
  })

  it('binds the owner of the tables too', async () => {
    const id = await newIncident(desk)
    const raise = database.owner.query("update monitoring.incidents set verification = 'V3' where id = $1", [
      id,
    ])
    await expect(raise).rejects.toThrow(refusal('independent_sources'))
  })
})
