import { isLanguageTag } from '#modules/network/index.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { idQuery, isId, numberQuery } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { RefusalShown } from '#ui/index.ts'
import { beginDraft } from '../actions/save-draft.ts'
import { newLetterForm } from '../forms/letters.ts'
import { ChooseBodyPage, NewLetterPage } from '../pages/new-letter.tsx'
import { canWriteLetters, writesFor } from '../policy/letters.ts'
import { findBodies, findBody } from '../queries/bodies.ts'
import { communicationById, findCommunication } from '../queries/communication.ts'
import { type C, ownNames } from './letter-of.ts'

type Told = { values: FormValues; problems?: Problem[]; refusal?: RefusalShown }

async function showNew(c: C, body: string, told: Told, status: 200 | 422 = 200) {
  const read = await c.var.read(async tx => {
    const given = told.values.follows
    const follows = isId(given) ? await communicationById(tx, given) : null
    return { body: found(await findBody(tx, body)), names: await ownNames(c, tx), follows }
  })
  const follows = read.follows?.number ? { ...read.follows, number: read.follows.number } : null
  return c.var.page(<NewLetterPage {...read} {...told} follows={follows} />, { status })
}

async function showChoice(c: C, number: number | null, status: 200 | 422 = 200) {
  const words = c.req.query('q') ?? ''
  const ask = { words, kind: null, country: null, region: null }
  const found = await c.var.read(tx => findBodies(tx, ask, c.var.i18n.locale))
  const carried: Record<string, string> = number === null ? {} : { follows: String(number) }
  return c.var.page(
    <ChooseBodyPage
      {...found}
      words={words}
      title={c.var.i18n.t('authorities.letter.chooseTitle')}
      path="/communications/new"
      carried={carried}
      choose={body => `/communications/new?${new URLSearchParams({ ...carried, body })}`}
    />,
    { status },
  )
}

export const newLetterRoutes = umbrellaRoutes()
  .get('/communications/new', allow(canWriteLetters), async c => {
    const number = numberQuery(c, 'follows')
    const before = number === null ? null : await c.var.read(tx => findCommunication(tx, number))
    const body = idQuery(c, 'body') ?? before?.body.id
    if (!body) return showChoice(c, number)
    const whose = before && writesFor(c.var.viewer, before.membershipId)
    return showNew(c, body, {
      values: {
        through: before?.through ?? 'own',
        follows: before?.id ?? '',
        kind: before?.kind,
        title: before?.title,
        membership: whose ? (before.membershipId ?? 'coalition') : undefined,
      },
    })
  })

  .post('/communications/drafts', allow(canWriteLetters), async c => {
    const form = await readForm(c, newLetterForm)
    const body = String(form.values.body ?? '')
    if (!form.ok) return isId(body) ? showNew(c, body, form, 422) : showChoice(c, null, 422)
    const { membership: whose, ...given } = form.data
    const membership = whose === 'coalition' ? null : whose
    authorize(writesFor(c.var.viewer, membership))
    const through = membership === null ? 'coalition' : given.through
    const id = await c.var.write(async tx => {
      const { languages } = found(await findBody(tx, given.body))
      if (given.follows) found(await communicationById(tx, given.follows))
      const [first] = languages
      const lang = isLanguageTag(first) ? first : c.var.locale
      return beginDraft(tx, { ...given, membership, through, lang })
    })
    return c.var.seeOther(`/communications/drafts/${id}/text`, 'authorities.said.letterBegun')
  })
