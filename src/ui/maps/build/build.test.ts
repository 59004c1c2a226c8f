import { geoContains } from 'd3-geo'
import { merge } from 'topojson-client'
import { describe, expect, test } from 'vitest'
import { recognised } from './countries.ts'
import { drawMaps } from './plugin.ts'
import { readRegions } from './topology.ts'

const maps = drawMaps()
const numbered = (country: string, numbers: string) =>
  numbers.split(' ').map(number => `${country}-${number}`)

const ukraine = numbered(
  'UA',
  '05 07 09 12 14 18 21 23 26 30 32 35 40 43 46 48 51 53 56 59 61 63 65 68 71 74 77',
)
const poland = numbered('PL', '02 04 06 08 10 12 14 16 18 20 22 24 26 28 30 32')
const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

describe('the maps', () => {
  test('draw every region of Ukraine, Crimea and Sevastopol among them', () => {
    expect(Object.keys(maps.UA.regions).sort()).toEqual(ukraine)
  })

  test('draw every voivodeship', () => {
    expect(Object.keys(maps.PL.regions).sort()).toEqual(poland)
  })

  test('draw every country of the European Union, and Ukraine', () => {
    expect(Object.keys(maps.EU.regions)).toEqual(expect.arrayContaining([...union, 'UA']))
  })

  test.each(['UA', 'PL', 'EU'] as const)('of %s have outlines and numbers inside the frame', name => {
    const { width, height, regions, around } = maps[name]
    for (const { path, x, y } of [...Object.values(regions), { path: around, x: 0, y: 0 }]) {
      expect(path).toMatch(/^(M\d+ \d+l(-?\d+[ -]?)+z)+$/)
      expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true)
    }
  })
})

describe('the borders', () => {
  const world = readRegions('world-atlas/countries-50m.json', 'countries')
  const countries = recognised(world)
  const holds = (country: string, place: [number, number]) =>
    geoContains(merge(world, [countries.get(country)!]), place)

  test.each<[string, [number, number]]>([
    ['Simferopol', [34.1, 44.95]],
    ['Sevastopol', [33.6, 44.65]],
    ['Kerch', [36.4, 45.33]],
    ['Donetsk', [37.8, 48.0]],
    ['Luhansk', [39.3, 48.57]],
  ])('have %s in Ukraine and not in Russia', (_, place) => {
    expect(holds('804', place)).toBe(true)
    expect(holds('643', place)).toBe(false)
  })

  test('have Krasnodar in Russia, so that the test can fail', () => {
    expect(holds('804', [38.97, 45.04])).toBe(false)
    expect(holds('643', [38.97, 45.04])).toBe(true)
  })

  test('have the north of Cyprus in Cyprus', () => {
    expect(holds('196', [33.6, 35.25])).toBe(true)
    expect(countries.has('N. Cyprus')).toBe(false)
  })
})
