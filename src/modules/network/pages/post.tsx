import { isInside, type Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Alert,
  Badge,
  ButtonLink,
  ConfirmButton,
  DescriptionList,
  EmptyState,
  type FormValues,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Text,
  Time,
  Timeline,
  usePage,
} from '#ui/index.ts'
import { canChangePost, canClosePost, canProposeHolder } from '../policy/posts.ts'
import type { AppointmentView } from '../queries/appointments.ts'
import type { PostHistory, TermView } from '../queries/posts.ts'
import { Appointments } from './appointment.tsx'
import { Area, Holder } from './post-area.tsx'
import { HolderSection } from './post-holder.tsx'

export type PostPageProps = {
  post: PostHistory
  viewer: Viewer
  /** Questions to the members that this reader may know of, the latest first. */
  appointments: readonly AppointmentView[]
  refusal?: RefusalShown
  /** What a form on this page was given: which one, its values and problems. */
  form?: { name: 'display-name' | 'notes'; values: FormValues; problems: readonly Problem[] }
}

// Ends that the program brought about have a code; people write sentences, for those inside.
const endWords = {
  handed_over: 'network.post.handedOver',
  vacated: 'network.post.vacated',
  resigned: 'network.post.resigned',
  membership_ended: 'network.post.memberLeft',
  set_aside: 'network.post.setAside',
} as const

const EndReason = ({ reason, viewer }: { reason: string; viewer: Viewer }) => {
  const { t } = usePage()
  const code = Object.keys(endWords).find(known => known === reason) as keyof typeof endWords | undefined
  if (code) return <p>{t(endWords[code])}</p>
  return isInside(viewer) ? <p>{reason}</p> : null
}

const stateOf = ({ validFrom, validUntil }: TermView, today: string) =>
  validFrom > today ? 'ahead' : validUntil === null || validUntil > today ? 'now' : 'done'

const History = ({ post, viewer }: Pick<PostPageProps, 'post' | 'viewer'>) => {
  const { i18n, t } = usePage()
  if (post.terms.length === 0) return <EmptyState title={t('network.post.neverHeld')} icon="users" />
  return (
    <Timeline
      label={t('network.post.history')}
      moments={post.terms.map(term => ({
        title: <Holder term={term} />,
        when: (
          <>
            <Time at={term.validFrom} />
            {term.validUntil !== null && ` – ${i18n.date(term.validUntil)}`}
          </>
        ),
        state: stateOf(term, post.today),
        children: term.endReason !== null && term.validUntil !== null && term.validUntil <= post.today && (
          <EndReason reason={term.endReason} viewer={viewer} />
        ),
      }))}
    />
  )
}

const Doing = ({ post, viewer }: Pick<PostPageProps, 'post' | 'viewer'>) => {
  const { link, t } = usePage()
  const path = `/posts/${post.id}`
  return (
    <Actions>
      {canProposeHolder(viewer, post) && (
        <ButtonLink href={link(`${path}/hand-over`)} look="primary">
          {t(post.taken ? 'network.post.handOver' : 'network.post.appoint')}
        </ButtonLink>
      )}
      {canProposeHolder(viewer, post) && (
        <ButtonLink href={link(`${path}/appointment`)} icon="vote">
          {t('network.appointment.askMembers')}
        </ButtonLink>
      )}
      {canProposeHolder(viewer, post) && post.taken && (
        <ButtonLink href={link(`${path}/vacancy`)}>{t('network.post.vacate')}</ButtonLink>
      )}
      {canChangePost(viewer, post) && (
        <ButtonLink href={link(`${path}/form`)}>{t('network.post.change')}</ButtonLink>
      )}
      {canClosePost(viewer, post) && (
        <ConfirmButton
          action={link(`${path}/closing`)}
          label={t('network.post.close')}
          confirm={t('network.post.closeConfirm')}
        >
          <p>{t('network.post.closeLead')}</p>
        </ConfirmButton>
      )}
    </Actions>
  )
}

/** One post: what it is for, where, who holds it, who did. */
export const PostPage = (props: PostPageProps) => {
  const { post, viewer, refusal, form } = props
  const { i18n, t } = usePage()
  const { title, about, term, next, closedOn } = post
  return (
    <Layout
      title={i18n.text(title).value}
      crumbs={[{ label: t('network.posts.title'), path: '/posts' }]}
      width="reading"
      invalid={refusal !== undefined || form !== undefined}
      indexed
    >
      <PageHeading title={<Text value={title} />} kicker={t('network.post.kicker')}>
        {closedOn !== null && <Badge>{t('network.post.closed')}</Badge>}
        {closedOn === null && term === null && <Badge tone="warn">{t('network.post.vacant')}</Badge>}
      </PageHeading>
      <Refused refusal={refusal} />
      {post.proposed && isInside(viewer) && <Alert kind="info">{t('network.post.handOverProposed')}</Alert>}
      <Text value={about} paragraphs />
      <DescriptionList
        facts={[
          { term: t('network.post.area'), value: <Area post={post} /> },
          term && { term: t('network.post.holder'), value: <Holder term={term} /> },
          term && { term: t('network.post.since'), value: <Time at={term.validFrom} /> },
          term?.validUntil ? { term: t('network.post.until'), value: <Time at={term.validUntil} /> } : null,
          next && {
            term: t('network.post.next'),
            value: (
              <>
                <Holder term={next} />, <Time at={next.validFrom} />
              </>
            ),
          },
          closedOn !== null && { term: t('network.post.closedOn'), value: <Time at={closedOn} /> },
        ]}
      />
      <Doing post={post} viewer={viewer} />
      <Appointments appointments={props.appointments} viewer={viewer} />
      <HolderSection post={post} viewer={viewer} form={form} />
      <Section title={t('network.post.history')}>
        <History post={post} viewer={viewer} />
      </Section>
    </Layout>
  )
}
