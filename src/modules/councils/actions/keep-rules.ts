import { and, eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { newId } from '#platform/id.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse, refusingWhenViolated } from '#platform/refusal.ts'
import { ruleTexts } from '../schema/rule-texts.ts'
import { asPublic } from './keep-council.ts'

type Council = { id: string; public: boolean }

const told = ({ id, public: shown }: Council) => ({
  subject: { type: 'council', id },
  visibility: asPublic(shown),
})

/** Adds a version of the rules by which a council works; the newest is the one in force. */
export async function addRules(
  tx: Tx,
  council: Council,
  facts: { title: Localised; adoptedOn: Temporal.PlainDate; url: string | null; fileId: string | null },
): Promise<Outcome> {
  if (!facts.url && !facts.fileId) return refuse('councils.rules.textMissing')
  return refusingWhenViolated(tx, { rules_adopted: 'councils.rules.notYetAdopted' }, async () => {
    await tx.insert(ruleTexts).values({ ...facts, id: newId(), councilId: council.id })
    await record(tx, {
      action: 'councils.rules_added',
      ...told(council),
      detail: { title: facts.title as Record<string, string>, adopted: facts.adoptedOn.toString() },
    })
    return { ok: true }
  })
}

/** Takes away a version that was added by mistake; the journal keeps that it was there. */
export async function withdrawRules(
  tx: Tx,
  council: Council,
  version: { id: string; title: Localised },
): Promise<void> {
  const { rowCount } = await tx
    .delete(ruleTexts)
    .where(and(eq(ruleTexts.councilId, council.id), eq(ruleTexts.id, version.id)))
  if (!rowCount) return
  await record(tx, {
    action: 'councils.rules_withdrawn',
    ...told(council),
    detail: { title: version.title as Record<string, string> },
  })
}
