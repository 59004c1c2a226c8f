import { rows, type Tx } from '#platform/database/scope.ts'
import type { Localised } from '#platform/i18n/index.ts'
import type { Identifier } from '../identifiers.ts'
import type { Basis, Form, MembershipStatus } from '../schema/memberships.ts'
import type { ContactKind, Visibility } from '../schema/organisations.ts'

/** An organisation below or above another one in a union. `parent` is the one above it in the tree, null for `above`. */
export type UnionRelative = {
  side: 'below' | 'above'
  parent: string | null
  id: string
  since: string
  confirmed: boolean
  name: Localised
  kind: string
  country: string
  region: string | null
  town: string | null
  /** Its membership in this umbrella, if it has one. */
  membership: string | null
}

export type ShownContact = { kind: ContactKind; value: string; visibility: Visibility }

/** A member, or an organisation that is only related to one (then `membership` is null), as the asker may see it. */
export type MemberView = {
  membership: { id: string; form: Form; status: MembershipStatus; since: string; until: string | null } | null
  organisation: string | null
  kind: string | null
  name: Localised
  about: Localised
  communities: string[]
  languages: string[]
  fields: string[]
  level: string | null
  country: string
  region: string | null
  town: string | null
  foundedOn: string | null
  confirmedOn: string | null
  /** Days since it was confirmed; null when it never was. */
  age: number | null
  demonstration: boolean
  identifiers: Identifier[]
  contacts: ShownContact[]
  relatives: UnionRelative[]
  /** Of an individual representative. Who recognises a person is told to the people inside. */
  basis: Basis | null
  recognisedBy: string | null
  /** The asker may change what is written here; a proposal otherwise. */
  mayAlter: boolean
  /** Proposed changes that wait for the organisation's answer; told to those who may give it. */
  openProposals: number
}

// `s` is the membership, `o` the organisation, `p` the individual representative; `m.may` whether the asker may alter.
const view = `select json_build_object(
  'membership', case when s.id is not null then json_build_object(
    'id', s.id, 'form', s.form, 'status', s.status, 'since', s.since, 'until', s.until) end,
  'organisation', o.id, 'kind', o.kind, 'level', o.level, 'foundedOn', o.founded_on,
  'demonstration', coalesce(o.demonstration, false),
  'confirmedOn', coalesce(o.profile_confirmed_on, p.profile_confirmed_on),
  'age', network.today() - coalesce(o.profile_confirmed_on, p.profile_confirmed_on),
  'name', coalesce(o.name, p.name), 'about', coalesce(o.about, p.about),
  'communities', coalesce(o.communities, p.communities), 'languages', coalesce(o.languages, p.languages),
  'fields', coalesce(o.fields, p.fields), 'country', coalesce(o.country, p.country),
  'region', case when o.id is null then p.region else o.region end,
  'town', case when o.id is null then p.town else o.town end,
  'identifiers', coalesce((select json_agg(json_build_object('scheme', i.scheme, 'value', i.value) order by i.scheme)
    from network.identifiers i where i.organisation_id = o.id), '[]'),
  'contacts', coalesce((
    select json_agg(json_build_object('kind', c.kind, 'value', c.value, 'visibility', c.visibility) order by c.position, c.id)
    from network.contacts c where c.organisation_id = o.id), '[]'),
  'relatives', coalesce(case when o.id is not null then network.union_tree(o.id) end, '[]'),
  'basis', p.basis, 'recognisedBy', case when p.basis is not null and network.is_inside() then p.recognised_by end,
  'mayAlter', m.may, 'openProposals', case when m.may then (
    select count(*) from network.proposals q where q.organisation_id = o.id and q.status = 'proposed') else 0 end
) as view`

const rights = `cross join lateral (
  select case when $2::boolean and o.id is not null then network.may_alter_organisation(o.id) else false end as may offset 0) m`

const ofMembership = `${view} from network.memberships s
  left join network.organisations o on o.id = s.organisation_id
  left join network.individuals p on p.umbrella_id = s.umbrella_id and p.membership_id = s.id
  ${rights}
  where s.umbrella_id = platform.current_umbrella() and s.id = $1
    and (o.id is not null or p.listed and s.status <> 'ended' or p.basis is not null and network.is_inside())`

const ofOrganisation = `${view} from network.organisations o
  left join network.memberships s on false
  left join network.individuals p on false
  ${rights} where o.id = $1`

/** A member of this umbrella, a former one too, or null when there is none whom the asker may see. */
export async function memberView(tx: Tx, membership: string, signedIn: boolean): Promise<MemberView | null> {
  const [found] = await rows<{ view: MemberView }>(tx, 'member.view', ofMembership, [membership, signedIn])
  return found?.view ?? null
}

/** An organisation that this umbrella sees because a member unites it, or that the asker wrote or acts for; or null. */
export async function organisationView(
  tx: Tx,
  organisation: string,
  signedIn: boolean,
): Promise<MemberView | null> {
  const [found] = await rows<{ view: MemberView }>(tx, 'organisation.view', ofOrganisation, [
    organisation,
    signedIn,
  ])
  return found?.view ?? null
}

/** Where an organisation is shown in this umbrella: its membership, or what it was merged into. */
export type Whereabouts = { membership: string | null; survivor: string | null }

export async function organisationWhereabouts(tx: Tx, organisation: string): Promise<Whereabouts> {
  const [found] = await rows<Whereabouts>(
    tx,
    'organisation.whereabouts',
    `select network.survivor_of($1) as survivor, (
       select s.id from network.memberships s
       where s.umbrella_id = platform.current_umbrella() and s.organisation_id = $1
       order by s.until is not distinct from s.since, s.status = 'ended', s.since desc limit 1) as membership`,
    [organisation],
  )
  return found!
}
