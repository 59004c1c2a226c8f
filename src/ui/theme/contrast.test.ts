import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { emblemColours } from '../emblem/palette.ts'
import { accentNames } from './accents.ts'

const css = (file: string) => readFileSync(new URL(`../../styles/${file}`, import.meta.url), 'utf8')
const schemes = ['light', 'dark'] as const

describe.each(schemes)('in the %s scheme', scheme => {
  const colours = readTheme(scheme)
  const accents = readAccents(scheme)
  const surfaces = [colours['color-base-100']!, colours['color-base-200']!]

  test.each(['color-base-content', 'muted', 'color-info', 'color-success', 'color-warning', 'color-error'])(
    '%s can be read on both surfaces',
    name => {
      for (const surface of surfaces) expect(contrast(colours[name]!, surface)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test('the edges of controls can be seen on both surfaces', () => {
    for (const surface of surfaces) expect(contrast(colours.edge!, surface)).toBeGreaterThanOrEqual(3)
  })

  test.each(accentNames)('the accent %s can be read on both surfaces and under its own text', name => {
    const accent = accents[name]!
    for (const surface of surfaces) expect(contrast(accent, surface)).toBeGreaterThanOrEqual(4.5)
    expect(contrast(accent, accents.content!)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(emblemColours)('the segment %s can be seen', colour => {
    expect(contrast(colour, surfaces[0]!)).toBeGreaterThanOrEqual(3)
  })
})

test('no two colours of the emblem are the same', () => {
  expect(new Set(emblemColours).size).toBe(emblemColours.length)
})

/** The custom properties of `:root`, the dark ones over the light ones. */
function readTheme(scheme: (typeof schemes)[number]): Record<string, string> {
  const [light, dark] = css('theme.css').split('@media screen and (prefers-color-scheme: dark)') as [
    string,
    string,
  ]
  const read = (text: string) => [...text.matchAll(/--([\w-]+): (#\w{3,6});/g)].map(m => [m[1]!, m[2]!])
  return Object.fromEntries([...read(light), ...(scheme === 'dark' ? read(dark.split('@media')[0]!) : [])])
}

/** The accent colours by name, and the colour of text on them as `content`. */
function readAccents(scheme: (typeof schemes)[number]): Record<string, string> {
  const parts = css('accents.css').split('@media screen and (prefers-color-scheme: dark)')
  const part = parts[schemes.indexOf(scheme)]!
  const named = [...part.matchAll(/\[data-accent="(\w+)"\] \{\s*--color-primary: (#\w{6});/g)]
  const content = /--color-primary-content: (#\w{3,6});/.exec(part)![1]!
  return { ...Object.fromEntries(named.map(m => [m[1]!, m[2]!])), content }
}

/** WCAG 2.2: 1 (the same) to 21 (black on white). */
function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const full = colour.length === 4 ? colour.replace(/[^#]/g, '$&$&') : colour
  const channels = [1, 3, 5].map(at => linear(Number.parseInt(full.slice(at, at + 2), 16) / 255))
  return 0.2126 * channels[0]! + 0.7152 * channels[1]! + 0.0722 * channels[2]!
}

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
