import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fail, runStep } from './processes.mjs'

const debian = '/usr/lib/postgresql'

function newest() {
  if (existsSync(debian)) {
    const versions = readdirSync(debian).filter(name => existsSync(join(debian, name, 'bin/postgres')))
    const last = versions
      .map(Number)
      .sort((a, b) => a - b)
      .at(-1)
    if (last) return join(debian, String(last), 'bin')
  }
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  const folder = stdout?.trim()
  return folder && existsSync(join(folder, 'postgres')) ? folder : undefined
}

const how = `These tests need a PostgreSQL server and this machine has none. Install it and try again:
  Debian, Ubuntu:  sudo apt-get install postgresql
  macOS:           brew install postgresql`

/** The folder with `postgres` and `initdb`; installs Debian's package where that is allowed. */
export async function findServer() {
  const found = newest()
  if (found) return found
  if (process.getuid() === 0 && (await runStep('apt-get', ['update'])).ok) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await runStep('apt-get', ['install', '--yes', '--no-install-recommends', 'postgresql'], env)
  }
  return newest() ?? fail(how, 1)
}

function unprivileged() {
  if (process.getuid() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

async function untilReady(log, child) {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) break
    if (readFileSync(log, 'utf8').includes('ready to accept connections')) return
    await sleep(100)
  }
  fail(`${readFileSync(log, 'utf8')}PostgreSQL did not start.`, 1)
}

/**
 * A server as an administrator would hand it over: passwords over loopback TCP, and a user that is no superuser but may
 * create roles and databases. `stop` ends it and removes its folder.
 */
export async function startServer(binaries, password) {
  const as = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'parasol-server-'))
  const [data, secret, log] = ['data', 'password', 'log'].map(name => join(folder, name))
  writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  writeFileSync(log, '')
  if (as.uid !== undefined) for (const path of [folder, secret, log]) chownSync(path, as.uid, as.gid)
  chmodSync(folder, 0o700)
  const env = { PATH: process.env.PATH, LC_ALL: 'C' }
  const run = (file, args, input) =>
    execFileSync(join(binaries, file), args, { ...as, cwd: '/', env, input, stdio: 'pipe' })
  run('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '-N',
  ])
  // The right to end other sessions is for dropping test databases; the program does without.
  const account = `CREATE ROLE coalition LOGIN CREATEROLE CREATEDB PASSWORD '${password}' IN ROLE pg_signal_backend;\n`
  run('postgres', ['--single', '-D', data, 'postgres'], account)
  const port = await freePort()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    // Thrown away with the run: what a power cut would lose does not matter.
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_connections: 300,
  }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(
    '/bin/sh',
    ['-c', 'exec "$0" "$@" >>"$LOG" 2>&1', join(binaries, 'postgres'), '-D', data, ...options],
    {
      ...as,
      cwd: '/',
      env: { ...env, LOG: log },
      stdio: 'ignore',
    },
  )
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGINT')
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', () => child.exitCode === null && child.kill('SIGQUIT'))
  await untilReady(log, child)
  const version = run('postgres', ['--version']).toString().trim().split(' ')[2]
  return { url: `postgresql://coalition:${password}@127.0.0.1:${port}/postgres`, version, stop }
}
