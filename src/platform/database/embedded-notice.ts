import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'
import type { Folders } from './embedded-folders.ts'
import { isAlive, runningPostmaster } from './embedded-postmaster.ts'

/** What server.json says: the program serving the folder, PostgreSQL's process, the folder of the socket, the address. */
export type Notice = { pid: number; postgres: number; socket: string; port: number; address: string | null }

/** Tells people and scripts who serves the folder. The locks decide; this only says so. */
export async function postNotice(folders: Folders, port: number, address: string | null): Promise<void> {
  const postgres = (await runningPostmaster(folders))?.pid ?? 0
  const notice: Notice = { pid: process.pid, postgres, socket: folders.socket, port, address }
  const half = `${folders.notice}.${process.pid}`
  await writeFile(half, `${JSON.stringify(notice)}\n`, { mode: 0o600 })
  await chmod(half, 0o600)
  await rename(half, folders.notice)
}

/** Takes the notice down. */
export const removeNotice = ({ notice }: Folders): Promise<void> => rm(notice, { force: true })

/** What the notice says, or null where there is none. */
export async function readNotice({ notice }: Folders): Promise<Notice | null> {
  return readFile(notice, 'utf8').then(
    text => JSON.parse(text) as Notice,
    () => null,
  )
}

/** Whether the notice names a living program other than this one. After a crash its process id may be somebody else's. */
export async function namesAnother(folders: Folders): Promise<boolean> {
  const notice = await readNotice(folders)
  return notice !== null && notice.pid !== process.pid && isAlive(notice.pid)
}
