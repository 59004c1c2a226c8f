import { rows, type Tx } from '#platform/database/scope.ts'
import type { Json } from '#platform/journal/record.ts'
import { canonical, format, formatVersion, moment } from '../recount/canonical.ts'
import type { DecisionStatus } from '../schema/decisions.ts'
import {
  ballotRecords,
  challengeRecords,
  electorRecords,
  secretBallotRecords,
  voterRecords,
} from './decision-log.ts'

/** A decision as its export needs it. */
export type Exportable = {
  id: string
  number: number
  title: Record<string, string>
  status: DecisionStatus
  /** A personal matter: only members may have the export. */
  secret: boolean
  opening: Json
  fingerprint: string
  text: Json
  course: Record<string, string | null>
  outcome: string | null
  tally: Json
  logHash: string | null
  /** Changes with every row that the export is made of. */
  state: string
}

const instants = [
  'extended_at',
  'closes_at',
  'crossed_at',
  'countdown_until',
  'sealed_at',
  'closed_at',
] as const

type Row = Omit<Exportable, 'course'> & Record<(typeof instants)[number], string | null>

// Electors stay as they are; ballots and challenges are added, and each is confirmed or settled once.
const state = `concat_ws(' ', d.xmin::text,
  (select count(*) || ' ' || count(x.confirmed_at) from initiatives.ballots x
    where x.umbrella_id = d.umbrella_id and x.decision_id = d.id),
  (select count(*) || ' ' || count(x.settled_at) from initiatives.challenges x
    where x.umbrella_id = d.umbrella_id and x.decision_id = d.id))`

/** The decision with this number, or undefined. */
export async function findExportable(tx: Tx, number: number): Promise<Exportable | undefined> {
  const [row] = await rows<Row>(
    tx,
    'initiatives.exportable',
    `select id, number, title, status, secret, opening, encode(fingerprint, 'hex') as fingerprint, text, outcome, tally,
       encode(log_hash, 'hex') as "logHash", ${instants.join(', ')}, ${state} as state
     from initiatives.decisions d where umbrella_id = platform.current_umbrella() and number = $1`,
    [number],
  )
  if (!row) return undefined
  const written = instants.map(name => [
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    row[name] === null ? null : moment(row[name]),
  ])
  return { ...row, course: Object.fromEntries(written) }
}

async function* list(name: string, parts: AsyncGenerator<object[]>): AsyncGenerator<string> {
  let before = '\n'
  yield `"${name}":[`
  for await (const part of parts) {
    yield before + part.map(record => canonical(record as Json)).join(',\n')
    before = ',\n'
  }
  yield '],\n'
}

async function* none(): AsyncGenerator<object[]> {}

// Before the urn is opened nobody learns who took part, nor how.
async function* logOf(tx: Tx, { id, secret, status }: Exportable): AsyncGenerator<string> {
  if (!secret) {
    yield* list('ballots', ballotRecords(tx, id))
    yield* list('challenges', challengeRecords(tx, id))
    return
  }
  const over = status === 'sealed'
  yield* list('ballots', over ? secretBallotRecords(tx, id) : none())
  yield* list('challenges', none())
  yield* list('voters', over ? voterRecords(tx, id) : none())
}

/** The export that docs/recount.md describes, in parts, one record on a line. */
export async function* exportParts(tx: Tx, decision: Exportable): AsyncGenerator<string> {
  const { id, opening, fingerprint, text, status, course, outcome, tally, logHash } = decision
  const { sealedAt, ...times } = course
  const sealing = status === 'sealed' ? { sealedAt: sealedAt!, outcome, tally, logHash } : null
  yield `{"format":"${format}","version":${formatVersion},\n`
  yield `"fingerprint":"${fingerprint}",\n"opening":${canonical(opening)},\n"text":${canonical(text)},\n`
  yield* list('electors', electorRecords(tx, id))
  yield* logOf(tx, decision)
  yield `"course":${canonical({ ...times, status })},\n"sealing":${canonical(sealing)}}\n`
}
