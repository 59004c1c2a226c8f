import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '#platform/command.ts'
import { inScope } from '#platform/database/scope.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { projectRoot } from '#platform/project-root.ts'
import { foundCoalition } from '#tests/coalition.ts'
import { setStage } from '#tests/visitor.ts'
import { readPabulib } from '../import/pabulib.ts'
import { publishedDifferences } from '../import/published.ts'
import { exportParts, findExportable } from '../queries/export-decision.ts'
import { importBallotsCommand } from './import-ballots.ts'
import { recountCommand } from './recount.ts'

const stage = await setStage()
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ballots-'))
  await foundCoalition(stage, 'place')
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
  return { code, lines }
}

async function take(path: string) {
  const { code, lines } = await run(importBallotsCommand, path, '--umbrella', 'place')
  expect(lines).toHaveLength(1)
  return { code, summary: JSON.parse(lines[0]!) }
}

async function file(name: string, ...lines: string[]) {
  const path = join(folder, name)
  await writeFile(path, `${lines.join('\n')}\n`)
  return path
}

const count = async (table: string) => {
  const { rows } = await stage.platform.database.owner.query(`select count(*) as n from initiatives.${table}`)
  return rows[0].n as number
}

const ranking = (...more: string[]) => [
  ...[
    'META',
    'description;Zielone miasto',
    'language;polish',
    'vote_type;ordinal',
    'max_length;3',
    'num_votes;4',
  ],
  ...['PROJECTS', 'project_id;cost;votes;score;name', '7;1;3;7;Park', '8;1;3;5;Ławka', '9;1;0;0;Kosz'],
  ...['VOTES', 'voter_id;vote;age', 'a;7,8;30', 'b;8;31', 'c;7,8;40', ...more],
]

describe('an election is imported', () => {
  it('into the log, counted as Borda would, and can be recounted by anybody', async () => {
    const path = await file('ranking.pb', ...ranking('d;7;50'))
    // a: 3 2, b: - 3, c: 3 2, d: 3 -
    const wrong = await take(path)
    expect(wrong).toEqual({
      code: 1,
      summary: {
        ...{ rows: 4, imported: 0, updated: 0, duplicates: 0, ballots: 0, projects: [] },
        rejected: [
          { row: 9, column: 'score', problem: 'The file says 7; its ballots give 9.' },
          { row: 10, column: 'score', problem: 'The file says 5; its ballots give 7.' },
        ],
      },
    })
    expect(await count('decisions')).toBe(0)

    const right = await file(
      'right.pb',
      ...ranking('d;7;50').map(line => line.replace('3;7;', '3;9;').replace('3;5;', '3;7;')),
    )
    const { code, summary } = await take(right)
    expect(code).toBe(0)
    expect(summary).toMatchObject({ rows: 4, imported: 4, duplicates: 0, rejected: [], ballots: 4 })
    expect(summary.projects).toEqual([
      { id: '7', votes: 3, score: 9 },
      { id: '8', votes: 3, score: 7 },
      { id: '9', votes: 0, score: 0 },
    ])
    const number = String(summary.decision)
    const { code: confirmed, lines } = await run(recountCommand, number, '--umbrella', 'place')
    expect([confirmed, lines.at(-1)]).toEqual([0, 'confirmed'])

    const again = await take(right)
    expect(again.summary).toMatchObject({
      imported: 0,
      duplicates: 4,
      ballots: 4,
      decision: summary.decision,
    })
    expect(again.summary.projects).toEqual(summary.projects)
    expect(await count('ballots')).toBe(4)
  })

  it('with fractions of points and weights as they are', async () => {
    const path = await file(
      'weighted.pb',
      ...['META', 'vote_type;cumulative', 'PROJECTS', 'project_id;name', 'a;A', 'b;B'],
      ...['VOTES', 'voter_id;vote;points;weight', '1;a,b;0.25,0.5;1.5', '2;b;1;1'],
    )
    const { summary } = await take(path)
    expect(summary.projects).toEqual([
      { id: 'a', votes: 1, score: 0.375 },
      { id: 'b', votes: 2, score: 1.75 },
    ])
  })

  it('not at all when the file is bad', async () => {
    const before = await count('ballots')
    const path = await file('bad.pb', ...ranking('d;7,77;50'))
    const { code, summary } = await take(path)
    expect(code).toBe(1)
    expect(summary.rejected).toEqual([{ row: 17, column: 'vote', problem: 'There is no project 77.' }])
    expect(await count('ballots')).toBe(before)
    await expect(take(join(folder, 'nowhere.pb'))).rejects.toThrow(OperatorProblem)
    await expect(run(importBallotsCommand, path, '--umbrella', 'elsewhere')).rejects.toThrow(OperatorProblem)
    await expect(run(importBallotsCommand, path)).rejects.toThrow(OperatorProblem)
  })

  it('by a request of a coordinator alone, and stays as it is', async () => {
    const { owner, request } = stage.platform.database
    const { rows } = await owner.query(
      `select d.id, d.umbrella_id as umbrella from initiatives.decisions d where d.kind = 'import' limit 1`,
    )
    const { id, umbrella } = rows[0]
    const into = (account: string | null) =>
      inScope(request, { umbrella, account }, 'write', tx =>
        tx.$client.query(`select initiatives.take_over_ballots($1, '[]')`, [id]),
      )
    await expect(into(null)).rejects.toThrow('coordinators take over')
    await expect(owner.query('update initiatives.ballots set marks = $1', ['{}'])).rejects.toThrow()
    await expect(owner.query('delete from initiatives.electors')).rejects.toThrow()
  })
})

