import { allow, signedIn } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import type { Module } from '#platform/http/module.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { hasHome } from '#platform/http/viewer.ts'
import { confirmOwnProfile, saveOwnProfile } from '../actions/save-own-profile.ts'
import { profileForm } from '../forms/application.ts'
import { HomePage } from '../pages/home.tsx'
import { NotYetPage } from '../pages/not-yet.tsx'
import { OwnProfilePage } from '../pages/own-profile.tsx'
import { actsAsIndividual } from '../policy/memberships.ts'
import { homeParts, readHome } from '../queries/home.ts'
import { mandatesAhead } from '../queries/mandates-ahead.ts'
import { ownProfile, profileValues } from '../queries/own-profile.ts'

/** What waits for the people inside and for those with a role, and the profile that individuals keep themselves. */
export const homeRoutes = (modules: () => readonly Module[]) =>
  umbrellaRoutes()
    .get('/home', signedIn, async c => {
      if (!hasHome(c.var.viewer)) {
        const mandates = await c.var.read(mandatesAhead)
        authorize(mandates.length > 0)
        return c.var.page(<NotYetPage mandates={mandates} />)
      }
      const parts = [...homeParts, ...modules().flatMap(({ home }) => home ?? [])]
      const home = await c.var.readOnce(tx => readHome(tx, c.var.viewer, parts))
      return c.var.page(<HomePage viewer={c.var.viewer} {...home} />)
    })

    .get('/own-profile', allow(actsAsIndividual), async c => {
      const profile = found(await c.var.read(ownProfile))
      return c.var.page(<OwnProfilePage profile={profile} values={profileValues(profile)} />)
    })

    .post('/own-profile', allow(actsAsIndividual), async c => {
      const form = await readForm(c, profileForm)
      const profile = await c.var.write(async tx => {
        const own = found(await ownProfile(tx))
        if (form.ok) await saveOwnProfile(tx, own.membershipId, form.data)
        return own
      })
      if (form.ok) return c.var.seeOther('/own-profile', 'network.said.profileSaved')
      return c.var.page(<OwnProfilePage profile={profile} values={form.values} problems={form.problems} />, {
        status: 422,
      })
    })

    .post('/own-profile/confirmation', allow(actsAsIndividual), async c => {
      await c.var.write(async tx => confirmOwnProfile(tx, found(await ownProfile(tx)).membershipId))
      return c.var.seeOther('/own-profile', 'network.said.profileConfirmed')
    })
