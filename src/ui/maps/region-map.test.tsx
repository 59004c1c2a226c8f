import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { samplePage } from '../gallery/sample-page.ts'
import { Layout } from '../layout/layout.tsx'
import { renderPage } from '../render.tsx'
import { classify } from './classes.ts'
import { RegionMap } from './region-map.tsx'

const values = new Map([
  ['UA-43', 3],
  ['UA-51', 14],
])

describe('a region map', () => {
  test.each(['UA', 'PL', 'EU'] as const)('of %s is a page of at most 30 kB compressed', async country => {
    const map = (
      <RegionMap
        country={country}
        values={values}
        label="Учасники"
        valueHeading="Учасники"
        href={c => `?region=${c}`}
      />
    )
    const html = await renderPage(samplePage(), <Layout title="Мапа">{map}</Layout>)
    expect(gzipSync(html).length).toBeLessThan(30_000)
  })

  test('says each region and its number in a link and in a table', async () => {
    const map = (
      <RegionMap
        country="UA"
        values={values}
        label="Учасники"
        valueHeading="Учасники"
        href={c => `?region=${c}`}
      />
    )
    const html = await renderPage(samplePage(), map)
    expect(html).toMatch(/<a href="\?region=UA-43" aria-label="[^"]+: 3">/)
    expect(html).toMatch(/<th scope="row"><a href="\?region=UA-51">/)
    expect(html.match(/class="region shade/g)).toHaveLength(27 + 3)
  })
})

describe('the shades of a map', () => {
  test('are one for each number when there are few', () => {
    const { shadeOf, classes } = classify([1, 3, 3, 0])
    expect([0, 1, 3].map(shadeOf)).toEqual([0, 1, 5])
    expect(classes).toEqual([
      { shade: 1, from: 1, to: 1 },
      { shade: 5, from: 3, to: 3 },
    ])
  })

  test('are at most five, and every number falls into the range that names its shade', () => {
    const numbers = [14, 11, 9, 7, 7, 6, 5, 4, 4, 3, 3, 2, 2, 1, 1]
    const { shadeOf, classes } = classify(numbers)
    expect(classes).toHaveLength(5)
    expect(new Set(classes.map(one => one.shade)).size).toBe(classes.length)
    for (const number of numbers) {
      const one = classes.find(c => c.shade === shadeOf(number))!
      expect(number >= one.from && number <= one.to).toBe(true)
    }
  })

  test('are none without numbers', () => {
    expect(classify([]).classes).toEqual([])
  })
})
