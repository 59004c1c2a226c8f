import {
  Alert,
  Button,
  DateField,
  Form,
  type FormValues,
  type Problem,
  RadioGroup,
  type RefusalShown,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { Candidate, PostView } from '../queries/posts.ts'
import { ConfirmationPage } from './confirmation.tsx'

type Shown = { values?: FormValues; problems?: readonly Problem[]; refusal?: RefusalShown }

/** Who decides: a second coordinator, or the members. */
type Way = 'hand-over' | 'appointment'

type Props = Shown & { post: PostView; candidates: readonly Candidate[]; search: string }

const crumbsOf = (label: string, path: string, name: string, post: PostView) => [
  { label, path },
  { label: name, path: `/posts/${post.id}` },
]

const Search = ({ post, search, way }: Pick<Props, 'post' | 'search'> & { way: Way }) => {
  const { link, t } = usePage()
  return (
    <Form
      method="get"
      action={link(`/posts/${post.id}/${way}`)}
      values={{ q: search }}
      label={t('network.post.searchPeople')}
    >
      <TextField
        name="q"
        type="search"
        label={t('network.post.searchPeople')}
        hint={t('network.post.searchHint')}
        width="medium"
      />
      <Button icon="search">{t('network.post.search')}</Button>
    </Form>
  )
}

// Who reads the reason, and when the term begins at the earliest, depends on who decides.
const hints = {
  'hand-over': { from: 'network.post.fromHint', reason: 'network.post.reasonHint' },
  appointment: { from: 'network.appointment.fromHint', reason: 'network.appointment.reasonHint' },
} as const

const Fields = ({ candidates, way }: Pick<Props, 'candidates'> & { way: Way }) => {
  const { i18n, t } = usePage()
  return (
    <>
      {candidates.length === 0 ? (
        <Alert kind="info">{t('network.post.nobodyFound')}</Alert>
      ) : (
        <RadioGroup
          name="candidate"
          label={t('network.post.candidate')}
          options={candidates.map(({ personId, name: person, membershipId, member }) => ({
            value: membershipId === null ? personId : `${personId} ${membershipId}`,
            label: member === null ? person : `${person}, ${i18n.text(member).value}`,
          }))}
          required
        />
      )}
      <TextField
        name="onBehalf"
        label={t('network.post.onBehalf')}
        hint={t('network.post.onBehalfHint')}
        maxlength={200}
      />
      <DateField name="from" label={t('network.post.from')} hint={t(hints[way].from)} required />
      <DateField name="until" label={t('network.post.until')} hint={t('network.post.untilHint')} />
      <TextArea
        name="reason"
        label={t('network.post.reason')}
        hint={t(hints[way].reason)}
        rows={3}
        maxlength={4000}
        required
      />
    </>
  )
}

/** Who shall hold the post, from when: proposed to a second coordinator. */
export const HandOverPage = ({ post, candidates, search, ...shown }: Props) => {
  const { i18n, t } = usePage()
  const name = i18n.text(post.title).value
  return (
    <ConfirmationPage
      title={t(post.taken ? 'network.post.handOverTitle' : 'network.post.appointTitle', { name })}
      lead={t(post.taken ? 'network.post.handOverLead' : 'network.post.appointLead')}
      crumbs={crumbsOf(t('network.posts.title'), '/posts', name, post)}
      action={`/posts/${post.id}/hand-over`}
      confirm={t('network.post.propose')}
      back={`/posts/${post.id}`}
      before={<Search post={post} search={search} way="hand-over" />}
      {...shown}
    >
      <Fields candidates={candidates} way="hand-over" />
    </ConfirmationPage>
  )
}

/** Who shall hold the post, from when: asked of the members in a secret ballot. */
export const AskMembersPage = ({ post, candidates, search, ...shown }: Props) => {
  const { i18n, t } = usePage()
  const name = i18n.text(post.title).value
  return (
    <ConfirmationPage
      title={t('network.appointment.askTitle', { name })}
      lead={t('network.appointment.askLead')}
      crumbs={crumbsOf(t('network.posts.title'), '/posts', name, post)}
      action={`/posts/${post.id}/appointment`}
      confirm={t('network.appointment.ask')}
      back={`/posts/${post.id}`}
      before={<Search post={post} search={search} way="appointment" />}
      {...shown}
    >
      <Fields candidates={candidates} way="appointment" />
    </ConfirmationPage>
  )
}

/** The post becomes vacant: proposed to a second coordinator. */
export const VacancyPage = ({ post, ...shown }: Shown & { post: PostView }) => {
  const { i18n, t } = usePage()
  const name = i18n.text(post.title).value
  return (
    <ConfirmationPage
      title={t('network.post.vacateTitle', { name })}
      lead={t('network.post.vacateLead')}
      crumbs={crumbsOf(t('network.posts.title'), '/posts', name, post)}
      action={`/posts/${post.id}/vacancy`}
      confirm={t('network.post.propose')}
      danger
      back={`/posts/${post.id}`}
      {...shown}
    >
      <DateField name="from" label={t('network.post.vacantFrom')} required />
      <TextArea
        name="reason"
        label={t('network.post.reason')}
        hint={t('network.post.reasonHint')}
        rows={3}
        maxlength={4000}
        required
      />
    </ConfirmationPage>
  )
}

/** The holder lays the post down. */
export const ResignationPage = ({ post, ...shown }: Shown & { post: PostView }) => {
  const { i18n, t } = usePage()
  const name = i18n.text(post.title).value
  return (
    <ConfirmationPage
      title={t('network.post.resignTitle', { name })}
      lead={t('network.post.resignLead')}
      crumbs={crumbsOf(t('network.posts.title'), '/posts', name, post)}
      action={`/posts/${post.id}/resignation`}
      confirm={t('network.post.resignConfirm')}
      danger
      back={`/posts/${post.id}`}
      {...shown}
    >
      <TextArea
        name="reason"
        label={t('network.post.resignReason')}
        hint={t('network.post.resignReasonHint')}
        rows={3}
        maxlength={2000}
      />
    </ConfirmationPage>
  )
}
