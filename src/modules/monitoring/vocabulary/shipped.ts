import type { Locale } from '#platform/i18n/index.ts'
import actions from './lists/actions.json' with { type: 'json' }
import bias from './lists/bias.json' with { type: 'json' }
import biasIndicators from './lists/bias-indicators.json' with { type: 'json' }
import certainty from './lists/certainty.json' with { type: 'json' }
import credibility from './lists/credibility.json' with { type: 'json' }
import datePrecisions from './lists/date-precisions.json' with { type: 'json' }
import involvement from './lists/involvement.json' with { type: 'json' }
import laws from './lists/laws.json' with { type: 'json' }
import layers from './lists/layers.json' with { type: 'json' }
import locations from './lists/locations.json' with { type: 'json' }
import odihr from './lists/odihr.json' with { type: 'json' }
import perpetratorNumbers from './lists/perpetrator-numbers.json' with { type: 'json' }
import perpetrators from './lists/perpetrators.json' with { type: 'json' }
import priority from './lists/priority.json' with { type: 'json' }
import reliability from './lists/reliability.json' with { type: 'json' }
import responses from './lists/responses.json' with { type: 'json' }
import severity from './lists/severity.json' with { type: 'json' }
import sourceKinds from './lists/source-kinds.json' with { type: 'json' }
import sourceLinks from './lists/source-links.json' with { type: 'json' }
import targetGroups from './lists/target-groups.json' with { type: 'json' }
import targets from './lists/targets.json' with { type: 'json' }
import types from './lists/types.json' with { type: 'json' }
import verification from './lists/verification.json' with { type: 'json' }

/** A code with its words, as it is shipped. */
export type ShippedTerm = {
  code: string
  parent?: string
  layer?: string
  odihr?: string
  label: Readonly<Record<Locale, string>>
  definition: Readonly<Record<Locale, string>>
}

/** A vocabulary as it is shipped; the database holds the same since the migration that brought it. */
export type ShippedList = {
  list: string
  source: string
  validFrom: string
  extendable: boolean
  terms: readonly ShippedTerm[]
}

/** Every vocabulary that comes with the program. */
export const shippedLists: readonly ShippedList[] = [
  layers,
  bias,
  types,
  odihr,
  targets,
  targetGroups,
  perpetrators,
  perpetratorNumbers,
  involvement,
  sourceLinks,
  sourceKinds,
  locations,
  responses,
  actions,
  laws,
  severity,
  priority,
  verification,
  certainty,
  reliability,
  credibility,
  biasIndicators,
  datePrecisions,
]
