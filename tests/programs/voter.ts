import type pg from 'pg'
import { openPools } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'

// A process that votes, for tests of races: `voter.ts <request config> <task>`, both JSON. It says that it is ready, waits
// for a line, votes in turns and says what became of it.
type Task = { umbrella: string; decision: string; membership: string; person: string; times: number }

const [config, task] = process.argv.slice(2).map(text => JSON.parse(text!)) as [pg.ClientConfig, Task]
const pools = openPools(() => config)
const say = (news: object) => process.stdout.write(`${JSON.stringify(news)}\n`)
const { umbrella, decision, membership, person, times } = task
const choices = ['yes', 'no', 'abstain'] as const

const cast = (turn: number) =>
  inScope(pools.request, { umbrella, account: person }, 'write', async tx => {
    const { rows } = await tx.$client.query<{ refused: string | null }>(
      'select refused from initiatives.cast_ballot($1, $2, $3, $4, null)',
      [decision, membership, newId(), choices[turn % choices.length]],
    )
    return rows[0]!.refused
  })

say({ ready: true })
await new Promise(resolve => process.stdin.once('data', resolve))
process.stdin.unref()
const outcomes = { cast: 0, refused: 0, failed: 0 }
for (let turn = 0; turn < times; turn++) {
  const refused = await cast(turn).catch(() => 'failed')
  if (refused === null) outcomes.cast++
  else if (refused === 'failed') outcomes.failed++
  else outcomes.refused++
}
await pools.endPools()
say({ done: JSON.stringify(outcomes) })
