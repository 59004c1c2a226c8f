import type { Coalition } from './coalition.ts'
import { newMember } from './members.ts'
import type { Stage } from './visitor.ts'

const lublin = { country: 'PL', region: 'PL-06', town: 'Lublin' }

/** Two organisations that may be one, and where they are compared. */
export type Twins = Awaited<ReturnType<ReturnType<typeof twinsDesk>['twins']>>

/** What tests of duplicates do in an umbrella: enter two records, propose that they are one, confirm it. */
export function twinsDesk({ platform: { database } }: Stage, here: Coalition) {
  const [anna, bohdan] = here.coordinators
  const at = (path: string, slug = here.slug) => `/en/${slug}${path}`
  const one = async <T>(text: string, values: unknown[]) =>
    (await database.owner.query(text, values)).rows[0] as T
  const idOf = (merge: string) => merge.split('/').at(-1)

  async function twins(first: string, second = first) {
    const a = await newMember(database, here.id, { name: { pl: first }, ...lublin })
    const b = await newMember(database, here.id, { name: { pl: second }, ...lublin })
    const [low, high] = [a.organisation, b.organisation].sort()
    return { a, b, path: `/duplicates/${low}/${high}` }
  }

  /** Proposes that `b` becomes part of `a`. Returns where the merge is, or nothing when it was refused. */
  async function proposed({ a, path }: Twins): Promise<string> {
    const reason = 'Той самий статут'
    const answer = await anna.browser.post(at(`${path}/merge`), { survivor: a.organisation, reason })
    return new URL(answer.headers.get('location') ?? '/', 'http://here').pathname.slice(at('').length)
  }

  async function actOf(merge: string): Promise<string> {
    return (await one<{ id: string }>('select id from people.acts where subject_id = $1', [idOf(merge)])).id
  }

  const confirmed = async (merge: string) =>
    bohdan.browser.post(at(`/acts/${await actOf(merge)}/confirmation`))

  const stateOf = (merge: string) =>
    one<{ status: string; obstacle: string | null; moved: { merged: { name: object } } | null }>(
      'select status, obstacle, moved from network.merges where id = $1',
      [idOf(merge)],
    )

  /** What an organisation has become, or null. */
  const became = async (id: string) =>
    (
      await one<{ into: string | null }>(
        'select merged_into as into from network.organisations where id = $1',
        [id],
      )
    ).into

  const numbered = (organisation: string, krs: string) =>
    database.owner.query(
      "insert into network.identifiers (organisation_id, scheme, value) values ($1, 'PL-KRS', $2)",
      [organisation, krs],
    )

  return { at, one, twins, proposed, actOf, confirmed, stateOf, became, numbered, lublin }
}
