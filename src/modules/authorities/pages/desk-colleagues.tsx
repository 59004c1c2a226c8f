import { ButtonLink, usePage } from '#ui/index.ts'
import type { DeskBody } from '../queries/desk.ts'
import type { Colleague } from '../queries/officers.ts'

type Props = {
  bodies: readonly DeskBody[]
  colleagues: readonly Colleague[]
  /** An umbrella that has written, in whose name an invitation can go out. */
  slug: string | null
}

const Names = ({ colleagues }: Pick<Props, 'colleagues'>) => {
  const { i18n, t } = usePage()
  return (
    <ul>
      {colleagues.map(({ name, since }) => (
        <li>
          {name || t('authorities.desk.officers.unnamed')},{' '}
          {t('authorities.desk.officers.since', { day: i18n.date(since) })}
        </li>
      ))}
    </ul>
  )
}

/** Who else answers for each body. */
export const DeskColleagues = ({ bodies, colleagues, slug }: Props) => {
  const { i18n, t } = usePage()
  return (
    <>
      {bodies.map(body => {
        const where = body.slug ?? slug
        return (
          <>
            <h3>{i18n.text(body.name).value}</h3>
            <Names colleagues={colleagues.filter(one => one.body === body.id && one.inOffice)} />
            {where && (
              <ButtonLink href={`/${i18n.lang}/${where}/bodies/${body.id}/officers`} icon="users">
                {t('authorities.desk.officers.keep')}
              </ButtonLink>
            )}
          </>
        )
      })}
    </>
  )
}
