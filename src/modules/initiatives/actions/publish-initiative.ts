import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import { record } from '#platform/journal/record.ts'
import { type Outcome, refuse } from '#platform/refusal.ts'
import { initiativePublished } from '../emails/initiatives.ts'
import { inLanguage, textParts } from '../initiative-text.ts'
import { holdInitiative } from '../queries/initiative.ts'
import type { ScopeAnswer } from '../schema/initiatives.ts'
import { keepVersion } from './keep-version.ts'

/** Every topic the coalition leaves to others has been answered, in its words of today. */
function answersEvery(topics: readonly Localised[], answers: readonly ScopeAnswer[]): boolean {
  const answered = new Set(answers.map(({ topic }) => JSON.stringify(Object.entries(topic).sort())))
  return topics.every(topic => answered.has(JSON.stringify(Object.entries(topic).sort())))
}

type Draft = { topics: string[]; languages: string[]; scopeAnswers: ScopeAnswer[]; outOfScope: Localised[] }

async function rest(tx: Tx, id: string): Promise<Draft> {
  const { rows } = await tx.execute<Draft>(sql`
    select i.topics, i.languages, i.scope_answers as "scopeAnswers", u.out_of_scope as "outOfScope"
    from initiatives.initiatives i join platform.umbrellas u on u.id = i.umbrella_id
    where i.umbrella_id = platform.current_umbrella() and i.id = ${id}`)
  return rows[0]!
}

/** Publishes a draft: it gets its number, everybody inside is told, the discussion begins. */
export async function publishInitiative(tx: Tx, id: string): Promise<Outcome<{ number: number }>> {
  const held = await holdInitiative(tx, id)
  if (held?.status !== 'draft') return refuse('initiatives.draft.publishedMeanwhile')
  const draft = await rest(tx, id)
  if (!answersEvery(draft.outOfScope, draft.scopeAnswers)) return refuse('initiatives.draft.scopeUnanswered')
  const texts = inLanguage(held, held.authoritative)
  if (textParts.some(part => !texts[part]) || draft.topics.length === 0) {
    return refuse('initiatives.draft.unfinished')
  }
  await keepVersion(tx, {
    ...held,
    initiative: id,
    version: 1,
    round: 1,
    kind: 'published',
    membership: held.membershipId,
  })
  const { rows } = await tx.execute<{ number: number }>(sql`
    update initiatives.initiatives set status = 'discussion', version = 1, number = initiatives.next_number('initiative'),
      published_at = now(), discussion_since = now(), author_id = platform.current_account(),
      mandate_id = (select m.id from network.mandates m where m.umbrella_id = platform.current_umbrella()
        and m.membership_id = initiatives.membership_id and m.person_id = platform.current_account() and m.status = 'confirmed'
        and m.valid_from <= network.today() and (m.valid_until is null or m.valid_until > network.today()))
    where umbrella_id = platform.current_umbrella() and id = ${id} returning number`)
  const { number } = rows[0]!
  await record(tx, {
    action: 'initiatives.initiative_published',
    member: held.membershipId,
    subject: { type: 'initiative', id },
    visibility: 'public',
    detail: { number, title: { ...held.title } as Record<string, string> },
  })
  await initiativePublished(tx, { id, number, title: held.title, membership: held.membershipId })
  return { ok: true, number }
}
