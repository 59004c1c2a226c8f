import {
  Actions,
  Alert,
  Badge,
  ButtonLink,
  Layout,
  PageHeading,
  Section,
  Table,
  Time,
  usePage,
} from '#ui/index.ts'
import {
  type CalendarJurisdiction,
  calendarJurisdictions,
  firstYear,
  lastYear,
} from '../deadlines/calendars/calendar.ts'
import type { Confidence } from '../deadlines/cite.ts'
import { confidenceWords, jurisdictionWords, lengthText } from '../deadlines/proof-words.ts'
import type { Extension, Rule } from '../deadlines/rules/rule.ts'
import { rules } from '../deadlines/rules/shipped.ts'
import type { CalendarVersion } from '../queries/calendars.ts'
import { type Calculation, Calculator } from './deadline-calculator.tsx'
import { CiteLink } from './deadline-steps.tsx'

type Props = {
  calendars: readonly CalendarVersion[]
  mayCorrect: boolean
  signedIn: boolean
  calculation?: Calculation
}

const tones = { lawyer: 'good', text_seen: 'neutral', from_memory: 'warn' } as const satisfies Record<
  Confidence,
  string
>

const ConfidenceBadge = ({ confidence }: { confidence: Confidence }) => {
  const { t } = usePage()
  return <Badge tone={tones[confidence]}>{t(confidenceWords[confidence])}</Badge>
}

const Longest = ({ extension }: { extension: Extension | null }) => {
  const { i18n, t } = usePage()
  if (!extension) return <>{t('authorities.deadline.notExtended')}</>
  if (extension.how === 'named') return <>{t('authorities.deadline.extendedNamed')}</>
  const length = lengthText(i18n, extension.length)
  if (extension.how === 'total') return <>{t('authorities.deadline.extendedTotal', { length })}</>
  return <>{t('authorities.deadline.extendedFurther', { length })}</>
}

const Source = ({ rule: { cite, note } }: { rule: Rule }) => {
  const { i18n } = usePage()
  return (
    <>
      <CiteLink cite={cite} />
      {note && <p class="hint">{note[i18n.locale]}</p>}
    </>
  )
}

const RulesOf = ({ jurisdiction }: { jurisdiction: CalendarJurisdiction }) => {
  const { i18n, t } = usePage()
  const name = t(jurisdictionWords[jurisdiction])
  return (
    <Section title={name} id={jurisdiction.toLowerCase()}>
      <Table
        caption={t('authorities.deadline.rulesOf', { name })}
        captionHidden
        rows={rules.filter(rule => rule.jurisdiction === jurisdiction)}
        columns={[
          {
            label: t('authorities.deadline.what'),
            heading: true,
            cell: ({ id, what }) => <span id={id}>{what[i18n.locale]}</span>,
          },
          { label: t('authorities.deadline.period'), cell: ({ length }) => lengthText(i18n, length) },
          {
            label: t('authorities.deadline.extension'),
            cell: ({ extension }) => <Longest extension={extension} />,
          },
          { label: t('authorities.deadline.source'), cell: rule => <Source rule={rule} /> },
          {
            label: t('authorities.deadline.certainty'),
            cell: ({ cite }) => <ConfidenceBadge confidence={cite.confidence} />,
          },
        ]}
      />
    </Section>
  )
}

const Calendars = ({ calendars, mayCorrect }: Pick<Props, 'calendars' | 'mayCorrect'>) => {
  const { link, t } = usePage()
  return (
    <Section
      title={t('authorities.deadline.calendars')}
      lead={t('authorities.deadline.calendarsLead')}
      id="calendars"
    >
      <Table
        caption={t('authorities.deadline.calendars')}
        captionHidden
        rows={calendars}
        columns={[
          {
            label: t('authorities.deadline.calendar'),
            heading: true,
            cell: ({ jurisdiction, version }) =>
              t('authorities.deadline.calendarVersion', {
                name: t(jurisdictionWords[jurisdiction]),
                version,
              }),
          },
          { label: t('authorities.deadline.since'), cell: ({ publishedOn }) => <Time at={publishedOn} /> },
          {
            label: t('authorities.deadline.source'),
            cell: ({ source, reason, version }) => (version === 1 ? source : `${source}. ${reason}`),
          },
        ]}
      />
      <p>{t('authorities.deadline.years', { first: String(firstYear), last: String(lastYear) })}</p>
      <p>{t('authorities.deadline.martialLaw')}</p>
      <p>{t('authorities.deadline.euUnsure')}</p>
      {mayCorrect && (
        <Actions>
          <ButtonLink href={link('/deadline-rules/corrections/new')}>
            {t('authorities.deadline.correct')}
          </ButtonLink>
        </Actions>
      )}
    </Section>
  )
}

/** Which periods the law gives, how sure we are, and a calculator with its proof. */
export const DeadlineRulesPage = ({ calendars, mayCorrect, signedIn, calculation }: Props) => {
  const { link, t } = usePage()
  return (
    <Layout title={t('authorities.deadline.title')}>
      <PageHeading title={t('authorities.deadline.title')} lead={t('authorities.deadline.lead')} />
      <Calculator calculation={calculation} signedIn={signedIn} />
      <Alert kind="warning">{t('authorities.deadline.notVerified')}</Alert>
      {calendarJurisdictions.map(jurisdiction => (
        <RulesOf jurisdiction={jurisdiction} />
      ))}
      <Calendars calendars={calendars} mayCorrect={mayCorrect} />
      {signedIn && (
        <Actions>
          <ButtonLink href={link('/calendar-feed')}>{t('authorities.deadline.feed.title')}</ButtonLink>
        </Actions>
      )}
    </Layout>
  )
}
