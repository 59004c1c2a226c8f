import type { Choice } from '#modules/initiatives/schema/decisions.ts'
import { type Coalition, enter, memberWith, type Present } from './coalition.ts'
import type { Voter } from './decisions.ts'
import { pdf } from './file-samples.ts'
import { newMandate, newMembership, newOrganisation } from './members.ts'
import { decide, newInitiative } from './realisations.ts'
import type { Stage } from './visitor.ts'

/** A member whose person is signed in. */
export type Seat = Voter & { who: Present }

/** A realisation in a coalition of signed-in people, by the pages that they use. */
export async function realisationDesk(stage: Stage, here: Coalition) {
  const { database } = stage.platform
  const seat = async (name: string): Promise<Seat> => {
    const who = await enter(stage, `${name}@${here.slug}.example`)
    const membership = await memberWith(stage, here.id, who.id)
    return { who, person: who.id, membership, mandate: '' }
  }
  const seats: [Seat, Seat, Seat] = [await seat('olena'), await seat('marko'), await seat('zoya')]
  const partnerPerson = await enter(stage, `partner@${here.slug}.example`)
  const partner = await newMembership(database, here.id, await newOrganisation(database), {
    form: 'agreement',
  })
  await newMandate(database, here.id, partner, partnerPerson.id)
  await database.owner.query('insert into people.affiliations (umbrella_id, person_id) values ($1, $2)', [
    here.id,
    partnerPerson.id,
  ])

  const at = (path: string, of = here) => `/en/${of.slug}${path}`
  const file = (name = 'чек.pdf') => new File([new Uint8Array(pdf)], name, { type: 'application/pdf' })

  async function opened(last: Choice = 'yes'): Promise<{ id: string; number: number; path: string }> {
    const initiative = await newInitiative(database, here.id, seats[0].membership)
    await decide(database, here.id, seats, initiative, 'yes', last)
    const { rows } = await database.owner.query<{ id: string; number: number }>(
      'select id, number from initiatives.realisations where initiative_id = $1',
      [initiative],
    )
    return { ...rows[0]!, path: at(`/realisations/${rows[0]!.number}`) }
  }

  async function idOf(table: string, realisation: string): Promise<string> {
    const { rows } = await database.owner.query<{ id: string }>(
      `select id from initiatives.${table} where realisation_id = $1 order by id desc limit 1`,
      [realisation],
    )
    return rows[0]!.id
  }

  return { seats, partner: { who: partnerPerson, membership: partner }, at, file, opened, idOf }
}
