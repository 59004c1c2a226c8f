-- What everybody may know of communications with public bodies. Public pages, searches, feeds, files and the API read only the
-- copies made here: a text that is not copied cannot reach them, whatever a page forgets.

alter table authorities.communications
  add column public_title text check (length(public_title) between 1 and 300),
  add column public_facts text check (length(public_facts) <= 20000),
  add column search_key text not null default '' check (length(search_key) <= 2000);
comment on column authorities.communications.public_title is 'stands for the title in public; null: the title itself does';
comment on column authorities.communications.public_facts is 'the facts with what must not be public taken out; null: the facts themselves are public';
comment on column authorities.communications.search_key is 'of the title that is public: it is searched by it';
grant update (public_title, public_facts, search_key) on authorities.communications to parasol_request;
create index communications_under_embargo on authorities.communications (embargo_until) where embargo_until is not null;
create index communications_with_act on authorities.communications (umbrella_id, draft_act_id) where draft_act_id is not null;

-- Whoever sent it says who may see it; the officers who answer it do not. And a word that was taken out of the title must not
-- be found by searching for it.
create function authorities.guard_publication() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'parasol_request' and (new.prominence, new.prominence_reason, new.embargo_until, new.public_title, new.public_facts)
      is distinct from (old.prominence, old.prominence_reason, old.embargo_until, old.public_title, old.public_facts)
      and not (authorities.writes_for(old.membership_id) or authorities.is_coordinator()) then
    raise exception 'its sender decides who sees it' using errcode = 'restrict_violation', constraint = 'publication_of_sender';
  end if;
  if new.public_title is distinct from old.public_title and new.search_key = old.search_key then new.search_key := ''; end if;
  return new;
end $$;
create trigger publication_guarded before update on authorities.communications
  for each row execute function authorities.guard_publication();

-- What is redacted is shown whole to the parties alone, and the letters themselves to nobody outside.
create function authorities.sees_original(prominence text, redacted boolean, communication uuid, membership uuid, through text)
  returns boolean language sql stable
  return case
    when prominence = 'hidden' then authorities.writes_for(membership) or authorities.is_coordinator() and through = 'coalition'
    when prominence in ('public', 'members') and not redacted and network.is_inside() then true
    else authorities.is_party(communication, membership, through) end;

drop policy seen_by_prominence on authorities.messages;
create policy seen_by_prominence on authorities.messages for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = messages.umbrella_id and c.id = communication_id and authorities.sees_original(messages.prominence,
      messages.public_text is distinct from messages.text and messages.public_text is not null, c.id, c.membership_id, c.through)));
drop policy seen_by_prominence on authorities.attachments;
create policy seen_by_prominence on authorities.attachments for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = attachments.umbrella_id and c.id = communication_id and authorities.sees_original(attachments.prominence,
      attachments.public_file_id is distinct from attachments.file_id and attachments.public_file_id is not null, c.id,
      c.membership_id, c.through)));

-- Who hides something may lose sight of it by that: row-level security would refuse the change that takes it out of their own
-- view, and a coordinator who sees a name in public could not act.
create function authorities.may_publish(communication uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select 1 from authorities.communications c
    where c.umbrella_id = platform.current_umbrella() and c.id = communication and (authorities.writes_for(c.membership_id)
      or authorities.is_coordinator() and authorities.sees(c.prominence, c.embargo_until, c.id, c.membership_id, c.through)))
$$;
comment on function authorities.may_publish(uuid) is 'reviewed: answers only yes or no about the asking account in the current umbrella';
revoke all on function authorities.may_publish(uuid) from public;

create function authorities.publish_communication(communication uuid, shown text, because text, until date) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  if not authorities.may_publish(communication) then return false; end if;
  update authorities.communications c set prominence = shown, prominence_reason = because, embargo_until = until, updated_at = now()
    where c.umbrella_id = platform.current_umbrella() and c.id = communication;
  return found;
end $$;
comment on function authorities.publish_communication(uuid, text, text, date) is 'reviewed: for its sender, or a coordinator who sees it';
revoke all on function authorities.publish_communication(uuid, text, text, date) from public;
grant execute on function authorities.publish_communication(uuid, text, text, date) to parasol_request;

