import { describe, expect, test } from 'vitest'
import type { Capacity, Role, Viewer } from '#platform/http/viewer.ts'
import type { DecisionStatus } from '../schema/decisions.ts'
import {
  canBack,
  canCancel,
  canEnterVotes,
  canExtend,
  canSeeDecision,
  canSettle,
  canSupport,
  canVote,
  type DecisionFace,
} from './decisions.ts'

const acting = (...forms: Capacity['form'][]): Capacity[] =>
  forms.map(form => ({ membership: form, organisation: null, form, mandate: 'primary' }))
const who = (capacities: Capacity[], ...roles: Role[]): Viewer => ({
  ...{ session: null, account: 'somebody', roles, capacities, administrator: false },
})
const viewers = {
  visitor: { ...who([]), account: null },
  member: who(acting('collective')),
  individual: who(acting('individual')),
  partner: who(acting('agreement')),
  coordinator: who([], 'coordinator'),
  'coordinator of a member': who(acting('collective'), 'coordinator'),
}
type Who = keyof typeof viewers

const faces: Record<string, DecisionFace> = {
  open: { status: 'open', secret: false, over: false, extended: false },
  'open, over': { status: 'open', secret: false, over: true, extended: false },
  extended: { status: 'open', secret: false, over: false, extended: true },
  countdown: { status: 'countdown', secret: false, over: false, extended: false },
  secret: { status: 'open', secret: true, over: false, extended: false },
  ...Object.fromEntries(
    (['sealed', 'void', 'cancelled', 'withdrawn'] satisfies DecisionStatus[]).map(status => [
      status,
      { status, secret: false, over: true, extended: false },
    ]),
  ),
}

const votersOf: Who[] = ['member', 'individual', 'coordinator of a member']
const secretariat: Who[] = ['coordinator', 'coordinator of a member']

/** Who may, by state; nobody elsewhere. */
const table: Record<string, [(viewer: Viewer, face: DecisionFace) => boolean, Record<string, Who[]>]> = {
  vote: [canVote, { open: votersOf, extended: votersOf, countdown: votersOf }],
  support: [canSupport, { open: ['partner'], extended: ['partner'], countdown: ['partner'] }],
  'enter votes': [canEnterVotes, { open: secretariat, extended: secretariat, countdown: secretariat }],
  extend: [canExtend, { open: secretariat, countdown: secretariat, secret: secretariat }],
  cancel: [
    canCancel,
    {
      ...{ open: secretariat, 'open, over': secretariat, extended: secretariat },
      ...{ countdown: secretariat, secret: secretariat },
    },
  ],
  'ask again': [canBack, { sealed: votersOf }],
  'settle a doubt': [
    (viewer, face) => canSettle(viewer, face, { settled: false }),
    {
      ...{ open: secretariat, 'open, over': secretariat, extended: secretariat },
      ...{ countdown: secretariat, secret: secretariat },
    },
  ],
  'settle a settled doubt': [(viewer, face) => canSettle(viewer, face, { settled: true }), {}],
}

describe.each(Object.entries(table))('who may %s', (_what, [may, allowed]) => {
  test.each(Object.keys(faces))('when it is %s', state => {
    const found = (Object.keys(viewers) as Who[]).filter(name => may(viewers[name], faces[state]!))
    expect(found).toEqual(allowed[state] ?? [])
  })
})

test('personal matters are seen by members and the secretariat, everything else by everybody', () => {
  const sees = (secret: boolean) =>
    (Object.keys(viewers) as Who[]).filter(name => canSeeDecision(viewers[name], { secret }))
  expect(sees(false)).toEqual(Object.keys(viewers))
  expect(sees(true)).toEqual(['member', 'individual', 'coordinator', 'coordinator of a member'])
})
