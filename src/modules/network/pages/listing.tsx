import type { Viewer } from '#platform/http/viewer.ts'
import {
  Actions,
  Badge,
  Button,
  ButtonLink,
  DateField,
  Form,
  type FormValues,
  Layout,
  PageHeading,
  Paragraphs,
  type Problem,
  type RefusalShown,
  Refused,
  Section,
  Text,
  TextArea,
  usePage,
} from '#ui/index.ts'
import { listingTones, listingWords, sideWords } from '../aid-words.ts'
import { canEditListing, canReopenListing, respondingCapacities } from '../policy/aid.ts'
import type { ListingPage as ListingData } from '../queries/aid.ts'
import type { NamedMember } from '../queries/member-name.ts'
import { ListingBody, ListingFacts, ListingTitle } from './listing-facts.tsx'
import { MatchTable } from './match-table.tsx'
import { MemberChoice } from './member-choice.tsx'

export type ListingPageProps = {
  listing: ListingData
  viewer: Viewer
  /** The viewer's members by name. */
  members: readonly NamedMember[]
  refusal?: RefusalShown
  form?: { name: 'responses' | 'reopening'; values: FormValues; problems: readonly Problem[] }
}

const Response = ({ listing, viewer, members, form }: ListingPageProps) => {
  const { link, t } = usePage()
  const able = respondingCapacities(viewer, listing).map(({ membership }) => membership)
  if (able.length === 0) return null
  const mine = form?.name === 'responses' ? form : undefined
  const isNeed = listing.side === 'need'
  return (
    <Section title={t(isNeed ? 'network.aid.canHelpTitle' : 'network.aid.needThisTitle')} id="respond">
      <Form action={link(`/aid/${listing.id}/responses`)} values={mine?.values} problems={mine?.problems}>
        <MemberChoice members={members.filter(({ id }) => able.includes(id))} />
        <TextArea
          name="word"
          label={t('network.aid.word')}
          hint={t('network.aid.wordHint')}
          rows={3}
          maxlength={2000}
        />
        <Actions>
          <Button look="primary">{t(isNeed ? 'network.aid.canHelp' : 'network.aid.needThis')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

const Reopening = ({ listing, form }: Pick<ListingPageProps, 'listing' | 'form'>) => {
  const { link, t } = usePage()
  const mine = form?.name === 'reopening' ? form : undefined
  return (
    <Section title={t('network.aid.reopenTitle')}>
      <Form action={link(`/aid/${listing.id}/reopening`)} values={mine?.values} problems={mine?.problems}>
        <DateField
          name="until"
          label={t('network.aid.until')}
          hint={t('network.aid.untilHint')}
          min={listing.today}
          required
        />
        <Actions>
          <Button>{t('network.aid.reopen')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** One need or offer: what it is, what fits, and what the reader can do about it. */
export const ListingPage = (props: ListingPageProps) => {
  const { listing, viewer, members, refusal, form } = props
  const { link, t } = usePage()
  const { id, title, side, status, outcome, useful } = listing
  return (
    <Layout
      title={title}
      crumbs={[{ label: t('network.aid.title'), path: '/aid' }]}
      width="reading"
      invalid={refusal !== undefined || form !== undefined}
    >
      <PageHeading title={<ListingTitle listing={listing} />} kicker={t(sideWords[side])}>
        <p>
          <a href={link(`/directory/${listing.membershipId}`)}>
            <Text value={listing.member} note={false} />
          </a>{' '}
          <Badge tone={listingTones[status]}>{t(listingWords[status])}</Badge>
        </p>
      </PageHeading>
      <Refused refusal={refusal} />
      <ListingBody listing={listing} />
      <ListingFacts listing={listing} />
      {useful !== null && (
        <Section title={t('network.aid.outcome')}>
          <p>{t(useful ? 'network.aid.wasUseful' : 'network.aid.wasNotUseful')}</p>
          {outcome !== null && <Paragraphs text={outcome} />}
        </Section>
      )}
      {canEditListing(viewer, listing) && (
        <Actions>
          <ButtonLink href={link(`/aid/${id}/form`)}>{t('network.aid.change')}</ButtonLink>
          <ButtonLink href={link(`/aid/${id}/settlement`)}>{t('network.aid.settle')}</ButtonLink>
        </Actions>
      )}
      {listing.matches.length > 0 && (
        <Section title={t('network.match.title')}>
          <MatchTable matches={listing.matches} members={members.map(member => member.id)} />
        </Section>
      )}
      <Response {...props} />
      {canReopenListing(viewer, listing) && <Reopening listing={listing} form={form} />}
    </Layout>
  )
}
