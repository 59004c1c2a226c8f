import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { askForRelease, plannedUntil } from '../actions/ask-for-release.ts'
import { enterOfficialFigure, enterPopulation } from '../actions/enter-comparison.ts'
import { closeRequest, publishRelease } from '../actions/publish-release.ts'
import { digestOf } from '../disclosure/digest.ts'
import { dueOn, nextUntil } from '../disclosure/due.ts'
import { previewOf } from '../disclosure/preview.ts'
import { officialForm, populationForm, releaseForm } from '../forms/statistics.ts'
import { ComparisonsPage } from '../pages/comparisons.tsx'
import { ReleaseRequestPage, type ReleaseRequestProps } from '../pages/release-request.tsx'
import { CurrentStatisticsPage } from '../pages/statistics-current.tsx'
import { canConfirmRelease } from '../policy/statistics.ts'
import { listReleases, openRequest } from '../queries/releases.ts'
import { comparisons } from '../queries/statistics.ts'
import { currentTallies } from '../queries/tallies.ts'
import { wordsOf } from '../queries/words.ts'
import { releaseMonthsOf } from '../rules.ts'
import { monitors } from './monitors.ts'
import type { C } from './statistics.tsx'

// The database counts the thirty days by this clock too.
const today = () => Temporal.Now.plainDateISO('UTC')

type Told = Pick<ReleaseRequestProps, 'values' | 'problems' | 'refusal'>

async function showRequest(c: C, told: Told = {}, status: 200 | 409 | 422 = 200) {
  const page = await c.var.read(async tx => {
    const request = await openRequest(tx)
    const until = request?.recordedUntil ?? nextUntil(today())
    const plan = await plannedUntil(tx, until)
    const [last] = await listReleases(tx)
    const rule = await releaseMonthsOf(tx)
    return {
      until,
      preview: previewOf(plan),
      counted: plan.counted,
      due: dueOn(last?.recordedUntil ?? null, rule.value, today()),
      request: request && {
        ...request,
        confirmable: canConfirmRelease(c.var.viewer, request),
        unchanged: digestOf(plan.cells).equals(request.digest),
      },
    }
  })
  return c.var.page(<ReleaseRequestPage {...page} {...told} />, { status })
}

type Typed = Omit<Parameters<typeof ComparisonsPage>[0], 'official' | 'populations' | 'country'>

async function showComparisons(c: C, typed: Typed = {}, status: 200 | 422 = 200) {
  const known = await c.var.read(comparisons)
  return c.var.page(<ComparisonsPage {...known} {...typed} country={c.var.umbrella.country} />, { status })
}

const me = (c: C) => found(c.var.viewer.account)

/** Statistics for those who count: numbers of today, the way out of them, and what they are compared with. */
export const insideStatisticsRoutes = umbrellaRoutes()
  .get('/statistics/current', monitors, async c => {
    const read = await c.var.read(async tx => ({
      tallies: await currentTallies(tx, today()),
      words: await wordsOf(tx),
      waiting: (await openRequest(tx)) !== null,
    }))
    return c.var.page(<CurrentStatisticsPage {...read} today={today()} />)
  })

  .get('/statistics/release', monitors, c => showRequest(c))

  .post('/statistics/release', monitors, async c => {
    const form = await readForm(c, releaseForm)
    if (!form.ok) return showRequest(c, form, 422)
    const { note } = form.data
    const outcome = await c.var.write(tx => askForRelease(tx, { asker: me(c), note }, today()))
    if (!outcome.ok) return showRequest(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther('/statistics/release', 'monitoring.said.releaseAsked')
  })

  .post('/statistics/release/:id/publication', monitors, async c => {
    const id = idParam(c)
    const outcome = await c.var.write(async tx => {
      const request = await openRequest(tx)
      if (request?.id === id) authorize(canConfirmRelease(c.var.viewer, request))
      return publishRelease(tx, id)
    })
    if (!outcome.ok) return showRequest(c, { refusal: outcome }, 409)
    return c.var.seeOther(`/statistics/${outcome.number}`, 'monitoring.said.releasePublished')
  })

  .post('/statistics/release/:id/closing', monitors, async c => {
    const outcome = await c.var.write(tx => closeRequest(tx, idParam(c)))
    if (!outcome.ok) return showRequest(c, { refusal: outcome }, 409)
    return c.var.seeOther('/statistics/release', 'monitoring.said.releaseClosed')
  })

  .get('/statistics/comparisons', monitors, c => showComparisons(c))

  .post('/statistics/official-figures', monitors, async c => {
    const form = await readForm(c, officialForm)
    if (!form.ok) return showComparisons(c, { figure: form }, 422)
    await c.var.write(tx => enterOfficialFigure(tx, me(c), form.data))
    return c.var.seeOther('/statistics/comparisons', 'monitoring.said.officialEntered')
  })

  .post('/statistics/populations', monitors, async c => {
    const form = await readForm(c, populationForm)
    if (!form.ok) return showComparisons(c, { population: form }, 422)
    await c.var.write(tx => enterPopulation(tx, me(c), form.data))
    return c.var.seeOther('/statistics/comparisons', 'monitoring.said.populationEntered')
  })
