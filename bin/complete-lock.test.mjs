import { expect, test } from 'vitest'
import { missingFrom, readLock } from './complete-lock.mjs'

test('package-lock.json names the optional packages of every platform, or npm ci refuses it (run bin/complete-lock.mjs)', () => {
  const lock = readLock()
  expect(Object.keys(lock.packages).length).toBeGreaterThan(200)
  expect(missingFrom(lock)).toEqual([])
})
