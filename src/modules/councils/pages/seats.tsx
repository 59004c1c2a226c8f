import type { Child } from 'hono/jsx'
import { ConfirmationPage } from '#modules/network/index.ts'
import type { RefusalShown } from '#ui/index.ts'
import {
  Actions,
  ButtonLink,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  Table,
  usePage,
} from '#ui/index.ts'
import type { CouncilView } from '../queries/council.ts'
import { Since, Who } from './holders.tsx'

export type Filled = { values?: FormValues; problems?: readonly Problem[]; refusal?: RefusalShown }

export const councilCrumbs = (
  t: ReturnType<typeof usePage>['t'],
  council: { slug: string },
  name: string,
) => [
  { label: t('councils.list.title'), path: '/councils' },
  { label: name, path: `/councils/${council.slug}` },
]

/** What keepers of a council do with its seats. */
export const SeatsPage = ({ council }: { council: CouncilView }) => {
  const { i18n, link, t } = usePage()
  const at = `/councils/${council.slug}`
  const holderOf = new Map(
    council.holders.filter(({ now, ahead }) => now || ahead).map(one => [one.postId, one]),
  )
  const loose = council.holders.filter(one => (one.now || one.ahead) && one.postId === null)
  const rows = [
    ...council.posts.map(post => ({ post, holder: holderOf.get(post.id) })),
    ...loose.map(holder => ({ post: null, holder })),
  ]
  return (
    <Layout title={t('councils.seat.keep')} crumbs={councilCrumbs(t, council, i18n.text(council.name).value)}>
      <PageHeading
        title={t('councils.seat.keep')}
        lead={t('councils.seat.keepLead')}
        actions={
          <>
            <ButtonLink href={link(`${at}/holders/new`)} look="primary">
              {t('councils.holder.seat')}
            </ButtonLink>
            <ButtonLink href={link(`${at}/seats/new`)}>{t('councils.seat.add')}</ButtonLink>
          </>
        }
      />
      <Table
        caption={t('councils.seat.keep')}
        captionHidden
        columns={[
          {
            label: t('councils.holder.who'),
            heading: true,
            cell: ({ holder, post }) =>
              holder ? (
                <Who who={holder} />
              ) : (
                <a href={link(`${at}/holders/new?post=${post?.id}`)}>{t('councils.seat.fill')}</a>
              ),
          },
          { label: t('councils.seat.label'), cell: ({ post }) => post?.label ?? post?.role ?? '' },
          {
            label: t('councils.holder.time'),
            cell: ({ holder }) => holder && <Since start={holder.start} end={holder.end} />,
          },
          {
            label: t('councils.holder.doing'),
            cell: ({ holder }) =>
              holder && (
                <Actions>
                  <ButtonLink href={link(`${at}/hand-over?seat=${holder.id}`)} small>
                    {t('councils.holder.handOver')}
                  </ButtonLink>
                  <ButtonLink href={link(`${at}/holders/end?seat=${holder.id}`)} small look="quiet">
                    {t('councils.holder.end')}
                  </ButtonLink>
                </Actions>
              ),
          },
        ]}
        rows={rows}
        empty={<p>{t('councils.seat.none')}</p>}
      />
    </Layout>
  )
}

type FormPageProps = Filled & {
  council: { slug: string; name: Record<string, string> | object }
  title: string
  lead: string
  action: string
  back: string
  confirm: string
  files?: boolean
  danger?: boolean
  children?: Child
}

/** A form about a council: the way to it, what it does, and its fields. */
export const CouncilForm = ({ council, children, ...page }: FormPageProps) => {
  const { i18n, t } = usePage()
  return (
    <ConfirmationPage {...page} crumbs={councilCrumbs(t, council, i18n.text(council.name as never).value)}>
      {children}
    </ConfirmationPage>
  )
}
