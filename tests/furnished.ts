import { invitationToken } from '#modules/people/actions/invite.ts'
import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { newId } from '#platform/id.ts'
import type { App } from '#src/app.ts'
import { pdf } from './file-samples.ts'
import { decisionRows, furnishDecisions } from './furnished-decisions.ts'
import { furnishInitiatives, initiativeRows, type Writer } from './furnished-initiatives.ts'
import { furnishPacks, packRows } from './furnished-packs.ts'
import { furnishProcedures, procedureRows } from './furnished-procedures.ts'
import { furnishRealisations, realisationRows } from './furnished-realisations.ts'
import { furnishReports, reportRows } from './furnished-reports.ts'
import { furnishSetAside } from './furnished-set-aside.ts'
import { furnishStatistics, statisticsRows } from './furnished-statistics.ts'
import { inDays } from './partners.ts'
import { cookieOf } from './platform.ts'

type Fields = Record<string, string | string[]>
type Asked = { cookie?: string; method?: string; fields?: Fields; files?: Record<string, File> }

function bodyOf({ fields = {}, files }: Asked): URLSearchParams | FormData {
  const body = files ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  for (const [name, file] of Object.entries(files ?? {})) (body as FormData).append(name, file)
  return body
}

/** Asks the program for a path, as the person whose cookie it is; follows no redirect. */
export async function ask(app: App, path: string, asked: Asked = {}): Promise<Response> {
  const { origin } = app.platform.config
  const headers = new Headers({ origin })
  if (asked.cookie) headers.set('cookie', asked.cookie)
  const method = asked.method ?? 'GET'
  const body = method === 'GET' ? null : bodyOf(asked)
  return app.hono.request(new URL(path, origin), { method, headers, body })
}

/** The rows that addresses of one umbrella name, by the noun before the id in the address. */
const rowsOfNoun: Record<string, string> = {
  directory:
    "select id from network.memberships where umbrella_id = $1 and form = 'collective' order by id limit 2",
  memberships:
    "select m.membership_id as id from network.mandates m where m.umbrella_id = $1 and m.status = 'confirmed' order by 1 limit 2",
  partners:
    "select id from network.memberships where umbrella_id = $1 and form = 'agreement' order by id limit 1",
  organisations: `select s.organisation_id as id from network.memberships s join network.mandates m on m.umbrella_id = s.umbrella_id
    and m.membership_id = s.id where s.umbrella_id = $1 and not exists (select from network.memberships o
      where o.organisation_id = s.organisation_id and o.umbrella_id <> $1) order by 1 limit 2`,
  applications:
    "select id from network.applications where umbrella_id = $1 and status <> 'draft' order by id desc limit 1",
  mandates: 'select id from network.mandates where umbrella_id = $1 order by id limit 1',
  agreements: 'select id from network.agreements where umbrella_id = $1 order by id limit 1',
  posts: 'select id from network.posts where umbrella_id = $1 order by id limit 1',
  aid: 'select id from network.listings where umbrella_id = $1 order by id limit 1',
  matches: 'select id from network.matches where umbrella_id = $1 order by id limit 1',
  import: 'select id from network.imports where umbrella_id = $1 order by id limit 1',
  proposals: 'select id from network.proposals where umbrella_id = $1 order by id limit 1',
  merges: 'select id from network.merges where umbrella_id = $1 order by id limit 1',
  acts: 'select id from people.acts where umbrella_id = $1 order by id limit 1',
  invitations: 'select id from people.invitations where umbrella_id = $1 order by id limit 1',
  ...initiativeRows,
  ...realisationRows,
  ...procedureRows,
  ...decisionRows,
  incidents: `select i.code as id from monitoring.sources s join monitoring.incidents i
    on i.umbrella_id = s.umbrella_id and i.id = s.incident_id where s.umbrella_id = $1 order by s.id limit 1`,
  sources: 'select id from monitoring.sources where umbrella_id = $1 order by id limit 1',
  vocabularies: 'select list as id from monitoring.lists where $1::uuid is not null order by list limit 1',
  ...statisticsRows,
  ...reportRows,
  ...packRows,
  stuck: 'select id from platform.dead_letters where umbrella_id = $1 order by id limit 1',
}

