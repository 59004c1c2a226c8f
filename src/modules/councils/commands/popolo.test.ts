import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '#platform/command.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { setStage } from '#tests/visitor.ts'
import { everyClass } from '../popolo/every-class.ts'
import { exportPopoloCommand } from './export-popolo.ts'
import { importPopoloCommand } from './import-popolo.ts'

const stage = await setStage()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'popolo-'))
  for (const name of ['aland', 'every', 'bad', 'two', 'apart', 'nested', 'atomic', 'quiet']) {
    await foundCoalition(stage, `popolo-${name}`)
  }
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await stage.close()
})

async function run(command: Command, ...args: string[]) {
  const lines: string[] = []
  const { platform } = stage
  const print = (line: string) => lines.push(line)
  const code = await command.run({ config: platform.config, platform: async () => platform, print }, args)
  return { code, json: JSON.parse(lines.join('\n')) }
}

async function take(content: unknown, slug: string, ...more: string[]) {
  const path = join(folder, `file-${randomUUID()}.json`)
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
  const { code, json } = await run(importPopoloCommand, path, '--umbrella', slug, ...more)
  return { code, summary: json }
}
const given = async (slug: string, ...more: string[]) =>
  (await run(exportPopoloCommand, '--umbrella', slug, ...more)).json

// The order of the fields of an object says nothing, that of a list of objects of a class neither.
const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, inner]) => [key, canonical(inner)]),
        )
      : value

const aland = resolve(process.env.PARASOL_SHARED ?? '/work/shared', 'data/popolo-aland/Aland__Lagting.json')

