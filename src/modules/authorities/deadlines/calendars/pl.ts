import type { Text } from '../text.ts'
import { type CalendarDay, firstYear, isWeekend, lastYear } from './calendar.ts'
import { westernEaster } from './easter.ts'

type Holiday = {
  name: Text
  on: string | { afterEaster: number }
  since?: string
  until?: string
  law?: string
}

const holidays: Holiday[] = [
  { name: { uk: 'Новий рік', pl: 'Nowy Rok', en: 'New Year’s Day' }, on: '01-01' },
  {
    name: { uk: 'Богоявлення', pl: 'Święto Trzech Króli', en: 'Epiphany' },
    on: '01-06',
    since: '2011-01-01',
    law: 'Dz.U. 2010 nr 224 poz. 1459',
  },
  {
    name: { uk: 'Великодній понеділок', pl: 'Poniedziałek Wielkanocny', en: 'Easter Monday' },
    on: { afterEaster: 1 },
  },
  { name: { uk: 'Свято праці', pl: 'Święto Państwowe (1 maja)', en: 'Labour Day' }, on: '05-01' },
  {
    name: {
      uk: 'Свято Конституції 3 травня',
      pl: 'Święto Narodowe Trzeciego Maja',
      en: 'Constitution Day (3 May)',
    },
    on: '05-03',
  },
  { name: { uk: 'Боже Тіло', pl: 'Boże Ciało', en: 'Corpus Christi' }, on: { afterEaster: 60 } },
  {
    name: { uk: 'Внебовзяття', pl: 'Wniebowzięcie Najświętszej Maryi Panny', en: 'Assumption' },
    on: '08-15',
  },
  { name: { uk: 'День усіх святих', pl: 'Wszystkich Świętych', en: 'All Saints’ Day' }, on: '11-01' },
  {
    name: { uk: 'День незалежності', pl: 'Narodowe Święto Niepodległości', en: 'Independence Day' },
    on: '11-11',
  },
  {
    name: {
      uk: 'сторіччя відновлення незалежності',
      pl: 'Święto Narodowe z okazji Setnej Rocznicy Odzyskania Niepodległości',
      en: 'Centenary of Independence',
    },
    ...{ on: '11-12', since: '2018-11-08', until: '2018-11-12', law: 'Dz.U. 2018 poz. 2117' },
  },
  {
    name: { uk: 'Святвечір', pl: 'Wigilia Bożego Narodzenia', en: 'Christmas Eve' },
    ...{ on: '12-24', since: '2025-02-01', law: 'Dz.U. 2024 poz. 1965' },
  },
  { name: { uk: 'Різдво', pl: 'Boże Narodzenie', en: 'Christmas' }, on: '12-25' },
  {
    name: { uk: 'другий день Різдва', pl: 'drugi dzień Bożego Narodzenia', en: 'Second Day of Christmas' },
    on: '12-26',
  },
]

const act = 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1'

function row({ name, on, since, until, law }: Holiday, year: number): CalendarDay[] {
  const day =
    typeof on === 'string'
      ? Temporal.PlainDate.from(`${year}-${on}`)
      : westernEaster(year).add({ days: on.afterEaster })
  const iso = day.toString()
  if (isWeekend(day) || (since && iso < since) || (until && iso > until)) return []
  const source = [act, law].filter(Boolean).join('; ')
  const validity = { validFrom: since ?? `${firstYear}-01-01`, validTo: until ?? null }
  return [{ day: iso, working: false, name, source, confidence: 'text_seen', ...validity }]
}

/** Poland: statutory days off; Sundays and Saturdays are days off by themselves. */
export const plDays = (): CalendarDay[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, n) =>
    holidays.flatMap(holiday => row(holiday, firstYear + n)),
  ).flat()
