import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { RemedyAddressee } from '../deadlines/remedies/remedy.ts'
import { type BodyLine, bodyLine } from './bodies.ts'

const fitting: Partial<Record<RemedyAddressee, SQL>> = {
  superior_body: sql`b.id = late.parent_id`,
  commissioner: sql`b.kind = 'commissioner' and b.jurisdiction = late.jurisdiction and b.id <> late.id`,
}

/** Whom a remedy against a body that is late may go to, as far as the register knows: its superior, or who guards the same law. */
export async function remedyAddressees(tx: Tx, late: string, to: RemedyAddressee): Promise<BodyLine[]> {
  const which = fitting[to]
  if (!which) return []
  const { rows } = await tx.execute<BodyLine>(sql`
    select ${bodyLine} from authorities.bodies late join authorities.bodies b on ${which}
    where late.id = ${late} and b.ended_on is null order by b.level <> 'national', b.search_key, b.id limit 5`)
  return rows
}
