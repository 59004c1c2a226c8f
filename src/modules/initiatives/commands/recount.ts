import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { coordinatorScope } from '#modules/network/index.ts'
import type { Command } from '#platform/command.ts'
import { inScope } from '#platform/database/scope.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import type { Platform } from '#platform/platform.ts'
import { exportParts, findExportable } from '../queries/export-decision.ts'
import { canonical, type Decision, type Recount, recount } from '../recount/verify.ts'

type Print = (line: string) => void

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    options: { umbrella: { type: 'string' } },
    allowPositionals: true,
  })
  const [what, ...more] = positionals
  if (!what || more.length > 0)
    throw new OperatorProblem(
      'Give an exported file, or a number: recount decision.json, recount 12 --umbrella komm',
    )
  if (values.umbrella !== undefined && !/^[1-9]\d{0,8}$/.test(what))
    throw new OperatorProblem(`With --umbrella give the number of a decision; ${what} is none.`)
  return { what, slug: values.umbrella }
}

async function exported(platform: Platform, slug: string, number: number): Promise<string> {
  const { umbrella } = await coordinatorScope(platform, slug)
  return inScope(platform.database.request, { umbrella, account: null }, 'read', async tx => {
    const decision = await findExportable(tx, number)
    if (!decision) throw new OperatorProblem(`The umbrella ${slug} has no decision ${number} to export.`)
    const parts: string[] = []
    for await (const part of exportParts(tx, decision)) parts.push(part)
    return parts.join('')
  })
}

async function fileText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new OperatorProblem(`The file ${path} cannot be read.`)
  })
}

function parse(text: string, name: string): Decision {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && 'format' in value) return value as Decision
  } catch {
    // Told below, like any other file that is no export.
  }
  throw new OperatorProblem(`${name} is not the export of a decision.`)
}

// A file that lacks what the format names is a difference like any other, not a bug of the program.
function count(decision: Decision): Recount {
  try {
    return recount(decision)
  } catch (error) {
    if (!(error instanceof TypeError) && !/^a ballot names/.test((error as Error).message)) throw error
    const difference = `the file is not complete: ${(error as Error).message}`
    return { differences: [difference], tally: null, outcome: null, logHash: '' }
  }
}

function tell(decision: Decision, { differences, tally, outcome, logHash }: Recount, print: Print): number {
  for (const difference of differences) print(`DIFFERENCE ${difference}`)
  if (differences.length > 0) {
    print(`not confirmed: ${differences.length} differences`)
    return 1
  }
  print(`fingerprint ${decision.fingerprint}`)
  print(`log hash    ${logHash}`)
  print(`tally       ${canonical(tally)} of ${decision.opening.electorate}`)
  print(`outcome     ${outcome ?? (decision.sealing ? 'counted' : 'not sealed')}`)
  print('confirmed')
  return 0
}

/** `parasol recount`: counts a decision again from its export alone; exit code 1 with each difference named. */
export const recountCommand: Command = {
  name: 'recount',
  summary: 'count a decision again from its export alone, and check every hash',
  usage: '<exported file> | <number> --umbrella <slug>',
  async run({ platform, print }, args) {
    const { what, slug } = readArguments(args)
    const text = slug ? await exported(await platform(), slug, Number(what)) : await fileText(what)
    const decision = parse(text, slug ? `Decision ${what}` : what)
    return tell(decision, count(decision), print)
  },
}
