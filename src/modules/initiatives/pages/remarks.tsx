import { type NamedMember, Written } from '#modules/network/index.ts'
import { capacityFor, type Viewer } from '#platform/http/viewer.ts'
import {
  Badge,
  Button,
  ButtonLink,
  ConfirmButton,
  Form,
  type FormValues,
  type Problem,
  RadioGroup,
  Section,
  TextArea,
  Time,
  usePage,
} from '#ui/index.ts'
import { stanceTones, stanceWords } from '../initiative-words.ts'
import { canRedactRemark, canRemark } from '../policy/procedures.ts'
import type { ProposalView, RemarkView } from '../queries/proposals.ts'
import { stances } from '../schema/proposals.ts'
import { CapacityField } from './capacity-field.tsx'
import { Speaker } from './speaker.tsx'

type Props = {
  proposal: ProposalView
  viewer: Viewer
  members: readonly NamedMember[]
  values?: FormValues | undefined
  problems?: readonly Problem[] | undefined
}

const RemarkActions = ({ proposal, remark, viewer }: Props & { remark: RemarkView }) => {
  const { link, t } = usePage()
  if (remark.body === null) return null
  const at = `/changes/${proposal.number}/remarks/${remark.id}`
  return (
    <div class="said-actions">
      {capacityFor(viewer, remark.membershipId) && (
        <ConfirmButton
          label={t('initiatives.comment.withdraw')}
          confirm={t('initiatives.comment.withdrawNow')}
          action={link(`${at}/withdrawal`)}
          look="quiet"
          small
        >
          <p>{t('initiatives.remark.withdrawHint')}</p>
        </ConfirmButton>
      )}
      {canRedactRemark(viewer) && (
        <ButtonLink href={link(`${at}/redaction`)} look="quiet" small>
          {t('initiatives.comment.redact')}
        </ButtonLink>
      )}
    </div>
  )
}

const Remark = (props: Props & { remark: RemarkView }) => {
  const { i18n, t } = usePage()
  const { remark, proposal } = props
  const gone = remark.redacted ? 'initiatives.remark.redacted' : 'initiatives.remark.takenBack'
  return (
    <article class="said" id={`remark-${remark.id}`}>
      <p class="said-who">
        <Speaker name={remark.member} membership={remark.membershipId} partner={remark.partner} />{' '}
        <Badge tone={stanceTones[remark.stance]}>{t(stanceWords[remark.stance])}</Badge>{' '}
        <Time at={remark.writtenAt} style="short" />{' '}
        {remark.version < proposal.version && (
          <span class="muted">
            {t('initiatives.comment.onVersion', { version: i18n.number(remark.version) })}
          </span>
        )}
      </p>
      {remark.body === null ? (
        <p class="muted">{t(gone)}</p>
      ) : (
        <Written text={remark.body} locale={remark.locale} />
      )}
      <RemarkActions {...props} />
    </article>
  )
}

/** What members and partners say about a proposal, and the form to say something. */
export const RemarksSection = (props: Props) => {
  const { link, t } = usePage()
  const { proposal, viewer, members, values, problems } = props
  return (
    <Section title={t('initiatives.remark.title')} id="discussion">
      {proposal.remarks.length === 0 ? (
        <p>{t('initiatives.remark.none')}</p>
      ) : (
        <ol class="said-list">
          {proposal.remarks.map(remark => (
            <li>
              <Remark {...props} remark={remark} />
            </li>
          ))}
        </ol>
      )}
      {canRemark(viewer, proposal) && (
        <Form
          id="remark"
          action={link(`/changes/${proposal.number}/remarks`)}
          values={values}
          problems={problems}
          label={t('initiatives.comment.write')}
        >
          <CapacityField members={members} label={t('initiatives.form.onBehalf')} />
          <RadioGroup
            name="stance"
            label={t('initiatives.comment.stance')}
            required
            columns
            options={stances.map(stance => ({ value: stance, label: t(stanceWords[stance]) }))}
          />
          <TextArea name="body" label={t('initiatives.comment.body')} required rows={4} maxlength={5000} />
          <Button>{t('initiatives.comment.send')}</Button>
        </Form>
      )}
    </Section>
  )
}
