import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { fail, pinnedNode, root, runStep } from './processes.mjs'

const lockFile = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules/.installed')
const npmsOwnStamp = join(root, 'node_modules/.package-lock.json')

const wanted = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

function isInstalled() {
  if (!existsSync(pinnedNode)) return false
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === wanted()
  // Somebody ran npm by hand.
  return existsSync(npmsOwnStamp) && statSync(npmsOwnStamp).mtimeMs >= statSync(lockFile).mtimeMs
}

// The npm that runs us, when one does; it may not be on the PATH.
function npm(words) {
  const own = process.env.npm_execpath
  return own?.endsWith('.js') ? runStep(process.execPath, [own, ...words]) : runStep('npm', words)
}

/** Installs exactly what package-lock.json says, unless it is there. Development packages too: they build and test. */
export async function install() {
  if (isInstalled()) return
  await alone('install', async () => {
    if (isInstalled()) return
    process.stderr.write('installing packages…\n')
    const { ok, output } = await npm(['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'])
    if (!ok) fail(`${output}npm ci failed: is this machine connected to the npm registry?`)
    // Where install scripts are switched off, the package that brings Node has not fetched it.
    if (!existsSync(pinnedNode)) await npm(['rebuild', 'node', '--ignore-scripts=false'])
    if (!existsSync(pinnedNode))
      fail('The pinned Node is missing: run npm rebuild node --ignore-scripts=false.')
    writeFileSync(stamp, wanted())
  })
}
