import type { FoundingRule } from '#platform/http/module.ts'
import { agreementGraceRule } from './queries/agreement-grace.ts'
import { objectionDaysRule } from './queries/objection-days.ts'

/** The rules of this room: founders set them, members change them. */
export const networkRules: FoundingRule[] = [objectionDaysRule, agreementGraceRule]
