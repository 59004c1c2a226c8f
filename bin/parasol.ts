import { inspect } from 'node:util'
import { describeError } from '#platform/log.ts'
import { runParasol } from '#src/commands.ts'

// Whoever reads along may stop before the end, as in `parasol routes | head`: the work goes on, its words go nowhere.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  })
}

// A bug ends the program here, whatever is still open; without this a listener could keep it alive.
const code = await runParasol(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${inspect(describeError(error), { depth: 8 })}\n`)
  return 1
})
process.exit(code)
