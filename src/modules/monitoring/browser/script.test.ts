import { expect, test } from 'vitest'
import { readSource, trackedFiles } from '#tests/source-files.ts'

const sources = new Map(trackedFiles('src/**/*.ts').map(path => [path, path]))

/** Every file that the script is built from, following what is imported for more than its type. */
function reached(): string[] {
  const found = new Set(['src/modules/monitoring/browser/index.ts'])
  for (const path of found) for (const file of valuesOf(path)) found.add(file)
  return [...found]
}

const withoutTypes = (text: string) => text.replace(/^import type [^;]*? from '[^']*'$/gm, '')

function valuesOf(path: string): string[] {
  const kept = withoutTypes(readSource(path).text)
  return readSource(path).files.filter(
    file => sources.has(file) && kept.includes(`/${file.split('/').at(-1)}'`),
  )
}

const libraryOf = (path: string) =>
  [...withoutTypes(readSource(path).text).matchAll(/ from '([^.#'][^']*)'/g)].map(match => match[1]!)

test('what runs in the browser of somebody who reports has nothing of Node and no data in it', () => {
  const files = reached()
  expect(files).toContain('src/platform/vault/seal.ts')
  expect(files).toContain('src/modules/monitoring/report/answers.ts')
  expect([...new Set(files.flatMap(libraryOf))].sort()).toEqual([
    '@hpke/core',
    '@noble/hashes/sha2.js',
    'zod',
  ])
  const texts = files.map(path => readSource(path).text)
  expect(texts.filter(text => /\b(Buffer|process|require|Temporal)\b/.test(withoutComments(text)))).toEqual(
    [],
  )
})

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')

test('it keeps nothing on the device', () => {
  const texts = reached().map(path => withoutComments(readSource(path).text))
  expect(
    texts.filter(text => /\b(localStorage|sessionStorage|indexedDB|caches|cookie)\b/.test(text)),
  ).toEqual([])
})
