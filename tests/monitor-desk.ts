import { inScope } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { createKeys, unlock } from '#platform/vault/index.ts'
import { affiliate, type Coalition, enter, type Present } from './coalition.ts'
import { cheap, given } from './vault-desk.ts'
import type { Stage } from './visitor.ts'

/** The session of somebody who is signed in; it has shown a second factor from now on. */
async function assured(stage: Stage, { id }: Present): Promise<string> {
  const { rows } = await stage.platform.database.owner.query<{ id: string }>(
    'update accounts.sessions set assurance = 2, assured_at = now() where user_id = $1 returning id',
    [id],
  )
  return rows[0]!.id
}

/** Somebody who monitors, signed in with a second factor, with an own key and an open vault unless told otherwise. */
export async function monitorOf(
  stage: Stage,
  place: Coalition,
  name: string,
  { opened = true }: { opened?: boolean } = {},
): Promise<Present> {
  const monitor = await enter(stage, `${name}@${place.slug}.example`, name)
  await affiliate(stage, place.id, monitor.id)
  await stage.platform.database.owner.query(
    "insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'monitor')",
    [place.id, newId(), monitor.id],
  )
  const session = await assured(stage, monitor)
  const passphrase = `the phrase of ${name}`
  const scope = { umbrella: place.id, account: monitor.id }
  const cookie = await inScope(stage.platform.database.request, scope, 'write', async tx => {
    given(await createKeys(tx, passphrase, cheap))
    return opened ? given(await unlock(tx, session, { passphrase }, { cost: cheap })).cookie : null
  })
  if (cookie) monitor.browser.cookies.set('parasol-vault', cookie)
  return monitor
}

/** What a monitor types about something published. */
export const article = (over: Record<string, string> = {}) => ({
  from: 'media',
  address: 'https://news.example/2026/03/attack',
  title: 'Attack at the market',
  text: 'Two men shouted at a seller and overturned her stall at the central market on Tuesday evening.',
  kind: 'media',
  summary: 'A seller was shouted at and her stall overturned.',
  day: '2026-03-17',
  region: 'UA-51',
  place: 'Odesa, central market',
  ...over,
})
