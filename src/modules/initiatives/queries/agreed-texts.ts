import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { AgreedKind } from '../schema/proposals.ts'
import { moment } from './speaker.ts'

export type AgreedVersion = {
  version: number
  title: Localised
  body: Localised
  authoritative: string
  ends: boolean
  adoptedAt: string
  /** Number of the decision that adopted it. */
  decision: number
}

/** A text of the coalition with all its versions, the newest first. */
export type AgreedText = { id: string; number: number; kind: AgreedKind; versions: AgreedVersion[] }

const versions = sql`(select json_agg(json_build_object(
    'version', v.version, 'title', v.title, 'body', v.body, 'authoritative', v.authoritative, 'ends', v.ends,
    'adoptedAt', ${moment(sql`v.adopted_at`)}, 'decision', d.number) order by v.version desc)
  from initiatives.agreed_versions v
  join initiatives.decisions d on d.umbrella_id = v.umbrella_id and d.id = v.decision_id
  where v.umbrella_id = t.umbrella_id and v.text_id = t.id) as versions`

/** All texts of one kind, in the order in which they came into being; also those that have ended. */
export async function agreedTexts(tx: Tx, kind: AgreedKind): Promise<AgreedText[]> {
  const { rows } = await tx.execute<AgreedText>(sql`
    select t.id, t.number, t.kind, ${versions} from initiatives.agreed_texts t
    where t.umbrella_id = platform.current_umbrella() and t.kind = ${kind} order by t.number limit 200`)
  return rows
}

export async function findAgreedText(tx: Tx, number: number): Promise<AgreedText | undefined> {
  const { rows } = await tx.execute<AgreedText>(sql`
    select t.id, t.number, t.kind, ${versions} from initiatives.agreed_texts t
    where t.umbrella_id = platform.current_umbrella() and t.number = ${number}`)
  return rows[0]
}

/** The version that is in force, or undefined for a text that has ended. */
export const inForce = ({ versions: [newest] }: AgreedText): AgreedVersion | undefined =>
  newest?.ends ? undefined : newest
