import { Actions, Button, ButtonLink, Form, type FormValues, RadioGroup, usePage } from '#ui/index.ts'
import type { Grade } from '../actions/assess-source.ts'
import { termLabel, termOptions, type Vocabulary } from '../coding/vocabulary.ts'
import { gradeWords } from '../incident-words.ts'
import type { SourceView } from '../queries/incident.ts'
import { BelowIncident, type Told } from './below-incident.tsx'

type Props = Told & {
  incident: { code: string }
  source: SourceView
  grade: Grade
  vocabulary: Vocabulary
  values: FormValues
}

/** One of the two grades, asked for by itself: given together, one takes on the colour of the other. */
export const GradePage = ({ incident, source, grade, vocabulary, values, ...told }: Props) => {
  const { i18n, link, t } = usePage()
  const place = `/incidents/${incident.code}/sources/${source.id}`
  const options = termOptions(vocabulary, grade, i18n)
  return (
    <BelowIncident
      code={incident.code}
      title={t(gradeWords[grade].title)}
      lead={t(gradeWords[grade].lead)}
      width="form"
      {...told}
    >
      <p>{termLabel(vocabulary, 'source_kinds', source.kind, i18n)}</p>
      <Form action={link(`${place}/${grade}`)} values={values} problems={told.problems}>
        <RadioGroup
          name="grade"
          label={t(gradeWords[grade].title)}
          options={options.map(({ value, label, hint }) => ({ value, label: `${value} · ${label}`, hint }))}
          required
        />
        <Actions>
          <Button look="primary">{t('monitoring.incident.grade.give')}</Button>
          <ButtonLink href={link(place)} look="quiet">
            {t('monitoring.incident.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </BelowIncident>
  )
}
