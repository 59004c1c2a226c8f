import { describe, expect, test } from 'vitest'
import { GalleryPage } from '../gallery.tsx'
import { renderPage } from '../render.tsx'
import { samplePage } from './sample-page.ts'

const pages = ['uk', 'pl', 'en', 'ar-XB'] as const

describe.each(pages)('the gallery in %s', lang => {
  const html = renderPage(samplePage(lang), <GalleryPage refused />)

  test('has no style attribute and no script of its own: the policy would refuse them', async () => {
    const page = await html
    expect(page).not.toMatch(/\sstyle=/)
    expect(page).not.toMatch(/\son\w+=/)
    expect(page.match(/<script/g)).toHaveLength(1)
  })

  test('uses every id once, and every reference within the page leads somewhere', async () => {
    const page = await html
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(match => match[1]!)
    expect(ids.filter((id, n) => ids.indexOf(id) !== n)).toEqual([])
    const described = [...page.matchAll(/aria-describedby="([^"]+)"/g)].flatMap(match => match[1]!.split(' '))
    const labelled = [...page.matchAll(/\sfor="([^"]+)"/g)].map(match => match[1]!)
    const problems = [...page.matchAll(/href="#(field-[^"]+)"/g)].map(match => match[1]!)
    for (const id of [...described, ...labelled, ...problems]) expect(ids).toContain(id)
  })

  test('leaves nothing undefined on the page', async () => {
    expect(await html).not.toMatch(/undefined|\[object|NaN/)
  })

  test('asks nothing of another host', async () => {
    expect((await html).match(/(?:href|src)="https?:\/\/[^"]+"/g) ?? []).toEqual([])
  })
})
