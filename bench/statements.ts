/** Frozen statements: what the pages show, asked for as plainly as SQL can, by a role that no row-level security slows down. */

/** The first page of the directory: fifty-one rows and the counts of the filters. */
export const directoryRows = `
  select (select json_agg(e) from (
      select membership_id, organisation_id, form, status, kind, name, communities, level, country, region, town, related, name_uk
      from network.directory where umbrella_id = $1 order by name_uk, membership_id limit 51) e) as entries,
    (select json_agg(json_build_array(facet, value, n)) from network.directory_counts
      where umbrella_id = $1 and audience = 'inside' and facet <> 'activity') as counts`

/** One member with its identifiers, contacts and unions. */
export const memberRow = `
  select json_build_object('membership', to_json(s), 'organisation', to_json(o),
    'identifiers', (select json_agg(i) from network.identifiers i where i.organisation_id = o.id),
    'contacts', (select json_agg(c) from network.contacts c where c.organisation_id = o.id),
    'unions', (select json_agg(e) from network.union_edges e where o.id in (e.union_id, e.child_id))) as view
  from network.memberships s join network.organisations o on o.id = s.organisation_id
  where s.umbrella_id = $1 and s.id = $2`

/** The members for which a person acts. */
export const homeRows = `
  select json_agg(json_build_object('id', s.id, 'name', o.name)) as members
  from network.mandates m join network.memberships s on (s.umbrella_id, s.id) = (m.umbrella_id, m.membership_id)
  join network.organisations o on o.id = s.organisation_id
  where m.umbrella_id = $1 and m.person_id = $2 and m.status = 'confirmed' and s.status = 'active'`

/** Members that have a word, nearest first. */
export const searchRows = `
  select json_agg(e) as entries from (
    select d.membership_id, d.organisation_id, d.form, d.status, d.kind, d.name, d.communities, d.level, d.country, d.region,
      d.town, d.related, t.weight
    from network.directory_terms t join network.directory d using (umbrella_id, membership_id)
    where t.umbrella_id = $1 and t.term = $2 order by t.weight, t.membership_id limit 51) e`
