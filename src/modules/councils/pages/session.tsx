import type { Viewer } from '#platform/http/viewer.ts'
import type { RefusalShown } from '#ui/index.ts'
import {
  Alert,
  Badge,
  ButtonLink,
  DescriptionList,
  Layout,
  PageHeading,
  PostButton,
  Refused,
  Section,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { sessionWords } from '../council-words.ts'
import { canDeclareConflict, canReply, canReport, mayKeep, seesInside } from '../policy/councils.ts'
import type { SessionView } from '../queries/session.ts'
import { pathOf } from '../session-path.ts'
import { councilCrumbs } from './seats.tsx'
import { Attendance, Item } from './session-agenda.tsx'
import { MinutesSection, ReportsSection } from './session-records.tsx'

export type SessionPageProps = {
  session: SessionView
  viewer: Viewer
  refusal?: RefusalShown
}

const Keeping = ({ session }: { session: SessionView }) => {
  const { link, t } = usePage()
  const at = pathOf(session)
  const open = session.status === 'planned' || session.status === 'invited'
  const held = session.status === 'held'
  return (
    <>
      {open && !session.over && (
        <PostButton action={link(`${at}/invitation`)} look="primary">
          {t(session.status === 'invited' ? 'councils.session.inviteAgain' : 'councils.session.invite')}
        </PostButton>
      )}
      {open && session.over && (
        <ButtonLink href={link(`${at}/attendance`)} look="primary">
          {t('councils.attendance.record')}
        </ButtonLink>
      )}
      {(open || held) && <ButtonLink href={link(`${at}/items/new`)}>{t('councils.item.add')}</ButtonLink>}
      {held && session.items.length > 0 && (
        <ButtonLink href={link(`${at}/vote`)}>{t('councils.vote.record')}</ButtonLink>
      )}
      {held && session.items.length > 0 && (
        <ButtonLink href={link(`${at}/decision`)}>{t('councils.item.decide')}</ButtonLink>
      )}
      <ButtonLink href={link(`${at}/documents/new`)}>{t('councils.document.add')}</ButtonLink>
      {open && <ButtonLink href={link(`${at}/form`)}>{t('councils.session.move')}</ButtonLink>}
      {open && <ButtonLink href={link(`${at}/cancellation`)}>{t('councils.session.cancel')}</ButtonLink>}
    </>
  )
}

const OwnPart = ({ session }: { session: SessionView }) => {
  const { link, t } = usePage()
  const at = pathOf(session)
  const own = session.attendants.find(one => one.own)
  return (
    <>
      {own && canReply(own, session) && (
        <>
          <PostButton action={link(`${at}/reply`)} fields={{ seat: own.seat, reply: 'coming' }}>
            {t('councils.reply.willCome')}
          </PostButton>
          <PostButton
            action={link(`${at}/reply`)}
            fields={{ seat: own.seat, reply: 'not_coming' }}
            look="quiet"
          >
            {t('councils.reply.wontCome')}
          </PostButton>
        </>
      )}
      {canDeclareConflict(session) && (
        <ButtonLink href={link(`${at}/conflict`)}>{t('councils.conflict.declare')}</ButtonLink>
      )}
      {canReport(session) && (
        <ButtonLink href={link(`${at}/report`)} look="primary">
          {t('councils.report.write')}
        </ButtonLink>
      )}
    </>
  )
}

const Facts = ({ session }: { session: SessionView }) => {
  const { i18n, t } = usePage()
  const { startsAt, endsAt, place, onlineUrl, status, present, quorum, members } = session
  const held = status === 'held'
  return (
    <DescriptionList
      facts={[
        {
          term: t('councils.session.when'),
          value: (
            <>
              <Time at={startsAt} />
              {endsAt && ` – ${i18n.dateTime(endsAt)}`}
            </>
          ),
        },
        place !== null && { term: t('councils.session.place'), value: <span dir="auto">{place}</span> },
        onlineUrl !== null && {
          term: t('councils.session.online'),
          value: <a href={onlineUrl}>{onlineUrl}</a>,
        },
        {
          term: t('councils.quorum'),
          value: held ? (
            <>
              {t('councils.quorum.counted', { present, members, quorum })}{' '}
              <Badge tone={present >= quorum ? 'good' : 'bad'}>
                {t(present >= quorum ? 'councils.quorum.reached' : 'councils.quorum.missed')}
              </Badge>
            </>
          ) : (
            t('councils.quorum.needed', { quorum })
          ),
        },
      ]}
    />
  )
}

/** A session: its agenda, what was decided, and for those inside who was there. */
export const SessionPage = ({ session, viewer, refusal }: SessionPageProps) => {
  const { i18n, link, t } = usePage()
  const { council, number, status } = session
  const keeps = mayKeep(viewer, session)
  const inside = seesInside(viewer)
  const title = t('councils.session.numbered', { number })
  const at = pathOf(session)
  return (
    <Layout
      title={`${title}, ${i18n.text(council.name).value}`}
      crumbs={councilCrumbs(t, council, i18n.text(council.name).value)}
    >
      <PageHeading
        kicker={<Text value={council.name} note={false} />}
        title={Object.keys(session.title).length > 0 ? <Text value={session.title} note={false} /> : title}
        actions={
          <>
            {keeps && <Keeping session={session} />}
            {inside && <OwnPart session={session} />}
            <ButtonLink href={link(`${at}/calendar.ics`)} icon="calendar" look="quiet" download>
              {t('councils.calendarOne')}
            </ButtonLink>
          </>
        }
      >
        <Badge tone={status === 'cancelled' ? 'bad' : status === 'held' ? 'good' : 'neutral'}>
          {t(sessionWords[status])}
        </Badge>
      </PageHeading>
      <Refused refusal={refusal} />
      {session.cancelReason && <Alert kind="warning">{session.cancelReason}</Alert>}
      <Facts session={session} />
      <Section title={t('councils.agenda')} id="agenda">
        {session.items.length === 0 ? (
          <p>{t('councils.item.none')}</p>
        ) : (
          <ol class="agenda">
            {session.items.map(item => (
              <Item item={item} inside={inside} />
            ))}
          </ol>
        )}
      </Section>
      {session.documents.length > 0 && (
        <Section title={t('councils.documents')} id="documents">
          <ul>
            {session.documents.map(document => (
              <li>
                <a href={link(`/councils/${council.slug}/documents/${document.id}`)}>
                  <Text value={document.title} note={false} />
                </a>{' '}
                {inside && !document.public && <Badge>{t('councils.forMembers')}</Badge>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <MinutesSection session={session} keeps={keeps} inside={inside} />
      {inside && <Attendance session={session} />}
      {inside && <ReportsSection session={session} />}
    </Layout>
  )
}
