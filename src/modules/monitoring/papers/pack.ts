import { makePdf, type Paper } from '#platform/documents/index.ts'
import { createI18n, type I18n, type Locale } from '#platform/i18n/index.ts'
import type { Json } from '#platform/journal/record.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import type { PackPaper } from '../actions/confirm-pack.ts'
import { termLabel, termLabels, type Vocabulary } from '../coding/vocabulary.ts'
import { packCsv } from '../exports/pack.ts'
import type { PackEntry, PackField, PackTexts } from '../packs/draft.ts'
import { addresseeWords, fieldWords, whenWords } from '../packs/words.ts'
import type { PackIncident, PackView } from '../queries/packs.ts'

/** What a pack is printed from. */
export type PackGiven = {
  pack: PackView
  entries: readonly PackEntry[]
  vocabulary: Vocabulary
  umbrella: UmbrellaFace
  /** The moment that the document carries. */
  made: Temporal.Instant
}

const textsOf = (entries: readonly PackEntry[], incident: string): PackTexts =>
  entries.find(entry => entry.incident === incident)?.texts ?? {}

const written = (value: string | undefined, lang: string) => ({ value: value ?? '', lang, dir: 'ltr' })

const row = (label: string, value: string, lang: string): Json => ({ label, value: written(value, lang) })

function odihrIncident(i18n: I18n, { pack, entries, vocabulary }: PackGiven, incident: PackIncident): Json {
  const texts = textsOf(entries, incident.id)
  const { region, bias, types, responses, sourceKinds, verification } = incident
  const codes = (list: string, all: readonly string[]) => termLabels(vocabulary, list, all, i18n).join('; ')
  const own = (name: PackField) => row(i18n.t(fieldWords[name]), texts[name] ?? '', pack.lang)
  const coded = (label: string, value: string) => row(label, value, i18n.lang)
  return {
    when: whenWords(i18n, incident),
    where: region ? i18n.region(region) : i18n.t('monitoring.incident.notKnown'),
    rows: [
      coded(i18n.t('monitoring.coding.bias'), bias ? termLabel(vocabulary, 'bias', bias, i18n) : ''),
      coded(i18n.t('monitoring.coding.types'), codes('types', types)),
      own('description'),
      own('victims'),
      own('response'),
      coded(i18n.t('monitoring.pack.paper.steps'), codes('responses', responses)),
      coded(i18n.t('monitoring.pack.paper.sources'), codes('source_kinds', sourceKinds)),
      coded(
        i18n.t('monitoring.pack.paper.verification'),
        termLabel(vocabulary, 'verification', verification, i18n),
      ),
    ].filter(one => one && (one as { value: { value: string } }).value.value !== ''),
  }
}

const paperOf = (given: PackGiven, i18n: I18n, title: string, source: string, data: Json): Paper => {
  const coalition = i18n.text(given.umbrella.name).value
  return {
    source: `src/modules/monitoring/papers/${source}.typ`,
    title: `${coalition}: ${title}`,
    author: coalition,
    footer: coalition,
    lang: i18n.lang,
    made: given.made,
    data,
  }
}

function odihrPaper(i18n: I18n, given: PackGiven): Paper {
  const { pack, umbrella } = given
  const year = String(pack.year)
  const title = i18n.t('monitoring.pack.paper.odihrTitle', { year })
  return paperOf(given, i18n, title, 'pack-odihr', {
    title,
    kicker: i18n.text(umbrella.name).value,
    lead: i18n.t('monitoring.pack.paper.odihrLead', { year, count: pack.incidents.length }),
    method: i18n.t('monitoring.pack.paper.odihrMethod'),
    language: i18n.t('monitoring.pack.paper.odihrLanguage', { language: i18n.language(pack.lang) }),
    incidents: pack.incidents.map(incident => odihrIncident(i18n, given, incident)),
  })
}

/** The law of the country whose authority is asked. */
const country = ({ lang, addressee }: Pick<PackView, 'lang' | 'addressee'>) =>
  addressee === 'pl_commissioner' || (addressee !== 'ua_commissioner' && lang === 'pl') ? 'PL' : 'UA'

