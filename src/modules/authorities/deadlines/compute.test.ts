import { expect, it } from 'vitest'
import { shippedCalendar } from './calendars/shipped.ts'
import { computeDeadline } from './compute.ts'
import { readFrom } from './read-from.ts'
import { findRule } from './rules/shipped.ts'

function due(id: string, from: string, extended = false): string {
  const rule = findRule(id)!
  const deadline = computeDeadline(rule, readFrom(from, rule)!, shippedCalendar(rule.jurisdiction), {
    extended,
  })
  if (!deadline.ok) return deadline.reason
  const { due: at } = deadline
  return at instanceof Temporal.PlainDate ? at.toString() : at.toString({ timeZoneName: 'never' })
}

// Worked out by hand from the texts, with a paper calendar.
const byRule: Record<string, [from: string, due: string, why: string][]> = {
  'ua-appeal-simple': [
    ['2026-03-02', '2026-03-17', 'fifteen days after the day of receipt'],
    ['2018-12-10', '2018-12-26', 'Christmas was a day off'],
    ['2023-12-10', '2023-12-25', 'under martial law Christmas is a working day'],
    ['2024-02-16', '2024-03-04', 'a leap day, and the end on a Saturday'],
  ],
  'ua-appeal-month': [
    ['2026-02-05', '2026-03-05', 'the same number'],
    ['2024-01-31', '2024-02-29', 'a leap year has no 31st of February'],
    ['2023-01-31', '2023-02-28', 'the last day of February'],
    ['2024-02-29', '2024-03-29', 'a leap day, same number'],
    ['2026-01-14', '2026-02-16', 'a Saturday rolls to Monday'],
    ['2021-12-01', '2022-01-04', 'New Year on a Saturday moved its day off to Monday'],
    ['2021-07-24', '2021-08-25', 'Independence Day was a day off'],
    ['2022-07-24', '2022-08-24', 'and is none under martial law'],
    ['2022-01-24', '2022-02-24', 'the first day of martial law'],
    ['2021-04-03', '2021-05-05', 'Labour Day and Easter on one weekend moved two days off'],
    ['2025-12-31', '2026-02-02', 'over the end of the year; the 31st is a Saturday'],
  ],
  'ua-appeal-return': [['2026-03-02', '2026-03-12', 'calendar days']],
  'ua-appeal-forward': [['2026-03-02', '2026-03-09', 'the fifth day is a Saturday']],
  'ua-complaint-superior': [['2026-03-31', '2026-04-30', 'April has no 31st']],
  'ua-information': [
    ['2026-03-02', '2026-03-09', 'a working week; 8 March is a Sunday'],
    ['2026-03-07', '2026-03-13', 'received on a Saturday'],
    ['2026-04-09', '2026-04-16', 'the Monday after Easter works under martial law'],
    ['2019-04-25', '2019-05-06', 'Easter Monday and 1 May were days off, 2 May no longer'],
    ['2017-04-28', '2017-05-10', '1, 2 and 9 May'],
    ['2021-12-29', '2022-01-06', 'the moved New Year'],
    ['2022-02-21', '2022-02-28', 'over the beginning of martial law'],
    ['2015-10-09', '2015-10-19', 'Defenders’ Day, a day off since that year'],
    ['2014-10-09', '2014-10-16', 'and not before'],
    ['2016-04-29', '2016-05-11', 'Easter on Labour Day moves one day off, not two; 9 May'],
  ],
  'ua-information-urgent': [
    ['2026-03-03T09:15', '2026-03-05T09:15:00+02:00', 'forty-eight hours'],
    ['2026-03-28T10:00', '2026-03-30T11:00:00+03:00', 'a weekend, and an hour that was skipped in spring'],
    ['2026-10-24T12:00', '2026-10-26T11:00:00+02:00', 'an hour that came twice in autumn'],
    ['2026-03-03T22:30:00Z', '2026-03-06T00:30:00+02:00', 'told in UTC'],
    ['2026-03-03', '2026-03-05', 'the hour is not known'],
  ],
  'ua-ombudsman-filing': [
    ['2024-02-29', '2025-02-28', 'no 29 February a year later'],
    ['2025-03-08', '2026-03-09', 'a Sunday rolls'],
  ],
  'ua-ombudsman-submission': [['2026-05-31', '2026-06-30', 'June has no 31st']],
  'ua-legal-aid': [['2026-06-22', '2026-07-06', 'ten working days; 28 June is a Sunday']],
  'ua-consultation': [['2026-06-01', '2026-06-16', 'fifteen days']],
  'ua-court': [['2025-08-31', '2026-03-02', 'the last of February is a Saturday']],
  'ua-procedure': [['2026-03-02', '2026-04-01', 'thirty calendar days']],
  'ua-procedure-ten': [['2023-12-20', '2024-01-03', 'Christmas and New Year work under martial law']],
  'pl-kpa-35': [
    ['2025-11-24', '2025-12-29', 'Christmas Eve is a day off since 2025'],
    ['2024-11-24', '2024-12-24', 'and was not in 2024'],
    ['2026-05-04', '2026-06-05', 'Corpus Christi'],
    ['2025-12-06', '2026-01-07', 'Epiphany'],
    ['2018-10-12', '2018-11-13', 'the centenary of independence, a day off that once'],
  ],
  'pl-kpa-35-complex': [
    ['2025-12-31', '2026-03-02', 'the last of February is a Saturday'],
    ['2023-12-30', '2024-02-29', 'a leap year'],
  ],
  'pl-kpa-35-appeal': [['2026-03-06', '2026-04-07', 'Easter Monday']],
  'pl-kpa-237': [['2026-01-31', '2026-03-02', 'the last of February is a Saturday']],
  'pl-kpa-244': [['2026-03-02', '2026-04-02', 'the same number']],
  'pl-kpa-231': [['2026-04-24', '2026-05-04', '1 May, a Saturday, 3 May']],
  'pl-kpa-37': [['2026-03-02', '2026-03-09', 'seven days']],
  'pl-petition': [['2025-11-30', '2026-03-02', 'the last of February is a Saturday']],
  'pl-information': [
    ['2025-12-10', '2025-12-29', 'Christmas Eve 2025 to Sunday'],
    ['2024-12-10', '2024-12-24', 'a year before it was a working day'],
    ['2026-03-20', '2026-04-03', 'Good Friday works'],
  ],
  'pl-rpo': [['2026-04-01', '2026-05-04', '1 May and a weekend']],
  'pl-court-file': [['2026-03-02', '2026-04-01', 'thirty days']],
  'eu-access': [
    ['2025-12-15', '2026-01-15', 'the end of the year is off until 2 January'],
    ['2025-04-10', '2025-05-07', 'Maundy Thursday to Easter Monday, and 1 May'],
    ['2024-04-25', '2024-05-22', '1 May, Ascension on 9 May, the Friday after, Whit Monday'],
  ],
  'eu-access-confirmatory': [['2025-07-14', '2025-08-05', '21 July']],
  'eu-access-confirm': [['2026-03-02', '2026-03-23', 'fifteen working days']],
  'eu-letter': [['2025-10-20', '2025-11-10', 'All Saints’ Day and All Souls’ Day on a weekend']],
  'eu-ombudsman': [['2024-02-29', '2026-03-02', 'two years; the last of February is a Saturday']],
  'eu-court': [['2025-12-31', '2026-03-02', 'the last of February is a Saturday']],
}

