import { describe, expect, test } from 'vitest'
import { samplePage } from '../gallery/sample-page.ts'
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
