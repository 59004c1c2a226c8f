import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'

/** Somebody who answers for a body, or did. */
export type Colleague = {
  body: string
  person: string
  name: string
  since: string
  until: string | null
  inOffice: boolean
}

/** Who answers for these bodies, for those who answer for them themselves. */
export const colleaguesOf = (tx: Tx, bodies: readonly string[]): Promise<Colleague[]> =>
  rows(
    tx,
    'authorities.colleagues',
    `select body_id as body, person_id as person, name, since, until, until is null or until > current_date as "inOffice"
     from authorities.colleagues($1)`,
    [bodies],
  )

/** A body as the page of its officers needs it. */
export type OfficersBody = {
  id: string
  name: Localised
  hasOfficers: boolean
  own: boolean
  keptHere: boolean
  /** An act that waits for a second coordinator. */
  proposed: boolean
}

export async function officersBody(tx: Tx, id: string): Promise<OfficersBody | undefined> {
  const [body] = await rows<OfficersBody>(
    tx,
    'authorities.officers-body',
    `select b.id, b.name, authorities.has_officers(b.id) as "hasOfficers", b.id in (select authorities.own_bodies()) as own,
       b.kept_by = platform.current_umbrella() as "keptHere",
       exists (select 1 from people.acts a where a.umbrella_id = platform.current_umbrella()
         and a.kind = 'authorities.name_officer' and a.subject_id = b.id and a.status = 'proposed') as proposed
     from authorities.bodies b where b.id = $1`,
    [id],
  )
  return body
}

/** The name of a body in languages; empty when there is none. */
export async function bodyName(tx: Tx, id: string): Promise<Localised> {
  const [body] = await rows<{ name: Localised }>(
    tx,
    'authorities.body-name',
    'select name from authorities.bodies where id = $1',
    [id],
  )
  return body?.name ?? {}
}

/** Whom an invitation to answer for a body names: the words of who invited. Null when it is gone. */
export async function invitedOfficer(
  tx: Tx,
  invitation: string,
): Promise<{ who: string; address: string | null } | null> {
  const [invited] = await rows<{ who: string; address: string | null }>(
    tx,
    'authorities.invited-officer',
    `select i.payload ->> 'who' as who, i.address from people.invitations i
     where i.umbrella_id = platform.current_umbrella() and i.id = $1 and i.purpose = 'officer'`,
    [invitation],
  )
  return invited ?? null
}