create function authorities.publish_message(message uuid, shown text, because text, copy text) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update authorities.messages m set prominence = shown, prominence_reason = because, public_text = copy
    where m.umbrella_id = platform.current_umbrella() and m.id = message and authorities.may_publish(m.communication_id)
      and exists (select 1 from authorities.communications c where c.umbrella_id = m.umbrella_id and c.id = m.communication_id
        and (authorities.writes_for(c.membership_id) or authorities.sees_original(m.prominence,
          m.public_text is distinct from m.text and m.public_text is not null, c.id, c.membership_id, c.through)));
  return found;
end $$;
comment on function authorities.publish_message(uuid, text, text, text) is 'reviewed: for the sender of the communication, or a coordinator who sees the letter';
revoke all on function authorities.publish_message(uuid, text, text, text) from public;
grant execute on function authorities.publish_message(uuid, text, text, text) to parasol_request;

create function authorities.publish_attachment(attachment uuid, shown text, because text, copy uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update authorities.attachments a set prominence = shown, prominence_reason = because, public_file_id = copy
    where a.umbrella_id = platform.current_umbrella() and a.id = attachment and authorities.may_publish(a.communication_id)
      and exists (select 1 from authorities.communications c where c.umbrella_id = a.umbrella_id and c.id = a.communication_id
        and (authorities.writes_for(c.membership_id) or authorities.sees_original(a.prominence,
          a.public_file_id is distinct from a.file_id and a.public_file_id is not null, c.id, c.membership_id, c.through)));
  return found;
end $$;
comment on function authorities.publish_attachment(uuid, text, text, uuid) is 'reviewed: for the sender of the communication, or a coordinator who sees the file';
revoke all on function authorities.publish_attachment(uuid, text, text, uuid) from public;
grant execute on function authorities.publish_attachment(uuid, text, text, uuid) to parasol_request;

-- Copies ----------------------------------------------------------------------------------------------------------------------

create table authorities.register_entries (
  umbrella_id uuid not null,
  communication_id uuid not null,
  number integer not null,
  kind text not null,
  body_id uuid not null references authorities.bodies (id),
  title text not null,
  facts text not null,
  grounds jsonb not null,
  proposals jsonb not null,
  lang text not null,
  directions text[] not null,
  topics text[] not null,
  membership_id uuid,
  through text not null,
  status text not null,
  state text not null,
  resolution text,
  sent_on date not null,
  answered_on date,
  days integer,
  extended boolean not null,
  breached boolean not null,
  forms text[] not null,
  cosigners integer not null,
  redacted boolean not null,
  terms text[] collate "C" not null,
  tallies text[] collate "C" not null,
  primary key (umbrella_id, communication_id),
  unique (umbrella_id, number),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);
comment on column authorities.register_entries.state is 'waiting, overdue, answered, or ended without an answer';
comment on column authorities.register_entries.days is 'from sending to the answer';
comment on column authorities.register_entries.terms is 'what it is found by: facet:value, and word:… of its title';
comment on column authorities.register_entries.tallies is 'what it adds to the card of the public body: measure:value';

create table authorities.register_terms (
  umbrella_id uuid not null,
  term text collate "C" not null,
  number integer not null,
  primary key (umbrella_id, term, number)
);

create table authorities.register_events (
  umbrella_id uuid not null,
  step_id uuid not null,
  communication_id uuid not null,
  kind text not null,
  on_day date not null,
  response_form text,
  resolution text,
  due_on date,
  shown_at timestamptz not null default now(),
  primary key (umbrella_id, step_id),
  foreign key (umbrella_id, communication_id) references authorities.register_entries (umbrella_id, communication_id) on delete cascade
);
create index register_events_newest on authorities.register_events (umbrella_id, shown_at desc, step_id);
create index register_events_of_communication on authorities.register_events (umbrella_id, communication_id, on_day);

create table authorities.register_messages (
  umbrella_id uuid not null,
  message_id uuid not null,
  communication_id uuid not null,
  direction text not null,
  received_at timestamptz not null,
  text text not null,
  redacted boolean not null,
  primary key (umbrella_id, message_id),
  foreign key (umbrella_id, communication_id) references authorities.register_entries (umbrella_id, communication_id) on delete cascade
);
create index register_messages_of_communication on authorities.register_messages (umbrella_id, communication_id, received_at);

create table authorities.register_files (
  umbrella_id uuid not null,
  attachment_id uuid not null,
  communication_id uuid not null,
  file_id uuid not null,
  redacted boolean not null,
  original_sha256 bytea not null,
  position integer not null,
  primary key (umbrella_id, attachment_id),
  foreign key (umbrella_id, communication_id) references authorities.register_entries (umbrella_id, communication_id) on delete cascade,
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id)
);
comment on column authorities.register_files.original_sha256 is 'of the file as it came, so that nobody can say later that another one was redacted';
create index register_files_of_communication on authorities.register_files (umbrella_id, communication_id, position);
create index register_files_by_file on authorities.register_files (umbrella_id, file_id);

