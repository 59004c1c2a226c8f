import { deadlineMeasures, prepareDeadlines } from './authorities-deadlines.ts'
import { type Measured, print } from './figure.ts'
import { initiativesMeasures, prepareInitiatives } from './initiatives.ts'
import { monitoringMeasures, prepareMonitoring } from './monitoring.ts'
import { networkMeasures, prepareNetwork } from './network.ts'
import { type Program, startProgram } from './program.ts'
import { prepareRegister, registerMeasures } from './register.ts'
import { prepareStatistics, statisticsMeasures } from './statistics.ts'

// npm run bench [-- name-prefix]: measures on this machine, each figure a line of JSON. Exit 1 when one misses its target.
const prefix = process.argv[2] ?? ''

/** The measures of one room with that prefix, and what prepares them when there are any. */
function room<Bench>(
  measures: Record<string, (bench: Bench) => Promise<Measured>>,
  prepare: (program: Program) => Promise<Bench>,
) {
  const wanted = Object.entries(measures).filter(([name]) => name.startsWith(prefix))
  return {
    wanted: wanted.length,
    run: async (program: Program) => {
      let missed = 0
      const bench = await prepare(program)
      for (const [, measure] of wanted) if (!print(await measure(bench)).ok) missed++
      return missed
    },
  }
}

const rooms = [
  room(networkMeasures, prepareNetwork),
  room(initiativesMeasures, prepareInitiatives),
  room(monitoringMeasures, prepareMonitoring),
  room(statisticsMeasures, prepareStatistics),
  room(deadlineMeasures, prepareDeadlines),
  room(registerMeasures, prepareRegister),
]
const asked = rooms.filter(({ wanted }) => wanted > 0)
if (asked.length === 0) {
  process.stderr.write(`nothing is measured under a name that begins with ${prefix}\n`)
  process.exit(2)
}

const program = await startProgram()
let missed = 0
try {
  for (const { run } of asked) missed += await run(program)
} finally {
  await program.stop()
}
process.exitCode = missed > 0 ? 1 : 0
