import { Actions, Button, ButtonLink, Form, type FormValues, HiddenField, usePage } from '#ui/index.ts'
import type { Vocabulary } from '../coding/vocabulary.ts'
import type { Intake } from '../forms/incidents.ts'
import { BelowIncident, type Told } from './below-incident.tsx'
import { SourceFields } from './source-fields.tsx'

type Props = Told & {
  incident: { code: string }
  intake: Intake
  vocabulary: Vocabulary
  values: FormValues
}

/** A further source of an incident that is recorded already. */
export const NewSourcePage = ({ incident, intake, vocabulary, values, ...told }: Props) => {
  const { link, t } = usePage()
  const { code } = incident
  const media = intake === 'media'
  return (
    <BelowIncident
      code={code}
      title={t(media ? 'monitoring.incident.source.addMedia' : 'monitoring.incident.source.addTold')}
      lead={t(media ? 'monitoring.incident.new.mediaLead' : 'monitoring.incident.new.callLead')}
      width="form"
      {...told}
    >
      <Form action={link(`/incidents/${code}/sources`)} values={values} problems={told.problems}>
        <HiddenField name="from" value={intake} />
        <SourceFields intake={intake} vocabulary={vocabulary} />
        <Actions>
          <Button look="primary">{t('monitoring.incident.source.add')}</Button>
          <ButtonLink href={link(`/incidents/${code}`)} look="quiet">
            {t('monitoring.incident.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </BelowIncident>
  )
}
