import type { NamedMember } from '#modules/network/index.ts'
import { fileResponse, findFile } from '#platform/files/index.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { checkForm, type FormValues } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { publishInitiative } from '../actions/publish-initiative.ts'
import { beginDraft, discardDraft, saveDraft } from '../actions/save-draft.ts'
import { draftForm } from '../forms/initiative.ts'
import { inLanguage } from '../initiative-text.ts'
import { DraftPage } from '../pages/draft.tsx'
import { DraftFormPage } from '../pages/draft-form.tsx'
import { DraftsPage } from '../pages/drafts.tsx'
import { canInitiate, canPublish } from '../policy/initiatives.ts'
import { attachedFile, type InitiativeView } from '../queries/initiative.ts'
import { coauthorChoices, listDrafts } from '../queries/initiative-list.ts'
import { soughtName } from './decision-of.ts'
import { actsFor, type C, draftOf, ownMembers } from './initiative-of.ts'

/** The page of the draft, with what one of its buttons was told. */
export async function showDraft(c: C, refusal?: Parameters<typeof DraftPage>[0]['refusal']) {
  const { draft, choices } = await c.var.read(async tx => {
    const draft = await draftOf(c, tx)
    return {
      draft,
      choices: canPublish(c.var.viewer, draft) ? await coauthorChoices(tx, draft.id, soughtName(c)) : null,
    }
  })
  const page = <DraftPage draft={draft} viewer={c.var.viewer} choices={choices} refusal={refusal} />
  return c.var.page(page, { status: refusal ? 409 : 200 })
}

const topicsOf = (c: C) => c.var.umbrella.outOfScope

const sameTopic = (a: object, b: object) =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

function valuesOf(c: C, draft: InitiativeView): FormValues {
  const scope: FormValues = {}
  topicsOf(c).forEach((topic, n) => {
    const answer = draft.scopeAnswers.find(given => sameTopic(given.topic, topic))
    if (answer) scope[`scope-${n}`] = answer.touches ? 'touches' : 'no'
    if (answer?.why) scope[`why-${n}`] = answer.why
  })
  return {
    ...inLanguage(draft, draft.authoritative),
    ...scope,
    authoritative: draft.authoritative,
    'topics[]': draft.topics,
    'languages[]': draft.languages,
    seen: draft.updatedAt,
  }
}

// Saving takes what is there; going on to publishing asks for everything.
async function typed(c: C) {
  const body = await c.req.parseBody({ all: true })
  const strict = body.intent === 'review'
  return { strict, form: checkForm(body, draftForm(topicsOf(c), c.var.locale, strict)) }
}

type Shown = Omit<Parameters<typeof DraftFormPage>[0], 'topics' | 'members'>

async function showForm(c: C, shown: Shown, status: 200 | 409 | 422 = 200) {
  const members: NamedMember[] = shown.id ? [] : await c.var.read(tx => ownMembers(c, tx))
  return c.var.page(<DraftFormPage {...shown} topics={topicsOf(c)} members={members} />, { status })
}

export const draftRoutes = umbrellaRoutes()
  .get('/initiatives/new', allow(canInitiate), c =>
    showForm(c, { id: null, values: { authoritative: c.var.locale } }),
  )

  .post('/initiatives', allow(canInitiate), async c => {
    const { form, strict } = await typed(c)
    if (!form.ok) return showForm(c, { id: null, values: form.values, problems: form.problems }, 422)
    const { membership, seen: _new, ...facts } = form.data
    const outcome = await c.var.write(tx => beginDraft(tx, actsFor(c.var.viewer, membership), facts))
    if (!outcome.ok) return showForm(c, { id: null, values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(
      strict ? `/initiatives/drafts/${outcome.id}` : `/initiatives/drafts/${outcome.id}/form`,
      'initiatives.said.draftSaved',
    )
  })

  .get('/initiatives/drafts', allow(canInitiate), async c => {
    const own = c.var.viewer.capacities.map(({ membership }) => membership)
    return c.var.page(<DraftsPage drafts={await c.var.read(tx => listDrafts(tx, own))} />)
  })

  .get('/initiatives/drafts/:id', allow(canInitiate), c => showDraft(c))

  .get('/initiatives/drafts/:id/form', allow(canInitiate), async c => {
    const draft = await c.var.read(tx => draftOf(c, tx))
    return showForm(c, { id: draft.id, values: valuesOf(c, draft) })
  })

  .post('/initiatives/drafts/:id', allow(canInitiate), async c => {
    const { form, strict } = await typed(c)
    const id = idParam(c)
    const outcome = await c.var.write(async tx => {
      const draft = await draftOf(c, tx)
      if (!form.ok) return null
      const { membership: _stays, ...facts } = form.data
      return saveDraft(tx, { ...facts, id: draft.id, seen: facts.seen || draft.updatedAt })
    })
    if (!form.ok) return showForm(c, { id, values: form.values, problems: form.problems }, 422)
    if (outcome && !outcome.ok) return showForm(c, { id, values: form.values, refusal: outcome }, 409)
    return c.var.seeOther(
      strict ? `/initiatives/drafts/${id}` : `/initiatives/drafts/${id}/form`,
      'initiatives.said.draftSaved',
    )
  })

  .post('/initiatives/drafts/:id/publication', allow(canInitiate), async c => {
    const outcome = await c.var.write(async tx => {
      const draft = await draftOf(c, tx)
      authorize(canPublish(c.var.viewer, draft))
      return publishInitiative(tx, draft.id)
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther(`/initiatives/${outcome.number}`, 'initiatives.said.published')
  })

  .post('/initiatives/drafts/:id/discard', allow(canInitiate), async c => {
    const outcome = await c.var.write(async tx => {
      const draft = await draftOf(c, tx)
      authorize(canPublish(c.var.viewer, draft))
      return discardDraft(tx, draft.id)
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther('/initiatives/drafts', 'initiatives.said.draftDiscarded')
  })

  .get('/initiatives/drafts/:id/attachments/:attachment', allow(canInitiate), async c => {
    const file = await c.var.read(async tx => {
      const { id } = await draftOf(c, tx)
      return findFile(tx, found(await attachedFile(tx, id, idParam(c, 'attachment'))))
    })
    return fileResponse(c.var.read, found(file))
  })
