import { advanceDecision } from '#modules/initiatives/actions/advance-decision.ts'
import { askAboutPost } from '#modules/network/actions/ask-about-post.ts'
import { createPost } from '#modules/network/actions/keep-post.ts'
import type { Database } from '#platform/database/open.ts'
import { writeAs } from './admission.ts'
import { endVoting, twoCoordinators, type Voter } from './decisions.ts'
import { inDays } from './partners.ts'
import { secretVoting } from './secret-voting.ts'

export const reason = 'Знає всіх у районі'

/** What members are asked about a voter's person. */
export const questionAbout = (
  post: string,
  { person, membership }: Pick<Voter, 'person' | 'membership'>,
  until: string | null = null,
) => ({ post, person, membership, onBehalf: null, reason, from: inDays(0), until })

/** A coalition of five members whose two coordinators ask them who shall hold posts. */
export async function appointmentDesk(database: Database) {
  const { umbrella, voters, vote } = await secretVoting(database, 5)
  const pair = await twoCoordinators(database, umbrella)
  const [anna] = pair

  const as = <T>(person: string | null, work: Parameters<typeof writeAs<T>>[3]) =>
    writeAs(database, umbrella, person, work)
  const rowsOf = async (text: string, ...values: unknown[]) => (await database.owner.query(text, values)).rows

  const newPost = () =>
    as(anna, tx =>
      createPost(tx, {
        ...{ kind: 'liaison', title: { uk: 'Зв’язки', pl: 'Kontakty' }, about: {}, country: 'UA' },
        ...{ regions: [], town: null },
      }),
    )

  /** Asks about a person: the question and its decision. Throws when that is refused. */
  async function asked(who: Voter, until: string | null = null, about?: string) {
    const post = about ?? (await newPost())
    const outcome = await as(anna, tx => askAboutPost(tx, questionAbout(post, who, until)))
    if (!outcome.ok) throw new Error(outcome.reason)
    const [row] = await rowsOf(
      `select a.id as appointment, d.id as decision, d.number, d.secret, d.kind, d.title, d.text, a.decision_number as asked
       from network.appointments a join initiatives.decisions d on d.subject_id = a.id where a.post_id = $1 and a.status = 'asked'`,
      post,
    )
    return { ...row, post }
  }

  /** So many members are in favour, and the time is over. */
  async function seal(decision: string, yes: number) {
    for (const voter of voters.slice(0, yes)) {
      const outcome = await vote(decision, voter, 'yes')
      if (!outcome.ok) throw new Error(outcome.reason)
    }
    await endVoting(database, decision)
    return as(null, tx => advanceDecision(tx, decision))
  }

  const statusOf = async (appointment: string): Promise<string> =>
    (await rowsOf('select status from network.appointments where id = $1', appointment))[0].status
  const termsOf = (post: string) =>
    rowsOf(
      `select person_id as person, valid_from as since, valid_until as until, appointment_id as under, end_reason as reason
       from network.post_terms where post_id = $1 order by valid_from, valid_until`,
      post,
    )
  const mailsOf = async (person: string): Promise<string[]> =>
    (await rowsOf('select template from platform.mail where person_id = $1', person)).map(
      ({ template }) => template,
    )

  return { umbrella, voters, vote, pair, as, rowsOf, newPost, asked, seal, statusOf, termsOf, mailsOf }
}
