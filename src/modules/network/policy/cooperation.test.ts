import { describe, expect, it } from 'vitest'
import { type Capacity, type Viewer, visitor } from '#platform/http/viewer.ts'
import * as agreements from './agreements.ts'
import * as aid from './aid.ts'
import * as posts from './posts.ts'

const capacity = (membership: string, form: Capacity['form'] = 'collective'): Capacity => ({
  membership,
  organisation: `organisation of ${membership}`,
  form,
  mandate: 'primary',
})

const person = (account: string, over: Partial<Viewer> = {}): Viewer => ({ ...visitor, account, ...over })

const viewers = {
  visitor,
  stranger: person('stranger'),
  member: person('member', { capacities: [capacity('m')] }),
  partner: person('partner', { capacities: [capacity('p', 'agreement')] }),
  otherPartner: person('other', { capacities: [capacity('q', 'agreement')] }),
  coordinator: person('coordinator', { roles: ['coordinator'] }),
  second: person('second', { roles: ['coordinator'], capacities: [capacity('m')] }),
  both: person('both', { roles: ['coordinator'], capacities: [capacity('p', 'agreement')] }),
}
type Who = keyof typeof viewers

const who = (may: (viewer: Viewer) => unknown): Who[] =>
  (Object.keys(viewers) as Who[]).filter(name => may(viewers[name]))

const agreement: agreements.AgreementFace = {
  membershipId: 'p',
  status: 'proposed',
  proposedAs: 'umbrella',
  proposedBy: 'coordinator',
  documentPublic: false,
  represented: true,
  renewed: false,
}

describe('an agreement', () => {
  it('is recorded for the coalition by coordinators and for the partner by its own people', () => {
    const sides = Object.entries(viewers).map(([name, viewer]) => [name, agreements.proposesAs(viewer, 'p')])
    expect(Object.fromEntries(sides)).toEqual({
      visitor: null,
      stranger: null,
      member: null,
      partner: 'partner',
      otherPartner: null,
      coordinator: 'umbrella',
      second: 'umbrella',
      both: 'partner',
    })
  })

  it.each([
    ['of the coalition, where the partner has people', {}, ['partner', 'both']],
    ['of the coalition, where it has none', { represented: false }, ['partner', 'second', 'both']],
    ['of the partner', { proposedAs: 'partner', proposedBy: 'partner' }, ['coordinator', 'second']],
    ['that is confirmed', { status: 'confirmed' }, []],
    ['that is refused', { status: 'refused' }, []],
  ] as const)('%s is answered by the other side alone, never by who recorded it', (_what, over, expected) => {
    expect(who(viewer => agreements.answersAs(viewer, { ...agreement, ...over }))).toEqual(expected)
  })

  it.each([
    ['proposed', ['coordinator', 'second', 'both'], []],
    ['confirmed', [], ['partner', 'coordinator', 'second', 'both']],
    ['ended', [], []],
  ] as const)('%s can be withdrawn or ended', (status, withdraw, end) => {
    const face = { ...agreement, status }
    expect(who(viewer => agreements.canWithdrawAgreement(viewer, face))).toEqual(withdraw)
    expect(who(viewer => agreements.canEndAgreement(viewer, face))).toEqual(end)
    expect(who(viewer => agreements.canRenewAgreement(viewer, face))).toEqual(end)
    expect(who(viewer => agreements.canRenewAgreement(viewer, { ...face, renewed: true }))).toEqual([])
  })

  it('is seen by everybody once it is in force; its document by those inside unless it is public', () => {
    const inside: Who[] = ['member', 'partner', 'otherPartner', 'coordinator', 'second', 'both']
    const inForce = { ...agreement, status: 'confirmed' } as const
    expect(who(viewer => agreements.canSeeAgreement(viewer, agreement))).toEqual(inside)
    expect(who(viewer => agreements.canSeeAgreement(viewer, inForce))).toEqual(Object.keys(viewers))
    expect(who(viewer => agreements.canSeeDocument(viewer, inForce))).toEqual(inside)
    expect(who(viewer => agreements.canSeeDocument(viewer, { ...inForce, documentPublic: true }))).toEqual(
      Object.keys(viewers),
    )
    expect(who(viewer => agreements.canSeeDocument(viewer, { ...agreement, documentPublic: true }))).toEqual(
      inside,
    )
  })
})

const post: posts.PostFace = { closedOn: null, holder: 'member', taken: true, proposed: false, asked: false }

