import { describe, expect, test } from 'vitest'
import { samplePage } from '../gallery/sample-page.ts'
import type { Page } from '../page.tsx'
import { renderPage } from '../render.tsx'
import { Layout } from './layout.tsx'

const body = <Layout title="<Довідник>">текст</Layout>

describe('the layout', () => {
  test('is a whole document in the reader’s language and direction', async () => {
    expect(await renderPage(samplePage('uk'), body)).toMatch(/^<!DOCTYPE html><html lang="uk" dir="ltr"/)
    expect(await renderPage(samplePage('ar-XB'), body)).toMatch(
      /^<!DOCTYPE html><html lang="ar-XB" dir="rtl"/,
    )
  })

  test('escapes what it is given', async () => {
    const html = await renderPage(samplePage(), body)
    expect(html).toContain('<title>&lt;Довідник&gt; · Інтернаціональний союз</title>')
    expect(html).not.toContain('<Довідник>')
  })

  test('leads to the same page in the other languages, with its query', async () => {
    const url = 'http://localhost:4000/uk/international-union/directory?region=UA-46'
    const html = await renderPage(samplePage('uk', { path: '/directory', url }), body)
    expect(html).toContain('href="/pl/international-union/directory?region=UA-46"')
  })

  test('names the umbrella in the language it is written in', async () => {
    expect(await renderPage(samplePage('pl'), body)).toContain(
      '<span lang="en" dir="ltr">International Union</span>',
    )
  })

  test('marks the section the reader is in', async () => {
    const menu = [{ label: 'ui.nav.account', path: '/directory', place: 'main' }] as const
    const html = await renderPage(samplePage('uk', { menu, path: '/directory/12' }), body)
    expect(html).toContain('<a href="/uk/international-union/directory" aria-current="true">')
  })
})

describe('a section of the menu', () => {
  const menu = [
    { label: 'ui.nav.account', path: '/initiatives', place: 'main' },
    { label: 'ui.nav.home', path: '/decisions', place: 'main', parent: '/initiatives' },
    { label: 'ui.nav.menu', path: '/directory', place: 'main' },
  ] as const
  const shown = (over: Partial<Page>) => renderPage(samplePage('en', { menu, ...over }), body)
  const pagesOf = (html: string) => /<nav class="tab-row section-nav"[^>]*>.*?<\/nav>/.exec(html)?.[0] ?? ''
  const links = (html: string) =>
    [...html.matchAll(/<a href="([^"]*)"([^>]*)>/g)].map(([, to, is]) => to + is!)

  test('stands on each of its pages, the current one marked, and in the menu as one entry', async () => {
    const html = await shown({ path: '/decisions' })
    expect(links(pagesOf(html))).toEqual([
      '/en/international-union/initiatives',
      '/en/international-union/decisions aria-current="page"',
    ])
    const [main] = /<ul class="menu-list">.*?<\/ul>/.exec(html) ?? []
    expect(links(main!)).toEqual([
      '/en/international-union/initiatives aria-current="true"',
      '/en/international-union/directory',
    ])
    expect(pagesOf(await shown({ path: '/initiatives/12/amendments' }))).toContain(
      '<a href="/en/international-union/initiatives" aria-current="true">',
    )
  })

  test('marks one page where two addresses begin alike', async () => {
    const below = [
      ...menu,
      { label: 'ui.nav.menu', path: '/initiatives/import', place: 'main', parent: '/initiatives' },
    ] as const
    const html = pagesOf(await shown({ menu: below, path: '/initiatives/import' }))
    expect(html.match(/aria-current/g)).toHaveLength(1)
    expect(html).toContain('<a href="/en/international-union/initiatives/import" aria-current="page">')
  })

  test('stands on a page elsewhere when the way to it leads through the section', async () => {
    const page = <Layout title="Change 4" crumbs={[{ label: 'Decisions', path: '/decisions' }]} />
    const html = await renderPage(samplePage('en', { menu, path: '/changes/4' }), page)
    expect(pagesOf(html)).toContain('<a href="/en/international-union/decisions" aria-current="true">')
  })

  test('is absent where an entry stands alone', async () => {
    expect(pagesOf(await shown({ path: '/directory' }))).toBe('')
    expect(pagesOf(await shown({ path: '/' }))).toBe('')
  })

  test('stands in the menu itself for somebody who does not see its parent', async () => {
    const html = await shown({ path: '/', menu: menu.filter(item => item.path !== '/initiatives') })
    expect(html).toContain('<a href="/en/international-union/decisions">')
  })
})
