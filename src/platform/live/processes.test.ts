import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { newId } from '#platform/id.ts'
import { freshDatabase } from '#tests/database.ts'
import { newUmbrella } from '#tests/umbrella.ts'
import { until } from '#tests/until.ts'

const database = await freshDatabase()
const umbrella = await newUmbrella(database)
const started = new Set<ChildProcess>()

afterEach(async () => {
  for (const child of started) {
    if (child.exitCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  }
  started.clear()
})

async function startWatcher(id: string) {
  const { host, port, user, password, database: name, ssl } = database.listen
  const config = JSON.stringify({ host, port, user, password, database: name, ssl })
  const child = spawn(process.execPath, ['tests/programs/watcher.ts', config, umbrella, id], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  started.add(child)
  const lines: string[] = []
  createInterface({ input: child.stdout }).on('line', line => lines.push(line))
  const times = (line: string) => lines.filter(other => other === line).length
  await until(() => times('ready') === 1)
  await until(() => times('moved') === 1)
  return { child, times }
}

test('what moves in one process is heard in the others, and its pages are old in all', async () => {
  const id = newId()
  const [one, two, other] = await Promise.all([startWatcher(id), startWatcher(id), startWatcher(newId())])
  one.child.stdin.write('\n')
  await until(() => one.times('moved') === 2 && two.times('moved') === 2)
  await until(() => [one, two, other].every(({ times }) => times(`old ${umbrella}`) === 1))
  two.child.stdin.write('\n\n')
  await until(() => one.times('moved') === 3)
  expect(other.times('moved')).toBe(1)
  one.child.kill('SIGTERM')
  await until(() => one.times('end') === 1)
})
