import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, NotFound } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { FormValues } from '#ui/index.ts'
import { beginAgain, changeNews } from '../actions/begin-again.ts'
import { askingAgainForm, newsForm } from '../forms/decisions.ts'
import { NewsFormPage } from '../pages/asked-again.tsx'
import { askingCapacities } from '../policy/decisions.ts'
import { canInitiate } from '../policy/initiatives.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { backersOf } from '../queries/positions.ts'
import { proposalDecided } from '../queries/proposals.ts'
import { decisionFrame, decisionOf, decisionPath } from './decision-of.ts'
import { type C, draftOf, ownMembers } from './initiative-of.ts'

type Shown = Pick<Parameters<typeof NewsFormPage>[0], 'problems' | 'refusal'> & { values?: FormValues }

/** The decision of the address, and the viewer's members that may ask again about it. */
async function asker(c: C, tx: Tx) {
  const decision = await decisionOf(c, tx)
  const able = askingCapacities(c.var.viewer, decision, await backersOf(tx, decision.id))
  authorize(able.length > 0)
  return { decision, able: able.map(({ membership }) => membership) }
}

async function askingPage(c: C, shown: Shown, status: 200 | 409 | 422 = 200) {
  const { number, members } = await c.var.read(async tx => {
    const { decision, able } = await asker(c, tx)
    return {
      number: decision.number,
      members: (await ownMembers(c, tx)).filter(({ id }) => able.includes(id)),
    }
  })
  const { back, crumbs } = decisionFrame(c, number)
  const frame = { action: decisionPath(c, '/again'), back, crumbs, members }
  return c.var.page(<NewsFormPage {...frame} {...shown} values={shown.values ?? {}} />, { status })
}

async function askingDraft(c: C, tx: Tx): Promise<InitiativeView> {
  const draft = await draftOf(c, tx)
  if (!draft.asks) throw new NotFound()
  return draft
}

const newsValues = ({ news }: InitiativeView): FormValues =>
  Object.fromEntries(Object.entries(news ?? {}).map(([locale, text]) => [`news:${locale}`, text]))

function newsPage(c: C, draft: InitiativeView, shown: Shown, status: 200 | 409 | 422 = 200) {
  const { t } = c.var.i18n
  const back = `/initiatives/drafts/${draft.id}`
  const frame = {
    ...{ action: `${back}/news`, back, members: [] },
    crumbs: [
      { label: t('initiatives.list.title'), path: '/initiatives' },
      { label: t('initiatives.drafts.title'), path: '/initiatives/drafts' },
    ],
  }
  return c.var.page(<NewsFormPage {...frame} {...shown} values={shown.values ?? newsValues(draft)} />, {
    status,
  })
}

/** From enough backing to a new initiative about the same, and what is new in it. */
export const askingAgainRoutes = umbrellaRoutes()
  .get('/decisions/:number/again', allow(canInitiate), async c => {
    // A change of rules has no draft: it is proposed again on the form on which changes are proposed.
    const { number, kind } = await c.var.read(async tx => {
      const { decision } = await asker(c, tx)
      const proposal = await proposalDecided(tx, decision.number)
      return { number: decision.number, kind: proposal?.kind }
    })
    if (kind) return c.var.seeOther(`/changes/new/${kind}?previous=${number}`)
    return askingPage(c, {})
  })

  .post('/decisions/:number/again', allow(canInitiate), async c => {
    const form = await readForm(c, askingAgainForm)
    if (!form.ok) return askingPage(c, form, 422)
    const { membership, news } = form.data
    const outcome = await c.var.write(async tx => {
      const { decision, able } = await asker(c, tx)
      authorize(able.includes(membership))
      return beginAgain(tx, { decision: decision.id, membership, news })
    })
    if (!outcome.ok) return askingPage(c, { values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(`/initiatives/drafts/${outcome.id}/form`, 'initiatives.said.againBegun')
  })

  .get('/initiatives/drafts/:id/news', allow(canInitiate), async c =>
    newsPage(c, await c.var.read(tx => askingDraft(c, tx)), {}),
  )

  .post('/initiatives/drafts/:id/news', allow(canInitiate), async c => {
    const form = await readForm(c, newsForm)
    const { draft, outcome } = await c.var.write(async tx => {
      const held = await askingDraft(c, tx)
      return { draft: held, outcome: form.ok ? await changeNews(tx, held.id, form.data.news) : null }
    })
    if (outcome?.ok) return c.var.seeOther(`/initiatives/drafts/${idParam(c)}`, 'initiatives.said.draftSaved')
    if (outcome) return newsPage(c, draft, { values: form.values, refusal: outcome }, 409)
    return newsPage(c, draft, { values: form.values, problems: form.ok ? [] : form.problems }, 422)
  })
