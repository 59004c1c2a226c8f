import { parseArgs } from 'node:util'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Command } from './command.ts'
import { runCommandLine } from './command-line.ts'
import { OperatorProblem } from './operator-problem.ts'

let said: { out: string; err: string }

const collect = (where: 'out' | 'err') => (text: string | Uint8Array) => {
  said[where] += text
  return true
}

beforeEach(() => {
  said = { out: '', err: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation(collect('out'))
  vi.spyOn(process.stderr, 'write').mockImplementation(collect('err'))
})

afterEach(() => vi.restoreAllMocks())

const command = (name: string, run: Command['run']): Command => ({
  name,
  summary: `${name} summary`,
  usage: '<slug>',
  run,
})

const commands = [
  command('greet', async ({ print }, args) => {
    const { positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { loud: { type: 'boolean' } },
    })
    print(`hello ${positionals.join(' ')}`)
    return 0
  }),
  command('journal', async () => 0),
  command('journal verify', async () => 1),
  command('refuse', async () => {
    throw new OperatorProblem('This cannot be: do that.')
  }),
  command('break', async () => {
    throw new Error('a bug')
  }),
]

const run = (...words: string[]) => runCommandLine(commands, words)

describe('the command line', () => {
  test('lists what there is', async () => {
    for (const words of [[], ['--help'], ['help']]) expect(await run(...words)).toBe(0)
    expect(said.out).toContain('  journal verify  journal verify summary\n')
  })

  test('passes on what follows the name, and the code of the command', async () => {
    expect(await run('greet', 'a', 'b')).toBe(0)
    expect(said.out).toBe('hello a b\n')
    expect(await run('journal', 'verify')).toBe(1)
    expect(await run('journal')).toBe(0)
  })

  test('explains one command', async () => {
    expect(await run('journal', 'verify', '--help')).toBe(0)
    expect(said.out).toBe('parasol journal verify <slug>\njournal verify summary\n')
  })

  test.each([
    [['dance'], 'There is no command "dance": parasol --help lists them.\n'],
    [['refuse'], 'This cannot be: do that.\n'],
    [['greet', '--softly'], "Unknown option '--softly': usage is parasol greet <slug>\n"],
  ])('answers wrong use with one line and code 2: %s', async (words, line) => {
    expect(await run(...words)).toBe(2)
    expect(said).toEqual({ out: '', err: line })
  })

  test('lets a bug be seen as one', async () => {
    await expect(run('break')).rejects.toThrow('a bug')
  })
})
