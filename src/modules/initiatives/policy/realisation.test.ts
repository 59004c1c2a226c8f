import { describe, expect, it } from 'vitest'
import { type Capacity, type Viewer, visitor } from '#platform/http/viewer.ts'
import { realisationStatuses } from '../schema/realisation.ts'
import {
  canAgreeToTakeover,
  canChangePledge,
  canConfirmPledge,
  canLeaveGroup,
  canPledge,
  canSeeReceipts,
  canWithdrawTakeover,
  canWork,
  couldJoin,
  couldTakeOver,
  type RealisationFace,
} from './realisation.ts'

const acting = (membership: string, form: Capacity['form'] = 'collective'): Viewer => ({
  ...visitor,
  account: `person of ${membership}`,
  capacities: [{ membership, organisation: null, form, mandate: 'primary' }],
})

const viewers = {
  visitor,
  owner: acting('owner'),
  worker: acting('worker'),
  member: acting('member'),
  partner: acting('partner', 'agreement'),
  coordinator: { ...visitor, account: 'c', roles: ['coordinator'] as const },
}
type Who = keyof typeof viewers

const face = (over: Partial<RealisationFace> = {}): RealisationFace => ({
  status: 'running',
  membershipId: 'owner',
  group: [{ membershipId: 'owner' }, { membershipId: 'worker' }],
  takeover: null,
  ...over,
})

const who = (may: (viewer: Viewer) => boolean): Who[] =>
  (Object.keys(viewers) as Who[]).filter(name => may(viewers[name]))

describe.each(realisationStatuses)('while it is %s', status => {
  const open = status === 'running' || status === 'stalled'
  const one = face({ status })

  it('the group works, everybody with a capacity pledges and joins, as long as it goes on', () => {
    expect(who(viewer => canWork(viewer, one))).toEqual(open ? ['owner', 'worker'] : [])
    expect(who(viewer => canPledge(viewer, one))).toEqual(
      open ? ['owner', 'worker', 'member', 'partner'] : [],
    )
    expect(who(viewer => couldJoin(viewer, one).length > 0)).toEqual(open ? ['member', 'partner'] : [])
    expect(who(viewer => canLeaveGroup(viewer, one, 'worker'))).toEqual(open ? ['worker'] : [])
    expect(who(viewer => canLeaveGroup(viewer, one, 'owner'))).toEqual([])
  })

  it('members with a vote take over what has stalled, and nothing else', () => {
    const stalled = status === 'stalled'
    expect(who(viewer => couldTakeOver(viewer, one).length > 0)).toEqual(stalled ? ['worker', 'member'] : [])
    const offered = face({ status, takeover: { membershipId: 'member' } })
    expect(who(viewer => couldTakeOver(viewer, offered).length > 0)).toEqual([])
    expect(who(viewer => canAgreeToTakeover(viewer, offered))).toEqual(stalled ? ['owner'] : [])
    expect(who(viewer => canWithdrawTakeover(viewer, offered))).toEqual(['member'])
  })

  it.each(['pledged', 'fulfilled', 'withdrawn'] as const)('a pledge that is %s', pledged => {
    const pledge = { status: pledged, membershipId: 'partner' }
    const changes = open && pledged === 'pledged' ? ['partner'] : []
    expect(who(viewer => canChangePledge(viewer, one, pledge))).toEqual(changes)
    const confirms = open && pledged !== 'withdrawn' ? ['owner', 'worker'] : []
    expect(who(viewer => canConfirmPledge(viewer, one, pledge))).toEqual(confirms)
    const of = (giver: string) => ({ status: pledged, membershipId: giver })
    expect(who(viewer => canConfirmPledge(viewer, one, of('worker')))).toEqual(confirms.slice(0, 1))
    const alone = face({ status, group: [{ membershipId: 'owner' }] })
    expect(who(viewer => canConfirmPledge(viewer, alone, of('owner')))).toEqual(confirms.slice(0, 1))
  })
})

it('receipts are for the people inside', () => {
  expect(who(canSeeReceipts)).toEqual(['owner', 'worker', 'member', 'partner', 'coordinator'])
})
