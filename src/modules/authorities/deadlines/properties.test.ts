import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createI18n, locales } from '#platform/i18n/index.ts'
import { type Calendar, calendarOf, isWorking, zones } from './calendars/calendar.ts'
import { shippedCalendar } from './calendars/shipped.ts'
import { computeDeadline, type Deadline, type Due, type From } from './compute.ts'
import { stepText } from './proof-words.ts'
import type { Rule } from './rules/rule.ts'
import { rules } from './rules/shipped.ts'

const first = Temporal.PlainDate.from('2024-01-01')
const days = fc.integer({ min: 0, max: 2500 }).map(n => first.add({ days: n }))
const moments = fc
  .integer({ min: 0, max: 2500 * 24 * 60 })
  .map(n => Temporal.Instant.from('2024-01-01T00:00Z').add({ minutes: n }))
const anyRule = fc.constantFrom(...rules)
const extendable = rules.filter(({ extension }) => extension && extension.how !== 'named')

const compute = (rule: Rule, from: From, extended = false, calendar?: Calendar): Deadline =>
  computeDeadline(rule, from, calendar ?? shippedCalendar(rule.jurisdiction), { extended })

function dueOf(deadline: Deadline): Due {
  if (!deadline.ok) throw new Error(deadline.reason)
  return deadline.due
}

const dueDay = (deadline: Deadline): Temporal.PlainDate => {
  const due = dueOf(deadline)
  return due instanceof Temporal.PlainDate ? due : due.toPlainDate()
}

const before = Temporal.PlainDate.compare

it('no period ends before it begins, and each ends after its first day', () => {
  fc.assert(
    fc.property(anyRule, days, (rule, from) => {
      expect(before(dueDay(compute(rule, from)), from)).toBe(1)
    }),
  )
})

it('who receives later need not answer earlier', () => {
  fc.assert(
    fc.property(anyRule, days, fc.integer({ min: 0, max: 40 }), (rule, from, later) => {
      const then = from.add({ days: later })
      expect(before(dueDay(compute(rule, then)), dueDay(compute(rule, from)))).toBeGreaterThanOrEqual(0)
    }),
  )
})

it('an hour later is an hour later, over every change of the clocks', () => {
  const hourly = rules.filter(({ length }) => length.unit === 'hour')
  fc.assert(
    fc.property(fc.constantFrom(...hourly), moments, (rule, from) => {
      const due = dueOf(compute(rule, from)) as Temporal.ZonedDateTime
      expect(due.toInstant().since(from).total('hours')).toBe(rule.length.count)
      expect(due.timeZoneId).toBe(zones[rule.jurisdiction])
    }),
  )
})

it('the same rule, start and calendar give the same date and proof', () => {
  fc.assert(
    fc.property(anyRule, days, (rule, from) => {
      const calendar = shippedCalendar(rule.jurisdiction)
      const again = calendarOf(calendar.jurisdiction, calendar.version, [...calendar.days.values()])
      expect(JSON.stringify(compute(rule, from, false, again))).toBe(JSON.stringify(compute(rule, from)))
    }),
  )
})

it('an extension never ends before the period itself, nor after its cap but for days off', () => {
  fc.assert(
    fc.property(fc.constantFrom(...extendable), days, (rule, from) => {
      const longer = dueDay(compute(rule, from, true))
      expect(before(longer, dueDay(compute(rule, from)))).toBeGreaterThanOrEqual(0)
      const { extension } = rule
      if (extension?.how !== 'total' || extension.length.unit === 'working_day') return
      const { count, unit } = extension.length
      const cap = from.add({ [`${unit}s`]: count })
      const calendar = shippedCalendar(rule.jurisdiction)
      for (let at = cap; before(at, longer) < 0; at = at.add({ days: 1 }))
        expect(isWorking(calendar, at)).toBe(false)
    }),
  )
})

it('no period that rolls ends on a Saturday or Sunday', () => {
  fc.assert(
    fc.property(
      anyRule.filter(({ length }) => length.unit !== 'hour'),
      days,
      (rule, from) => {
        expect(dueDay(compute(rule, from)).dayOfWeek).toBeLessThan(6)
      },
    ),
  )
})

it('every step of every proof is a sentence in three languages', () => {
  fc.assert(
    fc.property(anyRule, days, fc.constantFrom(...locales), (rule, from, locale) => {
      const deadline = compute(rule, from)
      if (!deadline.ok) throw new Error(deadline.reason)
      const i18n = createI18n(locale, 'UTC')
      for (const step of deadline.steps) expect(stepText(i18n, rule, step)).toMatch(/^.+[^{}]\.$/)
    }),
  )
})
