import { sql } from 'drizzle-orm'
import type { Tx } from '#platform/database/scope.ts'
import type { DeclaredRule } from '#platform/http/module.ts'

/** A version of a rule: what adopted it is the founding (null), or a decision by its number. */
export type RuleVersion = {
  key: string
  version: number
  value: number
  since: string
  decision: number | null
}

export type RuleStanding = DeclaredRule & {
  value: number
  /** 0: the coalition never adopted one. */
  version: number
  versions: RuleVersion[]
}

/** Every declared rule with the value in force and how it came to it, the newest version first. */
export async function standingRules(tx: Tx, declared: readonly DeclaredRule[]): Promise<RuleStanding[]> {
  const { rows } = await tx.execute<RuleVersion>(sql`
    select r.key, r.version, (r.value)::integer as value, to_json(r.valid_from) #>> '{}' as since, d.number as decision
    from platform.rules r
    left join initiatives.decisions d on d.umbrella_id = r.umbrella_id and r.adopted_under = 'decision:' || d.id
    where r.umbrella_id = platform.current_umbrella() and r.valid_from <= now()
    order by r.key, r.version desc`)
  return declared.map(rule => {
    const versions = rows.filter(({ key }) => key === rule.key)
    const [newest] = versions
    return { ...rule, value: newest?.value ?? rule.fallback, version: newest?.version ?? 0, versions }
  })
}
