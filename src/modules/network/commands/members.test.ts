import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '#platform/command.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { setStage } from '#tests/visitor.ts'
import { exportMembersCommand } from './export-members.ts'
import { importMembersCommand } from './import-members.ts'

const stage = await setStage()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'members-'))
  await foundCoalition(stage, 'first-place')
  await foundCoalition(stage, 'second-place')
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
  return { code, text: lines.join('\n') }
}

async function file(name: string, text: string) {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

async function take(path: string, slug: string, ...more: string[]) {
  const { code, text } = await run(importMembersCommand, path, '--umbrella', slug, ...more)
  return { code, summary: JSON.parse(text) }
}

const given = async (slug: string) => (await run(exportMembersCommand, '--umbrella', slug)).text

describe('lists of members at the terminal', () => {
  it('round-trip: import, export, import elsewhere, export the same; twice changes nothing', async () => {
    const path = await file(
      'list.csv',
      'Повна назва організації;name:pl;Форма;Країна;Область;Місто;Дата вступу;До;Сайт\n' +
        'Рада "Єдність";Rada „Jedność”;;UA;Миколаївська;Миколаїв;2011-06-21;;example.org\n' +
        '=Товариство; ;партнер;PL;PL-06;Lublin;2012-01-01;2015-01-01;\n',
    )
    const map = JSON.stringify({
      'Повна назва організації': 'name:uk',
      'name:pl': 'name:pl',
      Форма: 'form',
      Країна: 'country',
      Область: 'region',
      Місто: 'town',
      'Дата вступу': 'since',
      До: 'until',
      Сайт: 'website',
    })
    const dry = await take(path, 'first-place', '--map', map, '--dry-run')
    expect(dry).toMatchObject({ code: 0, summary: { rows: 2, imported: 2, rejected: [] } })
    expect((await given('first-place')).split('\r\n')).toHaveLength(1)

    const first = await take(path, 'first-place', '--map', map)
    expect(first.summary).toEqual({
      rows: 2,
      imported: 2,
      updated: 0,
      unchanged: 0,
      duplicates: 0,
      proposed: 0,
      rejected: [],
    })
    const exported = await given('first-place')
    expect(exported).toContain('Рада ""Єдність""')
    expect(exported).toContain("'=Товариство")
    const again = await take(await file('again.csv', exported), 'first-place')
    expect(again).toMatchObject({ code: 0, summary: { rows: 2, imported: 0, updated: 0, unchanged: 2 } })

    const elsewhere = await take(await file('elsewhere.csv', exported), 'second-place')
    expect(elsewhere).toMatchObject({ code: 0, summary: { imported: 2, updated: 0, rejected: [] } })
    expect(await given('second-place')).toBe(exported)
  })

  it('names every problem by row and column in one JSON line, does nothing and exits with 1', async () => {
    const before = await given('first-place')
    const path = await file('bad.csv', 'Назва,Країна,Дата вступу\nДобра,UA,2020-01-01\nРада,Нарнія,вчора\n')
    const { code, text } = await run(importMembersCommand, path, '--umbrella', 'first-place')
    expect(code).toBe(1)
    expect(text).not.toContain('\n')
    expect(JSON.parse(text)).toMatchObject({
      rows: 2,
      imported: 0,
      rejected: [
        { row: 3, column: 'Країна', problem: 'We do not recognise “Нарнія”' },
        { row: 3, column: 'Дата вступу' },
      ],
    })
    expect(await given('first-place')).toBe(before)
  })

  it('says in one line what is wrong with its words', async () => {
    const path = await file('some.csv', 'Назва\nРада\n')
    const wrong: [string[], RegExp][] = [
      [[], /Give one file/],
      [[path], /Give one file/],
      [[path, '--umbrella', 'nowhere'], /There is no umbrella “nowhere”/],
      [[join(folder, 'none.csv'), '--umbrella', 'first-place'], /cannot be read/],
      [[path, '--umbrella', 'first-place', '--map', '[1]'], /--map is a JSON object/],
      [[await file('empty.csv', 'Назва\n'), '--umbrella', 'first-place'], /no rows below/],
    ]
    for (const [args, message] of wrong) {
      await expect(run(importMembersCommand, ...args)).rejects.toThrow(message)
      await expect(run(importMembersCommand, ...args)).rejects.toThrow(OperatorProblem)
    }
    await expect(run(exportMembersCommand)).rejects.toThrow(/Name the umbrella/)
  })
})
