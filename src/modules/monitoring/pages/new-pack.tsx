import {
  Actions,
  Badge,
  Button,
  Checkbox,
  CheckboxGroup,
  EmptyState,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  Section,
  Table,
  TextField,
  usePage,
} from '#ui/index.ts'
import { termLabel, termLabels, type Vocabulary } from '../coding/vocabulary.ts'
import { addresseeWords, kindLeads, kindWords, whenWords } from '../packs/words.ts'
import type { PackIncident } from '../queries/packs.ts'
import { addressees, type PackKind } from '../schema/packs.ts'

export type NewPackProps = {
  kind: PackKind
  year: number
  /** Incidents of the year that ODIHR counts; none for other kinds. */
  incidents: readonly PackIncident[]
  vocabulary: Vocabulary
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const YearForm = ({ year }: Pick<NewPackProps, 'year'>) => {
  const { link, t } = usePage()
  return (
    <Form action={link('/packs/new')} method="get" id="year" values={{ year: String(year) }}>
      <HiddenField name="kind" value="odihr" />
      <TextField
        name="year"
        label={t('monitoring.pack.year')}
        width="short"
        inputmode="numeric"
        maxlength={4}
      />
      <Actions>
        <Button>{t('monitoring.pack.showYear')}</Button>
      </Actions>
    </Form>
  )
}

const Lacking = ({ incidents }: Pick<NewPackProps, 'incidents'>) => {
  const { i18n, link, t } = usePage()
  if (incidents.length === 0) return null
  return (
    <Section title={t('monitoring.pack.without')} lead={t('monitoring.pack.withoutLead')}>
      <Table
        caption={t('monitoring.pack.without')}
        captionHidden
        rows={incidents}
        columns={[
          {
            label: t('monitoring.pack.incident'),
            heading: true,
            cell: ({ code }) => <a href={link(`/incidents/${code}`)}>{code}</a>,
          },
          { label: t('monitoring.incident.when'), cell: incident => whenWords(i18n, incident) },
          {
            label: t('monitoring.pack.why'),
            cell: ({ confided }) => (
              <Badge tone="warn">
                {t(confided ? 'monitoring.pack.confided' : 'monitoring.pack.notAgreed')}
              </Badge>
            ),
          },
        ]}
      />
    </Section>
  )
}

const Chosen = ({ incidents, vocabulary }: NewPackProps) => {
  const { i18n, t } = usePage()
  const label = ({ code, ...incident }: PackIncident) =>
    t('monitoring.pack.incidentLine', {
      when: whenWords(i18n, incident),
      where: incident.region ? i18n.region(incident.region) : t('monitoring.incident.notKnown'),
      code,
    })
  const hint = ({ bias, types, verification }: PackIncident) =>
    [
      bias && termLabel(vocabulary, 'bias', bias, i18n),
      ...termLabels(vocabulary, 'types', types, i18n),
      verification,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <CheckboxGroup
      name="incidents"
      label={t('monitoring.pack.choose')}
      hint={t('monitoring.pack.chooseHint')}
      options={incidents.map(one => ({ value: one.code, label: label(one), hint: hint(one) }))}
    />
  )
}

const languages = (kind: PackKind) => (kind === 'odihr' ? ['en', 'uk', 'pl'] : ['uk', 'pl'])

const Fields = (props: NewPackProps) => {
  const { i18n, t } = usePage()
  const { kind } = props
  return (
    <>
      {kind === 'odihr' ? (
        <Chosen {...props} />
      ) : (
        <>
          <TextField
            name="incident"
            label={t('monitoring.pack.incidentCode')}
            hint={t('monitoring.pack.incidentCodeHint')}
            width="medium"
            maxlength={10}
            required
          />
          <RadioGroup
            name="addressee"
            label={t('monitoring.pack.addressee.label')}
            options={addressees[kind].map(value => ({ value, label: t(addresseeWords[value]) }))}
            required
          />
        </>
      )}
      {kind !== 'commissioner' && (
        <RadioGroup
          name="lang"
          label={t('monitoring.pack.language')}
          hint={t(kind === 'odihr' ? 'monitoring.pack.languageHint' : 'monitoring.pack.languageLaw')}
          options={languages(kind).map(value => ({ value, label: i18n.language(value) }))}
          required
        />
      )}
      <Checkbox
        name="toldAgreed"
        label={t('monitoring.pack.toldAgreed')}
        hint={t('monitoring.pack.toldAgreedHint')}
      />
    </>
  )
}

/** Which incidents, to whom, in which language, and why what was told is opened for it. */
export const NewPackPage = (props: NewPackProps) => {
  const { link, t } = usePage()
  const { kind, incidents, values, problems = [], refusal } = props
  const ready = incidents.filter(one => !one.lacksConsent || one.confided)
  const title = t(kindWords[kind])
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('monitoring.pack.title'), path: '/packs' }]}
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} lead={t(kindLeads[kind])} />
      <Refused refusal={refusal} />
      {kind === 'odihr' && <YearForm {...props} />}
      {kind === 'odihr' && ready.length === 0 ? (
        <EmptyState title={t('monitoring.pack.noneEligible')} />
      ) : (
        <Form action={link('/packs')} values={values} problems={problems}>
          <HiddenField name="kind" value={kind} />
          {kind === 'odihr' && <HiddenField name="year" value={String(props.year)} />}
          <Fields {...props} incidents={ready} />
          <TextField
            name="reason"
            label={t('monitoring.incident.opening.reason')}
            hint={t('monitoring.incident.opening.reasonHint')}
            maxlength={500}
            required
          />
          <Actions>
            <Button look="primary" icon="key-round">
              {t('monitoring.pack.openAndDraft')}
            </Button>
          </Actions>
        </Form>
      )}
      <Lacking incidents={incidents.filter(one => one.lacksConsent)} />
    </Layout>
  )
}
