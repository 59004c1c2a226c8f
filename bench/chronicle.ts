import { randomNumbers, skewed } from './names.ts'

/** How the chronicles that we invent are read. */
export const chronicleMap = {
  country: 'UA',
  date: { column: 'Дата' },
  town: { column: 'Місто' },
  text: { columns: ['Опис'] },
  source: { column: 'Джерело' },
  codes: {
    types: {
      column: 'Категорія',
      values: { погрози: 'THR', напад: 'ASS', підпал: 'ARS', графіті: 'GRA', інше: null },
      words: { 'розбили вікно': 'DAM' },
    },
    biases: { same: 'ROMA' },
  },
}

const towns = ['Львів', 'Одеса', 'м. Харків', 'Ужгород', 'Київ', 'Чернівці', 'Вінниця', 'Ніде', '']
const types = ['погрози', 'напад', 'графіті', 'напад & підпал', 'інше', 'бійка', '']
const dates = [
  (n: number) => `${1 + (n % 28)}.0${1 + (n % 9)}.${2015 + (n % 10)}`,
  (n: number) => `${2015 + (n % 10)}-0${1 + (n % 9)}`,
  () => '',
]
const sentences = [
  'Невідомі вночі прийшли до будинку родини і вимагали виїхати з села.',
  'Сусіди чули вигуки й бачили кількох молодиків, які тікали до лісу.',
  'Коли родина викликала поліцію, патруль приїхав через дві години.',
  'На стіні лишили напис; наступного дня хтось розбили вікно на кухні.',
  'Заяву прийняли, але ознак злочину, пов’язаного з ненавистю, не вказали.',
]

/** A chronicle of so many rows, the same one each time: Cyrillic, with gaps, some rows twice. */
export function inventChronicle(count: number): Uint8Array {
  const random = randomNumbers(count)
  const lines = ['Дата;Місто;Категорія;Опис;Джерело;Записано']
  for (let n = 0; n < count; n++) {
    const text = Array.from({ length: 5 }, () => skewed(random, sentences)).join(' ')
    const line = [skewed(random, dates)(n), skewed(random, towns), skewed(random, types), `"${text}"`]
    lines.push(n % 80 === 79 ? lines[n]! : [...line, `https://example.org/${n % 900}`, n].join(';'))
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}
