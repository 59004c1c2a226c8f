import {
  Actions,
  Alert,
  Badge,
  Button,
  ButtonLink,
  EmptyState,
  FilterBar,
  Form,
  type FormValues,
  HiddenField,
  Layout,
  PageHeading,
  PostButton,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  Section,
  Text,
  TextField,
  usePage,
} from '#ui/index.ts'
import type { BodyLine } from '../queries/bodies.ts'
import { communicationKinds } from '../schema/communications.ts'
import { bodyKindWords, kindHints, kindWords } from '../words.ts'

type ChooseProps = {
  words: string
  /** Whom the next step of the law goes to, and what that step is. */
  suggested?: { what: string; bodies: readonly BodyLine[] } | null
  bodies: readonly BodyLine[]
  more: boolean
  title: string
  /** Where the search stands, below the umbrella. */
  path: string
  /** Choosing one leads to an address, or posts there. */
  choose?: (body: string) => string
  post?: string
  carried?: Record<string, string>
}

const Choices = ({ bodies, choose, post }: Pick<ChooseProps, 'bodies' | 'choose' | 'post'>) => {
  const { i18n, link, t } = usePage()
  return (
    <div class="prose">
      <ul>
        {bodies.map(({ id, name, kind, region, endedOn }) => (
          <li>
            {choose && (
              <a href={link(choose(id))}>
                <Text value={name} />
              </a>
            )}
            {post && (
              <PostButton action={link(post)} fields={{ body: id }} look="quiet">
                {i18n.text(name).value}
              </PostButton>
            )}{' '}
            <small class="muted">
              {[t(bodyKindWords[kind]), region && i18n.region(region)].filter(Boolean).join(' · ')}
            </small>{' '}
            {endedOn !== null && <Badge tone="warn">{t('authorities.body.ended')}</Badge>}
          </li>
        ))}
      </ul>
    </div>
  )
}

const Suggested = ({ suggested, choose }: Pick<ChooseProps, 'suggested' | 'choose'>) => {
  const { t } = usePage()
  if (!suggested) return null
  const { what, bodies } = suggested
  return (
    <Section title={t('authorities.letter.nextStep')}>
      <p>{what}</p>
      {bodies.length > 0 && <Choices bodies={bodies} choose={choose} />}
    </Section>
  )
}

/** Whom to write to: a search, and a link for each body that fits. */
export const ChooseBodyPage = (props: ChooseProps) => {
  const { words, suggested, bodies, more, title, path, choose, post, carried = {} } = props
  const { link, t } = usePage()
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.letter.draftsTitle'), path: '/communications/drafts' }]}
      width="form"
    >
      <PageHeading title={title} lead={t('authorities.letter.chooseLead')} />
      <Suggested suggested={suggested} choose={choose} />
      <FilterBar
        action={link(path)}
        values={{ q: words }}
        active={[]}
        search={
          <>
            {Object.entries(carried).map(([name, value]) => (
              <HiddenField name={name} value={value} />
            ))}
            <TextField name="q" type="search" label={t('authorities.body.search')} />
          </>
        }
      />
      {bodies.length === 0 ? (
        <EmptyState title={t('authorities.body.nothing')} icon="search">
          <p>{t('authorities.body.nothingHint')}</p>
        </EmptyState>
      ) : (
        <Choices bodies={bodies} choose={choose} post={post} />
      )}
      {more && <p>{t('authorities.body.more')}</p>}
      <p>
        <a href={link('/bodies')}>{t('authorities.body.title')}</a>
      </p>
    </Layout>
  )
}

type NewProps = {
  body: Pick<BodyLine, 'id' | 'name'>
  /** In whose name the viewer may write: members by name, and the coalition as `coalition`. */
  names: readonly { value: string; label: string }[]
  values: FormValues
  follows: { id: string; number: number; title: string } | null
  /** The remedy whose grounds and proposals it begins with. */
  remedy: { id: string; what: string } | null
  problems?: readonly Problem[]
  refusal?: RefusalShown
}

const InWhoseName = ({ names }: Pick<NewProps, 'names'>) => {
  const { t } = usePage()
  const [only, another] = names
  return (
    <>
      {only && !another ? (
        <HiddenField name="membership" value={only.value} />
      ) : (
        <RadioGroup name="membership" label={t('authorities.letter.onBehalf')} required options={names} />
      )}
      {names.some(({ value }) => value !== 'coalition') && (
        <RadioGroup
          name="through"
          label={t('authorities.letter.through')}
          required
          options={[
            {
              value: 'own',
              label: t('authorities.letter.throughOwn'),
              hint: t('authorities.letter.throughOwnHint'),
            },
            {
              value: 'coalition',
              label: t('authorities.letter.throughCoalition'),
              hint: t('authorities.letter.throughCoalitionHint'),
            },
          ]}
        />
      )}
    </>
  )
}

/** Where a letter begins: of what kind, in whose name, about what. The rest is written on the next page. */
export const NewLetterPage = (props: NewProps) => {
  const { body, names, values, follows, remedy, problems = [], refusal } = props
  const { link, t } = usePage()
  const title = t('authorities.letter.begin')
  const carried = new URLSearchParams({
    ...(follows && { follows: String(follows.number), body: '' }),
    ...(remedy && { remedy: remedy.id }),
  })
  const elsewhere = `/communications/new?${carried}`.replace(/\?$/, '')
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('authorities.letter.draftsTitle'), path: '/communications/drafts' }]}
      width="form"
      invalid={problems.length > 0 || refusal !== undefined}
    >
      <PageHeading
        title={title}
        kicker={<Text value={body.name} />}
        lead={t('authorities.letter.beginLead')}
      />
      <Refused refusal={refusal} />
      {follows && (
        <p>
          {t('authorities.letter.followsSaid')}{' '}
          <a href={link(`/communications/${follows.number}`)}>{follows.title}</a>
        </p>
      )}
      {remedy && <Alert kind="info">{t('authorities.letter.remedySaid', { what: remedy.what })}</Alert>}
      <Form action={link('/communications/drafts')} values={values} problems={problems}>
        <HiddenField name="body" value={body.id} />
        {follows && <HiddenField name="follows" value={follows.id} />}
        {remedy && <HiddenField name="remedy" value={remedy.id} />}
        <RadioGroup
          name="kind"
          label={t('authorities.letter.kind')}
          required
          options={communicationKinds.map(value => ({
            value,
            label: t(kindWords[value]),
            hint: t(kindHints[value]),
          }))}
        />
        <InWhoseName names={names} />
        <TextField
          name="title"
          label={t('authorities.letter.title')}
          hint={t('authorities.letter.titleHint')}
          maxlength={300}
          required
        />
        <Actions>
          <Button look="primary">{t('authorities.letter.goWrite')}</Button>
          <ButtonLink href={link(elsewhere)} look="quiet">
            {t('authorities.letter.otherBody')}
          </ButtonLink>
        </Actions>
      </Form>
    </Layout>
  )
}
