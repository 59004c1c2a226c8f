import {
  Actions,
  Badge,
  ButtonLink,
  DescriptionList,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Time,
  usePage,
} from '#ui/index.ts'
import type { OpenedPlaces } from '../actions/open-sealed.ts'
import { chosenIn, codingFields } from '../coding/fields.ts'
import { termLabel, type Vocabulary } from '../coding/vocabulary.ts'
import { verificationTones } from '../incident-words.ts'
import { kindWords } from '../packs/words.ts'
import { fitsPack } from '../policy/packs.ts'
import type { IncidentView } from '../queries/incident.ts'
import type { NamedOpening } from '../queries/openings.ts'
import { Codes, When } from './codes.tsx'
import { CodingStatus } from './coding-status.tsx'
import { Checklist } from './incident-checklist.tsx'
import { IncidentConsents } from './incident-consents.tsx'
import { Duplicates } from './incident-duplicates.tsx'
import { Responses } from './incident-responses.tsx'
import { Sealed } from './incident-sealed.tsx'
import { Sources } from './incident-sources.tsx'

/** One of the forms on the page, with what it was told. */
export type FormShown = {
  name: 'verification' | 'responses' | 'opening'
  values: FormValues
  problems: readonly Problem[]
}

export type IncidentPageProps = {
  incident: IncidentView
  vocabulary: Vocabulary
  openings: readonly NamedOpening[]
  opened?: OpenedPlaces
  refusal?: RefusalShown
  /** What the standard asks for and the incident lacks, for the level that was refused. */
  missing?: readonly string[]
  form?: FormShown
}

const Facts = ({ incident, vocabulary }: IncidentPageProps) => {
  const { i18n, link, t } = usePage()
  const { region, priority, recordedOn, odihrEligible, coded } = incident
  return (
    <Section
      title={t('monitoring.incident.facts.title')}
      actions={
        <ButtonLink href={link(`/incidents/${incident.code}/facts`)} icon="pencil" small>
          {t('monitoring.incident.facts.change')}
        </ButtonLink>
      }
    >
      <DescriptionList
        facts={[
          { term: t('monitoring.incident.when'), value: <When {...incident} /> },
          {
            term: t('monitoring.incident.region'),
            value: region ? i18n.region(region) : t('monitoring.incident.notKnown'),
          },
          priority !== null && {
            term: t('monitoring.incident.priority'),
            value: termLabel(vocabulary, 'priority', priority, i18n),
          },
          { term: t('monitoring.incident.recordedOn'), value: <Time at={recordedOn} /> },
          coded && {
            term: t('monitoring.incident.odihr'),
            value: t(odihrEligible ? 'monitoring.incident.odihrYes' : 'monitoring.incident.odihrNo'),
          },
        ]}
      />
    </Section>
  )
}

const Coded = ({ incident, vocabulary }: IncidentPageProps) => {
  const { t } = usePage()
  return (
    <Section title={t('monitoring.coding.title')} id="coding">
      <CodingStatus incident={incident} />
      {incident.coded && (
        <DescriptionList
          facts={codingFields.map(({ name, list, label }) => {
            const codes = chosenIn(incident.codes, name)
            return (
              codes.length > 0 && {
                term: t(label),
                value: <Codes vocabulary={vocabulary} list={list} codes={codes} />,
              }
            )
          })}
        />
      )}
    </Section>
  )
}

// What is written about one incident; ODIHR takes those of a year together.
const Packs = ({ incident }: Pick<IncidentPageProps, 'incident'>) => {
  const { link, t } = usePage()
  if (!fitsPack(incident)) return null
  return (
    <Section title={t('monitoring.pack.begin')} id="packs">
      <Actions>
        {(['complaint', 'commissioner'] as const).map(kind => (
          <ButtonLink href={link(`/packs/new?kind=${kind}&incident=${incident.code}`)} icon="plus">
            {t(kindWords[kind])}
          </ButtonLink>
        ))}
      </Actions>
    </Section>
  )
}

/** One incident: codes and grades in the clear; what was told only after opening it. */
export const IncidentPage = (props: IncidentPageProps) => {
  const { incident, vocabulary, refusal, missing, form } = props
  const { i18n, t } = usePage()
  const { code, verification } = incident
  const title = t('monitoring.incident.kicker', { code })
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('monitoring.incident.list.title'), path: '/incidents' }]}
      invalid={refusal !== undefined || form !== undefined}
    >
      <PageHeading title={title}>
        <p>
          <Badge tone={verificationTones[verification]}>
            {verification} {termLabel(vocabulary, 'verification', verification, i18n)}
          </Badge>
        </p>
      </PageHeading>
      <Refused refusal={missing === undefined ? refusal : undefined} />
      <Facts {...props} />
      <Coded {...props} />
      <Sealed {...props} />
      <Sources {...props} />
      <Checklist {...props} />
      <IncidentConsents incident={incident} />
      <Packs incident={incident} />
      <Responses {...props} />
      <Duplicates incident={incident} />
    </Layout>
  )
}
