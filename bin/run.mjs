// What every `npm run` script calls: `node bin/run.mjs <script> [arguments]`. Plain JavaScript without dependencies: it
// runs on whatever Node the machine has (20 or later), with nothing installed, and goes on with the pinned Node.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { install } from './install.mjs'
import { fail, pinnedNode, programEnvironment, programFlags, root, runToEnd } from './processes.mjs'

const [script, ...given] = process.argv.slice(2)
const program = join(root, 'dist/server/parasol.js')

/** npm passes what follows `--` as it is; somebody who calls this file may leave the `--` in. */
const args = given[0] === '--' ? given.slice(1) : given

async function parasol(words) {
  await build()
  const NODE_ENV = process.env.NODE_ENV ?? 'production'
  return runToEnd(pinnedNode, [...programFlags, program, ...words], { ...programEnvironment, NODE_ENV })
}

async function node(file, built) {
  if (built) await build()
  if (!existsSync(join(root, file))) fail(`${file} is missing from this checkout.`)
  return runToEnd(pinnedNode, [join(root, file), ...args])
}

const scripts = {
  start: () => parasol(['serve', ...args]),
  parasol: () => parasol(args),
  build: async () => {
    if (!(await build())) console.log('nothing has changed since the last build')
    return 0
  },
  dev: () => node('bin/dev.mjs', false),
  test: () => node('bin/test.mjs', false),
  'test:server': () => node('bin/test-server.mjs', false),
  bench: () => node('bench/main.ts', true),
  shots: () => node('tests/shots/main.ts', true),
}

if (!Object.hasOwn(scripts, script)) fail(`usage: node bin/run.mjs ${Object.keys(scripts).join('|')}`)
if (process.platform === 'win32') fail('Parasol runs on Linux and macOS: on Windows, use it inside WSL.')
if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node ${process.versions.node} is too old: 20 or later is needed.`)

process.chdir(root)
await install()
process.exit(await scripts[script]())
