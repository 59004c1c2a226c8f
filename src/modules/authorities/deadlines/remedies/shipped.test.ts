import { expect, it } from 'vitest'
import { findRule, rules } from '../rules/shipped.ts'
import { remedies, remediesAfter, remedyDraft } from './shipped.ts'

it('every remedy follows rules that there are, and has a clock that there is or none', () => {
  for (const { id, after, clock } of remedies) {
    expect(
      after.filter(rule => !findRule(rule)),
      id,
    ).toEqual([])
    expect(clock === null || findRule(clock)?.who === 'sender', id).toBe(true)
  }
})

it('a body that does not answer can always be gone on from', () => {
  const answers = rules.filter(({ id }) =>
    /-(appeal-month|information|petition|access|letter|237|244|35)$/.test(id),
  )
  expect(answers.length).toBeGreaterThan(7)
  for (const { id } of answers) expect(remediesAfter(id).length, id).toBeGreaterThan(0)
})

it('a draft has its title, grounds and proposals in every language', () => {
  for (const { id, draft } of remedies) {
    const begun = remedyDraft(id)
    expect(begun === null, id).toBe(draft === null)
    for (const locale of ['uk', 'pl', 'en'] as const) {
      if (!begun) continue
      expect(begun.title[locale], id).not.toBe('')
      expect(begun.grounds[locale].length, id).toBeGreaterThan(0)
      expect(
        begun.proposals[locale].every(text => text.endsWith('.')),
        id,
      ).toBe(true)
    }
  }
})

it('there is no draft of what does not exist', () => expect(remedyDraft('moon-court')).toBeNull())
