import { describe, expect, test } from 'vitest'
import { samplePage } from '../gallery/sample-page.ts'
import { renderPage } from '../render.tsx'
import { FilterBar } from './filter-bar.tsx'
import { Pagination } from './pagination.tsx'
import { withoutValue, withQuery } from './query.ts'
import { Table } from './table.tsx'

const url = 'http://localhost/uk/x/directory?region=UA-46&region=UA-51&after=abc&search='

describe('addresses of lists', () => {
  test('set, replace and drop a filter and return to the first page', () => {
    expect(withQuery(url, { country: 'PL' })).toBe('/uk/x/directory?region=UA-46&region=UA-51&country=PL')
    expect(withQuery(url, { region: ['PL-06'] })).toBe('/uk/x/directory?region=PL-06')
    expect(withQuery(url, { region: null })).toBe('/uk/x/directory')
  })

  test('drop one value of several', () => {
    expect(withoutValue(url, 'region', 'UA-46')).toBe('/uk/x/directory?region=UA-51')
  })

  test('do not carry the sentence about what was just saved', () => {
    expect(withQuery('http://localhost/uk/x?said=ui.nav.home', {})).toBe('/uk/x')
  })
})

describe('a table', () => {
  const columns = [
    { label: 'Назва', heading: true, cell: (row: { name: string }) => row.name },
    { label: 'Регіон', cell: () => '—' },
  ]

  test('names every value by its column, for phones', () => {
    const html = String(<Table caption="Учасники" columns={columns} rows={[{ name: '<Агора>' }]} />)
    expect(html).toContain('<th role="rowheader" scope="row">&lt;Агора&gt;</th>')
    expect(html).toContain('data-label="Регіон"')
  })

  test('without rows says what to do next', () => {
    expect(String(<Table caption="Учасники" columns={columns} rows={[]} empty={<p>порожньо</p>} />)).toBe(
      '<p>порожньо</p>',
    )
  })
})

test('a chip leads to the list without its filter', async () => {
  const active = [{ name: 'region', value: 'UA-46', label: 'Львівська область' }]
  const bar = <FilterBar action="/uk/x/directory" values={{}} active={active} />
  const html = await renderPage(samplePage('uk', { url }), bar)
  expect(html).toContain('href="/uk/x/directory?region=UA-51"')
})

test('one page needs no pagination', async () => {
  expect(await renderPage(samplePage(), <Pagination previous={null} next={null} />)).toBe('')
})
