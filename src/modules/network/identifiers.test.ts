import { expect, test } from 'vitest'
import { isCsvColumn, nameLanguageOf } from './csv-columns.ts'
import { readIdentifier, type Scheme } from './identifiers.ts'

// Numbers of public registers: the foundation of the fifth source text, the tax office's own NIP, state bodies of
// Ukraine, the statistical office of Poland, a foundation for legal entity identifiers.
test.each<[Scheme, string, string]>([
  ['PL-KRS', '0000240024', '0000240024'],
  ['PL-KRS', '240024', '0000240024'],
  ['PL-KRS', 'KRS: 0000 240 024', '0000240024'],
  ['PL-NIP', '526-025-09-95', '5260250995'],
  ['PL-NIP', 'PL5260250995', '5260250995'],
  ['PL-REGON', '000331501', '000331501'],
  ['PL-REGON', '12345678512347', '12345678512347'],
  ['UA-EDR', '21661556', '21661556'],
  ['UA-EDR', '32855961', '32855961'],
  ['UA-EDR', 'ЄДРПОУ 00032112', '00032112'],
  ['UA-EDR', '32112', '00032112'],
  ['XI-LEI', '5067 00GE1G29325QX363', '506700GE1G29325QX363'],
  ['XI-WIKIDATA', 'q42', 'Q42'],
])('%s %s is stored as %s', (scheme, typed, stored) => {
  expect(readIdentifier(scheme, typed)).toEqual({ ok: true, value: stored })
})

test.each<[Scheme, string]>([
  ['UA-EDR', '32855968'],
  ['PL-NIP', '5260250994'],
  ['PL-REGON', '000331502'],
  ['PL-REGON', '12345678512348'],
  ['XI-LEI', '506700GE1G29325QX364'],
])('%s %s is refused for its check digit', (scheme, typed) => {
  expect(readIdentifier(scheme, typed)).toEqual({ ok: false, problem: 'network.identifier.wrongCheckDigit' })
})

test.each<[Scheme, string]>([
  ['UA-EDR', '123456789'],
  ['UA-EDR', '00000000'],
  ['PL-KRS', '12345678901'],
  ['PL-KRS', '0000000000'],
  ['PL-KRS', 'brak'],
  ['PL-NIP', '526025099'],
  ['PL-REGON', '1234567890'],
  ['XI-LEI', '506700GE1G29325QX36'],
  ['XI-WIKIDATA', '42'],
])('%s %s is refused for its shape', (scheme, typed) => {
  expect(readIdentifier(scheme, typed)).toEqual({ ok: false, problem: 'network.identifier.wrongShape' })
})

test('a swap of two neighbouring digits of a Ukrainian number is noticed', () => {
  expect(readIdentifier('UA-EDR', '23855961').ok).toBe(false)
})

test('names may stand in any language', () => {
  expect(nameLanguageOf('name:rue')).toBe('rue')
  expect(nameLanguageOf('name:crh-Latn')).toBe('crh-Latn')
  expect(isCsvColumn('name:crh')).toBe(true)
  expect(isCsvColumn('UA-EDR')).toBe(true)
  expect(isCsvColumn('ethnicity')).toBe(false)
})
