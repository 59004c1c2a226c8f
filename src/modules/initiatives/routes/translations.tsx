import type { Tx } from '#platform/database/scope.ts'
import { allow } from '#platform/http/access.ts'
import { readForm } from '#platform/http/form.ts'
import { numberParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { refuse } from '#platform/refusal.ts'
import { proposeCorrection } from '../actions/correct-text.ts'
import { translateInitiative } from '../actions/revise-initiative.ts'
import { translationForm } from '../forms/initiative.ts'
import { inLanguage } from '../initiative-text.ts'
import { TranslationFormPage, TranslationsPage } from '../pages/translations.tsx'
import { canInitiate } from '../policy/initiatives.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { type C, correctable, languageParam } from './initiative-of.ts'

const at = (c: C, place = '') => `/initiatives/${numberParam(c)}${place}`

const translation = (c: C, initiative: InitiativeView, locale: string) => ({
  initiative,
  locale,
  action: at(c, `/translations/${locale}`),
  back: at(c),
  crumbs: [
    { label: c.var.i18n.t('initiatives.list.title'), path: '/initiatives' },
    { label: c.var.i18n.text(initiative.title).value, path: at(c) },
  ],
})

type Translation = { base: number; texts: object; state: 'original' | 'machine' | 'checked'; reasons: string }

// While it is discussed the initiator's translation stands at once; a frozen text takes two persons.
function translate(tx: Tx, initiative: InitiativeView, locale: string, given: Translation) {
  const what = { initiative: initiative.id, locale, texts: given.texts, state: given.state }
  if (initiative.status === 'discussion')
    return translateInitiative(tx, { ...what, membership: initiative.membershipId })
  if (!given.reasons) return refuse('initiatives.correction.reasonsMissing')
  return proposeCorrection(tx, { ...what, base: given.base, reasons: given.reasons })
}

export const translationRoutes = umbrellaRoutes()
  .get('/initiatives/:number/translations', allow(canInitiate), async c =>
    c.var.page(<TranslationsPage initiative={await c.var.read(tx => correctable(c, tx))} />),
  )

  .get('/initiatives/:number/translations/:language', allow(canInitiate), async c => {
    const initiative = await c.var.read(tx => correctable(c, tx))
    const locale = languageParam(c)
    const values = {
      ...inLanguage(initiative, locale),
      state: initiative.translations[locale]?.status,
      base: String(initiative.version),
    }
    return c.var.page(<TranslationFormPage {...translation(c, initiative, locale)} values={values} />)
  })

  .post('/initiatives/:number/translations/:language', allow(canInitiate), async c => {
    const form = await readForm(c, translationForm)
    const locale = languageParam(c)
    const { initiative, outcome } = await c.var.write(async tx => {
      const initiative = await correctable(c, tx)
      return { initiative, outcome: form.ok ? await translate(tx, initiative, locale, form.data) : null }
    })
    const direct = initiative.status === 'discussion'
    if (outcome?.ok)
      return c.var.seeOther(
        at(c),
        direct ? 'initiatives.said.translated' : 'initiatives.said.correctionProposed',
      )
    const shown = outcome ? { refusal: outcome } : { problems: form.ok ? [] : form.problems }
    const page = (
      <TranslationFormPage {...translation(c, initiative, locale)} values={form.values} {...shown} />
    )
    return c.var.page(page, { status: outcome ? 409 : 422 })
  })
