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

-- Public copies ---------------------------------------------------------------------------------------------------------------

-- A name stands in the words of a law that somebody quotes, in a demand, in the name of a file. Each has a public copy of its own.
alter table authorities.communications
  add column public_grounds jsonb check (jsonb_typeof(public_grounds) = 'array'
    and jsonb_array_length(public_grounds) = jsonb_array_length(grounds)),
  add column public_proposals jsonb check (jsonb_typeof(public_proposals) = 'array'
    and jsonb_array_length(public_proposals) = jsonb_array_length(proposals));
comment on column authorities.communications.public_grounds is 'the grounds in their order with what must not be public taken out; null: the grounds themselves are public';
comment on column authorities.communications.public_proposals is 'the proposals in their order with what must not be public taken out; null: the proposals themselves are public';
grant update (public_grounds, public_proposals) on authorities.communications to parasol_request;
alter table authorities.attachments add column public_name text check (length(public_name) between 1 and 200);
comment on column authorities.attachments.public_name is 'stands for the name of the file in public; null: the name of the public file does';

alter table authorities.register_files add column name text not null default '';
update authorities.register_files r set name = f.name from platform.files f where f.umbrella_id = r.umbrella_id and f.id = r.file_id;
alter table authorities.register_files alter column name drop default;

-- Replace those of 0039, with the new copies beside the others.
create or replace function authorities.guard_publication() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'parasol_request' and (new.prominence, new.prominence_reason, new.embargo_until, new.public_title,
        new.public_facts, new.public_grounds, new.public_proposals)
      is distinct from (old.prominence, old.prominence_reason, old.embargo_until, old.public_title, old.public_facts,
        old.public_grounds, old.public_proposals)
      and not (authorities.writes_for(old.membership_id) or authorities.is_coordinator()) then
    raise exception 'its sender decides who sees it' using errcode = 'restrict_violation', constraint = 'publication_of_sender';
  end if;
  if new.public_title is distinct from old.public_title and new.search_key = old.search_key then new.search_key := ''; end if;
  return new;
end $$;

create or replace view authorities.register_source with (security_invoker = true) as
select c.umbrella_id, c.id as communication_id, c.number, c.kind, c.body_id, coalesce(c.public_title, c.title) as title,
  coalesce(c.public_facts, c.facts) as facts, coalesce(c.public_grounds, c.grounds) as grounds,
  coalesce(c.public_proposals, c.proposals) as proposals, c.lang, c.directions, c.topics, c.membership_id, c.through,
  c.status, known.state, c.resolution, c.sent_on, c.answered_on, c.answered_on - c.sent_on as days, told.extended, told.breached,
  told.forms, (select count(*)::integer from authorities.cosigners s
    where s.umbrella_id = c.umbrella_id and s.communication_id = c.id) as cosigners,
  coalesce(c.public_title <> c.title, false) or coalesce(c.public_facts <> c.facts, false)
    or coalesce(c.public_grounds <> c.grounds, false) or coalesce(c.public_proposals <> c.proposals, false) as redacted,
  array(select distinct t.term collate "C" from (
      values ('all:'), ('kind:' || c.kind), ('status:' || c.status), ('state:' || known.state), ('result:' || c.resolution),
        ('body:' || c.body_id), ('year:' || extract(year from c.sent_on)), ('member:' || coalesce(c.membership_id::text, 'coalition'))
      union all select 'direction:' || d from unnest(c.directions) d
      union all select 'topic:' || d from unnest(c.topics) d
      union all select 'word:' || w from string_to_table(c.search_key, ' ') w where w <> ''
    ) t (term) where t.term is not null order by 1) as terms,
  array(select t.tally collate "C" from (
      values ('received:'), ('state:' || known.state), ('result:' || c.resolution),
        (case when known.state = 'answered' then 'days:' || least(c.answered_on - c.sent_on, 3660) end),
        (case when known.state = 'answered' then 'time:' || authorities.timeliness(c.umbrella_id, c.id, c.answered_on, told.breached) end),
        (case when told.extended then 'extended:' end), (case when told.breached then 'breached:' end),
        (case when c.draft_act_id is not null then 'act:' end),
        (case when exists (select 1 from authorities.draft_acts a
          where a.umbrella_id = c.umbrella_id and a.id = c.draft_act_id and a.issued_on is not null) then 'act:issued' end)
      union all select 'form:' || f from unnest(told.forms) f
    ) t (tally) where t.tally is not null order by 1) as tallies
