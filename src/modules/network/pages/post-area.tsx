import type { Localised } from '#platform/i18n/index.ts'
import { townIn } from '#platform/places/index.ts'
import { Text, usePage } from '#ui/index.ts'
import type { PostView, TermView } from '../queries/posts.ts'

/** Where a post acts: its town, its regions, or the whole country. */
export const Area = ({ post }: { post: Pick<PostView, 'country' | 'regions' | 'town'> }) => {
  const { i18n } = usePage()
  const { country, regions, town } = post
  const places =
    regions.length > 0 ? i18n.list(regions.map(code => i18n.region(code))) : i18n.country(country)
  return <>{town === null ? places : `${townIn(i18n.locale, country, town)}, ${places}`}</>
}

const Member = ({ membershipId, member }: { membershipId: string; member: Localised }) => {
  const { link } = usePage()
  return (
    <a href={link(`/directory/${membershipId}`)}>
      <Text value={member} note={false} />
    </a>
  )
}

type Named = Pick<TermView, 'name' | 'membershipId' | 'member' | 'onBehalf'>

/** Who holds a post: by the name given to this reader, and the member; without a name the member stands for the person. */
export const Holder = ({ term }: { term: Named }) => {
  const { t } = usePage()
  const { name, membershipId, member, onBehalf } = term
  return (
    <>
      {name ?? t('network.post.representativeOf')}
      {membershipId !== null && member !== null && (
        <>
          {name === null ? ' ' : ', '}
          <Member membershipId={membershipId} member={member} />
        </>
      )}
      {onBehalf !== null && `, ${onBehalf}`}
    </>
  )
}
