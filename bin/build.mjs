import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { fail, pinnedNode, root, runStep } from './processes.mjs'

const stamp = join(root, 'dist/.stamp')
const sources = ['bin', 'src', 'package-lock.json', 'package.json', 'tsconfig.json', 'vite.config.ts']

function filesBelow(path) {
  const entries = readdirSync(join(root, path), { withFileTypes: true, recursive: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

/** One hash of everything that the build reads. Tests are not part of it. */
function fingerprint() {
  const files = sources.flatMap(path => (path.includes('.') ? [join(root, path)] : filesBelow(path)))
  const hash = createHash('sha256')
  for (const file of files.filter(name => !/\.test\.tsx?$/.test(name)).sort()) {
    hash
      .update(`${file.slice(root.length)}\0`)
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex')
}

const isBuilt = print => existsSync(stamp) && readFileSync(stamp, 'utf8') === print

/** Builds client and server when a source has changed since the last build. Returns whether it built. */
export async function build() {
  if (isBuilt(fingerprint())) return false
  return alone('build', async () => {
    const print = fingerprint()
    if (isBuilt(print)) return false
    process.stderr.write('building…\n')
    rmSync(stamp, { force: true })
    const vite = join(root, 'node_modules/vite/bin/vite.js')
    const env = { NODE_ENV: 'production' }
    const results = await Promise.all([
      runStep(pinnedNode, [vite, 'build', '--logLevel', 'warn'], env),
      runStep(pinnedNode, [vite, 'build', '--ssr', '--logLevel', 'warn'], env),
    ])
    const failed = results.filter(({ ok }) => !ok)
    if (failed.length > 0) fail(`${failed.map(({ output }) => output).join('')}The build failed.`, 1)
    mkdirSync(join(root, 'dist'), { recursive: true })
    writeFileSync(stamp, print)
    return true
  })
}
