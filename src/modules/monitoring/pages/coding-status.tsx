import { Actions, ButtonLink, ConfirmButton, usePage } from '#ui/index.ts'
import { canCode, canCompare, canTakeAlone } from '../policy/coding.ts'
import type { IncidentView } from '../queries/incident.ts'

const words = {
  none: 'monitoring.coding.status.nobody',
  mineOpen: 'monitoring.coding.status.mineOpen',
  mineDone: 'monitoring.coding.status.mineDone',
  second: 'monitoring.coding.status.second',
  taken: 'monitoring.coding.status.taken',
  both: 'monitoring.coding.status.both',
  settled: 'monitoring.coding.status.settled',
} as const

function stateOf(incident: IncidentView): keyof typeof words {
  const { begun, done, mine, coded } = incident
  if (coded) return 'settled'
  if (mine === 'open') return 'mineOpen'
  if (done === 2) return 'both'
  if (mine === 'done') return 'mineDone'
  return begun === 0 ? 'none' : begun === 1 ? 'second' : 'taken'
}

/** How far the coding has come, and what the reader can do about it. */
export const CodingStatus = ({ incident }: { incident: IncidentView }) => {
  const { link, t } = usePage()
  const at = (place: string) => link(`/incidents/${incident.code}${place}`)
  return (
    <>
      <p>{t(words[stateOf(incident)])}</p>
      <Actions>
        {canCode(incident) && (
          <ButtonLink href={at('/coding')} look="primary">
            {t(incident.mine === 'open' ? 'monitoring.coding.continue' : 'monitoring.coding.begin')}
          </ButtonLink>
        )}
        {canCompare(incident) && (
          <ButtonLink href={at('/comparison')} look={incident.coded ? 'plain' : 'primary'}>
            {t(incident.coded ? 'monitoring.coding.compare' : 'monitoring.coding.settle')}
          </ButtonLink>
        )}
        {canTakeAlone(incident) && !incident.coded && (
          <ConfirmButton
            action={at('/codes')}
            label={t('monitoring.coding.takeAlone')}
            confirm={t('monitoring.coding.takeAloneConfirm')}
          >
            <p>{t('monitoring.coding.takeAloneLead')}</p>
          </ConfirmButton>
        )}
      </Actions>
    </>
  )
}
