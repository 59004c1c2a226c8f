import type { DeclaredRule, Module } from '#platform/http/module.ts'

/** Every rule that the rooms declare, in the order of the rooms. */
export const declaredRules = (modules: readonly Module[]): DeclaredRule[] =>
  modules.flatMap(({ foundingRules = [], rules = [] }) => [...foundingRules, ...rules])

/** A rule whose bounds leave a choice. */
export const isChangeable = ({ minimum, maximum }: DeclaredRule): boolean => minimum < maximum

/** Whether a value lies within the bounds of a rule. */
export const fitsDeclared = ({ minimum, maximum }: DeclaredRule, value: number): boolean =>
  Number.isInteger(value) && value >= minimum && value <= maximum
