import type { BodyKind, Jurisdiction } from '../schema/bodies.ts'
import type { CommunicationKind } from '../schema/communications.ts'
import type { Rule } from './rules/rule.ts'
import { findRule } from './rules/shipped.ts'

type Table = Partial<Record<CommunicationKind, string>> & { otherwise?: string }

const byJurisdiction: Record<Jurisdiction, Table> = {
  // The Commissioner, too, considers appeals under the Appeals Act: article 17(1) of the law on the Commissioner.
  UA: { information_request: 'ua-information', otherwise: 'ua-appeal-month' },
  // Criticism is a skarga, everything that asks for something a wniosek: the content counts, not the name (art. 222 KPA).
  PL: {
    ...{ information_request: 'pl-information', petition: 'pl-petition' },
    ...{ violation: 'pl-kpa-237', complaint: 'pl-kpa-237', otherwise: 'pl-kpa-244' },
  },
  EU: { information_request: 'eu-access', otherwise: 'eu-letter' },
  INT: {},
}

// Courts answer by procedure, not by the law on appeals; only requests for information reach them.
const bodiesApart: Partial<Record<BodyKind, (kind: CommunicationKind) => boolean>> = {
  court: kind => kind === 'information_request',
  eu_agency: kind => kind === 'information_request',
  intergovernmental: () => false,
}

/** The rule that binds a body when it answers a communication of that kind; null where no law that we know gives a day. */
export function ruleFor(
  body: { jurisdiction: Jurisdiction; kind: BodyKind },
  kind: CommunicationKind,
): Rule | null {
  if (!(bodiesApart[body.kind]?.(kind) ?? true)) return null
  const table = byJurisdiction[body.jurisdiction]
  return findRule(table[kind] ?? table.otherwise ?? '') ?? null
}

/** Rules whose period begins anew when the sender completes what was missing. */
export const restartedByClarification: ReadonlySet<string> = new Set(['pl-petition', 'eu-access'])
