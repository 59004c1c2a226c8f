import type { MessageKey } from '#platform/i18n/index.ts'
import type { ChosenCodes } from '../schema/codings.ts'

/** A field that coders fill: its name in the incident, the vocabulary it takes codes from, whether it takes several. */
export type CodingField = { name: string; list: string; several: boolean; label: MessageKey }

const field = (name: string, list: string, several: boolean, label: MessageKey): CodingField => ({
  name,
  list,
  several,
  label,
})

/** What two coders choose independently, in the order in which one asks oneself. Place and time are not coded but known. */
export const codingFields = [
  field('layer', 'layers', false, 'monitoring.coding.layer'),
  field('types', 'types', true, 'monitoring.coding.types'),
  field('biases', 'bias', true, 'monitoring.coding.biases'),
  field('bias', 'bias', false, 'monitoring.coding.bias'),
  field('bias_indicators', 'bias_indicators', true, 'monitoring.coding.biasIndicators'),
  field('certainty', 'certainty', false, 'monitoring.coding.certainty'),
  field('targets', 'targets', true, 'monitoring.coding.targets'),
  field('target_groups', 'target_groups', true, 'monitoring.coding.targetGroups'),
  field('perpetrators', 'perpetrators', true, 'monitoring.coding.perpetrators'),
  field('perpetrator_number', 'perpetrator_numbers', false, 'monitoring.coding.perpetratorNumber'),
  field('involvement', 'involvement', true, 'monitoring.coding.involvement'),
  field('location', 'locations', false, 'monitoring.coding.location'),
  field('severity', 'severity', false, 'monitoring.coding.severity'),
  field('laws', 'laws', true, 'monitoring.coding.laws'),
] as const satisfies readonly CodingField[]

/** The vocabularies that a coder needs. */
export const codingLists = [...new Set(codingFields.map(({ list }) => list))]

/** The codes of one field as a list, whether it takes one or several. */
export const chosenIn = (codes: ChosenCodes, name: string): string[] => {
  const value = codes[name]
  return value === null || value === undefined ? [] : [value].flat()
}
