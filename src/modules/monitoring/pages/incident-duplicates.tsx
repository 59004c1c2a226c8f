import { Actions, ButtonLink, ConfirmButton, Section, usePage } from '#ui/index.ts'
import type { IncidentView } from '../queries/incident.ts'

const Links = ({ codes }: { codes: readonly string[] }) => {
  const { link } = usePage()
  return (
    <ul>
      {codes.map(code => (
        <li>
          <a href={link(`/incidents/${code}`)}>
            <code>{code}</code>
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Incidents that turned out to be this one, or the one that this turned out to be. */
export const Duplicates = ({ incident }: { incident: IncidentView }) => {
  const { link, t } = usePage()
  const { code, original, duplicates } = incident
  return (
    <Section title={t('monitoring.incident.duplicate.title')} id="duplicates">
      {original !== null && (
        <>
          <p>{t('monitoring.incident.duplicate.isOne')}</p>
          <Links codes={[original]} />
          <ConfirmButton
            action={link(`/incidents/${code}/separation`)}
            label={t('monitoring.incident.duplicate.separate')}
            confirm={t('monitoring.incident.duplicate.separateConfirm')}
          >
            <p>{t('monitoring.incident.duplicate.separateLead')}</p>
          </ConfirmButton>
        </>
      )}
      {duplicates.length > 0 && (
        <>
          <p>{t('monitoring.incident.duplicate.has')}</p>
          <Links codes={duplicates} />
        </>
      )}
      {original === null && (
        <Actions>
          <ButtonLink href={link(`/incidents/${code}/duplicates`)} icon="search">
            {t('monitoring.incident.duplicate.look')}
          </ButtonLink>
        </Actions>
      )}
    </Section>
  )
}
