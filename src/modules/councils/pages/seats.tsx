import type { Child } from 'hono/jsx'
import { ConfirmationPage, type RefusalShown } from '#modules/network/index.ts'
import { acceptedEndings } from '#platform/files/index.ts'
import {
  Actions,
  ButtonLink,
  Checkbox,
  DateField,
  FileField,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  SelectField,
  Table,
  TextArea,
  TextField,
  usePage,
} from '#ui/index.ts'
import { dutyWords } from '../council-words.ts'
import type { Choices } from '../queries/choices.ts'
import type { CouncilView } from '../queries/council.ts'
import { duties } from '../schema/councils.ts'
import { Since, Who } from './holders.tsx'

export type Filled = { values?: FormValues; problems?: readonly Problem[]; refusal?: RefusalShown }

export const councilCrumbs = (
  t: ReturnType<typeof usePage>['t'],
  council: { slug: string },
  name: string,
) => [
  { label: t('councils.list.title'), path: '/councils' },
  { label: name, path: `/councils/${council.slug}` },
]

/** What keepers of a council do with its seats. */
export const SeatsPage = ({ council }: { council: CouncilView }) => {
  const { i18n, link, t } = usePage()
  const at = `/councils/${council.slug}`
  const holderOf = new Map(
    council.holders.filter(({ now, ahead }) => now || ahead).map(one => [one.postId, one]),
  )
  const loose = council.holders.filter(one => (one.now || one.ahead) && one.postId === null)
  const rows = [
    ...council.posts.map(post => ({ post, holder: holderOf.get(post.id) })),
    ...loose.map(holder => ({ post: null, holder })),
  ]
  return (
    <Layout title={t('councils.seat.keep')} crumbs={councilCrumbs(t, council, i18n.text(council.name).value)}>
      <PageHeading
        title={t('councils.seat.keep')}
        lead={t('councils.seat.keepLead')}
        actions={
          <>
            <ButtonLink href={link(`${at}/holders/new`)} look="primary">
              {t('councils.holder.seat')}
            </ButtonLink>
            <ButtonLink href={link(`${at}/seats/new`)}>{t('councils.seat.add')}</ButtonLink>
          </>
        }
      />
      <Table
        caption={t('councils.seat.keep')}
        captionHidden
        columns={[
          {
            label: t('councils.holder.who'),
            heading: true,
            cell: ({ holder, post }) =>
              holder ? (
                <Who who={holder} />
              ) : (
                <a href={link(`${at}/holders/new?post=${post?.id}`)}>{t('councils.seat.fill')}</a>
              ),
          },
          { label: t('councils.seat.label'), cell: ({ post }) => post?.label ?? post?.role ?? '' },
          {
            label: t('councils.holder.time'),
            cell: ({ holder }) => holder && <Since start={holder.start} end={holder.end} />,
          },
          {
            label: t('councils.holder.doing'),
            cell: ({ holder }) =>
              holder && (
                <Actions>
                  <ButtonLink href={link(`${at}/hand-over?seat=${holder.id}`)} small>
                    {t('councils.holder.handOver')}
                  </ButtonLink>
                  <ButtonLink href={link(`${at}/holders/end?seat=${holder.id}`)} small look="quiet">
                    {t('councils.holder.end')}
                  </ButtonLink>
                </Actions>
              ),
          },
        ]}
        rows={rows}
        empty={<p>{t('councils.seat.none')}</p>}
      />
    </Layout>
  )
}

type FormPageProps = Filled & {
  council: { slug: string; name: Record<string, string> | object }
  title: string
  lead: string
  action: string
  back: string
  confirm: string
  files?: boolean
  danger?: boolean
  children?: Child
}

/** A form about a council: the way to it, what it does, and its fields. */
export const CouncilForm = ({ council, children, ...page }: FormPageProps) => {
  const { i18n, t } = usePage()
  return (
    <ConfirmationPage {...page} crumbs={councilCrumbs(t, council, i18n.text(council.name as never).value)}>
      {children}
    </ConfirmationPage>
  )
}

