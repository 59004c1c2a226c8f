import type { NamedMember } from '#modules/network/index.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  type RefusalShown,
  Refused,
  TextArea,
  usePage,
} from '#ui/index.ts'
import type { InitiativeView } from '../queries/initiative.ts'
import { CapacityField } from './capacity-field.tsx'
import { TextFields } from './draft-form.tsx'

/** Why the text is written anew. */
export type Purpose = 'revision' | 'amendment' | 'correction'

const words = {
  revision: {
    title: 'initiatives.initiative.revise',
    lead: 'initiatives.revision.lead',
    reasons: 'initiatives.revision.note',
    send: 'initiatives.revision.send',
    path: 'revisions',
  },
  amendment: {
    title: 'initiatives.amendment.propose',
    lead: 'initiatives.amendment.lead',
    reasons: 'initiatives.amendment.reasons',
    send: 'initiatives.amendment.send',
    path: 'amendments',
  },
  correction: {
    title: 'initiatives.correction.propose',
    lead: 'initiatives.correction.hint',
    reasons: 'initiatives.correction.reasons',
    send: 'initiatives.correction.send',
    path: 'corrections',
  },
} as const

type Props = {
  purpose: Purpose
  initiative: InitiativeView
  /** Members for whom an amendment can be proposed. */
  members: readonly NamedMember[]
  values: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

/** The authoritative text to be changed in place: a revision, an amendment or a correction is what differs. */
export const TextFormPage = ({ purpose, initiative, members, values, problems = [], refusal }: Props) => {
  const { i18n, link, t } = usePage()
  const said = words[purpose]
  const at = `/initiatives/${initiative.number}`
  return (
    <Layout
      title={t(said.title)}
      crumbs={[
        { label: t('initiatives.list.title'), path: '/initiatives' },
        { label: i18n.text(initiative.title).value, path: at },
      ]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={t(said.title)} lead={t(said.lead)} />
      <Refused refusal={refusal} />
      {initiative.status === 'decision' && purpose === 'revision' && (
        <Alert kind="warning">{t('initiatives.revision.newRound')}</Alert>
      )}
      <p>
        {t('initiatives.translation.authoritativeIs', {
          language: i18n.language(initiative.authoritative),
        })}
      </p>
      <Form action={link(`${at}/${said.path}`)} values={values} problems={problems}>
        <HiddenField name="base" value={String(values.base ?? '')} />
        {purpose === 'amendment' && (
          <CapacityField members={members} label={t('initiatives.form.onBehalf')} />
        )}
        <TextFields lang={initiative.authoritative} />
        <TextArea name="reasons" label={t(said.reasons)} required rows={4} maxlength={4000} />
        <Actions>
          <Button look="primary">{t(said.send)}</Button>
          <ButtonLink href={link(at)} look="quiet">
            {t('initiatives.form.back')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
