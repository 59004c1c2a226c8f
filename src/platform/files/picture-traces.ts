// A photograph says where and when it was taken, with which telephone, sometimes with an earlier picture inside. A scan of
// an agreement that everybody may download must not show the way to somebody's door. See docs/decisions/0012.

type Segment = { marker: number; body: Buffer; whole: Buffer }

const startsWith = (body: Buffer, text: string) => body.subarray(0, text.length).toString('latin1') === text

/** The turn that a viewer has to make (2 to 8), from an Exif segment; 1 where it tells none. */
function orientationIn(body: Buffer): number {
  const tiff = body.subarray(6)
  if (tiff.length < 14) return 1
  const little = startsWith(tiff, 'II')
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (directory + 2 > tiff.length) return 1
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * 12
    if (at + 10 > tiff.length) return 1
    if (short(at) === 0x0112) return short(at + 8)
  }
  return 1
}

// An Exif segment that says nothing but how to turn the picture.
function turned(orientation: number): Buffer {
  const segment = Buffer.from(
    'ffe10022457869660000' + '4d4d002a00000008' + '0001' + '01120003000000010000' + '0000' + '00000000',
    'hex',
  )
  segment.writeUInt16BE(orientation, 28)
  return segment
}

const isScan = (marker: number) => marker === 0xda
const standsAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)

/** Where the compressed picture after a scan's header ends: at the next marker that is not part of it. */
function endOfScan(bytes: Buffer, from: number): number {
  for (
    let at = bytes.indexOf(0xff, from);
    at !== -1 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1]!
    if (next !== 0 && next !== 0xff && !standsAlone(next)) return at
  }
  return bytes.length
}

/** The parts of a JPEG up to its end; null when it is not one all through. What follows the end is no picture. */
function segmentsOf(bytes: Buffer): Segment[] | null {
  const segments: Segment[] = []
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0xd9
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xd9) break
    if (at + 4 > bytes.length) return null
    const header = standsAlone(marker) ? at + 2 : at + 2 + bytes.readUInt16BE(at + 2)
    if (header > bytes.length || (!standsAlone(marker) && header < at + 4)) return null
    const end = isScan(marker) ? endOfScan(bytes, header) : header
    segments.push({ marker, body: bytes.subarray(at + 4, header), whole: bytes.subarray(at, end) })
    at = end
  }
  return segments
}

const isExif = ({ marker, body }: Segment) => marker === 0xe1 && startsWith(body, 'Exif\0\0')

// Of what programs may add, the frame of the file and its colours stay.
function belongsToPicture({ marker, body }: Segment): boolean {
  if (marker === 0xe0) return startsWith(body, 'JFIF\0')
  if (marker === 0xe2) return startsWith(body, 'ICC_PROFILE\0')
  if (marker === 0xee) return startsWith(body, 'Adobe')
  return !(marker >= 0xe1 && marker <= 0xef) && marker !== 0xfe
}

function plainJpeg(bytes: Buffer): Buffer | null {
  const segments = segmentsOf(bytes)
  if (!segments) return null
  const exif = segments.find(isExif)
  const orientation = exif ? orientationIn(exif.body) : 1
  const kept = segments.filter(belongsToPicture).map(({ whole }) => whole)
  const frame = segments[0] && segments[0].marker === 0xe0 && belongsToPicture(segments[0]) ? 1 : 0
  if (orientation >= 2 && orientation <= 8) kept.splice(frame, 0, turned(orientation))
  return Buffer.concat([bytes.subarray(0, 2), ...kept, Buffer.from('ffd9', 'hex')])
}

const pngParts = new Set('gAMA cHRM sRGB iCCP cICP sBIT bKGD tRNS pHYs hIST sPLT acTL fcTL fdAT'.split(' '))

function plainPng(bytes: Buffer): Buffer | null {
  const kept = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) return null
    // A capital letter: without this part there is no picture.
    if (/^[A-Z]/.test(kind) || pngParts.has(kind)) kept.push(bytes.subarray(at, end))
    if (kind === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return null
}

const webpParts = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
const tellsOfTraces = 0b0000_1100

function plainWebp(bytes: Buffer): Buffer | null {
  const kept: Buffer[] = []
  const whole = Math.min(bytes.length, bytes.readUInt32LE(4) + 8)
  for (let at = 12; at + 8 <= whole; ) {
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > whole) return null
    const part = Buffer.from(bytes.subarray(at, end))
    const kind = part.toString('latin1', 0, 4)
    if (kind === 'VP8X' && size > 0) part[8]! &= ~tellsOfTraces
    if (webpParts.has(kind)) kept.push(part)
    at = end
  }
  const head = Buffer.from(bytes.subarray(0, 12))
  head.writeUInt32LE(4 + kept.reduce((sum, part) => sum + part.length, 0), 4)
  return Buffer.concat([head, ...kept])
}

const plain: Readonly<Record<string, (bytes: Buffer) => Buffer | null>> = {
  'image/jpeg': plainJpeg,
  'image/png': plainPng,
  'image/webp': plainWebp,
}

/**
 * A picture without what cameras and programs wrote about its making: place, time, device, comments, previews, whatever
 * follows its end. It looks the same, turned as it was. Other files come back as they are; null for a picture that is broken.
 */
export function withoutTraces(bytes: Buffer, mediaType: string): Buffer | null {
  const clean = plain[mediaType]
  return clean ? clean(bytes) : bytes
}
