import { DescriptionList, Paragraphs, Time, usePage } from '#ui/index.ts'
import type { ListingView, MatchLine } from '../queries/aid.ts'
import { needKinds } from '../vocabulary/need-kinds.ts'

/** Where it reaches: a region, a country, or anywhere. */
export const Reaches = ({ listing }: { listing: Pick<ListingView, 'country' | 'region'> }) => {
  const { i18n, t } = usePage()
  const { country, region } = listing
  if (country === null) return <>{t('network.aid.anywhere')}</>
  return <>{region === null ? i18n.country(country) : `${i18n.region(region)}, ${i18n.country(country)}`}</>
}

/** The title in the language it was written in. */
export const ListingTitle = ({ listing }: { listing: Pick<ListingView, 'title' | 'contentLocale'> }) => {
  const { i18n } = usePage()
  const { title, contentLocale } = listing
  if (contentLocale === i18n.lang) return <>{title}</>
  return (
    <span lang={contentLocale} dir="auto">
      {title}
    </span>
  )
}

/** The text in the language it was written in, said where that is not the reader's. */
export const ListingBody = ({ listing }: { listing: ListingView }) => {
  const { i18n, t } = usePage()
  const { body, contentLocale } = listing
  if (body === '') return null
  return (
    <div class="prose">
      {contentLocale !== i18n.lang && (
        <small class="shown-in">
          {t('network.aid.writtenIn', { language: i18n.language(contentLocale) })}
        </small>
      )}
      <div lang={contentLocale} dir="auto">
        <Paragraphs text={body} />
      </div>
    </div>
  )
}

export const ListingFacts = ({ listing }: { listing: ListingView }) => {
  const { i18n, t } = usePage()
  const { kind, languages, until } = listing
  return (
    <DescriptionList
      facts={[
        { term: t('network.aid.kind'), value: needKinds.label(kind, i18n) },
        { term: t('network.aid.where'), value: <Reaches listing={listing} /> },
        languages.length > 0 && {
          term: t('network.aid.languages'),
          value: i18n.list(languages.map(tag => i18n.language(tag))),
        },
        { term: t('network.aid.until'), value: <Time at={until} /> },
      ]}
    />
  )
}

/** With whom a match is, from the side of one's own members. */
export const matchWith = (match: MatchLine, members: readonly string[]) =>
  members.includes(match.needMembership) ? match.offerMember : match.needMember