function articles(i18n: I18n, { pack, vocabulary }: PackGiven, incident: PackIncident): string[] {
  const terms = vocabulary.get('laws') ?? []
  return incident.laws
    .filter(code => code.startsWith(country(pack)) || code.startsWith('OWN-'))
    .map(code => {
      const definition = i18n.text(terms.find(term => term.code === code)?.definition ?? {}).value
      const label = termLabel(vocabulary, 'laws', code, i18n)
      return definition ? `${label}: ${definition}` : label
    })
}

const letterWords = (i18n: I18n, pack: PackView) => {
  const inUkraine = country(pack) === 'UA'
  if (pack.kind === 'complaint') {
    return {
      title: i18n.t(inUkraine ? 'monitoring.pack.paper.complaintUa' : 'monitoring.pack.paper.complaintPl'),
      basis: i18n.t(inUkraine ? 'monitoring.pack.paper.basisUa' : 'monitoring.pack.paper.basisPl'),
      request: i18n.t(inUkraine ? 'monitoring.pack.paper.requestUa' : 'monitoring.pack.paper.requestPl'),
    }
  }
  return {
    title: i18n.t(
      inUkraine ? 'monitoring.pack.paper.commissionerUa' : 'monitoring.pack.paper.commissionerPl',
    ),
    basis: i18n.t(
      inUkraine ? 'monitoring.pack.paper.commissionerBasisUa' : 'monitoring.pack.paper.commissionerBasisPl',
    ),
    request: i18n.t('monitoring.pack.paper.commissionerRequest'),
  }
}

function letterPaper(i18n: I18n, given: PackGiven): Paper {
  const { pack, entries } = given
  const incident = pack.incidents[0]!
  const texts = textsOf(entries, incident.id)
  const words = letterWords(i18n, pack)
  const said = (name: PackField) => written(texts[name], pack.lang)
  const parts = (['facts', 'victims', 'motive', 'response', 'evidence'] as const)
    .filter(name => texts[name])
    .map(name => ({ label: i18n.t(fieldWords[name]), value: said(name) }))
  return paperOf(given, i18n, words.title, 'pack-letter', {
    ...words,
    to: [i18n.t(addresseeWords[pack.addressee!]), texts.office ?? ''].filter(Boolean),
    toLabel: i18n.t('monitoring.pack.paper.to'),
    fromLabel: i18n.t('monitoring.pack.paper.from'),
    from: said('sender'),
    when: i18n.t('monitoring.pack.paper.when', {
      month: whenWords(i18n, incident),
      region: incident.region ? i18n.region(incident.region) : i18n.t('monitoring.incident.notKnown'),
    }),
    parts,
    lawsLabel: i18n.t('monitoring.coding.laws'),
    laws: pack.kind === 'complaint' ? articles(i18n, given, incident) : [],
    noLaws: pack.kind === 'complaint' ? i18n.t('monitoring.pack.paper.noLaws') : '',
    requestLabel: i18n.t('monitoring.pack.field.request'),
    asks: said('request'),
    signature: i18n.t('monitoring.pack.paper.signature'),
  })
}

/** The files of a pack as they leave: CSV and PDF in English and the coalition's languages for ODIHR, one letter otherwise. */
export async function packPapers(given: PackGiven): Promise<PackPaper[]> {
  const { pack, umbrella } = given
  const words = (locale: Locale) => createI18n(locale, umbrella.zone)
  if (pack.kind !== 'odihr') {
    const content = await makePdf(letterPaper(words(pack.lang), given))
    return [{ name: `${pack.kind}-${pack.lang}.pdf`, mediaType: 'application/pdf', content }]
  }
  const locales = [...new Set<Locale>(['en', ...umbrella.locales])]
  const files = locales.map(async locale => {
    const i18n = words(locale)
    const base = `odihr-${pack.year}-${locale}`
    const table = packCsv(i18n, given)
    return [
      { name: `${base}.pdf`, mediaType: 'application/pdf', content: await makePdf(odihrPaper(i18n, given)) },
      { name: `${base}.csv`, mediaType: 'text/csv', content: new TextEncoder().encode(table) },
    ]
  })
  return (await Promise.all(files)).flat()
}
