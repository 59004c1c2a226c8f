import type { Tx } from '#platform/database/scope.ts'
import { nameOf } from '../queries/member-name.ts'
import { peopleOfMember } from '../queries/recipients.ts'
import type { Side } from '../schema/aid.ts'
import { tell } from './tell.ts'
import { mailOf } from './words.ts'

const found = mailOf('match_found', {
  subject: 'network.mail.matchFound.subject',
  paragraphs: ['network.mail.matchFound.text', 'network.mail.matchFound.then'],
  action: 'network.mail.answerMatch',
})
const help = mailOf('help_offered', {
  subject: 'network.mail.helpOffered.subject',
  paragraphs: ['network.mail.helpOffered.text'],
  action: 'network.mail.answerMatch',
})
const wanted = mailOf('offer_wanted', {
  subject: 'network.mail.offerWanted.subject',
  paragraphs: ['network.mail.offerWanted.text'],
  action: 'network.mail.answerMatch',
})
const accepted = mailOf('match_accepted', {
  subject: 'network.mail.matchAccepted.subject',
  paragraphs: ['network.mail.matchAccepted.text', 'network.mail.matchAccepted.then'],
  action: 'network.mail.seeMatch',
})
const declined = mailOf('match_declined', {
  subject: 'network.mail.matchDeclined.subject',
  paragraphs: ['network.mail.matchDeclined.text'],
  action: 'network.mail.seeMatch',
})
const expired = mailOf('listing_expired', {
  subject: 'network.mail.listingExpired.subject',
  paragraphs: ['network.mail.listingExpired.text'],
  action: 'network.mail.seeListing',
})

export const aidMails = [found, help, wanted, accepted, declined, expired]

type Telling = { match: string; to: string; about: string; category: 'asked' | 'news' }

// The people of one member are told about the other.
async function tellMember(
  tx: Tx,
  template: typeof found,
  { match, to, about, category }: Telling,
): Promise<void> {
  await tell(tx, await peopleOfMember(tx, to), {
    template,
    about: `${match} ${to}`,
    facts: { name: await nameOf(tx, about) },
    category,
    link: `/matches/${match}`,
  })
}

type Pair = { match: string; needMember: string; offerMember: string }

const tellBoth = async (
  tx: Tx,
  template: typeof found,
  { match, needMember, offerMember }: Pair,
  category: 'asked' | 'news',
) => {
  await tellMember(tx, template, { match, to: needMember, about: offerMember, category })
  await tellMember(tx, template, { match, to: offerMember, about: needMember, category })
}

/** The program thinks that two listings fit. */
export const matchFound = (tx: Tx, pair: Pair) => tellBoth(tx, found, pair, 'news')

/** A member says that it can help, or that it needs what is offered. */
export const helpOffered = (
  tx: Tx,
  { match, owner, from, side }: { match: string; owner: string; from: string; side: Side },
) => tellMember(tx, side === 'need' ? help : wanted, { match, to: owner, about: from, category: 'asked' })

export const matchAccepted = (tx: Tx, pair: Pair) => tellBoth(tx, accepted, pair, 'asked')

export const matchDeclined = (tx: Tx, { match, by, told }: { match: string; by: string; told: string }) =>
  tellMember(tx, declined, { match, to: told, about: by, category: 'news' })

/** The last day of a listing has passed. */
export async function listingExpired(
  tx: Tx,
  { listing, membership, on }: { listing: string; membership: string; on: string },
): Promise<void> {
  await tell(tx, await peopleOfMember(tx, membership), {
    template: expired,
    about: `${listing} ${on}`,
    facts: { name: await nameOf(tx, membership), on },
    category: 'news',
    link: `/aid/${listing}`,
  })
}
