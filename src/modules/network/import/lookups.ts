import { createI18n, locales } from '#platform/i18n/index.ts'
import { countryCodes, isCountry } from '#platform/places/index.ts'
import type { Basis, Form } from '../schema/memberships.ts'
import { communities } from '../vocabulary/communities.ts'
import { fieldsOfWork } from '../vocabulary/fields-of-work.ts'
import { isLanguageTag, languageTags } from '../vocabulary/languages.ts'
import { levels } from '../vocabulary/levels.ts'
import { organisationKinds } from '../vocabulary/organisation-kinds.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { plainWords } from './plain-words.ts'

/** Finds the code that a cell means: the code itself, or a label in any of our languages. */
export type Lookup = (text: string) => string | undefined

const speakers = locales.map(locale => createI18n(locale, 'UTC'))

function lookup(
  codes: readonly string[],
  labelOf: (code: string, speaker: (typeof speakers)[number]) => string,
  more = '',
): Lookup {
  let byLabel: Map<string, string> | undefined
  // Made when first asked for: an import is rare, and labels of countries take a while.
  const labels = () =>
    new Map([
      ...codes.flatMap(code =>
        speakers.map((speaker): [string, string] => [plainWords(labelOf(code, speaker)), code]),
      ),
      ...synonyms(more),
      ...codes.map((code): [string, string] => [plainWords(code), code]),
    ])
  return text => {
    byLabel ??= labels()
    return byLabel.get(plainWords(text))
  }
}

// `code: word, word` one a line.
const synonyms = (lines: string): [string, string][] =>
  lines
    .trim()
    .split('\n')
    .filter(Boolean)
    .flatMap(line => {
      const [code = '', words = ''] = line.split(':')
      return words.split(',').map((word): [string, string] => [plainWords(word), code.trim()])
    })

const ofVocabulary = <Code extends string>(list: Vocabulary<Code>, more = ''): Lookup =>
  lookup(list.codes, (code, speaker) => list.label(code, speaker), more)

export const findKind = ofVocabulary(
  organisationKinds,
  `
  association: ГО, громадське об’єднання, об’єднання, товариство, stowarzyszenie zwykłe, towarzystwo, society, NGO
  foundation: благодійний фонд, БФ, благодійна організація, foundation
  union: спілка, рада, федерація, ГС, громадська спілка, związek stowarzyszeń, związek, federacja, federation, union
  informal-group: ініціативна група, неформальна, grupa inicjatywna, initiative
  media: ЗМІ, редакція, redakcja
`,
)
export const findLevel = ofVocabulary(
  levels,
  `
  local: місцева, lokalna, gminny, powiatowy
  regional: регіональна, обласний, обласна, wojewódzki, wojewódzka, regionalny, regionalna
  national: всеукраїнський, всеукраїнська, загальнодержавна, ogólnopolski, ogólnopolska, ogólnokrajowy, krajowa
  international: міжнародна, międzynarodowa
`,
)
export const findCommunity = ofVocabulary(communities)
export const findField = ofVocabulary(fieldsOfWork)

const formWords = `
  collective: колективний член, колективний, колективне, członek zbiorowy, zbiorowy, zbiorowe, collective member, член, członek, member
  individual: індивідуальне представництво, індивідуальний представник, індивідуальна представниця, індивідуальний, індивідуальний член, фізична особа, przedstawicielstwo indywidualne, przedstawiciel indywidualny, przedstawicielka indywidualna, indywidualny, osoba fizyczna, individual representative
  agreement: партнер за угодою, партнер, угода, угода про співпрацю, partner, porozumienie, partner na podstawie porozumienia, cooperation agreement
`
export const findForm = lookup(
  ['collective', 'individual', 'agreement'] satisfies Form[],
  code => code,
  formWords,
) as (text: string) => Form | undefined

const basisWords = `
  not_widely_represented: спільнота не є широко представленою, społeczność nielicznie reprezentowana, community not widely represented
  no_formal_organisation: немає формальної організації, brak formalnej organizacji, no formal organisation
`
export const findBasis = lookup(
  ['not_widely_represented', 'no_formal_organisation'] satisfies Basis[],
  code => code,
  basisWords,
) as (text: string) => Basis | undefined

const countryByName = lookup(
  countryCodes,
  (code, speaker) => speaker.country(code),
  `
  GB: UK, Велика Британія, Wielka Brytania
  CZ: Чеська Республіка, Republika Czeska, Czech Republic
`,
)
export const findCountry: Lookup = text => {
  const code = text.trim().toUpperCase()
  return isCountry(code) ? code : countryByName(text)
}

const languageByName = lookup(languageTags, (tag, speaker) => speaker.language(tag))

// A tag that no form offers is still a language, if it is written as BCP 47 has it.
export const findLanguage: Lookup = text => {
  const tag = text.trim()
  if (isLanguageTag(tag)) return tag
  const named = languageByName(tag)
  if (named) return named
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag) && speakers[2]!.language(tag) !== tag ? tag : undefined
}
