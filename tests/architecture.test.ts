import { describe, expect, it } from 'vitest'
import { readSource, type SourceFile, trackedFiles } from './source-files.ts'

const paths = trackedFiles('src/**/*.ts', 'src/**/*.tsx')
const sources = paths.map(readSource)
const production = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path))

const roomOf = (path: string) => /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null
const areaOf = (path: string) => path.split('/')[1] ?? ''

const crossings = (files: SourceFile[], forbidden: (from: string, to: string) => boolean) =>
  files.flatMap(({ path, files: imported }) =>
    imported.filter(to => forbidden(path, to)).map(to => `${path} → ${to}`),
  )

describe('the house', () => {
  it('was read whole', () => {
    expect(sources.length).toBe(paths.length)
    expect(sources.length).toBeGreaterThan(100)
    expect(sources.filter(source => source.specifiers.length > 0).length).toBeGreaterThan(sources.length / 2)
  })

  it('lets the platform know neither ui nor modules', () => {
    const found = crossings(
      production.filter(({ path }) => path.startsWith('src/platform/')),
      (_from, to) => /^src\/(ui|islands|modules|app|main)/.test(to),
    )
    expect(found).toEqual([])
  })

  it('lets the ui know no module', () => {
    const found = crossings(
      production.filter(({ path }) => path.startsWith('src/ui/') || path.startsWith('src/islands/')),
      (_from, to) => to.startsWith('src/modules/'),
    )
    expect(found).toEqual([])
  })

  it('enters a room only by its index', () => {
    const found = crossings(
      production.filter(({ path }) => roomOf(path)),
      (from, to) =>
        roomOf(to) !== null && roomOf(to) !== roomOf(from) && to !== `src/modules/${roomOf(to)}/index.ts`,
    )
    expect(found).toEqual([])
  })

  it('has no circle between rooms', () => {
    const edges = new Map<string, Set<string>>()
    for (const { path, files } of production) {
      const from = roomOf(path)
      for (const to of files.map(roomOf)) {
        if (from && to && from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to))
      }
    }
    const reaches = (start: string, goal: string, seen = new Set<string>()): boolean =>
      [...(edges.get(start) ?? [])].some(
        next => next === goal || (!seen.has(next) && reaches(next, goal, seen.add(next))),
      )
    expect([...edges.keys()].filter(room => reaches(room, room))).toEqual([])
  })

  it('reaches PostgreSQL only where SQL may live', () => {
    const allowed =
      /^src\/(platform\/|modules\/[^/]+\/(queries|actions|policy|schema|demo|jobs|commands|accounts|import)|modules\.ts)/
    const found = production.filter(
      ({ path, specifiers }) =>
        !allowed.test(path) && specifiers.some(name => name === 'pg' || name.startsWith('drizzle-orm')),
    )
    expect(
      found
        .map(({ path }) => path)
        .filter(path => !path.endsWith('/module.ts') && !path.endsWith('/viewer.ts')),
    ).toEqual([])
  })

  it('reads the environment in one place', () => {
    const found = production.filter(
      ({ path, text }) => path !== 'src/platform/config.ts' && /\bprocess\.env\b/.test(text),
    )
    expect(found.map(({ path }) => path)).toEqual([])
  })

  it('keeps rooms small', () => {
    const limit = (path: string) =>
      /\/routes(\/|\.tsx?$)/.test(path) && !path.includes('.test.') ? 150 : 250
    const long = sources.filter(({ path, lines }) => lines > limit(path))
    expect(long.map(({ path, lines }) => `${path} ${lines}`)).toEqual([])
  })

  it('has no room without a name', () => {
    expect(
      paths.filter(path => /(^|\/)(utils?|helpers?|common|managers?|misc|lib)(\/|\.tsx?$)/.test(path)),
    ).toEqual([])
    expect(new Set(paths.map(areaOf).filter(area => !area.includes('.')))).toEqual(
      new Set(['platform', 'ui', 'islands', 'modules']),
    )
  })

  it('gives every room a README and all three languages', () => {
    const rooms = new Set(paths.map(roomOf).filter(room => room !== null))
    const kept = new Set(trackedFiles('src/modules/**'))
    const missing = [...rooms].flatMap(room =>
      ['README.md', 'module.ts', 'messages/uk.json', 'messages/pl.json', 'messages/en.json']
        .map(file => `src/modules/${room}/${file}`)
        .filter(file => !kept.has(file)),
    )
    expect(missing).toEqual([])
  })

  it('writes no style or script into its pages', () => {
    const found = production.filter(
      ({ path, text }) =>
        path.endsWith('.tsx') &&
        !path.includes('/emails/') &&
        // Of elements; a component may have a property of that name, as `<Time style="short">` has.
        /<[a-z][^<>]*\sstyle=[{"']|\son[a-z]+=[{"']|<script(?![^>]*type="application\/ld\+json")(?![^>]*src=)/.test(
          text,
        ),
    )
    expect(found.map(({ path }) => path)).toEqual([])
  })

  it('skips and narrows no test', () => {
    const tests = trackedFiles(
      'src/**/*.test.ts',
      'src/**/*.test.tsx',
      'tests/**/*.ts',
      'bin/**/*.test.ts',
    ).map(readSource)
    const found = tests.filter(({ text }) => /\b(it|test|describe)\.(only|skip|todo|fails)\b/.test(text))
    expect(found.map(({ path }) => path)).toEqual([])
  })
})
