// Run after `npm install` when the test of package-lock.json says so. npm leaves out the packages of other platforms that a
// registry mirror does not carry (and, with node_modules present, sometimes those it does); `npm ci` then refuses the lock
// file everywhere. What is added is what the parents' own optionalDependencies say; npm fetches the rest by version.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './processes.mjs'

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** What a platform package of that name runs on, by the names that napi-rs and others give them. */
function platform(name) {
  const words = name.split('/').at(-1).split('-')
  const os = systems.filter(system => words.includes(system))
  const cpu = processors.filter(processor => words.includes(processor))
  if (cpu.length !== 1 || (os.length !== 1 && cpu[0] !== 'wasm32'))
    throw new Error(`${name}: for which platform is it?`)
  const musl = words.some(word => word.startsWith('musl'))
  const libc = os[0] === 'linux' && cpu[0] !== 'arm' ? { libc: [musl ? 'musl' : 'glibc'] } : {}
  return { cpu, ...libc, ...(os.length > 0 ? { os } : {}) }
}

/** Optional packages that the lock file's packages name and the lock file lacks. */
export function missingFrom({ packages }) {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`node_modules/${name}`] && !packages[`${parent}/node_modules/${name}`])
      .map(([name, version]) => ({ name, version, dev })),
  )
}

export const readLock = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))

if (import.meta.main) {
  const lock = readLock()
  for (const { name, version, dev } of missingFrom(lock)) {
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(dev ? { dev } : {}),
      optional: true,
      ...platform(name),
    }
  }
  lock.packages = Object.fromEntries(
    Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
  )
  writeFileSync(join(root, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`)
}
