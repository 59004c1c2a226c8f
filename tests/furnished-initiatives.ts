import { demoUmbrellaId } from '#modules/people/index.ts'
import type { App } from '#src/app.ts'
import { pdf } from './file-samples.ts'
import { initiativeText } from './initiative-desk.ts'

type Fields = Record<string, string | string[]>
type Post = (
  cookie: string | undefined,
  path: string,
  fields: Fields,
  files?: Record<string, File>,
) => Promise<void>

/** Who writes: cookie and membership. */
export type Writer = { cookie: string | undefined; membership: string }

const typed: Fields = Object.fromEntries(
  Object.entries(initiativeText).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : [...value],
  ]),
)
// Every umbrella of the demonstration has fewer topics out of scope than this.
const answered: Fields = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`scope-${n}`, 'no']))

/** The addresses of initiatives by noun, as `rowsOfNoun` has them. */
export const initiativeRows: Record<string, string> = {
  initiatives: `select number as id from initiatives.initiatives where umbrella_id = $1 and status = 'discussion'
    order by number desc limit 1`,
  drafts: `select id from initiatives.initiatives where umbrella_id = $1 and status = 'draft' order by previous_id is not null, id desc limit 2`,
  comments: 'select id from initiatives.comments where umbrella_id = $1 order by id desc limit 1',
  amendments: `select a.number as id from initiatives.amendments a join initiatives.initiatives i on i.id = a.initiative_id
    where a.umbrella_id = $1 order by i.number desc limit 1`,
  attachments: 'select id from initiatives.attachments where umbrella_id = $1 order by id desc limit 1',
  scope: 'select id from initiatives.scope_challenges where umbrella_id = $1 order by id desc limit 1',
  corrections: 'select id from initiatives.corrections where umbrella_id = $1 order by id desc limit 1',
}

/** Lets a member start an initiative, and another one say and change everything that can be said and changed. */
export async function furnishInitiatives(
  app: App,
  slug: string,
  post: Post,
  [own, other]: [Writer, Writer],
): Promise<void> {
  const { owner } = app.platform.database
  const umbrella = demoUmbrellaId(slug)
  // Numbers are an umbrella's own: with far numbers an address of one umbrella leads nowhere in another.
  await owner.query(
    `insert into initiatives.numbers (umbrella_id, kind, last)
     select id, kind, 1000 * (1 + (select count(*) from platform.umbrellas o where o.id < u.id))
     from platform.umbrellas u, unnest(array['initiative', 'decision', 'realisation', 'appeal']) kind where u.id = $1
     on conflict (umbrella_id, kind) do update set last = greatest(numbers.last, excluded.last)`,
    [umbrella],
  )
  const latest = async (what: string) =>
    (
      await owner.query<{ id: string; number: number }>(
        `select id, number from initiatives.initiatives where umbrella_id = $1 and ${what} order by created_at desc limit 1`,
        [umbrella],
      )
    ).rows[0]!
  const draft = { ...typed, ...answered, membership: own.membership, intent: 'review' }
  await post(own.cookie, '/initiatives', draft)
  const { id } = await latest(`status = 'draft'`)
  const file = new File([new Uint8Array(pdf)], 'plan.pdf', { type: 'application/pdf' })
  await post(own.cookie, `/initiatives/drafts/${id}/attachments`, {}, { file })
  await post(own.cookie, `/initiatives/drafts/${id}/publication`, {})
  await post(own.cookie, '/initiatives', draft)
  const at = `/initiatives/${(await latest(`status = 'discussion'`)).number}`
  const speaks = { membership: other.membership }
  await post(other.cookie, `${at}/comments`, { ...speaks, stance: 'for', body: 'Yes' })
  const reasons = 'This belongs to somebody else, we think.'
  await post(other.cookie, `${at}/scope`, { ...speaks, topic: '', reasons })
  await post(other.cookie, `${at}/amendments`, { ...typed, ...speaks, base: '1', goals: 'Other', reasons })
  await post(own.cookie, `${at}/corrections`, { ...typed, base: '1', plan: 'Put right', reasons })
}
