import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Locale } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { memberWith } from '../coalition.ts'
import { stage } from './browser.ts'
import { desk, phone, reader } from './coalition-steps.ts'
import { accountOf, mails, nextMail } from './desk.ts'
import { go, read, sound, textOf } from './journey.ts'
import { makeFirstKey, openSealed, unlocking } from './vault-steps.ts'

const show = stage()
const coalition = 'international-union'
const at = (locale: Locale, path = '') => `/${locale}/${coalition}/vault/recovery${path}`
const main = (page: Page) => textOf(page.locator('main'))

type Part = 'representative' | 'individual' | 'applicant' | 'deputy'
type Seat = { page: Page; locale: Locale; part: Part; id: string; passphrase: string }

let marina: Seat
let zemfira: Seat
let lila: Seat
let taras: Seat
let oksana: Page
let dana: Page

const owner = async (text: string, values: unknown[] = []) =>
  (await show.program.platform.database.owner.query(text, values)).rows
const umbrella = () => show.program.app.umbrellas.find(coalition)!.id
const id = (part: string) => accountOf(show.program, `${coalition}.${part}@parasol.example`.toLowerCase())

async function seat(part: Part, locale: Locale, look: object): Promise<Seat> {
  const { page } = await show.visit({ ...look, as: `${coalition}.${part}` })
  const passphrase = `${part}: lantern river ladder seven`
  return { page, locale, part, id: await id(part), passphrase }
}

beforeAll(async () => {
  // Lila acts for a third member; Taras is a monitor since today, and nobody who could let him in is left.
  await memberWith(show.program, umbrella(), await id('applicant'))
  const granted = "insert into people.roles (umbrella_id, id, person_id, role) values ($1, $2, $3, 'monitor')"
  await owner(granted, [umbrella(), newId(), await id('deputy')])
  marina = await seat('representative', 'uk', phone)
  zemfira = await seat('individual', 'pl', { ...desk, colorScheme: 'dark' })
  lila = await seat('applicant', 'en', desk)
  taras = await seat('deputy', 'uk', phone)
  oksana = (await show.visit({ ...desk, as: `${coalition}.coordinator` })).page
  dana = (await show.visit({ ...desk, as: `${coalition}.monitor` })).page
})

const recovery = async (): Promise<string> =>
  (await owner('select id from vault.recoveries where umbrella_id = $1', [umbrella()]))[0].id

/** What a button would post that the page does not show yet. */
async function press(page: Page, locale: Locale, noun: 'share' | 'completion'): Promise<number> {
  const { origin } = show
  const answer = await page.request.post(at(locale, `/${await recovery()}/${noun}`), {
    headers: { origin },
    maxRedirects: 0,
  })
  return answer.status()
}

async function handOver({ page, locale, passphrase }: Seat): Promise<void> {
  const { t, done, press: click } = reader(page, locale)
  await read(page, at(locale))
  await unlocking(
    page,
    locale,
    async () => {
      await page.getByText(t('people.vault.recovery.handShare'), { exact: true }).click()
      await sound(page)
      await click('people.vault.recovery.handShareNow')
    },
    passphrase,
  )
  await done('people.said.shareHanded')
}

