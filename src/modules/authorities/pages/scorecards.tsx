import { Alert, EmptyState, Layout, PageHeading, Pagination, Table, Text, usePage } from '#ui/index.ts'
import { type CardFace, fewest } from '../queries/scorecard.ts'

type Props = { cards: readonly CardFace[]; next: string | null; later: boolean }

/** All public bodies that were written to, side by side. In the order of letters received, not of merit. */
export const ScorecardsPage = ({ cards, next, later }: Props) => {
  const { i18n, link, t } = usePage()
  const path = link('/scorecards')
  const title = t('authorities.score.list.title')
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.register.title'), path: '/communications' }]}
      indexed={!later}
    >
      <PageHeading title={title} lead={t('authorities.score.list.lead')} />
      <Alert kind="info" title={t('authorities.score.caveatTitle')}>
        <p>{t('authorities.score.caveat')}</p>
      </Alert>
      <Table
        caption={t('authorities.score.list.caption')}
        captionHidden
        rows={cards}
        empty={
          <EmptyState title={t('authorities.register.none')} icon="mail">
            <p>{t('authorities.register.noneHint')}</p>
          </EmptyState>
        }
        columns={[
          {
            label: t('authorities.register.facet.body'),
            heading: true,
            cell: ({ body }) => (
              <a href={link(`/bodies/${body.id}/scorecard`)}>
                <Text value={body.name} note={false} />
              </a>
            ),
          },
          { label: t('authorities.score.received'), numeric: true, cell: one => i18n.number(one.received) },
          {
            label: t('authorities.register.state.answered'),
            numeric: true,
            cell: one => i18n.number(one.answered),
          },
          {
            label: t('authorities.register.state.waiting'),
            numeric: true,
            cell: one => i18n.number(one.waiting),
          },
          {
            label: t('authorities.register.state.overdue'),
            numeric: true,
            cell: one => i18n.number(one.overdue),
          },
          {
            label: t('authorities.register.state.ended'),
            numeric: true,
            cell: one => i18n.number(one.ended),
          },
          {
            label: t('authorities.score.median'),
            numeric: true,
            cell: ({ median }) =>
              median === null ? t('authorities.score.fewer', { least: fewest }) : i18n.number(median),
          },
        ]}
      />
      <Pagination previous={later ? path : null} next={next && `${path}?after=${next}`} />
    </Layout>
  )
}
