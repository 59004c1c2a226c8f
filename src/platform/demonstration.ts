import { createHash } from 'node:crypto'

/** The same key for the same name in every demonstration, so that rooms can speak of each other's rows: UUID, version 8. */
export function demonstrationId(name: string): string {
  const hex = createHash('sha256').update(`parasol demonstration ${name}`).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
