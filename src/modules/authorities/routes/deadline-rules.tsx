import type { Context } from 'hono'
import { pdfResponse } from '#platform/documents/index.ts'
import { allow, open, published } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { NotFound } from '#platform/http/errors.ts'
import type { Problem } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { computeDeadline, type From } from '../deadlines/compute.ts'
import { readFrom } from '../deadlines/read-from.ts'
import type { Rule } from '../deadlines/rules/rule.ts'
import { findRule } from '../deadlines/rules/shipped.ts'
import type { Calculation } from '../pages/deadline-calculator.tsx'
import { DeadlineRulesPage } from '../pages/deadline-rules.tsx'
import { deadlinePaper } from '../papers/deadline.ts'
import { hasDates } from '../policy/steps.ts'
import { calendarNow, calendarVersionsKnown } from '../queries/calendars.ts'

type C = Context<UmbrellaEnv>
type Read = { rule: Rule | undefined; from: From | null; extended: boolean }

const asked = (c: C): Read => {
  const rule = findRule(c.req.query('rule') ?? '')
  const from = readFrom((c.req.query('from') ?? '').trim(), rule ?? { jurisdiction: 'UA' })
  return { rule, from, extended: c.req.query('extended') !== undefined }
}

function problemsOf(c: C, { rule, from }: Read): Problem[] {
  const missing = (field: string) => !c.req.query(field)
  return [
    ...(rule ? [] : [{ field: 'rule', message: 'platform.form.missing' } as const]),
    ...(!from && missing('from') ? [{ field: 'from', message: 'platform.form.missing' } as const] : []),
    ...(!from && !missing('from')
      ? [{ field: 'from', message: 'authorities.deadline.badDay' } as const]
      : []),
  ]
}

async function show(c: C, calculation?: Calculation) {
  const calendars = await c.var.readOnce(calendarVersionsKnown)
  const { viewer } = c.var
  const rights = { mayCorrect: isCoordinator(viewer), signedIn: hasDates(viewer) }
  const status = calculation && calculation.problems.length > 0 ? 422 : 200
  const page = <DeadlineRulesPage calendars={calendars} {...rights} calculation={calculation} />
  return c.var.page(page, { status })
}

async function compute(c: C, rule: Rule, from: From, extended: boolean) {
  const calendar = await c.var.read(tx => calendarNow(tx, rule.jurisdiction))
  return computeDeadline(rule, from, calendar, { extended })
}

/** Which periods the law gives, and a calculator; its proof as PDF is for people with an account: setting it costs work. */
export const deadlineRuleRoutes = umbrellaRoutes()
  .get('/deadline-rules', published, c => show(c))

  .get('/deadline-rules/calculation', open, async c => {
    const read = asked(c)
    const { rule, from, extended } = read
    const values = { ...c.req.query(), extended: extended ? 'yes' : undefined }
    const deadline = rule && from ? await compute(c, rule, from, extended) : null
    return show(c, {
      ...{ values, problems: problemsOf(c, read) },
      asked: rule && deadline ? { rule, deadline } : null,
    })
  })

  .get('/deadline-rules/calculation.pdf', allow(hasDates), async c => {
    const { rule, from, extended } = asked(c)
    if (!rule || !from) throw new NotFound()
    const deadline = await compute(c, rule, from, extended)
    if (!deadline.ok) throw new NotFound()
    const paper = deadlinePaper({ rule, ...deadline }, c.var.i18n, c.var.umbrella)
    return pdfResponse(paper, `${c.var.umbrella.slug}-${paper.name}`)
  })
