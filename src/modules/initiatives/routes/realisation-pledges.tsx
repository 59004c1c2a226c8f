import { namesOf } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { idParam, idQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { capacityFor } from '#platform/http/viewer.ts'
import { refuse } from '#platform/refusal.ts'
import { changePledge, makePledge } from '../actions/make-pledge.ts'
import { changePledgeForm, pledgeForm } from '../forms/realisation.ts'
import { KindPage, PledgeFormPage } from '../pages/pledge-forms.tsx'
import { canPledge, canTakePart } from '../policy/realisation.ts'
import type { RealisationView } from '../queries/realisation.ts'
import { type PledgeView, resourcesOf } from '../queries/realisation-money.ts'
import { type ResourceKind, resourceKinds } from '../schema/realisation.ts'
import { type C, type FormOf, handIn, realisationOf, showForm } from './realisation-desk.tsx'

/** The kind that a new need or pledge is of, as the address says. */
export const kindOf = (c: C): ResourceKind | null =>
  resourceKinds.find(one => one === c.req.query('kind')) ?? null

export const typedKind = async (c: C): Promise<ResourceKind> => {
  const { kind } = await c.req.parseBody({ all: true })
  return resourceKinds.find(one => one === kind) ?? 'people'
}

export const toPledges = { to: '/pledges', said: 'initiatives.said.pledgesChanged' } as const

/** The pledge of the address. */
export const pledgeOf = async (c: C, tx: Tx, { id }: RealisationView): Promise<PledgeView> => {
  const { pledges } = await resourcesOf(tx, id)
  return found(pledges.find(pledge => pledge.id === idParam(c)))
}

const newPledgePage =
  (c: C, kind: ResourceKind | null, asked: string | null): FormOf =>
  async (tx, realisation, shown) => {
    const { needs } = await resourcesOf(tx, realisation.id)
    const need = needs.find(({ id, dropped }) => id === asked && !dropped) ?? null
    const of = need?.kind ?? kind
    if (of === null) return <KindPage realisation={realisation} of="pledges" />
    const members = await namesOf(
      tx,
      c.var.viewer.capacities.map(({ membership }) => membership),
    )
    return <PledgeFormPage {...{ realisation, members, need }} kind={of} pledge={null} {...shown} />
  }

/** Hundredths as people write them. */
export const written = (amount: number, kind: ResourceKind) =>
  kind === 'money' ? (amount / 100).toFixed(2) : String(amount)

const changePledgePage =
  (c: C): FormOf =>
  async (tx, realisation, shown) => {
    const pledge = await pledgeOf(c, tx, realisation)
    authorize(capacityFor(c.var.viewer, pledge.membershipId) !== undefined)
    const { kind, what, amount } = pledge
    const values = { what, amount: written(amount, kind) }
    const props = { realisation, members: [], need: null, kind, pledge }
    return <PledgeFormPage {...props} values={values} {...shown} />
  }

/** What an amount means depends on the pledge, which is read before the form. */
export const storedKind = (c: C) =>
  c.var.read(async tx => (await pledgeOf(c, tx, await realisationOf(c, tx))).kind)

async function postPledge(c: C) {
  const kind = await typedKind(c)
  const { need } = await c.req.parseBody({ all: true })
  return handIn(c, {
    may: canPledge,
    schema: pledgeForm(kind),
    form: newPledgePage(c, kind, typeof need === 'string' ? need : null),
    act: async (tx, { id }, { membership, ...given }) => {
      authorize(capacityFor(c.var.viewer, membership) !== undefined)
      const answered = (await resourcesOf(tx, id)).needs.find(one => one.id === given.need)
      if (given.need !== null && (answered?.kind !== given.kind || answered.currency !== given.currency))
        return refuse('initiatives.need.other')
      const facts = { ...given, locale: c.var.locale }
      return makePledge(tx, { realisation: id, membership, facts })
    },
    ...toPledges,
  })
}

/** What members and partners promise. */
export const realisationPledgeRoutes = umbrellaRoutes()
  .get('/realisations/:number/pledges/new', allow(canTakePart), c =>
    showForm(c, canPledge, newPledgePage(c, kindOf(c), idQuery(c, 'need'))),
  )
  .post('/realisations/:number/pledges', allow(canTakePart), postPledge)
  .get('/realisations/:number/pledges/:id/form', allow(canTakePart), c =>
    showForm(c, canTakePart, changePledgePage(c)),
  )
  .post('/realisations/:number/pledges/:id', allow(canTakePart), async c =>
    handIn(c, {
      may: canTakePart,
      schema: changePledgeForm(await storedKind(c)),
      form: changePledgePage(c),
      act: async (tx, realisation, facts) => {
        const { id, membershipId } = await pledgeOf(c, tx, realisation)
        authorize(capacityFor(c.var.viewer, membershipId) !== undefined)
        const place = { realisation: realisation.id, pledge: id, by: membershipId }
        return changePledge(tx, { ...place, facts: { ...facts, locale: c.var.locale } })
      },
      ...toPledges,
    }),
  )
