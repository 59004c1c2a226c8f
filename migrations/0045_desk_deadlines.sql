-- The desk by what is due: the day up to which a body has to answer stands beside its access, so that the next one is found
-- without counting the clocks of all its communications.

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
