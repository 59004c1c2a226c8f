import { demoPersonId } from '#modules/people/index.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Voter } from '../decisions.ts'
import { newMandate, newMembership, newOrganisation } from '../members.ts'
import { newUmbrella } from '../umbrella.ts'
import type { Program } from './program.ts'

export type Coalition = { id: string; slug: string }

/** A coalition that nobody belongs to yet, named in three languages, which leaves religion to others. */
export async function found({ platform, app }: Program): Promise<Coalition> {
  const { database } = platform
  const id = await newUmbrella(database, {
    name: { uk: 'Спільна справа', pl: 'Wspólna sprawa', en: 'Common cause' },
  })
  await database.owner.query('update platform.umbrellas set out_of_scope = $2 where id = $1', [
    id,
    JSON.stringify([{ uk: 'Релігія', pl: 'Religia', en: 'Religion' }]),
  ])
  await app.umbrellas.reload()
  return { id, slug: `u-${id}` }
}

/** Lets somebody of the cast act for a new member, or partner, of a coalition. */
export async function seat(
  { platform: { database } }: Program,
  { id: umbrella }: Pick<Coalition, 'id'>,
  key: string,
  { name, form }: { name: Localised; form?: 'collective' | 'agreement' },
): Promise<Voter> {
  const person = demoPersonId(key)
  const organisation = await newOrganisation(database, { name: { ...name } as Record<string, string> })
  const membership = await newMembership(database, umbrella, organisation, form ? { form } : {})
  const mandate = await newMandate(database, umbrella, membership, person)
  await database.owner.query('insert into people.affiliations (umbrella_id, person_id) values ($1, $2)', [
    umbrella,
    person,
  ])
  return { membership, person, mandate }
}

/** Members by number, each represented by one of the cast. */
export async function seatMembers(
  program: Program,
  coalition: Coalition,
  keys: readonly string[],
): Promise<Voter[]> {
  const seats: Voter[] = []
  for (const [n, key] of keys.entries())
    seats.push(
      await seat(program, coalition, key, {
        name: { uk: `Рада ${n + 1}`, pl: `Rada ${n + 1}`, en: `Council ${n + 1}` },
      }),
    )
  return seats
}
