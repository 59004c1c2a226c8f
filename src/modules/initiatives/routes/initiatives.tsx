import { fieldsOfWork } from '#modules/network/index.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow, published } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam, idQuery, numberParam, numberQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { askMembers } from '../actions/ask-members.ts'
import { reviseInitiative } from '../actions/revise-initiative.ts'
import { changeForm } from '../forms/initiative.ts'
import { inLanguage } from '../initiative-text.ts'
import { InitiativesPage } from '../pages/initiatives.tsx'
import { TextFormPage } from '../pages/text-form.tsx'
import { VersionsPage } from '../pages/versions.tsx'
import { canInitiate, canOpenDecision, canRevise } from '../policy/initiatives.ts'
import { attachedFile } from '../queries/initiative.ts'
import { type InitiativeFilter, listInitiatives } from '../queries/initiative-list.ts'
import { listVersions, versionTexts } from '../queries/versions.ts'
import { initiativeStatuses } from '../schema/initiatives.ts'
import { type C, initiativeOf, languageQuery } from './initiative-of.ts'
import { showInitiative } from './initiative-page.tsx'

function filterOf(c: C): InitiativeFilter {
  const status = initiativeStatuses.find(one => one !== 'draft' && one === c.req.query('status'))
  const topic = c.req.query('topic')
  return {
    status: status && status !== 'draft' ? status : null,
    topic: fieldsOfWork.has(topic) ? topic : null,
    who: idQuery(c, 'who'),
    before: numberQuery(c, 'before'),
  }
}

async function compared(c: C) {
  return c.var.read(async tx => {
    const initiative = await initiativeOf(c, tx)
    const versions = await listVersions(tx, initiative.id)
    const to = numberQuery(c, 'to') ?? initiative.version
    const from = numberQuery(c, 'from') ?? Math.max(1, to - 1)
    const texts = await versionTexts(tx, initiative.id, [from, to])
    const before = texts.get(from)
    const after = texts.get(to)
    const locale = languageQuery(c) ?? initiative.authoritative
    return {
      initiative,
      versions,
      compared: before && after && versions.length > 1 ? { from, to, locale, before, after } : null,
    }
  })
}

export const initiativeRoutes = umbrellaRoutes()
  .get('/initiatives', published, async c => {
    const filter = filterOf(c)
    const list = await c.var.read(tx => listInitiatives(tx, filter))
    return c.var.page(<InitiativesPage list={list} filter={filter} viewer={c.var.viewer} />)
  })

  .get('/initiatives/:number', published, c => showInitiative(c))

  .get('/initiatives/:number/versions', published, async c =>
    c.var.page(<VersionsPage {...(await compared(c))} />),
  )

  .get('/initiatives/:number/attachments/:attachment', published, async c => {
    const file = await c.var.read(async tx => {
      const { id } = await initiativeOf(c, tx)
      return findFile(tx, found(await attachedFile(tx, id, idParam(c, 'attachment'))))
    })
    return fileResponse(c.var.read, found(file))
  })

  .get('/initiatives/:number/form', allow(canInitiate), async c => {
    const initiative = await c.var.read(tx => initiativeOf(c, tx))
    authorize(canRevise(c.var.viewer, initiative))
    const values = {
      ...inLanguage(initiative, initiative.authoritative),
      base: String(initiative.version),
    }
    return c.var.page(
      <TextFormPage purpose="revision" initiative={initiative} members={[]} values={values} />,
    )
  })

  .post('/initiatives/:number/revisions', allow(canInitiate), async c => {
    const form = await readForm(c, changeForm)
    const { initiative, outcome } = await c.var.write(async tx => {
      const initiative = await initiativeOf(c, tx)
      authorize(canRevise(c.var.viewer, initiative))
      if (!form.ok) return { initiative, outcome: null }
      const { base, texts, reasons } = form.data
      const revision = { initiative: initiative.id, base, texts, note: reasons, locale: c.var.locale }
      return { initiative, outcome: await reviseInitiative(tx, revision) }
    })
    if (outcome?.ok) return c.var.seeOther(`/initiatives/${numberParam(c)}`, 'initiatives.said.revised')
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    const page = (
      <TextFormPage purpose="revision" initiative={initiative} members={[]} values={form.values} {...shown} />
    )
    return c.var.page(page, { status: outcome ? 409 : 422 })
  })

  .post('/initiatives/:number/decision', allow(canInitiate), async c => {
    const outcome = await c.var.write(async tx => {
      const initiative = await initiativeOf(c, tx)
      authorize(canOpenDecision(c.var.viewer, initiative) || initiative.status !== 'discussion')
      return askMembers(tx, initiative.id)
    })
    if (!outcome.ok) return showInitiative(c, 409, { unmet: outcome.unmet })
    return c.var.seeOther(`/initiatives/${numberParam(c)}`, 'initiatives.said.asked')
  })
