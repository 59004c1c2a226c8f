import { sql } from 'drizzle-orm'
import type { HomeItem, HomePart } from '#platform/http/home-part.ts'
import { isInside } from '#platform/http/viewer.ts'

// Those that wait for their sender, in these statuses; a draft has no number and is not among them.
const waitingIn = (status: 'answered' | 'clarifying' | 'returned') => sql`(
  select coalesce(json_agg(json_build_object('id', w.number, 'name', json_build_object(w.lang, w.title)) order by w.number), '[]'::json)
  from (
    select c.number, c.lang, c.title from authorities.communications c
    where c.umbrella_id = platform.current_umbrella() and c.status = ${sql.raw(`'${status}'`)}
      and (authorities.writes_for(c.membership_id) or c.through = 'coalition' and authorities.is_coordinator())
    order by c.number limit 20) w)`

const path = ({ id }: HomeItem) => `/communications/${id}`

/** Letters that a public body asked about: its time does not run meanwhile. */
export const clarificationsAsked: HomePart = {
  key: 'communications-clarifying',
  title: 'authorities.desk.home.clarifyingTitle',
  when: isInside,
  items: waitingIn('clarifying'),
  sentence: ({ name }, i18n) => i18n.t('authorities.desk.home.clarifying', { title: i18n.text(name).value }),
  path,
}

/** Letters that were answered: somebody reads, evaluates and closes. */
export const answersArrived: HomePart = {
  key: 'communications-answered',
  title: 'authorities.desk.home.answeredTitle',
  when: isInside,
  items: waitingIn('answered'),
  sentence: ({ name }, i18n) => i18n.t('authorities.desk.home.answered', { title: i18n.text(name).value }),
  path,
}

/** Letters that a public body let lie: their sender may go on to what the law allows then. */
export const lettersOverdue: HomePart = {
  key: 'communications-overdue',
  title: 'authorities.desk.home.overdueTitle',
  when: isInside,
  items: sql`(
    select coalesce(json_agg(json_build_object('id', w.number, 'name', json_build_object(w.lang, w.title), 'due', w.due_on)
      order by w.due_on, w.number), '[]'::json)
    from (
      select c.number, c.lang, c.title, a.due_on from authorities.communications c
      join authorities.access a on a.umbrella_id = c.umbrella_id and a.communication_id = c.id and a.due_on < network.today()
      where c.umbrella_id = platform.current_umbrella() and authorities.waits(c.status)
        and (authorities.writes_for(c.membership_id) or c.through = 'coalition' and authorities.is_coordinator())
      order by a.due_on, c.number limit 20) w)`,
  sentence: ({ name, due }, i18n) =>
    i18n.t('authorities.desk.home.overdue', {
      title: i18n.text(name).value,
      day: due ? i18n.date(due) : '',
    }),
  path: item => `${path(item)}#deadlines`,
}

/** Letters that came back undone. */
export const lettersReturned: HomePart = {
  key: 'communications-returned',
  title: 'authorities.desk.home.returnedTitle',
  when: isInside,
  items: waitingIn('returned'),
  sentence: ({ name }, i18n) => i18n.t('authorities.desk.home.returned', { title: i18n.text(name).value }),
  path,
}
