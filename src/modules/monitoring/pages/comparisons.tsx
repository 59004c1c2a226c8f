import { regionCodes } from '#platform/places/index.ts'
import {
  Actions,
  Button,
  EmptyState,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  Section,
  SelectField,
  Table,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { Comparisons } from '../queries/statistics.ts'
import { measures } from '../schema/comparisons.ts'
import { measureWords } from '../statistics/words.ts'
import { OfficialNumber } from './statistics-official.tsx'

type Typed = { values?: FormValues; problems?: readonly Problem[] }
type Props = Comparisons & { country: string | null; figure?: Typed; population?: Typed }

const YearAndSource = () => {
  const { t } = usePage()
  return (
    <>
      <TextField
        name="year"
        label={t('monitoring.statistics.years')}
        inputmode="numeric"
        width="short"
        required
      />
      <TextField
        name="source"
        label={t('monitoring.statistics.source')}
        hint={t('monitoring.statistics.sourceHint')}
        maxlength={300}
        required
      />
    </>
  )
}

const OfficialForm = ({ values, problems }: Typed) => {
  const { link, t } = usePage()
  return (
    <Form action={link('/statistics/official-figures')} values={values} problems={problems}>
      <TextField name="authority" label={t('monitoring.statistics.authority')} maxlength={200} required />
      <RadioGroup
        name="measure"
        label={t('monitoring.statistics.whatCounted')}
        options={measures.map(value => ({ value, label: t(measureWords[value]) }))}
        required
      />
      <RadioGroup
        name="available"
        label={t('monitoring.statistics.isAvailable')}
        hint={t('monitoring.statistics.isAvailableHint')}
        options={[
          { value: 'yes', label: t('monitoring.statistics.availableYes') },
          { value: 'no', label: t('monitoring.statistics.notAvailable') },
        ]}
        required
      />
      <TextField
        name="value"
        label={t('monitoring.statistics.theirNumber')}
        inputmode="numeric"
        width="short"
      />
      <YearAndSource />
      <Actions>
        <Button look="primary">{t('monitoring.statistics.enterOfficial')}</Button>
      </Actions>
    </Form>
  )
}

const PopulationForm = ({ values, problems, country }: Typed & { country: string | null }) => {
  const { i18n, link, t } = usePage()
  const options = (country ? regionCodes(country) : [...regionCodes('UA'), ...regionCodes('PL')])
    .map(value => ({ value, label: i18n.region(value) }))
    .sort((a, b) => i18n.compare(a.label, b.label))
  return (
    <Form action={link('/statistics/populations')} values={values} problems={problems}>
      <SelectField
        name="region"
        label={t('monitoring.statistics.regionHeading')}
        options={options}
        required
      />
      <TextField
        name="people"
        label={t('monitoring.statistics.people')}
        inputmode="numeric"
        width="medium"
        required
      />
      <YearAndSource />
      <Actions>
        <Button look="primary">{t('monitoring.statistics.enterPopulation')}</Button>
      </Actions>
    </Form>
  )
}

const OfficialTable = ({ official }: Pick<Props, 'official'>) => {
  const { t } = usePage()
  return (
    <Table
      caption={t('monitoring.statistics.official')}
      captionHidden
      rows={official}
      empty={<EmptyState title={t('monitoring.statistics.officialNone')} />}
      columns={[
        {
          label: t('monitoring.statistics.whatCounted'),
          heading: true,
          cell: ({ measure, year }) =>
            t('monitoring.statistics.measureIn', { measure: t(measureWords[measure]), year: String(year) }),
        },
        { label: t('monitoring.statistics.authority'), cell: ({ authority }) => authority },
        { label: t('monitoring.statistics.theirNumber'), numeric: true, cell: OfficialNumber },
        { label: t('monitoring.statistics.source'), cell: ({ source }) => source },
      ]}
    />
  )
}

const PopulationTable = ({ populations }: Pick<Props, 'populations'>) => {
  const { i18n, t } = usePage()
  return (
    <Table
      caption={t('monitoring.statistics.population')}
      captionHidden
      rows={populations}
      empty={<EmptyState title={t('monitoring.statistics.populationNone')} />}
      columns={[
        {
          label: t('monitoring.statistics.regionHeading'),
          heading: true,
          cell: ({ region }) => i18n.region(region),
        },
        {
          label: t('monitoring.statistics.people'),
          numeric: true,
          cell: ({ people }) => i18n.number(people),
        },
        { label: t('monitoring.statistics.years'), numeric: true, cell: ({ year }) => String(year) },
        { label: t('monitoring.statistics.source'), cell: ({ source }) => source },
      ]}
    />
  )
}

/** What our numbers are compared with: what authorities count, and how many people live where. */
export const ComparisonsPage = ({ figure = {}, population = {}, country, ...comparisons }: Props) => {
  const { t } = usePage()
  const title = t('monitoring.statistics.comparisons')
  const invalid = [figure, population].some(({ problems = [] }) => problems.length > 0)
  return (
    <Layout
      title={title}
      crumbs={[
        { label: t('monitoring.statistics.title'), path: '/statistics' },
        { label: t('monitoring.statistics.current'), path: '/statistics/current' },
      ]}
      invalid={invalid}
    >
      <PageHeading title={title} lead={t('monitoring.statistics.comparisonsLead')} />
      <Section title={t('monitoring.statistics.official')}>
        <OfficialTable {...comparisons} />
        <OfficialForm {...figure} />
      </Section>
      <Section title={t('monitoring.statistics.population')}>
        <PopulationTable {...comparisons} />
        <PopulationForm {...population} country={country} />
      </Section>
    </Layout>
  )
}
