import type { Child } from 'hono/jsx'
import type { Refusal } from '#platform/refusal.ts'
import {
  Actions,
  Button,
  ButtonLink,
  FileField,
  Form,
  HiddenField,
  PageHeading,
  type Problem,
  Refused,
  usePage,
} from '#ui/index.ts'
import { otherLocales } from '#ui/layout/languages.tsx'
import { address } from '#ui/page.tsx'
import { largestReportFile, mostReportFiles } from '../actions/keep-report-file.ts'
import type { ReportInHand } from '../report/kept-report.ts'
import { type Step, stepsFor } from '../report/steps.ts'
import { questions } from '../report/words.ts'
import { ReportFrame } from './report-frame.tsx'
import { Question } from './report-questions.tsx'
import { Review } from './report-review.tsx'
import { SealingWay } from './report-sealing.tsx'

export type StepPageProps = {
  report: ReportInHand
  /** The report as the hidden field carries it. */
  kept: string
  country: string | null
  problems?: readonly (Problem & { step?: Step })[]
  refusal?: Refusal | null
  /** Nothing is answered yet, so the browser may seal everything by itself. */
  begins?: boolean
}

/** The answers come along: the button sends the form to the same page in another language. */
export const OtherLanguages = () => {
  const page = usePage()
  return (
    <p class="other-languages">
      {otherLocales(page)
        .filter(({ current }) => !current)
        .map(({ locale, name }) => (
          <button
            class="btn btn-ghost btn-sm"
            type="submit"
            name="go"
            value="stay"
            lang={locale}
            formaction={address(locale, page.umbrella?.slug, '/report/new')}
          >
            {name}
          </button>
        ))}
    </p>
  )
}

const Files = ({ report }: Pick<StepPageProps, 'report'>) => {
  const { t } = usePage()
  return (
    <>
      {report.files.length > 0 && (
        <ul>
          {report.files.map(({ id, name }) => (
            <li>
              <bdi>{name}</bdi>{' '}
              <Button look="quiet" small name="go" value={`drop ${id}`}>
                {t('monitoring.report.files.remove')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {report.files.length < mostReportFiles && (
        <FileField
          name="file"
          label={t('monitoring.report.files.label')}
          hint={t('monitoring.report.files.hint', { megabytes: largestReportFile })}
        />
      )}
    </>
  )
}

const Buttons = ({ report }: Pick<StepPageProps, 'report'>) => {
  const { t, link } = usePage()
  const first = stepsFor(report.values)[0] === report.step
  return (
    <>
      <Actions>
        <Button look="primary" name="go" value="next">
          {t(report.step === 'review' ? 'monitoring.report.submit' : 'monitoring.report.next')}
        </Button>
        {report.step === 'files' && report.files.length < mostReportFiles && (
          <Button name="go" value="add">
            {t('monitoring.report.files.add')}
          </Button>
        )}
        {first ? (
          <ButtonLink look="quiet" href={link('/report')}>
            {t('monitoring.report.back')}
          </ButtonLink>
        ) : (
          <Button look="quiet" name="go" value="back">
            {t('monitoring.report.back')}
          </Button>
        )}
      </Actions>
      <OtherLanguages />
    </>
  )
}

const bodies = (props: StepPageProps): Child => {
  const { step, values } = props.report
  if (step === 'review') return <Review report={props.report} problems={props.problems ?? []} />
  if (step === 'files') return <Files report={props.report} />
  return <Question step={step} values={values} country={props.country} />
}

const OneQuestion = (props: StepPageProps) => {
  const { report, kept, problems = [] } = props
  const { t, link } = usePage()
  const [title, lead] = questions[report.step]
  const asked = stepsFor(report.values).filter(step => step !== 'review')
  return (
    <>
      <PageHeading
        kicker={
          report.step === 'review'
            ? undefined
            : t('monitoring.report.progress', { step: asked.indexOf(report.step) + 1, steps: asked.length })
        }
        title={t(title)}
        lead={t(lead)}
      />
      <Form
        action={link('/report/new')}
        values={report.values}
        problems={report.step === 'review' ? [] : problems}
        files={report.step === 'files'}
        bare
      >
        <HiddenField name="kept" value={kept} />
        {bodies(props)}
        <Buttons report={report} />
      </Form>
    </>
  )
}

/** One question, with everything that was answered before in a sealed hidden field. */
export const ReportStepPage = (props: StepPageProps) => {
  const { report, problems = [], refusal, begins, country } = props
  const { assets, t } = usePage()
  const sealing = begins ? assets.scripts?.['src/modules/monitoring/browser/index.ts'] : undefined
  return (
    <ReportFrame
      title={t(questions[report.step][0])}
      invalid={problems.length > 0}
      head={sealing && <script type="module" src={sealing} />}
    >
      <Refused refusal={refusal} />
      {sealing ? (
        <SealingWay country={country}>
          <OneQuestion {...props} />
        </SealingWay>
      ) : (
        <OneQuestion {...props} />
      )}
    </ReportFrame>
  )
}