/** Ids of one umbrella's rows by noun. */
export type Ids = Readonly<Record<string, string[]>>

/** The ids of an umbrella by noun. Throws when a noun has no row: a walk without rows proves nothing. */
export async function idsOf(app: App, slug: string): Promise<Ids> {
  const { owner } = app.platform.database
  const ids: Record<string, string[]> = {}
  for (const [noun, sql] of Object.entries(rowsOfNoun)) {
    const { rows } = await owner.query<{ id: string }>(sql, [demoUmbrellaId(slug)])
    if (rows.length === 0) throw new Error(`${slug} has nothing under /${noun}`)
    ids[noun] = rows.map(({ id }) => id)
  }
  return ids
}

// The last of an address's words before its id says what the id is of.
const otherNouns: Record<string, string> = { unions: 'organisations', duplicates: 'organisations' }

const fixedParts: Record<string, string> = {
  ...{
    ':form': 'collective',
    ':language': 'pl',
    ':kind': 'values',
    ':team': 'monitor',
    ':version': 'yesterday',
  },
  ':key': 'admission.objection_days',
  ':picture': 'map.svg',
}

function rowsFor({ platform }: App, part: string, before: string[], ids: Ids): string[] {
  if (part in fixedParts) return [fixedParts[part]!]
  if (part === ':token') return [invitationToken(platform, ids.invitations![0]!)]
  const word = before.findLast(other => !other.startsWith(':'))!
  const known = ids[otherNouns[word] ?? word]
  if (!known) throw new Error(`what stands under /${word}/${part}? Name it in tests/furnished.ts`)
  return known
}

/** The addresses of a route in English under the umbrella `at`: one for each row of `ids`, or one where it has no id. */
export function addressesOf(app: App, path: string, at: string, ids: Ids): string[] {
  const parts = path.replace(':locale', 'en').replace(':umbrella', at).split('/')
  const filled = parts.map((part, index) =>
    part.startsWith(':') ? rowsFor(app, part, parts.slice(0, index), ids) : [part],
  )
  const most = Math.max(...filled.map(choices => choices.length))
  // Two ids of one noun are two different rows.
  return Array.from({ length: most }, (_, n) =>
    filled.map((choices, index) => choices[(n + index) % choices.length]).join('/'),
  )
}

const memberOf = async (
  app: App,
  slug: string,
  part: string,
): Promise<{ membership: string; organisation: string }> => {
  const { rows } = await app.platform.database.owner.query(
    `select s.id as membership, s.organisation_id as organisation from network.memberships s
     join network.mandates m on m.umbrella_id = s.umbrella_id and m.membership_id = s.id
     where s.umbrella_id = $1 and m.person_id = $2 limit 1`,
    [demoUmbrellaId(slug), demoPersonId(`${slug}.${part}`)],
  )
  return rows[0]
}

/** Lets somebody of yet another umbrella apply. */
async function apply(app: App, slug: string): Promise<void> {
  const cookie = await cookieOf(app, 'local-cooperation.representative')
  const application = {
    'name:en': `Travellers’ Circle of ${slug}`,
    kind: 'informal-group',
    'communities[]': ['roma'],
    'languages[]': ['en'],
    'fields[]': ['youth'],
    level: 'local',
    country: 'PL',
    region: 'PL-06',
    town: 'Lublin',
    decision: 'All were for it',
    intent: 'review',
  }
  const drafted = await ask(app, `/en/${slug}/join/collective`, {
    method: 'POST',
    cookie,
    fields: application,
  })
  const [, id] = /applications\/([^/]+)\/review/.exec(drafted.headers.get('location') ?? '') ?? []
  const sent = await ask(app, `/en/${slug}/applications/${id}/submission`, { method: 'POST', cookie })
  if (sent.status !== 303)
    throw new Error(`${slug}: the application was not sent: ${drafted.status}, ${sent.status}`)
}

