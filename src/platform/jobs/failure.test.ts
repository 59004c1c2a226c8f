import { DrizzleQueryError } from 'drizzle-orm/errors'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { GiveUp, NotYet } from './definition.ts'
import { failureOf } from './failure.ts'

describe('what is kept of a failure', () => {
  test('is its kind and codes, never its message', () => {
    const error = Object.assign(
      new pg.DatabaseError('Key (email)=(olena@example.org) already exists.', 0, 'error'),
      {
        code: '23505',
        constraint: 'users_email_key',
        detail: 'olena@example.org',
      },
    )
    expect(failureOf(error)).toBe('DatabaseError 23505 users_email_key')
    expect(failureOf(new DrizzleQueryError('select …', ['olena@example.org'], error))).toBe(
      'DatabaseError 23505 users_email_key',
    )
    expect(failureOf(new TypeError('olena is not a function'))).toBe('TypeError')
    expect(
      failureOf(Object.assign(new Error('550 olena@example.org'), { code: 'EENVELOPE', responseCode: 550 })),
    ).toBe('Error EENVELOPE 550')
    expect(failureOf(new GiveUp('no-template'))).toBe('no-template')
    expect(failureOf(new NotYet('mail-in-hand'))).toBe('mail-in-hand')
  })

  test('takes nothing that somebody could have put into a code', () => {
    expect(failureOf(Object.assign(new Error('x'), { code: 'olena@example.org', constraint: 'a b' }))).toBe(
      'Error',
    )
    expect(failureOf('olena@example.org')).toBe('Error')
    expect(failureOf(null)).toBe('Error')
    expect(failureOf(Object.assign(new Error('x'), { name: 'Olena Kovalenko' }))).toBe('Error')
  })
})
