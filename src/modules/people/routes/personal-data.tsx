import { signedIn } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import type { Module } from '#platform/http/module.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { signOut } from '../accounts/sign-in.ts'
import { erasureForm } from '../forms/account.ts'
import { ErasurePage, PersonalDataPage } from '../pages/personal-data.tsx'
import { erasePerson, exportPerson, farewells, isBlocked } from '../personal-data.ts'
import { freshSession, passSession } from './session-answer.ts'

const erasure = '/account/erasure'

/** A person's own data: taking it along, and being forgotten. `modules` know what they hold. */
export const personalDataRoutes = (modules: () => Module[]) =>
  installationRoutes()
    .get('/account/data', signedIn, c => c.var.page(<PersonalDataPage />))
    .get('/account/data/parasol.json', signedIn, async c => {
      const session = await freshSession(c, '/account/data')
      if (session instanceof Response) return session
      const data = await exportPerson(c.var.platform, session.account, modules())
      c.header('Content-Disposition', 'attachment; filename="parasol.json"')
      c.header('Content-Type', 'application/json; charset=utf-8')
      return c.body(`${JSON.stringify(data, null, 2)}\n`)
    })
    .get(erasure, signedIn, async c => {
      const session = await freshSession(c, erasure)
      if (session instanceof Response) return session
      const told = await farewells(c.var.platform, session.account, modules())
      return c.var.page(<ErasurePage farewells={told} />)
    })
    .post(erasure, signedIn, async c => {
      const session = await freshSession(c, erasure)
      if (session instanceof Response) return session
      const { platform } = c.var
      const form = await readForm(c, erasureForm)
      const told = await farewells(platform, session.account, modules())
      if (isBlocked(told)) return c.var.page(<ErasurePage farewells={told} />, { status: 409 })
      if (!form.ok)
        return c.var.page(<ErasurePage farewells={told} problems={form.problems} />, { status: 422 })
      await erasePerson(platform, found(session.account), modules())
      passSession(c, await signOut(platform, c.req.raw.headers))
      return c.var.seeOther('/', 'people.said.erased')
    })
