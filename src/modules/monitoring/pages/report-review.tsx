import type { FormValues } from '#platform/http/form.ts'
import type { MessageKey } from '#platform/i18n/index.ts'
import { Alert, Paragraphs, type Problem, usePage } from '#ui/index.ts'
import type { ReportInHand } from '../report/kept-report.ts'
import { monthNames } from '../report/month-names.ts'
import { type Step, stepsFor } from '../report/steps.ts'
import {
  namingWords,
  precisionWords,
  questions,
  reactionWords,
  signWords,
  useWords,
  whoseWords,
  wishWords,
} from '../report/words.ts'

type Tools = ReturnType<typeof usePage>

/** What was answered so far, typed or told. */
type Told = Pick<ReportInHand, 'values' | 'files'>

const textOf = (values: FormValues, name: string): string => [values[name] ?? ''].flat()[0]?.trim() ?? ''

// A word that is not one of ours was put there by hand, and is shown as little as it is stored.
const word = ({ t }: Tools, words: Record<string, MessageKey>, value: string): string => {
  const key = words[value]
  return key ? t(key) : ''
}

const worded = (tools: Tools, words: Record<string, MessageKey>, values: FormValues, name: string) =>
  [values[name] ?? []].flat().map(value => word(tools, words, value))

const dayShown = ({ i18n }: Tools, values: FormValues, name: string) => {
  const day = textOf(values, name)
  return /^\d{4}-\d\d-\d\d$/.test(day) ? i18n.date(day) : day
}

function dayLines(tools: Tools, values: FormValues): string[] {
  const { i18n, t } = tools
  const precision = textOf(values, 'precision')
  if (precision === 'exact') return [dayShown(tools, values, 'day')]
  if (precision === 'range')
    return [`${dayShown(tools, values, 'from')} – ${dayShown(tools, values, 'until')}`]
  const year = textOf(values, 'year')
  if (precision === 'month')
    return [`${monthNames(i18n.locale)[Number(textOf(values, 'month')) - 1] ?? ''} ${year}`]
  const half = {
    '1': t('monitoring.report.day.firstHalf'),
    '2': t('monitoring.report.day.secondHalf'),
  }[textOf(values, 'half')]
  return [`${half ?? ''} ${year}`]
}

const lines: Record<Exclude<Step, 'review'>, (tools: Tools, report: Told) => string[]> = {
  whose: (tools, { values }) => [word(tools, whoseWords, textOf(values, 'whose'))],
  name: (tools, { values }) => [
    word(tools, namingWords, textOf(values, 'naming')),
    textOf(values, 'naming') === 'named' ? textOf(values, 'name') : '',
  ],
  what: (_, { values }) => [textOf(values, 'what')],
  when: (tools, { values }) => [word(tools, precisionWords, textOf(values, 'precision'))],
  day: (tools, { values }) => dayLines(tools, values),
  where: ({ i18n, t }, { values }) => [
    textOf(values, 'online') === 'yes' ? t('monitoring.report.where.online') : '',
    textOf(values, 'region') && i18n.region(textOf(values, 'region')),
    textOf(values, 'town'),
    textOf(values, 'place'),
  ],
  whom: (_, { values }) => [textOf(values, 'whom')],
  why: (tools, { values }) => [...worded(tools, signWords, values, 'signs'), textOf(values, 'why')],
  after: (tools, { values }) => [
    word(tools, reactionWords, textOf(values, 'reported')),
    textOf(values, 'after'),
  ],
  files: (_, { files }) => files.map(({ name }) => name),
  wish: (tools, { values }) => [
    ...worded(tools, wishWords, values, 'wishes'),
    textOf(values, 'contact'),
    textOf(values, 'safely'),
  ],
  consents: (tools, { values }) => worded(tools, useWords, values, 'uses'),
}

/** The answer to one question in the reader's language, line by line; what was typed stands as it was typed. */
export const answerLines = (step: Exclude<Step, 'review'>, tools: Tools, told: Told): string[] =>
  lines[step](tools, told).filter(line => line !== '')

type ReviewProps = { report: ReportInHand; problems: readonly (Problem & { step?: Step })[] }

const Problems = ({ problems }: Pick<ReviewProps, 'problems'>) => {
  const { t } = usePage()
  if (problems.length === 0) return null
  return (
    <Alert kind="error" title={t('monitoring.report.review.problems')} focused>
      <ul>
        {problems.map(({ step, message, values }) => (
          <li>
            <a href={`#answer-${step}`}>{t(message, values)}</a>
          </li>
        ))}
      </ul>
    </Alert>
  )
}

const Answer = ({ step, report }: { step: Exclude<Step, 'review'>; report: ReportInHand }) => {
  const tools = usePage()
  const { t } = tools
  const said = answerLines(step, tools, report)
  return (
    <div id={`answer-${step}`}>
      <dt>{t(questions[step][0])}</dt>
      <dd dir="auto">
        {said.length === 0 ? t('monitoring.report.review.unsaid') : <Paragraphs text={said.join('\n')} />}
      </dd>
      <dd>
        <button
          class="btn btn-ghost btn-sm"
          type="submit"
          name="go"
          value={step}
          aria-label={t('monitoring.report.review.changeOf', { question: t(questions[step][0]) })}
        >
          {t('monitoring.report.review.change')}
        </button>
      </dd>
    </div>
  )
}

/** Everything that was answered, before it is stored. */
export const Review = ({ report, problems }: ReviewProps) => {
  const asked = stepsFor(report.values).filter(step => step !== 'review')
  return (
    <>
      <Problems problems={problems} />
      <dl class="answers">
        {asked.map(step => (
          <Answer step={step} report={report} />
        ))}
      </dl>
    </>
  )
}
