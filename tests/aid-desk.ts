import { type Coalition, enter, memberWith, type Present } from './coalition.ts'
import { inDays } from './partners.ts'
import type { Stage } from './visitor.ts'

export type Acting = Present & { membership: string }
type More = Record<string, string | string[]>

/** Three members with a signed-in representative each, and what they do with needs and offers by the pages people use. */
export async function aidDesk(stage: Stage, here: Coalition) {
  const { owner } = stage.platform.database
  const at = (path: string, of = here) => `/en/${of.slug}${path}`

  async function acting(name: string): Promise<Acting> {
    const present = await enter(stage, `${name}@${here.slug}.example`, name)
    return { ...present, membership: await memberWith(stage, here.id, present.id) }
  }
  const people = { needy: await acting('needy'), giver: await acting('giver'), third: await acting('third') }

  const listing = (who: Acting, side: 'need' | 'offer', more: More = {}) => ({
    membership: who.membership,
    side,
    kind: 'premises',
    title: 'Зала',
    body: 'На 30 осіб',
    contentLocale: 'uk',
    country: 'UA',
    region: 'UA-46',
    until: inDays(30),
    ...more,
  })

  /** Posts a need or an offer; its path below the umbrella. */
  async function post(who: Acting, side: 'need' | 'offer', more: More = {}): Promise<string> {
    const answer = await who.browser.post(at('/aid'), listing(who, side, more))
    if (answer.status !== 303) throw new Error(`not posted: ${answer.status}`)
    return /\/aid\/[0-9a-f-]{36}/.exec(answer.headers.get('location')!)![0]
  }

  async function matchesOf(path: string) {
    const text = `select id, status, origin, need_membership as need, offer_membership as offer from network.matches
      where $1 in (need_id, offer_id) order by id`
    return (await owner.query(text, [path.split('/').at(-1)])).rows
  }

  /** A need and an offer that fit, and the path of their match. */
  async function matched(more: More = {}) {
    const kind = more.kind ?? 'equipment'
    const need = await post(people.needy, 'need', { ...more, kind })
    const offer = await post(people.giver, 'offer', { ...more, kind })
    const found = (await matchesOf(need)).filter(match => match.offer === people.giver.membership)
    return { need, offer, match: `/matches/${found.at(-1).id}` }
  }

  async function told(path: string, template: string): Promise<string[]> {
    const text =
      'select person_id as person from platform.mail where link = $1 and template = $2 order by person_id'
    return (await owner.query(text, [path, template])).rows.map(row => row.person)
  }

  return { at, people, listing, post, matchesOf, matched, told }
}
