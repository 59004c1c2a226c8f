import { rows, type Tx } from '#platform/database/scope.ts'

/** A rule of the umbrella as it is in force now. Version 0 is the program's default, where the coalition adopted none. */
export type RuleInForce<T> = { key: string; version: number; value: T }

/**
 * The newest version of a rule that is valid by now, or `fallback` as version 0. Record the key and version with what is
 * decided by it. A stored value that `isValid` refuses is a bug in what adopted it and throws.
 */
export async function ruleInForce<T>(
  tx: Tx,
  key: string,
  fallback: T,
  isValid: (value: unknown) => value is T,
): Promise<RuleInForce<T>> {
  const [rule] = await rows<{ version: number; value: unknown }>(
    tx,
    'rules.inForce',
    `select version, value from platform.rules
     where umbrella_id = platform.current_umbrella() and key = $1 and valid_from <= now()
     order by version desc limit 1`,
    [key],
  )
  if (!rule) return { key, version: 0, value: fallback }
  if (!isValid(rule.value))
    throw new Error(`the rule ${key} version ${rule.version} has a value that does not fit`)
  return { key, version: rule.version, value: rule.value }
}
