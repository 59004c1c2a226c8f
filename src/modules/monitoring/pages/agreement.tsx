import { EmptyState, Layout, PageHeading, Table, usePage } from '#ui/index.ts'
import type { Agreement } from '../coding/agreement.ts'
import { type CodingField, codingFields } from '../coding/fields.ts'

type Props = { agreement: Readonly<Record<string, Agreement>>; pairs: number }

/** How far coders agree, field by field, over everything that two have coded. */
export const AgreementPage = ({ agreement, pairs }: Props) => {
  const { i18n, t } = usePage()
  const number = (value: number | null | undefined) =>
    value === null || value === undefined
      ? t('monitoring.coding.kappaNone')
      : i18n.number(Math.round(value * 100) / 100)
  return (
    <Layout title={t('monitoring.coding.agreement.title')}>
      <PageHeading
        title={t('monitoring.coding.agreement.title')}
        lead={t('monitoring.coding.agreement.lead')}
      />
      <Table<CodingField>
        caption={t('monitoring.coding.agreement.pairs', { count: pairs })}
        columns={[
          { label: t('monitoring.coding.field'), heading: true, cell: ({ label }) => t(label) },
          {
            label: t('monitoring.coding.agreement.observed'),
            numeric: true,
            cell: ({ name }) => number(agreement[name]?.observed),
          },
          {
            label: t('monitoring.coding.agreement.kappa'),
            numeric: true,
            cell: ({ name }) => number(agreement[name]?.kappa),
          },
        ]}
        rows={codingFields.filter(({ name }) => typeof agreement[name]?.observed === 'number')}
        empty={<EmptyState title={t('monitoring.coding.agreement.none')} />}
      />
    </Layout>
  )
}
