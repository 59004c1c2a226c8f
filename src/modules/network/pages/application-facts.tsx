import type { Localised } from '#platform/i18n/index.ts'
import { DescriptionList, type Fact, Text, Time, usePage } from '#ui/index.ts'
import type { Facts, IndividualFacts, OrganisationFacts } from '../forms/application.ts'
import { type Identifier, schemeWords } from '../identifiers.ts'
import { communities } from '../vocabulary/communities.ts'
import { fieldsOfWork } from '../vocabulary/fields-of-work.ts'
import { levels } from '../vocabulary/levels.ts'
import { organisationKinds } from '../vocabulary/organisation-kinds.ts'
import { basisWords } from '../words.ts'
import { placeOf } from './directory-entries.tsx'
import { Written } from './written.tsx'

type Page = ReturnType<typeof usePage>

type Props = {
  name: Localised
  facts: Facts
  identifiers?: readonly Identifier[]
  /** The language in which the applicant used the pages. */
  locale: string
}

const listed = (page: Page, term: string, codes: readonly string[], label: (code: string) => string): Fact =>
  codes.length > 0 && { term, value: page.i18n.list(codes.map(label)) }

function sharedFacts(page: Page, facts: Facts): Fact[] {
  const { i18n, t } = page
  return [
    { term: t('network.form.place'), value: placeOf(facts, i18n) },
    listed(page, t('network.form.communities'), facts.communities, code => communities.label(code, i18n)),
    listed(page, t('network.form.languages'), facts.languages, i18n.language),
    listed(page, t('network.form.fields'), facts.fields, code => fieldsOfWork.label(code, i18n)),
    Object.keys(facts.about).length > 0 && {
      term: t('network.form.about'),
      value: <Text value={facts.about} paragraphs />,
    },
  ]
}

const contactWords = {
  email: 'network.form.email',
  phone: 'network.form.phone',
  website: 'network.form.website',
  address: 'network.form.address',
  social: 'network.form.social',
} as const

// What is for coordinators only stays out of the application that members read.
function organisationFacts(
  page: Page,
  facts: OrganisationFacts,
  { identifiers = [], locale }: Props,
): Fact[] {
  const { i18n, t } = page
  return [
    { term: t('network.form.kind'), value: organisationKinds.label(facts.kind, i18n) },
    { term: t('network.form.level'), value: levels.label(facts.level, i18n) },
    ...sharedFacts(page, facts),
    ...facts.contacts
      .filter(({ visibility }) => visibility !== 'coordinators')
      .map(({ kind, value }) => ({ term: t(contactWords[kind]), value })),
    ...identifiers.map(({ scheme, value }) => ({ term: t(schemeWords[scheme]), value })),
    { term: t('network.form.decision'), value: <Written text={facts.decision} locale={locale} /> },
    facts.bar !== null && {
      term: t('network.form.bar'),
      value: <Written text={facts.bar} locale={locale} />,
    },
    facts.term?.from && { term: t('network.form.termFrom'), value: <Time at={facts.term.from} /> },
    facts.term?.until && { term: t('network.form.termUntil'), value: <Time at={facts.term.until} /> },
  ].map(fact => fact || null)
}

function individualFacts(page: Page, facts: IndividualFacts, { locale }: Props): Fact[] {
  const { t } = page
  return [
    { term: t('network.form.basis'), value: t(basisWords[facts.basis]) },
    { term: t('network.form.recognisedBy'), value: <Written text={facts.recognisedBy} locale={locale} /> },
    ...sharedFacts(page, facts),
    {
      term: t('network.form.directory'),
      value: t(facts.listed ? 'network.form.listedYes' : 'network.form.listedNo'),
    },
  ]
}

/** What an application says, as members read it. */
export const ApplicationFacts = (props: Props) => {
  const page = usePage()
  const { name, facts } = props
  const own: Fact[] = [{ term: page.t('network.application.name'), value: <Text value={name} /> }]
  const rest =
    facts.route === 'individual' ? individualFacts(page, facts, props) : organisationFacts(page, facts, props)
  return <DescriptionList facts={[...own, ...rest]} />
}
