import { Badge, usePage } from '#ui/index.ts'

type Props = { dueOn: string; today: Temporal.PlainDate }

// Nobody reads 4482 days. The day after it ran out begins the first year, so that «over» is true on every day.
const wholeYears = (due: Temporal.PlainDate, today: Temporal.PlainDate) =>
  due.add({ days: 1 }).until(today, { largestUnit: 'year' }).years

/** How many days are left or over; what is over for more than a year is said in years, and the days stay behind it. */
export const DaysLeft = ({ dueOn, today }: Props) => {
  const { t } = usePage()
  const due = Temporal.PlainDate.from(dueOn)
  const days = today.until(due).days
  if (days >= 0)
    return <Badge tone={days <= 3 ? 'warn' : 'accent'}>{t('authorities.deadline.left', { days })}</Badge>
  const exact = t('authorities.deadline.overdue', { days: -days })
  const years = wholeYears(due, today)
  return (
    <Badge tone="bad">
      <time datetime={`P${-days}D`} title={years > 0 ? exact : undefined}>
        {years > 0 ? t('authorities.deadline.overdueYears', { years }) : exact}
      </time>
    </Badge>
  )
}
