import { sql } from 'drizzle-orm'
import type { HomePart } from '#platform/http/home-part.ts'
import { isCoordinator } from '#platform/http/viewer.ts'
import { actsWithVote } from '../policy/procedures.ts'
import { speakerName } from './speaker.ts'

/** Decisions in which a member of the viewer's has not answered, the next to end first. */
const waitingVotes: HomePart = {
  key: 'votes',
  title: 'initiatives.home.votes',
  when: actsWithVote,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number::text, 'name', w.title, 'due', w.until)
      order by w.until, w.number), '[]'::json)
    from (
      select d.number, d.title, coalesce(d.countdown_until, d.closes_at) as until from initiatives.decisions d
      where d.umbrella_id = platform.current_umbrella() and d.status in ('open', 'countdown')
        and now() < coalesce(d.countdown_until, d.closes_at)
        and exists (select 1 from mine
          join initiatives.positions p on p.umbrella_id = d.umbrella_id and p.decision_id = d.id and p.elector_id = mine.id
          where mine.form <> 'agreement' and p.ballot_id is null
            and not exists (select 1 from initiatives.secret_voters v
              where v.umbrella_id = d.umbrella_id and v.decision_id = d.id and v.elector_id = mine.id))
      order by until, d.number limit 20) w)`,
  sentence: ({ name, due }, i18n) =>
    i18n.t('initiatives.home.vote', { title: i18n.text(name).value, until: due ? i18n.dateTime(due) : '' }),
  path: ({ id }) => `/decisions/${id}`,
}

/** Votes that a coordinator entered for a member of the viewer's. */
const enteredVotes: HomePart = {
  key: 'entered-votes',
  title: 'initiatives.home.entered',
  when: actsWithVote,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number || '/entered/' || w.id, 'name', w.title)
      order by w.cast_at, w.id), '[]'::json)
    from (
      select b.id, b.cast_at, d.number, d.title from initiatives.ballots b
      join initiatives.decisions d on d.umbrella_id = b.umbrella_id and d.id = b.decision_id
      where b.umbrella_id = platform.current_umbrella() and b.channel in ('paper', 'email', 'meeting')
        and b.confirmed_at is null and b.declined_at is null and b.elector_id in (select id from mine)
        and d.status in ('open', 'countdown') and now() < coalesce(d.countdown_until, d.closes_at)
      order by b.cast_at, b.id limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.t('initiatives.home.enteredVote', { title: i18n.text(name).value }),
  path: ({ id }) => `/decisions/${id}`,
}

/** Doubts about mandates that nobody has settled. */
const openChallenges: HomePart = {
  key: 'mandate-challenges',
  title: 'initiatives.home.challenges',
  when: isCoordinator,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number || '/challenges/' || w.case_id, 'name', w.name)
      order by w.case_id), '[]'::json)
    from (
      select distinct c.case_id, d.number, ${speakerName(sql`c.elector_id`)} as name from initiatives.challenges c
      join initiatives.decisions d on d.umbrella_id = c.umbrella_id and d.id = c.decision_id
      where c.umbrella_id = platform.current_umbrella() and c.settled_at is null and d.status in ('open', 'countdown')
      order by c.case_id limit 20) w)`,
  sentence: ({ name }, i18n) => i18n.t('initiatives.home.challenge', { member: i18n.text(name).value }),
  path: ({ id }) => `/decisions/${id}`,
}

/** What of decisions waits for somebody inside. */
export const decisionsAtHome: readonly HomePart[] = [waitingVotes, enteredVotes, openChallenges]
