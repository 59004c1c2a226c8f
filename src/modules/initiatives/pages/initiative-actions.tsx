import type { Viewer } from '#platform/http/viewer.ts'
import { Actions, ButtonLink, ConfirmButton, usePage } from '#ui/index.ts'
import {
  adoptingCapacities,
  canCorrect,
  canOpenDecision,
  canRevise,
  canWithdraw,
} from '../policy/initiatives.ts'
import type { InitiativeView } from '../queries/initiative.ts'

type Props = { initiative: InitiativeView; viewer: Viewer; askableFrom: string | null }

/** What the initiator can do now, and what others can where it was withdrawn. */
export const OwnActions = ({ initiative, viewer, askableFrom }: Props) => {
  const { link, t } = usePage()
  const at = `/initiatives/${initiative.number}`
  const adopts = adoptingCapacities(viewer, initiative).length > 0
  const owner =
    canRevise(viewer, initiative) || canWithdraw(viewer, initiative) || canCorrect(viewer, initiative)
  if (!adopts && !owner) return null
  const due = askableFrom !== null && Temporal.Instant.compare(askableFrom, Temporal.Now.instant()) <= 0
  return (
    <Actions>
      {adopts && (
        <ButtonLink href={link(`${at}/adoption`)} look="primary">
          {t('initiatives.adoption.adopt')}
        </ButtonLink>
      )}
      {canOpenDecision(viewer, initiative) && due && (
        <ConfirmButton
          label={t('initiatives.asking.ask')}
          confirm={t('initiatives.asking.askNow')}
          action={link(`${at}/decision`)}
          look="primary"
        >
          <p>{t('initiatives.asking.hint')}</p>
        </ConfirmButton>
      )}
      {canRevise(viewer, initiative) && (
        <ButtonLink href={link(`${at}/form`)}>{t('initiatives.initiative.revise')}</ButtonLink>
      )}
      {canCorrect(viewer, initiative) && (
        <ButtonLink href={link(`${at}/translations`)}>{t('initiatives.translation.title')}</ButtonLink>
      )}
      {canCorrect(viewer, initiative) && initiative.status !== 'discussion' && (
        <ButtonLink href={link(`${at}/correction`)}>{t('initiatives.correction.propose')}</ButtonLink>
      )}
      {canWithdraw(viewer, initiative) && (
        <ButtonLink href={link(`${at}/withdrawal`)} look="quiet">
          {t('initiatives.withdrawal.title')}
        </ButtonLink>
      )}
    </Actions>
  )
}
