import { expect, it } from 'vitest'
import { modulesOf } from '#src/modules.ts'
import { readSource, trackedFiles } from './source-files.ts'

const words = new Set(
  modulesOf({} as never, () => ({}) as never).flatMap(module => Object.keys(module.journal ?? {})),
)

// Which of two actions is recorded may depend on the outcome: any mention outside the lists of words counts.
const mentioned = trackedFiles('src/modules/**/*.ts', 'src/modules/**/*.tsx', 'src/platform/vault/*.ts')
  .filter(path => !path.endsWith('.test.ts') && !/\/journal(-words\.ts|\/)/.test(path))
  .map(readSource)
  .flatMap(({ text }) =>
    [
      ...text.matchAll(
        /'((?:people|network|initiatives|monitoring|authorities|councils|front|vault)\.[a-z]+(?:_[a-z]+)+|people\.invited)'/g,
      ),
    ].map(match => match[1]!),
  )

const recorded = trackedFiles('src/modules/**/*.ts', 'src/platform/vault/*.ts')
  .filter(path => !path.endsWith('.test.ts'))
  .map(readSource)
  .filter(({ text }) => /\brecord\(/.test(text))
  .flatMap(({ text }) => [...text.matchAll(/\baction: '([a-z]+\.[a-z_]+)'/g)].map(match => match[1]!))

// `people.act_${status}`
const beginnings = trackedFiles('src/modules/**/*.ts')
  .map(readSource)
  .flatMap(({ text }) => [...text.matchAll(/action: `([a-z]+\.[a-z_]+_)\$\{/g)].map(match => match[1]!))

it('the journal has a sentence for every action that is recorded', () => {
  expect(recorded.length).toBeGreaterThan(20)
  expect([...new Set(recorded)].filter(action => !words.has(action))).toEqual([])
})

it('and none for an action that is never recorded', () => {
  const known = new Set(mentioned)
  const assembled = (action: string) => beginnings.some(beginning => action.startsWith(beginning))
  expect([...words].filter(action => !known.has(action) && !assembled(action))).toEqual([])
})
