import {
  Actions,
  Alert,
  Badge,
  Button,
  ButtonLink,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  PostButton,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  Section,
  Table,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import { obstacleWords } from '../actions/propose-merge.ts'
import { changedFields, type ProfileField, profileFields } from '../organisation-profile.ts'
import type { PairFacts } from '../queries/duplicates.ts'
import type { ProfileView } from '../queries/organisation-profile.ts'
import { formWords } from '../words.ts'
import { reasonWords } from './duplicates.tsx'
import { ProfileValue, profileWords } from './profile-value.tsx'

type Pair = { first: ProfileView; second: ProfileView; facts: PairFacts }

const Comparison = ({ first, second }: Pair) => {
  const { i18n, t } = usePage()
  const different = new Set(changedFields(first.profile, second.profile))
  const value = (field: ProfileField, { profile }: ProfileView) => <ProfileValue field={field} of={profile} />
  return (
    <Table
      caption={t('network.duplicates.comparison')}
      captionHidden
      columns={[
        {
          label: t('network.organisation.field'),
          heading: true,
          cell: field => (
            <>
              {t(profileWords[field])}{' '}
              {different.has(field) && <Badge tone="warn">{t('network.duplicates.different')}</Badge>}
            </>
          ),
        },
        { label: i18n.text(first.profile.name).value, cell: field => value(field, first) },
        { label: i18n.text(second.profile.name).value, cell: field => value(field, second) },
      ]}
      rows={profileFields}
    />
  )
}

const Memberships = ({ first, second, facts }: Pair) => {
  const { i18n, t } = usePage()
  const nameOf = (id: string) => i18n.text((id === first.id ? first : second).profile.name).value
  return (
    <Section title={t('network.duplicates.memberships')}>
      <Table
        caption={t('network.duplicates.memberships')}
        captionHidden
        columns={[
          {
            label: t('network.membership.name'),
            heading: true,
            cell: ({ organisation }) => nameOf(organisation),
          },
          { label: t('network.import.column.form'), cell: ({ form }) => t(formWords[form]) },
          { label: t('network.membership.since'), cell: ({ since }) => <Time at={since} /> },
          { label: t('network.membership.until'), cell: ({ until }) => until && <Time at={until} /> },
          {
            label: t('network.membership.representatives'),
            numeric: true,
            cell: ({ people }) => i18n.number(people),
          },
        ]}
        rows={facts.memberships}
      />
    </Section>
  )
}

const MergeForm = ({
  first,
  second,
  path,
  values,
  problems = [],
}: Pair & { path: string; values?: FormValues; problems?: readonly Problem[] }) => {
  const { i18n, t } = usePage()
  const option = ({ id, profile }: ProfileView, hint: string) => ({
    value: id,
    label: i18n.text(profile.name).value,
    hint,
  })
  return (
    <Section title={t('network.merge.propose')} lead={t('network.merge.proposeLead')}>
      <Form action={`${path}/merge`} values={values} problems={problems}>
        <RadioGroup
          name="survivor"
          label={t('network.merge.survivor')}
          hint={t('network.merge.survivorHint')}
          required
          options={[
            option(first, t('network.duplicates.first')),
            option(second, t('network.duplicates.second')),
          ]}
        />
        <TextArea
          name="reason"
          label={t('network.act.reason')}
          hint={t('network.act.reasonHint')}
          rows={4}
          maxlength={2000}
          required
        />
        <Actions>
          <Button look="primary">{t('network.merge.proposeNow')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

const Obstacles = ({ facts }: { facts: PairFacts }) => {
  const { t } = usePage()
  return (
    <Alert kind="warning" title={t('network.merge.obstacles')}>
      <ul>
        {facts.obstacles.map(obstacle => (
          <li>{t(obstacleWords[obstacle])}</li>
        ))}
      </ul>
    </Alert>
  )
}

type Props = Pair & { values?: FormValues; problems?: readonly Problem[]; refusal?: RefusalShown }

/** Two organisations side by side: are they one? */
export const DuplicatePage = ({ values, problems = [], refusal, ...pair }: Props) => {
  const { link, t } = usePage()
  const { first, second, facts } = pair
  const path = link(`/duplicates/${first.id}/${second.id}`)
  const free = facts.merge === null && facts.obstacles.length === 0
  return (
    <Layout
      title={t('network.duplicates.compare')}
      crumbs={[{ label: t('network.duplicates.title'), path: '/duplicates' }]}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={t('network.duplicates.compare')} lead={t('network.duplicates.compareLead')}>
        {facts.reasons?.map(reason => (
          <Badge>{t(reasonWords[reason])}</Badge>
        ))}
      </PageHeading>
      <Refused refusal={refusal} />
      {facts.distinctAt && <Alert kind="info">{t('network.duplicates.toldApart')}</Alert>}
      {facts.merge && (
        <Alert kind="info">
          <a href={link(`/merges/${facts.merge}`)}>{t('network.merge.underWay')}</a>
        </Alert>
      )}
      {facts.obstacles.length > 0 && <Obstacles facts={facts} />}
      <Comparison {...pair} />
      <Memberships {...pair} />
      {!facts.distinctAt && !facts.merge && (
        <PostButton action={`${path}/difference`}>{t('network.duplicates.tellApart')}</PostButton>
      )}
      {free && <MergeForm {...pair} path={path} values={values} problems={problems} />}
      <ButtonLink href={link('/duplicates')} look="quiet">
        {t('network.duplicates.back')}
      </ButtonLink>
    </Layout>
  )
}
