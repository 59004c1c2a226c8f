import '../messages/index.ts'
import { expect, test } from 'vitest'
import { createI18n, locales } from '#platform/i18n/index.ts'
import { roleNames } from '../role-words.ts'
import { factorNews } from './factor-changed.ts'
import { mailTemplates } from './templates.ts'

const vaultNews = ['key-made', 'key-replaced', 'key-kept', 'passphrase-changed']
const changed = { fingerprint: '0123456789abcdef', effectiveAt: '2026-11-21T12:00:00Z' }

const sample = {
  'people.sign_in_code': [{ code: '012345', minutes: 15 }],
  'people.new_address_code': [{ code: '012345', minutes: 15 }],
  'people.address_changed': [{}],
  'people.factor_changed': factorNews.map(news => ({ news })),
  'people.act_waiting': [{}],
  'people.role_changed': roleNames.flatMap(role => [
    { role, granted: true },
    { role, granted: false },
  ]),
  'people.invitation': ['mandate', 'member', 'coordinator'].map(purpose => ({ purpose, days: 14 })),
  'people.willing_to_coordinate': [{}],
  'people.founded': [{ slug: 'common-cause' }],
  'people.vault_news': vaultNews.map(news => ({ news })),
  'people.let_in': [{}],
  'people.key_changed': [true, false].map(custodian => ({ ...changed, custodian })),
  'people.recovery_news': ['asked', 'stopped', 'completed'].map(news => ({ ...changed, news })),
} as const

test('every mail of this room has a sample', () => {
  expect(mailTemplates.map(({ key }) => key).sort()).toEqual(Object.keys(sample).sort())
})

test.each(locales)('every mail is a whole letter in %s', locale => {
  const i18n = createI18n(locale, 'Europe/Kyiv')
  for (const { key, subject, paragraphs, action } of mailTemplates) {
    for (const values of sample[key as keyof typeof sample]) {
      const texts = [subject(i18n, values), ...paragraphs(i18n, values), action?.(i18n, values) ?? 'x']
      expect(texts.length, key).toBeGreaterThan(2)
      for (const text of texts) expect(text.trim(), key).not.toBe('')
    }
  }
})

test('a code can be read in the subject, in two groups', () => {
  const template = mailTemplates.find(({ key }) => key === 'people.sign_in_code')!
  expect(template.subject(createI18n('en', 'UTC'), { code: '012345', minutes: 15 })).toContain('012 345')
})
