import type { Child } from 'hono/jsx'
import type { Tx } from '#platform/database/scope.ts'
import { found } from '#platform/http/errors.ts'
import type { Outcome } from '#platform/refusal.ts'
import { FormationPage } from '../pages/formation.tsx'
import { AssemblyFields, BeginFields, CallFields, ElectionFields } from '../pages/formation-forms.tsx'
import { CouncilForm, type Filled } from '../pages/seats.tsx'
import { ReasonField } from '../pages/session-forms.tsx'
import { seesInside } from '../policy/councils.ts'
import { choices } from '../queries/choices.ts'
import { type FormationView, findFormation } from '../queries/formation.ts'
import { type C, councilOf, keptCouncil } from './council-of.ts'

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

export async function showStep(c: C, step: Step, shown: Filled = {}, status: 200 | 409 | 422 = 200) {
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

export const back = (c: C) =>
  c.var.seeOther(`/councils/${c.req.param('slug')}/formation`, 'councils.said.formed')

/** Does one step for who keeps the council; what the rules refuse is told on the form, or on the page of the way. */
export async function take(
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
