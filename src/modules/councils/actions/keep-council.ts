import { eq, sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { takenSlugs } from '../queries/slugs.ts'
import { type CouncilKind, councils, type MajorityRule, type QuorumRule } from '../schema/councils.ts'
import { freeSlug } from '../slug.ts'

/** What a council is, as a form states it. */
export type CouncilFacts = {
  kind: CouncilKind
  name: Localised
  about: Localised
  field: Localised
  bodyId: string | null
  founded: string | null
  dissolved: string | null
  seats: number | null
  quorumRule: QuorumRule
  quorumNumber: number | null
  majorityRule: MajorityRule
  public: boolean
}

/** What the journal says of a council that visitors may not know of is for members. */
export const asPublic = (shown: boolean) => (shown ? ('public' as const) : ('members' as const))

/** Records a council and gives it an address. */
export async function createCouncil(
  tx: Tx,
  facts: CouncilFacts & { demonstration?: boolean; slug?: string },
) {
  const id = newId()
  const named = facts.name.en ?? Object.values(facts.name)[0] ?? ''
  const slug = facts.slug ?? freeSlug(named, await takenSlugs(tx))
  await tx
    .insert(councils)
    .values({ ...facts, id, slug, createdBy: sql`platform.current_account()` as never })
  await record(tx, {
    action: 'councils.council_created',
    subject: { type: 'council', id },
    visibility: asPublic(facts.public),
    detail: { name: facts.name as Record<string, string>, kind: facts.kind },
  })
  return { id, slug }
}

/** Corrects what is recorded of a council; its address stays. */
export async function changeCouncil(tx: Tx, id: string, facts: CouncilFacts): Promise<void> {
  // What a file said of these fields is overruled.
  const overruled = ['name', 'other_names', 'founding_date', 'dissolution_date', 'seats']
  await tx
    .update(councils)
    .set({
      ...facts,
      popolo: sql`${councils.popolo} - ${sql.param(overruled)}::text[]` as never,
      updatedAt: sql`now()` as never,
    })
    .where(eq(councils.id, id))
  await record(tx, {
    action: 'councils.council_changed',
    subject: { type: 'council', id },
    visibility: asPublic(facts.public),
    detail: { name: facts.name as Record<string, string>, kind: facts.kind },
  })
}
