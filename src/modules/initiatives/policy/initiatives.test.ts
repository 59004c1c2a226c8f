import { describe, expect, it } from 'vitest'
import { type Capacity, type Viewer, visitor } from '#platform/http/viewer.ts'
import { type InitiativeStatus, initiativeStatuses } from '../schema/initiatives.ts'
import {
  adoptingCapacities,
  canAmend,
  canCorrect,
  canDiscuss,
  canInitiate,
  canOpenDecision,
  canPublish,
  canRedact,
  canRevise,
  canWithdraw,
  canWriteDraft,
  confirmingCapacity,
  type InitiativeFace,
} from './initiatives.ts'

const acts = (membership: string, form: Capacity['form'] = 'collective'): Capacity => ({
  ...{ membership, organisation: membership, form },
  mandate: form === 'individual' ? 'self' : 'primary',
})

const person = (...capacities: Capacity[]): Viewer => ({ ...visitor, account: 'somebody', capacities })

const viewers = {
  visitor,
  coordinator: { ...person(), roles: ['coordinator'] } as Viewer,
  initiator: person(acts('owner')),
  coauthor: person(acts('coauthor')),
  declined: person(acts('declined')),
  member: person(acts('other')),
  individual: person(acts('lone', 'individual')),
  partner: person(acts('partner', 'agreement')),
}
type Who = keyof typeof viewers
const everybody = Object.keys(viewers) as Who[]
const insiders = everybody.filter(who => viewers[who].capacities.length > 0)
const others = insiders.filter(who => who !== 'initiator')

const initiative = (status: InitiativeStatus, more: Partial<InitiativeFace> = {}): InitiativeFace => ({
  ...{ status, membershipId: 'owner', withdrawn: false, adoptable: false },
  coauthors: [
    { membershipId: 'coauthor', agreedAt: null, declinedAt: null },
    { membershipId: 'declined', agreedAt: null, declinedAt: '2026-05-01T10:00:00Z' },
  ],
  ...more,
})

const allowed = (may: (viewer: Viewer) => boolean): Who[] => everybody.filter(who => may(viewers[who]))
const running: InitiativeStatus[] = ['discussion', 'decision']

describe('an initiative', () => {
  it('is begun by members and partners, and moderated by coordinators', () => {
    expect(allowed(canInitiate)).toEqual(insiders)
    expect(allowed(canRedact)).toEqual(['coordinator'])
  })

  it.each(initiativeStatuses)('that is in %s', status => {
    const runs = running.includes(status)
    const face = initiative(status)
    const expected = {
      writes: status === 'draft' ? ['initiator', 'coauthor'] : [],
      publishes: status === 'draft' ? ['initiator'] : [],
      discusses: runs ? insiders : [],
      amends: runs ? others : [],
      revises: runs ? ['initiator'] : [],
      corrects: status === 'draft' || status === 'withdrawn' ? [] : ['initiator'],
      withdraws: runs ? ['initiator'] : [],
      asks: status === 'discussion' ? ['initiator'] : [],
      adopts: [],
    }
    expect({
      writes: allowed(viewer => canWriteDraft(viewer, face)),
      publishes: allowed(viewer => canPublish(viewer, face)),
      discusses: allowed(viewer => canDiscuss(viewer, face)),
      amends: allowed(viewer => canAmend(viewer, face)),
      revises: allowed(viewer => canRevise(viewer, face)),
      corrects: allowed(viewer => canCorrect(viewer, face)),
      withdraws: allowed(viewer => canWithdraw(viewer, face)),
      asks: allowed(viewer => canOpenDecision(viewer, face)),
      adopts: allowed(viewer => adoptingCapacities(viewer, face).length > 0),
    }).toEqual(expected)
  })

  it('that was withdrawn after ballots is changed by nobody, and adopted by others while there is time', () => {
    const face = initiative('decision', { withdrawn: true, adoptable: true })
    expect(allowed(viewer => canRevise(viewer, face) || canWithdraw(viewer, face))).toEqual([])
    expect(allowed(viewer => adoptingCapacities(viewer, face).length > 0)).toEqual(others)
    const late = { ...face, adoptable: false }
    expect(allowed(viewer => adoptingCapacities(viewer, late).length > 0)).toEqual([])
  })
})

describe('a correction', () => {
  const correction = { status: 'proposed', membershipId: 'owner', mine: false } as const

  it('is confirmed by somebody of another member', () => {
    expect(allowed(viewer => confirmingCapacity(viewer, correction) !== undefined)).toEqual(others)
  })

  it('is never confirmed by who proposed it, though they act for another member too, and once answered by nobody', () => {
    const both = person(acts('owner'), acts('other'))
    expect(confirmingCapacity(both, correction)?.membership).toBe('other')
    expect(confirmingCapacity(both, { ...correction, mine: true })).toBeUndefined()
    for (const status of ['confirmed', 'refused', 'withdrawn'] as const)
      expect(confirmingCapacity(viewers.member, { ...correction, status })).toBeUndefined()
  })
})
