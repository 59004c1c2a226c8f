import type { I18n, Localised } from '#platform/i18n/index.ts'
import { orgId, registerAddress } from '../identifiers.ts'
import type { MemberView, ShownContact } from '../queries/member.ts'

type Thing = { [key: string]: string | string[] | Thing | Thing[] | undefined }

type About = { address: string; umbrella: { name: Localised; address: string }; i18n: I18n }

const inLanguages = (text: Localised): Thing[] =>
  Object.entries(text).flatMap(([tag, value]) => (value ? [{ '@language': tag, '@value': value }] : []))

const publicOf = (contacts: readonly ShownContact[], kind: ShownContact['kind']): string | undefined =>
  contacts.find(contact => contact.kind === kind && contact.visibility === 'public')?.value

const area = ({ country, region }: MemberView, i18n: I18n): Thing =>
  region
    ? { '@type': 'AdministrativeArea', name: i18n.region(region), identifier: region }
    : { '@type': 'Country', name: i18n.country(country), identifier: country }

function organisation(view: MemberView, i18n: I18n): Thing {
  const below = view.relatives.filter(
    ({ side, confirmed, parent }) => side === 'below' && confirmed && parent === view.organisation,
  )
  const above = view.relatives.filter(({ side, confirmed }) => side === 'above' && confirmed)
  const named = ({ name }: { name: Localised }): Thing => ({
    '@type': 'Organization',
    name: i18n.text(name).value,
  })
  return {
    foundingDate: view.foundedOn ?? undefined,
    identifier: view.identifiers.map(identifier => ({
      '@type': 'PropertyValue',
      propertyID: identifier.scheme,
      value: identifier.value,
      url: `https://org-id.guide/list/${identifier.scheme}`,
      alternateName: orgId(identifier),
    })),
    sameAs: view.identifiers.flatMap(identifier => registerAddress(identifier) ?? []),
    email: publicOf(view.contacts, 'email'),
    telephone: publicOf(view.contacts, 'phone'),
    subOrganization: below.map(named),
    parentOrganization: above.map(named),
  }
}

const isEmpty = (value: unknown) => value === undefined || (Array.isArray(value) && value.length === 0)

/** schema.org data of a member as JSON-LD, public facts only, safe to stand inside `<script>`. */
export function structuredData(view: MemberView, { address, umbrella, i18n }: About): string {
  const data: Thing = {
    '@context': 'https://schema.org',
    '@type': view.organisation ? 'Organization' : 'Person',
    '@id': address,
    url: publicOf(view.contacts, 'website') ?? address,
    name: inLanguages(view.name),
    description: inLanguages(view.about),
    knowsLanguage: view.languages,
    areaServed: area(view, i18n),
    ...(view.organisation ? organisation(view, i18n) : {}),
    memberOf: { '@type': 'Organization', name: inLanguages(umbrella.name), url: umbrella.address },
  }
  if (!view.organisation) delete data.areaServed
  const said = Object.fromEntries(Object.entries(data).filter(([, value]) => !isEmpty(value)))
  return JSON.stringify(said).replaceAll('<', '\\u003c')
}
