import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { acceptOffer, dropOffer, offerCoding, setOwnLimit } from '../actions/welfare.ts'
import { limitForm, offerForm } from '../forms/welfare.ts'
import { WelfarePage } from '../pages/welfare.tsx'
import { vocabularyOf } from '../queries/vocabulary.ts'
import { ownWelfare } from '../queries/welfare.ts'
import type { C } from './incident-of.ts'
import { monitors } from './monitors.ts'

type Told = Pick<Parameters<typeof WelfarePage>[0], 'values' | 'problems' | 'refusal'>

async function show(c: C, told: Told = {}, status: 200 | 409 | 422 = 200) {
  const read = await c.var.read(async tx => ({
    welfare: await ownWelfare(tx, c.var.i18n.dayOf(Temporal.Now.instant())),
    vocabulary: await vocabularyOf(tx, ['severity']),
  }))
  return c.var.page(<WelfarePage {...read} {...told} />, { status })
}

/** For each monitor about themselves: nobody else sees these pages, and there is no address that names a person. */
export const welfareRoutes = umbrellaRoutes()
  .get('/monitor-welfare', monitors, c => show(c))

  .post('/monitor-welfare/limit', monitors, async c => {
    const form = await readForm(c, limitForm)
    if (!form.ok) return show(c, form, 422)
    await c.var.write(tx => setOwnLimit(tx, form.data.perWeek))
    return c.var.seeOther('/monitor-welfare', 'monitoring.said.welfareLimit')
  })

  .post('/monitor-welfare/offers', monitors, async c => {
    const form = await readForm(c, offerForm)
    if (!form.ok) {
      const refusal = { ok: false, reason: 'monitoring.welfare.refusal.noMonitor' } as const
      return show(c, { refusal }, 422)
    }
    const outcome = await c.var.write(tx => offerCoding(tx, form.data.coding, form.data.to))
    if (!outcome.ok) return show(c, { refusal: outcome }, 409)
    return c.var.seeOther('/monitor-welfare', 'monitoring.said.welfareOffered')
  })

  .post('/monitor-welfare/offers/:id/end', monitors, async c => {
    const outcome = await c.var.write(tx => dropOffer(tx, idParam(c)))
    if (!outcome.ok) return show(c, { refusal: outcome }, 409)
    return c.var.seeOther('/monitor-welfare', 'monitoring.said.welfareEnded')
  })

  .post('/monitor-welfare/offers/:id/acceptance', monitors, async c => {
    const outcome = await c.var.write(tx => acceptOffer(tx, idParam(c)))
    if (!outcome.ok) return show(c, { refusal: outcome }, 409)
    return c.var.seeOther('/monitor-welfare', 'monitoring.said.welfareAccepted')
  })
