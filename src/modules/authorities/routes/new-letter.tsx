import { isLanguageTag } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { idQuery, isId, numberQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { isLocale } from '#platform/i18n/index.ts'
import type { RefusalShown } from '#ui/index.ts'
import { beginDraft } from '../actions/save-draft.ts'
import { remedyDraft } from '../deadlines/remedies/shipped.ts'
import { newLetterForm } from '../forms/letters.ts'
import { ChooseBodyPage, NewLetterPage } from '../pages/new-letter.tsx'
import { canWriteLetters, writesFor } from '../policy/letters.ts'
import { findBodies, findBody } from '../queries/bodies.ts'
import { communicationById, findCommunication } from '../queries/communication.ts'
import { remedyAddressees } from '../queries/remedy-addressees.ts'
import { standingOf } from '../queries/standing.ts'
import { type C, ownNames } from './letter-of.ts'

type Told = { values: FormValues; problems?: Problem[]; refusal?: RefusalShown }

/** What is carried from page to page of the beginning: the letter that is gone on from, and the remedy. */
type Carried = { follows?: string; remedy?: string; body?: string }

/** In which language a letter to a body is written, and the words of the program in it. */
function languageFor(c: C, languages: readonly string[]) {
  const [first] = languages
  const lang = isLanguageTag(first) ? first : c.var.locale
  return { lang, words: isLocale(lang) ? lang : ('en' as const) }
}

async function showNew(c: C, body: string, told: Told, status: 200 | 422 = 200) {
  const read = await c.var.read(async tx => {
    const given = told.values.follows
    const follows = isId(given) ? await communicationById(tx, given) : null
    return { body: found(await findBody(tx, body)), names: await ownNames(c, tx), follows }
  })
  const follows = read.follows?.number ? { ...read.follows, number: read.follows.number } : null
  const id = String(told.values.remedy ?? '')
  const begun = remedyDraft(id)
  const remedy = begun && { id, what: begun.what[c.var.i18n.locale] }
  const title = begun?.title[languageFor(c, read.body.languages).words]
  const values = begun ? { kind: begun.kind, title, ...told.values } : told.values
  return c.var.page(<NewLetterPage {...read} {...told} {...{ follows, remedy, values }} />, { status })
}

async function showChoice(c: C, carried: Carried, late: string | null, status: 200 | 422 = 200) {
  const words = c.req.query('q') ?? ''
  const ask = { words, kind: null, country: null, region: null }
  const remedy = remedyDraft(carried.remedy ?? '')
  const read = await c.var.read(async tx => ({
    found: await findBodies(tx, ask, c.var.i18n.locale),
    fitting: remedy && late ? await remedyAddressees(tx, late, remedy.to) : [],
  }))
  return c.var.page(
    <ChooseBodyPage
      {...read.found}
      words={words}
      suggested={remedy && { what: remedy.what[c.var.i18n.locale], bodies: read.fitting }}
      title={c.var.i18n.t('authorities.letter.chooseTitle')}
      path="/communications/new"
      carried={carried}
      choose={body => `/communications/new?${new URLSearchParams({ ...carried, body })}`}
    />,
    { status },
  )
}

// The body that has the letter now is the one that is late.
async function goneOnFrom(tx: Tx, number: number) {
  const before = await findCommunication(tx, number)
  if (!before) return null
  return { before, late: (await standingOf(tx, number))?.body ?? before.body.id }
}

async function begin(c: C) {
  const number = numberQuery(c, 'follows')
  const asked = c.req.query('remedy') ?? ''
  const remedy = remedyDraft(asked)
  const from = number === null ? null : await c.var.read(tx => goneOnFrom(tx, number))
  const open = c.req.query('body') === '' || (remedy && remedy.to !== 'same_body')
  const body = idQuery(c, 'body') ?? (open ? null : from?.late)
  const carried = {
    ...(from && { follows: String(number) }),
    ...(remedy && { remedy: asked }),
    ...(c.req.query('body') === '' && { body: '' }),
  }
  if (!body) return showChoice(c, carried, from?.late ?? null)
  const before = from?.before
  const whose = before && writesFor(c.var.viewer, before.membershipId)
  return showNew(c, body, {
    values: {
      through: before?.through ?? 'own',
      follows: before?.id ?? '',
      ...(remedy ? { remedy: asked } : { kind: before?.kind, title: before?.title }),
      membership: whose ? (before.membershipId ?? 'coalition') : undefined,
    },
  })
}

export const newLetterRoutes = umbrellaRoutes()
  .get('/communications/new', allow(canWriteLetters), begin)

  .post('/communications/drafts', allow(canWriteLetters), async c => {
    const form = await readForm(c, newLetterForm)
    const body = String(form.values.body ?? '')
    if (!form.ok) return isId(body) ? showNew(c, body, form, 422) : showChoice(c, {}, null, 422)
    const { membership: whose, remedy, ...given } = form.data
    const membership = whose === 'coalition' ? null : whose
    authorize(writesFor(c.var.viewer, membership))
    const through = membership === null ? 'coalition' : given.through
    const id = await c.var.write(async tx => {
      const { languages } = found(await findBody(tx, given.body))
      if (given.follows) found(await communicationById(tx, given.follows))
      const { lang, words } = languageFor(c, languages)
      const begun = remedyDraft(remedy)
      const reasons = begun && { grounds: begun.grounds[words], proposals: begun.proposals[words] }
      return beginDraft(tx, { ...given, ...reasons, membership, through, lang })
    })
    return c.var.seeOther(`/communications/drafts/${id}/text`, 'authorities.said.letterBegun')
  })
