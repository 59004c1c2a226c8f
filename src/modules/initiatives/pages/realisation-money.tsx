import type { Child } from 'hono/jsx'
import { BarChart, Progress, Section, Table, usePage } from '#ui/index.ts'
import type { MoneySum, NeedView } from '../queries/realisation-money.ts'
import { amountWords, resourceWords } from '../realisation-words.ts'

/** One chart for each currency: what is needed, promised, received and spent. Sums of two currencies are never added. */
export const MoneyCharts = ({ money }: { money: readonly MoneySum[] }) => {
  const { i18n, t } = usePage()
  if (money.length === 0) return null
  return (
    <Section title={t('initiatives.money.title')} id="money">
      {money.map(({ currency, needed, promised, given, spent }) => (
        <BarChart
          caption={t('initiatives.money.caption', { currency })}
          labelHeading={t('initiatives.money.what')}
          valueHeading={t('initiatives.money.sum')}
          bars={[
            { label: t('initiatives.money.needed'), value: needed },
            { label: t('initiatives.money.promised'), value: promised },
            { label: t('initiatives.money.given'), value: given },
            { label: t('initiatives.money.spent'), value: spent },
          ]}
          format={cents => i18n.money(cents, currency)}
        />
      ))}
    </Section>
  )
}

type NeedsProps = {
  needs: readonly NeedView[]
  /** What stands in the last column: what the viewer can do with it. */
  doing?: (need: NeedView) => Child
}

/** What it takes against what is promised and what has come. */
export const NeedsTable = ({ needs, doing }: NeedsProps) => {
  const { i18n, t } = usePage()
  const share = ({ kind, amount, given }: NeedView) => {
    const unit = kind === 'money' ? 100 : 1
    return (
      <Progress
        label={i18n.percent(Math.min(1, given / amount))}
        value={Math.min(given, amount) / unit}
        max={amount / unit}
      />
    )
  }
  return (
    <Table
      caption={t('initiatives.need.title')}
      captionHidden
      columns={[
        {
          label: t('initiatives.need.what'),
          heading: true,
          cell: need => (
            <span lang={need.contentLocale} dir="auto">
              {need.title}
            </span>
          ),
        },
        { label: t('initiatives.pledge.kind'), cell: need => t(resourceWords[need.kind]) },
        { label: t('initiatives.money.needed'), numeric: true, cell: need => amountWords(i18n, need) },
        {
          label: t('initiatives.money.promised'),
          numeric: true,
          cell: need => amountWords(i18n, { ...need, amount: need.promised }),
        },
        { label: t('initiatives.money.given'), cell: share },
        ...(doing ? [{ label: t('initiatives.realisation.doing'), cell: doing }] : []),
      ]}
      rows={needs}
    />
  )
}
