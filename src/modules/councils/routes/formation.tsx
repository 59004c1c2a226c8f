import type { Tx } from '#platform/database/scope.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, open, signedIn } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Outcome } from '#platform/refusal.ts'
import {
  abandonFormation,
  callAssembly,
  publishComposition,
  recordElection,
} from '../actions/elect-council.ts'
import { answerApplication, beginFormation, closeCall, publishCall } from '../actions/form-council.ts'
import { answerForm, assemblyForm, beginForm, callForm, electionForm } from '../forms/formation.ts'
import { reasonForm } from '../forms/sessions.ts'
import { seesInside } from '../policy/councils.ts'
import { assemblyFile } from '../queries/mandate-file.ts'
import { instantOf, keptCouncil, requireUpload } from './council-of.ts'
import { back, formationOf, showFormation, showStep, take } from './formation-steps.tsx'

export const formationRoutes = umbrellaRoutes()
  .get('/councils/:slug/formation', open, c => showFormation(c))
  .get('/councils/:slug/formation/new', signedIn, c => showStep(c, 'begin'))
  .post('/councils/:slug/formation/new', signedIn, async c => {
    const form = await readForm(c, beginForm)
    if (!form.ok) return showStep(c, 'begin', form, 422)
    const outcome = await c.var.write(async tx => beginFormation(tx, await keptCouncil(c, tx), form.data))
    return outcome.ok ? back(c) : showFormation(c, outcome)
  })
  .get('/councils/:slug/formation/call', signedIn, c => showStep(c, 'call'))
  .post('/councils/:slug/formation/call', signedIn, async c => {
    const form = await readForm(c, callForm)
    if (!form.ok) return showStep(c, 'call', form, 422)
    const refused = (refusal: Outcome & { ok: false }) =>
      showStep(c, 'call', { values: form.values, refusal }, 409)
    return take(c, (tx, council, id) => publishCall(tx, council, id, form.data), refused)
  })
  .post('/councils/:slug/formation/call-end', signedIn, c => take(c, closeCall))
  .post('/councils/:slug/formation/answer', signedIn, async c => {
    const form = await readForm(c, answerForm)
    if (!form.ok) {
      await c.var.read(tx => keptCouncil(c, tx))
      return showFormation(c, { ok: false, reason: 'councils.formation.refusalMissing' })
    }
    const { application, answer, refusal } = form.data
    return take(c, (tx, _council, id) =>
      answerApplication(tx, id, { application, admitted: answer === 'admitted', refusal }),
    )
  })
  .get('/councils/:slug/formation/assembly', signedIn, c => showStep(c, 'assembly'))
  .post('/councils/:slug/formation/assembly', signedIn, async c => {
    const form = await readForm(c, assemblyForm)
    if (!form.ok) return showStep(c, 'assembly', form, 422)
    const facts = { ...form.data, assemblyAt: instantOf(c, form.data.assemblyAt) }
    const refused = (refusal: Outcome & { ok: false }) =>
      showStep(c, 'assembly', { values: form.values, refusal }, 409)
    return take(c, (tx, council, id) => callAssembly(tx, council, id, facts), refused)
  })
  .get('/councils/:slug/formation/election', signedIn, c => showStep(c, 'election'))
  .post('/councils/:slug/formation/election', signedIn, async c => {
    const form = await readForm(c, electionForm)
    if (!form.ok) return showStep(c, 'election', form, 422)
    const { votes, elected, ...facts } = form.data
    const result = { ...facts, votes: new Map(Object.entries(votes)), elected: new Set(elected) }
    const refused = (refusal: Outcome & { ok: false }) =>
      showStep(c, 'election', { values: form.values, refusal }, 409)
    const deed = async (tx: Tx, council: { id: string; public: boolean }, id: string) => {
      const kept = await requireUpload(c, tx, 'minutes')
      return kept.ok ? recordElection(tx, council, id, { ...result, minutesFileId: kept.file }) : kept
    }
    return take(c, deed, refused)
  })
  .post('/councils/:slug/formation/composition', signedIn, c => take(c, publishComposition))
  .get('/councils/:slug/formation/abandonment', signedIn, c => showStep(c, 'abandonment'))
  .post('/councils/:slug/formation/abandonment', signedIn, async c => {
    const form = await readForm(c, reasonForm)
    if (!form.ok) return showStep(c, 'abandonment', form, 422)
    return take(c, (tx, council, id) => abandonFormation(tx, council, id, form.data.reason))
  })
  .get('/councils/:slug/formation/minutes', allow(seesInside), async c => {
    const file = await c.var.read(async tx =>
      findFile(tx, found(await assemblyFile(tx, (await formationOf(c, tx)).id))),
    )
    return fileResponse(c.var.read, found(file))
  })
