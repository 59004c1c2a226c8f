import { demoPersonId, demoUmbrellaId } from '#modules/people/index.ts'
import { newId } from '#platform/id.ts'
import type { App } from '#src/app.ts'
import { rowsOfNoun } from './addresses.ts'
import { pdf } from './file-samples.ts'
import { furnishCommunications } from './furnished-communications.ts'
import { furnishCouncils } from './furnished-councils.ts'
import { furnishDecisions } from './furnished-decisions.ts'
import { furnishInitiatives, type Writer } from './furnished-initiatives.ts'
import { furnishLetters } from './furnished-letters.ts'
import { furnishMail } from './furnished-mail.ts'
import { furnishPacks } from './furnished-packs.ts'
import { furnishProcedures } from './furnished-procedures.ts'
import { furnishProposals } from './furnished-proposals.ts'
import { furnishRealisations } from './furnished-realisations.ts'
import { furnishReports } from './furnished-reports.ts'
import { furnishSetAside } from './furnished-set-aside.ts'
import { furnishStatistics } from './furnished-statistics.ts'
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
  await furnishLetters(app, slug, post, writers[0])
  await furnishCommunications(app, slug)
  await furnishMail(app, slug)
  await furnishCouncils(post, coordinator)
  await furnishProposals(app, slug, post, coordinator)
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
