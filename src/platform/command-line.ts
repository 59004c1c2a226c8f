import type { Command, CommandContext } from '#platform/command.ts'
import { readConfig } from '#platform/config.ts'
import { openPlatform } from '#platform/open-platform.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import type { Platform } from '#platform/platform.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)

function help(commands: Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`)
  return ['parasol <command> [--help]', '', ...lines].join('\n')
}

function find(commands: Command[], words: string[]): { command: Command; args: string[] } | undefined {
  for (const length of [2, 1]) {
    const command = commands.find(({ name }) => name === words.slice(0, length).join(' '))
    if (command) return { command, args: words.slice(length) }
  }
  return undefined
}

async function inContext(command: Command, args: string[]): Promise<number> {
  const config = readConfig()
  let opened: Promise<Platform> | undefined
  const context: CommandContext = {
    config,
    print,
    platform: () => {
      opened ??= openPlatform(config)
      return opened
    },
  }
  try {
    return await command.run(context, args)
  } finally {
    await opened?.then(
      ({ database }) => database.close(),
      () => {},
    )
  }
}

// Both are wrong use, told in one line: what the operator must put right, and words that parseArgs does not know.
function wrongUse(error: unknown, command: Command | undefined): string[] | undefined {
  if (error instanceof OperatorProblem) return [...error.lines]
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string' || !code.startsWith('ERR_PARSE_ARGS_')) return undefined
  const reason = (error as Error).message.split('\n')[0]!.split('. ')[0]
  return [`${reason}: usage is parasol ${command?.name} ${command?.usage}`.trimEnd()]
}

/**
 * Runs what the words say and returns the exit code: 0 done, 1 a check failed, 2 wrong use with one clear line on stderr.
 */
export async function runCommandLine(commands: Command[], words: string[]): Promise<number> {
  if (words.length === 0 || ['help', '--help', '-h'].includes(words[0]!)) {
    print(help(commands))
    return 0
  }
  const found = find(commands, words)
  if (!found) {
    process.stderr.write(`There is no command "${words.join(' ')}": parasol --help lists them.\n`)
    return 2
  }
  const { command, args } = found
  if (args.includes('--help') || args.includes('-h')) {
    print(`parasol ${command.name} ${command.usage}`.trimEnd())
    print(command.summary)
    return 0
  }
  try {
    return await inContext(command, args)
  } catch (error) {
    const lines = wrongUse(error, command)
    if (!lines) throw error
    for (const line of lines) process.stderr.write(`${line}\n`)
    return 2
  }
}
