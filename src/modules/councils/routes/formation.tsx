import type { Child } from 'hono/jsx'
import type { Tx } from '#platform/database/scope.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, open, signedIn } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Outcome } from '#platform/refusal.ts'
import {
  abandonFormation,
  answerApplication,
  beginFormation,
  callAssembly,
  closeCall,
  publishCall,
  publishComposition,
  recordElection,
} from '../actions/form-council.ts'
import { answerForm, assemblyForm, beginForm, callForm, electionForm } from '../forms/formation.ts'
import { reasonForm } from '../forms/sessions.ts'
import { FormationPage } from '../pages/formation.tsx'
import { AssemblyFields, BeginFields, CallFields, ElectionFields } from '../pages/formation-forms.tsx'
import { CouncilForm, type Filled } from '../pages/seats.tsx'
import { ReasonField } from '../pages/session-forms.tsx'
import { seesInside } from '../policy/councils.ts'
import { choices } from '../queries/choices.ts'
import { type FormationView, findFormation } from '../queries/formation.ts'
import { assemblyFile } from '../queries/mandate-file.ts'
import { type C, councilOf, instantOf, keptCouncil, requireUpload } from './council-of.ts'

export async function formationOf(c: C, tx: Tx): Promise<FormationView> {
  return found(await findFormation(tx, c.req.param('slug') ?? '', seesInside(c.var.viewer)))
}

export async function showFormation(c: C, outcome?: Outcome & { ok: false }) {
  const page = await c.var.read(async tx => ({
    council: await councilOf(c, tx),
    formation: await findFormation(tx, c.req.param('slug') ?? '', seesInside(c.var.viewer)),
  }))
  return c.var.page(<FormationPage {...page} viewer={c.var.viewer} refusal={outcome} />, {
    status: outcome ? 409 : 200,
  })
}

type Step = 'begin' | 'call' | 'assembly' | 'election' | 'abandonment'

const words = {
  begin: ['councils.formation.begin', 'councils.formation.beginLead', 'new'],
  call: ['councils.formation.publishCall', 'councils.formation.callLead', 'call'],
  assembly: ['councils.formation.callAssembly', 'councils.formation.assemblyLead', 'assembly'],
  election: ['councils.formation.recordElection', 'councils.formation.electionLead', 'election'],
  abandonment: ['councils.formation.abandon', 'councils.formation.abandonLead', 'abandonment'],
} as const

async function showStep(c: C, step: Step, shown: Filled = {}, status: 200 | 409 | 422 = 200) {
  const { council, formation, offered } = await c.var.read(async tx => ({
    council: await keptCouncil(c, tx),
    formation: step === 'begin' ? null : await formationOf(c, tx),
    offered: step === 'begin' ? await choices(tx) : null,
  }))
  const fields: Record<Step, () => Child> = {
    begin: () => <BeginFields choices={offered!} />,
    call: () => <CallFields />,
    assembly: () => <AssemblyFields />,
    election: () => <ElectionFields formation={formation!} />,
    abandonment: () => <ReasonField />,
  }
  const [title, lead, path] = words[step]
  const at = `/councils/${council.slug}/formation`
  const { t } = c.var.i18n
  const page = {
    title: t(title),
    lead: t(lead),
    confirm: t(title),
    action: `${at}/${path}`,
    back: at,
    files: step === 'election',
  }
  return c.var.page(<CouncilForm council={council} {...page} {...shown} children={fields[step]()} />, {
    status,
  })
}

const back = (c: C) => c.var.seeOther(`/councils/${c.req.param('slug')}/formation`, 'councils.said.formed')

/** Does one step for who keeps the council; what the rules refuse is told on the form, or on the page of the way. */
async function take(
  c: C,
  deed: (tx: Tx, council: { id: string; public: boolean }, formation: string) => Promise<Outcome>,
  refused: (outcome: Outcome & { ok: false }) => Promise<Response> = outcome => showFormation(c, outcome),
) {
  const outcome = await c.var.write(async tx => {
    const council = await keptCouncil(c, tx)
    return deed(tx, council, (await formationOf(c, tx)).id)
  })
  return outcome.ok ? back(c) : refused(outcome)
}

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
    if (!form.ok) return showFormation(c, { ok: false, reason: 'councils.formation.refusalMissing' })
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
