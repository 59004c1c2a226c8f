import fc from 'fast-check'
import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { challengeMandate, settleChallenge } from '#modules/initiatives/actions/challenge-mandate.ts'
import { confirmBallot } from '#modules/initiatives/actions/enter-ballot.ts'
import { type Choice, choices } from '#modules/initiatives/schema/decisions.ts'
import type { Database } from '#platform/database/open.ts'
import { newId } from '#platform/id.ts'
import { writeAs } from './admission.ts'
import {
  ask,
  confirmedAct,
  endCountdown,
  endDiscussion,
  newVoter,
  newVoters,
  twoCoordinators,
  type Voter,
  vote,
} from './decisions.ts'
import { newMandate } from './members.ts'
import { newPerson, newUmbrella } from './umbrella.ts'

/** How many members are asked. */
export const members = 4
const member = fc.nat(members - 1)

/** One thing that happens, to which member, by whom. */
export type Happening = { what: string; member?: number; choice?: Choice; by?: number }

/** What can happen, in any order, as often as you like. */
export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({ what: fc.constant('cast'), member, choice: fc.constantFrom(...choices) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      what: fc.constant('cast by deputy'),
      member,
      choice: fc.constantFrom(...choices),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('on paper'), member, choice: fc.constantFrom(...choices) }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('confirm'), member }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('challenge'), member, by: member }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constantFrom('uphold', 'dismiss') }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constantFrom('leave', 'suspend', 'end mandate', 'hand over'), member }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('join') }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('the clock is read') }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constantFrom('discussion over', 'countdown over') }) },
)

/** A coalition to which anything may happen while it decides. */
export class Turbulence {
  readonly #database: Database
  umbrella = ''
  decision = ''
  voters: Voter[] = []
  deputies: string[] = []
  pair: [string, string] = ['', '']
  file = ''

  constructor(database: Database) {
    this.#database = database
  }

  async found(): Promise<this> {
    this.umbrella = await newUmbrella(this.#database)
    this.pair = await twoCoordinators(this.#database, this.umbrella)
    this.voters = await newVoters(this.#database, this.umbrella, members)
    for (const { membership } of this.voters) {
      const deputy = await newPerson(this.#database, [this.umbrella])
      await newMandate(this.#database, this.umbrella, membership, deputy, 'deputy')
      this.deputies.push(deputy)
    }
    this.file = newId()
    await this.#database.owner.query(
      `insert into platform.files (umbrella_id, id, name, media_type, size, sha256) values ($1, $2, 'vote.pdf', 'application/pdf', 1, sha256(''))`,
      [this.umbrella, this.file],
    )
    this.decision = await ask(this.#database, this.umbrella)
    return this
  }

  // A refusal or an error of one happening is fine here: what must hold is looked at after each.
  async happens(happening: Happening): Promise<void> {
    await this.#deeds[happening.what]!(happening).catch(() => {})
  }

  readonly #as = (account: string | null, work: Parameters<typeof writeAs>[3]) =>
    writeAs(this.#database, this.umbrella, account, work)

  readonly #cast = (happening: Happening, person: string) =>
    vote(
      this.#database,
      this.umbrella,
      this.decision,
      { membership: this.voters[happening.member!]!.membership, person },
      happening.choice,
    )

  readonly #change = (text: string, { member }: Happening) =>
    this.#database.owner.query(text, [this.voters[member!]!.membership])

  async #settle(finding: 'uphold' | 'dismiss'): Promise<unknown> {
    const { rows } = await this.#database.owner.query<{ id: string }>(
      'select case_id as id from initiatives.challenges where decision_id = $1 and settled_at is null limit 1',
      [this.decision],
    )
    const matter = rows[0]?.id
    if (!matter) return
    return confirmedAct(
      this.#database,
      this.umbrella,
      this.pair,
      `initiatives.${finding}_challenge`,
      matter,
      (tx, act) => settleChallenge(tx, act, finding),
    )
  }

  readonly #deeds: Record<string, (happening: Happening) => Promise<unknown>> = {
    cast: happening => this.#cast(happening, this.voters[happening.member!]!.person),
    'cast by deputy': happening => this.#cast(happening, this.deputies[happening.member!]!),
    'on paper': ({ member, choice }) =>
      this.#as(this.pair[0], tx =>
        tx.$client.query(
          `insert into initiatives.ballots (id, decision_id, elector_id, choice, statement, channel, evidence_file_id)
           values ($1, $2, $3, $4, '{"uk": "не від нашого імені"}', 'paper', $5)`,
          [newId(), this.decision, this.voters[member!]!.membership, choice, this.file],
        ),
      ),
    confirm: async ({ member }) => {
      const { membership, person } = this.voters[member!]!
      const { rows } = await this.#database.owner.query<{ id: string }>(
        `select id from initiatives.ballots where decision_id = $1 and elector_id = $2 and entered_by is not null
         order by ordinal desc limit 1`,
        [this.decision, membership],
      )
      if (rows[0])
        await this.#as(person, tx =>
          confirmBallot(tx, { ballot: rows[0]!.id, decision: this.decision, membership }),
        )
    },
    challenge: ({ member, by }) =>
      this.#as(this.voters[by!]!.person, tx =>
        challengeMandate(tx, {
          ...{ decision: this.decision, elector: this.voters[member!]!.membership },
          ...{
            challenger: this.voters[by!]!.membership,
            reasons: 'The minutes say otherwise.',
            locale: 'en',
          },
        }),
      ),
    uphold: () => this.#settle('uphold'),
    dismiss: () => this.#settle('dismiss'),
    leave: happening =>
      this.#change(
        "update network.memberships set status = 'ended', until = current_date, end_reason = 'left' where id = $1",
        happening,
      ),
    suspend: happening =>
      this.#change("update network.memberships set status = 'suspended' where id = $1", happening),
    'end mandate': happening =>
      this.#change(
        "update network.mandates set valid_until = valid_from where membership_id = $1 and role = 'primary'",
        happening,
      ),
    'hand over': async happening => {
      const { membership } = this.voters[happening.member!]!
      await this.#change(
        "update network.mandates set valid_until = '2021-01-01' where membership_id = $1 and role = 'primary' and valid_until is null",
        happening,
      )
      const person = await newPerson(this.#database, [this.umbrella])
      const mandate = newId()
      await this.#database.owner.query(
        `insert into network.mandates (umbrella_id, id, membership_id, person_id, role, document, valid_from, status,
           proposed_by, confirmed_by, confirmed_as, confirmed_at)
         values ($1, $2, $3, $4, 'primary', 'minutes', current_date - 1, 'confirmed', $4, $4, 'founding', now())`,
        [this.umbrella, mandate, membership, person],
      )
      this.voters[happening.member!] = { membership, person, mandate }
    },
    join: () => newVoter(this.#database, this.umbrella),
    'the clock is read': () => this.#as(null, tx => advanceDecision(tx, this.decision)),
    'discussion over': () => endDiscussion(this.#database, this.decision),
    'countdown over': () => endCountdown(this.#database, this.decision),
  }
}
