-- What those who keep a proposal have to know, and what its readers may compare.

-- The coalition's own draft that a council has seen is read by whoever may read the proposal: what came of it is shown beside it.
create policy seen_with_proposal on authorities.draft_acts for select
  using (umbrella_id = (select platform.current_umbrella()) and membership_id is null and exists (
    select 1 from councils.proposals p where p.umbrella_id = draft_acts.umbrella_id and p.draft_act_id = draft_acts.id
      and p.stage <> 'prepared'));

-- A keeper may be chair of a council and see no letters of the coalition; that their own proposal was answered they have to know.
create function councils.proposals_answered() returns table (number integer, title text, answered_on date)
  language sql stable security definer set search_path = ''
  begin atomic
    select p.number, p.title, l.answered_on from councils.proposals p
      join lateral (
        select s.communication_id, s.on_day from councils.proposal_steps s
        where s.umbrella_id = p.umbrella_id and s.proposal_id = p.id and s.kind = 'submitted'
        order by s.position desc limit 1) way on true
      join authorities.communications l on (l.umbrella_id, l.id) = (p.umbrella_id, way.communication_id)
      where p.umbrella_id = platform.current_umbrella() and p.stage = 'submitted'
        and l.answered_on >= way.on_day and councils.keeps_proposal(p.council_id)
      order by l.answered_on, p.number;
  end;
comment on function councils.proposals_answered() is
  'reviewed: of the current umbrella, to those who keep the proposal, and only that its letter was answered and when';
revoke all on function councils.proposals_answered() from public;
grant execute on function councils.proposals_answered() to parasol_request;

-- When something last happened to a proposal. A text that was amended has not stalled, though its stage is the same.
create function councils.last_step_on(proposal uuid) returns date
  language sql stable
  return (select s.on_day from councils.proposal_steps s
    where s.umbrella_id = platform.current_umbrella() and s.proposal_id = proposal order by s.position desc limit 1);

-- The coalition's seats that became vacant are told too: nobody sits there any more, and nobody was named to follow.
create or replace function councils.reminders_due(soon integer, owed integer)
  returns table (seat uuid, person uuid, council jsonb, slug text, about text, day text, number integer)
  language sql stable security definer set search_path = '' as $$
  select m.id, p.account_id, c.name, c.slug, 'term ' || m.end_date, m.end_date, null::integer
  from councils.memberships m
  join councils.councils c on (c.umbrella_id, c.id) = (m.umbrella_id, m.council_id)
  left join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
  where m.umbrella_id = platform.current_umbrella() and platform.current_account() is null and m.delegate
    and length(m.end_date) = 10 and councils.latest_day(m.end_date) between network.today() and network.today() + soon
    and not exists (select 1 from councils.reminders r
      where r.umbrella_id = m.umbrella_id and r.seat_id = m.id and r.about = 'term ' || m.end_date)
  union all
  select m.id, null::uuid, c.name, c.slug, 'vacant ' || m.end_date, m.end_date, null::integer
  from councils.memberships m
  join councils.councils c on (c.umbrella_id, c.id) = (m.umbrella_id, m.council_id)
  where m.umbrella_id = platform.current_umbrella() and platform.current_account() is null and m.delegate
    and length(m.end_date) = 10 and councils.latest_day(m.end_date) between network.today() - 60 and network.today() - 1
    and c.dissolved is null
    and not exists (select 1 from councils.memberships n
      where n.umbrella_id = m.umbrella_id and n.council_id = m.council_id and n.id <> m.id
        and (n.succeeds_id = m.id or n.post_id = m.post_id)
        and coalesce(councils.latest_day(n.end_date) >= network.today(), true))
    and not exists (select 1 from councils.reminders r
      where r.umbrella_id = m.umbrella_id and r.seat_id = m.id and r.about = 'vacant ' || m.end_date)
  union all
  select m.id, p.account_id, c.name, c.slug, 'report ' || s.id, to_char(s.starts_at, 'YYYY-MM-DD'), s.number
  from councils.memberships m
  join councils.councils c on (c.umbrella_id, c.id) = (m.umbrella_id, m.council_id)
  join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
  join councils.sessions s on (s.umbrella_id, s.council_id) = (m.umbrella_id, m.council_id)
  where m.umbrella_id = platform.current_umbrella() and platform.current_account() is null and m.delegate
    and p.account_id is not null and councils.runs(m.start_date, m.end_date) and s.status = 'held'
    and s.starts_at between now() - interval '60 days' and now() - make_interval(days => owed)
    and s.starts_at::date >= coalesce(councils.earliest_day(m.start_date), '-infinity'::date)
    and not exists (select 1 from councils.reports r
      where r.umbrella_id = m.umbrella_id and r.session_id = s.id and r.seat_id = m.id)
    and not exists (select 1 from councils.reminders r
      where r.umbrella_id = m.umbrella_id and r.seat_id = m.id and r.about = 'report ' || s.id)
$$;
