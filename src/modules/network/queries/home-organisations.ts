import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'

/** Changes that others proposed to organisations for which the viewer acts. */
export const waitingProposals: HomePart = {
  key: 'proposals',
  title: 'network.home.proposals',
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.organisation_id, 'name', w.name, 'count', w.n) order by w.organisation_id), '[]'::json)
    from (
      select q.organisation_id, o.name, count(*)::integer as n
      from network.proposals q join network.organisations o on o.id = q.organisation_id
      where q.status = 'proposed' and q.organisation_id in (select organisation_id from mine)
      group by q.organisation_id, o.name limit 20) w)`,
  sentence: ({ name, count = 0 }, i18n) =>
    i18n.t('network.home.proposal', { name: i18n.text(name).value, count }),
  path: ({ id }) => `/organisations/${id}/proposals`,
}

/** Unions that name an organisation of the viewer's as theirs. */
export const waitingUnions: HomePart = {
  key: 'unions',
  title: 'network.home.unions',
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.child_id, 'name', w.name) order by w.since, w.child_id), '[]'::json)
    from (
      select e.child_id, e.since, o.name
      from network.union_edges e join network.organisations o on o.id = e.union_id
      where e.confirmed_at is null and e.child_id in (select organisation_id from mine)
      order by e.since limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.t('network.home.union', { name: i18n.text(name).value }),
  path: ({ id }) => `/organisations/${id}/union`,
}

/** Profiles of the viewer's organisations, a year after they were last confirmed. */
export const waitingOrganisationProfiles: HomePart = {
  key: 'organisation-profiles',
  title: 'network.home.organisationProfiles',
  items: sql`(
    select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.id), '[]'::json)
    from network.organisations o
    where o.id in (select organisation_id from mine where form <> 'individual')
      and coalesce(o.profile_confirmed_on, '-infinity') <= network.today() - 365)`,
  sentence: ({ name }, i18n) => i18n.t('network.home.organisationProfile', { name: i18n.text(name).value }),
  path: ({ id }) => `/organisations/${id}/profile`,
}