export const SeatFields = () => {
  const { t } = usePage()
  return (
    <>
      <TextField
        name="label"
        label={t('councils.seat.label')}
        hint={t('councils.seat.labelHint')}
        maxlength={200}
        required
      />
      <TextField name="nominates" label={t('councils.seat.nominates')} maxlength={500} />
      <Checkbox name="voting" label={t('councils.seat.voting')} value="yes" />
    </>
  )
}

/** Who takes a seat, on whose behalf, under which mandate. */
export const HolderFields = ({ choices }: { choices: Choices }) => {
  const { i18n, t } = usePage()
  const nameOf = (name: object | null) => i18n.text(name as never).value
  return (
    <>
      <TextField name="name" label={t('councils.holder.name')} maxlength={200} required />
      <Checkbox
        name="named"
        label={t('councils.holder.named')}
        hint={t('councils.holder.namedHint')}
        value="yes"
      />
      <SelectField
        name="account"
        label={t('councils.holder.account')}
        hint={t('councils.holder.accountHint')}
        options={choices.people.map(({ id, name, member }) => ({
          value: id,
          label: member ? `${name}, ${nameOf(member)}` : name,
        }))}
        empty={t('councils.holder.noAccount')}
      />
      <SelectField
        name="membership"
        label={t('councils.holder.member')}
        options={choices.members.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
        empty={t('councils.holder.noMember')}
      />
      <TextField name="onBehalf" label={t('councils.holder.otherOrganisation')} maxlength={300} />
      <TextField name="nominatedBy" label={t('councils.holder.nominatedBy')} maxlength={500} />
      <TextArea
        name="mandateNote"
        label={t('councils.holder.mandateNote')}
        hint={t('councils.holder.mandateHint')}
        rows={2}
        maxlength={1000}
      />
      <FileField name="mandate" label={t('councils.holder.mandateFile')} accept={acceptedEndings} />
    </>
  )
}

export const SeatChoice = ({ council }: { council: CouncilView }) => {
  const { t } = usePage()
  return (
    <>
      {council.posts.length > 0 && (
        <SelectField
          name="post"
          label={t('councils.seat.label')}
          options={council.posts.map(({ id, label, role }) => ({ value: id, label: label ?? role ?? '' }))}
          empty={t('councils.seat.noPost')}
        />
      )}
      <SelectField
        name="duty"
        label={t('councils.holder.duty')}
        options={duties.map(value => ({ value, label: t(dutyWords[value]) }))}
        empty={null}
      />
      <Checkbox
        name="delegate"
        label={t('councils.holder.isDelegate')}
        hint={t('councils.holder.delegateHint')}
        value="yes"
      />
    </>
  )
}

export const TimeFields = ({ whole }: { whole?: boolean }) => {
  const { t } = usePage()
  return (
    <>
      {whole ? (
        <DateField name="start" label={t('councils.holder.start')} required />
      ) : (
        <TextField
          name="start"
          label={t('councils.holder.start')}
          hint={t('councils.form.partialHint')}
          width="short"
          maxlength={10}
          required
        />
      )}
      <TextField
        name="end"
        label={t('councils.holder.endDay')}
        hint={t('councils.form.partialHint')}
        width="short"
        maxlength={10}
      />
    </>
  )
}

export const EndFields = ({ seat }: { seat: string }) => {
  const { t } = usePage()
  return (
    <>
      <HiddenField name="seat" value={seat} />
      <DateField name="end" label={t('councils.holder.endDay')} required />
      <TextArea name="reason" label={t('councils.holder.endReason')} rows={2} maxlength={1000} />
    </>
  )
}

export const NoteFields = ({ seat }: { seat: string }) => {
  const { t } = usePage()
  return (
    <>
      <HiddenField name="seat" value={seat} />
      <TextArea
        name="note"
        label={t('councils.handover.note')}
        hint={t('councils.handover.noteHint')}
        rows={8}
        maxlength={10_000}
        required
      />
    </>
  )
}
