import { describe, expect, test } from 'vitest'
import { type Viewer, visitor } from '#platform/http/viewer.ts'
import {
  type ActFace,
  canDecideAct,
  canWithdrawAct,
  canWithdrawInvitation,
  isInvitationOpen,
  type SecondPersonProblem,
  secondPersonProblem,
  seesInvitations,
  seesRoles,
  settlesUmbrella,
  takesPartInActs,
} from './policy.ts'
import type { ActStatus } from './schema/people.ts'

const capacity = (membership: string, form: 'collective' | 'individual' | 'agreement' = 'collective') => ({
  membership,
  organisation: null,
  form,
  mandate: 'primary' as const,
})

const person = (account: string, over: Partial<Viewer> = {}): Viewer => ({ ...visitor, account, ...over })

const viewers = {
  visitor,
  stranger: person('stranger'),
  representative: person('representative', { capacities: [capacity('a')] }),
  partner: person('partner', { capacities: [capacity('p', 'agreement')] }),
  administrator: person('administrator', { administrator: true }),
  monitor: person('monitor', { roles: ['monitor'] }),
  proposer: person('proposer', { roles: ['coordinator'], capacities: [capacity('a')] }),
  colleague: person('colleague', { roles: ['coordinator'], capacities: [capacity('a'), capacity('b')] }),
  second: person('second', { roles: ['coordinator'], capacities: [capacity('b')] }),
  unattached: person('unattached', { roles: ['coordinator'] }),
  subject: person('subject', { roles: ['coordinator'], capacities: [capacity('c')] }),
} satisfies Record<string, Viewer>

const names = Object.keys(viewers) as (keyof typeof viewers)[]

describe('pages', () => {
  const rows: [string, (viewer: Viewer) => boolean, (keyof typeof viewers)[]][] = [
    ['roles', seesRoles, ['representative', 'proposer', 'colleague', 'second', 'unattached', 'subject']],
    ['two-person acts', takesPartInActs, ['proposer', 'colleague', 'second', 'unattached', 'subject']],
    ['invitations', seesInvitations, ['proposer', 'colleague', 'second', 'unattached', 'subject']],
    ['the first page', settlesUmbrella, ['proposer', 'colleague', 'second', 'unattached', 'subject']],
  ]

  test.each(rows)('%s open to exactly those whom they concern', (_page, holds, expected) => {
    expect(names.filter(name => holds(viewers[name]))).toEqual(expected)
  })
})

const act = (over: Partial<ActFace> = {}): ActFace => ({
  kind: 'people.grant_role',
  subjectId: 'subject',
  status: 'proposed',
  proposedBy: 'proposer',
  proposerMembers: ['a'],
  ...over,
})

describe('the second person of an act', () => {
  const rows: [keyof typeof viewers, SecondPersonProblem | null][] = [
    ['visitor', 'outsider'],
    ['stranger', 'outsider'],
    ['representative', 'outsider'],
    ['partner', 'outsider'],
    ['administrator', 'outsider'],
    ['monitor', 'outsider'],
    ['proposer', 'proposer'],
    ['colleague', 'same-member'],
    ['second', null],
    ['unattached', null],
    ['subject', 'own-role'],
  ]

  test.each(rows)('%s: %s', (name, problem) => {
    expect(secondPersonProblem(viewers[name], act())).toBe(problem)
    expect(canDecideAct(viewers[name], act())).toBe(problem === null)
  })

  test('may be the one whose role is taken', () => {
    expect(canDecideAct(viewers.subject, act({ kind: 'people.revoke_role' }))).toBe(true)
  })

  test('only has to be another person where the proposer acts for no member', () => {
    expect(canDecideAct(viewers.colleague, act({ proposerMembers: [] }))).toBe(true)
    expect(canDecideAct(viewers.proposer, act({ proposerMembers: [] }))).toBe(false)
  })

  test.each<ActStatus>(['confirmed', 'refused', 'withdrawn'])('comes too late when the act is %s', status => {
    expect(names.filter(name => canDecideAct(viewers[name], act({ status })))).toEqual([])
  })
})

describe('taking an act back', () => {
  test('is for its proposer, while it is open', () => {
    expect(names.filter(name => canWithdrawAct(viewers[name], act()))).toEqual(['proposer'])
    for (const status of ['confirmed', 'refused', 'withdrawn'] as const) {
      expect(names.filter(name => canWithdrawAct(viewers[name], act({ status })))).toEqual([])
    }
  })
})

describe('an invitation', () => {
  const open = { acceptedAt: null, withdrawnAt: null, expired: false, invitedBy: 'representative' }
  const closed = [{ acceptedAt: new Date() }, { withdrawnAt: new Date() }, { expired: true }]

  test('is open until it is accepted, withdrawn or expired', () => {
    expect(isInvitationOpen(open)).toBe(true)
    expect(closed.map(over => isInvitationOpen({ ...open, ...over }))).toEqual([false, false, false])
  })

  test('is taken back by who sent it, or by coordinators', () => {
    expect(names.filter(name => canWithdrawInvitation(viewers[name], open))).toEqual([
      'representative',
      'proposer',
      'colleague',
      'second',
      'unattached',
      'subject',
    ])
    for (const over of closed) {
      expect(names.filter(name => canWithdrawInvitation(viewers[name], { ...open, ...over }))).toEqual([])
    }
  })
})
