import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'
import { canKeepPosts } from '../policy/posts.ts'
import { memberName } from './member-name.ts'

/** Cooperation agreements that the viewer's side has to confirm. */
export const waitingAgreements: HomePart = {
  key: 'agreements',
  title: 'network.home.agreements',
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by w.id), '[]'::json)
    from (
      select a.id, ${memberName(sql`a.membership_id`)} as name from network.agreements a
      where a.umbrella_id = platform.current_umbrella() and a.status = 'proposed' and a.proposed_by <> platform.current_account()
        and case
          when a.membership_id in (select id from mine) then a.proposed_as = 'umbrella'
          else network.is_coordinator() and (a.proposed_as = 'partner' or not network.is_represented(a.membership_id)) end
      order by a.id limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.t('network.home.agreement', { name: i18n.text(name).value }),
  path: ({ id }) => `/agreements/${id}`,
}

/** Appointments that the members set aside: the secretariat asks them again. */
export const appointmentsToAskAgain: HomePart = {
  key: 'appointments',
  title: 'network.home.appointments',
  when: canKeepPosts,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.post_id, 'name', w.title) order by w.closed_at, w.id), '[]'::json)
    from (
      select a.id, a.post_id, a.closed_at, p.title from network.appointments a
      join network.posts p on p.umbrella_id = a.umbrella_id and p.id = a.post_id
      where a.umbrella_id = platform.current_umbrella() and a.status in ('appointed', 'not_supported', 'lapsed')
        and network.to_be_asked_again(a)
      order by a.closed_at, a.id limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.t('network.home.appointment', { post: i18n.text(name).value }),
  path: ({ id }) => `/posts/${id}#appointments`,
}

/** Matches of needs and offers that a member of the viewer's has not answered. */
export const waitingMatches: HomePart = {
  key: 'matches',
  title: 'network.home.matches',
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by w.id desc), '[]'::json)
    from (
      select x.id, ${memberName(sql`case when x.need_membership in (select id from mine) and x.need_answer is null
        then x.offer_membership else x.need_membership end`)} as name
      from network.matches x
      where x.umbrella_id = platform.current_umbrella() and x.status = 'open'
        and (x.need_answer is null and x.need_membership in (select id from mine)
          or x.offer_answer is null and x.offer_membership in (select id from mine))
      order by x.id desc limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.t('network.home.match', { name: i18n.text(name).value }),
  path: ({ id }) => `/matches/${id}`,
}
