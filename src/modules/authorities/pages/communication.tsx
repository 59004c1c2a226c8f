import type { Child } from 'hono/jsx'
import type { Viewer } from '#platform/http/viewer.ts'
import type { Localised } from '#platform/i18n/index.ts'
import {
  Actions,
  Badge,
  ButtonLink,
  ConfirmButton,
  CopyText,
  DescriptionList,
  Layout,
  PageHeading,
  type RefusalShown,
  Refused,
  Section,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { canSend, canWithdraw } from '../policy/letters.ts'
import type { CommunicationView } from '../queries/communication.ts'
import type { DraftAct } from '../queries/draft-acts.ts'
import { kindWords, resolutionWords, statusTones, statusWords } from '../words.ts'
import { Cosigners } from './cosigners.tsx'
import { LetterFiles } from './letter-files.tsx'
import { LetterText } from './letter-text.tsx'
import { Sender } from './sender.tsx'

type Props = {
  letter: CommunicationView
  act: DraftAct | null
  viewer: Viewer
  /** Names of the viewer's own members, by membership. */
  ownMembers: ReadonlyMap<string, string>
  today: string
  refusal?: RefusalShown
  /** The body that has it now. */
  holder: { id: string; name: Localised } | null
  /** What happened to it, step by step. */
  timeline?: Child
  /** What went and came by mail. */
  mailing?: Child
  /** Until when an answer is due, and what is possible after that. */
  deadlines?: Child
  /** Who may read it, and the public copy. */
  publication?: Child
}

const Facts = ({ letter, holder }: Pick<Props, 'letter' | 'holder'>) => {
  const { i18n, link, t } = usePage()
  return (
    <DescriptionList
      facts={[
        {
          term: t('authorities.letter.to'),
          value: (
            <a href={link(`/bodies/${letter.body.id}`)}>
              <Text value={letter.body.name} />
            </a>
          ),
        },
        holder &&
          holder.id !== letter.body.id && {
            term: t('authorities.letter.heldBy'),
            value: (
              <a href={link(`/bodies/${holder.id}`)}>
                <Text value={holder.name} />
              </a>
            ),
          },
        { term: t('authorities.letter.from'), value: <Sender letter={letter} /> },
        letter.sentOn !== null && {
          term: t('authorities.letter.sentOn'),
          value: <Time at={letter.sentOn} />,
        },
        letter.signatory !== null && { term: t('authorities.letter.signatory'), value: letter.signatory },
        letter.registeredNumber !== null && {
          term: t('authorities.letter.registered'),
          value: t('authorities.letter.registeredAs', {
            number: letter.registeredNumber,
            day: i18n.date(letter.registeredOn!),
          }),
        },
        letter.resolution && {
          term: t('authorities.letter.resolution'),
          value: t(resolutionWords[letter.resolution]),
        },
        letter.follows?.number != null && {
          term: t('authorities.letter.follows'),
          value: (
            <a href={link(`/communications/${letter.follows.number}`)}>
              {t('authorities.letter.numbered', { number: letter.follows.number })} {letter.follows.title}
            </a>
          ),
        },
      ]}
    />
  )
}

const Paper = ({ letter }: Pick<Props, 'letter'>) => {
  const { link, t } = usePage()
  if (!letter.letterSha256 || !letter.letterId) return null
  return (
    <Section title={t('authorities.letter.paperTitle')}>
      <p>
        <ButtonLink href={link(`/communications/${letter.number}/letter.pdf`)} icon="download" download>
          {t('authorities.letter.download')}
        </ButtonLink>
      </p>
      <p>{t('authorities.letter.hashHint')}</p>
      <CopyText text={letter.letterSha256} />
    </Section>
  )
}

const Deeds = ({ letter, viewer }: Pick<Props, 'letter' | 'viewer'>) => {
  const { link, t } = usePage()
  const at = `/communications/${letter.number}`
  return (
    <Actions>
      {canSend(viewer, letter) && (
        <ButtonLink href={link(`${at}/sending`)} look="primary" icon="send">
          {t('authorities.letter.goSend')}
        </ButtonLink>
      )}
      {canWithdraw(viewer, letter) && (
        <ConfirmButton
          label={t('authorities.letter.withdraw')}
          confirm={t('authorities.letter.withdrawNow')}
          action={link(`${at}/withdrawal`)}
          look="danger"
        >
          <p>{t('authorities.letter.withdrawHint')}</p>
        </ConfirmButton>
      )}
    </Actions>
  )
}

/** One communication: the letter, who signs it, and what came of it. */
export const CommunicationPage = (props: Props) => {
  const { link, t } = usePage()
  const { letter, viewer, act, refusal } = props
  return (
    <Layout
      title={letter.title}
      crumbs={[{ label: t('authorities.menu'), path: '/communications' }]}
      width="reading"
      invalid={refusal !== undefined}
    >
      <PageHeading
        title={<span lang={letter.lang}>{letter.title}</span>}
        kicker={`${t('authorities.letter.numbered', { number: letter.number ?? 0 })} · ${t(kindWords[letter.kind])}`}
      >
        <p>
          <Badge tone={statusTones[letter.status]}>{t(statusWords[letter.status])}</Badge>
        </p>
      </PageHeading>
      <Refused refusal={refusal} />
      <Facts letter={letter} holder={props.holder} />
      {props.deadlines}
      <Cosigners {...props} />
      <Deeds letter={letter} viewer={viewer} />
      {props.timeline}
      {props.mailing}
      <LetterText letter={letter} />
      {act && (
        <Section title={t('authorities.act.enclosed')}>
          <p>
            <a href={link(`/communications/acts/${act.id}`)}>{act.title}</a>
          </p>
        </Section>
      )}
      <LetterFiles letter={letter} at={`/communications/${letter.number}`} />
      <Paper letter={letter} />
      {props.publication}
    </Layout>
  )
}
