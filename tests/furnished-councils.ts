import { pdf } from './file-samples.ts'

type Post = (
  cookie: string | undefined,
  path: string,
  fields: Record<string, string | string[]>,
  files?: Record<string, File>,
) => Promise<void>

/** The rows that addresses of councils name: of the council furnished last. */
export const councilRows: Record<string, string> = {
  councils:
    "select slug as id from councils.councils where umbrella_id = $1 and slug = 'a-council-for-everybody'",
  sessions: `select s.number::text as id from councils.sessions s join councils.councils c on (c.umbrella_id, c.id) = (s.umbrella_id, s.council_id)
    where s.umbrella_id = $1 and c.slug = 'a-council-for-everybody' order by 1 limit 1`,
  seats: `select m.id from councils.memberships m join councils.councils c on (c.umbrella_id, c.id) = (m.umbrella_id, m.council_id)
    where m.umbrella_id = $1 and c.slug = 'a-council-for-everybody' limit 1`,
  documents: `select d.id from councils.documents d join councils.councils c on (c.umbrella_id, c.id) = (d.umbrella_id, d.council_id)
    where d.umbrella_id = $1 and c.slug = 'a-council-for-everybody' limit 1`,
  rules: `select r.id from councils.rule_texts r join councils.councils c on (c.umbrella_id, c.id) = (r.umbrella_id, r.council_id)
    where r.umbrella_id = $1 and c.slug = 'a-council-for-everybody' limit 1`,
  liaisons: "select id from network.posts where umbrella_id = $1 and kind = 'liaison' order by id limit 1",
}

const file = (name: string) => new File([new Uint8Array(pdf)], name, { type: 'application/pdf' })

/** A council with a seat, a session, a document and a formation, by the forms of its pages. */
export async function furnishCouncils(post: Post, coordinator: string | undefined): Promise<void> {
  await post(coordinator, '/councils', {
    kind: 'public_council',
    'name:en': 'A council for everybody',
    quorumRule: 'none',
    majorityRule: 'of_votes',
    visibility: 'public',
  })
  const at = '/councils/a-council-for-everybody'
  const holder = { name: 'Somebody', duty: 'member', onBehalf: 'An association', start: '2024' }
  await post(coordinator, `${at}/holders`, holder, { mandate: file('mandate.pdf') })
  await post(coordinator, `${at}/sessions`, { startsAt: '2025-05-05T10:00', place: 'Kyiv' })
  await post(coordinator, `${at}/sessions/1/items`, { 'title:en': 'A matter' })
  await post(
    coordinator,
    `${at}/documents`,
    { 'title:en': 'A document', public: 'yes' },
    { file: file('a.pdf') },
  )
  const rules = { 'title:en': 'Rules of procedure', adoptedOn: '2025-01-01' }
  await post(coordinator, `${at}/rules`, rules, { file: file('rules.pdf') })
  await post(coordinator, `${at}/formation/new`, { begunOn: '2025-01-01', organisations: 'An association' })
  await post(coordinator, '/posts', {
    kind: 'liaison',
    'title:en': 'A liaison',
    country: 'UA',
    'regions[]': ['UA-51'],
  })
}
