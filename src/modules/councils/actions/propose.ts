import { sql } from 'drizzle-orm'
import { rows, type Tx } from '#platform/database/scope.ts'
import { type HandedIn, storeFile } from '#platform/files/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refusingWhenViolated } from '#platform/refusal.ts'
import {
  type ProposalStepKind,
  proposals,
  type Route,
  type StandardKind,
  standards,
} from '../schema/proposals.ts'

/** A European, international or national rule on which a proposal rests. */
export type Standard = { kind: StandardKind; title: string; article: string; url: string | null }

/** What a proposal says. `preparedOn`: the day on which it was ready. */
export type NewProposal = {
  route: Route
  title: string
  summary: string
  lang: string
  councilId: string | null
  draftActId: string | null
  bodyId: string | null
  topics: string[]
  public: boolean
  standards: readonly Standard[]
  preparedOn: Temporal.PlainDate
}

/** What happened to a proposal. A decision comes with its document or with the address where it stands. */
export type ProposalStep = {
  kind: ProposalStepKind
  onDay: Temporal.PlainDate
  itemId?: string | null
  communicationId?: string | null
  reference?: string | null
  url?: string | null
  text?: string
  file?: HandedIn | null
}

const refusals = {
  step_in_graph: 'councils.legislation.refusal.notPossibleNow',
  day_of_step: 'councils.legislation.refusal.day',
  decision_has_document: 'councils.legislation.refusal.noDocument',
  placed_on_an_agenda: 'councils.legislation.refusal.noItem',
  submitted_by_letter: 'councils.legislation.refusal.noLetter',
  bill_has_number: 'councils.legislation.refusal.noNumber',
  reasons_given: 'councils.legislation.refusal.noReasons',
} as const

const insertStep = (tx: Tx, proposal: string, step: ProposalStep, file: string | null) =>
  rows<{ public: boolean }>(
    tx,
    'councils.take-proposal-step',
    `with taken as (
       insert into councils.proposal_steps (proposal_id, id, kind, on_day, item_id, communication_id, reference, url, text, file_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))
     select p.public from councils.proposals p where p.umbrella_id = platform.current_umbrella() and p.id = $1`,
    [
      ...[
        proposal,
        newId(),
        step.kind,
        step.onDay.toString(),
        step.itemId ?? null,
        step.communicationId ?? null,
      ],
      ...[step.reference ?? null, step.url ?? null, step.text ?? '', file],
    ],
  )

/** Writes down what happened to a proposal; its stage moves with it. Refused where its route does not lead that way. */
export const takeProposalStep = (tx: Tx, proposal: string, step: ProposalStep): Promise<Outcome> =>
  refusingWhenViolated(tx, refusals, async () => {
    const stored = step.file ? await storeFile(tx, step.file) : null
    if (stored && !stored.ok) return stored
    const [told] = await insertStep(tx, proposal, step, stored?.file.id ?? null)
    await record(tx, {
      action: `councils.proposal_${step.kind}`,
      subject: { type: 'proposal', id: proposal },
      visibility: told?.public ? 'public' : 'members',
    })
    return { ok: true }
  })

const keepStandards = async (tx: Tx, proposal: string, rests: readonly Standard[]) => {
  await tx.execute(sql`delete from councils.standards
    where umbrella_id = platform.current_umbrella() and proposal_id = ${proposal}`)
  if (rests.length === 0) return
  await tx
    .insert(standards)
    .values(rests.map((standard, n) => ({ ...standard, proposalId: proposal, position: n + 1 })))
}

/** Puts a proposal on record, as prepared. */
export const propose = (tx: Tx, given: NewProposal): Promise<Outcome<{ number: number }>> =>
  refusingWhenViolated(tx, refusals, async () => {
    const { standards: rests, ...facts } = given
    const id = newId()
    const [created] = await rows<{ number: number }>(
      tx,
      'councils.propose',
      `insert into councils.proposals (id, number, route, title, summary, lang, council_id, draft_act_id, body_id, topics, public,
         stage_since, prepared_on, created_by)
       values ($1, councils.next_proposal_number(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, platform.current_account())
       returning number`,
      [
        ...[
          id,
          facts.route,
          facts.title,
          facts.summary,
          facts.lang,
          facts.councilId,
          facts.draftActId,
          facts.bodyId,
        ],
        ...[facts.topics, facts.public, facts.preparedOn.toString()],
      ],
    )
    await keepStandards(tx, id, rests)
    const step = await takeProposalStep(tx, id, { kind: 'prepared', onDay: facts.preparedOn })
    return step.ok ? { ok: true, number: created!.number } : step
  })

/** Corrects what a proposal says of itself, and on what it rests. Its title stays once a council saw it. */
export async function reviseProposal(
  tx: Tx,
  proposal: string,
  {
    summary,
    bodyId,
    draftActId,
    topics,
    standards: rests,
  }: Pick<NewProposal, 'summary' | 'bodyId' | 'draftActId' | 'topics' | 'standards'>,
): Promise<void> {
  await tx
    .update(proposals)
    .set({ summary, bodyId, draftActId, topics, updatedAt: sql`now()` as never })
    .where(sql`umbrella_id = platform.current_umbrella() and id = ${proposal}`)
  await keepStandards(tx, proposal, rests)
}
