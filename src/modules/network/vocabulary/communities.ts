import type { I18n, Localised } from '#platform/i18n/index.ts'
import { tableRows } from '#platform/text/index.ts'
import { diasporas } from './communities/table-of-diasporas.ts'
import { minorities } from './communities/table-of-minorities.ts'
import { type Labels, vocabulary } from './vocabulary.ts'

/** Why a community stands in the list; one may have several reasons. The order is that of groups in a form. */
export const communityKinds = vocabulary({
  'ua-indigenous': {
    uk: 'корінні народи України',
    pl: 'rdzenne narody Ukrainy',
    en: 'indigenous peoples of Ukraine',
  },
  'ua-minority': {
    uk: 'національні меншини України',
    pl: 'mniejszości narodowe Ukrainy',
    en: 'national minorities of Ukraine',
  },
  'pl-national': {
    uk: 'національні меншини Польщі',
    pl: 'mniejszości narodowe w Polsce',
    en: 'national minorities of Poland',
  },
  'pl-ethnic': {
    uk: 'етнічні меншини Польщі',
    pl: 'mniejszości etniczne w Polsce',
    en: 'ethnic minorities of Poland',
  },
  'regional-language': {
    uk: 'спільноти регіональної мови',
    pl: 'społeczności języka regionalnego',
    en: 'communities of a regional language',
  },
  'self-identified': {
    uk: 'спільноти, які визначають себе самі',
    pl: 'społeczności, które same się określają',
    en: 'communities that define themselves',
  },
  diaspora: { uk: 'нові діаспори', pl: 'nowe diaspory', en: 'new diasporas' },
  general: { uk: 'загальні групи', pl: 'grupy ogólne', en: 'general groups' },
})

type CommunityKind = (typeof communityKinds.codes)[number]

/**
 * A community for whom organisations speak. The list belongs to the coalition; it describes organisations, and a
 * person's own ethnicity is never asked. Labels are the plural of the people, in small letters where the language
 * writes them so.
 */
export type Community = {
  code: string
  labels: Labels
  kinds: readonly CommunityKind[]
  /** What its people call themselves, by language; empty where several names compete. */
  ownNames: Localised
}

/** All communities in the order of their tables. */
export const communityList: readonly Community[] = tableRows(minorities + diasporas, 6).map(
  ([code = '', uk = '', pl = '', en = '', kinds = '', ownNames = '']) => ({
    code,
    labels: { uk, pl, en },
    kinds: kinds.split(' ').map(kindOf),
    ownNames: Object.fromEntries(ownNames.split(';').flatMap(nameOf)),
  }),
)

/** Codes and labels of communities. */
export const communities = vocabulary<string>(
  Object.fromEntries(communityList.map(({ code, labels }) => [code, labels])),
)

/** Communities for a form (`OptionGroup`s), by kind; one that is of several kinds stands under the first only. */
export const communityGroups = (i18n: I18n) =>
  communityKinds.codes.map(kind => ({
    label: communityKinds.label(kind, i18n),
    options: communityList
      .filter(community => communityKinds.codes.find(first => community.kinds.includes(first)) === kind)
      .map(({ code }) => ({ value: code, label: communities.label(code, i18n) }))
      .sort((a, b) => i18n.compare(a.label, b.label)),
  }))

function kindOf(kind: string): CommunityKind {
  if (!communityKinds.has(kind)) throw new Error(`No such kind of community: ${kind}`)
  return kind
}

function nameOf(pair: string): [string, string][] {
  const [tag = '', name = ''] = pair.split('=').map(part => part.trim())
  return name === '' ? [] : [[tag, name]]
}