for (const [id, table] of Object.entries(byRule))
  it.each(table)(`${id} from %s ends on %s: %s`, (from, end) => {
    expect(due(id, from)).toBe(end)
  })

it.each([
  ['ua-appeal-month', '2026-01-05', '2026-02-19', 'forty-five days in all'],
  ['ua-appeal-month', '2024-01-31', '2024-03-18', 'a leap year, and the end on a Saturday'],
  ['ua-information', '2026-03-02', '2026-03-30', 'twenty working days in all'],
  ['ua-ombudsman-filing', '2024-03-01', '2026-03-02', 'two years, the end on a Sunday'],
  ['ua-procedure', '2026-03-02', '2026-04-16', 'forty-five days'],
  ['pl-information', '2026-01-31', '2026-03-31', 'two months in all'],
  ['pl-petition', '2026-01-15', '2026-07-15', 'three months more'],
  ['eu-access', '2025-04-10', '2025-06-02', 'fifteen working days more'],
  ['eu-access-confirmatory', '2026-03-02', '2026-04-16', 'over Easter'],
])('%s from %s, extended, ends on %s: %s', (id, from, end) => {
  expect(due(id, from, true)).toBe(end)
})

it.each([
  ['ua-appeal-simple', '2026-03-02', true, 'no_extension'],
  ['pl-kpa-35', '2026-03-02', true, 'extension_named'],
  ['ua-procedure', '2023-12-14', false, 'not_in_force'],
  ['pl-petition', '2035-11-30', false, 'beyond_calendar'],
  ['ua-appeal-month', '2005-01-31', false, 'before_calendar'],
  ['eu-access', '2010-12-30', false, 'before_calendar'],
])('%s from %s (extended: %s) has no date: %s', (id, from, extended, reason) => {
  expect(due(id, from, extended)).toBe(reason)
})

it('takes the day of the jurisdiction from a moment', () => {
  // Half past ten in the evening in UTC is the next day in Kyiv.
  expect(due('ua-appeal-simple', '2026-03-01T22:30:00Z')).toBe('2026-03-17')
})

it.each([
  ['2026-03-05T10', '2026-03-05T08:00:00Z'],
  ['2026-03-05 10:30', '2026-03-05T08:30:00Z'],
  ['2026-03-05T10:30:15,5+0100', '2026-03-05T09:30:15.5Z'],
  ['2026-03-05T23:59z', '2026-03-05T23:59:00Z'],
])('reads %s as the moment %s in Ukraine', (text, moment) => {
  expect(readFrom(text, { jurisdiction: 'UA' })?.toString()).toBe(moment)
})

it.each([
  ...['', '2026-02-30', '2025-02-29', '2026-13-01', '20260305', '2026-3-5', '2026-W10-1', ' 2026-03-05'],
  ...['2026-03-05T24:00', '2026-03-05T10:30[America/New_York]', '2026-03-05T10:30+05:00[Asia/Karachi]'],
  ...['2026-03-05[u-ca=hebrew]', '2026-03-05T10:30 '],
])('takes "%s" for no day and no moment', text => {
  expect(readFrom(text, { jurisdiction: 'UA' })).toBeNull()
})
