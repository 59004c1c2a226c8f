import { type OpenedFile, writeTable } from '#modules/network/index.ts'
import { found } from '#platform/http/errors.ts'
import { umbrellaRoutes } from '#platform/http/routes.ts'
import { liveStream } from '#platform/live/stream.ts'
import { type Refusal, refuse } from '#platform/refusal.ts'
import { teamFor, teamKey } from '#platform/vault/index.ts'
import type { Draft } from '../actions/import-draft.ts'
import { askRecording, stopRecording } from '../actions/record-draft.ts'
import { knownCodes } from '../import/known-codes.ts'
import { problemWords } from '../import/problem-words.ts'
import { missingColumns, readIncidents } from '../import/read-incidents.ts'
import { gazetteer } from '../import/read-place.ts'
import { ImportCheckPage } from '../pages/import-check.tsx'
import { NewImportPage } from '../pages/import-new.tsx'
import type { Trial } from '../pages/import-trial.tsx'
import { RecordingPage, recordingWords } from '../pages/recording.tsx'
import { ownRecording } from '../queries/import-draft.ts'
import { ownCodes } from '../queries/terms.ts'
import { dropDraftKey } from './import-cookie.ts'
import { draftOf } from './import-draft.tsx'
import type { C } from './incident-of.ts'
import { monitors } from './monitors.ts'

type Found = { draft: Draft; file: OpenedFile }

async function tryOut(c: C, { draft: { map }, file }: Found): Promise<Trial> {
  const missing = missingColumns(file, map)
  const own = await c.var.read(ownCodes)
  const { summary, problems } = await readIncidents(file, map, knownCodes(own), gazetteer)
  return { summary, problems, usable: missing.length === 0 }
}

async function check(c: C, refusal?: Refusal) {
  const held = await draftOf(c)
  if (!held) return c.var.page(<NewImportPage lost />)
  const trial = await tryOut(c, held)
  const page = <ImportCheckPage name={held.draft.name} trial={trial} refusal={refusal} />
  return c.var.page(page, { status: refusal ? 409 : 200 })
}

function problemsTable({ t }: C['var']['i18n'], { problems }: Trial): string {
  const header = [
    t('monitoring.import.page.row'),
    t('monitoring.import.page.column'),
    t('monitoring.import.page.problem'),
  ]
  const lines = problems.map(({ row, column, problem, value = '' }) => [
    String(row),
    column,
    t(problemWords[problem], { value, column }),
  ])
  return writeTable(header, lines)
}

const here = '/incidents/import/recording'

export const importRecordingRoutes = umbrellaRoutes()
  .get('/incidents/import/draft/check', monitors, c => check(c))

  .get('/incidents/import/draft/problems.csv', monitors, async c => {
    const held = await draftOf(c)
    if (!held) return c.var.page(<NewImportPage lost />)
    return c.body(problemsTable(c.var.i18n, await tryOut(c, held)), 200, {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': 'attachment; filename="problems.csv"',
    })
  })

  .post(here, monitors, async c => {
    const held = await draftOf(c)
    if (!held) return c.var.page(<NewImportPage lost />)
    if (missingColumns(held.file, held.draft.map).length > 0) return check(c)
    const at = { umbrella: c.var.umbrella.id, total: held.file.table.rows.length }
    const outcome = await c.var.write(async tx => {
      // Said now, while somebody is there to do something about it, and not by the job.
      if (!(await teamKey(tx, await teamFor(tx, 'monitor')))) return refuse('platform.vault.noTeamKey')
      return askRecording(tx, c.var.platform, held.draft, at)
    })
    if (!outcome.ok) return check(c, outcome)
    dropDraftKey(c)
    return c.var.seeOther(here)
  })

  .get(here, monitors, async c => {
    const recording = found(await c.var.read(ownRecording))
    return c.var.page(<RecordingPage recording={recording} />)
  })

  .get(`${here}/live`, monitors, async c => {
    const { id } = found(await c.var.read(ownRecording))
    return liveStream(c, id, async () => {
      const recording = await c.var.read(ownRecording)
      return recording && recordingWords(c.var.i18n, recording)
    })
  })

  .post(`${here}/stop`, monitors, async c => {
    const outcome = await c.var.write(stopRecording)
    if (outcome.ok) return c.var.seeOther(here)
    const recording = await c.var.read(ownRecording)
    if (!recording) return c.var.seeOther('/incidents/import')
    return c.var.page(<RecordingPage recording={recording} refusal={outcome} />, { status: 409 })
  })