-- Counts. Who writes adds a line of what changed and waits for nobody; the lines are added up every few minutes, and whoever
-- reads adds those that are left.
create table authorities.register_counts (
  umbrella_id uuid not null,
  facet text collate "C" not null,
  value text collate "C" not null,
  n integer not null,
  primary key (umbrella_id, facet, value)
);
create table authorities.body_counts (
  umbrella_id uuid not null,
  body_id uuid not null references authorities.bodies (id),
  year integer not null,
  measure text collate "C" not null,
  value text collate "C" not null,
  n integer not null,
  primary key (umbrella_id, body_id, year, measure, value)
);
comment on table authorities.body_counts is 'the card of a public body: measure days has the histogram of its answer times';
create table authorities.register_changes (
  umbrella_id uuid not null,
  id uuid not null default gen_random_uuid(),
  step integer not null check (step in (-1, 1)),
  terms text[] collate "C" not null,
  body_id uuid not null,
  year integer not null,
  tallies text[] collate "C" not null,
  primary key (umbrella_id, id)
);

create view authorities.register_totals with (security_invoker = true) as
  select umbrella_id, facet, value, n from authorities.register_counts
  union all
  select c.umbrella_id, split_part(t.term, ':', 1) collate "C", substr(t.term, strpos(t.term, ':') + 1) collate "C", c.step
    from authorities.register_changes c cross join unnest(c.terms) as t (term);
create view authorities.body_totals with (security_invoker = true) as
  select umbrella_id, body_id, year, measure, value, n from authorities.body_counts
  union all
  select c.umbrella_id, c.body_id, c.year, split_part(t.tally, ':', 1) collate "C",
      substr(t.tally, strpos(t.tally, ':') + 1) collate "C", c.step
    from authorities.register_changes c cross join unnest(c.tallies) as t (tally);

-- What a public body says to its numbers. Whoever read the card read this version: it is followed, never altered.
create table authorities.body_replies (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  body_id uuid not null references authorities.bodies (id),
  version integer not null,
  text text not null check (length(text) <= 5000),
  lang text not null check (length(lang) between 2 and 35),
  written_by uuid references people.people (id) default platform.current_account(),
  written_at timestamptz not null default now(),
  primary key (umbrella_id, body_id, version)
);
comment on column authorities.body_replies.text is 'empty: the body took its reply back';
create function authorities.guard_reply() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op <> 'INSERT' then
    -- Only the name goes, when the person is forgotten.
    if tg_op = 'UPDATE' and new.written_by is null
        and to_jsonb(new) - 'written_by' = to_jsonb(old) - 'written_by' then return new; end if;
    raise exception 'a reply stays as it was published' using errcode = 'restrict_violation';
  end if;
  if new.version is distinct from (select coalesce(max(r.version), 0) + 1 from authorities.body_replies r
      where r.umbrella_id = new.umbrella_id and r.body_id = new.body_id) then
    raise exception 'somebody replied meanwhile' using errcode = 'restrict_violation', constraint = 'reply_follows';
  end if;
  new.written_at := now();
  return new;
end $$;
comment on function authorities.guard_reply() is 'reviewed: compares the number of a reply that its own policy lets through';
revoke all on function authorities.guard_reply() from public;
create trigger replies_guarded before insert or update or delete on authorities.body_replies
  for each row execute function authorities.guard_reply();
create trigger announce after insert on authorities.body_replies for each row execute function platform.announce_change();

