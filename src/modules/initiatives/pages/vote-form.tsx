import { ConfirmationPage } from '#modules/network/index.ts'
import type { Refusal } from '#platform/refusal.ts'
import {
  FileField,
  type FormValues,
  HiddenField,
  type Problem,
  RadioGroup,
  SelectField,
  Text,
  TextArea,
  usePage,
} from '#ui/index.ts'
import { channelWords, choiceWords } from '../decision-words.ts'
import type { DecisionView } from '../queries/decision.ts'
import type { PositionView } from '../queries/positions.ts'
import { choices, enteredChannels } from '../schema/decisions.ts'
import { MemberSearch, type Offered, OfferedMember } from './member-search.tsx'

type Shown = { values?: FormValues; problems?: readonly Problem[]; refusal?: Refusal }

const choiceHints = {
  yes: 'initiatives.ballot.hint.yes',
  no: 'initiatives.ballot.hint.no',
  abstain: 'initiatives.ballot.hint.abstain',
  stand_aside: 'initiatives.ballot.hint.standAside',
} as const

/** For which member: nobody is asked who votes for one only. */
const MemberField = ({ members, label }: { members: readonly PositionView[]; label: string }) => {
  const { i18n, t } = usePage()
  if (members.length === 1) return <HiddenField name="membership" value={members[0]!.id} />
  const options = members.map(({ id, name }) => ({
    value: id,
    label: i18n.text(name).value || t('initiatives.speaker.individual'),
  }))
  return <SelectField name="membership" label={label} options={options} required />
}

const VoteFields = () => {
  const { t } = usePage()
  return (
    <>
      <RadioGroup
        name="choice"
        label={t('initiatives.ballot.choice')}
        options={choices.map(choice => ({
          value: choice,
          label: t(choiceWords[choice]),
          hint: t(choiceHints[choice]),
        }))}
        required
      />
      <TextArea
        name="statement"
        label={t('initiatives.ballot.statement')}
        hint={t('initiatives.ballot.statementHint')}
        rows={4}
        maxlength={4000}
      />
    </>
  )
}

type VoteProps = Shown & { decision: DecisionView; own: readonly PositionView[] }

const crumbsOf = (t: ReturnType<typeof usePage>['t'], { number }: DecisionView) => [
  { label: t('initiatives.decision.listTitle'), path: '/decisions' },
  { label: t('initiatives.board.decision', { number }), path: `/decisions/${number}` },
]

/** The vote of a member: one choice, a word if it likes, and the way back. */
export const VotePage = ({ decision, own, ...shown }: VoteProps) => {
  const { i18n, t } = usePage()
  const path = `/decisions/${decision.number}`
  const name = own.length === 1 ? i18n.text(own[0]!.name).value : ''
  return (
    <ConfirmationPage
      title={t('initiatives.ballot.title')}
      lead={name ? t('initiatives.ballot.leadFor', { member: name }) : t('initiatives.ballot.lead')}
      crumbs={crumbsOf(t, decision)}
      action={`${path}/vote`}
      confirm={t('initiatives.ballot.send')}
      back={path}
      before={
        <p class="lead">
          <Text value={decision.title} />
        </p>
      }
      {...shown}
    >
      <MemberField members={own} label={t('initiatives.form.onBehalf')} />
      <VoteFields />
    </ConfirmationPage>
  )
}

type EnterProps = Shown & { decision: DecisionView; offered: Offered }

/** A coordinator enters what came on paper, by e-mail or at a meeting. */
export const EnterVotePage = ({ decision, offered, ...shown }: EnterProps) => {
  const { t } = usePage()
  const path = `/decisions/${decision.number}`
  return (
    <ConfirmationPage
      title={t('initiatives.ballot.enter')}
      lead={t('initiatives.ballot.enterLead')}
      crumbs={crumbsOf(t, decision)}
      action={`${path}/entered`}
      confirm={t('initiatives.ballot.enterNow')}
      back={path}
      files
      before={<MemberSearch offered={offered} action={`${path}/entered/new`} />}
      {...shown}
    >
      <OfferedMember offered={offered} name="membership" label={t('initiatives.decision.member')} />
      <RadioGroup
        name="channel"
        label={t('initiatives.ballot.channelLabel')}
        options={enteredChannels.map(channel => ({ value: channel, label: t(channelWords[channel]) }))}
        required
      />
      <VoteFields />
      <FileField
        name="evidence"
        label={t('initiatives.ballot.evidence')}
        hint={t('initiatives.ballot.evidenceHint')}
        accept=".pdf,.docx,.odt,.jpg,.jpeg,.png"
        required
      />
    </ConfirmationPage>
  )
}
