import { createHmac } from 'node:crypto'
import type { OpenedFile } from '#modules/network/index.ts'
import type { Platform } from '#platform/platform.ts'

/**
 * What recognises a file that was imported before, however it was saved: of its cells, not of its bytes. Keyed, so that a
 * copy of the database alone does not tell whether a file that somebody has is in it.
 */
export function fingerprint(
  { secrets }: Pick<Platform, 'secrets'>,
  { header, table }: Pick<OpenedFile, 'header' | 'table'>,
): Buffer {
  const hmac = createHmac('sha256', secrets.files).update('monitoring import\n')
  hmac.update(JSON.stringify(header))
  for (const { cells } of table.rows) hmac.update(`\n${JSON.stringify(cells)}`)
  return hmac.digest()
}