describe('a post', () => {
  const coordinators: Who[] = ['coordinator', 'second', 'both']

  it.each([
    ['held', {}, coordinators, coordinators, []],
    ['vacant', { holder: null, taken: false }, coordinators, coordinators, coordinators],
    ['waiting for the second coordinator', { proposed: true }, coordinators, [], []],
    ['waiting for the members', { taken: false, asked: true }, coordinators, [], []],
    ['closed', { closedOn: '2024-01-01', holder: null, taken: false }, [], [], []],
  ] as const)('that is %s is kept by coordinators', (_what, over, change, propose, close) => {
    const face = { ...post, ...over }
    expect(who(viewer => posts.canChangePost(viewer, face))).toEqual(change)
    expect(who(viewer => posts.canProposeHolder(viewer, face))).toEqual(propose)
    expect(who(viewer => posts.canClosePost(viewer, face))).toEqual(close)
  })

  it('about which the members are asked is withdrawn by the person and by whoever proposed them', () => {
    const asked: posts.AppointmentFace = { status: 'asked', personId: 'partner', proposedBy: 'second' }
    expect(who(posts.seesAppointments)).toEqual(['member', 'coordinator', 'second', 'both'])
    expect(who(viewer => posts.canWithdrawAppointment(viewer, asked))).toEqual(['partner', 'second'])
    expect(who(viewer => posts.canWithdrawAppointment(viewer, { ...asked, status: 'withdrawn' }))).toEqual([])
  })

  it('is laid down by its holder, and read in its notes by those who held it', () => {
    expect(who(viewer => posts.holdsPost(viewer, post))).toEqual(['member'])
    expect(who(viewer => posts.holdsPost(viewer, { ...post, holder: null }))).toEqual([])
    const terms = [{ personId: 'member' }, { personId: 'partner' }]
    expect(who(viewer => posts.heldPost(viewer, { terms }))).toEqual(['member', 'partner'])
  })
})

const listing: aid.ListingFace = { membershipId: 'm', status: 'open' }

describe('a need or offer', () => {
  it.each([
    ['open', ['member', 'second'], [], ['partner', 'otherPartner', 'both']],
    ['closed', [], ['member', 'second'], []],
    ['expired', [], ['member', 'second'], []],
  ] as const)('that is %s is changed, reopened and answered', (status, edit, reopen, respond) => {
    const face = { ...listing, status }
    expect(who(viewer => aid.canEditListing(viewer, face))).toEqual(edit)
    expect(who(viewer => aid.canReopenListing(viewer, face))).toEqual(reopen)
    expect(who(viewer => aid.respondingCapacities(viewer, face).length > 0)).toEqual(respond)
  })

  it('is posted by who acts for a member or partner', () => {
    expect(who(aid.canPostListings)).toEqual(['member', 'partner', 'otherPartner', 'second', 'both'])
  })
})

const match: aid.MatchFace = {
  needMembership: 'm',
  offerMembership: 'p',
  needAnswer: null,
  offerAnswer: 'accepted',
  status: 'open',
}

describe('a match', () => {
  it('is seen by its two sides and nobody else, coordinators neither', () => {
    expect(who(viewer => aid.canSeeMatch(viewer, match))).toEqual(['member', 'partner', 'second', 'both'])
  })

  it.each([
    ['that waits for the need', {}, ['member', 'second'], []],
    [
      'that both accepted',
      { needAnswer: 'accepted', status: 'accepted' },
      [],
      ['member', 'partner', 'second', 'both'],
    ],
    ['that was declined', { needAnswer: 'declined', status: 'declined' }, [], []],
    ['that is closed', { needAnswer: 'accepted', status: 'closed' }, [], []],
  ] as const)('%s is answered and closed', (_what, over, answer, close) => {
    const face = { ...match, ...over }
    expect(who(viewer => aid.answersFor(viewer, face))).toEqual(answer)
    expect(who(viewer => aid.canCloseMatch(viewer, face))).toEqual(close)
  })

  it('is answered for both sides, one after the other, by who acts for both', () => {
    const viewer = person('x', { capacities: [capacity('m'), capacity('p')] })
    expect(aid.answersFor(viewer, { ...match, offerAnswer: null })).toBe('need')
    expect(aid.answersFor(viewer, { ...match, needAnswer: 'accepted', offerAnswer: null })).toBe('offer')
  })
})
