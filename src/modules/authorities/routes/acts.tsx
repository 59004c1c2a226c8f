import { allow, open } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { checkForm, type FormValues, type Problem } from '#platform/http/form.ts'
import { idParam, idQuery, isId } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { RefusalShown } from '#ui/index.ts'
import { beginAct, enterIssued, saveAct } from '../actions/keep-act.ts'
import { encloseAct } from '../actions/save-draft.ts'
import { actForm, articleValues, issuedForm, mostArticles, rearranged } from '../forms/acts.ts'
import { ActPage } from '../pages/act.tsx'
import { ActFormPage, IssuedFormPage } from '../pages/act-form.tsx'
import { ActsPage } from '../pages/acts.tsx'
import { canChangeDraft, canWriteLetters, writesFor } from '../policy/letters.ts'
import { findDraft } from '../queries/communication.ts'
import { type DraftAct, findAct, listActs } from '../queries/draft-acts.ts'
import { impactOf } from '../queries/impact.ts'
import { type C, ownNames } from './letter-of.ts'

type Told = { values: FormValues; problems?: Problem[]; refusal?: RefusalShown }
type Status = 200 | 409 | 422

/** The draft act of the address, for those who write it. */
async function ownAct(c: C): Promise<DraftAct> {
  const act = found(await c.var.read(tx => findAct(tx, idParam(c))))
  authorize(writesFor(c.var.viewer, act.membershipId))
  return act
}

// One empty place when there is none; one more when it was asked for.
function roomIn(c: C, values: FormValues): number {
  const typed = Object.keys(values).map(name => Number(/^article-(\d+)-/.exec(name)?.[1] ?? -1) + 1)
  return Math.min(Math.max(1, ...typed) + (c.req.query('more') ? 1 : 0), mostArticles)
}

async function showForm(c: C, id: string | null, letter: string | null, told: Told, status: Status = 200) {
  const names = id || letter ? [] : await c.var.read(tx => ownNames(c, tx))
  return c.var.page(<ActFormPage {...{ id, letter, names }} room={roomIn(c, told.values)} {...told} />, {
    status,
  })
}

async function showIssued(c: C, act: DraftAct, told: Told, status: Status = 200) {
  const room = roomIn(c, told.values)
  return c.var.page(<IssuedFormPage id={act.id} lang={act.lang} room={room} {...told} />, { status })
}

const valuesOf = ({ kind, title, lang, reasons, articles, updatedAt }: DraftAct): FormValues => ({
  ...{ kind, title, lang, reasons, seen: updatedAt },
  ...articleValues(articles),
})

// For whom a new draft is: for the letter's own, or as it was chosen.
async function begin(c: C, body: Record<string, unknown>) {
  const letter = isId(body.letter) ? body.letter : null
  const form = checkForm(body, actForm)
  if (!form.ok) return showForm(c, null, letter, form, 422)
  const { seen: _new, ...facts } = form.data
  const articles = rearranged(body.intent, facts.articles) ?? facts.articles
  const whose = body.membership === 'coalition' ? null : body.membership
  const id = await c.var.write(async tx => {
    const draft = letter ? found(await findDraft(tx, letter)) : null
    const membership = draft ? draft.membershipId : whose
    authorize(draft ? canChangeDraft(c.var.viewer, draft) : membership === null || isId(membership))
    authorize(writesFor(c.var.viewer, membership as string | null))
    const begun = await beginAct(tx, membership as string | null, { ...facts, articles })
    if (draft) await encloseAct(tx, draft.id, begun)
    return begun
  })
  return onward(c, id, body.intent, letter ? `/communications/drafts/${letter}#act` : undefined)
}

function onward(c: C, id: string, intent: unknown, done = `/communications/acts/${id}`) {
  const form = `/communications/acts/${id}/text`
  const to = intent === 'done' ? done : intent === 'add' ? `${form}?more=yes#articles` : `${form}#articles`
  return c.var.seeOther(to, 'authorities.said.letterSaved')
}

async function issue(c: C) {
  const act = await ownAct(c)
  const body = await c.req.parseBody({ all: true })
  const form = checkForm(body, issuedForm)
  if (!form.ok) return showIssued(c, act, form, 422)
  const articles = rearranged(body.intent, form.data.articles) ?? form.data.articles
  if (body.intent !== 'done') {
    const { title, on, url } = form.data
    const values = { title, on, url: url ?? '', ...articleValues(articles) }
    const extra =
      body.intent === 'add' ? articleValues([...articles, { number: '', heading: '', text: '' }]) : {}
    return showIssued(c, act, { values: { ...extra, ...values } })
  }
  const outcome = await c.var.write(tx => enterIssued(tx, act, { ...form.data, articles }))
  if (!outcome.ok) return showIssued(c, act, { values: form.values, refusal: outcome }, 409)
  return c.var.seeOther(`/communications/acts/${act.id}`, 'authorities.said.actIssued')
}

export const actRoutes = umbrellaRoutes()
  .get('/communications/acts', allow(canWriteLetters), async c => {
    const read = await c.var.read(async tx => ({
      acts: await listActs(tx),
      impact: await impactOf(tx, null),
    }))
    return c.var.page(<ActsPage {...read} />)
  })
  .get('/communications/acts/new', allow(canWriteLetters), c =>
    showForm(c, null, idQuery(c, 'letter'), { values: { lang: c.var.locale } }),
  )
  .post('/communications/acts', allow(canWriteLetters), async c =>
    begin(c, await c.req.parseBody({ all: true })),
  )
  .get('/communications/acts/:id', open, async c => {
    const act = found(await c.var.read(tx => findAct(tx, idParam(c))))
    return c.var.page(<ActPage act={act} writes={writesFor(c.var.viewer, act.membershipId)} />)
  })
  .get('/communications/acts/:id/text', allow(canWriteLetters), async c => {
    const act = await ownAct(c)
    return showForm(c, act.id, null, { values: valuesOf(act) })
  })
  .post('/communications/acts/:id/text', allow(canWriteLetters), async c => {
    const act = await ownAct(c)
    const body = await c.req.parseBody({ all: true })
    const form = checkForm(body, actForm)
    if (!form.ok) return showForm(c, act.id, null, form, 422)
    const { seen, ...facts } = form.data
    const articles = rearranged(body.intent, facts.articles) ?? facts.articles
    const outcome = await c.var.write(tx => saveAct(tx, act.id, seen, { ...facts, articles }))
    if (!outcome.ok) return showForm(c, act.id, null, { values: form.values, refusal: outcome }, 409)
    return onward(c, act.id, body.intent)
  })
  .get('/communications/acts/:id/issued', allow(canWriteLetters), async c => {
    const act = await ownAct(c)
    const { title = '', on = '', url = '', articles = act.articles } = act.issued ?? {}
    return showIssued(c, act, { values: { title, on, url: url ?? '', ...articleValues(articles) } })
  })
  .post('/communications/acts/:id/issued', allow(canWriteLetters), issue)
