import type { Text } from '../text.ts'
import { type CalendarDay, firstYear, isWeekend, lastYear } from './calendar.ts'
import { easternEaster } from './easter.ts'

/** A public holiday as article 73 of the Labour Code had it, from the first day it was kept to the last. */
type Holiday = {
  name: Text
  on: string | { afterEaster: number }
  since?: string
  until?: string
  law?: string
}

const easter = {
  uk: 'Великдень',
  pl: 'Wielkanoc (obrządek wschodni)',
  en: 'Easter (Eastern rite)',
}
const trinity = {
  uk: 'Трійця',
  pl: 'Święto Trójcy Świętej (obrządek wschodni)',
  en: 'Trinity Sunday (Eastern rite)',
}
const labour = { uk: 'День праці', pl: 'Święto Pracy', en: 'Labour Day' }
const statehood = {
  uk: 'День Української Державності',
  pl: 'Dzień Państwowości Ukraińskiej',
  en: 'Statehood Day',
}
const defenders = {
  uk: 'День захисників і захисниць України',
  pl: 'Dzień Obrońców i Obrończyń Ukrainy',
  en: 'Defenders’ Day',
}
const christmas = { uk: 'Різдво Христове', pl: 'Boże Narodzenie', en: 'Christmas' }
const victory = {
  uk: 'День перемоги над нацизмом',
  pl: 'Dzień Zwycięstwa nad Nazizmem',
  en: 'Victory Day over Nazism',
}

const holidays: Holiday[] = [
  { name: { uk: 'Новий рік', pl: 'Nowy Rok', en: 'New Year’s Day' }, on: '01-01' },
  { name: christmas, on: '01-07', until: '2023-08-31', law: '3258-IX' },
  {
    name: { uk: 'Міжнародний жіночий день', pl: 'Międzynarodowy Dzień Kobiet', en: 'Women’s Day' },
    on: '03-08',
  },
  { name: easter, on: { afterEaster: 0 } },
  { name: trinity, on: { afterEaster: 49 } },
  { name: labour, on: '05-01' },
  { name: labour, on: '05-02', until: '2017-12-31', law: '2211-VIII' },
  { name: victory, on: '05-08', since: '2023-06-13', law: '3107-IX' },
  { name: victory, on: '05-09', until: '2023-06-12', law: '3107-IX' },
  {
    name: { uk: 'День Конституції України', pl: 'Dzień Konstytucji Ukrainy', en: 'Constitution Day' },
    on: '06-28',
  },
  { name: statehood, on: '07-28', since: '2022-06-01', until: '2023-08-31', law: '3258-IX' },
  { name: statehood, on: '07-15', since: '2023-09-01', law: '3258-IX' },
  {
    name: { uk: 'День незалежності України', pl: 'Dzień Niepodległości Ukrainy', en: 'Independence Day' },
    on: '08-24',
  },
  { name: defenders, on: '10-14', since: '2015-03-05', until: '2023-08-31', law: '238-VIII' },
  { name: defenders, on: '10-01', since: '2023-09-01', law: '3258-IX' },
  { name: christmas, on: '12-25', since: '2017-11-17', law: '2211-VIII' },
]

const labourCode = 'КЗпП, ст. 73'
const martialLaw = '2022-02-24'
const workingUnderMartialLaw = 'Закон № 2136-IX, ч. 6 ст. 6'

const dayOf = ({ on }: Holiday, year: number): Temporal.PlainDate =>
  typeof on === 'string'
    ? Temporal.PlainDate.from(`${year}-${on}`)
    : easternEaster(year).add({ days: on.afterEaster })

const isKept = ({ since, until }: Holiday, day: string) =>
  (!since || day >= since) && (!until || day <= until)

const holidayRow = (holiday: Holiday, day: string): CalendarDay => ({
  day,
  working: day >= martialLaw,
  name: holiday.name,
  source: day >= martialLaw ? workingUnderMartialLaw : [labourCode, holiday.law].filter(Boolean).join('; № '),
  // That law came into force a month after martial law: 8 March 2022 lies between the two.
  confidence: day >= martialLaw && day < '2022-03-24' ? 'from_memory' : 'text_seen',
  validFrom: day >= martialLaw ? martialLaw : (holiday.since ?? `${firstYear}-01-01`),
  validTo: day >= martialLaw ? null : (holiday.until ?? null),
})

const moved = (from: Temporal.PlainDate, name: Text): Text => ({
  uk: `вихідний, перенесений із ${from.day}.${String(from.month).padStart(2, '0')} (${name.uk})`,
  pl: `dzień wolny przeniesiony z ${from.day}.${String(from.month).padStart(2, '0')} (${name.pl})`,
  en: `day off moved from ${from.day}/${String(from.month).padStart(2, '0')} (${name.en})`,
})

// Article 67: a holiday on a day off moves that day off to the next day that is neither.
function movedDays(kept: { day: Temporal.PlainDate; name: Text }[]): CalendarDay[] {
  const taken = new Set(kept.map(({ day }) => day.toString()))
  const days: CalendarDay[] = []
  const onWeekends = kept.filter(({ day }) => isWeekend(day) && day.toString() < martialLaw)
  for (const { day, name } of onWeekends) {
    let to = day.add({ days: 1 })
    while (isWeekend(to) || taken.has(to.toString())) to = to.add({ days: 1 })
    taken.add(to.toString())
    const rest = { source: 'КЗпП, ч. 3 ст. 67', confidence: 'text_seen', validTo: '2022-02-23' } as const
    days.push({
      ...{ day: to.toString(), working: false, name: moved(day, name) },
      ...{ validFrom: `${firstYear}-01-01`, ...rest },
    })
  }
  return days
}

function year(of: number): CalendarDay[] {
  // Easter can fall on another holiday (1 May 2016): the day moves once.
  const kept = new Map<string, { day: Temporal.PlainDate; holiday: Holiday }>()
  for (const holiday of holidays) {
    const day = dayOf(holiday, of)
    if (isKept(holiday, day.toString())) kept.set(day.toString(), { day, holiday })
  }
  const sorted = [...kept.values()].sort((a, b) => Temporal.PlainDate.compare(a.day, b.day))
  const onWeekdays = sorted.filter(({ day }) => !isWeekend(day))
  return [
    ...onWeekdays.map(({ day, holiday }) => holidayRow(holiday, day.toString())),
    ...movedDays(sorted.map(({ day, holiday }) => ({ day, name: holiday.name }))),
  ]
}

/**
 * Ukraine: holidays as they were law in each year, working days while martial law lasts. The government's yearly advice to
 * move working days binds nobody and is left out.
 */
export const uaDays = (): CalendarDay[] =>
  Array.from({ length: lastYear - firstYear + 1 }, (_, n) => year(firstYear + n)).flat()