alter table authorities.register_entries enable row level security;
alter table authorities.register_terms enable row level security;
alter table authorities.register_events enable row level security;
alter table authorities.register_messages enable row level security;
alter table authorities.register_files enable row level security;
alter table authorities.register_counts enable row level security;
alter table authorities.body_counts enable row level security;
alter table authorities.register_changes enable row level security;
alter table authorities.body_replies enable row level security;
create policy shown_here on authorities.register_entries for select using (umbrella_id = (select platform.current_umbrella()));
create policy shown_here on authorities.register_terms for select using (umbrella_id = (select platform.current_umbrella()));
create policy shown_here on authorities.register_events for select using (umbrella_id = (select platform.current_umbrella()));
create policy shown_here on authorities.register_messages for select using (umbrella_id = (select platform.current_umbrella()));
create policy shown_here on authorities.register_files for select using (umbrella_id = (select platform.current_umbrella()));
create policy shown_here on authorities.register_counts for select using (umbrella_id = (select platform.current_umbrella()));
create policy shown_here on authorities.body_counts for select using (umbrella_id = (select platform.current_umbrella()));
create policy shown_here on authorities.register_changes for select using (umbrella_id = (select platform.current_umbrella()));
create policy shown_here on authorities.body_replies for select using (umbrella_id = (select platform.current_umbrella()));
create policy said_by_its_officers on authorities.body_replies for insert
  with check (umbrella_id = (select platform.current_umbrella()) and body_id in (select authorities.own_bodies())
    and written_by = (select platform.current_account()));
create policy forgotten_with_person on authorities.body_replies for update
  using (umbrella_id = (select platform.current_umbrella()) and written_by = (select platform.current_account()));
grant select on authorities.register_entries, authorities.register_terms, authorities.register_events,
  authorities.register_messages, authorities.register_files, authorities.register_counts, authorities.body_counts,
  authorities.register_changes, authorities.register_totals, authorities.body_totals to parasol_request;
grant select, insert (body_id, version, text, lang), update (written_by) on authorities.body_replies to parasol_request;

-- How they are made ----------------------------------------------------------------------------------------------------------

-- The one place at which deadlines join: in_time or late, null where no deadline is known. Until they tell it, the steps alone
-- say that a time has passed while nobody has answered; of answers nothing is said.
create function authorities.timeliness(umbrella uuid, communication uuid, answered_on date, breached boolean) returns text
  language sql stable
  return case when breached and answered_on is null then 'late' end;

create view authorities.register_source with (security_invoker = true) as
select c.umbrella_id, c.id as communication_id, c.number, c.kind, c.body_id, coalesce(c.public_title, c.title) as title,
  coalesce(c.public_facts, c.facts) as facts, c.grounds, c.proposals, c.lang, c.directions, c.topics, c.membership_id, c.through,
  c.status, known.state, c.resolution, c.sent_on, c.answered_on, c.answered_on - c.sent_on as days, told.extended, told.breached,
  told.forms, (select count(*)::integer from authorities.cosigners s
    where s.umbrella_id = c.umbrella_id and s.communication_id = c.id) as cosigners,
  coalesce(c.public_title <> c.title, false) or coalesce(c.public_facts <> c.facts, false) as redacted,
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

-- Copies the letters and enclosures that are public. Whoever changes the communication meanwhile waits or is waited for, so
-- that no copy outlives its publication.
create function authorities.refresh_correspondence(umbrella uuid, communication uuid) returns void
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
  insert into authorities.register_files as r (umbrella_id, attachment_id, communication_id, file_id, redacted, original_sha256, position)
    select a.umbrella_id, a.id, a.communication_id, a.public_file_id, a.public_file_id <> a.file_id, a.sha256, a.position
    from authorities.attachments a where a.umbrella_id = umbrella and a.communication_id = communication
      and a.prominence = 'public' and a.public_file_id is not null
    on conflict (umbrella_id, attachment_id) do update set file_id = excluded.file_id, redacted = excluded.redacted;
  perform pg_notify('parasol_changed', umbrella::text);
end $$;
comment on function authorities.refresh_correspondence(uuid, uuid) is 'reviewed: copies only what is marked as public; called by triggers';
revoke all on function authorities.refresh_correspondence(uuid, uuid) from public;

