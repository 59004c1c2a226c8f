import { Written } from '#modules/network/index.ts'
import { Badge, Section, Time, usePage } from '#ui/index.ts'
import type { AccountFile, ReportView, ResultView } from '../queries/realisation-reports.ts'
import { extentTones, extentWords } from '../realisation-words.ts'
import { Speaker } from './speaker.tsx'

const Files = ({ number, files }: { number: number; files: readonly AccountFile[] }) => {
  const { link, t } = usePage()
  if (files.length === 0) return null
  return (
    <ul aria-label={t('initiatives.report.files')}>
      {files.map(({ id, name }) => (
        <li>
          <a href={link(`/realisations/${number}/files/${id}`)} download>
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** One report: who, when, in which words, with its files. */
export const ReportBody = ({ report, number }: { report: ReportView; number: number }) => (
  <>
    <p class="kicker">
      <Speaker name={report.member} membership={report.membershipId} /> · <Time at={report.publishedAt} day />
    </p>
    <Written text={report.body} locale={report.contentLocale} />
    <Files number={number} files={report.files} />
  </>
)

/** What came of it, how far, what was learned, and what proves it. */
export const ResultSection = ({ result, number }: { result: ResultView; number: number }) => {
  const { t } = usePage()
  return (
    <Section title={t('initiatives.result.title')} id="result">
      <p>
        <Badge tone={extentTones[result.reached]}>{t(extentWords[result.reached])}</Badge>{' '}
        <Speaker name={result.member} membership={result.membershipId} /> ·{' '}
        <Time at={result.publishedAt} day />
      </p>
      {result.peopleReached !== null && (
        <p>{t('initiatives.result.peopleReached', { count: result.peopleReached })}</p>
      )}
      <Written text={result.body} locale={result.contentLocale} />
      <h3>{t('initiatives.result.evaluation')}</h3>
      <Written text={result.evaluation} locale={result.contentLocale} />
      <Files number={number} files={result.files} />
    </Section>
  )
}
