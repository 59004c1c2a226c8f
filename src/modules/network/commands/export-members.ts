import { parseArgs } from 'node:util'
import type { Command } from '#platform/command.ts'
import { inScope } from '#platform/database/scope.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'
import { writeTable } from '../import/write-table.ts'
import { membersTable } from '../queries/members-csv.ts'
import { coordinatorScope } from './umbrella-scope.ts'

/** `parasol export members`: all memberships of an umbrella as CSV on stdout, as the import reads them. */
export const exportMembersCommand: Command = {
  name: 'export members',
  summary: 'write all members of an umbrella as CSV, past ones too',
  usage: '--umbrella <slug>',
  async run({ platform, print }, args) {
    const { values } = parseArgs({ args, options: { umbrella: { type: 'string' } } })
    if (!values.umbrella)
      throw new OperatorProblem('Name the umbrella, like: export members --umbrella komm > members.csv')
    const opened = await platform()
    const scope = await coordinatorScope(opened, values.umbrella)
    const { header, lines } = await inScope(opened.database.request, scope, 'read', membersTable)
    print(writeTable(header, lines).trimEnd())
    return 0
  },
}