describe('Popolo at the terminal', () => {
  it.runIf(existsSync(aland))('gives a parliament out again as it came in', async () => {
    const file = JSON.parse(await readFile(aland, 'utf8'))
    const { code, json } = await run(importPopoloCommand, aland, '--umbrella', 'popolo-aland')
    expect({ code, rejected: json.rejected }).toEqual({ code: 0, rejected: [] })
    expect(json).toMatchObject({ rows: 119, imported: 119, updated: 0, duplicates: 2 })
    expect(json.classes.memberships).toMatchObject({ objects: 60, imported: 60 })
    expect(canonical(await given('popolo-aland'))).toEqual(canonical(file))
    expect(canonical(await given('popolo-aland', '--council', 'lagting'))).toEqual(canonical(file))
    const again = await run(importPopoloCommand, aland, '--umbrella', 'popolo-aland')
    expect(again.json).toMatchObject({ imported: 0, updated: 0, unchanged: 119 })
  })

  it('gives a file with every class out again, also a council of it through the API', async () => {
    const { code, summary } = await take(everyClass, 'popolo-every')
    expect({ code, rejected: summary.rejected }).toEqual({
      code: 0,
      rejected: [expect.objectContaining({ column: 'speeches', kept: true })],
    })
    expect(canonical(await given('popolo-every'))).toEqual(canonical(everyClass))
    const { origin } = stage.platform.config
    const answer = await stage.app.hono.request(
      `${origin}/api/v1/popolo-every/councils/council-of-associations/popolo.json`,
    )
    expect(answer.status).toBe(200)
    const told = (await answer.json()) as Record<string, unknown[]>
    expect(canonical(told.motions)).toEqual(canonical(everyClass.motions))
    expect(canonical(told.memberships)).toEqual(canonical(everyClass.memberships.slice(0, 2)))
  })

  it('updates by id when a file comes again, and adds what is new', async () => {
    const [first, ...others] = everyClass.persons
    const changed = {
      persons: [{ ...first, name: 'Another name', email: null }, ...others, { id: 'p-new', name: 'New' }],
    }
    const { summary } = await take(changed, 'popolo-every')
    expect(summary).toMatchObject({ imported: 1, updated: 1, duplicates: 0 })
    const persons = (await given('popolo-every')).persons as { id: string; name: string }[]
    expect(persons.find(({ id }) => id === first!.id)).toEqual({
      ...first,
      name: 'Another name',
      email: null,
    })
    expect(persons).toHaveLength(everyClass.persons.length + 1)
  })

  it('says by id and field what it cannot place, and keeps it', async () => {
    const file = {
      persons: [
        { id: 'ა', name: 'ნინო' },
        { id: 'ა', name: 'Nino' },
        { id: 7, name: 'Seven', birth_date: '1970' },
      ],
      organizations: [{ id: 'o', name: 'مجلس', founding_date: '2015-13', classification: 'legislature' }],
      memberships: [
        { person_id: 'ა', organization_id: 'o', start_date: '2015' },
        { id: 'm2', person_id: 'nobody', organization_id: 'nowhere', end_date: '2015-02-30' },
        { id: 'm3', person_id: 7, organization_id: 'o', start_date: '2015-10', end_date: null },
      ],
      votes: [{ id: 'v', voter_id: 'ა', option: 'maybe' }],
      chambers: [{ name: 'x' }],
    }
    const { code, summary } = await take(file, 'popolo-bad')
    expect(code).toBe(0)
    expect(
      summary.rejected.map(
        ({ class: name, id, column }: Record<string, unknown>) => `${name} ${id} ${column}`,
      ),
    ).toEqual([
      'organizations o founding_date',
      'memberships m2 person_id',
      'memberships m2 organization_id',
      'memberships m2 end_date',
      'votes v option',
      'chambers null chambers',
    ])
    expect(summary.rejected[1].problem).toBe('memberships 2 (m2): person_id names an object that is nowhere')
    expect(summary.duplicates).toBe(1)
    expect(canonical(await given('popolo-bad'))).toEqual(canonical(file))
  })

  it('takes all of a file or nothing', async () => {
    const { code, summary } = await take(
      { persons: [{ id: 'a', name: 'A' }, 'b', { id: 'c', name: 'C\u0000' }, { id: [1], name: 'D' }] },
      'popolo-atomic',
    )
    expect(code).toBe(1)
    expect(summary.imported).toBe(0)
    expect(summary.rejected.map(({ row, column }: Record<string, unknown>) => [row, column])).toEqual([
      [2, ''],
      [3, 'name'],
      [4, 'id'],
    ])
    expect(await given('popolo-atomic')).toEqual({})
    for (const bad of ['{"persons": [', '[]', '3', '{}', '[{"x": 1}]', '{"persons": []}']) {
      await expect(take(bad, 'popolo-atomic')).rejects.toThrow('The file')
    }
  })

  it('keeps two parliaments apart that call different things the same', async () => {
    const parliament = (name: string, person: string) => ({
      persons: [{ id: '1', name: person }],
      organizations: [{ id: 'legislature', name, classification: 'legislature' }],
      memberships: [{ person_id: '1', organization_id: 'legislature' }],
    })
    const one = parliament('Sejm', 'Ewa')
    const two = parliament('Рада', 'Оля')
    expect((await take(one, 'popolo-two')).summary.source).toBe('Sejm')
    expect((await take(two, 'popolo-two')).summary).toMatchObject({ source: 'Рада', imported: 3 })
    expect((await take(one, 'popolo-two')).summary).toMatchObject({ source: 'Sejm', unchanged: 3 })
    expect(await given('popolo-two', '--council', 'sejm')).toEqual(one)
    expect(await given('popolo-two', '--council', 'rada')).toEqual(two)
    const both = await given('popolo-two')
    expect(new Set(both.persons.map(({ id }: { id: string }) => id)).size).toBe(2)
  })

  it('reads a list of one class after the other', async () => {
    for (const name of [
      'persons',
      'organizations',
      'areas',
      'posts',
      'events',
      'memberships',
      'motions',
    ] as const) {
      const { code } = await take(everyClass[name], 'popolo-apart', '--class', name)
      expect(code).toBe(0)
    }
    const { speeches: _speeches, meta: _meta, custom: _custom, votes: _votes, ...classes } = everyClass
    expect(canonical(await given('popolo-apart'))).toEqual(canonical(classes))
  })

  it('finds what was written inside something else, and writes it there again', async () => {
    const file = {
      organizations: [
        {
          id: 'o',
          name: 'Council',
          posts: [
            { label: 'Chair', memberships: [{ person_id: 'p', organization_id: 'o', start_date: '2020' }] },
          ],
        },
      ],
      persons: [{ id: 'p', name: 'P', memberships: [{ organization_id: 'o', role: 'member' }] }],
    }
    const { summary } = await take(file, 'popolo-nested')
    expect(summary).toMatchObject({
      rejected: [],
      rows: 5,
      classes: { memberships: { objects: 2 }, posts: { objects: 1 } },
    })
    expect(canonical(await given('popolo-nested'))).toEqual(canonical(file))
  })

  it('writes nothing on a trial, and shows visitors nothing of what is for members', async () => {
    const tried = await take(everyClass, 'popolo-quiet', '--dry-run')
    expect(tried.summary.imported).toBeGreaterThan(10)
    expect(await given('popolo-quiet')).toEqual({})
    await take(everyClass, 'popolo-quiet', '--members')
    const { origin } = stage.platform.config
    const answer = await stage.app.hono.request(
      `${origin}/api/v1/popolo-quiet/councils/council-of-associations/popolo.json`,
    )
    expect(answer.status).toBe(404)
  })
})