// Elections that others published: not ours to copy, so they lie beside the project where somebody has put them.
const published = join(projectRoot, '../shared/data/ballots')
const elections = existsSync(published) ? readdirSync(published).filter(name => name.endsWith('.pb')) : []

describe('published elections', () => {
  it('add up to exactly what was published', async ({ annotate, skip }) => {
    if (elections.length === 0) skip(`no published election lies in ${published}: nothing was compared`)
    for (const name of elections) {
      const { code, summary } = await take(join(published, name))
      expect([name, code, summary.rejected]).toEqual([name, 0, []])
      const read = readPabulib(await readFile(join(published, name)))
      if (!read.ok) throw new Error(name)
      const stated = read.value.projects.map(({ id, votes }) => [id, votes])
      expect(
        summary.projects.map((one: { id: string; votes: number }) => [one.id, String(one.votes)]),
      ).toEqual(stated)
      expect(publishedDifferences(read.value, [])).not.toEqual([])
      expect(summary.ballots).toBe(Number(read.value.meta.num_votes))
      await annotate(`${name}: ${summary.ballots} ballots for ${summary.projects.length} projects`)
    }
  })
})

describe('a recount', () => {
  const exported = async () => {
    const { owner, request } = stage.platform.database
    const { rows } = await owner.query<{ umbrella: string; number: number }>(
      `select umbrella_id as umbrella, number from initiatives.decisions order by number limit 1`,
    )
    const { umbrella, number } = rows[0]!
    return inScope(request, { umbrella, account: null }, 'read', async tx => {
      const parts: string[] = []
      for await (const part of exportParts(tx, (await findExportable(tx, number))!)) parts.push(part)
      return parts.join('')
    })
  }
  const offline = async (path: string) => {
    const lines: string[] = []
    const platform = () => Promise.reject(new Error('a file is recounted without any database'))
    const code = await recountCommand.run(
      { config: stage.platform.config, platform, print: line => lines.push(line) },
      [path],
    )
    return { code, lines }
  }

  it('needs the file and nothing else, and names what was changed', async () => {
    const text = await exported()
    expect((await offline(await file('sound.json', text))).code).toBe(0)
    const forged = await file('forged.json', text.replace('"projects":["8"]', '"projects":["9"]'))
    const { code, lines } = await offline(forged)
    expect(code).toBe(1)
    expect(lines.map(line => line.split(':')[0])).toEqual([
      'DIFFERENCE hash of the log',
      'DIFFERENCE tally',
      'not confirmed',
    ])
    const cut = await file('cut.json', JSON.stringify({ format: 'parasol-decision', version: 1 }))
    expect((await offline(cut)).lines[0]).toMatch(/^DIFFERENCE the file is not complete/)
  })

  it('is refused with one line when there is nothing to count', async () => {
    await expect(offline(await file('other.json', '{"a":1}'))).rejects.toThrow(OperatorProblem)
    await expect(offline(await file('no.json', 'no'))).rejects.toThrow(OperatorProblem)
    await expect(offline(join(folder, 'nowhere.json'))).rejects.toThrow(OperatorProblem)
    await expect(run(recountCommand)).rejects.toThrow(OperatorProblem)
    await expect(run(recountCommand, '999', '--umbrella', 'place')).rejects.toThrow(OperatorProblem)
    await expect(run(recountCommand, 'a.json', '--umbrella', 'place')).rejects.toThrow(OperatorProblem)
  })
})
