import { parseArgs } from 'node:util'
import { coordinatorScope } from '#modules/network/index.ts'
import type { Command } from '#platform/command.ts'
import { inScope } from '#platform/database/scope.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { popoloOf } from '../queries/popolo-of.ts'

const options = { umbrella: { type: 'string' }, council: { type: 'string' } } as const

/** `parasol export popolo`: councils of an umbrella as Popolo JSON on stdout, as the import reads them. */
export const exportPopoloCommand: Command = {
  name: 'export popolo',
  summary: 'write councils, seats and votes of an umbrella as Popolo JSON',
  usage: '--umbrella <slug> [--council <slug>]',
  async run({ platform, print }, args) {
    const { values } = parseArgs({ args, options })
    if (!values.umbrella)
      throw new OperatorProblem('Name the umbrella, like: export popolo --umbrella komm > councils.json')
    const opened = await platform()
    const scope = await coordinatorScope(opened, values.umbrella)
    const whole = await inScope(opened.database.request, scope, 'read', tx =>
      popoloOf(tx, values.council ?? null),
    )
    if (!whole) throw new OperatorProblem(`There is no council “${values.council}” in ${values.umbrella}.`)
    print(JSON.stringify(whole, null, 2))
    return 0
  },
}
