import { beforeAll, describe, expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import type { Locale } from '#platform/i18n/index.ts'
import { chooseText } from '#platform/i18n/localised.ts'
import { freshDatabase } from '#tests/database.ts'
import { newCoordinator, newIndividual, newMember, newMembership } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'
import { readDirectoryAsk, writeCursor } from '../forms/directory.ts'
import { type DirectoryPage, directoryPage } from './directory.ts'

const database = await freshDatabase()
let umbrella: string
let other: string
let coordinator: string

type Options = { account?: string; locale?: Locale; size?: number; at?: string }

function look(query: string, { account, locale = 'uk', size = 50, at = umbrella }: Options = {}) {
  const asker = { umbrella: at, locale, inside: account !== undefined }
  const ask = readDirectoryAsk(new URLSearchParams(query))
  return inScope(database.request, { umbrella: at, account: account ?? null }, 'read', tx =>
    directoryPage(tx, asker, ask, size),
  )
}

const names = (page: DirectoryPage) => page.entries.map(({ name }) => name.uk ?? name.en ?? name.pl)

beforeAll(async () => {
  umbrella = await newUmbrella(database)
  other = await newUmbrella(database)
  coordinator = await newPerson(database, [umbrella])
  await newCoordinator(database, umbrella, coordinator)
  const council = await newMember(database, umbrella, {
    name: { uk: 'Рада ромських організацій', en: 'Council of Roma Organisations' },
    region: 'UA-46',
    town: 'Львів',
    communities: ['roma'],
    fields: ['culture', 'legal-aid'],
    kind: 'union',
  })
  await newMember(database, umbrella, {
    name: { uk: 'Рада', pl: 'Rada' },
    region: 'UA-30',
    communities: ['polish'],
    fields: ['culture'],
  })
  await newMember(database, umbrella, {
    name: { uk: 'Щедрик', en: 'Shchedryk' },
    region: 'UA-30',
    communities: ['ukrainian'],
  })
  await newMember(database, umbrella, {
    name: { pl: 'Świetlica „Źródło”' },
    country: 'PL',
    region: 'PL-06',
    communities: ['lemko'],
    fields: ['culture'],
  })
  await newMember(database, umbrella, { name: { uk: 'Єдність народів' }, country: 'UA', region: 'UA-46' })
  await newMembership(database, other, council.organisation)
  await newMember(database, other, { name: { uk: 'Чужа рада' }, region: 'UA-46', communities: ['roma'] })
  await newIndividual(database, umbrella, { name: { uk: 'Рада Прихована' }, listed: false, region: 'UA-30' })
  await newIndividual(database, umbrella, { name: { uk: 'Явна Особа' }, listed: true })
})

describe('the list', () => {
  test('is sorted as readers of the language expect', async () => {
    expect(names(await look(''))).toEqual([
      'Єдність народів',
      'Рада',
      'Рада ромських організацій',
      'Щедрик',
      'Явна Особа',
      'Świetlica „Źródło”',
    ])
    const polish = await look('', { locale: 'pl' })
    expect(polish.entries.map(({ name }) => chooseText(name, 'pl').value).slice(0, 4)).toEqual([
      'Council of Roma Organisations',
      'Rada',
      'Shchedryk',
      'Świetlica „Źródło”',
    ])
  })

  test('hides from visitors who did not agree to be listed, in the list, the counts and the search', async () => {
    const page = await look('')
    expect(names(page)).not.toContain('Рада Прихована')
    expect(page.counts.total).toBe(6)
    expect(page.counts.of('region', 'UA-30')).toBe(2)
    expect(names(await look('q=прихована'))).toEqual([])
    expect((await look('q=прихованна')).understood[0]!.nearest).toBeNull()
  })

  test('shows them to the people inside', async () => {
    const page = await look('', { account: coordinator })
    expect(names(page)).toContain('Рада Прихована')
    expect(page.counts.total).toBe(7)
    expect(names(await look('q=прихована', { account: coordinator }))).toEqual(['Рада Прихована'])
  })

  test('shows nothing more to somebody who only says to be inside', async () => {
    const stranger = await newPerson(database, [other])
    const page = await look('', { account: stranger })
    expect(names(page)).not.toContain('Рада Прихована')
    expect(page.counts.total).toBe(0)
  })

  test('turns its pages forwards and backwards without losing or repeating anybody', async () => {
    const seen: (string | undefined)[] = []
    let page = await look('', { size: 2 })
    for (;;) {
      seen.push(...names(page))
      if (!page.next) break
      page = await look(`after=${writeCursor(page.next)}`, { size: 2 })
    }
    expect(seen).toEqual(names(await look('')))
    const back: (string | undefined)[] = []
    page = await look('before=end', { size: 2 })
    for (;;) {
      back.unshift(...names(page))
      if (!page.previous) break
      page = await look(`before=${writeCursor(page.previous)}`, { size: 2 })
    }
    expect(back).toEqual(seen)
  })

  test('begins at the start when the place in the address is broken', async () => {
    for (const broken of [
      'after=x',
      'after=W10',
      `after=${Buffer.from('[0,"a","no uuid"]').toString('base64url')}`,
    ]) {
      expect((await look(broken)).entries).toHaveLength(6)
    }
  })
})

describe('filters', () => {
  test('combine: one value of each', async () => {
    expect(names(await look('region=UA-30&community=polish'))).toEqual(['Рада'])
    expect(names(await look('field=culture&country=UA'))).toEqual(['Рада', 'Рада ромських організацій'])
    expect(names(await look('field=culture&country=PL&region=UA-30'))).toEqual([])
    expect(names(await look('country=UA&region=UA-30'))).toEqual(['Рада', 'Щедрик'])
  })

  test('of one kind widen', async () => {
    expect(names(await look('community=polish&community=roma'))).toEqual([
      'Рада',
      'Рада ромських організацій',
    ])
    expect(names(await look('community=polish&community=nobody'))).toEqual(['Рада'])
  })

  test('find nobody where nobody fits', async () => {
    expect(names(await look('level=international'))).toEqual([])
    expect(names(await look('kind=%27%3B--&q='))).toHaveLength(6)
  })

  test('never reach into another umbrella', async () => {
    expect(names(await look('community=roma'))).toEqual(['Рада ромських організацій'])
    expect(names(await look('q=чужа'))).toEqual([])
    expect(names(await look('community=roma', { at: other }))).toEqual([
      'Рада ромських організацій',
      'Чужа рада',
    ])
  })
})

describe('the search', () => {
  test.each([
    ['Рада', 'the word itself'],
    ['рада', 'small letters'],
    ['Rada', 'Latin letters'],
    ['ради', 'another form'],
    ['раді', 'another form'],
    ['рад', 'the beginning'],
    ['раад', 'two letters swapped'],
    ['рaда', 'a Latin letter among Cyrillic ones'],
  ])('%s finds «Рада» first: %s', async query => {
    expect(names(await look(`q=${encodeURIComponent(query)}`))).toEqual(['Рада', 'Рада ромських організацій'])
  })

  test.each(['щедрик', 'Shchedryk', 'Szczedryk', 'Щедрикк', 'щидрик', 'щедрика', 'Shchedrik'])(
    '%s finds «Щедрик»',
    async query => {
      expect(names(await look(`q=${encodeURIComponent(query)}`))).toEqual(['Щедрик'])
    },
  )

  test.each(['zrodlo', 'Źródła', 'zródlo swietlica', 'świetlicy'])('%s finds «Źródło»', async query => {
    expect(names(await look(`q=${encodeURIComponent(query)}`, { locale: 'pl' }))).toEqual([
      'Świetlica „Źródło”',
    ])
  })

  test.each(['роми', 'ромська рада', 'львів рада', 'Lviv', 'council roma', 'організація'])(
    '%s finds the council',
    async query => {
      expect(names(await look(`q=${encodeURIComponent(query)}`))).toContain('Рада ромських організацій')
    },
  )

  test('needs every word', async () => {
    expect(names(await look('q=рада+щедрик'))).toEqual([])
    expect(names(await look('q=рада+qwrtp'))).toEqual([])
  })

  test('combines with filters', async () => {
    expect(names(await look('q=рада&region=UA-46'))).toEqual(['Рада ромських організацій'])
    expect(names(await look('q=рада&region=PL-06'))).toEqual([])
  })

  test('turns its pages', async () => {
    const first = await look('q=рада', { size: 1 })
    expect(names(first)).toEqual(['Рада'])
    const second = await look(`q=рада&after=${writeCursor(first.next!)}`, { size: 1 })
    expect(names(second)).toEqual(['Рада ромських організацій'])
    expect(second.next).toBeNull()
    expect(names(await look(`q=рада&before=${writeCursor(second.previous!)}`, { size: 1 }))).toEqual(['Рада'])
  })

  test('refuses to speak of the words of another umbrella', async () => {
    await expect(
      inScope(database.request, { umbrella, account: null }, 'read', async tx =>
        tx.$client.query('select * from network.kindred_words($1, $2)', [other, ['chuga']]),
      ),
    ).rejects.toThrow('only words of the current umbrella')
    await expect(
      inScope(database.request, { umbrella, account: null }, 'read', async tx =>
        tx.$client.query('select * from network.words'),
      ),
    ).rejects.toThrow('permission denied')
  })
})
