import { describe, expect, test } from 'vitest'
import '../messages/index.ts'
import { createI18n, locales } from '#platform/i18n/index.ts'
import { applicationMails } from './applications.ts'
import { mandateMails } from './mandates.ts'
import { membershipMails } from './memberships.ts'
import { objectionMails } from './objections.ts'
import type { MailFacts } from './words.ts'

const facts: MailFacts = {
  name: { uk: 'Рада', pl: 'Rada', en: 'Council' },
  member: { uk: 'Товариство', pl: 'Towarzystwo', en: 'Society' },
  person: 'Anna',
  until: '2026-03-15T22:00:00Z',
  on: '2026-04-01',
  days: 7,
}
const templates = [...applicationMails, ...objectionMails, ...membershipMails, ...mandateMails]

describe('the mails of admission, membership and mandates', () => {
  test('have keys of their own', () => {
    expect(new Set(templates.map(({ key }) => key)).size).toBe(templates.length)
  })

  test.each(templates.map(template => [template.key, template] as const))(
    '%s speaks three languages',
    (_key, template) => {
      const texts = locales.map(locale => {
        const i18n = createI18n(locale, 'Europe/Kyiv')
        const name = i18n.text(facts.name).value
        const text = [template.subject(i18n, facts), ...template.paragraphs(i18n, facts)].join('\n')
        expect(text).toContain(name)
        expect(text).not.toMatch(/[{}]|undefined|null|Invalid/)
        expect(template.action?.(i18n, facts)).toBeTruthy()
        return text
      })
      expect(new Set(texts).size).toBe(locales.length)
    },
  )

  test('name the last whole day of a period, not the midnight after it', () => {
    const published = applicationMails.find(({ key }) => key === 'network.application_published')!
    const text = published.paragraphs(createI18n('en', 'Europe/Kyiv'), facts).join(' ')
    expect(text).toContain('15 March 2026')
  })

  test('do without what was not given', () => {
    const i18n = createI18n('pl', 'Europe/Warsaw')
    for (const template of templates) {
      expect(() => [template.subject(i18n, {}), template.paragraphs(i18n, {})]).not.toThrow()
    }
  })
})
