import { createI18n, type Locale, locales, type MessageKey } from '#platform/i18n/index.ts'
import type { UmbrellaFace } from '#platform/umbrellas/index.ts'
import type { ReleaseFace } from '../queries/releases.ts'
import { licence } from './statistics.ts'

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const authority = (list: string, code: string) => ({
  '@id': `http://publications.europa.eu/resource/authority/${list}/${code}`,
})
const fileTypes = { csv: 'CSV', json: 'JSON', pdf: 'PDF' } as const
const mediaTypes = { csv: 'text/csv', json: 'application/json', pdf: 'application/pdf' } as const
const languages: Record<Locale, string> = { uk: 'UKR', pl: 'POL', en: 'ENG' }
const periods: Record<number, string> = { 1: 'MONTHLY', 3: 'QUARTERLY', 6: 'BIANNUAL', 12: 'ANNUAL' }
const countries: Record<string, string> = { UA: 'UKR', PL: 'POL' }

const inEach = (key: MessageKey) =>
  locales.map(lang => ({
    '@language': lang,
    '@value': createI18n(lang, 'UTC').t(key),
  }))

type Site = { umbrella: UmbrellaFace; origin: string }

const home = ({ umbrella, origin }: Site, lang: string) => `${origin}/${lang}/${umbrella.slug}/statistics`

function distribution(site: Site, lang: Locale, number: number, type: keyof typeof fileTypes) {
  const file = type === 'pdf' ? 'report.pdf' : `data.${type}`
  const address = `${home(site, lang)}/${number}/${file}`
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dcat:accessURL': { '@id': `${home(site, lang)}/${number}` },
    'dcat:downloadURL': { '@id': address },
    'dct:format': authority('file-type', fileTypes[type]),
    'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${mediaTypes[type]}` },
    'dct:license': { '@id': licence },
    'dct:language': authority('language', languages[lang]),
  }
}

function versionOf(site: Site, { number, publishedAt, recordedUntil, digest }: ReleaseFace) {
  return {
    '@id': `${home(site, 'en')}/${number}`,
    '@type': 'dcat:Dataset',
    'dct:title': inEach('monitoring.statistics.title'),
    'dct:description': inEach('monitoring.statistics.notPrevalence'),
    'dcat:version': String(number),
    'dct:issued': { '@type': 'xsd:dateTime', '@value': publishedAt.toString() },
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:endDate': { '@type': 'xsd:date', '@value': recordedUntil.toString() },
    },
    'dct:identifier': `sha256:${digest}`,
    'dcat:distribution': locales.flatMap(lang =>
      (['csv', 'json', 'pdf'] as const).map(type => distribution(site, lang, number, type)),
    ),
  }
}

/** The dataset and its versions as DCAT-AP in JSON-LD, for catalogues of open data. */
export function datasetJsonLd(site: Site, releases: readonly ReleaseFace[], months: number) {
  const { umbrella } = site
  const spatial = countries[umbrella.country ?? '']
  return {
    '@context': context,
    '@id': `${home(site, 'en')}#dataset`,
    '@type': 'dcat:Dataset',
    'dct:title': inEach('monitoring.statistics.title'),
    'dct:description': [
      ...inEach('monitoring.statistics.notPrevalence'),
      ...inEach('monitoring.statistics.notPrevalenceWhy'),
    ],
    'dct:publisher': {
      '@type': 'foaf:Agent',
      'foaf:name': Object.entries(umbrella.name).map(([lang, name]) => ({
        '@language': lang,
        '@value': name,
      })),
      'foaf:homepage': { '@id': `${site.origin}/en/${umbrella.slug}` },
    },
    'dcat:theme': authority('data-theme', 'JUST'),
    'dct:accessRights': authority('access-right', 'PUBLIC'),
    'dct:accrualPeriodicity': authority('frequency', periods[months] ?? 'IRREG'),
    ...(spatial ? { 'dct:spatial': authority('country', spatial) } : {}),
    'dcat:landingPage': { '@id': home(site, 'en') },
    'dcat:hasVersion': releases.map(release => versionOf(site, release)),
  }
}
