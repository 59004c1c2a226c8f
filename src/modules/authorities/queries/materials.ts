import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { MaterialsAsk } from '../forms/materials.ts'
import type { MaterialKind, MaterialStatus } from '../schema/materials.ts'

/** A material on the cooperation with a public body. Days are ISO text. */
export type MaterialView = {
  id: string
  body: { id: string; name: Localised }
  kind: MaterialKind
  title: string
  lang: string
  onDay: string | null
  description: string
  url: string | null
  file: { name: string; size: number } | null
  status: MaterialStatus
  withdrawnBecause: string | null
  version: number
  publishedAt: string | null
}

const columns = `m.id, json_build_object('id', b.id, 'name', b.name) as body, m.kind, m.title, m.lang, m.on_day::text as "onDay",
  m.description, m.url, case when f.id is not null then json_build_object('name', f.name, 'size', f.size) end as file, m.status,
  m.withdrawn_because as "withdrawnBecause", m.version,
  to_char(m.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt"`
const tables = `authorities.materials m join authorities.bodies b on b.id = m.body_id
  left join platform.files f on f.umbrella_id = m.umbrella_id and f.id = m.file_id`

/** One material, as far as the asker may know of it. */
export async function findMaterial(
  tx: Tx,
  id: string,
): Promise<(MaterialView & { fileId: string | null }) | null> {
  const [found] = await rows<MaterialView & { fileId: string | null }>(
    tx,
    'authorities.material',
    `select ${columns}, m.file_id as "fileId" from ${tables} where m.umbrella_id = platform.current_umbrella() and m.id = $1`,
    [id],
  )
  return found ?? null
}

const pageSize = 50

/** One page of materials, the newest first; those without a day come last. Who keeps them sees those that are not published. */
export async function listMaterials(
  tx: Tx,
  { kind, body, from }: MaterialsAsk,
  size = pageSize,
): Promise<{ materials: MaterialView[]; next: number | null }> {
  const found = await rows<MaterialView>(
    tx,
    'authorities.materials',
    `select ${columns} from ${tables}
     where m.umbrella_id = platform.current_umbrella() and ($1::text is null or m.kind = $1) and ($2::uuid is null or m.body_id = $2)
     order by m.on_day desc nulls last, m.id limit $3 offset $4`,
    [kind, body, size + 1, from],
  )
  return { materials: found.slice(0, size), next: found.length > size ? from + size : null }
}

/** What everybody may take away: published ones alone, whoever asks. */
export const publishedMaterials = (tx: Tx, { kind, body }: MaterialsAsk): Promise<MaterialView[]> =>
  rows(
    tx,
    'authorities.materials-published',
    `select ${columns} from ${tables}
     where m.umbrella_id = platform.current_umbrella() and m.status = 'published' and ($1::text is null or m.kind = $1)
       and ($2::uuid is null or m.body_id = $2)
     order by m.on_day desc nulls last, m.id limit 10000`,
    [kind, body],
  )

/** What was published last. */
export const newestMaterials = (tx: Tx, limit = 20): Promise<MaterialView[]> =>
  rows(
    tx,
    'authorities.materials-newest',
    `select ${columns} from ${tables} where m.umbrella_id = platform.current_umbrella() and m.status = 'published'
     order by m.published_at desc, m.id limit $1`,
    [limit],
  )
