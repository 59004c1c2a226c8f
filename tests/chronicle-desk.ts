import { importChronicle } from '#modules/monitoring/actions/import-chronicle.ts'
import { fingerprint } from '#modules/monitoring/import/fingerprint.ts'
import { incidentMap } from '#modules/monitoring/import/incident-map.ts'
import { openFile } from '#modules/network/index.ts'
import { openRecord } from '#platform/vault/index.ts'
import { testPlatform } from './platform.ts'
import { given, openVaultDesk, type Somebody } from './vault-desk.ts'

/** A monitor with a key, and chronicles that they take over. */
export async function openChronicleDesk() {
  const desk = await openVaultDesk()
  const monitor = await desk.colleague('monitor')
  const platform = await testPlatform(4999, desk.database)

  function open(content: string | Uint8Array, map: unknown) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const mapping = incidentMap.parse(map)
    const opened = openFile(bytes, mapping)
    if (!opened.ok) throw new Error(opened.problem.reason)
    const print = fingerprint(platform, opened.file)
    return { original: { name: 'list.csv', bytes }, file: opened.file, map: mapping, fingerprint: print }
  }

  /** What came of an import, refused or not. */
  const attempt = (content: string | Uint8Array, map: unknown, who: Somebody = monitor) => {
    const { original, ...chronicle } = open(content, map)
    return desk.as(who.account, tx => importChronicle(tx, original, { ...chronicle, by: 'page' }))
  }

  const take = async (content: string | Uint8Array, map: unknown) => given(await attempt(content, map))

  /** Rows of the incidents that came with an import, in the order of their months. */
  const incidents = (id: string) =>
    desk.sql(
      `select i.*, i.month::text as month, i.month_until::text as month_until from monitoring.incidents i
       where i.import_id = $1 order by i.month nulls last, i.region nulls last, i.id`,
      [id],
    )

  /** Opens the record of an import as its monitor. */
  const inRecord = async <T>(
    id: string,
    work: (
      tx: Parameters<Parameters<typeof desk.opened<T>>[1]>[0],
      open: NonNullable<Awaited<ReturnType<typeof openRecord>>>,
    ) => Promise<T>,
  ): Promise<T> => {
    const [{ record }] = await desk.sql('select record_id as record from monitoring.imports where id = $1', [
      id,
    ])
    return desk.opened(monitor, async (tx, unlocked) => {
      const opened = await openRecord(tx, unlocked, record, 'to test')
      if (!opened) throw new Error('the record does not open')
      return work(tx, opened)
    })
  }

  return { ...desk, platform, monitor, open, attempt, take, incidents, inRecord }
}
