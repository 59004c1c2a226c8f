import { Badge, ButtonLink, Section, Table, Text, Time, usePage } from '#ui/index.ts'
import { canSeeReceipts, canWork } from '../policy/realisation.ts'
import type { ExpenseView } from '../queries/realisation-money.ts'
import type { PledgesProps } from './realisation-pledges.tsx'
import { Speaker } from './speaker.tsx'

const What = ({ expense }: { expense: ExpenseView }) => {
  const { t } = usePage()
  const { what, contentLocale, struckAt, strikeReason, overReason } = expense
  return (
    <>
      <span lang={contentLocale} dir="auto">
        {struckAt ? <s>{what}</s> : what}
      </span>
      {struckAt && (
        <p>
          <Badge>{t('initiatives.expense.struck')}</Badge> {strikeReason}
        </p>
      )}
      {overReason && (
        <p>
          <Badge tone="warn">{t('initiatives.expense.overBadge')}</Badge> {overReason}
        </p>
      )}
    </>
  )
}

/** What money was spent on, for everybody; receipts for the people inside. */
export const ExpensesTable = ({ realisation, viewer, resources }: PledgesProps) => {
  const { i18n, link, t } = usePage()
  const works = canWork(viewer, realisation)
  const place = link(`/realisations/${realisation.number}`)
  const spendable = resources.pledges.some(({ kind, status }) => kind === 'money' && status === 'fulfilled')
  if (!spendable && resources.expenses.length === 0) return null
  const columns = [
    { label: t('initiatives.expense.what'), heading: true, cell: (e: ExpenseView) => <What expense={e} /> },
    {
      label: t('initiatives.expense.spentOn'),
      cell: (e: ExpenseView) => <Time at={e.spentOn} style="short" />,
    },
    { label: t('initiatives.expense.by'), cell: (e: ExpenseView) => <Speaker name={e.member} /> },
    {
      label: t('initiatives.expense.against'),
      cell: (e: ExpenseView) => (e.giver ? <Text value={e.giver} note={false} /> : <Speaker name={null} />),
    },
    {
      label: t('initiatives.money.sum'),
      numeric: true,
      cell: (e: ExpenseView) => i18n.money(e.amount, e.currency),
    },
  ]
  if (canSeeReceipts(viewer)) {
    columns.push({
      label: t('initiatives.expense.receipt'),
      cell: e => (
        <>
          <a href={`${place}/receipts/${e.id}`} download>
            {t('initiatives.expense.openReceipt')}
          </a>{' '}
          {works && !e.struckAt && (
            <ButtonLink href={`${place}/expenses/${e.id}/striking`} look="quiet" small>
              {t('initiatives.expense.strike')}
            </ButtonLink>
          )}
        </>
      ),
    })
  }
  return (
    <Section
      title={t('initiatives.expense.titles')}
      id="expenses"
      actions={
        works &&
        spendable && (
          <ButtonLink href={`${place}/expenses/new`} icon="plus">
            {t('initiatives.expense.add')}
          </ButtonLink>
        )
      }
    >
      <Table
        caption={t('initiatives.expense.titles')}
        captionHidden
        columns={columns}
        rows={resources.expenses}
        empty={<p>{t('initiatives.expense.none')}</p>}
      />
    </Section>
  )
}
