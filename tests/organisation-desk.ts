import { inScope, type Tx } from '#platform/database/scope.ts'
import { enter, foundCoalition } from './coalition.ts'
import { newMandate, newMember } from './members.ts'
import { setStage } from './visitor.ts'

/** A coalition on the stage with one member, «Рада», somebody who acts for it, and somebody who does not. */
export async function openOrganisationDesk(slug: string) {
  const stage = await setStage()
  const { database } = stage.platform
  const coalition = await foundCoalition(stage, slug)
  const council = await newMember(database, coalition.id, {
    name: { uk: 'Рада' },
    country: 'UA',
    region: 'UA-46',
    communities: ['roma'],
  })
  const own = await enter(stage, `own@${slug}.example`)
  const stranger = await enter(stage, `stranger@${slug}.example`)
  await newMandate(database, coalition.id, council.membership, own.id)

  const at = (path: string) => `/uk/${slug}${path}`

  async function versionOf(organisation = council.organisation): Promise<number> {
    const { rows } = await database.owner.query('select version from network.organisations where id = $1', [
      organisation,
    ])
    return rows[0].version
  }

  return {
    stage,
    database,
    coalition,
    council,
    own,
    stranger,
    at,
    profilePath: at(`/organisations/${council.organisation}/profile`),
    versionOf,
    as: <T>(account: string | null, work: (tx: Tx) => Promise<T>) =>
      inScope(database.request, { umbrella: coalition.id, account }, 'write', work),
    /** What the profile's form posts when nothing but `over` was changed. */
    typed: (version: number, over: Record<string, string | string[]> = {}) => ({
      version: String(version),
      'name:uk': 'Рада',
      kind: 'association',
      country: 'UA',
      region: 'UA-46',
      level: 'local',
      'communities[]': ['roma'],
      ...over,
    }),
  }
}
