import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'
import { isCoordinator, isInside } from '#platform/http/viewer.ts'

/** Letters that a member of the viewer's may still sign, the next to end first. */
const toSign: HomePart = {
  key: 'letters-to-sign',
  title: 'authorities.letter.home.toSign',
  when: isInside,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number::text, 'name', jsonb_build_object(w.lang, w.title),
      'due', w.sign_until) order by w.sign_until, w.number), '[]'::json)
    from (
      select c.number, c.title, c.lang, c.sign_until from authorities.communications c
      where c.umbrella_id = platform.current_umbrella() and c.status = 'signing' and c.sign_until >= network.today()
        and exists (select 1 from mine where mine.id is distinct from c.membership_id
          and not exists (select 1 from authorities.cosigners s where s.umbrella_id = c.umbrella_id
            and s.communication_id = c.id and s.membership_id = mine.id))
      order by c.sign_until, c.number limit 20) w)`,
  sentence: ({ name, due }, i18n) =>
    i18n.t('authorities.letter.home.sign', { title: i18n.text(name).value, day: due ? i18n.date(due) : '' }),
  path: ({ id }) => `/communications/${id}`,
}

/** Letters whose time for signing is over: somebody has to send them. */
const toSend: HomePart = {
  key: 'letters-to-send',
  title: 'authorities.letter.home.toSend',
  when: isInside,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number::text, 'name', jsonb_build_object(w.lang, w.title))
      order by w.sign_until, w.number), '[]'::json)
    from (
      select c.number, c.title, c.lang, c.sign_until from authorities.communications c
      where c.umbrella_id = platform.current_umbrella() and c.status = 'signing' and c.sign_until < network.today()
        and case when c.through = 'coalition' then authorities.is_coordinator()
          else c.membership_id in (select id from mine) end
      order by c.sign_until, c.number limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.t('authorities.letter.home.send', { title: i18n.text(name).value }),
  path: ({ id }) => `/communications/${id}/sending`,
}

/** What members ask the secretariat to send in the coalition's name. */
const askedFor: HomePart = {
  key: 'letters-asked',
  title: 'authorities.letter.home.askedFor',
  when: isCoordinator,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.id::text, 'name', jsonb_build_object(w.lang, w.title))
      order by w.asked_at, w.id), '[]'::json)
    from (
      select c.id, c.title, c.lang, c.asked_at from authorities.communications c
      where c.umbrella_id = platform.current_umbrella() and c.status = 'draft' and c.asked_at is not null
      order by c.asked_at, c.id limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.t('authorities.letter.home.asked', { title: i18n.text(name).value }),
  path: ({ id }) => `/communications/drafts/${id}`,
}

/** What of letters to public bodies waits for somebody inside. */
export const lettersAtHome: readonly HomePart[] = [toSign, toSend, askedFor]
