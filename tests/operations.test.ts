import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { projectRoot } from '#platform/project-root.ts'
import { runParasol } from '#src/commands.ts'
import { readSource, trackedFiles } from './source-files.ts'

const text = readFileSync(join(projectRoot, 'docs/operations.md'), 'utf8')

/** The first cells of the table below a heading, without the head and without backticks. */
function firstCells(heading: string): string[] {
  const section = text.split(`\n## ${heading}\n`)[1]!.split('\n## ')[0]!
  const rows = section.split('\n').filter(line => line.startsWith('| `'))
  return rows.map(row => /^\| `(.+?)` \|/.exec(row)![1]!)
}

const sources = [
  ...trackedFiles(':(glob)src/platform/**/*.ts', ':(glob)src/*.ts').filter(
    path => !path.endsWith('.test.ts'),
  ),
  ...['install', 'build', 'processes', 'run'].map(name => `bin/${name}.mjs`),
].map(path =>
  path.startsWith('bin/') ? readFileSync(join(projectRoot, path), 'utf8') : readSource(path).text,
)

// About words on the command line, or a file named there.
const explainsItself =
  /^(Name one file|Give either|No passphrase|The two passphrases|The passphrase is too short|--|There is no umbrella|\$\{path\} (cannot be read|holds no|was sealed)|usage: |\$\{file\} is missing from this checkout|Parasol runs on Linux|The pinned Node is missing|\$\{command\} does not run)/

/** Texts that the program refuses with, as they stand in the source. */
function refusals(): string[] {
  const call = /(?:new OperatorProblem|\bfail)\(\s*(?:'([^']+)'|`([^`]+)`|"([^"]+)")/g
  return sources.flatMap(source => [...source.matchAll(call)].map(match => match[1] ?? match[2] ?? match[3]!))
}

describe('docs/operations.md', () => {
  test('has every setting, and no other', () => {
    const config = readSource('src/platform/config.ts').text
    const settings = [...config.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(match => match[1]!)
    expect(settings.length).toBeGreaterThan(6)
    expect(firstCells('Settings').toSorted()).toEqual(settings.toSorted())
  })

  test('names no command that there is not', async () => {
    let help = ''
    vi.spyOn(process.stdout, 'write').mockImplementation(line => {
      help += line
      return true
    })
    await runParasol(['--help']).finally(() => vi.restoreAllMocks())
    const known = [...help.matchAll(/^ {2}([a-z-]+(?: [a-z-]+)?) {2,}/gm)].map(match => match[1]!)
    const used = [...text.matchAll(/(?:-u parasol parasol|parasol --|`parasol) ([a-z -]+)/g)].map(
      match => match[1]!,
    )
    expect(used.length).toBeGreaterThan(10)
    const unknown = used.filter(words => !known.some(name => `${words.trim()} `.startsWith(`${name} `)))
    expect(unknown.filter(words => !words.startsWith('--help'))).toEqual([])
    const unnamed = [
      'backup',
      'restore',
      'backup-key',
      'journal verify',
      'umbrella create',
      'administrator add',
    ]
    expect(unnamed.filter(name => !used.some(words => words.startsWith(name)))).toEqual([])
  })

  test('quotes refusals as the program says them', () => {
    const cells = firstCells('When it refuses')
    expect(cells.length).toBeGreaterThan(30)
    expect(cells.filter(cell => !sources.some(source => source.includes(cell)))).toEqual([])
  })

  test('has a remedy for every refusal', () => {
    const cells = firstCells('When it refuses')
    const found = refusals()
    expect(found.length).toBeGreaterThan(40)
    const unknown = found.filter(
      line => !explainsItself.test(line) && !cells.some(cell => line.includes(cell)),
    )
    expect(unknown).toEqual([])
  })
})
