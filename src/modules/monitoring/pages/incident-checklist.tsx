import { Actions, Alert, Badge, Button, Form, RadioGroup, Section, Table, usePage } from '#ui/index.ts'
import { termOptions } from '../coding/vocabulary.ts'
import { requirementWords } from '../incident-words.ts'
import type { IncidentView, Lacks } from '../queries/incident.ts'
import type { IncidentPageProps } from './incident.tsx'

type Level = keyof Lacks
type Row = { name: string; levels: readonly Level[] }

const always: readonly Level[] = ['V1', 'V2', 'V3', 'V4']
const requirements: readonly Row[] = [
  { name: 'when', levels: always },
  { name: 'where', levels: always },
  { name: 'act', levels: always },
  { name: 'why_bias', levels: always },
  { name: 'direct_source', levels: ['V2'] },
  { name: 'independent_sources', levels: ['V3'] },
  { name: 'finding', levels: ['V4'] },
  { name: 'second_coder', levels: ['V4'] },
]

const Requirements = ({ lacks }: Pick<IncidentView, 'lacks'>) => {
  const { t } = usePage()
  const isThere = ({ name, levels }: Row) => levels.every(level => !lacks[level].includes(name))
  return (
    <Table<Row>
      caption={t('monitoring.incident.verification.checklist')}
      columns={[
        {
          label: t('monitoring.incident.verification.asked'),
          heading: true,
          cell: ({ name }) => t(requirementWords[name]!),
        },
        {
          label: t('monitoring.incident.verification.for'),
          cell: ({ levels }) => [...new Set([levels[0], levels.at(-1)])].join('–'),
        },
        {
          label: t('monitoring.incident.verification.state'),
          cell: row =>
            isThere(row) ? (
              <Badge tone="good" icon="check">
                {t('monitoring.incident.verification.there')}
              </Badge>
            ) : (
              <Badge tone="warn" icon="x">
                {t('monitoring.incident.verification.missing')}
              </Badge>
            ),
        },
      ]}
      rows={requirements}
    />
  )
}

const RefusedLevel = ({ refusal, missing = [] }: Pick<IncidentPageProps, 'refusal' | 'missing'>) => {
  const { t } = usePage()
  if (!refusal || missing.length === 0) return null
  return (
    <Alert kind="error" title={t(refusal.reason, refusal.values)} focused>
      <ul>
        {missing.map(name => (
          <li>{t(requirementWords[name]!)}</li>
        ))}
      </ul>
    </Alert>
  )
}

/** The standard as a checklist: what is there, what is missing, and the level that is given. */
export const Checklist = ({ incident, vocabulary, refusal, missing, form }: IncidentPageProps) => {
  const { i18n, link, t } = usePage()
  const mine = form?.name === 'verification' ? form : undefined
  const levels = termOptions(vocabulary, 'verification', i18n).filter(({ value }) => value !== 'VD')
  return (
    <Section
      title={t('monitoring.incident.verification.title')}
      lead={t('monitoring.incident.verification.lead')}
      id="verification"
    >
      <RefusedLevel refusal={refusal} missing={missing} />
      <Requirements lacks={incident.lacks} />
      {incident.original === null && (
        <Form
          action={link(`/incidents/${incident.code}/verification`)}
          id="level"
          values={mine?.values ?? { level: incident.verification }}
          problems={mine?.problems}
        >
          <RadioGroup
            name="level"
            label={t('monitoring.incident.verification.level')}
            options={levels.map(({ value, label, hint }) => ({ value, label: `${value} · ${label}`, hint }))}
            columns
            required
          />
          <Actions>
            <Button>{t('monitoring.incident.verification.give')}</Button>
          </Actions>
        </Form>
      )}
    </Section>
  )
}
