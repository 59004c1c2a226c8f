import {
  Badge,
  Button,
  ButtonLink,
  DateField,
  DescriptionList,
  EmptyState,
  Form,
  type FormValues,
  Layout,
  LocalisedField,
  PageHeading,
  type Problem,
  Section,
  SelectField,
  Table,
  Text,
  TextArea,
  TextField,
  Time,
  usePage,
} from '#ui/index.ts'
import { channelWords } from '../council-words.ts'
import type { Contact, Liaison } from '../queries/liaisons.ts'

const crumbs = (t: ReturnType<typeof usePage>['t']) => [
  { label: t('councils.list.title'), path: '/councils' },
]

const useArea = () => {
  const { i18n } = usePage()
  return ({ country, regions, town }: Liaison) =>
    [regions.length > 0 ? i18n.list(regions.map(code => i18n.region(code))) : i18n.country(country), town]
      .filter(Boolean)
      .join(', ')
}

const filled = (texts: object) => Object.keys(texts).length > 0

/** The Commissioner’s coordinators in the regions: where, when they receive, how they are reached. */
export const LiaisonsPage = ({ liaisons }: { liaisons: readonly Liaison[] }) => {
  const { link, t } = usePage()
  const areaOf = useArea()
  return (
    <Layout title={t('councils.liaison.title')} crumbs={crumbs(t)} indexed>
      <PageHeading title={t('councils.liaison.title')} lead={t('councils.liaison.lead')} />
      <Table
        caption={t('councils.liaison.title')}
        captionHidden
        columns={[
          {
            label: t('councils.liaison.area'),
            heading: true,
            cell: liaison => <a href={link(`/liaisons/${liaison.id}`)}>{areaOf(liaison)}</a>,
          },
          {
            label: t('councils.liaison.holder'),
            cell: ({ holder, vacant }) =>
              vacant ? (
                <Badge tone="warn">{t('councils.seat.vacant')}</Badge>
              ) : (
                (holder ?? t('councils.holder.unnamed'))
              ),
          },
          {
            label: t('councils.liaison.hours'),
            cell: ({ hours }) => filled(hours) && <Text value={hours} note={false} />,
          },
          { label: t('councils.liaison.address'), cell: ({ address }) => address ?? '' },
        ]}
        rows={liaisons}
        empty={<EmptyState title={t('councils.liaison.none')} icon="users" />}
      />
    </Layout>
  )
}

const Journal = ({ liaison, contacts, values, problems }: LiaisonPageProps) => {
  const { link, t } = usePage()
  const shown = values?.withWhom === undefined ? {} : { values, problems }
  return (
    <Section title={t('councils.contact.title')} id="contacts" lead={t('councils.contact.lead')}>
      <Table
        caption={t('councils.contact.title')}
        captionHidden
        columns={[
          { label: t('councils.contact.day'), cell: ({ onDay }) => <Time at={onDay} style="short" /> },
          { label: t('councils.contact.with'), heading: true, cell: ({ withWhom }) => withWhom },
          { label: t('councils.contact.channel'), cell: ({ channel }) => t(channelWords[channel]) },
          { label: t('councils.contact.about'), cell: ({ about }) => about },
          { label: t('councils.contact.agreed'), cell: ({ agreed }) => agreed },
        ]}
        rows={contacts}
        empty={<p>{t('councils.contact.none')}</p>}
      />
      <Form
        action={link(`/liaisons/${liaison.id}/contacts`)}
        id="contact"
        label={t('councils.contact.note')}
        {...shown}
      >
        <DateField name="onDay" label={t('councils.contact.day')} required />
        <SelectField
          name="channel"
          label={t('councils.contact.channel')}
          options={Object.entries(channelWords).map(([value, key]) => ({ value, label: t(key) }))}
          required
        />
        <TextField
          name="withWhom"
          label={t('councils.contact.with')}
          hint={t('councils.contact.withHint')}
          maxlength={300}
          required
        />
        <TextArea name="about" label={t('councils.contact.about')} rows={3} maxlength={5000} required />
        <TextArea name="agreed" label={t('councils.contact.agreed')} rows={2} maxlength={2000} />
        <Button>{t('councils.contact.note')}</Button>
      </Form>
    </Section>
  )
}

export type LiaisonPageProps = {
  liaison: Liaison
  contacts: readonly Contact[]
  values?: FormValues
  problems?: readonly Problem[]
}

/** One liaison; the journal is for the holder and the coordinators. */
export const LiaisonPage = (props: LiaisonPageProps) => {
  const { i18n, link, t } = usePage()
  const { liaison } = props
  const { holder, vacant, hours, address, phone, email, keeps } = liaison
  const area = useArea()(liaison)
  return (
    <Layout
      title={area}
      crumbs={[...crumbs(t), { label: t('councils.liaison.title'), path: '/liaisons' }]}
      invalid={(props.problems ?? []).length > 0}
    >
      <PageHeading
        kicker={i18n.text(liaison.title).value}
        title={area}
        actions={
          keeps && (
            <ButtonLink href={link(`/liaisons/${liaison.id}/reception`)}>
              {t('councils.liaison.change')}
            </ButtonLink>
          )
        }
      />
      <DescriptionList
        facts={[
          {
            term: t('councils.liaison.holder'),
            value: vacant ? t('councils.seat.vacant') : (holder ?? t('councils.holder.unnamed')),
          },
          filled(hours) && { term: t('councils.liaison.hours'), value: <Text value={hours} /> },
          address !== null && { term: t('councils.liaison.address'), value: address },
          phone !== null && {
            term: t('councils.liaison.phone'),
            value: <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>,
          },
          email !== null && {
            term: t('councils.liaison.email'),
            value: <a href={`mailto:${email}`}>{email}</a>,
          },
        ]}
      />
      <p>
        <a href={link(`/posts/${liaison.id}`)}>{t('councils.liaison.post')}</a>
      </p>
      {keeps && <Journal {...props} />}
    </Layout>
  )
}

export const ReceptionFields = () => {
  const { t } = usePage()
  return (
    <>
      <LocalisedField name="hours" label={t('councils.liaison.hours')} maxlength={1000} multiline rows={3} />
      <TextField name="address" label={t('councils.liaison.address')} maxlength={300} />
      <TextField name="phone" label={t('councils.liaison.phone')} type="tel" width="medium" maxlength={40} />
      <TextField
        name="email"
        label={t('councils.liaison.email')}
        hint={t('councils.liaison.emailHint')}
        type="email"
        maxlength={254}
      />
    </>
  )
}
