import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  ConfirmButton,
  DescriptionList,
  Form,
  Layout,
  PageHeading,
  PostButton,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  SelectField,
  Text,
  Time,
  usePage,
} from '#ui/index.ts'
import { canChangeDraft, canSend } from '../policy/letters.ts'
import type { CommunicationView } from '../queries/communication.ts'
import type { ActLine, DraftAct } from '../queries/draft-acts.ts'
import { kindWords } from '../words.ts'
import { LetterFiles } from './letter-files.tsx'
import { LetterText } from './letter-text.tsx'
import { Sender } from './sender.tsx'

type Props = {
  letter: CommunicationView
  act: DraftAct | null
  /** Draft acts that can be laid into it. */
  acts: readonly ActLine[]
  gaps: readonly Problem[]
  asked: boolean
  signingDays: number
  viewer: Viewer
  refusal?: RefusalShown
}

const Gaps = ({ letter, gaps }: Pick<Props, 'letter' | 'gaps'>) => {
  const { link, t } = usePage()
  if (gaps.length === 0) return null
  return (
    <Alert kind="warning" title={t('authorities.letter.gapsTitle')}>
      <ul>
        {gaps.map(({ field, message }) => (
          <li>
            <a href={link(`/communications/drafts/${letter.id}/text#field-${field}`)}>{t(message)}</a>
          </li>
        ))}
      </ul>
      {letter.kind !== 'information_request' && <p>{t('authorities.letter.whyReasons')}</p>}
    </Alert>
  )
}

const Onward = ({ letter, gaps, viewer, asked, signingDays }: Omit<Props, 'act' | 'acts'>) => {
  const { link, t } = usePage()
  const at = `/communications/drafts/${letter.id}`
  if (gaps.length > 0) return null
  return (
    <Section title={t('authorities.letter.onward')}>
      {asked && <p>{t('authorities.letter.askedAlready')}</p>}
      <Actions>
        {canSend(viewer, letter) ? (
          <ButtonLink href={link(`${at}/sending`)} look="primary" icon="send">
            {t('authorities.letter.goSend')}
          </ButtonLink>
        ) : (
          !asked && (
            <PostButton action={link(`${at}/asking`)} look="primary">
              {t('authorities.letter.askSecretariat')}
            </PostButton>
          )
        )}
        {canChangeDraft(viewer, letter) && (
          <ConfirmButton
            label={t('authorities.letter.open')}
            confirm={t('authorities.letter.openNow')}
            action={link(`${at}/signing`)}
            look="plain"
          >
            <p>{t('authorities.letter.openHint', { days: signingDays })}</p>
          </ConfirmButton>
        )}
      </Actions>
    </Section>
  )
}

const Act = ({ letter, act, acts, writes }: Pick<Props, 'letter' | 'act' | 'acts'> & { writes: boolean }) => {
  const { link, t } = usePage()
  if (!writes && !act) return null
  return (
    <Section title={t('authorities.act.enclosed')} id="act" lead={t('authorities.act.enclosedHint')}>
      {act && (
        <p>
          <a href={link(`/communications/acts/${act.id}`)}>{act.title}</a>
        </p>
      )}
      {writes && (
        <>
          {acts.length > 0 && (
            <Form
              id="act"
              action={link(`/communications/drafts/${letter.id}/act`)}
              values={{ act: act?.id }}
              bare
            >
              <SelectField
                name="act"
                label={t('authorities.act.choose')}
                empty={t('authorities.act.none')}
                options={acts.map(({ id, title }) => ({ value: id, label: title }))}
              />
              <Button>{t('authorities.act.lay')}</Button>
            </Form>
          )}
          <p>
            <a href={link(`/communications/acts/new?letter=${letter.id}`)}>{t('authorities.act.begin')}</a>
          </p>
        </>
      )}
    </Section>
  )
}

const Changes = ({ letter, gaps }: Pick<Props, 'letter' | 'gaps'>) => {
  const { link, t } = usePage()
  const at = `/communications/drafts/${letter.id}`
  return (
    <Actions>
      <ButtonLink href={link(`${at}/text`)} icon="pencil" look={gaps.length > 0 ? 'primary' : 'plain'}>
        {t('authorities.letter.write')}
      </ButtonLink>
      <ButtonLink href={link(`${at}/preview.pdf`)} icon="eye" download>
        {t('authorities.letter.preview')}
      </ButtonLink>
      <ConfirmButton
        label={t('authorities.letter.discard')}
        confirm={t('authorities.letter.discardNow')}
        action={link(`${at}/discard`)}
        look="danger"
      >
        <p>{t('authorities.letter.discardHint')}</p>
      </ConfirmButton>
    </Actions>
  )
}

/** A letter before it leaves, as its body would read it, with what it still lacks. */
export const DraftPage = (props: Props) => {
  const { link, t } = usePage()
  const { letter, viewer, refusal } = props
  const writes = canChangeDraft(viewer, letter)
  const title = letter.title || t('authorities.letter.untitled')
  const at = `/communications/drafts/${letter.id}`
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.letter.draftsTitle'), path: '/communications/drafts' }]}
      width="reading"
      invalid={refusal !== undefined}
    >
      <PageHeading
        title={<span lang={letter.lang}>{title}</span>}
        kicker={`${t('authorities.letter.draft')} · ${t(kindWords[letter.kind])}`}
      >
        <p>
          {t('authorities.letter.changed')} <Time at={letter.updatedAt} />
        </p>
      </PageHeading>
      <Refused refusal={refusal} />
      <Gaps {...props} />
      <DescriptionList
        facts={[
          {
            term: t('authorities.letter.to'),
            value: (
              <>
                <Text value={letter.body.name} />{' '}
                {writes && <a href={link(`${at}/addressee`)}>{t('authorities.letter.otherBody')}</a>}
              </>
            ),
          },
          { term: t('authorities.letter.from'), value: <Sender letter={letter} /> },
        ]}
      />
      {writes && <Changes letter={letter} gaps={props.gaps} />}
      <Onward {...props} />
      <LetterText letter={letter} />
      <LetterFiles letter={letter} at={at} writes={writes} />
      <Act {...props} writes={writes} />
    </Layout>
  )
}
