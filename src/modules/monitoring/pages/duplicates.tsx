import {
  Actions,
  Badge,
  Button,
  EmptyState,
  Form,
  type FormValues,
  PostButton,
  Section,
  Table,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { Vocabulary } from '../coding/vocabulary.ts'
import { isLikely, type Likeness } from '../duplicates/compare.ts'
import type { Candidate } from '../queries/duplicates.ts'
import type { IncidentView } from '../queries/incident.ts'
import { BelowIncident, type Told } from './below-incident.tsx'
import { Codes, Month } from './codes.tsx'
import type { FormShown } from './incident.tsx'
import { OpeningForm } from './incident-sealed.tsx'

export type DuplicatesProps = Told & {
  incident: IncidentView
  candidates: readonly Candidate[]
  vocabulary: Vocabulary
  /** What the sealed texts say, by the candidate's id; after opening. */
  likeness?: ReadonlyMap<string, Likeness | null>
  opening?: FormShown
  values?: FormValues
}

const Compared = ({ likeness }: { likeness: Likeness | null | undefined }) => {
  const { i18n, t } = usePage()
  if (!likeness) return <>{t('monitoring.incident.duplicate.notOpened')}</>
  const { days, samePlace, text } = likeness
  return (
    <>
      {isLikely(likeness) && (
        <>
          <Badge tone="warn">{t('monitoring.incident.duplicate.likely')}</Badge>{' '}
        </>
      )}
      {t('monitoring.incident.duplicate.text', { share: i18n.number(Math.round(text * 100)) })}
      {days !== null && <> · {t('monitoring.incident.duplicate.days', { count: days })}</>}
      {samePlace !== null && (
        <>
          {' · '}
          {t(
            samePlace
              ? 'monitoring.incident.duplicate.samePlace'
              : 'monitoring.incident.duplicate.otherPlace',
          )}
        </>
      )}
    </>
  )
}

const Candidates = ({ incident, candidates, vocabulary, likeness }: DuplicatesProps) => {
  const { link, t } = usePage()
  return (
    <Table<Candidate>
      caption={t('monitoring.incident.duplicate.candidates')}
      columns={[
        {
          label: t('monitoring.incident.code'),
          heading: true,
          cell: ({ code }) => (
            <a href={link(`/incidents/${code}`)}>
              <code>{code}</code>
            </a>
          ),
        },
        {
          label: t('monitoring.incident.when'),
          cell: ({ month }) => (month ? <Month first={month} /> : t('monitoring.incident.notKnown')),
        },
        {
          label: t('monitoring.incident.what'),
          cell: ({ types }) => <Codes vocabulary={vocabulary} list="types" codes={types} />,
        },
        ...(likeness
          ? [
              {
                label: t('monitoring.incident.duplicate.compared'),
                cell: ({ id }: Candidate) => <Compared likeness={likeness.get(id)} />,
              },
            ]
          : []),
        {
          label: t('monitoring.incident.duplicate.merge'),
          cell: ({ code }) => (
            <PostButton action={link(`/incidents/${incident.code}/merger`)} fields={{ original: code }} small>
              {t('monitoring.incident.duplicate.mergeInto', { code })}
            </PostButton>
          ),
        },
      ]}
      rows={candidates}
      empty={
        <EmptyState title={t('monitoring.incident.duplicate.none')}>
          <p>{t('monitoring.incident.duplicate.noneHint')}</p>
        </EmptyState>
      }
    />
  )
}

/** Incidents that may be this one: by codes at first, by what was told when the reader opens the texts. */
export const DuplicatesPage = (props: DuplicatesProps) => {
  const { incident, candidates, likeness, opening, values, problems, refusal } = props
  const { link, t } = usePage()
  const { code } = incident
  return (
    <BelowIncident
      code={code}
      title={t('monitoring.incident.duplicate.look')}
      lead={t('monitoring.incident.duplicate.lead')}
      problems={problems}
      refusal={refusal}
    >
      <Candidates {...props} />
      {candidates.length > 0 && !likeness && (
        <Section
          title={t('monitoring.incident.duplicate.compare')}
          lead={t('monitoring.incident.duplicate.compareLead')}
        >
          <OpeningForm
            action={link(`/incidents/${code}/duplicates`)}
            reason={t('monitoring.incident.duplicate.reason')}
            form={opening}
          />
        </Section>
      )}
      <Section title={t('monitoring.incident.duplicate.byCode')}>
        <Form action={link(`/incidents/${code}/merger`)} values={values} problems={problems}>
          <TextField
            name="original"
            label={t('monitoring.incident.duplicate.original')}
            hint={t('monitoring.incident.duplicate.originalHint')}
            width="short"
            maxlength={20}
            spellcheck={false}
            required
          />
          <Actions>
            <Button>{t('monitoring.incident.duplicate.merge')}</Button>
          </Actions>
        </Form>
      </Section>
    </BelowIncident>
  )
}
