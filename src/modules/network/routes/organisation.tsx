import type { Context } from 'hono'
import type { Tx } from '#platform/database/scope.ts'
import { signedIn } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { proposeProfile } from '../actions/propose-profile.ts'
import { confirmProfile, saveProfile } from '../actions/save-profile.ts'
import { organisationForm, organisationValues } from '../forms/organisation.ts'
import { changedFields } from '../organisation-profile.ts'
import { type Meanwhile, OrganisationProfilePage } from '../pages/organisation-profile.tsx'
import { OrganisationVersionsPage } from '../pages/organisation-versions.tsx'
import { canAlterOrganisation, canWorkOnProfile } from '../policy/organisations.ts'
import { organisationProfile, type ProfileView } from '../queries/organisation-profile.ts'
import { organisationVersions, profileAt } from '../queries/organisation-versions.ts'

type C = Context<UmbrellaEnv>

const viewOf = async (c: C, tx: Tx) => found(await organisationProfile(tx, idParam(c)))

async function ownView(c: C, tx: Tx): Promise<ProfileView> {
  const view = await viewOf(c, tx)
  authorize(canAlterOrganisation(c.var.viewer, view))
  return view
}

async function meanwhileOf(tx: Tx, view: ProfileView, version: number): Promise<Meanwhile> {
  const before = (await profileAt(tx, view.id, version)) ?? {}
  const { identifiers: _, contacts: __, ...comparable } = view.profile
  return { before, fields: changedFields(before, comparable) }
}

const home = ({ id, membership }: ProfileView) =>
  membership ? `/directory/${membership}` : `/organisations/${id}`

export const organisationRoutes = umbrellaRoutes()
  .get('/organisations/:id/profile', signedIn, async c => {
    const view = await c.var.read(tx => viewOf(c, tx))
    authorize(canWorkOnProfile(c.var.viewer, view))
    return c.var.page(
      <OrganisationProfilePage view={view} values={organisationValues(view.profile, view.version)} />,
    )
  })

  .post('/organisations/:id/profile', signedIn, async c => {
    const form = await readForm(c, organisationForm)
    const outcome = await c.var.write(async tx => {
      const view = await viewOf(c, tx)
      authorize(canWorkOnProfile(c.var.viewer, view))
      if (!form.ok) return { view, ok: false as const }
      const { version, profile } = form.data
      const result = view.mayAlter
        ? await saveProfile(tx, view, version, profile)
        : await proposeProfile(tx, view, profile)
      if (result.ok) return { view, ok: true as const }
      const meanwhile = version === view.version ? undefined : await meanwhileOf(tx, view, version)
      return { view, ok: false as const, refusal: result, meanwhile }
    })
    const { view } = outcome
    if (outcome.ok) {
      return c.var.seeOther(
        home(view),
        view.mayAlter ? 'network.said.organisationSaved' : 'network.said.changesProposed',
      )
    }
    const { refusal, meanwhile } = outcome
    const problems = form.ok ? [] : form.problems
    return c.var.page(
      <OrganisationProfilePage
        view={view}
        values={form.values}
        problems={problems}
        refusal={refusal}
        meanwhile={meanwhile}
      />,
      { status: refusal ? 409 : 422 },
    )
  })

  .post('/organisations/:id/confirmation', signedIn, async c => {
    const view = await c.var.write(async tx => {
      const own = await ownView(c, tx)
      await confirmProfile(tx, own)
      return own
    })
    return c.var.seeOther(home(view), 'network.said.organisationConfirmed')
  })

  .get('/organisations/:id/versions', signedIn, async c => {
    const asked = Number(c.req.query('before'))
    const before = Number.isSafeInteger(asked) && asked > 0 && asked < 2 ** 31 ? asked : null
    const { view, history } = await c.var.read(async tx => {
      const own = await ownView(c, tx)
      return { view: own, history: await organisationVersions(tx, own.id, before) }
    })
    return c.var.page(<OrganisationVersionsPage id={view.id} name={view.profile.name} {...history} />)
  })
