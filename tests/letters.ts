import type { Database } from '#platform/database/open.ts'
import { newId } from '#platform/id.ts'
import { searchKey } from '#platform/text/index.ts'
import type { Coalition } from './coalition.ts'
import type { Representative } from './initiative-desk.ts'
import type { Stage } from './visitor.ts'

export type NewBody = {
  name?: Record<string, string>
  kind?: string
  jurisdiction?: string
  region?: string | null
  email?: string | null
  languages?: string[]
  /** The umbrella that keeps it while it has no officers. */
  keptBy?: string | null
}

/** A public body of Ukraine without officers. Returns its id. */
export async function newBody(database: Database, given: NewBody = {}): Promise<string> {
  const id = newId()
  const name = given.name ?? { uk: `Служба ${id.slice(-6)}`, en: `Service ${id.slice(-6)}` }
  await database.owner.query(
    `insert into authorities.bodies (id, kind, name, jurisdiction, level, country, region, languages, email, search_key, kept_by)
     values ($1, $2, $3, $4, 'national', 'UA', $5, $6, $7, $8, $9)`,
    [
      ...[id, given.kind ?? 'agency', name, given.jurisdiction ?? 'UA', given.region ?? null],
      ...[given.languages ?? ['uk'], given.email ?? null, searchKey(Object.values(name).join(' '))],
      given.keptBy ?? null,
    ],
  )
  return id
}

/** Makes a person an officer of a body, from today on. */
export async function newOfficer(database: Database, body: string, person: string): Promise<void> {
  await database.owner.query(
    'insert into authorities.officers (body_id, person_id) values ($1, $2) on conflict do nothing',
    [body, person],
  )
}

type Fields = Record<string, string | string[]>

/** What somebody types into a letter that lacks nothing; by input name. */
export const letterText: Fields = {
  kind: 'appeal',
  through: 'own',
  lang: 'uk',
  title: 'Про міжвідомчу комісію',
  facts: 'Комісії з протидії ксенофобії досі немає.',
  'ground-0-title': 'Конституція України',
  'ground-0-article': 'стаття 24',
  'ground-0-url': 'https://zakon.rada.gov.ua/laws/show/254%D0%BA/96-%D0%B2%D1%80',
  'proposal-0': 'Створити міжвідомчу комісію.',
}

/** What people of a coalition do with letters, by the pages that they use. */
export function letterDesk(stage: Stage, here: Coalition) {
  const { owner } = stage.platform.database
  const at = (path: string) => `/en/${here.slug}/communications${path}`
  const draftIn = (address: string | null) =>
    /\/communications(\/drafts\/[0-9a-f-]{36})/.exec(address ?? '')?.[1]

  type Row = Record<string, unknown> & { id: string; number: number; status: string; updated: string }
  const row = async (path: string): Promise<Row> => {
    const [last] = path.split('/').slice(-1)
    const { rows } = await owner.query<Row>(
      `select *, updated_at::text as updated from authorities.communications
       where umbrella_id = $1 and (id::text = $2 or number::text = $2)`,
      [here.id, last],
    )
    return rows[0]!
  }

  const post = (who: Representative, path: string, fields: Fields = {}) => who.browser.post(at(path), fields)

  /** Begins a letter; its path below `/communications`. */
  async function begun(who: Representative, body: string, more: Fields = {}): Promise<string> {
    const typed = { body, kind: 'appeal', membership: who.membership, through: 'own', title: 'Лист', ...more }
    const answer = await post(who, '/drafts', typed)
    const path = draftIn(answer.headers.get('location'))
    if (!path) throw new Error(`not begun: ${answer.status} ${await answer.text()}`)
    return path
  }

  /** Posts the text of a draft as it stands now. */
  const write = async (who: Representative, path: string, more: Fields = {}) =>
    post(who, `${path}/text`, { ...letterText, seen: (await row(path)).updated, intent: 'review', ...more })

  /** A draft that lacks nothing. */
  async function written(who: Representative, body: string, more: Fields = {}): Promise<string> {
    const path = await begun(who, body, more)
    const answer = await write(who, path, more)
    if (answer.status !== 303) throw new Error(`not written: ${answer.status} ${await answer.text()}`)
    return path
  }

  /** Opens a draft for signing; its path by number. */
  async function opened(who: Representative, path: string): Promise<string> {
    const answer = await post(who, `${path}/signing`)
    const number = /\/communications(\/\d+)/.exec(answer.headers.get('location') ?? '')?.[1]
    if (!number) throw new Error(`not opened: ${answer.status} ${await answer.text()}`)
    return number
  }

  const send = async (who: Representative, path: string, more: Fields = {}) =>
    post(who, `${path}/sending`, {
      ...{ seen: (await row(path)).updated, signatory: 'Ірина', channel: 'post', prominence: 'public' },
      ...{ onDay: Temporal.Now.plainDateISO('Europe/Kyiv').toString(), ...more },
    })

  /** A letter that was sent by post; its path by number. */
  async function sent(who: Representative, body: string, more: Fields = {}): Promise<string> {
    const answer = await send(who, await written(who, body, more))
    const number = /\/communications(\/\d+)/.exec(answer.headers.get('location') ?? '')?.[1]
    if (!number) throw new Error(`not sent: ${answer.status} ${await answer.text()}`)
    return number
  }

  return { at, row, post, begun, write, written, opened, send, sent }
}
