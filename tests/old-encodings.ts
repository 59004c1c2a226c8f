/** A text as an old office program saved it; letters that the encoding lacks become question marks. */
export function encoded(text: string, encoding: 'windows-1250' | 'windows-1251' | 'utf-16le'): Uint8Array {
  if (encoding === 'utf-16le') {
    return new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
  }
  const decoder = new TextDecoder(encoding)
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte] as const),
  )
  return Uint8Array.from(text, letter => bytes.get(letter) ?? 0x3f)
}
