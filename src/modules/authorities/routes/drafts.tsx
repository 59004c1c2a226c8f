import { allow } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { checkForm } from '#platform/http/form.ts'
import { idParam, isId } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { RefusalShown } from '#ui/index.ts'
import { askSecretariat, discardDraft, encloseAct, readdress, saveText } from '../actions/save-draft.ts'
import { secretariatAsked } from '../emails/letters.ts'
import { letterForm, letterValues, mostGrounds, mostProposals } from '../forms/letters.ts'
import { gapsOf } from '../gaps.ts'
import { DraftPage } from '../pages/draft.tsx'
import { DraftsPage } from '../pages/drafts.tsx'
import { LetterFormPage } from '../pages/letter-form.tsx'
import { ChooseBodyPage } from '../pages/new-letter.tsx'
import { canWriteLetters } from '../policy/letters.ts'
import { findBodies, findBody } from '../queries/bodies.ts'
import { findAct, listActs } from '../queries/draft-acts.ts'
import { listDrafts, openForSigning } from '../queries/letter-list.ts'
import { signingDaysNow } from '../rules.ts'
import { type C, letterOf, ownDraft } from './letter-of.ts'

/** The page of the draft, with what one of its buttons was told. */
export async function showDraft(c: C, refusal?: RefusalShown) {
  const read = await c.var.read(async tx => {
    const letter = await letterOf(c, tx)
    return {
      letter,
      act: letter.draftActId ? await findAct(tx, letter.draftActId) : null,
      acts: await listActs(tx, letter.membershipId),
      signingDays: (await signingDaysNow(tx)).value,
    }
  })
  const { letter } = read
  const given = { gaps: gapsOf(letter), asked: letter.askedAt !== null, viewer: c.var.viewer, refusal }
  return c.var.page(<DraftPage {...read} {...given} />, { status: refusal ? 409 : 200 })
}

type Told = Pick<Parameters<typeof LetterFormPage>[0], 'values' | 'problems' | 'refusal'>

// One empty place is always there; more are added one at a time, after saving.
async function showForm(c: C, told: Partial<Told> = {}, status: 200 | 409 | 422 = 200) {
  const letter = await c.var.read(tx => ownDraft(c, tx))
  const values = told.values ?? letterValues(letter)
  const typed = (pattern: RegExp) =>
    Object.keys(values).reduce((most, name) => Math.max(most, Number(pattern.exec(name)?.[1] ?? -1) + 1), 0)
  const extra = c.req.query('more')
  const room = {
    grounds: Math.min(Math.max(typed(/^ground-(\d+)-/), 1) + (extra === 'ground' ? 1 : 0), mostGrounds),
    proposals: Math.min(
      Math.max(typed(/^proposal-(\d+)$/), 1) + (extra === 'proposal' ? 1 : 0),
      mostProposals,
    ),
  }
  return c.var.page(<LetterFormPage letter={letter} room={room} {...told} values={values} />, { status })
}

async function saveLetter(c: C) {
  const body = await c.req.parseBody({ all: true })
  const form = checkForm(body, letterForm)
  if (!form.ok) return showForm(c, form, 422)
  const outcome = await c.var.write(async tx => {
    const { id, membershipId } = await ownDraft(c, tx)
    const letter =
      membershipId === null ? { ...form.data.letter, through: 'coalition' as const } : form.data.letter
    return saveText(tx, id, form.data.seen, letter)
  })
  if (!outcome.ok) return showForm(c, { values: form.values, refusal: outcome }, 409)
  const at = `/communications/drafts/${idParam(c)}`
  const { intent } = body
  if (intent === 'ground' || intent === 'proposal')
    return c.var.seeOther(`${at}/text?more=${intent}#${intent}s`, 'authorities.said.letterSaved')
  if (intent !== 'review') return c.var.seeOther(`${at}/text`, 'authorities.said.letterSaved')
  const problems = gapsOf(form.data.letter)
  if (problems.length > 0) return showForm(c, { problems }, 422)
  return c.var.seeOther(at, 'authorities.said.letterSaved')
}

export const draftRoutes = umbrellaRoutes()
  .get('/communications/drafts', allow(canWriteLetters), async c => {
    const read = await c.var.read(async tx => ({
      drafts: await listDrafts(tx),
      open: await openForSigning(tx),
    }))
    return c.var.page(<DraftsPage {...read} />)
  })

  .get('/communications/drafts/:id', allow(canWriteLetters), c => showDraft(c))
  .get('/communications/drafts/:id/text', allow(canWriteLetters), c => showForm(c))
  .post('/communications/drafts/:id/text', allow(canWriteLetters), saveLetter)

  .get('/communications/drafts/:id/addressee', allow(canWriteLetters), async c => {
    const words = c.req.query('q') ?? ''
    const read = await c.var.read(async tx => {
      const letter = await ownDraft(c, tx)
      const ask = { words, kind: null, country: null, region: null }
      return { letter, ...(await findBodies(tx, ask, c.var.i18n.locale)) }
    })
    return c.var.page(
      <ChooseBodyPage
        {...{ words, bodies: read.bodies, more: read.more }}
        title={c.var.i18n.t('authorities.letter.otherBody')}
        path={`/communications/drafts/${read.letter.id}/addressee`}
        post={`/communications/drafts/${read.letter.id}/addressee`}
      />,
    )
  })

  .post('/communications/drafts/:id/addressee', allow(canWriteLetters), async c => {
    const { body } = await c.req.parseBody()
    const outcome = await c.var.write(async tx => {
      const { id } = await ownDraft(c, tx)
      return readdress(tx, id, found(isId(body) ? await findBody(tx, body) : null).id)
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther(`/communications/drafts/${idParam(c)}`, 'authorities.said.letterSaved')
  })

  .post('/communications/drafts/:id/act', allow(canWriteLetters), async c => {
    const { act } = await c.req.parseBody()
    const outcome = await c.var.write(async tx => {
      const { id } = await ownDraft(c, tx)
      const chosen = isId(act) ? found(await findAct(tx, act)) : null
      return encloseAct(tx, id, chosen?.id ?? null)
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther(`/communications/drafts/${idParam(c)}`, 'authorities.said.letterSaved')
  })

  .post('/communications/drafts/:id/asking', allow(canWriteLetters), async c => {
    const outcome = await c.var.write(async tx => {
      const letter = await ownDraft(c, tx)
      authorize(letter.membershipId !== null && gapsOf(letter).length === 0)
      const asked = await askSecretariat(tx, letter.id)
      if (asked.ok) await secretariatAsked(tx, { ...letter, membershipId: letter.membershipId })
      return asked
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther(`/communications/drafts/${idParam(c)}`, 'authorities.said.letterAsked')
  })

  .post('/communications/drafts/:id/discard', allow(canWriteLetters), async c => {
    const outcome = await c.var.write(async tx => {
      const { id, membershipId } = await ownDraft(c, tx)
      return discardDraft(tx, id, membershipId)
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther('/communications/drafts', 'authorities.said.letterDiscarded')
  })
