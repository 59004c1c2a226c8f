import { signedIn } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { installationRoutes } from '#platform/http/routes.ts'
import { copyName } from '../accounts/sign-in.ts'
import { saveOwnChoices } from '../actions/save-own-choices.ts'
import { accountForm } from '../forms/account.ts'
import { AccountPage } from '../pages/account.tsx'
import { ownPerson } from '../queries/own-person.ts'
import { ownUmbrellas } from '../queries/own-umbrellas.ts'

export const accountRoutes = installationRoutes()
  .get('/account', signedIn, async c => {
    const { person, umbrellas } = await c.var.read(async tx => ({
      person: found(await ownPerson(tx)),
      umbrellas: await ownUmbrellas(tx),
    }))
    const { name, locale, digest } = person
    return c.var.page(<AccountPage values={{ name, locale, digest }} umbrellas={umbrellas} />)
  })
  .post('/account', signedIn, async c => {
    const form = await readForm(c, accountForm)
    if (!form.ok) {
      const umbrellas = await c.var.read(ownUmbrellas)
      const page = <AccountPage values={form.values} umbrellas={umbrellas} problems={form.problems} />
      return c.var.page(page, { status: 422 })
    }
    await c.var.write(tx => saveOwnChoices(tx, form.data))
    await copyName(c.var.platform, found(c.var.viewer.account), form.data.name)
    return c.var.seeOther('/account', 'people.said.saved')
  })
