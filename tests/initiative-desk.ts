import type { Coalition, Present } from './coalition.ts'
import { affiliate, enter, memberWith } from './coalition.ts'
import { newMandate, newMembership, newOrganisation } from './members.ts'
import { endTalk } from './time-passes.ts'
import type { Stage } from './visitor.ts'

/** Somebody who acts for a member or partner. */
export type Representative = Present & { membership: string }

/** What somebody types for an initiative; by input name. */
export const initiativeText = {
  authoritative: 'uk',
  title: 'Будинок націй у Києві',
  need: 'Спільноти не мають місця, де зустрічатися.\n\nОренда дорога.',
  goals: 'Відкрити спільний дім.',
  beneficiaries: 'Двадцять спільнот Києва.',
  asked: 'Час і досвід.',
  plan: 'Спершу знайти приміщення, потім відкрити.',
  'topics[]': ['culture', 'dialogue'],
  'languages[]': ['uk', 'en'],
} as const satisfies Record<string, string | readonly string[]>

/** What people of a coalition do with initiatives, by the pages that they use. */
export function initiativeDesk(stage: Stage, here: Coalition) {
  const { database } = stage.platform
  const { owner } = database
  const at = (path: string, of = here) => `/en/${of.slug}${path}`

  /** Somebody who acts for a new member. */
  async function representative(name: string): Promise<Representative> {
    const person = await enter(stage, `${name}@member.example`, name)
    return { ...person, membership: await memberWith(stage, here.id, person.id) }
  }

  /** Somebody who acts for a new partner. */
  async function partner(name: string): Promise<Representative> {
    const person = await enter(stage, `${name}@partner.example`, name)
    const organisation = await newOrganisation(database, { name: { en: `Partner ${name}` } })
    const membership = await newMembership(database, here.id, organisation, { form: 'agreement' })
    await affiliate(stage, here.id, person.id)
    await newMandate(database, here.id, membership, person.id)
    return { ...person, membership }
  }

  const fields = (more: Record<string, string | string[]> = {}) => {
    const typed: Record<string, string | string[]> = {}
    for (const [name, value] of Object.entries({ ...initiativeText, ...more }))
      typed[name] = typeof value === 'string' ? value : [...value]
    return typed
  }

  const post = (who: Present, path: string, typed: Record<string, string | string[]> = {}) =>
    who.browser.post(at(path), typed)

  /** Writes a draft; its path below the umbrella. */
  async function draft(who: Representative, more: Record<string, string | string[]> = {}): Promise<string> {
    const typed = fields({ membership: who.membership, intent: 'review', ...more })
    const answer = await post(who, '/initiatives', typed)
    if (answer.status !== 303) throw new Error(`not drafted: ${answer.status} ${await answer.text()}`)
    return /\/initiatives\/drafts\/[0-9a-f-]{36}/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
  }

  /** Publishes an initiative; its path below the umbrella. */
  async function publish(who: Representative, more: Record<string, string | string[]> = {}): Promise<string> {
    const answer = await post(who, `${await draft(who, more)}/publication`)
    const path = /\/initiatives\/\d+/.exec(answer.headers.get('location') ?? '')?.[0]
    if (!path) throw new Error(`not published: ${answer.status}`)
    return path
  }

  type Row = {
    id: string
    number: number
    status: string
    version: number
    round: number
    membership: string
    decision: string | null
  }

  async function rowOf(path: string): Promise<Row> {
    const { rows } = await owner.query<Row>(
      `select id, number, status, version, round, membership_id as membership, decision_id as decision
       from initiatives.initiatives where umbrella_id = $1 and number = $2`,
      [here.id, path.split('/').at(-1)],
    )
    return rows[0]!
  }

  /** Lets the minimum discussion be over, as if eight days had passed. */
  const letDiscussionPass = async (path: string) => endTalk(database, (await rowOf(path)).id)

  /** Puts an initiative to the vote after its discussion. Returns the decision. */
  async function askMembers(who: Present, path: string): Promise<string> {
    await letDiscussionPass(path)
    const answer = await post(who, `${path}/decision`)
    const { decision } = await rowOf(path)
    if (answer.status !== 303 || !decision) throw new Error(`not asked: ${answer.status}`)
    return decision
  }

  /** Persons to whom letters of this template were queued. */
  async function toldBy(template: string): Promise<string[]> {
    const { rows } = await owner.query<{ person: string }>(
      'select person_id as person from platform.mail where umbrella_id = $1 and template = $2 order by 1',
      [here.id, `initiatives.${template}`],
    )
    return rows.map(({ person }) => person)
  }

  /** Public entries of the journal about an initiative, oldest first. */
  async function recorded(path: string): Promise<string[]> {
    const { rows } = await owner.query<{ action: string }>(
      `select action from platform.journal_entries where umbrella_id = $1 and subject_id = $2 and visibility = 'public'
       order by recorded_at, id`,
      [here.id, (await rowOf(path)).id],
    )
    return rows.map(({ action }) => action)
  }

  return {
    ...{ at, fields, post, draft, publish, representative, partner, rowOf, letDiscussionPass },
    ...{ askMembers, toldBy, recorded },
  }
}
