import { expect, test } from 'vitest'
import { inScope } from '#platform/database/scope.ts'
import { freshDatabase } from '#tests/database.ts'
import { newMandate, newMembership, newOrganisation } from '#tests/members.ts'
import { newPerson, newUmbrella } from '#tests/umbrella.ts'

const database = await freshDatabase()

/** Somebody whose mandate covers one day: this one, as the calendar of the umbrella's own zone has it. */
async function actsToday(zone: string) {
  const umbrella = await newUmbrella(database, { zone })
  const person = await newPerson(database, [umbrella])
  const organisation = await newOrganisation(database)
  const membership = await newMembership(database, umbrella, organisation)
  const mandate = await newMandate(database, umbrella, membership, person)
  await database.owner.query(
    'update network.mandates set valid_from = network.today($2), valid_until = network.today($2) + 1 where id = $1',
    [mandate, umbrella],
  )
  return { umbrella, organisation, person }
}

// Where it is never the same day: one of them always differs from the day of the database server.
test.each(['Pacific/Kiritimati', 'Etc/GMT+12'])(
  'a mandate of one day counts on that day in %s, whichever umbrella asks',
  async zone => {
    const { umbrella, organisation, person } = await actsToday(zone)
    const elsewhere = await newUmbrella(database, { zone: 'Europe/Kyiv' })
    const asked = (where: string) =>
      inScope(
        database.request,
        { umbrella: where, account: person },
        'read',
        async tx =>
          (
            await tx.$client.query(
              `select network.may_alter_organisation($1) as alters, network.has_people($1) as people,
               network.acts_anywhere_for($1) as acts, network.is_inside() as inside`,
              [organisation],
            )
          ).rows[0],
      )
    expect(await asked(umbrella)).toEqual({ alters: true, people: true, acts: true, inside: true })
    expect(await asked(elsewhere)).toEqual({ alters: true, people: true, acts: true, inside: false })
  },
)
