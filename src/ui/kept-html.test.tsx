import { expect, test } from 'vitest'
import { samplePage } from './gallery/sample-page.ts'
import { keptHtml } from './kept-html.tsx'
import { usePage } from './page.tsx'
import { renderPage } from './render.tsx'

type Thing = { name: string }

let rendered = 0
const Link = keptHtml(({ of }: { of: Thing }) => {
  rendered++
  return <a href={usePage().link('/thing')}>{of.name}</a>
})

test('what shows one object is rendered once for each language and umbrella', async () => {
  const thing = { name: '<Рада>' }
  const show = (locale: 'uk' | 'pl', of: Thing, slug = 'one') =>
    renderPage(samplePage(locale, { umbrella: { ...samplePage().umbrella!, slug } }), <Link of={of} />)
  expect(await show('uk', thing)).toBe('<a href="/uk/one/thing">&lt;Рада&gt;</a>')
  expect(await show('uk', thing)).toBe('<a href="/uk/one/thing">&lt;Рада&gt;</a>')
  expect(rendered).toBe(1)
  expect(await show('pl', thing)).toContain('/pl/one/thing')
  expect(await show('uk', thing, 'two')).toContain('/uk/two/thing')
  expect(await show('uk', { name: 'інша' })).toContain('>інша<')
  expect(rendered).toBe(4)
})
