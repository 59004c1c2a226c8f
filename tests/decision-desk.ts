import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { writeAs } from './admission.ts'
import { enter, foundCoalition, memberWith, type Present } from './coalition.ts'
import { ask, stateOfDecision } from './decisions.ts'
import { newMandate, newMembership, newOrganisation } from './members.ts'
import { setStage, Visitor } from './visitor.ts'

/** Three members, a partner and two coordinators, all signed in, and a decision that is asked anew for each test. */
export async function openDecisionDesk(slug: string) {
  const stage = await setStage()
  const { database } = stage.platform
  const here = await foundCoalition(stage, slug)
  const people: Present[] = []
  const members: string[] = []
  for (const name of ['vira', 'hanna', 'danylo']) {
    const person = await enter(stage, `${name}@members.example`)
    people.push(person)
    members.push(await memberWith(stage, here.id, person.id))
  }
  const person = await enter(stage, 'partner@members.example')
  const organisation = await newOrganisation(database)
  const membership = await newMembership(database, here.id, organisation, { form: 'agreement' })
  await newMandate(database, here.id, membership, person.id)
  await database.owner.query('insert into people.affiliations (umbrella_id, person_id) values ($1, $2)', [
    here.id,
    person.id,
  ])

  const visitor = new Visitor(stage)
  let id = ''
  let at = ''

  return {
    ...{ stage, database, here, people, members, visitor },
    partner: { membership, browser: person.browser },
    coordinators: [here.coordinators[0].browser, here.coordinators[1].browser] as const,

    /** The decision of this test. */
    get id() {
      return id
    },

    /** The address of its page. */
    get at() {
      return at
    },

    async ask(): Promise<void> {
      id = await ask(database, here.id)
      at = `/en/${slug}/decisions/${(await stateOfDecision(database, id)).number}`
      stage.app.cache.flush()
    },

    vote: (voter: number, fields: Record<string, string> = {}) =>
      people[voter]!.browser.post(`${at}/vote`, {
        ...{ membership: members[voter]!, choice: 'yes', statement: '' },
        ...fields,
      }),

    yes: async () => (await stateOfDecision(database, id)).running.yes,

    advance: () => writeAs(database, here.id, null, tx => advanceDecision(tx, id)),

    /** Confirms the newest two-person act as the second coordinator. */
    async confirmAct(): Promise<number> {
      const { rows } = await database.owner.query<{ id: string }>(
        `select id from people.acts where umbrella_id = $1 and status = 'proposed' order by proposed_at desc limit 1`,
        [here.id],
      )
      const answer = await here.coordinators[1].browser.post(`/en/${slug}/acts/${rows[0]!.id}/confirmation`)
      stage.app.cache.flush()
      return answer.status
    },

    /** What somebody reads on a page. */
    async words(path = at, who = visitor): Promise<string> {
      stage.app.cache.flush()
      return wordsOf(await who.get(path))
    },
  }
}

/** The words of a page, without its elements. */
export const wordsOf = async (answer: Response): Promise<string> =>
  (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
