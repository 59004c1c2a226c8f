import {
  Alert,
  BarChart,
  ButtonLink,
  ColumnChart,
  Figures,
  Layout,
  PageHeading,
  Section,
  Text,
  usePage,
} from '#ui/index.ts'
import { type Card, fewest } from '../queries/scorecard.ts'
import { responseFormWords, stateWords } from '../register-words.ts'
import { columnsOf } from '../scorecard/median.ts'
import { resolutionWords } from '../words.ts'
import { ReplyShown } from './scorecard-reply.tsx'

type Props = { card: Card }

const Totals = ({ card }: Props) => {
  const { i18n, link, t } = usePage()
  const { received, answered, waiting, overdue, ended, inTime, late, median, body } = card
  const at = (state: string) => link(`/communications?body=${body.id}&state=${state}`)
  const known = inTime + late
  return (
    <>
      <Figures
        figures={[
          {
            value: received,
            label: t('authorities.score.received'),
            href: link(`/communications?body=${body.id}`),
          },
          { value: answered, label: t(stateWords.answered), href: at('answered') },
          { value: waiting, label: t(stateWords.waiting), href: at('waiting') },
          { value: overdue, label: t(stateWords.overdue), href: at('overdue') },
          { value: ended, label: t(stateWords.ended), href: at('ended') },
          {
            value: median === null ? '—' : i18n.number(median),
            label: t('authorities.score.median'),
            note: median === null ? t('authorities.score.tooFew', { least: fewest }) : undefined,
          },
        ]}
      />
      {known > 0 && <p>{t('authorities.score.inTime', { inTime, late, known })}</p>}
    </>
  )
}

const Times = ({ card }: Props) => {
  const { t } = usePage()
  if (card.answered === 0) return null
  const columns = columnsOf(card.days).map(({ from, until, n }) => ({
    label: until === null ? t('authorities.score.daysFrom', { from }) : `${from}–${until}`,
    value: n,
  }))
  return (
    <Section title={t('authorities.score.times')} lead={t('authorities.score.timesLead')}>
      <ColumnChart
        caption={t('authorities.score.timesCaption')}
        labelHeading={t('authorities.score.days')}
        valueHeading={t('authorities.score.answers')}
        columns={columns}
      />
      {card.extended > 0 && <p>{t('authorities.score.extended', { count: card.extended })}</p>}
      {card.breached > 0 && <p>{t('authorities.score.breached', { count: card.breached })}</p>}
    </Section>
  )
}

const Answers = ({ card }: Props) => {
  const { link, t } = usePage()
  const { forms, results, acts, actsIssued, body } = card
  return (
    <>
      {results.length > 0 && (
        <Section title={t('authorities.score.results')}>
          <BarChart
            caption={t('authorities.score.results')}
            captionHidden
            labelHeading={t('authorities.register.facet.result')}
            valueHeading={t('authorities.score.count')}
            bars={results.map(({ code, n }) => ({
              label: t(resolutionWords[code]),
              value: n,
              href: link(`/communications?body=${body.id}&result=${code}`),
            }))}
          />
        </Section>
      )}
      {forms.length > 0 && (
        <Section title={t('authorities.score.forms')}>
          <BarChart
            caption={t('authorities.score.forms')}
            captionHidden
            labelHeading={t('authorities.score.form')}
            valueHeading={t('authorities.score.count')}
            bars={forms.map(({ code, n }) => ({ label: t(responseFormWords[code]), value: n }))}
          />
        </Section>
      )}
      {acts > 0 && <p>{t('authorities.score.acts', { acts, issued: actsIssued })}</p>}
    </>
  )
}

const Years = ({ card }: Props) => {
  const { link, t } = usePage()
  if (card.years.length < 2) return null
  return (
    <Section title={t('authorities.score.years')}>
      <BarChart
        caption={t('authorities.score.years')}
        captionHidden
        labelHeading={t('authorities.register.facet.year')}
        valueHeading={t('authorities.score.received')}
        bars={card.years.map(({ year, received, answered }) => ({
          label: String(year),
          value: received,
          href: link(`/communications?body=${card.body.id}&year=${year}`),
          said: t('authorities.score.answeredOf', { answered, received }),
        }))}
      />
    </Section>
  )
}

/**
 * The card of one public body as a part of a page: its numbers, what they do not say, and its reply.
 *
 * @public
 */
export const Scorecard = ({ card }: Props) => {
  const { t } = usePage()
  if (card.received === 0) return <p>{t('authorities.score.none')}</p>
  return (
    <>
      <Totals card={card} />
      <Alert kind="info" title={t('authorities.score.caveatTitle')}>
        <p>{t('authorities.score.caveat')}</p>
        {card.received < fewest && <p>{t('authorities.score.smallNumbers', { least: fewest })}</p>}
      </Alert>
      <ReplyShown card={card} />
      <Times card={card} />
      <Answers card={card} />
      <Years card={card} />
    </>
  )
}

type T = ReturnType<typeof usePage>['t']

/** The way to the card of a body. */
export const crumbs = (t: T) => [
  { label: t('authorities.register.title'), path: '/communications' },
  { label: t('authorities.score.list.title'), path: '/scorecards' },
]

/** How one public body answers. */
export const ScorecardPage = ({ card }: Props) => {
  const { i18n, link, t } = usePage()
  const name = i18n.text(card.body.name).value
  return (
    <Layout title={t('authorities.score.titleOf', { name })} crumbs={crumbs(t)}>
      <PageHeading
        kicker={t('authorities.score.title')}
        title={<Text value={card.body.name} />}
        lead={t('authorities.score.lead', { count: card.received })}
        actions={
          card.received > 0 && (
            <>
              <ButtonLink href={link(`/communications?body=${card.body.id}`)}>
                {t('authorities.score.read')}
              </ButtonLink>
              <ButtonLink href={link(`/bodies/${card.body.id}#materials`)}>
                {t('authorities.score.body')}
              </ButtonLink>
            </>
          )
        }
      />
      <Scorecard card={card} />
    </Layout>
  )
}
