import { describe, expect, test } from 'vitest'
import { jpeg, pdf, png, webp } from '#tests/file-samples.ts'
import { withoutTraces } from './picture-traces.ts'

const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex')
const secret = 'GPS 50.45 30.52'

const segment = (marker: number, body: Buffer | string) => {
  const content = Buffer.from(body)
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

const exif = (orientation: string, little = false) =>
  Buffer.concat([
    Buffer.from('Exif\0\0'),
    little
      ? hex(`49492a00 08000000 0100 1201 0300 01000000 ${orientation}00 0000 00000000`)
      : hex(`4d4d002a 00000008 0001 0112 0003 00000001 00${orientation} 0000 00000000`),
    Buffer.from(secret),
  ])

const frame = segment(0xe0, hex('4a46494600 0101 0000 0100 0100 00'))
const scan = Buffer.concat([segment(0xda, hex('010100003f00')), hex('12ff00 34ffd0 56')])
const photograph = (...parts: Buffer[]) =>
  Buffer.concat([hex('ffd8'), ...parts, scan, hex('ffd9'), Buffer.from(`a film, ${secret}`)])
const bare = Buffer.concat([hex('ffd8'), frame, scan, hex('ffd9')])

describe('a JPEG', () => {
  test.each([
    ['Exif', segment(0xe1, exif('01'))],
    ['XMP', segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${secret}`)],
    ['captions', segment(0xed, `Photoshop 3.0\0${secret}`)],
    ['several pictures', segment(0xe2, `MPF\0${secret}`)],
    ['a preview', segment(0xe0, `JFXX\0${secret}`)],
    ['a comment', segment(0xfe, secret)],
  ])('loses %s, also behind another segment, and what hangs on its end', (_what, traces) => {
    const other = segment(0xe1, 'http://ns.adobe.com/xmp/extension/')
    for (const parts of [
      [frame, traces],
      [frame, other, traces],
      [frame, traces, traces],
    ]) {
      expect(withoutTraces(photograph(...parts), 'image/jpeg')).toEqual(bare)
    }
  })

  test.each([false, true])('stays turned as it was (little-endian: %s)', little => {
    const clean = withoutTraces(photograph(frame, segment(0xe1, exif('06', little))), 'image/jpeg')!
    expect(clean.includes(secret)).toBe(false)
    const [, said] = clean.toString('latin1').split('Exif\0\0')
    expect(said!.slice(0, 26)).toBe(exif('06').toString('latin1', 6, 32))
    expect(withoutTraces(clean, 'image/jpeg')).toEqual(clean)
  })

  test('keeps its colours', () => {
    const colours = [segment(0xe2, 'ICC_PROFILE\0\x01\x01profile'), segment(0xee, 'Adobe\0d\0\0\0\0\x01')]
    const clean = withoutTraces(photograph(frame, ...colours), 'image/jpeg')!
    for (const part of colours) expect(clean.includes(part)).toBe(true)
  })

  test('that is broken, or lies about its lengths, is not taken', () => {
    for (const bytes of [hex('ffd8 ffe1 ffff 00'), hex('ffd8 00'), hex('ffd8 ffe1 0000 ffd9')]) {
      expect(withoutTraces(bytes, 'image/jpeg')).toBeNull()
    }
    const lying = Buffer.concat([Buffer.from('Exif\0\0'), hex('4d4d002a ffffffff 0001 0000 0000')])
    expect(withoutTraces(photograph(frame, segment(0xe1, lying)), 'image/jpeg')).toEqual(bare)
  })
})

const chunk = (kind: string, content: string) => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(content.length)
  return Buffer.concat([size, Buffer.from(kind + content), Buffer.alloc(4)])
}

test.each(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME', 'prVt'])(
  'a PNG loses %s and what hangs on its end',
  kind => {
    const at = png.indexOf('IDAT') - 4
    const telling = Buffer.concat([
      png.subarray(0, at),
      chunk(kind, secret),
      png.subarray(at),
      Buffer.from(secret),
    ])
    expect(withoutTraces(telling, 'image/png')).toEqual(png)
    expect(withoutTraces(png.subarray(0, -4), 'image/png')).toBeNull()
  },
)

test('a WebP loses EXIF and XMP, and no longer says that it has them', () => {
  const part = (kind: string, content: Buffer) => {
    const head = Buffer.alloc(8, kind)
    head.writeUInt32LE(content.length, 4)
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)])
  }
  const file = (...parts: Buffer[]) => {
    const body = Buffer.concat([Buffer.from('WEBP'), ...parts])
    const head = Buffer.from('RIFF....')
    head.writeUInt32LE(body.length, 4)
    return Buffer.concat([head, body])
  }
  const said = (flags: number) => part('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
  const picture = part('VP8 ', Buffer.from('odd'))
  const telling = file(
    said(0x1c),
    picture,
    part('EXIF', Buffer.from(secret)),
    part('XMP ', Buffer.from(secret)),
  )
  expect(withoutTraces(Buffer.concat([telling, Buffer.from(secret)]), 'image/webp')).toEqual(
    file(said(0x10), picture),
  )
})

test.each([
  ['image/jpeg', jpeg],
  ['image/png', png],
  ['image/webp', webp],
  ['application/pdf', pdf],
])('%s without traces comes back as it is', (mediaType, bytes) => {
  expect(withoutTraces(Buffer.from(bytes), mediaType)).toEqual(Buffer.from(bytes))
})
