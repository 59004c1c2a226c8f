import { fileResponse, findFile } from '#platform/files/index.ts'
import { open, signedIn } from '#platform/http/access.ts'
import { found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { addRules, withdrawRules } from '../actions/keep-rules.ts'
import { rulesForm } from '../forms/councils.ts'
import { RulesFields } from '../pages/rules.tsx'
import { CouncilForm, type Filled } from '../pages/seats.tsx'
import type { CouncilView } from '../queries/council.ts'
import { rulesFile } from '../queries/mandate-file.ts'
import { type C, councilOf, keepUpload, keptCouncil } from './council-of.ts'

async function showNew(c: C, shown: Filled = {}, status: 200 | 409 | 422 = 200) {
  const council = await c.var.read(tx => keptCouncil(c, tx))
  const { t } = c.var.i18n
  const at = `/councils/${council.slug}`
  return c.var.page(
    <CouncilForm
      council={council}
      title={t(council.rules.length > 0 ? 'councils.rules.addVersion' : 'councils.rules.add')}
      lead={t('councils.rules.lead')}
      confirm={t('councils.rules.save')}
      action={`${at}/rules`}
      back={at}
      files
      {...shown}
      children={<RulesFields />}
    />,
    { status },
  )
}

const versionOf = (c: C, council: CouncilView) => {
  const id = idParam(c)
  return found(council.rules.find(version => version.id === id))
}

export const rulesRoutes = umbrellaRoutes()
  .get('/councils/:slug/rules/new', signedIn, c => showNew(c))

  .post('/councils/:slug/rules', signedIn, async c => {
    const form = await readForm(c, rulesForm)
    if (!form.ok) return showNew(c, form, 422)
    const { slug, outcome } = await c.var.write(async tx => {
      const council = await keptCouncil(c, tx)
      const kept = await keepUpload(c, tx, 'file')
      const facts = kept.ok && { ...form.data, fileId: kept.file }
      return { slug: council.slug, outcome: facts ? await addRules(tx, council, facts) : kept }
    })
    if (!outcome.ok) return showNew(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(`/councils/${slug}`, 'councils.said.rulesAdded')
  })

  .get('/councils/:slug/rules/:id', open, async c => {
    const file = await c.var.read(async tx => {
      const { id } = await councilOf(c, tx)
      return findFile(tx, found(await rulesFile(tx, id, idParam(c))))
    })
    return fileResponse(c.var.read, found(file))
  })

  .get('/councils/:slug/rules/:id/removal', signedIn, async c => {
    const council = await c.var.read(tx => keptCouncil(c, tx))
    const { id, title } = versionOf(c, council)
    const { t } = c.var.i18n
    const at = `/councils/${council.slug}`
    return c.var.page(
      <CouncilForm
        council={council}
        title={`${t('councils.rules.withdraw')}: ${c.var.i18n.text(title).value}`}
        lead={t('councils.rules.withdrawLead')}
        confirm={t('councils.rules.withdraw')}
        action={`${at}/rules/${id}/removal`}
        back={at}
        danger
      />,
    )
  })

  .post('/councils/:slug/rules/:id/removal', signedIn, async c => {
    const slug = await c.var.write(async tx => {
      const council = await keptCouncil(c, tx)
      await withdrawRules(tx, council, versionOf(c, council))
      return council.slug
    })
    return c.var.seeOther(`/councils/${slug}`, 'councils.said.rulesWithdrawn')
  })
