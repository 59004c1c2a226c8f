// `npm run test:server`: the tests that use the database, on the PostgreSQL server that this machine's packages bring
// instead of the embedded one. The server lives in a temporary folder and ends with the run.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from './build.mjs'
import { findServer, startServer } from './debian-postgres.mjs'
import { fail, root, runStep } from './processes.mjs'
import { runVitest, summary } from './vitest.mjs'

const imported = /from '((?:#tests|\.{1,2})\/[\w/.-]+\.tsx?)'/g

/** Whether what a file takes from tests/ ends in a database of the run. */
function usesDatabase(file, seen = new Set()) {
  if (file === 'tests/database.ts') return true
  seen.add(file)
  const paths = [...readFileSync(join(root, file), 'utf8').matchAll(imported)].map(([, path]) =>
    path.startsWith('#') ? path.slice(1) : join(dirname(file), path),
  )
  return paths.some(path => path.startsWith('tests/') && !seen.has(path) && usesDatabase(path, seen))
}

async function filesWithDatabase() {
  const patterns = [
    'src/**/*.test.ts',
    'src/**/*.test.tsx',
    'tests/*.test.ts',
    'tests/*.test.tsx',
    ':!tests/e2e',
  ]
  const { ok, output } = await runStep('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    ...patterns,
  ])
  const files = ok
    ? output
        .trim()
        .split('\n')
        .filter(file => usesDatabase(file))
    : []
  if (files.length === 0) fail(`${output}No test uses the database, which cannot be.`, 1)
  return files
}

const binaries = await findServer()
await build()
const files = await filesWithDatabase()
const password = randomBytes(16).toString('hex')
const server = await startServer(binaries, password)
const start = performance.now()
try {
  const result = await runVitest('server', ['--project', 'unit', '--project', 'alone', ...files], {
    TEST_DATABASE_URL: server.url,
  })
  if (!result.ok) process.stdout.write(result.output)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${result.ok ? '✓' : '✗'} ${files.length} files on PostgreSQL ${server.version}, ${seconds} s`)
  process.exitCode = result.ok ? 0 : 1
} finally {
  await server.stop()
}
console.log(summary())
