import { describe, expect, test } from 'vitest'
import { decodeText } from './charsets.ts'

/** A text in an encoding of one byte a letter; what it lacks becomes a question mark. */
function oneByte(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from([...text].map(sign => bytes.get(sign) ?? 0x3f))
}

const wide = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

const ukrainian = 'Шановні колеги! Ваше звернення зареєстровано. Відповідь буде надано у строк.'
const polish = 'Szanowni Państwo, odpowiedź będzie udzielona w terminie. Źródło, ślad, łąka.'
const russian = 'Ваше обращение зарегистрировано, ответ будет дан в установленный срок.'

const samples = [
  [ukrainian, 'windows-1251'],
  [ukrainian, 'koi8-u'],
  [russian, 'koi8-r'],
  [polish, 'iso-8859-2'],
  [polish, 'windows-1250'],
  ['Ваш лист', 'koi8-u'],
] as const

describe('a text is read', () => {
  test.each(samples)('%j as its mail says: %s', (text, charset) => {
    expect(decodeText(oneByte(text, charset), charset)).toMatchObject({ text, guessed: null })
  })

  test.each(samples)('%j by the best guess where its mail does not say that it is %s', (text, charset) => {
    expect(decodeText(oneByte(text, charset), null)).toMatchObject({ text, guessed: 'missing' })
    expect(decodeText(oneByte(text, charset), 'x-unknown')).toMatchObject({ text, guessed: 'wrong' })
    expect(decodeText(oneByte(text, charset), 'utf-8')).toMatchObject({ text, guessed: 'wrong' })
    expect(decodeText(oneByte(text, charset), 'us-ascii')).toMatchObject({ text, guessed: 'wrong' })
  })

  test.each([
    ['koi8-u', 'windows-1251', ukrainian],
    ['windows-1251', 'iso-8859-2', ukrainian],
    ['windows-1250', 'windows-1251', polish],
  ])('%s that calls itself %s is found out', (charset, said, text) => {
    expect(decodeText(oneByte(text, charset), said)).toEqual({ text, charset, guessed: 'wrong' })
  })

  test.each([false, true])('sixteen bits a letter, big end first: %s, whatever its mail says', big => {
    const charset = big ? 'utf-16be' : 'utf-16le'
    expect(decodeText(wide(ukrainian, big), 'utf-16')).toEqual({ text: ukrainian, charset, guessed: null })
    for (const said of [null, 'utf-8', 'windows-1251']) {
      expect(decodeText(wide(ukrainian, big), said)).toMatchObject({ text: ukrainian, charset })
    }
    expect(decodeText(wide(`\ufeff${ukrainian}`, big), 'utf-16').text).toBe(ukrainian)
  })

  test.each(['windows-1251', 'utf-16', 'us-ascii'])('UTF-8 that calls itself %s', said => {
    expect(decodeText(Buffer.from(ukrainian), said)).toEqual({
      text: ukrainian,
      charset: 'utf-8',
      guessed: 'wrong',
    })
  })

  test.each([
    'ПОСТАНОВА ВЕРХОВНОЇ РАДИ УКРАЇНИ. Про звернення',
    'Лист від Zoom і Teams. «Київ» – 5 °C, ±1',
    '№ 12',
  ])('%j is believed to be what it says', text => {
    expect(decodeText(oneByte(text, 'windows-1251'), 'windows-1251')).toMatchObject({ text, guessed: null })
  })

  test('without a remark when it is plain ASCII, of whatever kind it calls itself', () => {
    for (const said of [null, 'us-ascii', 'windows-1251', 'utf-8', 'iso-8859-2']) {
      expect(decodeText(Buffer.from('Plain.'), said)).toMatchObject({ text: 'Plain.', guessed: null })
    }
  })
})
