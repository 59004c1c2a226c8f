-- What the desk and the list of cards show of each, kept where it is read. The desk by what is due: the day up to which a body
-- has to answer stands beside its access, so that the next one is found without counting the clocks of all its communications.

alter table authorities.access add column due_on date;
comment on column authorities.access.due_on is 'the first day on which an open clock of this body runs out; null: none is open. Kept by a trigger';
update authorities.access a set due_on = open.due_on
  from (select d.umbrella_id, d.communication_id, d.body_id, min(d.due_on) as due_on from authorities.deadlines d
    where d.ended_by is null group by 1, 2, 3) open
  where a.umbrella_id = open.umbrella_id and a.communication_id = open.communication_id and a.body_id = open.body_id;
create index access_by_due on authorities.access
  (body_id, coalesce(due_on, 'infinity'::date), since desc, communication_id desc);

create function authorities.keep_due() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update authorities.access a set due_on = open.due_on
  from (
    select m.umbrella_id, m.communication_id, m.body_id,
      (select min(d.due_on) from authorities.deadlines d where d.umbrella_id = m.umbrella_id
        and d.communication_id = m.communication_id and d.body_id = m.body_id and d.ended_by is null) as due_on
    from (select distinct umbrella_id, communication_id, body_id from moved) m
  ) open
  where a.umbrella_id = open.umbrella_id and a.communication_id = open.communication_id and a.body_id = open.body_id
    and a.due_on is distinct from open.due_on;
  return null;
end $$;
comment on function authorities.keep_due() is 'reviewed: copies a day of a clock to the access of the body that the clock is for';
revoke all on function authorities.keep_due() from public;
create trigger due_kept_when_started after insert on authorities.deadlines referencing new table as moved
  for each statement execute function authorities.keep_due();
create trigger due_kept_when_moved after update on authorities.deadlines referencing new table as moved
  for each statement execute function authorities.keep_due();

-- A body may be let in after its clock was started.
create function authorities.due_at_first() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.due_on := (select min(d.due_on) from authorities.deadlines d where d.umbrella_id = new.umbrella_id
    and d.communication_id = new.communication_id and d.body_id = new.body_id and d.ended_by is null);
  return new;
end $$;
comment on function authorities.due_at_first() is 'reviewed: copies a day of a clock to the access of the body that the clock is for';
revoke all on function authorities.due_at_first() from public;
create trigger due_at_first before insert on authorities.access for each row execute function authorities.due_at_first();

create function authorities.desk_wants(
    status text, here boolean, due_on date, today date, statuses text[], waiting boolean, due text) returns boolean
  language sql immutable
  return (cardinality(statuses) = 0 or status = any (statuses)) and (not waiting or authorities.waits(status) and here)
    and case due when 'overdue' then here and due_on < today when 'week' then here and due_on between today and today + 7
      else true end;

create view authorities.desk_rows with (security_invoker = true) as
select a.umbrella_id, u.slug, u.name as umbrella, c.id, c.number, c.kind, c.title, c.lang, c.membership_id, a.body_id,
  authorities.holder_of(a.umbrella_id, a.communication_id) = a.body_id as here, c.status, c.resolution, c.sent_on,
  c.registered_number, a.since, a.communication_id, a.due_on, coalesce(a.due_on, 'infinity'::date) as sorted_on,
  network.today(a.umbrella_id) as today
from authorities.access a
join authorities.communications c on c.umbrella_id = a.umbrella_id and c.id = a.communication_id
join platform.umbrellas u on u.id = a.umbrella_id
where c.prominence <> 'hidden';
comment on view authorities.desk_rows is 'what the functions of the desk read; nobody else may';

drop function authorities.desk(uuid[], text[], boolean, timestamptz, uuid, integer);
-- Each body by itself, so that its index is read in order and no further than the page.
create function authorities.desk(bodies uuid[], statuses text[], waiting boolean, due text, by_due boolean, before_due date,
    before_at timestamptz, before_id uuid, most integer)
  returns table (umbrella_id uuid, slug text, umbrella jsonb, id uuid, number integer, kind text, title text, lang text,
    sender jsonb, body_id uuid, here boolean, status text, resolution text, sent_on date, registered_number text, due_on date,
    today date, arrived timestamptz)
  language sql stable security definer set search_path = '' as $$
  select r.umbrella_id, r.slug, r.umbrella, r.id, r.number, r.kind, r.title, r.lang,
    case when r.membership_id is null then r.umbrella else coalesce(
      (select o.name from network.memberships m join network.organisations o on o.id = m.organisation_id
        where m.umbrella_id = r.umbrella_id and m.id = r.membership_id),
      (select i.name from network.individuals i where i.umbrella_id = r.umbrella_id and i.membership_id = r.membership_id)) end,
    r.body_id, r.here, r.status, r.resolution, r.sent_on, r.registered_number, r.due_on, r.today, r.since
  from unnest(bodies) one (body)
  cross join lateral (
    (select d.* from authorities.desk_rows d
      where by_due and d.body_id = one.body
        and d.sorted_on <= case when due = '' then 'infinity'::date else current_date + 9 end
        and authorities.desk_wants(d.status, d.here, d.due_on, d.today, statuses, waiting, due)
        and (before_id is null or d.sorted_on >= coalesce(before_due, 'infinity'::date)
          and (d.sorted_on > coalesce(before_due, 'infinity'::date) or (d.since, d.communication_id) < (before_at, before_id)))
      order by d.sorted_on, d.since desc, d.communication_id desc limit least(most, 101))
    union all
    (select d.* from authorities.desk_rows d
      where not by_due and d.body_id = one.body
        and authorities.desk_wants(d.status, d.here, d.due_on, d.today, statuses, waiting, due)
        and (before_id is null or (d.since, d.communication_id) < (before_at, before_id))
      order by d.since desc, d.communication_id desc limit least(most, 101))
  ) r
  where one.body in (select authorities.own_bodies())
  order by case when by_due then r.sorted_on end, r.since desc, r.communication_id desc
  limit least(most, 101)
