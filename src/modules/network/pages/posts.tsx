import type { Viewer } from '#platform/http/viewer.ts'
import { regionCodes } from '#platform/places/index.ts'
import {
  Badge,
  ButtonLink,
  EmptyState,
  Layout,
  PageHeading,
  RegionMap,
  Section,
  Table,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { canKeepPosts } from '../policy/posts.ts'
import type { PostView } from '../queries/posts.ts'
import { Area, Holder } from './post-area.tsx'

type Props = { posts: readonly PostView[]; viewer: Viewer }

const kindWords = {
  regional_representative: 'network.post.kind.regionalRepresentative',
  liaison: 'network.post.kind.liaison',
} as const

const mapWords = { UA: 'network.posts.mapOf.UA', PL: 'network.posts.mapOf.PL' } as const
const mapped = ['UA', 'PL'] as const

/** Regions that somebody covers, with how many; a post without regions covers all of its country. */
function coverage(posts: readonly PostView[], country: string): Map<string, number> {
  const covered = new Map<string, number>()
  for (const post of posts.filter(({ term }) => term !== null)) {
    if (post.country !== country) continue
    const regions = post.regions.length > 0 ? post.regions : regionCodes(country)
    for (const code of regions) covered.set(code, (covered.get(code) ?? 0) + 1)
  }
  return covered
}

const CoverageMap = ({
  posts,
  country,
}: {
  posts: readonly PostView[]
  country: (typeof mapped)[number]
}) => {
  const { i18n, t } = usePage()
  const covered = coverage(posts, country)
  const uncovered = regionCodes(country).filter(code => !covered.has(code))
  if (covered.size === 0) return null
  return (
    <Section title={i18n.country(country)}>
      <RegionMap
        country={country}
        values={covered}
        label={t(mapWords[country])}
        valueHeading={t('network.posts.holders')}
      />
      {uncovered.length > 0 && (
        <p>
          <strong>{t('network.posts.uncovered', { count: uncovered.length })}</strong>{' '}
          {i18n.list(uncovered.map(code => i18n.region(code)).sort(i18n.compare))}
        </p>
      )}
    </Section>
  )
}

/** Who speaks for the coalition where, and where nobody does yet. */
export const PostsPage = ({ posts, viewer }: Props) => {
  const { link, t } = usePage()
  const create = canKeepPosts(viewer) && (
    <ButtonLink href={link('/posts/new')} look="primary" icon="plus">
      {t('network.posts.create')}
    </ButtonLink>
  )
  return (
    <Layout title={t('network.posts.title')} description={t('network.posts.lead')} indexed>
      <PageHeading
        title={t('network.posts.title')}
        lead={t('network.posts.lead')}
        actions={create || undefined}
      />
      <Table
        caption={t('network.posts.title')}
        captionHidden
        columns={[
          {
            label: t('network.post.title'),
            heading: true,
            cell: post => (
              <a href={link(`/posts/${post.id}`)}>
                <Text value={post.title} note={false} />
              </a>
            ),
          },
          { label: t('network.post.kind'), cell: post => t(kindWords[post.kind]) },
          { label: t('network.post.area'), cell: post => <Area post={post} /> },
          {
            label: t('network.post.holder'),
            cell: post =>
              post.term ? <Holder term={post.term} /> : <Badge tone="warn">{t('network.post.vacant')}</Badge>,
          },
          {
            label: t('network.post.since'),
            cell: post => post.term && <Time at={post.term.validFrom} style="short" />,
          },
        ]}
        rows={posts}
        empty={
          <EmptyState title={t('network.posts.none')} actions={create || undefined}>
            <p>{t('network.posts.noneHint')}</p>
          </EmptyState>
        }
      />
      {mapped
        .filter(country => posts.some(post => post.country === country))
        .map(country => (
          <CoverageMap posts={posts} country={country} />
        ))}
    </Layout>
  )
}
