const types = {
  column: 'Категорія',
  values: { 'напад і підпал': ['ASS', 'ARS'], погрози: 'THR', графіті: 'GRA' },
  words: { 'розбили вікно': 'DAM' },
}
/** How the chronicle of these rows is read. */
export const map = {
  country: 'UA',
  date: { column: 'Дата' },
  town: { column: 'Місто' },
  latitude: { column: 'Широта' },
  longitude: { column: 'Довгота' },
  text: { columns: ['Опис'] },
  source: { column: 'Джерело', kind: 'media' },
  codes: { types, biases: { same: 'ROMA' } },
}
export const header = 'Дата;Місто;Широта;Довгота;Категорія;Опис;Джерело;Записав\n'
/** A row of which everything is known but for what is given otherwise. */
export const row = (over: Partial<Record<string, string>> = {}) => {
  const whole = { date: '12.04.2026', town: 'Львів', lat: '49.84', lon: '24.03', type: 'погрози' }
  const { date, town, lat, lon, type, text, source, by } = {
    ...{ ...whole, text: 'Погрожували родині', source: 'https://example.org/1', by: 'Оля' },
    ...over,
  }
  return `${[date, town, lat, lon, type, text, source, by].join(';')}\n`
}
/** Nothing in any column that the mapping names. */
export const nothing = { date: '', town: '', lat: '', lon: '', type: '', text: '', source: '' }
