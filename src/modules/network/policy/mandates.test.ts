import { describe, expect, test } from 'vitest'
import { type Viewer, visitor } from '#platform/http/viewer.ts'
import type { MandateStatus, MembershipStatus } from '../schema/memberships.ts'
import {
  canEndMandate,
  canProposeEndOfMandate,
  canProposeMandate,
  canRefuseMandate,
  canSeeMandate,
  confirmsAs,
  type MandateFace,
  type MemberFace,
  type Standing,
} from './mandates.ts'
import { canActOnMembership, canLeave, canSeeMembership } from './memberships.ts'

const acting = [
  { membership: 'another', organisation: null, form: 'collective' as const, mandate: 'primary' as const },
]
const person = (account: string, over: Partial<Viewer> = {}): Viewer => ({ ...visitor, account, ...over })

/** Who looks, and how they stand for the member today. */
const people: Record<string, { viewer: Viewer; standing: Standing }> = {
  visitor: { viewer: visitor, standing: null },
  holder: { viewer: person('holder'), standing: null },
  proposer: { viewer: person('proposer'), standing: 'primary' },
  primary: { viewer: person('primary'), standing: 'primary' },
  deputy: { viewer: person('deputy'), standing: 'deputy' },
  coordinator: { viewer: person('coordinator', { roles: ['coordinator'] }), standing: null },
  'coordinator of the member': { viewer: person('both', { roles: ['coordinator'] }), standing: 'deputy' },
  'other member': { viewer: person('other', { capacities: acting }), standing: null },
  administrator: { viewer: person('administrator', { administrator: true }), standing: null },
}

type Case = { member?: Partial<MemberFace>; mandate?: Partial<MandateFace & { inForce: boolean }> }
type Rule = (viewer: Viewer, member: MemberFace, mandate: MandateFace & { inForce: boolean }) => unknown

function who(rule: Rule, { member = {}, mandate = {} }: Case = {}): string[] {
  return Object.entries(people)
    .filter(([, { viewer, standing }]) =>
      rule(
        viewer,
        { form: 'collective', status: 'active', standing, ...member },
        {
          status: 'proposed',
          personId: 'holder',
          proposedBy: 'proposer',
          seconds: 2,
          inForce: false,
          ...mandate,
        },
      ),
    )
    .map(([name]) => name)
}

const own = ['proposer', 'primary', 'deputy', 'coordinator of the member']
const closed: MandateStatus[] = ['confirmed', 'refused', 'ended']

describe('a mandate', () => {
  test('is proposed by the member’s own people or a coordinator, for organisations that are still members', () => {
    expect(who(canProposeMandate)).toEqual([
      'proposer',
      'primary',
      'deputy',
      'coordinator',
      'coordinator of the member',
    ])
    expect(who(canProposeMandate, { member: { status: 'ended' } })).toEqual([])
    expect(who(canProposeMandate, { member: { form: 'individual' } })).toEqual([])
  })

  test('is confirmed by another representative; by a coordinator only when there is none', () => {
    const as = (how: 'member' | 'coordinator', seconds: number) =>
      who((viewer, member, mandate) => confirmsAs(viewer, member, mandate) === how, { mandate: { seconds } })
    expect(as('member', 2)).toEqual(['primary', 'deputy', 'coordinator of the member'])
    expect(as('coordinator', 2)).toEqual([])
    expect(as('coordinator', 0)).toEqual(['coordinator'])
  })

  test.each(closed)('is not confirmed or refused when it is %s', status => {
    expect(who(confirmsAs, { mandate: { status, seconds: 0 } })).toEqual([])
    expect(who(canRefuseMandate, { mandate: { status } })).toEqual([])
  })

  test('is refused by who could confirm it, declined by its holder, taken back by its proposer', () => {
    expect(who(canRefuseMandate)).toEqual([
      'holder',
      'proposer',
      'primary',
      'deputy',
      'coordinator of the member',
    ])
    expect(who(canRefuseMandate, { mandate: { seconds: 0 } })).toContain('coordinator')
  })

  test('is ended by its holder or the member’s people; a coordinator from outside proposes that', () => {
    const mandate = { status: 'confirmed' as const, inForce: true }
    expect(who(canEndMandate, { mandate })).toEqual(['holder', ...own])
    expect(who(canProposeEndOfMandate, { mandate })).toEqual(['coordinator'])
    expect(who(canEndMandate)).toEqual([])
  })

  test('is seen by everybody inside while it holds, otherwise by those whom it concerns', () => {
    expect(who(canSeeMandate, { mandate: { inForce: true } })).toContain('other member')
    expect(who(canSeeMandate)).toEqual([
      'holder',
      ...own.slice(0, 3),
      'coordinator',
      'coordinator of the member',
    ])
  })
})

describe('a membership', () => {
  const states: MembershipStatus[] = ['active', 'suspended', 'ended']

  test.each(states)('is seen inside, and by its own people, when it is %s', status => {
    expect(who(canSeeMembership, { member: { status } })).toEqual([
      'proposer',
      'primary',
      'deputy',
      'coordinator',
      'coordinator of the member',
      'other member',
    ])
  })

  test.each(states)('is left by the primary representative alone, unless it has ended (%s)', status => {
    expect(who(canLeave, { member: { status } })).toEqual(status === 'ended' ? [] : ['proposer', 'primary'])
  })

  test.each(states)('is acted on by coordinators who do not act for it (%s)', status => {
    expect(who(canActOnMembership, { member: { status } })).toEqual(status === 'ended' ? [] : ['coordinator'])
  })

  test('of an individual is left by the individual', () => {
    expect(who(canLeave, { member: { form: 'individual', standing: 'self' } })).toHaveLength(
      Object.keys(people).length,
    )
  })
})
