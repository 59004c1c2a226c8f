import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type HandedIn, storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { resultPublished } from '../emails/realisation.ts'
import { holdRealisation, isOver } from '../queries/hold-realisation.ts'
import { ruleOf } from '../rules.ts'
import type { Extent } from '../schema/realisation.ts'

// So many files come with one report or result.
const mostFiles = 10

async function storeAll(tx: Tx, files: readonly HandedIn[]): Promise<Outcome<{ ids: string[] }>> {
  if (files.length > mostFiles) return refuse('initiatives.report.tooManyFiles', { most: mostFiles })
  const ids: string[] = []
  for (const file of files) {
    const stored = await storeFile(tx, file)
    if (!stored.ok) return stored
    ids.push(stored.file.id)
  }
  return { ok: true, ids }
}

/** Work that goes on is not taken over; the next report is due when the rule says. */
export async function reviveRealisation(tx: Tx, realisation: string, owner: string | null = null) {
  const rule = await ruleOf(tx, 'realisation.report_days')
  await tx.execute(sql`
    update initiatives.realisations set status = 'running', stalled_at = null, rule_version = ${rule.version},
      report_due_at = now() + make_interval(days => ${rule.value}), membership_id = coalesce(${owner}::uuid, membership_id)
    where umbrella_id = platform.current_umbrella() and id = ${realisation}`)
  return rule
}

const answerTakeovers = (tx: Tx, realisation: string) =>
  tx.execute(sql`
    update initiatives.takeovers set status = 'answered', settled_at = now()
    where umbrella_id = platform.current_umbrella() and realisation_id = ${realisation} and status = 'open'`)

type Report = {
  realisation: string
  membership: string
  body: string
  locale: string
  /** The report that this one corrects: it stays readable, and the rhythm of reports does not change. */
  corrects: string | null
  files: readonly HandedIn[]
}

/** The working group tells how it goes. What stalled runs again, and who wanted to take it over is answered. */
export const publishReport = (tx: Tx, given: Report): Promise<Outcome<{ number: number }>> =>
  refusingWhenViolated(tx, { corrected_once: 'initiatives.report.correctedAlready' }, async () => {
    const { realisation, membership, body, locale, corrects } = given
    const held = await holdRealisation(tx, realisation)
    if (isOver(held)) return refuse('initiatives.realisation.ended')
    const stored = await storeAll(tx, given.files)
    if (!stored.ok) return stored
    const id = newId()
    const { rows } = await tx.execute<{ number: number }>(sql`
      insert into initiatives.reports (id, realisation_id, number, membership_id, body, content_locale, corrects)
      select ${id}, ${realisation}, coalesce(max(r.number), 0) + 1, ${membership}, ${body}, ${locale}, ${corrects}::uuid
      from initiatives.reports r where r.umbrella_id = platform.current_umbrella() and r.realisation_id = ${realisation}
      returning number`)
    for (const file of stored.ids)
      await tx.execute(sql`insert into initiatives.report_files (report_id, file_id) values (${id}, ${file})`)
    if (corrects === null) {
      await answerTakeovers(tx, realisation)
      await reviveRealisation(tx, realisation)
    }
    const { number } = rows[0]!
    await record(tx, {
      action: corrects === null ? 'initiatives.report_published' : 'initiatives.report_corrected',
      member: membership,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { number: held.number, report: number },
    })
    return { ok: true, number }
  })

export type Result = {
  realisation: string
  membership: string
  reached: Extent
  body: string
  evaluation: string
  peopleReached: number | null
  locale: string
  files: readonly HandedIn[]
}

/** What came of it, with its evidence and what was learned. The realisation ends with it; everybody hears. */
export const publishResult = (tx: Tx, given: Result): Promise<Outcome> =>
  refusingWhenViolated(tx, { ended_stays: 'initiatives.realisation.ended' }, async () => {
    const { realisation, membership, reached, body, evaluation, peopleReached, locale } = given
    const held = await holdRealisation(tx, realisation)
    // Whoever still writes to it finishes first; then nobody does.
    await tx.execute(sql`select initiatives.end_alone(${realisation})`)
    if (isOver(held)) return refuse('initiatives.realisation.ended')
    const stored = await storeAll(tx, given.files)
    if (!stored.ok) return stored
    await tx.execute(sql`
      insert into initiatives.results (realisation_id, membership_id, reached, body, evaluation, people_reached, content_locale)
      values (${realisation}, ${membership}, ${reached}, ${body}, ${evaluation}, ${peopleReached}, ${locale})`)
    for (const file of stored.ids)
      await tx.execute(
        sql`insert into initiatives.result_files (realisation_id, file_id) values (${realisation}, ${file})`,
      )
    await tx.execute(sql`
      update initiatives.realisations set status = 'completed', ended_at = now()
      where umbrella_id = platform.current_umbrella() and id = ${realisation}`)
    await answerTakeovers(tx, realisation)
    await record(tx, {
      action: 'initiatives.result_published',
      member: membership,
      subject: { type: 'realisation', id: realisation },
      visibility: 'public',
      detail: { number: held.number, reached, people_reached: peopleReached },
    })
    await resultPublished(tx, held)
    return { ok: true }
  })
