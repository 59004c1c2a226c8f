import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const pinnedNode = join(root, 'node_modules/node/bin/node')

/**
 * How the program runs: errors name our lines; young objects get 8 MB instead of what the machine's memory suggests. V8 lets
 * the heap grow the more freely the larger it may become: with at most 1 GB it collects earlier, 281 MB after the benchmark
 * of monitoring instead of 447.
 */
export const programFlags = ['--enable-source-maps', '--max-semi-space-size=8', '--max-old-space-size=1024']

/** With two arenas instead of eight a core, glibc gives back what threads used: 227 MB after the benchmark, not 410. */
export const programEnvironment = { MALLOC_ARENA_MAX: '2' }

/** One clear line. 2: somebody has to put something right; 1: a check failed. */
export function fail(line, code = 2) {
  process.stderr.write(`${line}\n`)
  process.exit(code)
}

function codeOf(code, signal) {
  return signal ? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0) : code
}

/** Runs a step quietly unless it fails; its output goes to stderr, because stdout belongs to the command itself. */
export function runStep(command, args, env = {}) {
  return new Promise(resolve => {
    const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...colour, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', text => (output += text))
    child.once('error', error => resolve({ ok: false, output: `${error.message}\n` }))
    child.once('close', code => resolve({ ok: code === 0, output }))
  })
}

// npm starts us through a shell, which on Linux stays in between and would not notice that npm was killed.
function ancestors() {
  const parent = process.ppid
  if (process.platform !== 'linux') return `${parent}`
  try {
    return `${parent} ${readFileSync(`/proc/${parent}/stat`, 'latin1').split(') ').at(-1).split(' ')[1]}`
  } catch {
    return `${parent}`
  }
}

/**
 * Runs the program itself and returns its exit code. Signals are passed on. The child holds a channel to us and stops
 * when it closes, so that nothing is left behind when we are killed, or when npm, which started us, is.
 */
export function runToEnd(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) {
    const started = ancestors()
    const watch = () => ancestors() !== started && child.connected && child.disconnect()
    setInterval(watch, 500).unref()
  }
  return new Promise(resolve => {
    child.once('error', error => fail(`${command} does not run on this machine (${error.message}).`))
    child.once('exit', (code, signal) => resolve(codeOf(code, signal)))
  })
}