describe('the recovery of a team that lost its keys', () => {
  it('is prepared: three people of three members, each in their language, keep a part', async () => {
    for (const { page, locale, passphrase } of [marina, zemfira, lila])
      await makeFirstKey(page, locale, passphrase)
    const uk = reader(oksana, 'uk')
    await read(oksana, `/uk/${coalition}/vault/custodians`)
    for (const keeper of [marina, zemfira, lila])
      await oksana.locator(`input[name="custodians[]"][value="${keeper.id}"]`).check()
    await oksana.locator('textarea[name=reason]').fill('Три різні організації')
    await uk.press('people.roles.send')
    await uk.done('people.said.custodiansProposed')
    const { page: arsen } = await show.visit({ ...desk, as: `${coalition}.secondCoordinator` })
    await read(arsen, `/uk/${coalition}/acts`)
    const card = arsen.locator('.card-box').filter({ hasText: 'Три різні організації' })
    await card.getByText(uk.t('people.acts.confirm'), { exact: true }).click()
    await card.getByRole('button', { name: uk.t('people.acts.confirmNow') }).click()
    await reader(arsen, 'uk').done('people.said.actConfirmed')
    await read(dana, `/uk/${coalition}/vault/monitor`)
    await unlocking(dana, 'uk', async () => {
      await go(dana, `/uk/${coalition}/vault/monitor`)
      await reader(dana, 'uk').press('people.vault.prepare')
    })
    await reader(dana, 'uk').done('people.said.recoveryPrepared')
  })

  it('is asked for, and announced to the team, the coordinators and the custodians', async () => {
    const { page, locale, passphrase } = taras
    await makeFirstKey(page, locale, passphrase)
    const uk = reader(page, locale)
    await read(page, `/uk/${coalition}/vault/monitor`)
    await uk.says('people.vault.youWait')
    await read(page, at(locale))
    await page.locator('select[name=recipient]').selectOption(`monitor ${taras.id}`)
    const known = (await mails(show.program)).length
    await uk.press('people.vault.recovery.ask')
    await uk.done('people.said.recoveryAsked')
    const subject = uk.t('people.vault.mail.recoverySubject')
    for (const part of ['monitor', 'secondMonitor', 'coordinator', 'secondCoordinator', 'representative']) {
      const person = await id(part)
      await nextMail(show.program, 0, mail => mail.person === person && mail.subject === subject)
    }
    expect((await mails(show.program)).length).toBeGreaterThan(known)
    for (const [one, lang] of [
      [dana, 'uk'],
      [lila.page, 'en'],
      [zemfira.page, 'pl'],
    ] as const) {
      await read(one, at(lang))
      expect(await main(one)).toContain('Тарас')
      await reader(one, lang).says('people.vault.recovery.from')
    }
  })

  it('is refused before 72 hours have passed, to custodians and to who recovers', async () => {
    const { page, locale, passphrase } = marina
    await read(page, at(locale))
    expect(await main(page)).not.toContain(reader(page, locale).t('people.vault.recovery.handShare'))
    // The vault is open, so that nothing but the time is in the way.
    await go(page, `/${locale}/account/vault/unlock`)
    await unlocking(page, locale, async () => {}, passphrase)
    expect(await press(page, locale, 'share')).toBe(409)
    await go(taras.page, '/uk/account/vault/unlock')
    await unlocking(taras.page, 'uk', async () => {}, taras.passphrase)
    expect(await press(taras.page, 'uk', 'completion')).toBe(409)
  })

  it('is refused with one part; with two of three the team is in again, and reads what was sealed before', async () => {
    await owner(
      `update vault.recoveries set asked_at = asked_at - interval '73 hours', effective_at = effective_at - interval '73 hours'
       where umbrella_id = $1`,
      [umbrella()],
    )
    await handOver(marina)
    await read(taras.page, at('uk'))
    const uk = reader(taras.page, 'uk')
    await uk.says('people.vault.recovery.handed', { count: 1 })
    expect(await main(taras.page)).not.toContain(uk.t('people.vault.recovery.complete'))
    expect(await press(taras.page, 'uk', 'completion')).toBe(409)
    await handOver(lila)
    await read(taras.page, at('uk'))
    await uk.press('people.vault.recovery.complete')
    await uk.done('people.said.recoveryCompleted')
    const [{ code }] = await owner(
      `select i.code from monitoring.incidents i where i.umbrella_id = $1 and i.record_id is not null
       order by i.recorded_on, i.id limit 1`,
      [umbrella()],
    )
    await read(taras.page, `/uk/${coalition}/incidents/${code}`)
    await openSealed(taras.page, 'uk', 'Чи відкривається знову', taras.passphrase)
    await uk.says('monitoring.incident.part.summary')
  })

  it('stands in the journal for every member, and custodians still read nothing', async () => {
    const actions = await owner(
      `select action from platform.journal_entries where umbrella_id = $1 and visibility = 'members'
       and action ~ 'vault.recovery|share_handed' order by id`,
      [umbrella()],
    )
    expect(actions.map(({ action }) => action)).toEqual([
      'vault.recovery_asked',
      'people.recovery_share_handed',
      'people.recovery_share_handed',
      'vault.recovery_completed',
    ])
    await go(marina.page, `/uk/${coalition}/incidents`, 403)
    await read(zemfira.page, at('pl'))
    await reader(zemfira.page, 'pl').says('people.vault.recovery.completed')
  })
})
