import type { I18n, MessageKey } from '#platform/i18n/index.ts'
import type { Facet } from '../forms/directory.ts'
import { isForm } from '../schema/memberships.ts'
import { formWords } from '../words.ts'
import { communities } from './communities.ts'
import { fieldsOfWork } from './fields-of-work.ts'
import { levels } from './levels.ts'
import { organisationKinds } from './organisation-kinds.ts'

/** What each facet is called. */
export const facetWords = {
  community: 'network.directory.facet.community',
  country: 'network.directory.facet.country',
  region: 'network.directory.facet.region',
  language: 'network.directory.facet.language',
  field: 'network.directory.facet.field',
  kind: 'network.directory.facet.kind',
  level: 'network.directory.facet.level',
  form: 'network.directory.facet.form',
} as const satisfies Record<Facet, MessageKey>

const namings: Record<Facet, (value: string, i18n: I18n) => string> = {
  community: communities.label,
  country: (code, i18n) => i18n.country(code),
  region: (code, i18n) => i18n.region(code),
  language: (tag, i18n) => i18n.language(tag),
  field: fieldsOfWork.label,
  kind: organisationKinds.label,
  level: levels.label,
  form: (form, i18n) => (isForm(form) ? i18n.t(formWords[form]) : form),
}

type Known = { i18n: I18n; labels: Map<string, string> }
const kept = new Map<string, Known>()

function labelsOf(i18n: I18n): Map<string, string> {
  const known = kept.get(i18n.lang)
  if (known?.i18n === i18n) return known.labels
  const labels = new Map<string, string>()
  kept.set(i18n.lang, { i18n, labels })
  return labels
}

/** The reader's word for a value of a facet. Every list shows dozens of them, so they are kept. */
export function facetLabel(facet: Facet, value: string, i18n: I18n): string {
  const labels = labelsOf(i18n)
  const key = `${facet}:${value}`
  const known = labels.get(key)
  if (known !== undefined) return known
  const label = namings[facet](value, i18n)
  // Addresses are typed by anybody: what is not in a list must not fill the memory.
  if (labels.size < 5000) labels.set(key, label)
  return label
}
