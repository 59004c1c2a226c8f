import { uploaded } from '#modules/network/index.ts'
import { allow } from '#platform/http/access.ts'
import { authorize } from '#platform/http/errors.ts'
import { readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { capacityFor } from '#platform/http/viewer.ts'
import { refuse } from '#platform/refusal.ts'
import { attachFile, removeAttachment } from '../actions/keep-attachments.ts'
import { answerCoauthorship, inviteCoauthor } from '../actions/keep-coauthors.ts'
import { translateDraft } from '../actions/save-draft.ts'
import { coauthorAnswerForm, coauthorForm } from '../forms/discussion.ts'
import { translationForm } from '../forms/initiative.ts'
import { inLanguage } from '../initiative-text.ts'
import { TranslationFormPage } from '../pages/translations.tsx'
import { canInitiate, canPublish } from '../policy/initiatives.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { showDraft } from './drafts.tsx'
import { actsFor, type C, draftOf, languageParam } from './initiative-of.ts'

const at = (c: C) => `/initiatives/drafts/${idParam(c)}`

/** For which of the draft's members the viewer acts: the initiator, or else a co-author. */
const writer = (c: C, draft: InitiativeView): string =>
  [draft.membershipId, ...draft.coauthors.map(({ membershipId }) => membershipId)].find(one =>
    capacityFor(c.var.viewer, one),
  ) ?? draft.membershipId

const translation = (c: C, draft: InitiativeView, locale: string) => ({
  initiative: draft,
  locale,
  action: `${at(c)}/translations/${locale}`,
  back: `${at(c)}#translations`,
  crumbs: [{ label: c.var.i18n.t('initiatives.drafts.title'), path: '/initiatives/drafts' }],
})

export const draftCompanyRoutes = umbrellaRoutes()
  .post('/initiatives/drafts/:id/coauthors', allow(canInitiate), async c => {
    const form = await readForm(c, coauthorForm)
    const outcome = await c.var.write(async tx => {
      const draft = await draftOf(c, tx)
      authorize(canPublish(c.var.viewer, draft))
      return form.ok
        ? inviteCoauthor(tx, draft.id, form.data.membership)
        : refuse('initiatives.coauthor.notNow')
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther(at(c), 'initiatives.said.coauthorInvited')
  })

  .post('/initiatives/drafts/:id/coauthorship', allow(canInitiate), async c => {
    const form = await readForm(c, coauthorAnswerForm)
    const agreed = form.ok && form.data.answer === 'agreed'
    const outcome = await c.var.write(async tx => {
      const draft = await draftOf(c, tx)
      if (!form.ok) return refuse('initiatives.coauthor.answeredAlready')
      const membership = actsFor(c.var.viewer, form.data.membership)
      return answerCoauthorship(tx, { id: draft.id, membership, agreed })
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return agreed
      ? c.var.seeOther(at(c), 'initiatives.said.coauthorAgreed')
      : c.var.seeOther('/initiatives/drafts', 'initiatives.said.coauthorDeclined')
  })

  .post('/initiatives/drafts/:id/attachments', allow(canInitiate), async c => {
    const file = await uploaded(c, 'file')
    const outcome = await c.var.write(async tx => {
      const draft = await draftOf(c, tx)
      if (!file) return refuse('platform.file.empty')
      const handedIn = { name: file.name, bytes: file }
      return attachFile(tx, { id: draft.id, membership: writer(c, draft), handedIn })
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther(at(c), 'initiatives.said.attached')
  })

  .post('/initiatives/drafts/:id/attachments/:attachment/removal', allow(canInitiate), async c => {
    const outcome = await c.var.write(async tx => {
      const draft = await draftOf(c, tx)
      const attachment = idParam(c, 'attachment')
      return removeAttachment(tx, { id: draft.id, membership: writer(c, draft), attachment })
    })
    if (!outcome.ok) return showDraft(c, outcome)
    return c.var.seeOther(at(c), 'initiatives.said.attachmentRemoved')
  })

  .get('/initiatives/drafts/:id/translations/:language', allow(canInitiate), async c => {
    const draft = await c.var.read(tx => draftOf(c, tx))
    const locale = languageParam(c)
    const values = { ...inLanguage(draft, locale), state: draft.translations[locale]?.status }
    return c.var.page(<TranslationFormPage {...translation(c, draft, locale)} values={values} />)
  })

  .post('/initiatives/drafts/:id/translations/:language', allow(canInitiate), async c => {
    const form = await readForm(c, translationForm)
    const locale = languageParam(c)
    const { draft, outcome } = await c.var.write(async tx => {
      const draft = await draftOf(c, tx)
      return { draft, outcome: form.ok ? await translateDraft(tx, draft.id, { ...form.data, locale }) : null }
    })
    if (outcome?.ok) return c.var.seeOther(at(c), 'initiatives.said.translated')
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    const page = <TranslationFormPage {...translation(c, draft, locale)} values={form.values} {...shown} />
    return c.var.page(page, { status: outcome ? 409 : 422 })
  })
