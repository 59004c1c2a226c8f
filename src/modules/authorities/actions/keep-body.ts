import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import { newId } from '#platform/id.ts'
import { enqueue } from '#platform/jobs/index.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import type { BodyFacts } from '../forms/bodies.ts'

const refusals = {
  bodies_scheme_identifier_key: 'authorities.body.refusal.identifierTaken',
  bodies_parent_id_fkey: 'authorities.body.refusal.noParent',
  body_successions_successor_id_fkey: 'authorities.body.refusal.noParent',
  body_successions_pkey: 'authorities.body.refusal.saidAlready',
  succession_in_a_circle: 'authorities.body.refusal.circle',
} as const

const said = (action: 'added' | 'changed' | 'succeeded', id: string) =>
  ({
    action: `authorities.body_${action}`,
    subject: { type: 'public_body', id },
    visibility: 'public',
  }) as const

/** Adds a public body, kept by this umbrella until it has officers. */
export const addBody = (tx: Tx, facts: BodyFacts): Promise<Outcome<{ id: string }>> =>
  refusingWhenViolated(tx, refusals, async () => {
    const id = newId()
    await tx.execute(sql`
      insert into authorities.bodies (id, kind, name, jurisdiction, level, country, region, town, parent_id, competences,
        languages, email, postal_address, website, phone, scheme, identifier, founded_on, ended_on, search_key, kept_by)
      values (${id}, ${facts.kind}, ${JSON.stringify(facts.name)}::jsonb, ${facts.jurisdiction}, ${facts.level},
        ${facts.country}, ${facts.region}, ${facts.town}, ${facts.parent}, ${sql.param(facts.competences)}::text[],
        ${sql.param(facts.languages)}::text[], ${facts.email}, ${facts.postalAddress}, ${facts.website}, ${facts.phone},
        ${facts.scheme}, ${facts.identifier}, ${facts.foundedOn}, ${facts.endedOn}, ${facts.searchKey},
        platform.current_umbrella())`)
    await record(tx, said('added', id))
    return { ok: true, id }
  })

/** Changes what is known of a body; the version before is kept. `seen` is the version that was read. */
export const alterBody = (tx: Tx, id: string, seen: number, facts: BodyFacts): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const { rowCount } = await tx.execute(sql`
      update authorities.bodies set kind = ${facts.kind}, name = ${JSON.stringify(facts.name)}::jsonb,
        jurisdiction = ${facts.jurisdiction}, level = ${facts.level}, country = ${facts.country}, region = ${facts.region},
        town = ${facts.town}, parent_id = ${facts.parent}, competences = ${sql.param(facts.competences)}::text[],
        languages = ${sql.param(facts.languages)}::text[], email = ${facts.email}, postal_address = ${facts.postalAddress},
        website = ${facts.website}, phone = ${facts.phone}, scheme = ${facts.scheme}, identifier = ${facts.identifier},
        founded_on = ${facts.foundedOn}, ended_on = ${facts.endedOn}, search_key = ${facts.searchKey}
      where id = ${id} and version = ${seen}`)
    if (!rowCount) return refuse('authorities.body.refusal.changedMeanwhile')
    await record(tx, said('changed', id))
    return { ok: true }
  })

export type Succession = { body: string; successor: string; since: string; ground: string }

/**
 * States that another body goes on with the work of this one. The letters of this umbrella are opened to it at once when
 * the day has come, those of the others within the hour.
 */
export const stateSuccession = (tx: Tx, { body, successor, since, ground }: Succession): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    if (body === successor) return refuse('authorities.body.refusal.sameBody')
    await tx.execute(sql`
      insert into authorities.body_successions (body_id, successor_id, since, ground)
      values (${body}, ${successor}, ${since}, ${ground})`)
    await record(tx, said('succeeded', body))
    const { rows } = await tx.execute<{ umbrella: string }>(
      sql`select platform.current_umbrella() as umbrella`,
    )
    const umbrella = rows[0]!.umbrella
    await enqueue(tx, 'authorities.pass-letters-on', { umbrella, id: umbrella })
    return { ok: true }
  })

/** Tells those who keep a body what is wrong about it. */
export async function remarkOnBody(tx: Tx, body: string, text: string): Promise<void> {
  await tx.execute(sql`
    insert into authorities.body_remarks (id, body_id, text, sent_by)
    values (${newId()}, ${body}, ${text}, platform.current_account())`)
}

/** Puts a remark away: it was followed, or was mistaken. */
export async function settleRemark(tx: Tx, remark: string): Promise<Outcome> {
  const { rowCount } = await tx.execute(sql`
    update authorities.body_remarks set settled_at = now() where id = ${remark} and settled_at is null`)
  return rowCount ? { ok: true } : refuse('authorities.body.refusal.remarkGone')
}
