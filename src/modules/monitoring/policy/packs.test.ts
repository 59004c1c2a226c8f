import { expect, it } from 'vitest'
import { visitor } from '#platform/http/viewer.ts'
import type { PackStatus } from '../schema/packs.ts'
import { canConfirmPack, canDraft, canEndPack, canHandOver } from './packs.ts'

const monitor = (account: string) => ({ ...visitor, account, roles: ['monitor' as const] })
const coordinator = { ...visitor, account: 'c', roles: ['coordinator' as const] }

const mayDo = (viewer: Parameters<typeof canDraft>[0], status: PackStatus) => {
  const pack = { status, askedBy: status === 'draft' ? null : 'vera' }
  return [
    canDraft(viewer, pack) && 'draft',
    canConfirmPack(viewer, pack) && 'confirm',
    canHandOver(viewer, pack) && 'hand over',
    canEndPack(viewer, pack) && 'end',
  ]
    .filter(Boolean)
    .join(', ')
}

it.each<[PackStatus, string, string]>([
  ['draft', 'draft, end', 'draft, end'],
  ['asked', 'end', 'confirm, end'],
  ['final', 'hand over, end', 'hand over, end'],
  ['handed_over', '', ''],
  ['ended', '', ''],
])('with a pack that is %s, who asked may %s, and another monitor %s', (status, own, other) => {
  expect(mayDo(monitor('vera'), status)).toBe(own)
  expect(mayDo(monitor('ivan'), status)).toBe(other)
  expect(mayDo(coordinator, status)).toBe('')
})
