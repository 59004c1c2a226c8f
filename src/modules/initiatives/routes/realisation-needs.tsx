import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { addNeed, changeNeed, dropNeed } from '../actions/keep-need.ts'
import { changeNeedForm, droppedForm, needForm } from '../forms/realisation.ts'
import { KindPage, NeedFormPage } from '../pages/pledge-forms.tsx'
import { canTakePart, canWork } from '../policy/realisation.ts'
import type { RealisationView } from '../queries/realisation.ts'
import { type NeedView, resourcesOf } from '../queries/realisation-money.ts'
import type { ResourceKind } from '../schema/realisation.ts'
import {
  type C,
  type FormOf,
  groupMembers,
  handIn,
  handingIn,
  press,
  pressing,
  realisationOf,
  showForm,
} from './realisation-desk.tsx'
import { kindOf, toPledges, typedKind, written } from './realisation-pledges.tsx'
import { showPledges } from './realisations.tsx'

const needOf = async (c: C, tx: Tx, { id }: RealisationView): Promise<NeedView> => {
  const { needs } = await resourcesOf(tx, id)
  return found(needs.find(need => need.id === idParam(c)))
}

const newNeedPage =
  (c: C, kind: ResourceKind | null): FormOf =>
  async (tx, realisation, shown) => {
    if (kind === null) return <KindPage realisation={realisation} of="needs" />
    const members = await groupMembers(c, tx, realisation)
    return <NeedFormPage {...{ realisation, members, kind }} need={null} {...shown} />
  }

const changeNeedPage =
  (c: C): FormOf =>
  async (tx, realisation, shown) => {
    const need = await needOf(c, tx, realisation)
    const values = { title: need.title, amount: written(need.amount, need.kind) }
    return (
      <NeedFormPage {...{ realisation, need }} members={[]} kind={need.kind} values={values} {...shown} />
    )
  }

async function postNeed(c: C) {
  const kind = await typedKind(c)
  return handIn(c, {
    may: canWork,
    schema: needForm(kind),
    form: newNeedPage(c, kind),
    act: (tx, realisation, { membership, ...given }) =>
      addNeed(tx, {
        realisation: realisation.id,
        by: handingIn(c, realisation, membership),
        facts: { ...given, locale: c.var.locale },
      }),
    ...toPledges,
  })
}

/** What it takes. */
export const realisationNeedRoutes = umbrellaRoutes()
  .get('/realisations/:number/needs/new', allow(canTakePart), c =>
    showForm(c, canWork, newNeedPage(c, kindOf(c))),
  )
  .post('/realisations/:number/needs', allow(canTakePart), postNeed)
  .get('/realisations/:number/needs/:id/form', allow(canTakePart), c =>
    showForm(c, canWork, changeNeedPage(c)),
  )
  .post('/realisations/:number/needs/:id', allow(canTakePart), async c => {
    const { kind } = await c.var.read(async tx => needOf(c, tx, await realisationOf(c, tx)))
    return handIn(c, {
      may: canWork,
      schema: changeNeedForm(kind),
      form: changeNeedPage(c),
      act: (tx, realisation, given) => {
        const place = { realisation: realisation.id, need: idParam(c), by: pressing(c, realisation) }
        return changeNeed(tx, { ...place, facts: { ...given, locale: c.var.locale } })
      },
      ...toPledges,
    })
  })
  .post('/realisations/:number/needs/:id/status', allow(canTakePart), async c => {
    const form = await readForm(c, droppedForm)
    authorize(form.ok)
    const dropped = form.data.dropped === 'yes'
    return press(c, {
      act: (tx, { id, ...realisation }) =>
        dropNeed(tx, { realisation: id, need: idParam(c), by: pressing(c, realisation), dropped }),
      page: showPledges,
      ...toPledges,
    })
  })
