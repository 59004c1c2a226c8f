import type { Localised } from '#platform/i18n/index.ts'
import { Badge, Table, Text, usePage } from '#ui/index.ts'
import { dutyWords } from '../council-words.ts'
import type { Holder } from '../queries/composition.ts'

type Someone = { name: string | null; member: Localised | null; onBehalf: string | null }

/** Who sits there: the person where the name may be read, or else the organisation. */
export const Who = ({ who }: { who: Someone }) => {
  const { t } = usePage()
  if (who.name) return <span dir="auto">{who.name}</span>
  if (who.member) return <Text value={who.member} note={false} />
  return <span dir="auto">{who.onBehalf ?? t('councils.holder.unnamed')}</span>
}

/** On whose behalf somebody sits. */
export const OnBehalf = ({ who }: { who: Omit<Someone, 'name'> }) =>
  who.member ? <Text value={who.member} note={false} /> : <span dir="auto">{who.onBehalf ?? ''}</span>

/** A day of Popolo as readers write it: a year, a month of a year, or a day. */
export const PartialDay = ({ day }: { day: string | null }) => {
  const { i18n } = usePage()
  if (day === null) return null
  if (day.length === 10) return <time datetime={day}>{i18n.date(day, 'short')}</time>
  return <time datetime={day}>{day.length === 4 ? day : `${day.slice(5)}.${day.slice(0, 4)}`}</time>
}

export const Since = ({ start, end }: { start: string | null; end: string | null }) => (
  <>
    <PartialDay day={start} />
    {(start !== null || end !== null) && ' – '}
    <PartialDay day={end} />
  </>
)

type Props = { caption: string; holders: readonly Holder[]; labels: ReadonlyMap<string, string> }

/** Who sits in a council. */
export const HolderTable = ({ caption, holders, labels }: Props) => {
  const { t } = usePage()
  const seated = holders.some(({ postId }) => postId !== null && labels.has(postId))
  const sent = holders.some(({ member, onBehalf }) => member !== null || onBehalf !== null)
  return (
    <Table
      caption={caption}
      captionHidden
      columns={[
        {
          label: t('councils.holder.who'),
          heading: true,
          cell: holder => (
            <>
              <Who who={holder} />{' '}
              {holder.duty !== 'member' && <Badge tone="accent">{t(dutyWords[holder.duty])}</Badge>}{' '}
              {holder.delegate && <Badge tone="good">{t('councils.holder.delegate')}</Badge>}
            </>
          ),
        },
        ...(seated
          ? [
              {
                label: t('councils.seat.label'),
                cell: (holder: Holder) => labels.get(holder.postId ?? '') ?? '',
              },
            ]
          : []),
        ...(sent
          ? [{ label: t('councils.holder.onBehalf'), cell: (holder: Holder) => <OnBehalf who={holder} /> }]
          : []),
        { label: t('councils.holder.time'), cell: ({ start, end }) => <Since start={start} end={end} /> },
      ]}
      rows={holders}
    />
  )
}
