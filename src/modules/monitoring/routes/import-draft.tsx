import type { Context } from 'hono'
import { mostRows, type OpenedFile, openFile, tableProblems, uploaded } from '#modules/network/index.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { type Problem, readForm } from '#platform/http/form.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Refusal } from '#platform/refusal.ts'
import { beginDraft, type Draft, dropDraft, keepMap, openDraft } from '../actions/import-draft.ts'
import { fileForm, readMap } from '../forms/import.ts'
import { columnsForm, columnValues, readColumns, readCut } from '../forms/import-columns.ts'
import { readValues, valuesOf } from '../forms/import-values.ts'
import { codedFields, type IncidentMap } from '../import/incident-map.ts'
import { suggestMap } from '../import/suggest-map.ts'
import { ImportColumnsPage } from '../pages/import-columns.tsx'
import { NewImportPage } from '../pages/import-new.tsx'
import { ImportValuesPage } from '../pages/import-values.tsx'
import { vocabularyOf } from '../queries/vocabulary.ts'
import { draftKey, dropDraftKey, keepDraftKey } from './import-cookie.ts'
import { monitors } from './monitors.ts'

type C = Context<UmbrellaEnv>

const draft = '/incidents/import/draft'

const lost = (c: C) => c.var.page(<NewImportPage lost />)

const wrong = (c: C, problem: Problem) => c.var.page(<NewImportPage problems={[problem]} />, { status: 422 })

const refused = (c: C, refusal: Refusal) => c.var.page(<NewImportPage refusal={refusal} />, { status: 409 })

/** What the person brought, with its rows; null when it is gone, or in another browser. */
export async function draftOf(c: C): Promise<{ draft: Draft; file: OpenedFile } | null> {
  const known = draftKey(c)
  const found = known && (await c.var.read(tx => openDraft(tx, known.id, known.key)))
  if (!found) return null
  const opened = openFile(found.bytes, found.map)
  if (!opened.ok) throw new Error('a chronicle that could be opened cannot be opened any more')
  return { draft: found, file: opened.file }
}

async function mapping(upload: File | null) {
  return upload ? readMap(await upload.text()) : ({ ok: true, map: null } as const)
}

/** A mapping may have been made for another file: what this one lacks is left out of it, and shown as not chosen. */
async function begin(c: C, upload: File, told: IncidentMap | null) {
  const bytes = new Uint8Array(await upload.arrayBuffer())
  const opened = openFile(bytes, { encoding: told?.encoding, delimiter: told?.delimiter })
  if (!opened.ok) {
    const { reason, row } = opened.problem
    return wrong(c, { field: 'file', message: tableProblems[reason], values: { row, most: mostRows } })
  }
  const { encoding, delimiter } = opened.file
  const map = { ...(told ?? suggestMap(opened.file)), encoding, delimiter }
  const outcome = await c.var.write(tx => beginDraft(tx, { name: upload.name, map, bytes }))
  if (!outcome.ok) return refused(c, outcome)
  keepDraftKey(c, outcome.id, outcome.key)
  return c.var.seeOther(draft)
}

type Found = NonNullable<Awaited<ReturnType<typeof draftOf>>>

const columns = (
  { draft: { name, map }, file }: Found,
  shown: Partial<Parameters<typeof ImportColumnsPage>[0]> = {},
) => <ImportColumnsPage name={name} map={map} file={file} values={columnValues(file, map)} {...shown} />

/** Cut otherwise the file has other columns: they are proposed anew. */
async function cutAnew(c: C, { draft: held }: Found, cut: Pick<IncidentMap, 'encoding' | 'delimiter'>) {
  const opened = openFile(held.bytes, cut)
  if (!opened.ok) {
    const { reason, row } = opened.problem
    return wrong(c, { field: 'file', message: tableProblems[reason], values: { row, most: mostRows } })
  }
  const map = suggestMap(opened.file)
  await c.var.write(tx => keepMap(tx, held, map))
  return c.var.page(columns({ draft: { ...held, map }, file: opened.file }, { cutAnew: true }))
}

export const importDraftRoutes = umbrellaRoutes()
  .get('/incidents/import/new', monitors, c => c.var.page(<NewImportPage />))

  .post('/incidents/import/new', monitors, async c => {
    await readForm(c, fileForm)
    const [upload, told] = [await uploaded(c, 'file'), await mapping(await uploaded(c, 'map'))]
    if (!upload) return wrong(c, { field: 'file', message: 'monitoring.import.page.fileMissing' })
    if (told.ok) return begin(c, upload, told.map)
    return wrong(c, {
      field: 'map',
      message: 'monitoring.import.page.mapWrong',
      values: { problem: told.problem },
    })
  })

  .get(draft, monitors, async c => {
    const found = await draftOf(c)
    return found ? c.var.page(columns(found)) : lost(c)
  })

  .post(draft, monitors, async c => {
    const [form, found] = [await readForm(c, columnsForm), await draftOf(c)]
    if (!found) return lost(c)
    const { draft: held, file } = found
    const cut = readCut(form.values, held.map)
    if (cut.encoding !== file.encoding || cut.delimiter !== file.delimiter) return cutAnew(c, found, cut)
    const { map, problems } = readColumns(file, form.values, held.map)
    if (problems.length > 0)
      return c.var.page(columns(found, { values: form.values, problems }), { status: 422 })
    await c.var.write(tx => keepMap(tx, held, map))
    return c.var.seeOther(`${draft}/values`)
  })

  .get(`${draft}/values`, monitors, async c => {
    const found = await draftOf(c)
    if (!found) return lost(c)
    const { draft: held, file } = found
    const vocabulary = await c.var.read(tx => vocabularyOf(tx, Object.values(codedFields)))
    const shown = { name: held.name, map: held.map, values: valuesOf(file, held.map), file, vocabulary }
    return c.var.page(<ImportValuesPage {...shown} cutAnew={c.req.query('cut') === 'anew'} />)
  })

  .post(`${draft}/values`, monitors, async c => {
    const [form, found] = [await readForm(c, columnsForm), await draftOf(c)]
    if (!found) return lost(c)
    const { map, cutAnew: again } = readValues(found.file, form.values, found.draft.map)
    await c.var.write(tx => keepMap(tx, found.draft, map))
    return c.var.seeOther(again ? `${draft}/values?cut=anew` : `${draft}/check`)
  })

  .get(`${draft}/mapping.json`, monitors, async c => {
    const found = await draftOf(c)
    if (!found) return lost(c)
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="mapping.json"',
    }
    return c.body(`${JSON.stringify(found.draft.map, null, 2)}\n`, 200, headers)
  })

  .post(`${draft}/removal`, monitors, async c => {
    await c.var.write(dropDraft)
    dropDraftKey(c)
    return c.var.seeOther('/incidents/import', 'monitoring.said.importDiscarded')
  })
