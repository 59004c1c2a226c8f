import type { Coalition, Present } from './coalition.ts'
import { pdf } from './file-samples.ts'
import { newMembership, newOrganisation } from './members.ts'
import type { Stage } from './visitor.ts'

/** A day so many days from today in Kyiv, ISO text. */
export const inDays = (days: number): string =>
  Temporal.Now.plainDateISO('Europe/Kyiv').add({ days }).toString()

type Partner = { membership: string; organisation: string }

/** What coordinators of a coalition do with partners and their agreements, by the pages that people use. */
export function partnersDesk(stage: Stage, here: Coalition) {
  const { database } = stage.platform
  const { owner } = database

  const document = () => new File([new Uint8Array(pdf)], 'угода.pdf', { type: 'application/pdf' })
  const at = (path: string, of = here) => `/en/${of.slug}${path}`

  const fields = (more: Record<string, string> = {}) => ({
    'title:uk': 'Угода 1',
    signedOn: '2024-01-10',
    signedForUmbrella: 'Голова правління',
    signedForPartner: 'Директорка бібліотеки',
    termFrom: '2024-01-15',
    termUntil: '',
    ...more,
  })

  async function newPartner(name: string): Promise<Partner> {
    const organisation = await newOrganisation(database, { name: { uk: name, en: `${name} EN` } })
    const membership = await newMembership(database, here.id, organisation, { form: 'agreement' })
    return { organisation, membership }
  }

  const post = (who: Present, membership: string, more: Record<string, string> = {}) =>
    who.browser.upload(at(`/partners/${membership}/agreements`), fields(more), { document: document() })

  /** Records an agreement; its path below the umbrella. */
  async function record(who: Present, of: Partner, more: Record<string, string> = {}): Promise<string> {
    const answer = await post(who, of.membership, more)
    if (answer.status !== 303) throw new Error(`not recorded: ${answer.status}`)
    return /\/agreements\/[0-9a-f-]{36}/.exec(answer.headers.get('location')!)![0]
  }

  const answered = (who: Present, path: string, answer = 'confirmed', word = '') =>
    who.browser.post(at(`${path}/answer`), { answer, word })

  /** An agreement of a partner without people, confirmed by the second coordinator. */
  async function inForce(of: Partner, until: string, more: Record<string, string> = {}): Promise<string> {
    const path = await record(here.coordinators[0], of, { termUntil: until, ...more })
    await answered(here.coordinators[1], path)
    return path
  }

  const idOf = (path: string) => path.split('/').at(-1)!

  async function stateOf(path: string) {
    const text = 'select status, ended_on, end_reason from network.agreements where id = $1'
    return (await owner.query(text, [idOf(path)])).rows[0]
  }

  async function membershipOf({ membership }: Partner) {
    const text = 'select status, end_reason from network.memberships where id = $1'
    return (await owner.query(text, [membership])).rows[0]
  }

  async function toldAbout(path: string, template: string): Promise<string[]> {
    const text =
      'select person_id as person from platform.mail where template = $1 and link = $2 order by person_id'
    return (await owner.query<{ person: string }>(text, [template, path])).rows.map(row => row.person)
  }

  return {
    at,
    fields,
    document,
    newPartner,
    post,
    record,
    answered,
    inForce,
    idOf,
    stateOf,
    membershipOf,
    toldAbout,
  }
}
