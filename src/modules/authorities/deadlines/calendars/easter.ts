/** Sunday of Easter in the West, by the Gregorian computus (Meeus, Jones, Butcher). */
export function westernEaster(year: number): Temporal.PlainDate {
  const [golden, century, inCentury] = [year % 19, Math.floor(year / 100), year % 100]
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const moon = (19 * golden + century - Math.floor(century / 4) - skipped + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  const day = moon + weekday - 7 * late + 114
  return new Temporal.PlainDate(year, Math.floor(day / 31), (day % 31) + 1)
}

// Between 1900 and 2099 the Julian calendar is thirteen days behind.
const julianLag = 13

/** Sunday of Easter in the East, by the Julian computus, as a day of the civil calendar. */
export function easternEaster(year: number): Temporal.PlainDate {
  const moon = (19 * (year % 19) + 15) % 30
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
  const day = moon + weekday + 114
  const julian = new Temporal.PlainDate(year, Math.floor(day / 31), (day % 31) + 1)
  return julian.add({ days: julianLag })
}