/** Lets the people of a demonstration umbrella do one of everything, by the forms of their pages. */
export async function furnish(app: App, slug: string): Promise<void> {
  const [coordinator, second, representative] = await Promise.all(
    ['coordinator', 'secondCoordinator', 'representative'].map(part => cookieOf(app, `${slug}.${part}`)),
  )
  const [own, other] = await Promise.all([
    memberOf(app, slug, 'representative'),
    memberOf(app, slug, 'secondCoordinator'),
  ])
  const partner = await memberOf(app, slug, 'partner')
  async function post(
    cookie: string | undefined,
    path: string,
    fields: Fields,
    files?: Record<string, File>,
  ) {
    const answer = await ask(app, `/en/${slug}${path}`, { method: 'POST', cookie, fields, files })
    if (answer.status === 303) return
    const said = /error-summary[\s\S]*?<ul>([\s\S]*?)<\/ul>/.exec(await answer.text())?.[1] ?? ''
    throw new Error(`${slug}${path}: ${answer.status} ${said.replace(/<[^>]+>/g, ' ')}`)
  }
  const writer = (cookie: string | undefined, { membership }: { membership: string }) => ({
    cookie,
    membership,
  })
  const writers: [Writer, Writer] = [writer(representative, own), writer(second, other)]
  await furnishInitiatives(app, slug, post, writers)
  await furnishProcedures(app, slug, post, writers)
  await furnishDecisions(app, slug, post, writers, coordinator)
  await furnishRealisations(app, slug, post, writers[0])
  await furnishSetAside(app, slug, post, writers)
  await furnishStatistics(app, slug)
  await furnishReports(app, slug)
  await furnishPacks(app, slug)
  const place = { country: 'PL', region: 'PL-06' }
  const listing = {
    kind: 'premises',
    title: 'A hall',
    body: 'For thirty',
    contentLocale: 'en',
    until: inDays(30),
    ...place,
  }
  const person = demoPersonId(`${slug}.representative`)
  await post(coordinator, '/roles/proposal', {
    act: 'grant',
    person,
    role: 'monitor',
    reason: 'Knows the media',
  })
  await post(coordinator, '/invitations', { address: `somebody@${slug}.example`, locale: 'en' })
  await post(representative, '/aid', { ...listing, membership: own.membership, side: 'need' })
  await post(second, '/aid', { ...listing, membership: other.membership, side: 'offer' })
  await post(coordinator, '/posts', {
    kind: 'regional_representative',
    'title:en': 'Lublin',
    country: 'PL',
    'regions[]': ['PL-06'],
  })
  const { rows: posts } = await app.platform.database.owner.query(rowsOfNoun.posts!, [demoUmbrellaId(slug)])
  await post(coordinator, `/posts/${posts[0].id}/appointment`, {
    candidate: `${person} ${own.membership}`,
    from: inDays(0),
    reason: 'Knows everybody there',
  })
  const agreement = {
    'title:en': 'Agreement',
    signedOn: '2024-01-10',
    signedForUmbrella: 'Somebody',
    signedForPartner: 'Somebody else',
    termFrom: '2024-01-15',
    termUntil: '',
  }
  const document = new File([new Uint8Array(pdf)], 'agreement.pdf', { type: 'application/pdf' })
  await post(coordinator, `/partners/${partner.membership}/agreements`, agreement, { document })
  const file = new File(['name:en,kind,country\nA list,association,PL\n'], 'list.csv')
  await post(coordinator, '/import', { encoding: '', delimiter: '' }, { file })
  const { rows } = await app.platform.database.owner.query(
    'select version from network.organisations where id = $1',
    [own.organisation],
  )
  const profile = {
    version: String(rows[0].version),
    'name:en': 'Another name',
    kind: 'association',
    level: 'local',
    ...place,
  }
  await post(coordinator, `/organisations/${own.organisation}/profile`, profile)
  await apply(app, slug)
  const pair = [own.organisation, other.organisation].sort().join('/')
  await post(coordinator, `/duplicates/${pair}/merge`, {
    survivor: own.organisation,
    reason: 'The same people',
  })
  await app.platform.database.owner.query(
    `insert into platform.dead_letters (id, umbrella_id, queue, subject_id, failure, attempts)
     values ($1, $2, 'mail.send', $3, 'SmtpError 550', 5)`,
    [newId(), demoUmbrellaId(slug), newId()],
  )
}
