import type { Context } from 'hono'
import { fileContent } from '#platform/files/index.ts'
import { allow } from '#platform/http/access.ts'
import type { UmbrellaEnv } from '#platform/http/context.ts'
import { found, NotFound } from '#platform/http/errors.ts'
import { type FormValues, type Problem, readForm } from '#platform/http/form.ts'
import { idParam } from '#platform/http/params.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { ImportOutcome } from '../actions/import-members.ts'
import { dropImport, finishImport, mapImport, startImport, tryImport } from '../actions/keep-import.ts'
import { csvColumns } from '../csv-columns.ts'
import { mappingForm, readMapping, uploadForm } from '../forms/import.ts'
import { uploaded } from '../forms/upload.ts'
import { type OpenedFile, openFile } from '../import/read-list.ts'
import { templateLines } from '../import/template.ts'
import { writeTable } from '../import/write-table.ts'
import { ImportCheckPage } from '../pages/import-check.tsx'
import { ImportDonePage } from '../pages/import-done.tsx'
import { ImportMappingPage } from '../pages/import-mapping.tsx'
import { ImportStartPage } from '../pages/import-start.tsx'
import { canImportMembers } from '../policy/records.ts'
import { findImport, type ImportView, listImports } from '../queries/imports.ts'
import { sendCsv } from './send-csv.ts'

type C = Context<UmbrellaEnv>

async function listOf(c: C): Promise<ImportView> {
  const list = found(await c.var.read(tx => findImport(tx, idParam(c))))
  if (list.status === 'dropped') throw new NotFound()
  return list
}

/** The stored file, opened as it was uploaded; null when the work is over. */
async function fileOf(c: C, list: ImportView): Promise<OpenedFile | null> {
  if (!list.file) return null
  const bytes = new Uint8Array(await new Response(fileContent(c.var.read, list.file)).arrayBuffer())
  const opened = openFile(bytes, { encoding: 'utf-8', delimiter: list.delimiter, mapping: list.mapping })
  if (!opened.ok) throw new Error('a list that could be opened cannot be opened any more')
  return opened.file
}

const showStart = async (
  c: C,
  status: 200 | 409 | 422 = 200,
  shown: { values?: FormValues; problems?: Problem[]; refusal?: Refusal } = {},
) => c.var.page(<ImportStartPage imports={await c.var.read(listImports)} {...shown} />, { status })

// Somebody else was faster: what became of the list is shown, or where to begin.
async function showOver(c: C, refusal: Refusal) {
  const list = await c.var.read(tx => findImport(tx, idParam(c)))
  if (!list?.summary) return showStart(c, 409, { refusal })
  return c.var.page(<ImportDonePage list={list} summary={list.summary} refusal={refusal} />, { status: 409 })
}

const fromOf = (c: C) => Math.max(0, Math.trunc(Number(c.req.query('from') ?? 0)) || 0)

type Checked = { list: ImportView; outcome: ImportOutcome }

async function checked(c: C): Promise<Checked | null> {
  const list = await listOf(c)
  const file = await fileOf(c, list)
  if (!file) return null
  return { list, outcome: await c.var.write(tx => tryImport(tx, c.var.umbrella, list.id, file)) }
}

function problemsTable({ t }: C['var']['i18n'], { outcome }: Checked): string {
  const header = [t('network.import.row'), t('network.import.columnOfFile'), t('network.import.problemText')]
  const lines = outcome.problems.map(({ row, column, message, values }) => [
    String(row),
    column,
    t(message, values),
  ])
  return writeTable(header, lines)
}

export const importRoutes = umbrellaRoutes()
  .get('/import', allow(canImportMembers), c => showStart(c))
  .get('/import/template.csv', allow(canImportMembers), c =>
    sendCsv(c, 'template', writeTable(csvColumns(), templateLines(c.var.i18n))),
  )

  .post('/import', allow(canImportMembers), async c => {
    const form = await readForm(c, uploadForm)
    const file = await uploaded(c, 'file')
    const missing: Problem[] = file ? [] : [{ field: 'file', message: 'network.import.fileMissing' }]
    if (!form.ok || !file) {
      const problems = [...missing, ...(form.ok ? [] : form.problems)]
      return showStart(c, 422, { values: form.values, problems })
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const outcome = await c.var.write(tx => startImport(tx, { ...form.data, name: file.name, bytes }))
    if (!outcome.ok) return showStart(c, 409, { values: form.values, refusal: outcome })
    return c.var.seeOther(`/import/${outcome.id}`)
  })

  .get('/import/:id', allow(canImportMembers), async c => {
    const list = await listOf(c)
    if (list.summary) return c.var.page(<ImportDonePage list={list} summary={list.summary} />)
    return c.var.page(<ImportMappingPage list={list} file={found(await fileOf(c, list))} />)
  })

  .post('/import/:id/mapping', allow(canImportMembers), async c => {
    const list = await listOf(c)
    const file = await fileOf(c, list)
    const form = await readForm(c, mappingForm)
    if (!file) return c.var.seeOther(`/import/${list.id}`)
    const { mapping, problems } = readMapping(file.header, form.values)
    if (problems.length > 0) {
      const page = <ImportMappingPage list={list} file={file} values={form.values} problems={problems} />
      return c.var.page(page, { status: 422 })
    }
    const outcome = await c.var.write(tx => mapImport(tx, list.id, mapping))
    return outcome.ok ? c.var.seeOther(`/import/${list.id}/check`) : showOver(c, outcome)
  })

  .get('/import/:id/check', allow(canImportMembers), async c => {
    const found = await checked(c)
    if (!found) return c.var.seeOther(`/import/${idParam(c)}`)
    return c.var.page(<ImportCheckPage {...found} from={fromOf(c)} />)
  })

  .get('/import/:id/problems.csv', allow(canImportMembers), async c => {
    const found = await checked(c)
    if (!found) return c.var.seeOther(`/import/${idParam(c)}`)
    return sendCsv(c, 'problems', problemsTable(c.var.i18n, found))
  })

  .post('/import/:id/members', allow(canImportMembers), async c => {
    const list = await listOf(c)
    const file = await fileOf(c, list)
    if (!file) return showOver(c, { ok: false, reason: 'network.import.over' })
    const done = await c.var.write(tx => finishImport(tx, c.var.umbrella, list.id, file))
    if (!done.ok) return showOver(c, done)
    if (done.outcome.problems.length === 0) return c.var.seeOther(`/import/${list.id}`)
    return c.var.page(<ImportCheckPage list={list} outcome={done.outcome} from={0} refused />, {
      status: 409,
    })
  })

  .post('/import/:id/removal', allow(canImportMembers), async c => {
    const list = await listOf(c)
    const outcome = await c.var.write(tx => dropImport(tx, list.id))
    return outcome.ok ? c.var.seeOther('/import', 'network.said.importDiscarded') : showOver(c, outcome)
  })
