import { usePage } from '#ui/index.ts'

/** From when until when; both days belong to it. An open end is said in words. */
export const Term = ({ from, until }: { from: string; until: string | null }) => {
  const { i18n, t } = usePage()
  const since = i18n.date(from, 'short')
  return (
    <>
      {until === null
        ? t('network.agreement.openEnd', { from: since })
        : t('network.agreement.fromUntil', { from: since, until: i18n.date(until, 'short') })}
    </>
  )
}
