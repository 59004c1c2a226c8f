import { raw } from 'hono/html'
import {
  Alert,
  Badge,
  ButtonLink,
  DescriptionList,
  type Fact,
  Layout,
  PageHeading,
  Paragraphs,
  Section,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import type { Facet } from '../forms/directory.ts'
import { schemeWords } from '../identifiers.ts'
import type { MemberView } from '../queries/member.ts'
import { facetLabel, facetWords } from '../vocabulary/facet-labels.ts'
import { basisWords, formWords, membershipTones, membershipWords } from '../words.ts'
import { placeOf } from './directory-entries.tsx'
import { MemberContacts } from './member-contacts.tsx'
import { ProfileConfirmation, yearInDays } from './organisation-profile.tsx'
import { structuredData } from './structured-data.ts'
import { countRelated, relativePath, UnionTree } from './union-tree.tsx'

type Props = {
  view: MemberView
  /** The asker belongs to the umbrella. */
  inside: boolean
  /** The asker keeps the umbrella's records, and so may propose changes. */
  coordinator: boolean
}

const Links = ({ facet, values }: { facet: Facet; values: readonly string[] }) => {
  const { i18n, link } = usePage()
  return (
    <>
      {values.map((value, index) => (
        <>
          {index > 0 && ', '}
          <a href={link(`/directory?${facet}=${value}`)}>{facetLabel(facet, value, i18n)}</a>
        </>
      ))}
    </>
  )
}

const Facts = ({ view }: Pick<Props, 'view'>) => {
  const { i18n, t } = usePage()
  const list = (facet: Facet, values: readonly string[]): Fact =>
    values.length > 0 && { term: t(facetWords[facet]), value: <Links facet={facet} values={values} /> }
  return (
    <DescriptionList
      facts={[
        list('community', view.communities),
        { term: t('network.organisation.place'), value: placeOf(view, i18n) },
        view.level !== null && list('level', [view.level]),
        list('field', view.fields),
        list('language', view.languages),
        view.foundedOn !== null && {
          term: t('network.organisation.founded'),
          value: <Time at={view.foundedOn} />,
        },
        ...view.identifiers.map(({ scheme, value }) => ({
          term: t(schemeWords[scheme]),
          value: <bdi>{value}</bdi>,
        })),
        view.basis !== null && { term: t('network.organisation.basis'), value: t(basisWords[view.basis]) },
        view.recognisedBy !== null && {
          term: t('network.organisation.recognisedBy'),
          value: <Paragraphs text={view.recognisedBy} />,
        },
      ]}
    />
  )
}

const Membership = ({ view }: Pick<Props, 'view'>) => {
  const { t } = usePage()
  const { membership, confirmedOn } = view
  if (!membership) return null
  return (
    <Section title={t('network.organisation.membership')}>
      <DescriptionList
        facts={[
          { term: t(facetWords.form), value: t(formWords[membership.form]) },
          { term: t('network.organisation.since'), value: <Time at={membership.since} /> },
          membership.until !== null && {
            term: t('network.organisation.until'),
            value: <Time at={membership.until} />,
          },
          confirmedOn !== null && {
            term: t('network.organisation.confirmed'),
            value: <Time at={confirmedOn} />,
          },
        ]}
      />
    </Section>
  )
}

const Union = ({ view }: Pick<Props, 'view'>) => {
  const { link, t } = usePage()
  const { organisation, relatives } = view
  const above = relatives.filter(({ side, confirmed }) => side === 'above' && confirmed)
  const related = countRelated(relatives)
  if (organisation === null || related + above.length === 0) return null
  return (
    <Section
      title={t('network.union.title')}
      id="union"
      lead={related > 0 ? t('network.union.lead', { count: related }) : undefined}
    >
      {above.map(relative => (
        <p>
          {t('network.union.partOf')}{' '}
          <a href={link(relativePath(relative))}>
            <Text value={relative.name} note={false} />
          </a>
        </p>
      ))}
      {related > 0 && <UnionTree root={organisation} relatives={relatives} />}
    </Section>
  )
}

const Doing = ({ view, inside, coordinator }: Props) => {
  const { link, t } = usePage()
  const { organisation, membership, mayAlter } = view
  return (
    <>
      {organisation !== null && (mayAlter || coordinator) && (
        <ButtonLink href={link(`/organisations/${organisation}/profile`)} icon="pencil">
          {t(mayAlter ? 'network.organisation.edit' : 'network.organisation.propose')}
        </ButtonLink>
      )}
      {organisation !== null && mayAlter && (
        <>
          <ButtonLink href={link(`/organisations/${organisation}/union`)} icon="network">
            {t('network.union.manage')}
          </ButtonLink>
          <ButtonLink href={link(`/organisations/${organisation}/versions`)} icon="history">
            {t('network.organisation.versions')}
          </ButtonLink>
        </>
      )}
      {membership !== null && inside && (
        <ButtonLink href={link(`/memberships/${membership.id}`)}>
          {t('network.organisation.membership')}
        </ButtonLink>
      )}
    </>
  )
}

const Proposals = ({ view }: Pick<Props, 'view'>) => {
  const { link, t } = usePage()
  if (view.openProposals === 0 || view.organisation === null) return null
  return (
    <Alert kind="info" title={t('network.proposal.waiting', { count: view.openProposals })}>
      <a href={link(`/organisations/${view.organisation}/proposals`)}>{t('network.proposal.answer')}</a>
    </Alert>
  )
}

/** Its own people are asked once a year whether all this is still true. */
const Due = ({ view }: Pick<Props, 'view'>) => {
  const { organisation, membership, mayAlter, age } = view
  const asked = organisation !== null && membership?.status === 'active' && mayAlter
  if (!asked || (age !== null && age < yearInDays)) return null
  return <ProfileConfirmation id={organisation} confirmedOn={view.confirmedOn} age={age} />
}

const isEnded = ({ membership }: MemberView) => membership?.status === 'ended'

/** One member, or an organisation related to one, as everybody sees it. */
export const MemberPage = ({ view, inside, coordinator }: Props) => {
  const { i18n, link, t, umbrella, url } = usePage()
  const { membership, organisation } = view
  const address = new URL(
    link(membership ? `/directory/${membership.id}` : `/organisations/${organisation}`),
    url,
  ).href
  const name = i18n.text(view.name)
  const data =
    umbrella && !isEnded(view)
      ? structuredData(view, {
          address,
          umbrella: { name: umbrella.name, address: new URL(link('/'), url).href },
          i18n,
        })
      : null
  return (
    <Layout
      title={name.value}
      description={i18n.text(view.about).value.slice(0, 200) || undefined}
      crumbs={[{ label: t('network.directory.title'), path: '/directory' }]}
      indexed={!isEnded(view)}
      head={data && <script type="application/ld+json">{raw(data)}</script>}
    >
      <PageHeading
        title={<Text value={view.name} />}
        kicker={view.kind ? facetLabel('kind', view.kind, i18n) : t('network.organisation.individual')}
        actions={<Doing view={view} inside={inside} coordinator={coordinator} />}
      >
        <p>
          {membership && membership.form !== 'collective' && <Badge>{t(formWords[membership.form])}</Badge>}{' '}
          {membership && membership.status !== 'active' && (
            <Badge tone={membershipTones[membership.status]}>{t(membershipWords[membership.status])}</Badge>
          )}{' '}
          {view.demonstration && <Badge>{t('network.organisation.demonstration')}</Badge>}
        </p>
      </PageHeading>
      <Proposals view={view} />
      <Due view={view} />
      <Text value={view.about} paragraphs />
      <Facts view={view} />
      <MemberContacts contacts={view.contacts} showsVisibility={inside} />
      <Union view={view} />
      <Membership view={view} />
    </Layout>
  )
}
