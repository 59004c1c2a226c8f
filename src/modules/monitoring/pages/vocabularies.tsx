import { Badge, Layout, PageHeading, Table, usePage } from '#ui/index.ts'
import type { ListLine } from '../queries/vocabulary.ts'
import { listWord, listWords } from '../vocabulary/list-words.ts'

const order = Object.keys(listWords)

/** The words by which incidents are coded, for everybody to read. */
export const VocabulariesPage = ({ lists }: { lists: readonly ListLine[] }) => {
  const { link, t } = usePage()
  const named = (list: string) => {
    const word = listWord(list)
    return word ? t(word) : list
  }
  return (
    <Layout title={t('monitoring.vocabulary.title')} description={t('monitoring.vocabulary.lead')} indexed>
      <PageHeading title={t('monitoring.vocabulary.title')} lead={t('monitoring.vocabulary.lead')} />
      <Table<ListLine>
        caption={t('monitoring.vocabulary.title')}
        captionHidden
        columns={[
          {
            label: t('monitoring.vocabulary.name'),
            heading: true,
            cell: ({ list }) => <a href={link(`/vocabularies/${list}`)}>{named(list)}</a>,
          },
          { label: t('monitoring.vocabulary.source'), cell: ({ source }) => source },
          { label: t('monitoring.vocabulary.terms'), numeric: true, cell: ({ terms }) => terms },
          {
            label: t('monitoring.vocabulary.ownTerms'),
            cell: ({ extendable, own }) =>
              extendable ? own : <Badge>{t('monitoring.vocabulary.closed')}</Badge>,
          },
        ]}
        rows={lists.toSorted((a, b) => order.indexOf(a.list) - order.indexOf(b.list))}
      />
    </Layout>
  )
}
