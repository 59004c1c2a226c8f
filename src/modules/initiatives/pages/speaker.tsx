import type { Localised } from '#platform/i18n/index.ts'
import { Badge, Text, usePage } from '#ui/index.ts'

type Props = { name: Localised | null; membership?: string; partner?: boolean }

/** Who speaks: a member by its name, a partner marked as one, an individual who is not listed without a name. */
export const Speaker = ({ name, membership, partner }: Props) => {
  const { link, t } = usePage()
  const shown = name ? <Text value={name} note={false} /> : t('initiatives.speaker.individual')
  return (
    <>
      {name && membership ? <a href={link(`/directory/${membership}`)}>{shown}</a> : shown}
      {partner && (
        <>
          {' '}
          <Badge>{t('initiatives.speaker.partner')}</Badge>
        </>
      )}
    </>
  )
}
