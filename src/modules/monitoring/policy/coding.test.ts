import { expect, it } from 'vitest'
import { visitor } from '#platform/http/viewer.ts'
import { type CodingStanding, canCode, canCompare, canTakeAlone } from './coding.ts'
import { isMonitor } from './monitors.ts'

it('who monitors is who holds the role; no other role stands for it', () => {
  const holds = (role: 'monitor' | 'coordinator' | 'lawyer' | 'operator' | 'officer') =>
    isMonitor({ ...visitor, account: 'a', roles: [role] })
  expect([
    holds('monitor'),
    holds('coordinator'),
    holds('lawyer'),
    holds('operator'),
    holds('officer'),
  ]).toEqual([true, false, false, false, false])
  expect(isMonitor({ ...visitor, administrator: true })).toBe(false)
})

type Row = [begun: number, done: number, mine: CodingStanding['mine'], coded: boolean, may: string]

it.each<Row>([
  [0, 0, 'none', false, 'code'],
  [0, 0, 'none', true, ''],
  [1, 0, 'none', false, 'code'],
  [1, 0, 'open', false, 'code'],
  [1, 1, 'none', false, 'code'],
  [1, 1, 'none', true, ''],
  [1, 1, 'done', false, 'take'],
  [2, 0, 'none', false, ''],
  [2, 0, 'open', false, 'code'],
  [2, 1, 'done', false, ''],
  [2, 1, 'open', true, 'code'],
  [2, 2, 'done', false, 'compare'],
  [2, 2, 'none', true, 'compare'],
])('%i begun, %i done, mine %s, coded %s: may %s', (begun, done, mine, coded, may) => {
  const standing = { begun, done, mine, coded }
  const able = [
    canCode(standing) && 'code',
    canTakeAlone(standing) && 'take',
    canCompare(standing) && 'compare',
  ].filter(Boolean)
  expect(able.join(' ')).toBe(may)
})
