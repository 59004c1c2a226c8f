import { invitationToken } from '#modules/people/actions/invite.ts'
import { demoUmbrellaId } from '#modules/people/index.ts'
import type { App } from '#src/app.ts'
import { communicationRows } from './furnished-communications.ts'
import { councilRows } from './furnished-councils.ts'
import { decisionRows } from './furnished-decisions.ts'
import { initiativeRows } from './furnished-initiatives.ts'
import { letterRows } from './furnished-letters.ts'
import { mailRows } from './furnished-mail.ts'
import { packRows } from './furnished-packs.ts'
import { procedureRows } from './furnished-procedures.ts'
import { proposalRows } from './furnished-proposals.ts'
import { realisationRows } from './furnished-realisations.ts'
import { reportRows } from './furnished-reports.ts'
import { statisticsRows } from './furnished-statistics.ts'

/** The rows that addresses of one umbrella name, by the noun before the id in the address. */
export const rowsOfNoun: Record<string, string> = {
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
  ...letterRows,
  documents: 'select id from authorities.attachments where umbrella_id = $1 and of_step order by id limit 1',
  ...communicationRows,
  ...mailRows,
  ...councilRows,
  ...proposalRows,
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
  ':position': '0',
}

function rowsFor({ platform }: App, part: string, before: string[], ids: Ids): string[] {
  if (part in fixedParts) return [fixedParts[part]!]
  if (part === ':token') return [invitationToken(platform, ids.invitations![0]!)]
  const word = before.findLast(other => !other.startsWith(':'))!
  // Two rooms have drafts: there the word before it says whose.
  const pair = before
    .filter(other => !other.startsWith(':'))
    .slice(-2)
    .join('/')
  const known = ids[pair] ?? ids[otherNouns[word] ?? word]
  if (!known) throw new Error(`what stands under /${word}/${part}? Name it in tests/addresses.ts`)
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
