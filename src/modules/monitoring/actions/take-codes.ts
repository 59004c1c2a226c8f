import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import { codingFields } from '../coding/fields.ts'
import type { ChosenCodes } from '../schema/codings.ts'
import { note } from './note.ts'
import { incidentRefusals } from './refusals.ts'

/** Puts codes on the incident: those on which two coders agreed, or those of one who codes alone. */
export const takeCodes = (tx: Tx, incident: string, codes: ChosenCodes): Promise<Outcome> =>
  refusingWhenViolated(tx, incidentRefusals, async () => {
    const set = codingFields.map(({ name, several }) => {
      const value = codes[name]
      return several
        ? sql`${sql.identifier(name)} = ${sql.param(value ?? [])}::text[]`
        : sql`${sql.identifier(name)} = ${value ?? null}`
    })
    await tx.execute(sql`
      update monitoring.incidents set ${sql.join(set, sql`, `)}
      where umbrella_id = platform.current_umbrella() and id = ${incident}`)
    await note(tx, 'monitoring.codes_taken', incident)
    return { ok: true }
  })
