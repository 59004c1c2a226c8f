import { isInside, type Viewer } from '#platform/http/viewer.ts'
import { listCountries } from '#platform/places/index.ts'
import {
  Badge,
  ButtonLink,
  EmptyState,
  Figures,
  FilterBar,
  Layout,
  PageHeading,
  Pagination,
  SelectField,
  Table,
  Tabs,
  Text,
  Time,
  usePage,
  withQuery,
} from '#ui/index.ts'
import { listingTones, listingWords, sideWords } from '../aid-words.ts'
import { canPostListings } from '../policy/aid.ts'
import type { AidFigures, ListingFilter, ListingView } from '../queries/aid.ts'
import { needKinds } from '../vocabulary/need-kinds.ts'
import { ListingTitle, Reaches } from './listing-facts.tsx'

type Props = {
  viewer: Viewer
  figures: AidFigures
  filter: Pick<ListingFilter, 'show' | 'kind' | 'country'>
  lines: readonly ListingView[]
  next: string | null
}

const tabWords = { need: 'network.aid.needs', offer: 'network.aid.offers', mine: 'network.aid.mine' } as const

/** The row of tabs over needs, offers, one's own, and matches. */
export const AidTabs = ({
  viewer,
  current,
}: {
  viewer: Viewer
  current: ListingFilter['show'] | 'matches'
}) => {
  const { link, t } = usePage()
  const shows = canPostListings(viewer) ? (['need', 'offer', 'mine'] as const) : (['need', 'offer'] as const)
  return (
    <Tabs
      label={t('network.aid.title')}
      tabs={[
        ...shows.map(show => ({
          label: t(tabWords[show]),
          href: link(show === 'need' ? '/aid' : `/aid?show=${show}`),
          current: show === current,
        })),
        ...(canPostListings(viewer)
          ? [{ label: t('network.match.title'), href: link('/matches'), current: current === 'matches' }]
          : []),
      ]}
    />
  )
}

const Filters = ({ filter }: Pick<Props, 'filter'>) => {
  const { i18n, link, t } = usePage()
  const { kind, country, show } = filter
  const active = [
    ...(kind ? [{ name: 'kind', value: kind, label: needKinds.label(kind, i18n) }] : []),
    ...(country ? [{ name: 'country', value: country, label: i18n.country(country) }] : []),
  ]
  return (
    <FilterBar action={link('/aid')} values={{ kind: kind ?? '', country: country ?? '' }} active={active}>
      <input type="hidden" name="show" value={show} />
      <SelectField
        name="kind"
        label={t('network.aid.kind')}
        options={needKinds.choices(i18n)}
        empty={t('network.aid.anyKind')}
      />
      <SelectField
        name="country"
        label={t('network.form.country')}
        options={listCountries(i18n)}
        empty={t('network.aid.anyCountry')}
      />
    </FilterBar>
  )
}

const Listings = ({ filter, lines, next, viewer }: Omit<Props, 'figures'>) => {
  const { i18n, link, t, url } = usePage()
  return (
    <>
      <Table
        caption={t(tabWords[filter.show])}
        captionHidden
        columns={[
          {
            label: t('network.aid.what'),
            heading: true,
            cell: line => (
              <a href={link(`/aid/${line.id}`)}>
                <ListingTitle listing={line} />
              </a>
            ),
          },
          ...(filter.show === 'mine'
            ? [
                { label: t('network.aid.side'), cell: (line: ListingView) => t(sideWords[line.side]) },
                {
                  label: t('network.aid.state'),
                  cell: (line: ListingView) => (
                    <Badge tone={listingTones[line.status]}>{t(listingWords[line.status])}</Badge>
                  ),
                },
              ]
            : [
                {
                  label: t('network.aid.member'),
                  cell: (line: ListingView) => <Text value={line.member} note={false} />,
                },
              ]),
          { label: t('network.aid.kind'), cell: line => needKinds.label(line.kind, i18n) },
          { label: t('network.aid.where'), cell: line => <Reaches listing={line} /> },
          { label: t('network.aid.until'), cell: line => <Time at={line.until} style="short" /> },
        ]}
        rows={lines}
        empty={
          <EmptyState
            title={t('network.aid.nothing')}
            actions={
              canPostListings(viewer) ? (
                <ButtonLink
                  href={link(filter.show === 'offer' ? '/aid/new?side=offer' : '/aid/new?side=need')}
                >
                  {t(filter.show === 'offer' ? 'network.aid.postOffer' : 'network.aid.postNeed')}
                </ButtonLink>
              ) : undefined
            }
          />
        }
      />
      <Pagination previous={null} next={next && withQuery(url, { after: next })} />
    </>
  )
}

/** Mutual aid: for those inside what is needed and offered, for everybody how much and how often it helped. */
export const AidPage = (props: Props) => {
  const { viewer, figures, filter } = props
  const { link, t } = usePage()
  const post = canPostListings(viewer) && (
    <>
      <ButtonLink href={link('/aid/new?side=need')} look="primary">
        {t('network.aid.postNeed')}
      </ButtonLink>
      <ButtonLink href={link('/aid/new?side=offer')}>{t('network.aid.postOffer')}</ButtonLink>
    </>
  )
  return (
    <Layout title={t('network.aid.title')} description={t('network.aid.lead')} indexed>
      <PageHeading title={t('network.aid.title')} lead={t('network.aid.lead')} actions={post || undefined} />
      <Figures
        figures={[
          { value: figures.needs, label: t('network.aid.openNeeds', { count: figures.needs }) },
          { value: figures.offers, label: t('network.aid.openOffers', { count: figures.offers }) },
          { value: figures.useful, label: t('network.aid.helped', { count: figures.useful }) },
        ]}
      />
      {isInside(viewer) ? (
        <>
          <AidTabs viewer={viewer} current={filter.show} />
          {filter.show !== 'mine' && <Filters filter={filter} />}
          <Listings {...props} />
        </>
      ) : (
        <p>{t('network.aid.insideOnly')}</p>
      )}
    </Layout>
  )
}
