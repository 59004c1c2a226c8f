import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { recountCommand } from '#modules/initiatives/commands/recount.ts'
import type { Database } from '#platform/database/open.ts'
import { inScope } from '#platform/database/scope.ts'
import { ask, stateOfDecision } from '../decisions.ts'
import { newMandate, newMember } from '../members.ts'
import { letTimePass } from '../time-passes.ts'
import { newUmbrella } from '../umbrella.ts'
import { stage } from './browser.ts'
import { go, read, textOf } from './journey.ts'
import { words } from './signing-in.ts'

const show = stage()
const cast = ['komm.representative', 'international-union.individual', 'international-union.partner'] as const
let database: Database
let umbrella: string
let decision: string
let folder: string

const slug = () => `u-${umbrella}`

/** Lets somebody of the cast act for a new member. */
async function seat(key: string, name: Record<string, string>): Promise<void> {
  const { page, context } = await show.visit({ as: key })
  const { rows } = await database.owner.query<{ person: string }>(
    'select user_id as person from accounts.sessions order by created_at desc limit 1',
  )
  const { person } = rows[0]!
  const { membership } = await newMember(database, umbrella, { name })
  await newMandate(database, umbrella, membership, person)
  await database.owner.query('insert into people.affiliations (umbrella_id, person_id) values ($1, $2)', [
    umbrella,
    person,
  ])
  expect(page.url()).toContain(show.origin)
  await context.close()
}

const advance = () =>
  inScope(database.request, { umbrella, account: null }, 'write', tx => advanceDecision(tx, decision))

beforeAll(async () => {
  database = show.program.platform.database
  umbrella = await newUmbrella(database, {
    name: { uk: 'Спільна справа', pl: 'Wspólna sprawa', en: 'Common cause' },
  })
  await show.program.app.umbrellas.reload()
  for (const [n, key] of cast.entries())
    await seat(key, { uk: `Рада ${n + 1}`, pl: `Rada ${n + 1}`, en: `Council ${n + 1}` })
  decision = await ask(database, umbrella, {
    title: { uk: 'Турнір без ненависті', pl: 'Turniej bez nienawiści' },
  })
  folder = await mkdtemp(join(tmpdir(), 'recount-'))
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

/** Waits until the page says so by itself, without being loaded again. */
const untilSays = (page: Page, name: string, text: string) =>
  page.locator(`[data-live=${name}]`, { hasText: text }).waitFor({ timeout: 15_000 })

/** Votes as a person of the cast does, in a browser without scripts. */
async function vote(key: string, locale: 'uk' | 'pl' | 'en', choice: string): Promise<void> {
  const { page, context } = await show.visit({
    as: key,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 780 },
  })
  await read(page, `/${locale}/${slug()}/board`)
  await page.locator('main article a').first().click()
  await page.getByRole('link', { name: words(locale)('initiatives.ballot.vote') }).click()
  await page.locator(`input[name=choice][value=${choice}]`).check()
  await page.locator('main form button[type=submit]').first().click()
  await page.waitForURL(url => !url.pathname.endsWith('/vote'))
  await context.close()
}

describe('a decision of the coalition', () => {
  it('is counted down in public, live, sealed, and recounted by anybody from its export', async () => {
    const { number } = await stateOfDecision(database, decision)
    const { page } = await show.visit()
    const { page: watching } = await show.visit()
    const { page: plain } = await show.visit({ javaScriptEnabled: false })
    const en = words('en')
    const pl = words('pl')

    await read(plain, `/en/${slug()}/board`)
    expect(await textOf(plain.locator('main'))).toContain(en('initiatives.board.needs', { count: 2 }))
    await read(watching, `/pl/${slug()}/decisions/${number}`)
    await untilSays(watching, 'needs', pl('initiatives.board.needs', { count: 2 }))

    await vote(cast[0], 'uk', 'yes')
    await untilSays(watching, 'needs', pl('initiatives.board.needs', { count: 1 }))
    await read(plain, `/uk/${slug()}/decisions/${number}/waiting`)
    const waiting = await textOf(plain.locator('main'))
    expect(waiting).toContain('Рада 2')
    expect(waiting).not.toContain('Рада 1')
    await vote(cast[1], 'pl', 'no')
    await untilSays(watching, 'no', '1')
    await vote(cast[2], 'en', 'yes')
    await untilSays(watching, 'needs', pl('initiatives.board.enough'))
    await read(plain, `/en/${slug()}/decisions/${number}`)
    expect(await textOf(plain.locator('main'))).toContain(en('initiatives.board.reload'))

    await letTimePass(database, decision, 8 * 24)
    expect(await advance()).toBe('crossed')
    await watching.locator('[data-live-changed]:not([hidden]) a').click()
    await watching.waitForLoadState()
    expect(await textOf(watching.locator('main'))).not.toContain(pl('initiatives.board.needs', { count: 1 }))
    await letTimePass(database, decision, 49)
    expect(await advance()).toBe('sealed')

    await read(page, `/uk/${slug()}/decisions/${number}`)
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: words('uk')('initiatives.export.download') }).click()
    const file = join(folder, 'decision.json')
    const download = await coming
    expect(download.suggestedFilename()).toBe(`${slug()}-decision-${number}.json`)
    await download.saveAs(file)
    const lines: string[] = []
    const platform = () => Promise.reject(new Error('a file is recounted without any database'))
    const context = {
      config: show.program.platform.config,
      platform,
      print: (line: string) => lines.push(line),
    }
    expect(await recountCommand.run(context, [file])).toBe(0)
    expect(lines).toContain('outcome     supported')

    await go(plain, `/en/${slug()}/board`)
    expect(await textOf(plain.locator('main'))).toContain(en('initiatives.board.empty'))
    show.expectNoTrouble()
  }, 120_000)
})
