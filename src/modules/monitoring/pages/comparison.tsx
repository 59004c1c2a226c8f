import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  Form,
  type FormValues,
  RadioGroup,
  Section,
  Table,
  usePage,
} from '#ui/index.ts'
import { type Compared, compareCodings } from '../coding/settle.ts'
import { termLabels, type Vocabulary } from '../coding/vocabulary.ts'
import type { CodingView } from '../queries/codings.ts'
import type { IncidentView } from '../queries/incident.ts'
import { BelowIncident, type Told } from './below-incident.tsx'
import { Codes } from './codes.tsx'

export type ComparisonProps = Told & {
  incident: IncidentView
  vocabulary: Vocabulary
  codings: readonly [CodingView, CodingView]
  values?: FormValues
}

const nameOf = (coding: CodingView, n: number, t: ReturnType<typeof usePage>['t']): string =>
  coding.coder || t('monitoring.coding.coderNumbered', { number: n + 1 })

const Differences = ({ incident, vocabulary, codings, compared, ...told }: SettleProps) => {
  const { i18n, link, t } = usePage()
  const words = (list: string, codes: readonly string[]) =>
    codes.length > 0 ? termLabels(vocabulary, list, codes, i18n).join('; ') : t('monitoring.coding.nothing')
  const differing = compared.filter(({ same }) => !same)
  return (
    <Form
      action={link(`/incidents/${incident.code}/codes`)}
      values={told.values}
      problems={told.problems}
      label={t('monitoring.coding.settle')}
    >
      {differing.map(({ field, first, second }) => (
        <RadioGroup
          name={field.name}
          label={t(field.label)}
          options={[
            { value: 'first', label: words(field.list, first), hint: nameOf(codings[0], 0, t) },
            { value: 'second', label: words(field.list, second), hint: nameOf(codings[1], 1, t) },
            ...(field.several && isMore(first, second)
              ? [
                  {
                    value: 'both',
                    label: words(field.list, together(first, second)),
                    hint: t('monitoring.coding.bothTogether'),
                  },
                ]
              : []),
          ]}
          required
        />
      ))}
      <Actions>
        <Button look="primary">{t('monitoring.coding.take')}</Button>
        <ButtonLink href={link(`/incidents/${incident.code}`)} look="quiet">
          {t('monitoring.incident.back')}
        </ButtonLink>
      </Actions>
    </Form>
  )
}

const together = (first: readonly string[], second: readonly string[]) => [...new Set([...first, ...second])]

// Where one holds the other already, both together would be the same choice once more.
const isMore = (first: readonly string[], second: readonly string[]) =>
  together(first, second).length > Math.max(first.length, second.length)

type SettleProps = ComparisonProps & { compared: readonly Compared[] }

/** What two chose without seeing each other, field by field, and what holds where they differ. */
export const ComparisonPage = (props: ComparisonProps) => {
  const { incident, vocabulary, codings, problems, refusal } = props
  const { t } = usePage()
  const compared = compareCodings(codings[0].codes, codings[1].codes)
  const same = compared.filter(one => one.same).length
  return (
    <BelowIncident
      code={incident.code}
      title={t('monitoring.coding.compare')}
      lead={t('monitoring.coding.agreed', { same, of: compared.length })}
      problems={problems}
      refusal={refusal}
    >
      <Table<Compared>
        caption={t('monitoring.coding.fieldByField')}
        columns={[
          { label: t('monitoring.coding.field'), heading: true, cell: ({ field }) => t(field.label) },
          ...codings.map((coding, n) => ({
            label: nameOf(coding, n, t),
            cell: ({ field, first, second }: Compared) => (
              <Codes vocabulary={vocabulary} list={field.list} codes={n === 0 ? first : second} />
            ),
          })),
          {
            label: t('monitoring.coding.state'),
            cell: one => (
              <Badge tone={one.same ? 'good' : 'warn'}>
                {t(one.same ? 'monitoring.coding.same' : 'monitoring.coding.differs')}
              </Badge>
            ),
          },
        ]}
        rows={compared}
      />
      <Section
        title={t('monitoring.coding.settle')}
        lead={t(
          same === compared.length ? 'monitoring.coding.settleNothing' : 'monitoring.coding.settleLead',
        )}
      >
        <Differences {...props} compared={compared} />
      </Section>
    </BelowIncident>
  )
}
