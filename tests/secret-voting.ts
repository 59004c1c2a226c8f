import { castSecretBallot } from '#modules/initiatives/actions/cast-secret-ballot.ts'
import { countSecretBallots } from '#modules/initiatives/actions/count-secret-ballots.ts'
import type { SecretChoice } from '#modules/initiatives/schema/secret.ts'
import type { Database } from '#platform/database/open.ts'
import { newId } from '#platform/id.ts'
import { writeAs } from './admission.ts'
import { ask, newVoters, type Voter } from './decisions.ts'
import { newUmbrella } from './umbrella.ts'

/** A coalition whose members vote in secret. */
export async function secretVoting(database: Database, members: number) {
  const umbrella = await newUmbrella(database)
  const voters = await newVoters(database, umbrella, members)

  const opened = () =>
    ask(database, umbrella, {
      ...{ kind: 'appointment', secret: true, title: { en: 'Who holds the post' }, text: { post: newId() } },
      authoritative: 'en',
    })

  return {
    umbrella,
    voters,
    opened,
    vote: (
      decision: string,
      { membership, person }: Pick<Voter, 'membership' | 'person'>,
      choice: SecretChoice,
    ) => writeAs(database, umbrella, person, tx => castSecretBallot(tx, { decision, membership, choice })),
    count: (decision: string) => writeAs(database, umbrella, null, tx => countSecretBallots(tx, decision)),
  }
}
