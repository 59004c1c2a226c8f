import type { Scheme } from '../identifiers.ts'

/** A member of a demonstration umbrella. */
export type DemoMember = {
  key: string
  form: 'collective' | 'agreement'
  kind: string
  name: Record<string, string>
  communities: string[]
  languages: string[]
  fields: string[]
  level: 'local' | 'regional' | 'national' | 'international'
  country: string
  region: string | null
  town: string
  since: string
  /** Named in the source texts; everybody else is invented and shown as demonstration data. */
  real: boolean
  identifiers: Partial<Record<Scheme, string>>
}

export type DemoIndividual = {
  key: string
  name: Record<string, string>
  communities: string[]
  languages: string[]
  basis: 'not_widely_represented' | 'no_formal_organisation'
  recognisedBy: string
  country: string
  region: string
  town: string
  since: string
  listed: boolean
}

export type DemoUmbrellaMembers = {
  members: DemoMember[]
  individuals: DemoIndividual[]
  unions: Record<string, Record<string, string>[]>
}
