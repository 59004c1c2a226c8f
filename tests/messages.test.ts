import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkMessages } from '#platform/i18n/check-messages.ts'
import { findKeyUse } from '#platform/i18n/check-use.ts'
import type { Catalogue, Catalogues } from '#platform/i18n/index.ts'
import { locales } from '#platform/i18n/index.ts'

const read = (path: string): Catalogue => JSON.parse(readFileSync(path, 'utf8'))

const folders = globSync('src/**/messages/en.json')
  .map(path => dirname(path))
  .sort()
const areas = folders.map((folder): [string, Catalogues] => [
  basename(dirname(folder)),
  Object.fromEntries(locales.map(locale => [locale, read(join(folder, `${locale}.json`))])) as Catalogues,
])
const sources = globSync('src/**/*.{ts,tsx}')
  .filter(path => !/\.test\.tsx?$/.test(path))
  .map((path): [string, string] => [path, readFileSync(path, 'utf8')])

describe('messages', () => {
  test('are found in every area that has some, and every area registers its own', () => {
    expect(folders.length).toBeGreaterThan(0)
    const registered = sources.flatMap(([, text]) =>
      [...text.matchAll(/registerMessages\('([\w-]+)'/g)].map(match => match[1]),
    )
    expect(registered.sort()).toEqual(areas.map(([area]) => area).sort())
  })

  test('say the same in Ukrainian, Polish and English, in each language’s own spelling', () => {
    expect(checkMessages(areas).map(({ key, locale, problem }) => `${locale} ${key} ${problem}`)).toEqual([])
  })

  test('are all used, under keys that are written out whole', () => {
    const keys = areas.flatMap(([area, { en }]) => Object.keys(en).map(name => `${area}.${name}`))
    expect(findKeyUse(keys, sources)).toEqual({ unused: [], assembled: [] })
  })
})
