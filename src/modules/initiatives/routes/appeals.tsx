import { namesOf } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { allow, published } from '#platform/http/access.ts'
import { authorize, found, NotFound } from '#platform/http/errors.ts'
import { type FormResult, readForm } from '#platform/http/form.ts'
import { numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isAmongMembers } from '#platform/http/viewer.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import type { Outcome } from '#platform/refusal.ts'
import { raiseAppeal, signAppeal, takeBackSignature } from '../actions/appeal.ts'
import { appealForm, signatureForm } from '../forms/appeals.ts'
import { AppealFormPage, AppealPage } from '../pages/appeal.tsx'
import {
  actsWithVote,
  appealingCapacities,
  signedCapacities,
  signingCapacities,
  votingCapacities,
} from '../policy/procedures.ts'
import { type AppealView, findAppeal, findAppealable } from '../queries/appeals.ts'
import { actsFor, type C } from './initiative-of.ts'

type Shown = Pick<Parameters<typeof AppealPage>[0], 'refusal'>
type FormShown = Pick<Parameters<typeof AppealFormPage>[0], 'values' | 'problems' | 'refusal'>

const voters = (c: C) => votingCapacities(c.var.viewer).map(({ membership }) => membership)

const statusOf = ({ refusal, problems }: FormShown) => (refusal ? 409 : problems ? 422 : 200)

/** A decision that one could appeal against: sealed, and of a personal matter only for members. Otherwise 404. */
async function appealable(c: C, tx: Tx) {
  const decision = found(await findAppealable(tx, numberParam(c), voters(c)))
  if (decision.until === null || (decision.secret && !isAmongMembers(c.var.viewer))) throw new NotFound()
  return decision
}

async function visibleAppeal(c: C, tx: Tx): Promise<AppealView> {
  const appeal = found(await findAppeal(tx, numberParam(c)))
  if (appeal.secret && !isAmongMembers(c.var.viewer)) throw new NotFound()
  return appeal
}

async function show(c: C, shown: Shown = {}) {
  const { viewer } = c.var
  const view = await c.var.read(async tx => {
    const appeal = await visibleAppeal(c, tx)
    const { electors } = found(await findAppealable(tx, appeal.decision, voters(c)))
    const ids = (capacities: { membership: string }[]) => capacities.map(({ membership }) => membership)
    const signing = await namesOf(tx, ids(signingCapacities(viewer, appeal, electors)))
    return { appeal, signing, signed: await namesOf(tx, ids(signedCapacities(viewer, appeal))) }
  })
  return c.var.page(<AppealPage {...view} {...shown} />, { status: statusOf(shown) })
}

async function showForm(c: C, shown: FormShown = {}) {
  const { decision, members } = await c.var.read(async tx => {
    const found = await appealable(c, tx)
    return { decision: found, members: await namesOf(tx, found.electors) }
  })
  return c.var.page(<AppealFormPage decision={decision} members={members} {...shown} />, {
    status: statusOf(shown),
  })
}

type Signature = { appeal: string; membership: string }

// A signature of one's own member; whether it is in time and had a vote, the action says.
async function signature(
  c: C,
  form: FormResult<{ membership: string }>,
  said: MessageKey,
  act: (tx: Tx, given: Signature) => Promise<Outcome>,
) {
  const outcome = await c.var.write(async tx => {
    const { id } = await visibleAppeal(c, tx)
    return form.ok ? act(tx, { appeal: id, membership: actsFor(c.var.viewer, form.data.membership) }) : null
  })
  if (!outcome) return show(c, { refusal: { reason: 'platform.form.invalid' } })
  return outcome.ok ? c.var.seeOther(`/appeals/${numberParam(c)}`, said) : show(c, { refusal: outcome })
}

/** Appeals on procedure against sealed decisions. */
export const appealRoutes = umbrellaRoutes()
  .get('/decisions/:number/appeals/new', allow(actsWithVote), async c => {
    const decision = await c.var.read(tx => appealable(c, tx))
    authorize(appealingCapacities(c.var.viewer, decision).length > 0)
    return showForm(c)
  })

  .post('/decisions/:number/appeals', allow(actsWithVote), async c => {
    const form = await readForm(c, appealForm)
    if (!form.ok) return showForm(c, { values: form.values, problems: form.problems })
    const outcome = await c.var.write(async tx => {
      const { id } = await appealable(c, tx)
      const membership = actsFor(c.var.viewer, form.data.membership)
      const { grounds } = form.data
      return raiseAppeal(tx, { decision: id, membership, grounds, locale: c.var.locale })
    })
    if (!outcome.ok) return showForm(c, { values: form.values, refusal: outcome })
    return c.var.seeOther(`/appeals/${outcome.number}`, 'initiatives.said.appealRaised')
  })

  .get('/appeals/:number', published, c => show(c))

  .post('/appeals/:number/signatures', allow(actsWithVote), async c =>
    signature(c, await readForm(c, signatureForm), 'initiatives.said.appealSigned', signAppeal),
  )

  .post('/appeals/:number/signatures/withdrawal', allow(actsWithVote), async c =>
    signature(c, await readForm(c, signatureForm), 'initiatives.said.signatureTakenBack', takeBackSignature),
  )
