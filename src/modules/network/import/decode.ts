/** Encodings in which office programs here save CSV. */
export const encodings = ['utf-8', 'utf-16le', 'windows-1251', 'windows-1250'] as const
export type Encoding = (typeof encodings)[number]

// In Cyrillic text whole words lie above ASCII; in Polish text single letters do, between ASCII ones.
function looksCyrillic(bytes: Uint8Array): boolean {
  let high = 0
  let together = 0
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index]! < 0x80) continue
    high += 1
    if ((bytes[index - 1] ?? 0) >= 0x80) together += 1
  }
  return together * 2 > high
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** The encoding the bytes most likely have. UTF-8 and UTF-16 are certain; the two Windows pages are told apart by words. */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (isUtf8(bytes)) return 'utf-8'
  return looksCyrillic(bytes) ? 'windows-1251' : 'windows-1250'
}

/** The text, without its byte order mark. A wrong encoding yields wrong letters, never an error. */
export const decode = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes)
