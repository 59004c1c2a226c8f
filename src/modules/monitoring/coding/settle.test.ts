import { expect, it } from 'vitest'
import { compareCodings, settleCodings } from './settle.ts'

const first = { layer: 'C', bias: 'ROMA', biases: ['ROMA'], types: ['ASS', 'THR'], location: null }
const second = { layer: 'C', bias: 'RX', biases: ['RX', 'ROMA'], types: ['THR', 'ASS'], location: 'STR' }
const compared = compareCodings(first, second)

it('two codings are compared field by field, whatever the order of their codes', () => {
  expect(compared.filter(({ same }) => !same).map(({ field }) => field.name)).toEqual([
    'biases',
    'bias',
    'location',
  ])
})

it('nothing holds while a difference is open', () => {
  expect(settleCodings(compared, { bias: 'first' })).toEqual({ ok: false, open: ['biases', 'location'] })
})

it('what both chose holds as it is, and the rest as it was settled', () => {
  const settled = settleCodings(compared, { biases: 'both', bias: 'second', location: 'first' })
  expect(settled).toMatchObject({
    ok: true,
    codes: {
      layer: 'C',
      bias: 'RX',
      biases: ['ROMA', 'RX'],
      types: ['ASS', 'THR'],
      location: null,
      laws: [],
    },
  })
})

it('a main motive outside the motives is asked for again', () => {
  expect(settleCodings(compared, { biases: 'first', bias: 'second', location: 'first' })).toEqual({
    ok: false,
    open: ['bias'],
  })
})
