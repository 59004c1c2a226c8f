import {
  Actions,
  Alert,
  Button,
  EmptyState,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  PostButton,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  SelectField,
  Table,
  TextField,
  usePage,
} from '#ui/index.ts'
import { termLabel, type Vocabulary } from '../coding/vocabulary.ts'
import type { Opened, OwnCoding, Welfare } from '../queries/welfare.ts'

type Props = {
  welfare: Welfare
  vocabulary: Vocabulary
  values?: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const sum = (all: readonly Opened[]) => all.reduce((total, { texts }) => total + texts, 0)

const Exposure = ({
  title,
  opened,
  vocabulary,
}: {
  title: string
  opened: Opened[]
  vocabulary: Vocabulary
}) => {
  const { i18n, t } = usePage()
  return (
    <>
      <h3>{title}</h3>
      <Table
        caption={title}
        captionHidden
        rows={opened}
        empty={<EmptyState title={t('monitoring.welfare.nothing')} />}
        columns={[
          {
            label: t('monitoring.welfare.severity'),
            heading: true,
            cell: ({ severity }) =>
              severity === 'none'
                ? t('monitoring.welfare.uncoded')
                : `${severity} · ${termLabel(vocabulary, 'severity', severity, i18n)}`,
          },
          { label: t('monitoring.welfare.texts'), numeric: true, cell: one => i18n.number(one.texts) },
          { label: t('monitoring.welfare.pictures'), numeric: true, cell: one => i18n.number(one.withFiles) },
        ]}
      />
    </>
  )
}

const Limit = ({ welfare, values, problems }: Props) => {
  const { link, t } = usePage()
  const kept = { perWeek: welfare.limit === null ? '' : String(welfare.limit) }
  return (
    <Section title={t('monitoring.welfare.limit')} lead={t('monitoring.welfare.limitLead')}>
      <Form action={link('/monitor-welfare/limit')} id="limit" values={values ?? kept} problems={problems}>
        <TextField
          name="perWeek"
          label={t('monitoring.welfare.perWeek')}
          hint={t('monitoring.welfare.perWeekHint')}
          inputmode="numeric"
          width="short"
          maxlength={3}
        />
        <Actions>
          <Button>{t('monitoring.welfare.saveLimit')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

const Coding = ({ coding, colleagues }: { coding: OwnCoding; colleagues: Welfare['colleagues'] }) => {
  const { link, t } = usePage()
  return (
    <section>
      <h3>
        <a href={link(`/incidents/${coding.code}`)}>
          {t('monitoring.incident.kicker', { code: coding.code })}
        </a>
      </h3>
      {coding.offer ? (
        <>
          <p>{t('monitoring.welfare.offered', { name: coding.offered ?? '–' })}</p>
          <PostButton action={link(`/monitor-welfare/offers/${coding.offer}/end`)}>
            {t('monitoring.welfare.takeBack')}
          </PostButton>
        </>
      ) : (
        <Form action={link('/monitor-welfare/offers')} id={`offer-${coding.code}`} bare>
          <input type="hidden" name="coding" value={coding.id} />
          <SelectField
            name="to"
            label={t('monitoring.welfare.to')}
            options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Actions>
            <Button>{t('monitoring.welfare.offer')}</Button>
          </Actions>
        </Form>
      )}
    </section>
  )
}

const Offers = ({ welfare: { offers } }: Props) => {
  const { link, t } = usePage()
  if (offers.length === 0) return null
  return (
    <Section title={t('monitoring.welfare.offers')} lead={t('monitoring.welfare.offersLead')}>
      {offers.map(({ id, code, from }) => (
        <>
          <p>{t('monitoring.welfare.offerFrom', { name: from ?? '–', code })}</p>
          <Actions>
            <PostButton action={link(`/monitor-welfare/offers/${id}/acceptance`)} look="primary">
              {t('monitoring.welfare.accept')}
            </PostButton>
            <PostButton action={link(`/monitor-welfare/offers/${id}/end`)}>
              {t('monitoring.welfare.decline')}
            </PostButton>
          </Actions>
        </>
      ))}
    </Section>
  )
}

/** What somebody who monitors has read, for their eyes alone, and how they pass something on. */
export const WelfarePage = (props: Props) => {
  const { t } = usePage()
  const { welfare, vocabulary, refusal, problems = [] } = props
  const read = sum(welfare.week)
  const title = t('monitoring.welfare.title')
  return (
    <Layout title={title} invalid={problems.length > 0 || refusal !== undefined}>
      <PageHeading title={title} lead={t('monitoring.welfare.lead')} />
      <Refused refusal={refusal} />
      {welfare.limit !== null && read >= welfare.limit && (
        <Alert kind="info">{t('monitoring.welfare.reached', { read, limit: welfare.limit })}</Alert>
      )}
      <Offers {...props} />
      <Section title={t('monitoring.welfare.exposure')} lead={t('monitoring.welfare.exposureLead')}>
        <Exposure title={t('monitoring.welfare.week')} opened={welfare.week} vocabulary={vocabulary} />
        <Exposure title={t('monitoring.welfare.month')} opened={welfare.month} vocabulary={vocabulary} />
      </Section>
      <Limit {...props} />
      <Section title={t('monitoring.welfare.handOn')} lead={t('monitoring.welfare.handOnLead')}>
        {welfare.open.length === 0 && <p>{t('monitoring.welfare.noneOpen')}</p>}
        {welfare.open.map(coding => (
          <Coding coding={coding} colleagues={welfare.colleagues} />
        ))}
      </Section>
    </Layout>
  )
}
