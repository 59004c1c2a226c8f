import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '#platform/command.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { setStage, Visitor } from '#tests/visitor.ts'
import { everyPolitician, mySociety, openCivicData } from '../popolo/other-parliaments.ts'
import { exportPopoloCommand } from './export-popolo.ts'
import { importPopoloCommand } from './import-popolo.ts'

const stage = await setStage()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'popolo-shapes-'))
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

async function take(content: unknown, slug: string) {
  const path = join(folder, `file-${randomUUID()}.json`)
  await writeFile(path, JSON.stringify(content))
  return run(importPopoloCommand, path, '--umbrella', slug)
}
const given = async (slug: string) => (await run(exportPopoloCommand, '--umbrella', slug)).json

type Said = { class: string; row: number; column: string; problem: string; kept: boolean }
const saidOf = (rejected: Said[]) =>
  rejected.map(({ class: name, row, column }) => `${name} ${row} ${column}`)

const shapes = { everyPolitician, mySociety, openCivicData }

describe('Popolo of other parliaments', () => {
  it.each(Object.entries(shapes))('%s comes out as it came in, and again unchanged', async (name, file) => {
    const slug = `shape-${name.toLowerCase()}`
    await foundCoalition(stage, slug)
    const { code, json } = await take(file, slug)
    expect(code).toBe(0)
    expect(json.rejected.every(({ kept }: Said) => kept)).toBe(true)
    expect(await given(slug)).toEqual(file)
    const again = await take(file, slug)
    expect(again.json).toMatchObject({ imported: 0, updated: 0, unchanged: json.rows })
    expect(await given(slug)).toEqual(file)
  })

  it('has nothing to say of a file in which everything has its place', async () => {
    await foundCoalition(stage, 'shape-clean')
    const { json } = await take(everyPolitician, 'shape-clean')
    expect(json).toMatchObject({ rows: 12, imported: 12, duplicates: 0, rejected: [] })
    const page = await new Visitor(stage).get('/en/shape-clean/councils/ing')
    expect([200, 404]).toContain(page.status)
    expect(await (await new Visitor(stage).get('/en/shape-clean/councils')).text()).toContain('Þing')
  })

  it('says of each field that it cannot place where it stands and why', async () => {
    await foundCoalition(stage, 'shape-said')
    const { json } = await take(mySociety, 'shape-said')
    expect(saidOf(json.rejected)).toEqual([
      'organizations 1 parent_id',
      'organizations 5 name',
      'posts 1 area',
      'memberships 3 person_id',
      'memberships 3 start_date',
    ])
    expect(json.rejected[0].problem).toContain('names the object itself')
    expect(json.duplicates).toBe(1)
  })

  it('tells votes apart by names where there are no ids, and finds objects written inside', async () => {
    await foundCoalition(stage, 'shape-inside')
    const { json } = await take(openCivicData, 'shape-inside')
    expect(json.duplicates).toBe(0)
    expect(saidOf(json.rejected).sort()).toEqual(
      [
        'bills null bills',
        'events null events',
        'vote_events 1 motion',
        'vote_events 1 start_date',
        'votes 3 option',
      ].sort(),
    )
    const { rows } = await stage.platform.database.owner.query<{ n: number }>(
      `select count(*)::int as n from councils.memberships m join platform.umbrellas u on u.id = m.umbrella_id
       where u.slug = 'shape-inside' and m.person_id is not null and m.council_id is not null`,
    )
    expect(rows[0]!.n).toBe(3)
  })

  it('loses nothing of objects in which any field holds anything', async () => {
    await foundCoalition(stage, 'shape-anything')
    const odd = [
      null,
      '',
      ' ',
      0,
      -1,
      1.5,
      true,
      [],
      {},
      ['x'],
      { id: 'p' },
      '2015',
      '2015-02-30',
      'p',
      'Ї'.repeat(600),
    ]
    const fields = [
      ...[
        'name',
        'classification',
        'founding_date',
        'seats',
        'parent_id',
        'area_id',
        'person_id',
        'organization_id',
      ],
      ...[
        'post_id',
        'on_behalf_of_id',
        'legislative_period_id',
        'role',
        'label',
        'start_date',
        'end_date',
        'text',
      ],
      ...[
        'motion_id',
        'counts',
        'votes',
        'vote_events',
        'memberships',
        'posts',
        'option',
        'voter_id',
        'group_id',
      ],
      ...[
        'vote_event_id',
        'person',
        'organization',
        'area',
        'parent',
        'motion',
        'voter',
        '__proto__',
        'constructor',
      ],
    ]
    const classes = [
      'persons',
      'organizations',
      'areas',
      'posts',
      'events',
      'memberships',
      'motions',
      'vote_events',
      'votes',
    ]
    const file = Object.fromEntries(
      classes.map((name, n) => [
        name,
        [
          { id: 'p', name: 'Known' },
          ...odd.flatMap((_, turn) => [
            Object.fromEntries(fields.map((field, m) => [field, odd[(turn + m * (n + 1)) % odd.length]])),
          ]),
        ],
      ]),
    )
    const text = JSON.parse(JSON.stringify(file))
    const { code } = await take(text, 'shape-anything')
    expect(code).toBe(0)
    expect(await given('shape-anything')).toEqual(text)
    expect((await take(text, 'shape-anything')).json).toMatchObject({ imported: 0, updated: 0 })
  })
})
