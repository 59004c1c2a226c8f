import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { daysLeft } from '../deadlines.ts'
import { actsWithVote } from '../policy/admission.ts'
import { memberName, personName } from './member-name.ts'

/** Applications that a member of the viewer's has neither read nor answered. */
export const waitingApplications: HomePart = {
  key: 'applications',
  title: 'network.home.applications',
  when: actsWithVote,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name, 'due', w.objections_until)
      order by w.objections_until, w.id), '[]'::json)
    from (
      select a.id, a.name, a.objections_until from network.applications a
      where a.umbrella_id = platform.current_umbrella() and a.status = 'published' and a.objections_until > now()
        and a.applicant_id <> platform.current_account()
        and exists (select 1 from mine where mine.form <> 'agreement'
          and not exists (select 1 from network.application_readings r
            where r.umbrella_id = a.umbrella_id and r.application_id = a.id and r.membership_id = mine.id)
          and not exists (select 1 from network.objections o
            where o.umbrella_id = a.umbrella_id and o.application_id = a.id and o.membership_id = mine.id))
      order by a.objections_until, a.id limit 20) w)`,
  sentence: ({ name, due }, i18n) =>
    i18n.t('network.home.application', { name: i18n.text(name).value, days: due ? daysLeft(i18n, due) : 0 }),
  path: ({ id }) => `/applications/${id}`,
}

/** Two-person acts that somebody else has proposed. */
export const waitingActs: HomePart = {
  key: 'acts',
  title: 'network.home.acts',
  when: isCoordinator,
  items: sql`(
    select case when count(*) > 0 then json_build_array(json_build_object('id', min(act.id::text), 'count', count(*)))
      else '[]'::json end
    from people.acts act
    where act.umbrella_id = platform.current_umbrella() and act.status = 'proposed'
      and act.proposed_by <> platform.current_account())`,
  sentence: ({ count = 0 }, i18n) => i18n.t('network.home.act', { count }),
  path: () => '/acts',
}

const anotherRepresentative = sql`exists (
  select 1 from network.mandates x
  where x.umbrella_id = m.umbrella_id and x.membership_id = m.membership_id and x.status = 'confirmed'
    and x.valid_from <= network.today() and (x.valid_until is null or x.valid_until > network.today())
    and x.person_id not in (m.person_id, m.proposed_by))`

/** Mandates that the viewer can confirm as the second person. */
export const waitingMandates: HomePart = {
  key: 'mandates',
  title: 'network.home.mandates',
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name, 'person', w.person) order by w.id), '[]'::json)
    from (
      select m.id, ${memberName(sql`m.membership_id`)} as name, ${personName(sql`m.person_id`)} as person
      from network.mandates m
      where m.umbrella_id = platform.current_umbrella() and m.status = 'proposed'
        and platform.current_account() not in (m.person_id, m.proposed_by)
        and (m.membership_id in (select id from mine)
          or exists (select 1 from people.roles r where r.umbrella_id = m.umbrella_id and r.role = 'coordinator'
              and r.person_id = platform.current_account() and r.valid_until is null)
            and not ${anotherRepresentative})
      order by m.id limit 20) w)`,
  sentence: ({ name, person }, i18n) =>
    i18n.t('network.home.mandate', { person: person ?? '', name: i18n.text(name).value }),
  path: ({ id }) => `/mandates/${id}`,
}

/** Mandates of the viewer's members that run out within 30 days. */
export const endingMandates: HomePart = {
  key: 'ending-mandates',
  title: 'network.home.endingMandates',
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name, 'person', w.person, 'due', w.valid_until)
      order by w.valid_until, w.id), '[]'::json)
    from (
      select m.id, m.valid_until, ${memberName(sql`m.membership_id`)} as name, ${personName(sql`m.person_id`)} as person
      from network.mandates m
      where m.umbrella_id = platform.current_umbrella() and m.status = 'confirmed' and m.membership_id in (select id from mine)
        and m.valid_until > network.today() and m.valid_until <= network.today() + 30
      order by m.valid_until, m.id limit 20) w)`,
  sentence: ({ name, person, due }, i18n) =>
    i18n.t('network.home.endingMandate', {
      person: person ?? '',
      name: i18n.text(name).value,
      on: due ? i18n.date(due) : '',
    }),
  path: ({ id }) => `/mandates/${id}`,
}

/** The viewer's own profile as an individual, a year after it was last confirmed. */
export const waitingProfile: HomePart = {
  key: 'profile',
  title: 'network.home.profile',
  when: viewer => viewer.capacities.some(capacity => capacity.mandate === 'self'),
  items: sql`(
    select coalesce(json_agg(json_build_object('id', p.membership_id, 'name', p.name)), '[]'::json)
    from network.individuals p
    where p.umbrella_id = platform.current_umbrella() and p.membership_id in (select id from mine)
      and coalesce(p.profile_confirmed_on, '-infinity') <= network.today() - 365)`,
  sentence: (_item, i18n) => i18n.t('network.home.ownProfile'),
  path: () => '/own-profile',
}
