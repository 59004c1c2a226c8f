import {
  Badge,
  Button,
  Form,
  HiddenField,
  PostButton,
  Section,
  Table,
  TextField,
  usePage,
} from '#ui/index.ts'
import { applicationWords } from '../council-words.ts'
import { mayKeep } from '../policy/councils.ts'
import type { CouncilView } from '../queries/council.ts'
import type { ApplicationView, FormationView } from '../queries/formation.ts'
import type { FormationPageProps } from './formation-props.ts'

const Answer = ({ council, application }: { council: CouncilView; application: ApplicationView }) => {
  const { link, t } = usePage()
  const action = link(`/councils/${council.slug}/formation/answer`)
  return (
    <>
      <PostButton action={action} fields={{ application: application.id, answer: 'admitted' }} small>
        {t('councils.application.admit')}
      </PostButton>
      <details class="folded-choices">
        <summary>{t('councils.application.refuse')}</summary>
        <Form action={action} id={`refuse-${application.id}`} label={t('councils.application.refuse')}>
          <HiddenField name="application" value={application.id} />
          <HiddenField name="answer" value="refused" />
          <TextField name="refusal" label={t('councils.application.refusal')} maxlength={1000} required />
          <Button>{t('councils.application.refuse')}</Button>
        </Form>
      </details>
    </>
  )
}

export const Applications = ({
  council,
  formation,
  viewer,
}: FormationPageProps & { formation: FormationView }) => {
  const { t } = usePage()
  const keeps = mayKeep(viewer, formation)
  const counted = formation.applications.some(({ votes }) => votes !== null)
  const answering = keeps && ['call', 'applications'].includes(formation.stage)
  return (
    <Section title={t('councils.application.title')} id="applications">
      <Table
        caption={t('councils.application.title')}
        captionHidden
        columns={[
          {
            label: t('councils.application.organisation'),
            heading: true,
            cell: ({ organisation }) => <span dir="auto">{organisation}</span>,
          },
          {
            label: t('councils.application.candidate'),
            cell: ({ candidate }) => candidate ?? t('councils.holder.unnamed'),
          },
          {
            label: t('councils.application.state'),
            cell: ({ status, refusal, elected }) => (
              <>
                <Badge tone={elected ? 'good' : status === 'refused' ? 'bad' : 'neutral'}>
                  {elected ? t('councils.application.elected') : t(applicationWords[status])}
                </Badge>{' '}
                {refusal}
              </>
            ),
          },
          ...(counted
            ? [
                {
                  label: t('councils.application.votes'),
                  numeric: true,
                  cell: ({ votes }: ApplicationView) => votes ?? '',
                },
              ]
            : []),
          ...(answering
            ? [
                {
                  label: t('councils.holder.doing'),
                  cell: (application: ApplicationView) =>
                    application.status === 'received' && (
                      <Answer council={council} application={application} />
                    ),
                },
              ]
            : []),
        ]}
        rows={formation.applications}
        empty={<p>{t('councils.application.none')}</p>}
      />
    </Section>
  )
}
