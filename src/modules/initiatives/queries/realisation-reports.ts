import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Extent } from '../schema/realisation.ts'
import { moment, speakerName } from './speaker.ts'

export type AccountFile = { id: string; name: string; size: number }

export type ReportView = {
  id: string
  number: number
  member: Localised | null
  membershipId: string
  body: string
  contentLocale: string
  publishedAt: string
  /** Number of the report that this one corrects, and of the one that corrects it. */
  corrects: number | null
  correctedBy: number | null
  files: AccountFile[]
}

export type ResultView = {
  member: Localised | null
  membershipId: string
  reached: Extent
  body: string
  evaluation: string
  peopleReached: number | null
  contentLocale: string
  publishedAt: string
  files: AccountFile[]
}

const files = (
  table: 'report_files' | 'result_files',
  key: 'report_id' | 'realisation_id',
  value: 'id' | 'realisation_id',
) =>
  sql.raw(`(select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'size', f.size) order by f.id), '[]'::json)
  from initiatives.${table} xf join platform.files f on f.umbrella_id = xf.umbrella_id and f.id = xf.file_id
  where xf.umbrella_id = x.umbrella_id and xf.${key} = x.${value})`)

const report = sql`json_build_object('id', x.id, 'number', x.number, 'member', ${speakerName(sql`x.membership_id`)},
  'membershipId', x.membership_id, 'body', x.body, 'contentLocale', x.content_locale,
  'publishedAt', ${moment(sql`x.published_at`)},
  'corrects', (select c.number from initiatives.reports c where c.umbrella_id = x.umbrella_id and c.id = x.corrects),
  'correctedBy', (select c.number from initiatives.reports c where c.umbrella_id = x.umbrella_id and c.corrects = x.id),
  'files', ${files('report_files', 'report_id', 'id')})`

const result = sql`json_build_object('member', ${speakerName(sql`x.membership_id`)}, 'membershipId', x.membership_id,
  'reached', x.reached, 'body', x.body, 'evaluation', x.evaluation, 'peopleReached', x.people_reached,
  'contentLocale', x.content_locale, 'publishedAt', ${moment(sql`x.published_at`)},
  'files', ${files('result_files', 'realisation_id', 'realisation_id')})`

const of = (realisation: string) =>
  sql`x.umbrella_id = platform.current_umbrella() and x.realisation_id = ${realisation}`

/** What was told and what came of it. */
export type Account = { reports: ReportView[]; result: ResultView | null }

/** `accountOf` as an SQL expression, for statements that read more. */
export const accountJson = (realisation: string) => sql`json_build_object(
  'reports', (select coalesce(json_agg(${report} order by x.number desc), '[]'::json)
    from initiatives.reports x where ${of(realisation)}),
  'result', (select ${result} from initiatives.results x where ${of(realisation)}))`

/** Reports, the newest first, and the result when there is one. */
export async function accountOf(tx: Tx, realisation: string): Promise<Account> {
  const { rows } = await tx.execute<{ value: Account }>(sql`select ${accountJson(realisation)} as value`)
  return rows[0]!.value
}

/** A file that stands with a report or the result of this realisation. */
export async function accountFile(tx: Tx, realisation: string, file: string): Promise<string | null> {
  const { rows } = await tx.execute<{ file: string }>(sql`
    select f.file_id as file from initiatives.result_files f
    where f.umbrella_id = platform.current_umbrella() and f.realisation_id = ${realisation} and f.file_id = ${file}
    union all
    select f.file_id from initiatives.report_files f
    join initiatives.reports x on x.umbrella_id = f.umbrella_id and x.id = f.report_id
    where f.umbrella_id = platform.current_umbrella() and x.realisation_id = ${realisation} and f.file_id = ${file}`)
  return rows[0]?.file ?? null
}
