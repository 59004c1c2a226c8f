import type { Paper } from '#platform/documents/index.ts'
import type { I18n, Localised, MessageKey } from '#platform/i18n/index.ts'
import type { Json } from '#platform/journal/record.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import type { RealisationView } from '../queries/realisation.ts'
import type { Resources } from '../queries/realisation-money.ts'
import type { ReportView, ResultView } from '../queries/realisation-reports.ts'
import type { MilestoneView } from '../queries/realisation-work.ts'
import {
  amountWords,
  extentWords,
  milestoneStatusWords,
  realisationStatusWords,
} from '../realisation-words.ts'
import type { RealisationStatus } from '../schema/realisation.ts'
import { type Printed, plainly, printed, writtenIn } from './printed.ts'

type Given = {
  realisation: RealisationView
  milestones: readonly MilestoneView[]
  resources: Resources
  reports: readonly ReportView[]
  result: ResultView | null
}

// One page: the rest is on the web, and the paper says where.
const mostRows = 6
const mostLetters = 900

const nameOf = (i18n: I18n, name: Localised | null) =>
  printed(i18n, name, i18n.t('initiatives.speaker.individual'))

/** The beginning of a long text, up to the end of a word. */
function beginning(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 40)).trimEnd()} …`
}

function facts(i18n: I18n, { realisation, milestones }: Given): Json[] {
  const { t } = i18n
  const row = (label: string, value: Printed) => ({ label, value })
  const of = (value: number, max: number) =>
    plainly(i18n, t('initiatives.realisation.of', { value: i18n.number(value), max: i18n.number(max) }))
  const day = (at: string) => plainly(i18n, i18n.date(i18n.dayOf(at)))
  const wanted = milestones.filter(({ status }) => status !== 'dropped')
  const reached = wanted.filter(({ status }) => status === 'reached').length
  const group = realisation.group.map(({ name }) => nameOf(i18n, name).value)
  return [
    row(t('initiatives.task.status'), plainly(i18n, t(realisationStatusWords[realisation.status]))),
    row(t('initiatives.realisation.answers'), nameOf(i18n, realisation.member)),
    row(t('initiatives.turn.decided'), day(realisation.decision.sealedAt)),
    ...(realisation.endedAt
      ? [row(t('initiatives.realisations.ended'), day(realisation.endedAt))]
      : [row(t('initiatives.turn.reportDue'), day(realisation.reportDueAt))]),
    row(t('initiatives.task.doneFigure'), of(realisation.tasksDone, realisation.tasks)),
    row(t('initiatives.milestone.reachedFigure'), of(reached, wanted.length)),
    row(t('initiatives.realisation.group'), plainly(i18n, beginning(i18n.list(group), 300))),
  ]
}

const needRows = (i18n: I18n, { resources }: Given): Json[] =>
  resources.needs
    .filter(({ dropped }) => !dropped)
    .slice(0, mostRows)
    .map(need => ({
      what: writtenIn(beginning(need.title, 80), need.contentLocale),
      needed: amountWords(i18n, need),
      given: amountWords(i18n, { ...need, amount: need.given }),
      share: Math.min(1, need.given / need.amount),
    }))

function milestoneRows(i18n: I18n, { milestones }: Given): Json[] {
  const wanted = milestones.filter(({ status }) => status !== 'dropped')
  const ahead = wanted.filter(({ status }) => status === 'ahead').slice(0, mostRows)
  const reached = wanted
    .filter(({ status }) => status === 'reached')
    .slice(ahead.length - mostRows || undefined)
  const shown = wanted.filter(
    one => ahead.includes(one) || (ahead.length < mostRows && reached.includes(one)),
  )
  return shown.map(({ title, contentLocale, dueOn, status }) => ({
    what: writtenIn(beginning(title, 80), contentLocale),
    until: i18n.date(dueOn, 'short'),
    state: i18n.t(milestoneStatusWords[status]),
  }))
}

const moneyRows = (i18n: I18n, { resources }: Given): Json[] =>
  resources.money.map(({ currency, needed, promised, given, spent }) => [
    currency,
    ...[needed, promised, given, spent].map(cents => i18n.money(cents, currency)),
  ])

/** The result, or the latest report that stands. */
function account(i18n: I18n, { result, reports }: Given): Json {
  const said = result ?? reports.find(({ correctedBy }) => correctedBy === null)
  if (!said) return null
  const by = `${nameOf(i18n, said.member).value} · ${i18n.date(i18n.dayOf(said.publishedAt))}`
  return {
    title: result ? i18n.t('initiatives.result.title') : i18n.t('initiatives.report.latest'),
    by: result ? `${i18n.t(extentWords[result.reached])} · ${by}` : by,
    body: writtenIn(beginning(said.body, mostLetters), said.contentLocale),
  }
}

const warnings: Partial<Record<RealisationStatus, MessageKey>> = {
  stalled: 'initiatives.realisation.stalledTitle',
  reversed: 'initiatives.realisation.setAsideTitle',
}

const words = (i18n: I18n): Json => ({
  money: i18n.t('initiatives.money.title'),
  currency: i18n.t('initiatives.pledge.currency'),
  needed: i18n.t('initiatives.money.needed'),
  promised: i18n.t('initiatives.money.promised'),
  given: i18n.t('initiatives.money.given'),
  spent: i18n.t('initiatives.money.spent'),
  needs: i18n.t('initiatives.need.title'),
  what: i18n.t('initiatives.need.what'),
  picture: i18n.t('initiatives.paper.picture'),
  milestones: i18n.t('initiatives.milestone.titles'),
  until: i18n.t('initiatives.milestone.due'),
  state: i18n.t('initiatives.task.status'),
  more: i18n.t('initiatives.paper.more'),
})

/** When something last happened: the date of the paper, so that the same state has the same bytes. */
const latest = ({ realisation, reports, result }: Given): string =>
  [
    realisation.openedAt,
    realisation.stalledAt,
    realisation.endedAt,
    result?.publishedAt,
    reports[0]?.publishedAt,
  ]
    .filter(at => typeof at === 'string')
    .toSorted((a, b) => Temporal.Instant.compare(a, b))
    .at(-1)!

/** Where a realisation stands, on one page to hand out. */
export function summaryPaper(
  given: Given,
  i18n: I18n,
  umbrella: UmbrellaFace,
  origin: string,
): Paper & { name: string } {
  const { realisation } = given
  const { number, status } = realisation
  const coalition = i18n.text(umbrella.name).value
  const title = printed(i18n, realisation.title)
  const kicker = i18n.t('initiatives.paper.realisationKicker', { number: i18n.number(number), coalition })
  return {
    name: `realisation-${number}-${i18n.lang}.pdf`,
    source: 'src/modules/initiatives/papers/summary.typ',
    title: `${kicker}: ${title.value}`,
    author: coalition,
    footer: `${origin}/${i18n.lang}/${umbrella.slug}/realisations/${number}`,
    lang: i18n.lang,
    made: Temporal.Instant.from(latest(given)),
    data: {
      words: words(i18n),
      kicker,
      title,
      warning: warnings[status] ? i18n.t(warnings[status]) : null,
      facts: facts(i18n, given),
      money: moneyRows(i18n, given),
      needs: needRows(i18n, given),
      milestones: milestoneRows(i18n, given),
      account: account(i18n, given),
    },
  }
}
