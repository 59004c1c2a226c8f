-- Who goes on with the work of a public body gets its letters; what is taken out of public copies; how far an extension may go.

-- Successors ------------------------------------------------------------------------------------------------------------------

-- Whoever names a successor opens letters of every umbrella to it. So its officers say it, or, while there are none, two
-- coordinators of the umbrella that keeps the body; one alone could open them to a body of their own making.
drop policy stated_by_its_own on authorities.body_successions;
create policy stated_by_its_own on authorities.body_successions for insert with check (
  body_id in (select authorities.own_bodies())
  or exists (select 1 from authorities.bodies b where b.id = body_id and authorities.may_alter_body(b))
    and exists (select 1 from people.acts a
      where a.umbrella_id = (select platform.current_umbrella()) and a.kind = 'authorities.name_successor'
        and a.subject_id = body_id and a.status = 'confirmed' and a.decided_by = (select platform.current_account())
        and a.decided_at >= now() and a.payload ->> 'successor' = successor_id::text and a.payload ->> 'since' = since::text));

create index successions_by_successor on authorities.body_successions (successor_id);

-- Whoever goes on with the work of a body on that day, and whoever goes on with theirs.
create function authorities.heirs_of(body uuid, on_day date) returns setof uuid
  language sql stable
  begin atomic
    with recursive line (id) as (
      select s.successor_id from authorities.body_successions s where s.body_id = body and s.since <= on_day
      union
      select s.successor_id from line l join authorities.body_successions s on s.body_id = l.id and s.since <= on_day)
    select id from line;
  end;
revoke all on function authorities.heirs_of(uuid, date) from public;
grant execute on function authorities.heirs_of(uuid, date) to parasol_request;

-- A body that succeeded its own successor would have its letters go round for ever.
create function authorities.guard_succession() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('authorities successions', 0));
  if exists (select 1 from authorities.heirs_of(new.successor_id, 'infinity') h where h = new.body_id) then
    raise exception 'a body does not succeed its own successor'
      using errcode = 'restrict_violation', constraint = 'succession_in_a_circle';
  end if;
  return new;
end $$;
create trigger successions_guarded before insert on authorities.body_successions
  for each row execute function authorities.guard_succession();
create trigger successions_stay before update or delete on authorities.body_successions
  for each row execute function platform.refuse_change();

-- Lets the successors of a body read and answer the letters of the current umbrella that the body may read, from the day on.
-- Returns what was opened, so that the senders can be told.
create function authorities.pass_on() returns table (communication uuid, number integer, predecessor uuid, successor uuid,
    member uuid, for_coalition boolean)
  language sql security definer set search_path = '' as $$
  with heirs as materialized (
    select b.body_id, h as heir
    from (select distinct s.body_id from authorities.body_successions s where s.since <= network.today()) b
    cross join lateral authorities.heirs_of(b.body_id, network.today()) h),
  opened as (
    insert into authorities.access (umbrella_id, communication_id, body_id)
      select distinct a.umbrella_id, a.communication_id, h.heir from authorities.access a join heirs h on h.body_id = a.body_id
      where a.umbrella_id = platform.current_umbrella()
    on conflict do nothing
    returning umbrella_id, communication_id, body_id)
  select c.id, c.number, (select h.body_id from heirs h join authorities.access a on a.umbrella_id = c.umbrella_id
      and a.communication_id = c.id and a.body_id = h.body_id where h.heir = o.body_id order by a.since, a.body_id limit 1),
    o.body_id, c.membership_id, c.membership_id is null or c.through = 'coalition'
  from opened o join authorities.communications c on c.umbrella_id = o.umbrella_id and c.id = o.communication_id
$$;
comment on function authorities.pass_on() is 'reviewed: rows of access of the current umbrella, only from a body to those that succeeded it by today; tells numbers and senders of the letters opened';
revoke all on function authorities.pass_on() from public;
grant execute on function authorities.pass_on() to parasol_request;

-- A letter that still reaches a body which somebody succeeded reaches the successor too.
create function authorities.pass_on_new() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into authorities.access (umbrella_id, communication_id, body_id)
    select new.umbrella_id, new.communication_id, h from authorities.heirs_of(new.body_id, network.today(new.umbrella_id)) h
    on conflict do nothing;
  return null;
end $$;
comment on function authorities.pass_on_new() is 'reviewed: only the communication of the new row of access, only to those that succeeded its body by today';
revoke all on function authorities.pass_on_new() from public;
create trigger access_passed_on after insert on authorities.access for each row execute function authorities.pass_on_new();

-- Replaces that of 0038: which body a communication is with is the addressee, or to whom it was forwarded last, or who succeeded
-- that one. Of several successors the first has it, and forwards what is not its own.
create or replace function authorities.holder_of(umbrella uuid, communication uuid) returns uuid
  language sql stable
  return (
    with recursive line (id, far) as (
      select coalesce(
        (select s.to_body_id from authorities.steps s where s.umbrella_id = umbrella and s.communication_id = communication
          and s.kind = 'forwarded' order by s.position desc limit 1),
        (select c.body_id from authorities.communications c where c.umbrella_id = umbrella and c.id = communication)), 0
      union all
      select n.successor_id, l.far + 1 from line l cross join lateral (
        select s.successor_id from authorities.body_successions s
        where s.body_id = l.id and s.since <= network.today(umbrella) order by s.since, s.successor_id limit 1) n
      where l.far < 30)
    select id from line order by far desc limit 1);
