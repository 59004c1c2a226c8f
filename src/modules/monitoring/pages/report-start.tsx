import { Alert, ButtonLink, PageHeading, Section, usePage } from '#ui/index.ts'
import { otherLocales } from '#ui/layout/languages.tsx'
import { address } from '#ui/page.tsx'
import { yearsKept } from '../actions/submit-report.ts'
import { type Helpline, numbersIn } from '../report/places-to-turn.ts'
import { ReportFrame } from './report-frame.tsx'

const Numbers = ({ numbers }: { numbers: readonly Helpline[] }) => {
  const { t } = usePage()
  return (
    <ul class="helplines">
      {numbers.map(({ number, what }) => (
        <li>
          <a href={`tel:${number.replace(/\s/g, '')}`}>{number}</a> <span>{t(what)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Emergency numbers first, whatever else a page is for. */
const Emergency = ({ country }: { country: string | null }) => {
  const { t } = usePage()
  return (
    <section class="emergency" aria-labelledby="danger">
      <h2 id="danger">{t('monitoring.report.danger')}</h2>
      <Numbers numbers={numbersIn(country).emergency} />
    </section>
  )
}

// Each by its own name: whoever landed in the wrong language finds theirs.
const LanguageChoice = () => {
  const page = usePage()
  const { t, umbrella } = page
  return (
    <Section title={t('monitoring.report.language')} lead={t('monitoring.report.anyLanguage')}>
      <ul class="language-choice">
        {otherLocales(page).map(({ locale, name }) => (
          <li lang={locale}>
            <ButtonLink look="primary" href={address(locale, umbrella?.slug, '/report/new')}>
              {name}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const promises = [
  'monitoring.report.promise.name',
  'monitoring.report.promise.readers',
  'monitoring.report.promise.trace',
  'monitoring.report.promise.receipt',
] as const

const Promises = () => {
  const { t } = usePage()
  return (
    <Section title={t('monitoring.report.promise.title')}>
      <ul class="promises">
        {promises.map(key => (
          <li>{t(key)}</li>
        ))}
        <li>{t('monitoring.report.promise.years', { years: yearsKept })}</li>
      </ul>
      <p>{t('monitoring.report.promise.device')}</p>
    </Section>
  )
}

const MailboxLink = () => {
  const { t, link } = usePage()
  return (
    <Section title={t('monitoring.report.already')}>
      <p>
        <a href={link('/report/mailbox')}>{t('monitoring.report.toMailbox')}</a>
      </p>
    </Section>
  )
}

const NotYet = ({ country }: { country: string | null }) => {
  const { t, link } = usePage()
  const { help } = numbersIn(country)
  return (
    <>
      <Alert kind="warning" title={t('monitoring.report.notYet.title')}>
        <p>{t('monitoring.report.notYet.why')}</p>
      </Alert>
      <Section title={t('monitoring.report.notYet.turn')}>
        {help.length > 0 && <Numbers numbers={help} />}
        <p>
          <a href={link('/directory')}>{t('monitoring.report.notYet.members')}</a>
        </p>
      </Section>
    </>
  )
}

type StartProps = { takes: boolean; country: string | null }

/** Where the way begins: numbers for an emergency, then the language, then what will become of it. */
export const ReportStartPage = ({ takes, country }: StartProps) => {
  const { t } = usePage()
  return (
    <ReportFrame title={t('monitoring.report.title')} indexed>
      <Emergency country={country} />
      <PageHeading
        title={t('monitoring.report.title')}
        lead={takes ? t('monitoring.report.lead') : undefined}
      />
      {takes ? <LanguageChoice /> : <NotYet country={country} />}
      {takes && <Promises />}
      <MailboxLink />
    </ReportFrame>
  )
}
