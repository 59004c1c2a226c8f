import { EmbeddedServer } from '#platform/database/embedded.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'

// A program on the embedded database, for tests that kill it: `embedded.ts <data folder> serve|command`.
const [dataFolder, role] = process.argv.slice(2)
const say = (news: object) => process.stdout.write(`${JSON.stringify(news)}\n`)

// Everything is loaded by now: the other user need not be able to read our sources.
const { BECOME } = process.env
if (BECOME) process.setuid!(Number(BECOME))

try {
  const server = await EmbeddedServer.join(dataFolder!, {
    onTrouble: (trouble, fatal) => {
      say({ trouble })
      if (fatal) process.exit(1)
    },
  })
  process.once('SIGTERM', async () => {
    await server.leave()
    process.exit(0)
  })
  if (role === 'serve') await server.serve()
  say({ socket: server.socket })
} catch (error) {
  if (!(error instanceof OperatorProblem)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
}
