import { sql } from 'drizzle-orm'
import { memberName } from '#modules/network/index.ts'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { ApplicationStatus, FormationStage } from '../schema/formations.ts'

export type ApplicationView = {
  id: string
  organisation: string
  membershipId: string | null
  candidate: string | null
  statement: string | null
  status: ApplicationStatus
  refusal: string | null
  votes: number | null
  elected: boolean | null
  own: boolean
}

export type FormationView = {
  id: string
  council: { id: string; slug: string; name: Localised; body: Localised | null }
  stage: FormationStage
  begunOn: string
  ground: string | null
  callText: Localised
  whoMayApply: Localised
  seats: number | null
  calledOn: string | null
  applyUntil: string | null
  open: boolean
  assemblyAt: string | null
  assemblyPlace: string | null
  electedOn: string | null
  electors: number | null
  minutes: boolean
  publishedOn: string | null
  abandonedReason: string | null
  keeps: boolean
  today: string
  initiators: { id: string; organisation: string; member: Localised | null }[]
  applications: ApplicationView[]
}

const initiatorsOf = sql`(select coalesce(json_agg(json_build_object('id', i.id, 'organisation', i.organisation,
    'member', ${memberName(sql`i.membership_id`)}) order by i.id), '[]'::json)
  from councils.initiators i where i.umbrella_id = f.umbrella_id and i.formation_id = f.id)`

// A candidate's name is for visitors when the person agreed.
const applicationsOf = (inside: boolean) => sql`(select coalesce(json_agg(json_build_object('id', a.id,
    'organisation', a.organisation, 'membershipId', a.membership_id,
    'candidate', ${inside ? sql`a.candidate` : sql`case when a.candidate_named then a.candidate end`},
    'statement', ${inside ? sql`a.statement` : sql`null`}, 'status', a.status,
    'refusal', ${inside ? sql`a.refusal` : sql`null`}, 'votes', a.votes, 'elected', a.elected,
    'own', a.applied_by is not null and a.applied_by = platform.current_account())
    order by a.votes desc nulls last, a.organisation collate "uk-x-icu"), '[]'::json)
  from councils.applications a where a.umbrella_id = f.umbrella_id and a.formation_id = f.id)`

/** The latest formation of a council, as far as the reader may see it. */
export async function findFormation(tx: Tx, slug: string, inside: boolean): Promise<FormationView | null> {
  const { rows } = await tx.execute<FormationView>(sql`
    select f.id, f.stage, f.begun_on::text as "begunOn", f.ground, f.call_text as "callText", f.who_may_apply as "whoMayApply",
      f.seats, f.called_on::text as "calledOn", f.apply_until::text as "applyUntil",
      f.stage in ('call', 'applications') and f.apply_until >= network.today() as open,
      to_json(f.assembly_at) #>> '{}' as "assemblyAt", f.assembly_place as "assemblyPlace", f.elected_on::text as "electedOn",
      f.electors, f.minutes_file_id is not null as minutes, f.published_on::text as "publishedOn",
      f.abandoned_reason as "abandonedReason", councils.keeps(f.council_id) as keeps, network.today()::text as today,
      json_build_object('id', c.id, 'slug', c.slug, 'name', c.name,
        'body', (select b.name from authorities.bodies b where b.id = c.body_id)) as council,
      ${initiatorsOf} as initiators, ${applicationsOf(inside)} as applications
    from councils.formations f join councils.councils c on (c.umbrella_id, c.id) = (f.umbrella_id, f.council_id)
    where f.umbrella_id = platform.current_umbrella() and c.slug = ${slug}
    order by f.begun_on desc, f.id desc limit 1`)
  return rows[0] ?? null
}