-- Brings the entry of one communication up to date. The caller holds the row of the communication.
create function authorities.refresh_entry(umbrella uuid, communication uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  was authorities.register_entries;
  becomes authorities.register_entries;
begin
  select e.* into was from authorities.register_entries e where e.umbrella_id = umbrella and e.communication_id = communication;
  select s.* into becomes from authorities.register_source s where s.umbrella_id = umbrella and s.communication_id = communication;
  if was is distinct from becomes then
    if becomes.number is null then
      delete from authorities.register_entries e where e.umbrella_id = umbrella and e.communication_id = communication;
    else
      insert into authorities.register_entries select becomes.* on conflict (umbrella_id, communication_id) do update set
        (number, kind, body_id, title, facts, grounds, proposals, lang, directions, topics, membership_id, through, status, state,
          resolution, sent_on, answered_on, days, extended, breached, forms, cosigners, redacted, terms, tallies)
        = (excluded.number, excluded.kind, excluded.body_id, excluded.title, excluded.facts, excluded.grounds, excluded.proposals,
          excluded.lang, excluded.directions, excluded.topics, excluded.membership_id, excluded.through, excluded.status,
          excluded.state, excluded.resolution, excluded.sent_on, excluded.answered_on, excluded.days, excluded.extended,
          excluded.breached, excluded.forms, excluded.cosigners, excluded.redacted, excluded.terms, excluded.tallies);
    end if;
    delete from authorities.register_terms t where t.umbrella_id = umbrella and t.number = was.number
      and t.term = any (was.terms) and not t.term = any (coalesce(becomes.terms, '{}'));
    insert into authorities.register_terms (umbrella_id, term, number)
      select umbrella, t, becomes.number from unnest(becomes.terms) t where not t = any (coalesce(was.terms, '{}'));
    insert into authorities.register_changes (umbrella_id, step, terms, body_id, year, tallies)
      select umbrella, c.step, c.terms, c.body_id, extract(year from c.sent_on), c.tallies
      from (values (-1, was.terms, was.body_id, was.sent_on, was.tallies), (1, becomes.terms, becomes.body_id, becomes.sent_on, becomes.tallies))
        as c (step, terms, body_id, sent_on, tallies) where c.terms is not null;
  end if;
  if becomes.number is null then return; end if;
  insert into authorities.register_events (umbrella_id, step_id, communication_id, kind, on_day, response_form, resolution, due_on)
    select s.umbrella_id, s.id, s.communication_id, s.kind, s.on_day, s.response_form, s.resolution, s.due_on
    from authorities.steps s where s.umbrella_id = umbrella and s.communication_id = communication
      and s.kind not in ('opened_for_signing', 'reminded', 'corrected')
    on conflict do nothing;
  if was.number is null then perform authorities.refresh_correspondence(umbrella, communication); end if;
end $$;
comment on function authorities.refresh_entry(uuid, uuid) is 'reviewed: copies only what is public of a communication; called by triggers';
revoke all on function authorities.refresh_entry(uuid, uuid) from public;

create function authorities.follow_in_register() returns trigger language plpgsql security definer set search_path = '' as $$
declare sent record;
begin
  if tg_table_name = 'communications' then
    if new.sent_at is not null then perform authorities.refresh_entry(new.umbrella_id, new.id); end if;
  elsif tg_table_name = 'draft_acts' then
    for sent in select c.umbrella_id, c.id from authorities.communications c
        where c.umbrella_id = new.umbrella_id and c.draft_act_id = new.id and c.sent_at is not null order by c.id for update loop
      perform authorities.refresh_entry(sent.umbrella_id, sent.id);
    end loop;
  elsif tg_op = 'INSERT' then
    if new.prominence = 'public' then perform authorities.refresh_correspondence(new.umbrella_id, new.communication_id); end if;
  elsif 'public' in (old.prominence, new.prominence) then
    perform authorities.refresh_correspondence(new.umbrella_id, new.communication_id);
  end if;
  return null;
end $$;
comment on function authorities.follow_in_register() is 'reviewed: hands on to the functions that copy what is public';
revoke all on function authorities.follow_in_register() from public;
create trigger followed_in_register after insert or update on authorities.communications
  for each row execute function authorities.follow_in_register();
create trigger followed_in_register after update of issued_on on authorities.draft_acts
  for each row execute function authorities.follow_in_register();
create trigger followed_in_register after insert or update on authorities.messages
  for each row execute function authorities.follow_in_register();
create trigger followed_in_register after insert or update on authorities.attachments
  for each row execute function authorities.follow_in_register();

-- The name of a public body stands on the pages of every umbrella that wrote to it.
create function authorities.announce_body() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('parasol_changed', u.id::text) from platform.umbrellas u
    where exists (select 1 from authorities.body_counts b where b.umbrella_id = u.id and b.body_id = new.id)
      or exists (select 1 from authorities.register_changes r where r.umbrella_id = u.id and r.body_id = new.id);
  return null;
end $$;
comment on function authorities.announce_body() is 'reviewed: tells only the ids of umbrellas';
revoke all on function authorities.announce_body() from public;
create trigger announce after update of name on authorities.bodies for each row execute function authorities.announce_body();

-- What whose embargo has ended joins the register. Safe to repeat; the rows are taken one after the other.
create function authorities.publish_due() returns integer language plpgsql security definer set search_path = '' as $$
declare
  due record;
  published integer := 0;
begin
  for due in select c.umbrella_id, c.id from authorities.communications c
      where c.embargo_until <= network.today(c.umbrella_id) and c.prominence = 'public' and c.sent_at is not null
        and not exists (select 1 from authorities.register_entries e where e.umbrella_id = c.umbrella_id and e.communication_id = c.id)
      order by c.umbrella_id, c.id for update skip locked loop
    perform authorities.refresh_entry(due.umbrella_id, due.id);
    perform pg_notify('parasol_changed', due.umbrella_id::text);
    published := published + 1;
  end loop;
  return published;
end $$;
comment on function authorities.publish_due() is 'reviewed: publishes what its sender made public from a day that has come; answers a number';
revoke all on function authorities.publish_due() from public;
grant usage on schema authorities to parasol_worker;
grant execute on function authorities.publish_due() to parasol_worker;

-- Communications whose embargo ends within a week, for the reminder.
create function authorities.embargoes_ending() returns table (umbrella uuid, id uuid, number integer, membership uuid, until date)
  language sql stable security definer set search_path = '' as $$
  select c.umbrella_id, c.id, c.number, c.membership_id, c.embargo_until from authorities.communications c
  where c.embargo_until > network.today(c.umbrella_id) and c.embargo_until <= network.today(c.umbrella_id) + 7
    and c.prominence = 'public' and c.sent_at is not null
$$;
comment on function authorities.embargoes_ending() is 'reviewed: numbers and days, for the worker alone, no text';
revoke all on function authorities.embargoes_ending() from public;
grant execute on function authorities.embargoes_ending() to parasol_worker;

-- Adds up the lines of changes. Two at once would count on each other's rows: the second one leaves it to the first.
create function authorities.fold_register() returns integer language plpgsql security definer set search_path = '' as $$
declare folded integer;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('authorities.fold_register', 0)) then return 0; end if;
  with gone as materialized (
    delete from authorities.register_changes returning *
  ), by_facet as (
    insert into authorities.register_counts as r (umbrella_id, facet, value, n)
      select g.umbrella_id, split_part(t.term, ':', 1), substr(t.term, strpos(t.term, ':') + 1), sum(g.step)
      from gone g cross join unnest(g.terms) t (term) group by 1, 2, 3 having sum(g.step) <> 0
    on conflict (umbrella_id, facet, value) do update set n = r.n + excluded.n
  ), by_body as (
    insert into authorities.body_counts as b (umbrella_id, body_id, year, measure, value, n)
      select g.umbrella_id, g.body_id, g.year, split_part(t.tally, ':', 1), substr(t.tally, strpos(t.tally, ':') + 1), sum(g.step)
      from gone g cross join unnest(g.tallies) t (tally) group by 1, 2, 3, 4, 5 having sum(g.step) <> 0
    on conflict (umbrella_id, body_id, year, measure, value) do update set n = b.n + excluded.n
  ) select count(*) into folded from gone;
  return folded;
end $$;
comment on function authorities.fold_register() is 'reviewed: moves counts from one table to another without changing any sum';
revoke all on function authorities.fold_register() from public;
grant execute on function authorities.fold_register() to parasol_worker;

-- Everything of one umbrella anew, for rows that were written without triggers and for whoever doubts the counts.
create function authorities.rebuild_register(umbrella uuid) returns void language plpgsql set search_path = '' as $$
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
  insert into authorities.register_files (umbrella_id, attachment_id, communication_id, file_id, redacted, original_sha256, position)
    select a.umbrella_id, a.id, a.communication_id, a.public_file_id, a.public_file_id <> a.file_id, a.sha256, a.position
    from authorities.attachments a join authorities.register_entries e on e.umbrella_id = a.umbrella_id and e.communication_id = a.communication_id
    where a.umbrella_id = umbrella and a.prominence = 'public' and a.public_file_id is not null;
  perform pg_notify('parasol_changed', umbrella::text);
end $$;
revoke all on function authorities.rebuild_register(uuid) from public;
select authorities.rebuild_register(u.id) from platform.umbrellas u;
