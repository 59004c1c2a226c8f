import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chown, lstat, mkdir, stat } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { makeDataFolder } from '#platform/data-folder.ts'
import { OperatorProblem } from '#platform/operator-problem.ts'

/** Who runs PostgreSQL: `undefined` means the user who runs the program. */
export type Runner = { uid: number; gid: number } | undefined

/**
 * Where the embedded server keeps what. `cluster` is PostgreSQL's data directory; `socket` the folder of its Unix
 * socket; `notice` (server.json) tells people and commands which program is running.
 */
export type Folders = { data: string; cluster: string; socket: string; notice: string; runner: Runner }

// A socket's path may have 107 bytes on Linux and 103 on macOS, the terminating zero not counted.
const longestSocketPath = 103
/** What PostgreSQL calls the socket in its folder. */
export const socketFile = '.s.PGSQL.5432'

function unprivileged(): NonNullable<Runner> {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
    .find(([name]) => name === 'nobody')
  if (!entry) {
    throw new OperatorProblem(
      'PostgreSQL does not run as root and this machine has no user "nobody": start the program as an ordinary user.',
    )
  }
  return { uid: Number(entry[2]), gid: Number(entry[3]) }
}

// initdb asks the machine for our name and gives up without one.
function refuseNameless(us: number): void {
  try {
    userInfo()
  } catch {
    throw new OperatorProblem(
      `This machine has no user with the uid ${us}, and PostgreSQL runs only as a user with a name: start the program as a user of /etc/passwd, or add a line for ${us} to it (a container's --user alone does not).`,
    )
  }
}

async function chooseRunner(cluster: string): Promise<Runner> {
  const us = process.getuid!()
  const owner = await stat(cluster).catch(() => null)
  if (us === 0) return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : unprivileged()
  refuseNameless(us)
  if (owner && owner.uid !== us) {
    throw new OperatorProblem(
      `The database in ${cluster} belongs to user ${owner.uid}, not to you (${us}): start the program as that user, or change the owner of the folder.`,
    )
  }
  return undefined
}

function refuseUnreachable(data: string, runner: NonNullable<Runner>): void {
  const tried = spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', data], {
    ...runner,
    cwd: '/',
    stdio: 'ignore',
  })
  if (tried.status === 0) return
  throw new OperatorProblem(
    `PostgreSQL does not run as root, and the user that runs it instead (uid ${runner.uid}) cannot reach ${data}: start with PARASOL_DATA=/var/lib/parasol, or as an ordinary user.`,
  )
}

/** Makes the socket's folder, private to the user who runs PostgreSQL, or finds it so. Throws OperatorProblem. */
export async function secureSocketFolder({ socket: path, runner }: Folders): Promise<void> {
  const owner = runner?.uid ?? process.getuid!()
  const made = await mkdir(path, { mode: 0o700 }).then(
    () => true,
    () => false,
  )
  if (made && runner) await chown(path, runner.uid, runner.gid)
  // In a shared temporary folder somebody else may have made it first, to read what goes over the socket.
  const found = await lstat(path)
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o077) !== 0) {
    throw new OperatorProblem(
      `${path} is needed for the database's socket but is not a private folder of user ${owner}: remove it, or set TMPDIR to a folder that only you can write to.`,
    )
  }
}

function socketFolder(data: string): string {
  const inside = join(data, 'socket')
  if (Buffer.byteLength(join(inside, socketFile)) <= longestSocketPath) return inside
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 16)
  return join(tmpdir(), `parasol-${hash}`)
}

/** Makes the data folder where it is missing and decides who runs PostgreSQL. Throws OperatorProblem. */
export async function openFolders(dataFolder: string): Promise<Folders> {
  const data = await makeDataFolder(dataFolder)
  const cluster = join(data, 'postgres')
  const runner = await chooseRunner(cluster)
  if (runner) refuseUnreachable(data, runner)
  return { data, cluster, socket: socketFolder(data), notice: join(data, 'server.json'), runner }
}

/** Whether the folder holds a database at all. */
export const hasCluster = ({ cluster }: Folders): boolean => existsSync(join(cluster, 'PG_VERSION'))
