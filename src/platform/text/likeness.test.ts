import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '#platform/database/open.ts'
import { freshDatabase } from '#tests/database.ts'
import { searchKey } from './search-key.ts'

// What a directory search may expect of trigrams over search keys, on names as organisations have them.
const names = `
  Рада ромів Закарпаття
  Інтернаціональний союз
  Жіночий ромський фонд «Чіріклі»
  Асоціація корейців України
  Товариство польської культури Львівщини
  Спілка поляків України
  Союз українців Польщі
  Fundacja Nasz Wybór
  Fundacja Zustricz
  Kalejdoskop Kultur
  Stowarzyszenie Łemków
  Związek Tatarów Rzeczypospolitej Polskiej
  Towarzystwo Społeczno-Kulturalne Żydów
  Stowarzyszenie Romów
  Білоруське земляцтво «Бацькаўшчына»
  Хор «Щедрик»
  Меджліс кримськотатарського народу
  Спілка вірмен України
  Конгрес азербайджанців України
  Грузинська громада Харкова
  Культурний центр «Бесарабія» Одеса
  Fundacja Ocalenie
  Молодіжна організація німців України
  African Centre
  Українська Гельсінська спілка
  Єврейська громада Чернівців
  Товариство «Просвіта»
  Fundacja Ukraina Wrocław
`
  .trim()
  .split('\n')
  .map(name => name.trim())

let database: Database
beforeAll(async () => {
  database = await freshDatabase()
})

/** The names in order of likeness, with `word_similarity` of the query to the whole key. */
async function ranked(query: string): Promise<{ name: string; likeness: number }[]> {
  const { rows } = await database.owner.query<{ i: string; likeness: number }>(
    `select i, public.word_similarity($1, key) as likeness from unnest($2::text[]) with ordinality as k (key, i)
     order by likeness desc, i`,
    [searchKey(query), names.map(searchKey)],
  )
  return rows.map(({ i, likeness }) => ({ name: names[Number(i) - 1] ?? '', likeness }))
}

describe('trigrams over search keys', () => {
  test.each([
    ['an inflected word', 'ради', 'Рада ромів'],
    ['an inflected word', 'раді', 'Рада ромів'],
    ['an inflected word in Latin', 'rady', 'Рада ромів'],
    ['an inflected word', 'корейці', 'корейців'],
    ['an inflected word', 'громади', 'громада'],
    ['an inflected word', 'Харків', 'Харкова'],
    ['an inflected Polish word', 'stowarzyszenia', 'Stowarzyszenie'],
    ['an inflected Polish word', 'Łemkowie', 'Łemków'],
    ['an inflected Polish word', 'Tatarzy', 'Tatarów'],
    ['a typo', 'щедрк', 'Щедрик'],
    ['a typo', 'інтернацональний', 'Інтернаціональний'],
    ['a typo', 'просвта', 'Просвіта'],
    ['a typo', 'медліс', 'Меджліс'],
    ['a typo in Polish', 'Stowarzyzenie', 'Stowarzyszenie'],
    ['two words with a typo', 'калейдоскоп культр', 'Kalejdoskop Kultur'],
    ['Latin for Cyrillic', 'Shchedryk', 'Щедрик'],
    ['Polish spelling for Cyrillic', 'Szczedryk', 'Щедрик'],
    ['Latin for Cyrillic', 'Internatsionalnyi soiuz', 'Інтернаціональний союз'],
    ['Latin for Cyrillic', 'Chirikli', 'Чіріклі'],
    ['Polish name of a town', 'Czerniowce', 'Чернівців'],
    ['Polish word for its Ukrainian relative', 'towarzystwo Proswita', 'Товариство «Просвіта»'],
    ['Cyrillic for Latin', 'Фундація Зустріч', 'Fundacja Zustricz'],
    ['Cyrillic for Latin', 'Наш вибір', 'Nasz Wybór'],
  ])('%s, %s, finds it first, at a likeness of one half at least', async (_what, query, part) => {
    const [best] = await ranked(query)
    expect(best?.name).toContain(part)
    expect(best?.likeness).toBeGreaterThanOrEqual(0.5)
  })

  test.each(['велосипед', 'qwerty', 'кулінарія', 'automobil', 'zebra', 'місто'])(
    '%s resembles nothing',
    async query => {
      expect((await ranked(query))[0]?.likeness).toBeLessThan(0.4)
    },
  )
})
