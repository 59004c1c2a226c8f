import { createI18n, type I18n, isLocale, type Locale, type Localised } from '#platform/i18n/index.ts'
import type { Platform } from '#platform/platform.ts'
import type { Letter, LetterItem, LetterLink } from './letter.ts'
import type { MailTemplate, MailValues } from './template.ts'
import { unsubscribeToken } from './unsubscribe.ts'
import '#platform/messages/index.ts'

/** The umbrella that a mail comes from; null for a mail of the installation itself. */
export type MailPlace = { slug: string; name: Localised; zone: string } | null

/** A mail with its template at hand. */
export type Told = { template: MailTemplate; values: MailValues; link: string | null; place: MailPlace }

/** How to speak to a recipient. */
export type Reader = { locale: Locale; person: string | null }

/** A stored language, or English when the program no longer speaks it. */
export const readerLocale = (stored: string): Locale => (isLocale(stored) ? stored : 'en')

const i18nFor = (reader: Reader, place: MailPlace): I18n => createI18n(reader.locale, place?.zone ?? 'UTC')

function itemOf(platform: Platform, reader: Reader, { template, values, link, place }: Told): LetterItem {
  const i18n = i18nFor(reader, place)
  const base = `${platform.config.origin}/${reader.locale}${place ? `/${place.slug}` : ''}`
  const action =
    link && template.action ? { label: template.action(i18n, values), url: `${base}${link}` } : undefined
  return { paragraphs: template.paragraphs(i18n, values), action }
}

/** Where a press on "unsubscribe" leads; also what the List-Unsubscribe header names. */
export const unsubscribeUrl = (platform: Platform, reader: { locale: Locale; person: string }): string =>
  `${platform.config.origin}/${reader.locale}/unsubscribe/${unsubscribeToken(platform.secrets.mail, reader.person)}`

function newsFooter(platform: Platform, i18n: I18n, reader: Reader): LetterLink[] {
  if (reader.person === null) return []
  const person = { ...reader, person: reader.person }
  return [
    { label: i18n.t('platform.mail.choose'), url: `${platform.config.origin}/${reader.locale}/account` },
    { label: i18n.t('platform.mail.unsubscribe'), url: unsubscribeUrl(platform, person) },
  ]
}

function why(i18n: I18n, reader: Reader, place: MailPlace): string {
  if (!place) return i18n.t('platform.mail.why.installation')
  const values = { umbrella: i18n.text(place.name).value }
  return reader.person === null
    ? i18n.t('platform.mail.why.invitation', values)
    : i18n.t('platform.mail.why.person', values)
}

/** A letter that tells one thing. */
export function letterOf(platform: Platform, reader: Reader, told: Told, news: boolean): Letter {
  const i18n = i18nFor(reader, told.place)
  return {
    lang: i18n.lang,
    dir: i18n.dir,
    subject: told.template.subject(i18n, told.values),
    sections: [{ items: [itemOf(platform, reader, told)] }],
    footer: [why(i18n, reader, told.place), ...(news ? newsFooter(platform, i18n, reader) : [])],
  }
}

/** A letter that tells everything that waited, umbrella by umbrella. `tolds` is not empty. */
export function digestOf(platform: Platform, reader: Reader, tolds: Told[]): Letter {
  const i18n = i18nFor(reader, tolds[0]!.place)
  const places = Map.groupBy(tolds, told => told.place?.slug)
  const nameOf = (place: MailPlace) =>
    place ? i18n.text(place.name).value : i18n.t('platform.mail.installation')
  const sections = [...places.values()].map(group => ({
    heading: nameOf(group[0]!.place),
    items: group.map(told => ({
      heading: told.template.subject(i18nFor(reader, told.place), told.values),
      ...itemOf(platform, reader, told),
    })),
  }))
  return {
    lang: i18n.lang,
    dir: i18n.dir,
    subject: i18n.t('platform.mail.digest', {
      count: tolds.length,
      umbrellas: i18n.list(sections.map(section => section.heading)),
    }),
    sections,
    footer: [i18n.t('platform.mail.why.digest'), ...newsFooter(platform, i18n, reader)],
  }
}

/** Who the mail says it is from. */
export const senderName = (reader: Reader, places: MailPlace[]): string => {
  const [first] = places
  const one = first && places.every(place => place?.slug === first.slug)
  return one ? createI18n(reader.locale, first.zone).text(first.name).value : 'Parasol'
}
