import type { Child, PropsWithChildren } from 'hono/jsx'
import type { MessageKey } from '#platform/i18n/index.ts'
import { Icon } from '#ui/icons/icon.tsx'
import { Actions, Alert, Button, ButtonLink, FileField, Form, PageHeading, usePage } from '#ui/index.ts'
import type { precisions } from '../report/answers.ts'
import { largestFile, mostFiles } from '../report/seal-report.ts'
import { type Step, steps } from '../report/steps.ts'
import { problemWords, questions } from '../report/words.ts'
import { Question } from './report-questions.tsx'
import { ReceiptShown } from './report-receipt.tsx'
import { OtherLanguages } from './report-step.tsx'

type StepProps = { step: Step; country: string | null; precision?: (typeof precisions)[number] }

const asked = steps.filter(step => step !== 'review')
const askedWithoutDay = asked.filter(step => step !== 'day')

// How many questions there are depends on whether a day is known, which nobody knows yet.
const Progress = ({ step }: Pick<StepProps, 'step'>) => {
  const { t } = usePage()
  const words = (of: readonly Step[]) =>
    t('monitoring.report.progress', { step: of.indexOf(step) + 1, steps: of.length })
  return (
    <span data-long={words(asked)} data-short={words(askedWithoutDay)}>
      {words(asked)}
    </span>
  )
}

const Files = () => {
  const { t } = usePage()
  return (
    <>
      <ul data-list="files" />
      <FileField
        name="file"
        label={t('monitoring.report.files.label')}
        hint={t('monitoring.report.files.hint', { megabytes: largestFile / 1024 / 1024 })}
        multiple
      />
    </>
  )
}

const Sending = () => {
  const { t } = usePage()
  return (
    <div data-part="sending" role="status" hidden>
      <p>{t('monitoring.report.sealing.sending')}</p>
      <progress class="progress" aria-label={t('monitoring.report.sealing.sending')} />
    </div>
  )
}

const bodies = ({ step, country, precision }: StepProps): Child => {
  if (step === 'review') return <dl class="answers" />
  if (step === 'files') return <Files />
  return <Question step={step} values={precision ? { precision } : {}} country={country} />
}

const StepButtons = ({ step }: Pick<StepProps, 'step'>) => {
  const { t, link } = usePage()
  return (
    <>
      <Actions>
        <Button look="primary" name="go" value="next">
          {t(step === 'review' ? 'monitoring.report.submit' : 'monitoring.report.next')}
        </Button>
        {step === steps[0] ? (
          <ButtonLink look="quiet" href={link('/report')}>
            {t('monitoring.report.back')}
          </ButtonLink>
        ) : (
          <Button look="quiet" name="go" value="back">
            {t('monitoring.report.back')}
          </Button>
        )}
      </Actions>
      {step === 'review' && <Sending />}
      <OtherLanguages />
    </>
  )
}

// Where somebody begins to trust it, and where they let it go; between them one thing at a time.
const said: readonly Step[] = ['whose', 'review']

const OneStep = (props: StepProps) => {
  const { step, precision } = props
  const { t, link } = usePage()
  const [title, lead] = questions[step]
  return (
    <section data-step={step} data-precision={precision} hidden>
      <PageHeading
        kicker={step === 'review' ? undefined : <Progress step={step} />}
        title={t(title)}
        lead={t(lead)}
      />
      {said.includes(step) && <Alert kind="info">{t('monitoring.report.sealing.note')}</Alert>}
      <Form action={link('/report/new')} id={precision ? `${step}-${precision}` : step} bare>
        {bodies(props)}
        <StepButtons step={step} />
      </Form>
    </section>
  )
}

// What scripts put in where it is needed: there are no words in them.
const Parts = () => {
  const { t } = usePage()
  return (
    <>
      <template data-part="problems">
        <div class="error-summary" role="alert" tabindex={-1}>
          <h2>
            <span />
          </h2>
          <ul />
        </div>
      </template>
      <template data-part="problem">
        <p class="problem">
          <Icon name="circle-alert" label={t('ui.form.problemTitle')} />
          <span />
        </p>
      </template>
      <template data-part="file">
        <li>
          <bdi />{' '}
          <button class="btn btn-ghost btn-sm" type="button">
            {t('monitoring.report.files.remove')}
          </button>
        </li>
      </template>
      <template data-part="answer">
        <div>
          <dt />
          <dd dir="auto" class="whitespace-pre-line" />
          <dd>
            <button class="btn btn-ghost btn-sm" type="submit" name="go">
              {t('monitoring.report.review.change')}
            </button>
          </dd>
        </div>
      </template>
      <template data-part="failed">
        <Alert kind="error" title={t('monitoring.report.sealing.failed')} focused>
          <p data-says />
        </Alert>
        <p>{t('monitoring.report.sealing.plainWhy')}</p>
        <button class="btn" type="button" data-do="plain">
          {t('monitoring.report.sealing.plain')}
        </button>
      </template>
      <template data-part="receipt">
        <ReceiptShown receipt="">
          <button class="btn" type="button" data-do="save">
            {t('monitoring.report.receipt.save')}
          </button>
        </ReceiptShown>
      </template>
    </>
  )
}

/** Every sentence that the rules of the form can say, by its key; with the numbers in it, where it has some. */
function words({ t }: ReturnType<typeof usePage>): Record<string, string> {
  const said = (key: MessageKey, values?: Record<string, number>) =>
    [[key, ...Object.values(values ?? {})].join(' '), t(key, values)] as const
  const counts = [1, 2, 3]
  return Object.fromEntries([
    ...problemWords.map(key => said(key)),
    ...[200, 120, 500, 2000, 20_000].map(maximum => said('platform.form.tooLong', { maximum })),
    ...counts.map(count => said('ui.form.problems', { count })),
    said('platform.vault.fileTooLarge', { megabytes: largestFile / 1024 / 1024 }),
    said('monitoring.report.files.tooMany', { most: mostFiles }),
  ])
}

type SealingProps = PropsWithChildren<{ country: string | null }>

/**
 * The whole way as a browser goes it that seals by itself: every question is there from the beginning, so that nothing is
 * asked of the server between the first and the last. Until the script is there, and where none runs, `children` are.
 */
export const SealingWay = ({ country, children }: SealingProps) => {
  const page = usePage()
  const { i18n, umbrella, link, t } = page
  const days = ['exact', 'range', 'month', 'half_year'] as const
  return (
    <p-report
      data-umbrella={umbrella?.id}
      data-locale={i18n.locale}
      data-today={Temporal.Now.plainDateISO('Europe/Kyiv').toString()}
      data-post={link('/report/sealed')}
      data-mailbox={link('/report/mailbox')}
      data-words={JSON.stringify(words(page))}
      data-change={t('monitoring.report.review.changeOf', { question: '%' })}
      data-unsaid={t('monitoring.report.review.unsaid')}
      data-unreachable={t('monitoring.report.sealing.noAnswer')}
    >
      {children}
      <template data-part="steps">
        {steps.flatMap(step =>
          step === 'day'
            ? days.map(precision => <OneStep step="day" precision={precision} country={country} />)
            : [<OneStep step={step} country={country} />],
        )}
      </template>
      <Parts />
    </p-report>
  )
}
