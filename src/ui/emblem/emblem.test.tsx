import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Emblem } from './emblem.tsx'
import { segments } from './segments.ts'

const counts = Array.from({ length: 201 }, (_, n) => n)
const drawn = (members: number | number[]) => String(<Emblem members={members} title="Союз & друзі" />)
const fills = (html: string) => [...html.matchAll(/fill="(#\w+)"/g)].map(match => match[1]!)

describe('the emblem', () => {
  test('has one segment for each member, from none to two hundred', () => {
    for (const count of counts) {
      const html = drawn(count)
      expect(html.match(/<path d="M/g) ?? []).toHaveLength(count)
      expect(html).not.toMatch(/NaN|undefined|null/)
    }
  })

  test('gives every member the same area and leaves the centre to nobody', () => {
    for (const count of counts.slice(1)) {
      const areas = segments(count).map(
        s => ((s.endAngle - s.startAngle) * (s.outerRadius ** 2 - s.innerRadius ** 2)) / 2,
      )
      for (const area of areas) expect(area).toBeCloseTo(areas[0]!, 6)
      expect(Math.min(...segments(count).map(s => s.innerRadius))).toBeGreaterThan(30)
    }
  })

  test('gives neighbours in a ring different colours', () => {
    for (const count of counts.slice(2, 28)) {
      const colours = fills(drawn(count))
      for (const [n, colour] of colours.entries()) expect(colour).not.toBe(colours[(n + 1) % count])
    }
  })

  test('keeps a member’s colour when another leaves', () => {
    const before = fills(drawn([0, 1, 2, 3]))
    expect(fills(drawn([0, 2, 3]))).toEqual([before[0], before[2], before[3]])
  })

  test('waits with an outline for the first member', () => {
    expect(drawn(0)).toContain('<circle')
  })

  test('is named, and the name escaped; or it is decoration', () => {
    expect(drawn(3)).toContain('<title>Союз &amp; друзі</title>')
    expect(String(<Emblem members={3} />)).toContain('aria-hidden="true"')
  })

  test('of eight is the mark in the browser’s tab', () => {
    const icon = readFileSync(new URL('../../../public/favicon.svg', import.meta.url), 'utf8')
    const paths = (text: string) =>
      [...text.matchAll(/<path d="([^"]+)" fill="([^"]+)"/g)].map(m => [m[1], m[2]])
    expect(paths(icon)).toEqual(paths(drawn(8)))
  })
})
