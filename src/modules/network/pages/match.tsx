import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Alert,
  Badge,
  Button,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  Paragraphs,
  type Problem,
  RadioGroup,
  type RefusalShown,
  Refused,
  Section,
  Text,
  TextArea,
  usePage,
} from '#ui/index.ts'
import { matchTones, matchWords } from '../aid-words.ts'
import { answersFor, canCloseMatch, sidesOf } from '../policy/aid.ts'
import type { MatchView, Reach } from '../queries/matches.ts'
import type { Side } from '../schema/aid.ts'
import { ListingBody, ListingFacts, ListingTitle } from './listing-facts.tsx'
import { OutcomeFields } from './listing-settlement.tsx'
import { MemberContacts } from './member-contacts.tsx'

export type MatchPageProps = {
  match: MatchView
  viewer: Viewer
  refusal?: RefusalShown
  form?: { name: 'answer' | 'outcome'; values: FormValues; problems: readonly Problem[] }
}

const areaWords = {
  region: 'network.match.why.region',
  country: 'network.match.why.country',
  anywhere: 'network.match.why.anywhere',
} as const

/** Why the program thinks so, in words that can be checked. */
const Why = ({ match }: Pick<MatchPageProps, 'match'>) => {
  const { i18n, t } = usePage()
  const { origin, why } = match
  if (origin === 'person') return null
  return (
    <Alert kind="info" title={t('network.match.why')}>
      <ul>
        <li>{t('network.match.why.kind')}</li>
        {why.area && <li>{t(areaWords[why.area])}</li>}
        {why.languages && why.languages.length > 0 && (
          <li>
            {t('network.match.why.languages', {
              languages: i18n.list(why.languages.map(tag => i18n.language(tag))),
            })}
          </li>
        )}
        <li>{t('network.match.why.dates')}</li>
      </ul>
    </Alert>
  )
}

const answerWords = {
  accepted: 'network.match.hasAccepted',
  declined: 'network.match.hasDeclined',
} as const

const SideSection = ({ match, side }: { match: MatchView; side: Side }) => {
  const { link, t } = usePage()
  const listing = match[side]
  const isNeed = side === 'need'
  const answer = isNeed ? match.needAnswer : match.offerAnswer
  const word = isNeed ? match.needWord : match.offerWord
  return (
    <Section title={t(isNeed ? 'network.aid.need' : 'network.aid.offer')}>
      <p>
        <a href={link(`/directory/${isNeed ? match.needMembership : match.offerMembership}`)}>
          <Text value={isNeed ? match.needMember : match.offerMember} note={false} />
        </a>
        {answer !== null && `: ${t(answerWords[answer])}`}
      </p>
      {word !== null && (
        <blockquote>
          <Paragraphs text={word} />
        </blockquote>
      )}
      {listing && (
        <>
          <h3>
            <a href={link(`/aid/${listing.id}`)}>
              <ListingTitle listing={listing} />
            </a>
          </h3>
          <ListingBody listing={listing} />
          <ListingFacts listing={listing} />
        </>
      )}
    </Section>
  )
}

const Answer = ({ match, viewer, form }: MatchPageProps) => {
  const { link, t } = usePage()
  const side = answersFor(viewer, match)
  if (side === null) return null
  const mine = form?.name === 'answer' ? form : undefined
  return (
    <Section title={t('network.match.answerTitle')} lead={t('network.match.answerLead')} id="answer">
      <Form action={link(`/matches/${match.id}/answer`)} values={mine?.values} problems={mine?.problems}>
        <RadioGroup
          name="answer"
          label={t('network.match.answer')}
          options={[
            { value: 'accepted', label: t('network.match.accept') },
            { value: 'declined', label: t('network.match.decline') },
          ]}
          required
        />
        <TextArea
          name="word"
          label={t('network.aid.word')}
          hint={t('network.match.wordHint')}
          rows={3}
          maxlength={2000}
        />
        <Actions>
          <Button look="primary">{t('network.match.send')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

const Reached = ({ reach, title }: { reach: Reach; title: string }) => {
  const { i18n, t } = usePage()
  return (
    <Section title={title}>
      {reach.people.length > 0 && <p>{t('network.match.people', { people: i18n.list(reach.people) })}</p>}
      {reach.contacts.length === 0 && <p>{t('network.match.noContacts')}</p>}
      <MemberContacts contacts={reach.contacts} showsVisibility={false} />
    </Section>
  )
}

const Outcome = ({ match, viewer, form }: MatchPageProps) => {
  const { link, t } = usePage()
  if (match.useful !== null) {
    return (
      <Section title={t('network.aid.outcome')}>
        <p>{t(match.useful ? 'network.aid.wasUseful' : 'network.aid.wasNotUseful')}</p>
        {match.outcome !== null && <Paragraphs text={match.outcome} />}
      </Section>
    )
  }
  if (!canCloseMatch(viewer, match)) return null
  const mine = form?.name === 'outcome' ? form : undefined
  return (
    <Section title={t('network.match.outcomeTitle')} lead={t('network.match.outcomeLead')} id="outcome">
      <Form action={link(`/matches/${match.id}/outcome`)} values={mine?.values} problems={mine?.problems}>
        <OutcomeFields />
        <Actions>
          <Button look="primary">{t('network.match.close')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** A match between two members: what each asks and gives, why it fits, what they answered, how they reach each other. */
export const MatchPage = (props: MatchPageProps) => {
  const { match, viewer, refusal, form } = props
  const { i18n, t } = usePage()
  const [own] = sidesOf(viewer, match)
  const other = own === 'offer' ? 'need' : 'offer'
  const name = i18n.text(other === 'need' ? match.needMember : match.offerMember).value
  const reach = match.reach?.[other]
  return (
    <Layout
      title={t('network.match.pageTitle', { name })}
      crumbs={[
        { label: t('network.aid.title'), path: '/aid' },
        { label: t('network.match.title'), path: '/matches' },
      ]}
      width="reading"
      invalid={refusal !== undefined || form !== undefined}
    >
      <PageHeading title={t('network.match.pageTitle', { name })} kicker={t('network.match.kicker')}>
        <Badge tone={matchTones[match.status]}>{t(matchWords[match.status])}</Badge>
      </PageHeading>
      <Refused refusal={refusal} />
      <Why match={match} />
      <SideSection match={match} side="need" />
      <SideSection match={match} side="offer" />
      <Answer {...props} />
      {reach && <Reached reach={reach} title={t('network.match.reach', { name })} />}
      <Outcome {...props} />
    </Layout>
  )
}
