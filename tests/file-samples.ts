import { crc32 } from 'node:zlib'

// The smallest files of each kind, made here so that no strange file lies in the repository.

const text = (content: string) => Buffer.from(content, 'utf8')
const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex')

function entry(name: string, content: Buffer, offset: number): { local: Buffer; central: Buffer } {
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt32LE(crc32(content), 10)
  shared.writeUInt32LE(content.length, 14)
  shared.writeUInt32LE(content.length, 18)
  shared.writeUInt16LE(name.length, 22)
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  return {
    local: Buffer.concat([hex('504b0304'), shared, text(name), content]),
    central: Buffer.concat([hex('504b0102'), hex('1400'), shared, place, text(name)]),
  }
}

/** An archive without compression. */
function archive(files: Record<string, string>): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(files)) {
    const { local, central } = entry(name, text(content), offset)
    locals.push(local)
    centrals.push(central)
    offset += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(centrals.length, 4)
  end.writeUInt16LE(centrals.length, 6)
  end.writeUInt32LE(Buffer.concat(centrals).length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, ...centrals, hex('504b0506'), end])
}

const wordOf = (type: string) =>
  archive({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}.main+xml"/></Types>`,
    'word/document.xml': '<w:document/>',
  })

export const docx = wordOf('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
export const docm = wordOf('application/vnd.ms-word.document.macroEnabled')
export const odt = archive({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': '<office/>',
})
export const zip = archive({ 'program.sh': 'echo' })
export const pdf = text('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const png = hex(
  '89504e470d0a1a0a 0000000d 49484452 00000001000000010806000000 1f15c489 0000000a 49444154 789c6360000000020001 e221bc33 00000000 49454e44 ae426082',
)
export const jpeg = hex('ffd8ffe0 0010 4a46494600 0101 0000 0100 0100 00 ffd9')
export const webp = Buffer.concat([
  text('RIFF'),
  hex('1a000000'),
  text('WEBPVP8L'),
  hex('0d000000 2f00000010071011118888fe0700'),
])
export const elf = hex('7f454c46 02010100 0000000000000000 0200 3e00')
export const svg = text(
  '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
)
export const html = text('<!doctype html><script>alert(1)</script>')
