import { afterAll, describe, expect, it } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { createKeys } from '#platform/vault/index.ts'
import { list, map, openImportDesk, recordAsked, recorder } from '#tests/import-steps.ts'
import { cheap } from '#tests/vault-desk.ts'
import { assure } from '#tests/vault-keys.ts'
import { setStage } from '#tests/visitor.ts'

const stage = await setStage()
const { owner, request } = stage.platform.database
const desk = await openImportDesk(stage, 'recorded')
const { here, elsewhere, anna, monitor, at, bring, said, page, draft, incidents } = desk
afterAll(() => stage.close())

describe('recording what was brought', () => {
  it('says when the monitors have no key yet; with one it records without asking for a passphrase', async () => {
    await assure(stage, monitor)
    await bring(list, JSON.stringify(map))
    const early = await monitor.browser.post(at('/recording'))
    expect([early.status, await said(early)]).toEqual([409, expect.stringContaining('Record 3 rows')])
    await inScope(request, { umbrella: here.id, account: monitor.id }, 'write', tx =>
      createKeys(tx, 'a long passphrase', cheap),
    )
    const asked = await monitor.browser.post(at('/recording'))
    expect(asked.headers.get('location')).toBe(at('/recording'))
    expect(monitor.browser.cookies.has('parasol-import')).toBe(false)
    const waiting = await page('/recording')
    expect(waiting).toContain('It is about to begin')
    expect(waiting).toMatch(/<noscript><meta http-equiv="refresh"/)
    const busy = await bring()
    expect([busy.status, await said(busy)]).toEqual([409, expect.stringContaining('still being recorded')])
    await recordAsked(stage, here.id, monitor)
    expect(await incidents()).toBe(3)
    expect(await draft()).toMatchObject({
      outcome: 'recorded',
      state: null,
      file: null,
      wrapped_key: null,
      done: 3,
    })
    const done = await page('/recording')
    const result = /incidents\/import(\/[0-9a-f-]{36})/.exec(done)![1]!
    const html = await page(result)
    expect(html).toContain('An imported chronicle')
    expect(html).not.toMatch(/Львів|Погрожували|list\.csv/)
    expect((await elsewhere.coordinators[0].browser.get(at(result, elsewhere.slug))).status).toBe(404)
    expect((await monitor.browser.post(at('/recording/stop'))).status).toBe(409)
  })

  it('says when the file was imported before', async () => {
    await bring(list, JSON.stringify(map))
    await monitor.browser.post(at('/recording'))
    await recordAsked(stage, here.id, monitor)
    const html = await page('/recording')
    expect(html).toContain('This file was imported before')
    expect(html).toContain('/import/new')
    expect(await incidents()).toBe(3)
  })

  it('stops while it goes on, and nothing of it stays', async () => {
    await bring(list.replaceAll('Побили', 'Штовхали'), JSON.stringify(map))
    await monitor.browser.post(at('/recording'))
    const { id } = await draft()
    let asked = 0
    const stopping = recorder(stage, {
      inScope: async (scope, mode, work) => {
        // Whose it is, what it is, all of it in one transaction; and, while that is open, how far it is.
        asked += 1
        if (asked === 4) expect((await monitor.browser.post(at('/recording/stop'))).status).toBe(303)
        return inScope(request, scope, mode, work)
      },
    })
    await stopping(here.id, id)
    expect(await draft()).toMatchObject({ outcome: 'stopped', state: null, file: null })
    expect(await page('/recording')).toContain('Nothing of the file was kept')
    expect(await incidents()).toBe(3)
  })

  it('says that it failed, leaves nothing, and is a dead letter', async () => {
    await bring(list.replaceAll('Побили', 'Кричали'), JSON.stringify(map))
    await monitor.browser.post(at('/recording'))
    const { id } = await draft()
    await owner.query('alter table monitoring.sources add constraint broken check (false) not valid')
    await expect(recorder(stage)(here.id, id)).rejects.toThrow(/error 23514|23514/)
    await owner.query('alter table monitoring.sources drop constraint broken')
    expect(await draft()).toMatchObject({ outcome: 'failed', file: null })
    expect(await page('/recording')).toContain('It could not be recorded')
    expect(await incidents()).toBe(3)
  })
})

describe('an imported chronicle', () => {
  it('is undone by two coordinators, who give a reason', async () => {
    const bohdan = here.coordinators[1]
    const path = /incidents\/import(\/[0-9a-f-]{36})/.exec(await page('', anna))![1]!
    expect((await monitor.browser.post(at(`${path}/undo`), { reason: 'x' })).status).toBe(403)
    expect((await anna.browser.post(at(`${path}/undo`), { reason: '' })).status).toBe(422)
    const asked = await anna.browser.post(at(`${path}/undo`), { reason: 'The wrong list' })
    expect(asked.headers.get('location')).toContain('/acts')
    expect((await anna.browser.post(at(`${path}/undo`), { reason: 'Twice' })).status).toBe(409)
    const acts = await said(bohdan.browser.get(`/en/${here.slug}/acts`))
    expect(acts).toContain('Undo the import of a chronicle of')
    const [act] = (await owner.query("select id from people.acts where kind = 'monitoring.undo_import'")).rows
    expect((await bohdan.browser.post(`/en/${here.slug}/acts/${act.id}/confirmation`)).status).toBe(303)
    expect(await incidents()).toBe(0)
    expect(await page(path)).toContain('This import was undone already')
  })
})
