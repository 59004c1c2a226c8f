import { namesOf } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { HandedIn } from '#platform/files/index.ts'
import { allow } from '#platform/http/access.ts'
import { authorize, found } from '#platform/http/errors.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { publishReport, publishResult } from '../actions/give-account.ts'
import { agreeToTakeover, declareTakeover, withdrawTakeover } from '../actions/take-over.ts'
import { reportForm, resultForm, takeoverForm } from '../forms/realisation.ts'
import { ReportFormPage, ResultFormPage, TakeoverFormPage } from '../pages/realisation-forms.tsx'
import {
  canAgreeToTakeover,
  canTakePart,
  canWithdrawTakeover,
  canWork,
  couldTakeOver,
} from '../policy/realisation.ts'
import { accountOf } from '../queries/realisation-reports.ts'
import { type C, type FormOf, groupMembers, handIn, handingIn, press, showForm } from './realisation-desk.tsx'
import { showProgress } from './realisations.tsx'

async function uploads(c: C): Promise<HandedIn[]> {
  const body = await c.req.parseBody({ all: true })
  return [body.files]
    .flat()
    .filter(value => value instanceof File && value.size > 0)
    .map(file => ({ name: (file as File).name, bytes: file as File }))
}

// Number of the report that is corrected, out of the address or the form.
const numberOf = (asked: unknown): number | null =>
  typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null

const reportOf = async (tx: Tx, realisation: string, asked: number) =>
  found((await accountOf(tx, realisation)).reports.find(({ number }) => number === asked))

const reportPage =
  (c: C, corrects: number | null): FormOf =>
  async (tx, realisation, shown) => {
    const members = await groupMembers(c, tx, realisation)
    const corrected = corrects && (await reportOf(tx, realisation.id, corrects))
    const values = corrected ? { body: corrected.body } : {}
    return <ReportFormPage {...{ realisation, members, corrects }} values={values} {...shown} />
  }

const resultPage =
  (c: C): FormOf =>
  async (tx, realisation, shown) => (
    <ResultFormPage realisation={realisation} members={await groupMembers(c, tx, realisation)} {...shown} />
  )

const takeoverPage =
  (c: C): FormOf =>
  async (tx, realisation, shown) => {
    const members = await namesOf(tx, couldTakeOver(c.var.viewer, { ...realisation, takeover: null }))
    return <TakeoverFormPage {...{ realisation, members }} {...shown} />
  }

async function postReport(c: C) {
  const files = await uploads(c)
  const corrects = numberOf((await c.req.parseBody({ all: true })).corrects)
  return handIn(c, {
    may: canWork,
    schema: reportForm,
    form: reportPage(c, corrects),
    act: async (tx, realisation, { membership, body }) => {
      handingIn(c, realisation, membership)
      const corrected = corrects === null ? null : await reportOf(tx, realisation.id, corrects)
      // A member corrects what it said itself.
      authorize(corrected === null || corrected.membershipId === membership)
      const place = { realisation: realisation.id, membership, corrects: corrected?.id ?? null }
      return publishReport(tx, { ...place, body, files, locale: c.var.locale })
    },
    to: '/reports',
    said: 'initiatives.said.reportPublished',
  })
}

async function postResult(c: C) {
  const files = await uploads(c)
  return handIn(c, {
    may: canWork,
    schema: resultForm,
    form: resultPage(c),
    act: (tx, realisation, { final: _, ...given }) => {
      handingIn(c, realisation, given.membership)
      return publishResult(tx, { ...given, realisation: realisation.id, files, locale: c.var.locale })
    },
    to: '/reports',
    said: 'initiatives.said.resultPublished',
  })
}

/** How it goes, what came of it, and who answers for it. */
export const realisationAccountRoutes = umbrellaRoutes()
  .get('/realisations/:number/reports/new', allow(canTakePart), c =>
    showForm(c, canWork, reportPage(c, numberOf(c.req.query('corrects')))),
  )
  .post('/realisations/:number/reports', allow(canTakePart), postReport)
  .get('/realisations/:number/result', allow(canTakePart), c => showForm(c, canWork, resultPage(c)))
  .post('/realisations/:number/result', allow(canTakePart), postResult)

  .get('/realisations/:number/takeover', allow(canTakePart), c =>
    showForm(c, (viewer, realisation) => couldTakeOver(viewer, realisation).length > 0, takeoverPage(c)),
  )
  .post('/realisations/:number/takeover', allow(canTakePart), c =>
    handIn(c, {
      may: canTakePart,
      schema: takeoverForm,
      form: takeoverPage(c),
      act: (tx, realisation, given) => {
        const mine = c.var.viewer.capacities.some(
          ({ membership, form }) => membership === given.membership && form !== 'agreement',
        )
        authorize(mine)
        return declareTakeover(tx, { ...given, realisation: realisation.id, locale: c.var.locale })
      },
      to: '',
      said: 'initiatives.said.takeoverDeclared',
    }),
  )
  .post('/realisations/:number/takeover/agreement', allow(canTakePart), c =>
    press(c, {
      act: (tx, realisation) => {
        authorize(canAgreeToTakeover(c.var.viewer, realisation))
        return agreeToTakeover(tx, realisation.id)
      },
      page: showProgress,
      to: '',
      said: 'initiatives.said.takeoverPassed',
    }),
  )
  .post('/realisations/:number/takeover/withdrawal', allow(canTakePart), c =>
    press(c, {
      act: (tx, realisation) => {
        authorize(canWithdrawTakeover(c.var.viewer, realisation))
        return withdrawTakeover(tx, realisation.id)
      },
      page: showProgress,
      to: '',
      said: 'initiatives.said.takeoverWithdrawn',
    }),
  )
