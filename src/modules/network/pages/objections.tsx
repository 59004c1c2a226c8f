import type { Viewer } from '#platform/http/viewer.ts'
import { Badge, ConfirmButton, Section, Text, Time, usePage } from '#ui/index.ts'
import { canWithdrawObjection } from '../policy/admission.ts'
import type { ApplicationView, ObjectionView } from '../queries/applications.ts'
import { Written } from './written.tsx'

type Props = { application: ApplicationView; viewer: Viewer }

const ObjectionItem = ({ application, viewer, objection }: Props & { objection: ObjectionView }) => {
  const { link, t } = usePage()
  const { member, membershipId, reasons, raisedAt, withdrawnAt } = objection
  return (
    <li>
      <p>
        <strong>
          <Text value={member} note={false} />
        </strong>{' '}
        <Time at={raisedAt} style="short" />{' '}
        {withdrawnAt !== null && <Badge>{t('network.objection.withdrawn')}</Badge>}
      </p>
      <Written text={reasons} />
      {canWithdrawObjection(viewer, application, objection) && !application.over && (
        <ConfirmButton
          label={t('network.objection.withdraw')}
          confirm={t('network.objection.withdrawNow')}
          action={link(`/applications/${application.id}/objections/withdrawal`)}
          fields={{ membership: membershipId }}
          small
        >
          <p>{t('network.objection.withdrawHelp')}</p>
        </ConfirmButton>
      )}
    </li>
  )
}

/** Which members object, with their reasons; and how many have said that they do not. */
export const Objections = ({ application, viewer }: Props) => {
  const { t } = usePage()
  const { objections, readings } = application
  return (
    <Section title={t('network.objection.title')}>
      {readings.length > 0 && <p>{t('network.objection.readings', { count: readings.length })}</p>}
      {objections.length === 0 ? (
        <p>{t('network.objection.none')}</p>
      ) : (
        <ul>
          {objections.map(objection => (
            <ObjectionItem application={application} viewer={viewer} objection={objection} />
          ))}
        </ul>
      )}
    </Section>
  )
}
