import type { MessageKey } from '#platform/i18n/index.ts'
import { townIn } from '#platform/places/index.ts'
import {
  Badge,
  ButtonLink,
  EmptyState,
  Layout,
  PageHeading,
  Pagination,
  PostButton,
  Table,
  Text,
  usePage,
  withQuery,
} from '#ui/index.ts'
import type { DuplicatePair, PairKey } from '../queries/duplicates.ts'
import type { DuplicateReason } from '../schema/duplicates.ts'
import { facetLabel } from '../vocabulary/facet-labels.ts'

export const reasonWords = {
  name: 'network.duplicates.reason.name',
  similar: 'network.duplicates.reason.similar',
  contact: 'network.duplicates.reason.contact',
} as const satisfies Record<DuplicateReason, MessageKey>

type Face = DuplicatePair['first']

const Organisation = ({ face }: { face: Face }) => {
  const { i18n } = usePage()
  const region = face.region ? facetLabel('region', face.region, i18n) : i18n.country(face.country)
  return (
    <>
      <Text value={face.name} note={false} />
      <br />
      <small>
        {[face.town && townIn(i18n.locale, face.country, face.town), region].filter(Boolean).join(', ')}
      </small>
    </>
  )
}

const Nothing = () => {
  const { link, t } = usePage()
  return (
    <EmptyState
      title={t('network.duplicates.none')}
      icon="circle-check"
      actions={
        <>
          <PostButton action={link('/duplicates/search')}>{t('network.duplicates.search')}</PostButton>
          <ButtonLink href={link('/import')} look="quiet">
            {t('network.import.title')}
          </ButtonLink>
        </>
      }
    >
      <p>{t('network.duplicates.noneLead')}</p>
    </EmptyState>
  )
}

type Props = { pairs: readonly DuplicatePair[]; next: PairKey | null; begun: boolean }

/** Pairs that look like one organisation, for coordinators to look at. */
export const DuplicatesPage = ({ pairs, next, begun }: Props) => {
  const { i18n, link, t, url } = usePage()
  const compare = ({ first, second }: DuplicatePair) => link(`/duplicates/${first.id}/${second.id}`)
  return (
    <Layout title={t('network.duplicates.title')}>
      <PageHeading
        title={t('network.duplicates.title')}
        lead={t('network.duplicates.lead')}
        actions={
          pairs.length > 0 && (
            <PostButton action={link('/duplicates/search')} icon="search">
              {t('network.duplicates.search')}
            </PostButton>
          )
        }
      />
      <Table
        caption={t('network.duplicates.title')}
        captionHidden
        empty={<Nothing />}
        columns={[
          {
            label: t('network.duplicates.first'),
            heading: true,
            cell: pair => (
              <a href={compare(pair)}>
                <Organisation face={pair.first} />
              </a>
            ),
          },
          { label: t('network.duplicates.second'), cell: pair => <Organisation face={pair.second} /> },
          {
            label: t('network.duplicates.why'),
            cell: ({ reasons }) => reasons.map(reason => <Badge>{t(reasonWords[reason])}</Badge>),
          },
          {
            label: t('network.duplicates.likeness'),
            numeric: true,
            cell: ({ likeness }) => i18n.percent(likeness),
          },
        ]}
        rows={pairs}
      />
      <Pagination
        previous={begun ? null : link('/duplicates')}
        next={
          next && withQuery(url, { likeness: String(next.likeness), first: next.first, second: next.second })
        }
      />
    </Layout>
  )
}
