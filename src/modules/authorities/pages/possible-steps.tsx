import type { Viewer } from '#platform/http/viewer.ts'
import { Actions, ButtonLink, usePage } from '#ui/index.ts'
import { canTakeStep, canWrite } from '../policy/steps.ts'
import type { Standing } from '../queries/standing.ts'
import { corrections, type StepForm, stepForms } from '../steps/step-forms.ts'

const byWhom = (viewer: Viewer, face: Standing) =>
  stepForms.filter(step => canTakeStep(viewer, face, step) && !corrections.includes(step))

/** What the viewer can do with a communication now: the usual next step first, the others behind it. */
export const PossibleSteps = ({ face, viewer }: { face: Standing; viewer: Viewer }) => {
  const { link, t } = usePage()
  const steps = byWhom(viewer, face)
  const usual = steps.find(step => step.usualFrom?.includes(face.status))
  const others = steps.filter(step => step !== usual)
  const corrected = corrections.find(step => canTakeStep(viewer, face, step))
  const at = (path: string) => link(`/communications/${face.number}/${path}`)
  const Step = ({ step, main }: { step: StepForm; main?: boolean }) => (
    <ButtonLink href={at(step.path)} look={main ? 'primary' : 'plain'}>
      {t(step.title)}
    </ButtonLink>
  )
  if (steps.length === 0 && !corrected) return <p>{t('authorities.step.nothingPossible')}</p>
  return (
    <>
      {(usual || canWrite(face)) && (
        <Actions>
          {usual && <Step step={usual} main />}
          {canWrite(face) && (
            <ButtonLink href={at('messages')} icon="mail">
              {t('authorities.desk.message.write')}
            </ButtonLink>
          )}
        </Actions>
      )}
      {(others.length > 0 || corrected) && (
        <details class="folded-choices" open={usual === undefined}>
          <summary>{t('authorities.step.others')}</summary>
          <Actions>
            {others.map(step => (
              <Step step={step} />
            ))}
            {corrected && <Step step={corrected} />}
          </Actions>
        </details>
      )}
    </>
  )
}
