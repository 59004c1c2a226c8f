import { euRules } from './eu.ts'
import { plRules } from './pl.ts'
import type { Rule } from './rule.ts'
import { uaRules } from './ua.ts'

/** Every rule that ships with the program. */
export const rules: readonly Rule[] = [...uaRules, ...plRules, ...euRules]

const byId = new Map(rules.map(rule => [rule.id, rule]))

export const findRule = (id: string): Rule | undefined => byId.get(id)
