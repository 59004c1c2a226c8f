import {
  Actions,
  Button,
  ButtonLink,
  ConfirmButton,
  DescriptionList,
  Form,
  Section,
  SelectField,
  Time,
  usePage,
} from '#ui/index.ts'
import { grades } from '../actions/assess-source.ts'
import { termLabel, type Vocabulary } from '../coding/vocabulary.ts'
import { gradeWords } from '../incident-words.ts'
import type { IncidentView, SourceView } from '../queries/incident.ts'
import { BelowIncident, type Told } from './below-incident.tsx'
import { firstOfOrigin } from './incident-sources.tsx'

export type SourcePageProps = Told & {
  incident: IncidentView
  source: SourceView
  vocabulary: Vocabulary
}

const Grades = ({ incident, source, vocabulary }: SourcePageProps) => {
  const { i18n, link, t } = usePage()
  return (
    <Section title={t('monitoring.incident.grade.title')} lead={t('monitoring.incident.grade.lead')}>
      <DescriptionList
        facts={grades.map(grade => {
          const given = source[grade]
          return {
            term: t(gradeWords[grade].title),
            value: (
              <>
                {given === null
                  ? t('monitoring.incident.grade.none')
                  : `${given} · ${termLabel(vocabulary, grade, given, i18n)}`}{' '}
                {source.withdrawnOn === null && (
                  <a href={link(`/incidents/${incident.code}/sources/${source.id}/${grade}`)}>
                    {t(given === null ? 'monitoring.incident.grade.ask' : 'monitoring.incident.grade.again')}
                  </a>
                )}
              </>
            ),
          }
        })}
      />
    </Section>
  )
}

const Origin = ({ incident, source, problems }: SourcePageProps) => {
  const { link, t } = usePage()
  const others = incident.sources.filter(({ id }) => id !== source.id)
  if (others.length === 0) return null
  const first = incident.sources[firstOfOrigin(incident.sources, source)] ?? source
  const named = (one: SourceView) =>
    t('monitoring.incident.source.numbered', { number: incident.sources.indexOf(one) + 1 })
  return (
    <Section title={t('monitoring.incident.source.origin')} lead={t('monitoring.incident.source.originLead')}>
      <Form
        action={link(`/incidents/${incident.code}/sources/${source.id}/origin`)}
        values={{ origin: first.id }}
        problems={problems}
      >
        <SelectField
          name="origin"
          label={t('monitoring.incident.source.repeatsWhich')}
          options={[
            { value: source.id, label: t('monitoring.incident.source.independent') },
            ...others.map(one => ({ value: one.id, label: named(one) })),
          ]}
          empty={null}
          required
        />
        <Actions>
          <Button>{t('monitoring.incident.source.tellOrigin')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** One source: its two grades, whom it repeats, and that it no longer speaks. */
export const SourcePage = (props: SourcePageProps) => {
  const { incident, source, vocabulary, problems, refusal } = props
  const { i18n, link, t } = usePage()
  const { code } = incident
  const number = incident.sources.indexOf(source) + 1
  return (
    <BelowIncident
      code={code}
      title={t('monitoring.incident.source.numbered', { number })}
      width="reading"
      problems={problems}
      refusal={refusal}
    >
      <DescriptionList
        facts={[
          {
            term: t('monitoring.incident.source.kind'),
            value: termLabel(vocabulary, 'source_kinds', source.kind, i18n),
          },
          source.link !== null && {
            term: t('monitoring.incident.source.link'),
            value: termLabel(vocabulary, 'source_links', source.link, i18n),
          },
          source.authenticated && {
            term: t('monitoring.incident.source.evidence'),
            value: t('monitoring.incident.source.authenticated'),
          },
          { term: t('monitoring.incident.source.addedOn'), value: <Time at={source.addedOn} /> },
          source.withdrawnOn !== null && {
            term: t('monitoring.incident.source.withdrawn'),
            value: <Time at={source.withdrawnOn} />,
          },
          source.hash !== null && {
            term: t('monitoring.incident.source.hash'),
            value: <code class="hash">{source.hash}</code>,
          },
        ]}
      />
      <Grades {...props} />
      {source.withdrawnOn === null && (
        <>
          <Origin {...props} />
          <Section title={t('monitoring.incident.source.withdrawTitle')}>
            <ConfirmButton
              action={link(`/incidents/${code}/sources/${source.id}/withdrawal`)}
              label={t('monitoring.incident.source.withdraw')}
              confirm={t('monitoring.incident.source.withdrawConfirm')}
              look="danger"
            >
              <p>{t('monitoring.incident.source.withdrawLead')}</p>
            </ConfirmButton>
          </Section>
        </>
      )}
      <p>
        <ButtonLink href={link(`/incidents/${code}#sources`)} look="quiet">
          {t('monitoring.incident.back')}
        </ButtonLink>
      </p>
    </BelowIncident>
  )
}