from authorities.communications c
cross join lateral (
  select coalesce(bool_or(s.kind = 'extended'), false) as extended, coalesce(bool_or(s.kind = 'breached'), false) as breached,
    coalesce(array_agg(distinct s.response_form) filter (where s.response_form is not null), '{}') as forms
  from authorities.steps s where s.umbrella_id = c.umbrella_id and s.communication_id = c.id) told
cross join lateral (select case
    when c.answered_on is not null then 'answered'
    when c.status in ('closed', 'withdrawn', 'returned') then 'ended'
    when authorities.timeliness(c.umbrella_id, c.id, c.answered_on, told.breached) = 'late' then 'overdue'
    else 'waiting' end as state) known
where c.prominence = 'public' and c.sent_at is not null and c.status not in ('draft', 'signing')
  and (c.embargo_until is null or c.embargo_until <= network.today(c.umbrella_id));

create or replace function authorities.refresh_correspondence(umbrella uuid, communication uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  perform from authorities.communications c where c.umbrella_id = umbrella and c.id = communication for no key update;
  delete from authorities.register_messages r where r.umbrella_id = umbrella and r.communication_id = communication
    and not exists (select 1 from authorities.messages m where m.umbrella_id = umbrella and m.id = r.message_id
      and m.prominence = 'public' and m.public_text is not null);
  delete from authorities.register_files r where r.umbrella_id = umbrella and r.communication_id = communication
    and not exists (select 1 from authorities.attachments a where a.umbrella_id = umbrella and a.id = r.attachment_id
      and a.prominence = 'public' and a.public_file_id is not null);
  if not exists (select 1 from authorities.register_entries e where e.umbrella_id = umbrella and e.communication_id = communication) then
    return;
  end if;
  insert into authorities.register_messages as r (umbrella_id, message_id, communication_id, direction, received_at, text, redacted)
    select m.umbrella_id, m.id, m.communication_id, m.direction, m.received_at, m.public_text, m.public_text <> m.text
    from authorities.messages m where m.umbrella_id = umbrella and m.communication_id = communication
      and m.prominence = 'public' and m.public_text is not null
    on conflict (umbrella_id, message_id) do update set text = excluded.text, redacted = excluded.redacted;
  insert into authorities.register_files as r
      (umbrella_id, attachment_id, communication_id, file_id, name, redacted, original_sha256, position)
    select a.umbrella_id, a.id, a.communication_id, a.public_file_id, coalesce(a.public_name, f.name), a.public_file_id <> a.file_id,
      a.sha256, a.position
    from authorities.attachments a join platform.files f on f.umbrella_id = a.umbrella_id and f.id = a.public_file_id
    where a.umbrella_id = umbrella and a.communication_id = communication and a.prominence = 'public'
    on conflict (umbrella_id, attachment_id) do update set file_id = excluded.file_id, name = excluded.name,
      redacted = excluded.redacted;
  perform pg_notify('parasol_changed', umbrella::text);
end $$;

create or replace function authorities.rebuild_register(umbrella uuid) returns void language plpgsql set search_path = '' as $$
begin
  lock table authorities.register_changes in share row exclusive mode;
  delete from authorities.register_changes where umbrella_id = umbrella;
  delete from authorities.register_counts where umbrella_id = umbrella;
  delete from authorities.body_counts where umbrella_id = umbrella;
  delete from authorities.register_terms where umbrella_id = umbrella;
  delete from authorities.register_entries where umbrella_id = umbrella;
  insert into authorities.register_entries select s.* from authorities.register_source s where s.umbrella_id = umbrella;
  insert into authorities.register_terms (umbrella_id, term, number)
    select e.umbrella_id, t, e.number from authorities.register_entries e cross join unnest(e.terms) t where e.umbrella_id = umbrella;
  insert into authorities.register_counts (umbrella_id, facet, value, n)
    select t.umbrella_id, split_part(t.term, ':', 1), substr(t.term, strpos(t.term, ':') + 1), count(*)
    from authorities.register_terms t where t.umbrella_id = umbrella group by 1, 2, 3;
  insert into authorities.body_counts (umbrella_id, body_id, year, measure, value, n)
    select e.umbrella_id, e.body_id, extract(year from e.sent_on), split_part(t, ':', 1), substr(t, strpos(t, ':') + 1), count(*)
    from authorities.register_entries e cross join unnest(e.tallies) t where e.umbrella_id = umbrella group by 1, 2, 3, 4, 5;
  insert into authorities.register_events (umbrella_id, step_id, communication_id, kind, on_day, response_form, resolution, due_on, shown_at)
    select s.umbrella_id, s.id, s.communication_id, s.kind, s.on_day, s.response_form, s.resolution, s.due_on, s.at
    from authorities.steps s join authorities.register_entries e on e.umbrella_id = s.umbrella_id and e.communication_id = s.communication_id
    where s.umbrella_id = umbrella and s.kind not in ('opened_for_signing', 'reminded', 'corrected');
  insert into authorities.register_messages (umbrella_id, message_id, communication_id, direction, received_at, text, redacted)
    select m.umbrella_id, m.id, m.communication_id, m.direction, m.received_at, m.public_text, m.public_text <> m.text
    from authorities.messages m join authorities.register_entries e on e.umbrella_id = m.umbrella_id and e.communication_id = m.communication_id
    where m.umbrella_id = umbrella and m.prominence = 'public' and m.public_text is not null;
  insert into authorities.register_files
      (umbrella_id, attachment_id, communication_id, file_id, name, redacted, original_sha256, position)
    select a.umbrella_id, a.id, a.communication_id, a.public_file_id, coalesce(a.public_name, f.name), a.public_file_id <> a.file_id,
      a.sha256, a.position
    from authorities.attachments a
    join authorities.register_entries e on e.umbrella_id = a.umbrella_id and e.communication_id = a.communication_id
    join platform.files f on f.umbrella_id = a.umbrella_id and f.id = a.public_file_id
    where a.umbrella_id = umbrella and a.prominence = 'public' and a.public_file_id is not null;
  perform pg_notify('parasol_changed', umbrella::text);
end $$;

drop policy seen_by_prominence on authorities.attachments;
create policy seen_by_prominence on authorities.attachments for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = attachments.umbrella_id and c.id = communication_id and authorities.sees_original(attachments.prominence,
      attachments.public_file_id is distinct from attachments.file_id and attachments.public_file_id is not null
        or attachments.public_name is not null, c.id, c.membership_id, c.through)));
