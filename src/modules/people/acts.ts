import type { Tx } from '#platform/database/scope.ts'
import type { ActDefinition, Module } from '#platform/http/module.ts'
import type { I18n } from '#platform/i18n/index.ts'
import type { ListedAct } from './queries/acts.ts'

/** The kinds of two-person acts of all rooms, by kind. Throws when two rooms define one kind. */
export function actDefinitions(modules: readonly Module[]): Map<string, ActDefinition> {
  const kinds = new Map<string, ActDefinition>()
  for (const definition of modules.flatMap(module => module.acts ?? [])) {
    if (kinds.has(definition.kind)) throw new Error(`two rooms define the act ${definition.kind}`)
    kinds.set(definition.kind, definition)
  }
  return kinds
}

/** An act with what it does, in words, and the page of what it is about. */
export type DescribedAct = ListedAct & { sentence: string; path: string | null }

/** Says what an act does. An act of a room that is gone is named by its kind. */
export async function describeAct(
  tx: Tx,
  i18n: I18n,
  definition: ActDefinition | undefined,
  act: ListedAct,
): Promise<DescribedAct> {
  if (!definition) return { ...act, sentence: act.kind, path: null }
  const { id, subjectId, payload } = act
  const told = await definition.describe?.(tx, { id, subject: subjectId, payload }, i18n)
  return { ...act, sentence: i18n.t(definition.label, told?.values), path: told?.path ?? null }
}
