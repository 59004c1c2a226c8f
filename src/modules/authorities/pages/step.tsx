import { ConfirmationPage } from '#modules/network/index.ts'
import type { Viewer } from '#platform/http/viewer.ts'
import type { I18n } from '#platform/i18n/index.ts'
import {
  Alert,
  ButtonLink,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  usePage,
} from '#ui/index.ts'
import { canTakeStep, recordsFromLetters } from '../policy/steps.ts'
import type { ExtensionLimit } from '../queries/extension-limit.ts'
import type { FoundBody } from '../queries/forwarding-targets.ts'
import type { Standing } from '../queries/standing.ts'
import type { StepForm } from '../steps/step-forms.ts'
import { PossibleSteps } from './possible-steps.tsx'
import { BodySearch, StepFields } from './step-fields.tsx'

export type StepPageProps = {
  face: Standing
  step: StepForm
  viewer: Viewer
  bodies?: readonly FoundBody[]
  limit?: ExtensionLimit | null
  typed?: string
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const crumbsOf = ({ number }: Standing, { t }: Pick<I18n, 't'>) => [
  { label: t('authorities.menu'), path: '/communications' },
  { label: t('authorities.letter.numbered', { number }), path: `/communications/${number}` },
]

// Somebody was faster, or the address was typed: what is possible instead.
const NotPossible = ({ face, step, viewer, refusal }: StepPageProps) => {
  const { link, t } = usePage()
  const title = t(step.title)
  return (
    <Layout title={title} crumbs={crumbsOf(face, { t })} width="form">
      <PageHeading title={title} />
      <Refused refusal={refusal ?? { reason: 'authorities.step.refusal.notPossibleNow' }} />
      <Section title={t('authorities.step.possibleNow')}>
        <PossibleSteps face={face} viewer={viewer} />
      </Section>
      <ButtonLink href={link(`/communications/${face.number}`)} look="quiet">
        {t('authorities.step.back')}
      </ButtonLink>
    </Layout>
  )
}

const Before = ({ face, step, viewer, refusal, typed = '' }: StepPageProps) => {
  const { t } = usePage()
  const fromLetter = step.side === 'authority' && recordsFromLetters(viewer, face)
  return (
    <>
      {refusal && (
        <Section title={t('authorities.step.possibleNow')}>
          <PossibleSteps face={face} viewer={viewer} />
        </Section>
      )}
      {fromLetter && <Alert kind="info">{t('authorities.step.fromLetterHelp')}</Alert>}
      {step.final && <p>{t('authorities.step.final')}</p>}
      {step.fields?.includes('body') && (
        <BodySearch action={`/communications/${face.number}/${step.path}`} typed={typed} />
      )}
    </>
  )
}

/** One step as a page: what it is, what follows from it, what has to be said, and the way back. */
export const StepPage = (props: StepPageProps) => {
  const { i18n, t } = usePage()
  const { face, step, viewer, bodies = [], limit = null, values, problems, refusal } = props
  if (!canTakeStep(viewer, face, step)) return <NotPossible {...props} />
  const body = i18n.text(face.bodyName).value
  return (
    <ConfirmationPage
      title={t(step.title)}
      lead={t(step.lead, { body })}
      crumbs={crumbsOf(face, { t })}
      action={`/communications/${face.number}/${step.path}`}
      confirm={t(step.confirm)}
      back={`/communications/${face.number}`}
      values={values ?? { onDay: face.today }}
      problems={problems}
      refusal={refusal}
      before={<Before {...props} />}
      files={step.document !== undefined}
    >
      <StepFields {...{ face, step, bodies, limit }} />
    </ConfirmationPage>
  )
}