$$;
comment on function authorities.desk(uuid[], text[], boolean, text, boolean, date, timestamptz, uuid, integer) is 'reviewed: communications of any umbrella that have a row of access for a body for which the asking account answers today, hidden ones left out; what it shows of them the officer may read in the umbrella itself';
revoke all on function authorities.desk(uuid[], text[], boolean, text, boolean, date, timestamptz, uuid, integer) from public;
grant execute on function authorities.desk(uuid[], text[], boolean, text, boolean, date, timestamptz, uuid, integer) to parasol_request;

drop function authorities.desk_counts(uuid[]);
create function authorities.desk_counts(bodies uuid[]) returns table (status text, here boolean, due text, count bigint)
  language sql stable security definer set search_path = '' as $$
  select d.status, d.here, case when d.due_on < d.today then 'overdue' when d.due_on <= d.today + 7 then 'week' else '' end, count(*)
  from authorities.desk_rows d
  where d.body_id = any (bodies) and d.body_id in (select authorities.own_bodies())
  group by 1, 2, 3
$$;
comment on function authorities.desk_counts(uuid[]) is 'reviewed: how many communications wait for the bodies for which the asking account answers today';
revoke all on function authorities.desk_counts(uuid[]) from public;
grant execute on function authorities.desk_counts(uuid[]) to parasol_request;

-- The cards side by side --------------------------------------------------------------------------------------------------------

-- A list of fifty bodies needs of each seven numbers and a median. Their counts by year and day are hundreds of rows each, and
-- grow with the years; here they are one row.
create table authorities.body_cards (
  umbrella_id uuid not null,
  body_id uuid not null references authorities.bodies (id),
  received integer not null,
  answered integer not null,
  in_time integer not null,
  late integer not null,
  waiting integer not null,
  overdue integer not null,
  ended integer not null,
  days integer[] not null,
  primary key (umbrella_id, body_id)
);
comment on table authorities.body_cards is 'the sums of body_counts over all years, kept by triggers in the same transaction';
comment on column authorities.body_cards.days is 'the histogram of answer times: days, how many, days, how many, …';

create view authorities.body_card_source with (security_invoker = true) as
select c.umbrella_id, c.body_id,
  coalesce(sum(c.n) filter (where c.measure = 'received'), 0)::integer as received,
  coalesce(sum(c.n) filter (where c.measure = 'state' and c.value = 'answered'), 0)::integer as answered,
  coalesce(sum(c.n) filter (where c.measure = 'time' and c.value = 'in_time'), 0)::integer as in_time,
  coalesce(sum(c.n) filter (where c.measure = 'time' and c.value = 'late'), 0)::integer as late,
  coalesce(sum(c.n) filter (where c.measure = 'state' and c.value = 'waiting'), 0)::integer as waiting,
  coalesce(sum(c.n) filter (where c.measure = 'state' and c.value = 'overdue'), 0)::integer as overdue,
  coalesce(sum(c.n) filter (where c.measure = 'state' and c.value = 'ended'), 0)::integer as ended,
  array(select unnest(array[d.value::integer, sum(d.n)::integer]) from authorities.body_counts d
    where d.umbrella_id = c.umbrella_id and d.body_id = c.body_id and d.measure = 'days'
    group by d.value having sum(d.n) > 0) as days
from authorities.body_counts c group by c.umbrella_id, c.body_id;

create function authorities.keep_card() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from authorities.body_cards k using (select distinct umbrella_id, body_id from moved) m
    where k.umbrella_id = m.umbrella_id and k.body_id = m.body_id;
  insert into authorities.body_cards
    select s.* from (select distinct umbrella_id, body_id from moved) m
    join authorities.body_card_source s on s.umbrella_id = m.umbrella_id and s.body_id = m.body_id
    on conflict (umbrella_id, body_id) do update set (received, answered, in_time, late, waiting, overdue, ended, days)
      = (excluded.received, excluded.answered, excluded.in_time, excluded.late, excluded.waiting, excluded.overdue,
        excluded.ended, excluded.days);
  return null;
end $$;
comment on function authorities.keep_card() is 'reviewed: adds up counts that are public already';
revoke all on function authorities.keep_card() from public;
create trigger card_kept_when_added after insert on authorities.body_counts referencing new table as moved
  for each statement execute function authorities.keep_card();
create trigger card_kept_when_changed after update on authorities.body_counts referencing new table as moved
  for each statement execute function authorities.keep_card();
create trigger card_kept_when_removed after delete on authorities.body_counts referencing old table as moved
  for each statement execute function authorities.keep_card();
insert into authorities.body_cards select * from authorities.body_card_source;

alter table authorities.body_cards enable row level security;
create policy shown_here on authorities.body_cards for select using (umbrella_id = (select platform.current_umbrella()));
grant select on authorities.body_cards to parasol_request;
