import type { Text } from '../text.ts'
import { type CalendarDay, firstYear, isWeekend, lastYear } from './calendar.ts'
import { westernEaster } from './easter.ts'

type Holiday = { name: Text; on: string | { afterEaster: number } }

const endOfYear: Text = { uk: 'кінець року', pl: 'dni na koniec roku', en: 'end-of-year days' }

const holidays: Holiday[] = [
  { name: { uk: 'Новий рік', pl: 'Nowy Rok', en: 'New Year’s Day' }, on: '01-01' },
  {
    name: { uk: 'день після Нового року', pl: 'dzień po Nowym Roku', en: 'day after New Year’s Day' },
    on: '01-02',
  },
  {
    name: { uk: 'Чистий четвер', pl: 'Wielki Czwartek', en: 'Maundy Thursday' },
    on: { afterEaster: -3 },
  },
  { name: { uk: 'Страсна п’ятниця', pl: 'Wielki Piątek', en: 'Good Friday' }, on: { afterEaster: -2 } },
  {
    name: { uk: 'Великодній понеділок', pl: 'Poniedziałek Wielkanocny', en: 'Easter Monday' },
    on: { afterEaster: 1 },
  },
  { name: { uk: 'Свято праці', pl: 'Święto Pracy', en: 'Labour Day' }, on: '05-01' },
  { name: { uk: 'День Європи', pl: 'Dzień Europy', en: 'Europe Day' }, on: '05-09' },
  { name: { uk: 'Вознесіння', pl: 'Wniebowstąpienie', en: 'Ascension Day' }, on: { afterEaster: 39 } },
  {
    name: {
      uk: 'п’ятниця після Вознесіння',
      pl: 'piątek po Wniebowstąpieniu',
      en: 'Friday after Ascension Day',
    },
    on: { afterEaster: 40 },
  },
  {
    name: { uk: 'понеділок після П’ятдесятниці', pl: 'Poniedziałek Zielonych Świąt', en: 'Whit Monday' },
    on: { afterEaster: 50 },
  },
  {
    name: { uk: 'національне свято Бельгії', pl: 'święto narodowe Belgii', en: 'Belgian National Day' },
    on: '07-21',
  },
  { name: { uk: 'Внебовзяття', pl: 'Wniebowzięcie', en: 'Assumption' }, on: '08-15' },
  { name: { uk: 'День усіх святих', pl: 'Wszystkich Świętych', en: 'All Saints’ Day' }, on: '11-01' },
  { name: { uk: 'День усіх померлих', pl: 'Dzień Zaduszny', en: 'All Souls’ Day' }, on: '11-02' },
  ...['12-24', '12-25', '12-26', '12-27', '12-28', '12-29', '12-30', '12-31'].map(on => ({
    ...{ on, name: endOfYear },
  })),
]

// The years whose list we have read. The others follow the pattern, which has not changed since 2013.
const seen = new Map([
  [2014, 'OJ C 39, 12.2.2013, p. 26'],
  [2017, 'European Commission, public holidays 2017'],
  [2020, 'European Commission, public holidays 2020'],
  [2025, 'European Commission, public holidays 2025'],
])

function row({ name, on }: Holiday, year: number): CalendarDay[] {
  const day =
    typeof on === 'string'
      ? Temporal.PlainDate.from(`${year}-${on}`)
      : westernEaster(year).add({ days: on.afterEaster })
  if (isWeekend(day)) return []
  const source = seen.get(year)
  return [
    {
      ...{ day: day.toString(), working: false, name },
      ...{ validFrom: `${firstYear}-01-01`, validTo: null },
      source: source ?? 'European Commission, yearly list: after its pattern',
      confidence: source ? 'text_seen' : 'from_memory',
    },
  ]
}

/** Institutions of the European Union: the Commission's yearly list, which the others follow. */
export const euDays = (): CalendarDay[] => {
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, n) => firstYear + n)
  // Ascension can fall on Europe Day (2013, 2024): one row a day.
  return years.flatMap(year => [
    ...new Map(holidays.flatMap(holiday => row(holiday, year)).map(one => [one.day, one])).values(),
  ])
}
