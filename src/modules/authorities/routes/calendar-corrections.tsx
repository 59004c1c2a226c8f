import { proposeAct } from '#modules/people/index.ts'
import { allow } from '#platform/http/access.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { calendarCorrection } from '../forms/calendar.ts'
import { CalendarCorrectionPage } from '../pages/calendar-correction.tsx'

/** Calendars are corrected by two coordinators, never by one. */
export const calendarCorrectionRoutes = umbrellaRoutes()
  .get('/deadline-rules/corrections/new', allow(isCoordinator), c =>
    c.var.page(<CalendarCorrectionPage values={{ jurisdiction: c.var.umbrella.country ?? 'UA' }} />),
  )

  .post('/deadline-rules/corrections', allow(isCoordinator), async c => {
    const form = await readForm(c, calendarCorrection)
    if (!form.ok) {
      const page = <CalendarCorrectionPage values={form.values} problems={form.problems} />
      return c.var.page(page, { status: 422 })
    }
    const { reason, ...payload } = form.data
    const outcome = await c.var.write(tx =>
      proposeAct(tx, c.var.viewer, {
        ...{ kind: 'authorities.correct_calendar', subject: c.var.umbrella.id, payload, reason },
      }),
    )
    if (!outcome.ok) {
      const page = <CalendarCorrectionPage values={form.values} refusal={outcome} />
      return c.var.page(page, { status: 409 })
    }
    return c.var.seeOther(`/acts/${outcome.id}`, 'authorities.deadline.said.proposed')
  })
