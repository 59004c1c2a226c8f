import {
  Badge,
  ButtonLink,
  Card,
  Cards,
  Layout,
  PageHeading,
  Prose,
  Section,
  Table,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import type { ApplicationLine } from '../queries/applications.ts'
import { forms } from '../schema/memberships.ts'
import { applicationTones, applicationWords, formWords } from '../words.ts'

type Props = { own: readonly ApplicationLine[]; objectionDays: number }

const explained = {
  collective: {
    title: 'network.join.collective.title',
    what: 'network.join.collective.what',
    who: 'network.join.collective.who',
  },
  individual: {
    title: 'network.join.individual.title',
    what: 'network.join.individual.what',
    who: 'network.join.individual.who',
  },
  agreement: {
    title: 'network.join.agreement.title',
    what: 'network.join.agreement.what',
    who: 'network.join.agreement.who',
  },
} as const

const OwnApplications = ({ own }: Pick<Props, 'own'>) => {
  const { link, t } = usePage()
  const address = (line: ApplicationLine) =>
    link(line.status === 'draft' ? `/join/${line.form}` : `/applications/${line.id}`)
  return (
    <Section title={t('network.join.own')}>
      <Table
        caption={t('network.join.own')}
        captionHidden
        columns={[
          {
            label: t('network.application.name'),
            heading: true,
            cell: line => (
              <a href={address(line)}>
                {line.name ? <Text value={line.name} note={false} /> : t('network.join.unnamedDraft')}
              </a>
            ),
          },
          { label: t('network.application.form'), cell: line => t(formWords[line.form]) },
          {
            label: t('network.application.state'),
            cell: line => (
              <Badge tone={applicationTones[line.status]}>{t(applicationWords[line.status])}</Badge>
            ),
          },
          {
            label: t('network.application.changed'),
            cell: line => <Time at={line.updatedAt} day style="short" />,
          },
        ]}
        rows={own}
      />
    </Section>
  )
}

/** How to become a member: three ways in plain words, what happens then, and what the reader has begun already. */
export const JoinPage = ({ own, objectionDays }: Props) => {
  const { link, t } = usePage()
  return (
    <Layout title={t('network.join.title')} description={t('network.join.lead')} indexed>
      <PageHeading title={t('network.join.title')} lead={t('network.join.lead')} />
      {own.length > 0 && <OwnApplications own={own} />}
      <Section title={t('network.join.choose')}>
        <Cards>
          {forms.map(form => (
            <Card
              title={t(explained[form].title)}
              footer={<ButtonLink href={link(`/join/${form}`)}>{t('network.join.begin')}</ButtonLink>}
            >
              <p>{t(explained[form].what)}</p>
              <p>{t(explained[form].who)}</p>
            </Card>
          ))}
        </Cards>
      </Section>
      <Section title={t('network.join.then')}>
        <Prose>
          <ol>
            <li>{t('network.join.step.write')}</li>
            <li>{t('network.join.step.publish')}</li>
            <li>{t('network.join.step.object', { days: objectionDays })}</li>
            <li>{t('network.join.step.consent')}</li>
            <li>{t('network.join.step.decide')}</li>
          </ol>
        </Prose>
      </Section>
    </Layout>
  )
}
