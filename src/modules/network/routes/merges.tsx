import type { Context } from 'hono'
import { signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { answerMerge } from '../actions/answer-merge.ts'
import { mergeAnswerForm } from '../forms/duplicates.ts'
import { MergePage } from '../pages/merge.tsx'
import { canAnswerMerge } from '../policy/records.ts'
import { findMerge } from '../queries/duplicates.ts'

type C = Context<UmbrellaEnv>

async function show(c: C, status: 200 | 409 | 422 = 200, shown: object = {}) {
  const merge = found(await c.var.read(tx => findMerge(tx, idParam(c))))
  return c.var.page(<MergePage merge={merge} {...shown} />, { status })
}

export const mergeRoutes = umbrellaRoutes()
  .get('/merges/:id', signedIn, c => show(c))

  .post('/merges/:id/answer', signedIn, async c => {
    const form = await readForm(c, mergeAnswerForm)
    const outcome = await c.var.write(async tx => {
      const merge = found(await findMerge(tx, idParam(c)))
      authorize(canAnswerMerge(merge))
      return form.ok ? answerMerge(tx, merge, c.var.umbrella.id, form.data) : null
    })
    if (!form.ok || !outcome) {
      return show(c, 422, { values: form.values, problems: form.ok ? [] : form.problems })
    }
    if (!outcome.ok) return show(c, 409, { refusal: outcome, values: form.values })
    return c.var.seeOther(`/merges/${idParam(c)}`, 'network.said.mergeAnswered')
  })
