import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Coalition, foundCoalition, type Present } from '#tests/coalition.ts'
import { monitorOf } from '#tests/monitor-desk.ts'
import { packSteps, valueIn } from '#tests/packs.ts'
import { type Stage, setStage } from '#tests/visitor.ts'
import { submissionReady } from '../events.ts'

let stage: Stage
let place: Coalition
let vera: Present
let ivan: Present
let steps: ReturnType<typeof packSteps>

beforeAll(async () => {
  stage = await setStage()
  place = await foundCoalition(stage, 'packs-final')
  vera = await monitorOf(stage, place, 'vera')
  ivan = await monitorOf(stage, place, 'ivan')
  steps = packSteps(stage, place, { vera, ivan })
})
afterAll(() => stage.close())

describe('a finished pack', () => {
  test('needs a second monitor, and is then sealed with its hash, which alone is journalled', async () => {
    const code = await steps.incident()
    const id = await steps.asked(steps.complaint(code))
    expect((await steps.confirm(id, vera)).status).toBe(403)
    const other = { seen: crypto.randomUUID(), reason: 'Confirming' }
    expect((await steps.post(ivan, `/${id}/confirmation`, other)).status).toBe(409)
    expect((await steps.post(ivan, `/${id}/confirmation`, { seen: 'x' })).status).toBe(422)
    await steps.done(steps.confirm(id))
    const page = await steps.page(vera, `/packs/${id}`)
    const [, hash] = /<code class="hash">([0-9a-f]{64})</.exec(page)!
    const file = await steps.post(vera, `/${id}/files/complaint-uk.pdf`)
    const bytes = Buffer.from(await file.arrayBuffer())
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex')).toBe(hash)
    expect((await steps.post(vera, `/${id}/files/other.pdf`)).status).toBe(404)
    const { rows } = await stage.platform.database.owner.query(
      'select detail, visibility, action from platform.journal_entries where subject_id = $1 order by id',
      [id],
    )
    expect(rows.map(({ visibility }) => visibility)).toEqual(['sealed', 'sealed', 'sealed'])
    expect(rows.at(-1).detail).toEqual({ sha256: [hash] })
  })

  test('goes back to drafting when the second monitor wants it otherwise', async () => {
    const id = await steps.asked(steps.complaint(await steps.incident()))
    expect((await draftLate(id)).status).toBe(409)
    await steps.done(steps.post(ivan, `/${id}/return`))
    expect((await steps.post(ivan, `/${id}/return`)).status).toBe(409)
    expect((await steps.draft(id)).status).toBe(200)
  })

  test('to a Commissioner is told to the room of authorities when it is handed over', async () => {
    const heard: unknown[] = []
    submissionReady.listen(async (_tx, news) => void heard.push(news))
    const code = await steps.incident()
    const fields = { kind: 'commissioner', incident: code, addressee: 'pl_commissioner', reason: 'Writing' }
    const id = await steps.final(fields)
    expect((await steps.post(vera, `/${id}/hand-over`)).status).toBe(422)
    await steps.done(steps.post(vera, `/${id}/hand-over`, { asked: 'yes' }))
    expect(heard).toEqual([{ pack: id, incident: await steps.incidentId(code), to: 'pl_commissioner' }])
    for (const step of ['hand-over', 'end'])
      expect((await steps.post(vera, `/${id}/${step}`, { asked: 'yes' })).status, step).toBe(409)
    expect((await steps.post(ivan, `/${id}/files/commissioner-pl.pdf`)).status).toBe(200)
  })

  test('that is not sent loses its words for good', async () => {
    const id = await steps.final(steps.complaint(await steps.incident()))
    await steps.done(steps.post(vera, `/${id}/end`))
    expect(await steps.packRow(id)).toMatchObject({ status: 'ended', record_id: null })
    expect((await steps.post(vera, `/${id}/opening`, { reason: 'Reading' })).status).toBe(409)
    expect((await steps.post(vera, `/${id}/files/complaint-uk.pdf`)).status).toBe(409)
  })

  const draftLate = async (id: string) => {
    const seen = (await steps.packRow(id)).part_id
    return steps.post(vera, `/${id}/draft`, {
      ...steps.letter,
      n: '0',
      seen,
      reason: 'Drafting',
      next: 'keep',
    })
  }
})

describe('a year for ODIHR', () => {
  test('has every incident in it that counts and has consent, in CSV and PDF of each language', async () => {
    const [one, other, without] = [
      await steps.incident('V2'),
      await steps.incident('V2'),
      await steps.incident('V2'),
    ]
    await steps.reportOf(vera, one, ['authority', 'statistics'])
    await steps.reportOf(vera, without, ['authority'])
    const page = await steps.page(vera, '/packs/new?kind=odihr&year=2026')
    expect(page).toContain('Incidents without consent')
    for (const code of [one, other]) expect(page).toMatch(new RegExp(`value="${code}"[^>]*checked`))
    expect(page).not.toContain(`value="${without}"`)
    const all = { kind: 'odihr', year: '2026', lang: 'en', reason: 'Yearly submission' }
    const refused = await steps.post(vera, '', { ...all, 'incidents[]': [one, without] })
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain(without)
    const id = await steps.begun({ ...all, 'incidents[]': [one, other] })
    const texts = { description: '=Two men hit a woman.', victims: 'A woman', response: '' }
    const first = await steps.post(vera, `/${id}/draft`, {
      ...texts,
      ...{ n: '0', seen: valueIn(await steps.opened(id), 'seen'), reason: 'Drafting', next: '1' },
    })
    const second = await first.text()
    expect(second).toContain('Incident 2 of 2')
    const last = { ...texts, n: '1', seen: valueIn(second, 'seen'), reason: 'Drafting', next: 'ask' }
    await steps.done(steps.post(vera, `/${id}/draft`, last))
    expect(await steps.opened(id, ivan)).toContain('Confirm and seal the files')
    await steps.done(steps.confirm(id))
    const names = [...(await steps.page(vera, `/packs/${id}`)).matchAll(/files\/(odihr-[^"]+)"/g)].map(
      ([, name]) => name,
    )
    expect(names).toEqual(expect.arrayContaining(['odihr-2026-en.csv', 'odihr-2026-en.pdf']))
    const csv = await (await steps.post(vera, `/${id}/files/odihr-2026-en.csv`)).text()
    expect(csv.trim().split('\r\n')).toHaveLength(3)
    expect(csv).toContain('March 2026')
    expect(csv).not.toContain(one)
    // What a spreadsheet would take for a formula stays a text.
    expect(csv).not.toMatch(/(^|,)"?=/m)
  })
})
