import type { Tx } from '#platform/database/scope.ts'
import { signedIn } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import type { Module } from '#platform/http/module.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { copyName } from '../accounts/sign-in.ts'
import { saveOwnChoices } from '../actions/save-own-choices.ts'
import { accountForm } from '../forms/account.ts'
import { AccountPage, type OwnPage } from '../pages/account.tsx'
import { ownPerson } from '../queries/own-person.ts'
import { ownUmbrellas } from '../queries/own-umbrellas.ts'

// One after the other: they share one connection.
async function surroundings(tx: Tx, modules: readonly Module[]) {
  const pages: OwnPage[] = []
  for (const { ownPages } of modules) pages.push(...((await ownPages?.(tx)) ?? []))
  return { umbrellas: await ownUmbrellas(tx), pages }
}

/** A person's own account. `modules`: whose own pages it leads to. */
export const accountRoutes = (modules: () => readonly Module[]) =>
  installationRoutes()
    .get('/account', signedIn, async c => {
      const { person, ...around } = await c.var.read(async tx => ({
        person: found(await ownPerson(tx)),
        ...(await surroundings(tx, modules())),
      }))
      const { name, locale, digest } = person
      return c.var.page(<AccountPage values={{ name, locale, digest }} {...around} />)
    })
    .post('/account', signedIn, async c => {
      const form = await readForm(c, accountForm)
      if (!form.ok) {
        const around = await c.var.read(tx => surroundings(tx, modules()))
        const page = <AccountPage values={form.values} {...around} problems={form.problems} />
        return c.var.page(page, { status: 422 })
      }
      await c.var.write(tx => saveOwnChoices(tx, form.data))
      await copyName(c.var.platform, found(c.var.viewer.account), form.data.name)
      return c.var.seeOther('/account', 'people.said.saved')
    })
