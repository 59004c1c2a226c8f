import { describe, expect, test } from 'vitest'
import { SealBroken } from './context.ts'
import { newKeyPair } from './seal.ts'
import { openDataKey, openPart, sealRecord } from './sealed-record.ts'

const umbrella = '01900000-0000-7000-8000-000000000001'
const [team, person] = [await newKeyPair(), await newKeyPair()]
const recipients = [
  { kind: 'team', id: 'generation 1', publicKey: team.publicKey },
  { kind: 'person', id: 'key 1', publicKey: person.publicKey },
] as const
const parts = { answers: 'Мене не пустили до школи.', identity: '' }
const sealed = await sealRecord(umbrella, recipients, parts)
const place = { umbrella, record: sealed.record }

describe('a sealed record', () => {
  test('opens for each recipient, part by part', async () => {
    for (const [index, { privateKey }] of [team, person].entries()) {
      const dataKey = await openDataKey(place, sealed.seals[index]!, privateKey)
      const texts = await Promise.all(sealed.parts.map(part => openPart(place, dataKey, part)))
      expect(texts).toEqual(Object.values(parts))
    }
  })

  test('has an id that tells no time, and parts of one length whatever they say', () => {
    for (const { id } of [{ id: sealed.record }, ...sealed.parts]) expect(id[14]).toBe('4')
    expect(new Set(sealed.parts.map(part => part.sealed.length)).size).toBe(1)
  })

  test('cannot be moved: not to another umbrella or record, not to another recipient', async () => {
    const [seal] = sealed.seals
    const elsewhere = [
      [{ ...place, umbrella: '01900000-0000-7000-8000-000000000002' }, seal!],
      [{ ...place, record: sealed.parts[0]!.id }, seal!],
      [place, { ...seal!, recipient: 'generation 2' }],
      [place, { ...seal!, kind: 'person' as const }],
    ] as const
    for (const [where, what] of elsewhere) {
      await expect(openDataKey(where, what, team.privateKey)).rejects.toThrow(SealBroken)
    }
  })

  test('holds no part under another name, in another record, or in the place of another part', async () => {
    const [answers, identity] = sealed.parts
    for (const [where, what] of [
      [place, { ...answers!, name: 'identity' }],
      [{ ...place, record: answers!.id }, answers!],
      [place, { ...answers!, id: identity!.id }],
      [place, { ...answers!, sealed: identity!.sealed }],
    ] as const) {
      await expect(openPart(where, sealed.dataKey, what)).rejects.toThrow(SealBroken)
    }
  })
})