drop function authorities.publish_attachment(uuid, text, text, uuid);
create function authorities.publish_attachment(attachment uuid, shown text, because text, copy uuid, label text) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update authorities.attachments a set prominence = shown, prominence_reason = because, public_file_id = copy,
      public_name = label
    where a.umbrella_id = platform.current_umbrella() and a.id = attachment and authorities.may_publish(a.communication_id)
      and exists (select 1 from authorities.communications c where c.umbrella_id = a.umbrella_id and c.id = a.communication_id
        and (authorities.writes_for(c.membership_id) or authorities.sees_original(a.prominence,
          a.public_file_id is distinct from a.file_id and a.public_file_id is not null or a.public_name is not null, c.id, c.membership_id, c.through)));
  return found;
end $$;
comment on function authorities.publish_attachment(uuid, text, text, uuid, text) is 'reviewed: for the sender of the communication, or a coordinator who sees the file';
revoke all on function authorities.publish_attachment(uuid, text, text, uuid, text) from public;
grant execute on function authorities.publish_attachment(uuid, text, text, uuid, text) to parasol_request;

-- Mailing ---------------------------------------------------------------------------------------------------------------------

-- A letter that its sender believes to have left, and that has not, costs them their deadline.
create function authorities.mailing_failed(communication uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select 1 from platform.dead_letters l
    join authorities.communications c on c.umbrella_id = l.umbrella_id and c.id = l.subject_id
    where l.umbrella_id = platform.current_umbrella() and l.subject_id = communication and l.settled_at is null
      and l.queue = 'authorities.mail-letter' and (authorities.writes_for(c.membership_id) or authorities.is_coordinator()))
$$;
comment on function authorities.mailing_failed(uuid) is 'reviewed: answers only yes or no, to the sender of the letter and to coordinators';
revoke all on function authorities.mailing_failed(uuid) from public;
grant execute on function authorities.mailing_failed(uuid) to parasol_request;

-- Extensions ------------------------------------------------------------------------------------------------------------------

comment on column authorities.deadlines.cap_on is 'the last day that an extension may name: the end itself where the law knows no extension; null where the body alone names it';

-- What was told to the sender would stand in the history beside a clock that never moved.
create function authorities.check_extension() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select 1 from authorities.deadlines d where d.umbrella_id = new.umbrella_id
      and d.communication_id = new.communication_id and d.state = 'running' and d.cap_on < new.due_on) then
    raise exception 'the law does not let it take that long' using errcode = 'restrict_violation',
      constraint = 'extension_within_cap';
  end if;
  return new;
end $$;
comment on function authorities.check_extension() is 'reviewed: reads only the clocks of the step''s own communication';
revoke all on function authorities.check_extension() from public;
create trigger steps_within_cap before insert on authorities.steps for each row when (new.kind = 'extended')
  execute function authorities.check_extension();
