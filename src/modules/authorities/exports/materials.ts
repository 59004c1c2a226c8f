import { writeTable } from '#modules/network/index.ts'
import type { I18n } from '#platform/i18n/index.ts'
import type { MaterialView } from '../queries/materials.ts'

const columns = [
  'kind',
  'title',
  'language',
  'date',
  'body',
  'body_id',
  'description',
  'link',
  'file',
  'published_at',
  'address',
]

/** Where a material is read; `home` is the address of the umbrella. */
export const materialAddress = (home: string, { id, body }: Pick<MaterialView, 'id' | 'body'>) =>
  `${home}/bodies/${body.id}#material-${id}`

/** What everybody may know of a material, as data. */
export const publicMaterial = (material: MaterialView, home: string) => {
  const { id, body, kind, title, lang, onDay, description, url, file, publishedAt } = material
  return {
    ...{ id, body, kind, title, lang, onDay, description, url, publishedAt },
    file: file && { ...file, address: `${home}/materials/${id}/file` },
    address: materialAddress(home, material),
  }
}

/** Published materials as CSV, names of bodies in the reader's language. */
export const materialsCsv = (
  materials: readonly MaterialView[],
  { i18n, home }: { i18n: I18n; home: string },
) =>
  writeTable(
    columns,
    materials.map(material => {
      const { kind, title, lang, onDay, body, description, url, file, publishedAt, address } = publicMaterial(
        material,
        home,
      )
      return [
        ...[kind, title, lang, onDay ?? '', i18n.text(body.name).value, body.id, description, url ?? ''],
        ...[file?.address ?? '', publishedAt ?? '', address],
      ]
    }),
  )
