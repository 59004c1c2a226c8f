import { expect, test } from 'vitest'
import { iconNames } from './names.ts'
import { spriteSource } from './sprite.ts'

test('the sprite has every named icon once, with something to see', () => {
  const symbols = [...spriteSource().matchAll(/<symbol id="([\w-]+)" viewBox="0 0 24 24">(.*?)<\/symbol>/g)]
  expect(symbols.map(symbol => symbol[1])).toEqual([...iconNames])
  for (const [, , shapes] of symbols)
    expect(shapes).toMatch(/^<(path|circle|rect|line|polyline|polygon|ellipse) /)
})

test('an icon that lucide does not have stops the build', () => {
  expect(() => spriteSource(['no-such-icon'])).toThrow()
})
