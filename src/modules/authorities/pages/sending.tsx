import {
  Actions,
  Button,
  ButtonLink,
  DateField,
  DescriptionList,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  Text,
  TextField,
  usePage,
} from '#ui/index.ts'
import { firstReaders } from '../forms/letters.ts'
import type { CommunicationView } from '../queries/communication.ts'
import type { Channel } from '../schema/deliveries.ts'
import { LetterText } from './letter-text.tsx'
import { ProminenceFields } from './prominence.tsx'
import { Sender } from './sender.tsx'

type Props = {
  letter: CommunicationView
  /** Where the letter stands, below the umbrella. */
  at: string
  channels: readonly Channel[]
  today: string
  values: FormValues
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const Channels = ({ letter, channels }: Pick<Props, 'letter' | 'channels'>) => {
  const { t } = usePage()
  const words = {
    platform: {
      label: t('authorities.letter.channel.platform'),
      hint: t('authorities.letter.channel.platformHint'),
    },
    mail: {
      label: t('authorities.letter.channel.mail', { address: letter.body.email ?? '' }),
      hint: t('authorities.letter.channel.mailHint'),
    },
    post: { label: t('authorities.letter.channel.post'), hint: t('authorities.letter.channel.postHint') },
  }
  return (
    <RadioGroup
      name="channel"
      label={t('authorities.letter.channel.title')}
      required
      options={channels.map(value => ({ value, ...words[value] }))}
    />
  )
}

/** The last look before a letter leaves: to whom, in whose name, with whom, how, and who signs. */
export const SendingPage = ({ letter, at, channels, today, values, problems = [], refusal }: Props) => {
  const { i18n, link, t } = usePage()
  const title = t('authorities.letter.sendTitle')
  const names = letter.cosigners.map(
    ({ member }) => i18n.text(member).value || t('authorities.letter.individual'),
  )
  return (
    <Layout
      title={title}
      crumbs={[
        { label: t('authorities.letter.draftsTitle'), path: '/communications/drafts' },
        { label: letter.title, path: at },
      ]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading title={title} kicker={letter.title} lead={t('authorities.letter.sendLead')} />
      <Refused refusal={refusal} />
      <DescriptionList
        facts={[
          { term: t('authorities.letter.to'), value: <Text value={letter.body.name} /> },
          { term: t('authorities.letter.from'), value: <Sender letter={letter} /> },
          names.length > 0 && {
            term: t('authorities.letter.cosigners', { count: names.length }),
            value: i18n.list(names),
          },
        ]}
      />
      <p>
        <ButtonLink href={link(`${at}/preview.pdf`)} icon="eye" download>
          {t('authorities.letter.preview')}
        </ButtonLink>
      </p>
      <details>
        <summary>{t('authorities.letter.readAgain')}</summary>
        <LetterText letter={letter} />
      </details>
      <Form action={link(`${at}/sending`)} values={values} problems={problems}>
        <HiddenField name="seen" value={letter.updatedAt} />
        <TextField
          name="signatory"
          label={t('authorities.letter.signatory')}
          hint={t('authorities.letter.signatoryHint')}
          maxlength={200}
          required
        />
        <Channels letter={letter} channels={channels} />
        <DateField
          name="onDay"
          label={t('authorities.letter.postedOn')}
          hint={t('authorities.letter.postedOnHint')}
          max={today}
        />
        <ProminenceFields choices={firstReaders} hint={t('authorities.letter.readersHint')} />
        <Actions>
          <Button look="primary" icon="send">
            {t('authorities.letter.send')}
          </Button>
          <ButtonLink href={link(at)} look="quiet">
            {t('authorities.letter.notYet')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
