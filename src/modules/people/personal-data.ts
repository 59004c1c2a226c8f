import { inScope, type Tx } from '#platform/database/scope.ts'
import type { Consequence, Module } from '#platform/http/module.ts'
import { erasePersonFromJournal, exportPersonFromJournal } from '#platform/journal/erase.ts'
import { exportPersonFromMail } from '#platform/mail/index.ts'
import type { Platform } from '#platform/platform.ts'
import { exportKeys, exportOpenings } from '#platform/vault/index.ts'
import { accountData, eraseAccount } from './accounts/account-data.ts'
import { forgetOwnPerson } from './actions/forget-own-person.ts'
import { ownPerson } from './queries/own-person.ts'
import { type OwnUmbrella, ownUmbrellas, umbrellasById } from './queries/own-umbrellas.ts'

type Rooms = readonly Module[]

const inUmbrella = <T>(
  platform: Platform,
  account: string,
  umbrella: string,
  mode: 'read' | 'write',
  work: (tx: Tx) => Promise<T>,
) => inScope(platform.database.request, { umbrella, account }, mode, work)

// Some work in an umbrella without belonging to it: rooms say where they know them.
const ofPerson = (platform: Platform, account: string, rooms: Rooms): Promise<OwnUmbrella[]> =>
  inScope(platform.database.request, { umbrella: null, account }, 'read', async tx => {
    const own = await ownUmbrellas(tx)
    const elsewhere: string[] = []
    for (const { personalData } of rooms) elsewhere.push(...((await personalData?.elsewhere?.(tx)) ?? []))
    const further = elsewhere.filter(id => own.every(umbrella => umbrella.id !== id))
    return [...own, ...(await umbrellasById(tx, further))]
  })

async function exportUmbrella(tx: Tx, person: string, rooms: Rooms): Promise<Record<string, unknown>> {
  const told: Record<string, unknown> = {}
  for (const { name, personalData } of rooms) {
    if (personalData) told[name] = await personalData.export(tx, person)
  }
  told.journal = await exportPersonFromJournal(tx)
  told.sealedRecordsOpened = await exportOpenings(tx)
  return told
}

/** Everything this installation holds about a person, as plain JSON: their account, then umbrella by umbrella. */
export async function exportPerson(
  platform: Platform,
  account: string,
  rooms: Rooms,
): Promise<Record<string, unknown>> {
  const { request } = platform.database
  const { person, mail, keys } = await inScope(request, { umbrella: null, account }, 'read', async tx => ({
    person: await ownPerson(tx),
    mail: await exportPersonFromMail(tx),
    keys: await exportKeys(tx),
  }))
  const umbrellas: Record<string, unknown>[] = []
  for (const { id, slug, name, since, roles } of await ofPerson(platform, account, rooms)) {
    const told = await inUmbrella(platform, account, id, 'read', tx => exportUmbrella(tx, account, rooms))
    umbrellas.push({ slug, name, since, roles, ...told })
  }
  return {
    exportedAt: Temporal.Now.instant().toString(),
    origin: platform.config.origin,
    person,
    account: await accountData(platform, account),
    mail,
    keys,
    umbrellas,
  }
}

/** What a person is told before they are forgotten, umbrella by umbrella. */
export type Farewell = { umbrella: OwnUmbrella; consequences: Consequence[] }

/** What leaving means in each umbrella of the person. */
export async function farewells(platform: Platform, account: string, rooms: Rooms): Promise<Farewell[]> {
  const told: Farewell[] = []
  for (const umbrella of await ofPerson(platform, account, rooms)) {
    const consequences = await inUmbrella(platform, account, umbrella.id, 'read', async tx => {
      const all: Consequence[] = []
      for (const { personalData } of rooms)
        all.push(...((await personalData?.consequences?.(tx, account)) ?? []))
      return all
    })
    told.push({ umbrella, consequences })
  }
  return told
}

export const isBlocked = (told: readonly Farewell[]): boolean =>
  told.some(({ consequences }) => consequences.some(({ blocks }) => blocks))

/**
 * Forgets a person: room by room in each umbrella, then in its journal, then the person's own row, at last the account
 * with its sessions. Each umbrella is one transaction; after a failure the person is still signed in and can go on. The
 * row itself stays without a name: acts and decisions of members keep pointing at somebody.
 */
export async function erasePerson(platform: Platform, account: string, rooms: Rooms): Promise<void> {
  for (const { id } of await ofPerson(platform, account, rooms)) {
    await inUmbrella(platform, account, id, 'write', async tx => {
      for (const { personalData } of rooms) await personalData?.erase(tx, account)
      await erasePersonFromJournal(tx, account)
    })
  }
  const { request } = platform.database
  await inScope(request, { umbrella: null, account }, 'write', tx => forgetOwnPerson(tx, account))
  await eraseAccount(platform, account)
}
