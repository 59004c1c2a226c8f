// What people write above such columns, in the languages of chronicles here. The first words are the surest.
const headings: Record<string, string> = {
  date: 'date, дата, коли, data, kiedy, datum, when, день, dzień, tag, місяць, month, miesiąc, monat, рік, year, rok, jahr, період, okres, zeitraum, tatzeit, tatdatum, час, czas',
  until:
    'until, end date, date until, по, до, кінець, дата завершення, data końcowa, koniec, enddatum, bis, end',
  region:
    'region, state, область, регіон, oblast, województwo, voivodeship, province, bundesland, land, kraj, воєводство',
  town: 'town, city, place, location, місто, населений пункт, місце, місцевість, miasto, miejscowość, miejsce, ort, stadt, gemeinde, tatort, локація',
  latitude: 'latitude, lat, широта, szerokość, breitengrad, breite',
  longitude: 'longitude, lon, lng, long, довгота, długość, längengrad, länge',
  text: 'description, text, summary, details, опис, що сталося, зміст, текст, подія, обставини, opis, treść, streszczenie, co się stało, zdarzenie, beschreibung, kurzbeschreibung, vorfall, sachverhalt, примітки, uwagi',
  source:
    'source, url, link, джерело, посилання, źródło, quelle, джерела, sources, źródła, quellen, odnośnik',
  types:
    'category, type, kind, категорія, тип, вид, kategoria, rodzaj, typ, kategorie, category en, вид діяння, тип інциденту, rodzaj czynu, delikt, art, straftat, tatart, categories, категорії, kategorien',
  biases:
    'bias, motive, motivation, мотив, упередження, uprzedzenie, motyw, motyw uprzedzeń, motiv, tatmotiv, vorurteil, мотиви',
  targets:
    'target, targets, ціль, об’єкт, потерпілі, проти кого, cel, obiekt, ofiara, ofiary, ziel, opfer, betroffene',
  perpetrators:
    'perpetrator, perpetrators, кривдник, нападник, нападники, хто вчинив, sprawca, sprawcy, täter',
  location: 'kind of place, тип місця, rodzaj miejsca, art des ortes',
}

/** A text without letter case and signs, to compare headings and words by. */
export const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const known = new Map(
  Object.entries(headings).flatMap(([what, words]) =>
    words.split(',').map(word => [plain(word), what] as const),
  ),
)

/**
 * What a heading may say, the surest first: all of it («Місто»), then words in it («Дата події», "Source (link)"), the later
 * and longer ones before the others.
 */
export function meaningsOfHeading(heading: string): string[] {
  const whole = known.get(plain(heading))
  const words = plain(heading).split(' ')
  const parts = words.flatMap((_, from) =>
    [3, 2, 1].flatMap(length => known.get(words.slice(from, from + length).join(' ')) ?? []),
  )
  return [...new Set([...(whole ? [whole] : []), ...parts])]
}
