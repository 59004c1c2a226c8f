import { Written } from '#modules/network/index.ts'
import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  Form,
  PostButton,
  Section,
  SelectField,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import type { SessionView } from '../queries/session.ts'
import { pathOf } from '../session-path.ts'

const Approving = ({ session }: { session: SessionView }) => {
  const { link, t } = usePage()
  const at = `${pathOf(session)}/minutes/approval`
  const { minutes, later } = session
  if (!minutes || minutes.approvedAt) return null
  return (
    <>
      <p>{t('councils.minutes.approvals', { count: minutes.approvals })}</p>
      {!minutes.approvedByMe && (
        <PostButton action={link(at)} look="primary">
          {t('councils.minutes.approve')}
        </PostButton>
      )}
      {session.keeps && later.length > 0 && (
        <Form action={link(at)} id="later" label={t('councils.minutes.byLater')}>
          <SelectField
            name="later"
            label={t('councils.minutes.byLater')}
            options={later.map(({ id, number }) => ({
              value: id,
              label: t('councils.session.numbered', { number }),
            }))}
            required
          />
          <Button>{t('councils.minutes.recordApproval')}</Button>
        </Form>
      )}
    </>
  )
}

const State = ({ session }: { session: SessionView }) => {
  const { t } = usePage()
  const { minutes } = session
  if (!minutes) return null
  if (!minutes.approvedAt) return <Badge tone="warn">{t('councils.minutes.proposed')}</Badge>
  return (
    <>
      <Badge tone="good">{t('councils.minutes.approved')}</Badge> <Time at={minutes.approvedAt} day />
      {minutes.approvedIn !== null && `, ${t('councils.session.numbered', { number: minutes.approvedIn })}`}
    </>
  )
}

type Props = { session: SessionView; keeps: boolean; inside: boolean }

/** The minutes: for visitors once they are approved and published. */
export const MinutesSection = ({ session, keeps, inside }: Props) => {
  const { link, t } = usePage()
  const { minutes } = session
  const at = pathOf(session)
  if (!minutes && !(keeps && session.status === 'held')) return null
  return (
    <Section title={t('councils.minutes.title')} id="minutes">
      {minutes ? (
        <p>
          <State session={session} /> {inside && !minutes.public && <Badge>{t('councils.forMembers')}</Badge>}
        </p>
      ) : (
        <p>{t('councils.minutes.noneYet')}</p>
      )}
      {minutes?.text && <Written text={minutes.text} locale={minutes.lang ?? undefined} />}
      {minutes?.file && (
        <p>
          <a href={link(`${at}/minutes`)}>{t('councils.minutes.file')}</a>
        </p>
      )}
      {inside && <Approving session={session} />}
      {keeps && (
        <Actions>
          {!minutes?.approvedAt && (
            <ButtonLink href={link(`${at}/minutes/form`)}>
              {t(minutes ? 'councils.minutes.change' : 'councils.minutes.write')}
            </ButtonLink>
          )}
          {minutes?.approvedAt && (
            <PostButton
              action={link(`${at}/minutes/publication`)}
              fields={minutes.public ? {} : { shown: 'yes' }}
            >
              {t(minutes.public ? 'councils.minutes.hide' : 'councils.minutes.publish')}
            </PostButton>
          )}
        </Actions>
      )}
    </Section>
  )
}

/** What delegates told the coalition, and who still owes it. */
export const ReportsSection = ({ session }: { session: SessionView }) => {
  const { t } = usePage()
  if (session.status !== 'held') return null
  const reported = new Set(session.reports.map(({ seat }) => seat))
  const owed = session.attendants.filter(({ delegate, seat }) => delegate && !reported.has(seat))
  if (session.reports.length === 0 && owed.length === 0) return null
  return (
    <Section title={t('councils.report.title')} id="reports" lead={t('councils.report.lead')}>
      {session.reports.map(({ member, lang, happened, said, nextSteps, at }) => (
        <article class="card-box report-back">
          <p class="kicker">
            <Text value={member} note={false} />
            {' · '}
            <Time at={at} day />
          </p>
          <h3>{t('councils.report.happened')}</h3>
          <Written text={happened} locale={lang} />
          {said !== '' && <h3>{t('councils.report.said')}</h3>}
          {said !== '' && <Written text={said} locale={lang} />}
          {nextSteps !== '' && <h3>{t('councils.report.nextSteps')}</h3>}
          {nextSteps !== '' && <Written text={nextSteps} locale={lang} />}
        </article>
      ))}
      {owed.length > 0 && <p>{t('councils.report.owed', { count: owed.length })}</p>}
    </Section>
  )
}
