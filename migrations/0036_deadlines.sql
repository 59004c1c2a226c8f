-- How long an answer may take: calendars, the clocks of communications, and what tells people of them. Rules ship with the
-- program; days off are kept here, because an installation corrects them when a government decides so overnight.

create table authorities.calendar_versions (
  jurisdiction text not null check (jurisdiction in ('UA', 'PL', 'EU')),
  version integer not null check (version > 0),
  published_on date not null,
  source text not null check (length(source) between 1 and 500),
  reason text not null check (length(reason) between 1 and 4000),
  kept_by uuid references platform.umbrellas (id),
  primary key (jurisdiction, version)
);
comment on column authorities.calendar_versions.kept_by is 'the umbrella whose coordinators corrected it; null for what ships';

create table authorities.calendar_days (
  jurisdiction text not null,
  version integer not null,
  day date not null,
  working boolean not null,
  name jsonb not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
  source text not null check (length(source) between 1 and 500),
  confidence text not null check (confidence in ('lawyer', 'text_seen', 'from_memory')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  primary key (jurisdiction, day, version),
  foreign key (jurisdiction, version) references authorities.calendar_versions (jurisdiction, version)
);
comment on table authorities.calendar_days is
  'days that depart from the week, or could be thought to; of several versions of a day the last one up to that which is asked holds';
comment on column authorities.calendar_days.valid_to is 'until when what makes the day so was law; null while nobody knows';
create trigger calendar_versions_stay before update or delete on authorities.calendar_versions
  for each row execute function platform.refuse_change();
create trigger calendar_days_stay before update or delete on authorities.calendar_days
  for each row execute function platform.refuse_change();

alter table authorities.calendar_versions enable row level security;
alter table authorities.calendar_days enable row level security;
create policy known_to_all on authorities.calendar_versions for select using (true);
create policy known_to_all on authorities.calendar_days for select using (true);
grant select on authorities.calendar_versions, authorities.calendar_days to parasol_request;

-- Never silently: a correction is a new version, and the second of two people confirms it.
create function authorities.correct_calendar(act uuid) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  told people.acts;
  newest integer;
begin
  select * into told from people.acts a where a.umbrella_id = platform.current_umbrella() and a.id = act;
  if told.id is null or told.kind <> 'authorities.correct_calendar' or told.proposed_by = platform.current_account()
      or not authorities.is_coordinator() then
    raise exception 'two people correct a calendar' using errcode = 'restrict_violation', constraint = 'two_people';
  end if;
  -- Two corrections at once take different numbers.
  perform pg_advisory_xact_lock(hashtext('authorities.calendar ' || (told.payload ->> 'jurisdiction')));
  select max(v.version) + 1 into newest from authorities.calendar_versions v where v.jurisdiction = told.payload ->> 'jurisdiction';
  insert into authorities.calendar_versions (jurisdiction, version, published_on, source, reason, kept_by)
    values (told.payload ->> 'jurisdiction', newest, network.today(), told.payload ->> 'source', told.reason, told.umbrella_id);
  insert into authorities.calendar_days (jurisdiction, version, day, working, name, source, confidence, valid_from)
    values (told.payload ->> 'jurisdiction', newest, (told.payload ->> 'day')::date, (told.payload ->> 'working')::boolean,
      told.payload -> 'name', told.payload ->> 'source', 'text_seen', (told.payload ->> 'day')::date);
  return newest;
end $$;
comment on function authorities.correct_calendar(uuid) is
  'reviewed: writes what a proposed act says as a new version, for a coordinator who did not propose it';
revoke all on function authorities.correct_calendar(uuid) from public;
grant execute on function authorities.correct_calendar(uuid) to parasol_request;

-- Clocks ---------------------------------------------------------------------------------------------------------------------

create table authorities.deadlines (
  umbrella_id uuid not null default platform.current_umbrella(),
  communication_id uuid not null,
  id uuid not null,
  body_id uuid not null references authorities.bodies (id),
  rule text not null check (rule ~ '^[a-z][a-z0-9-]{2,59}$'),
  rule_version integer not null check (rule_version > 0),
  jurisdiction text not null check (jurisdiction in ('UA', 'PL', 'EU')),
  calendar_version integer not null,
  from_on date not null,
  first_due_on date not null,
  due_on date not null,
  cap_on date,
  extended boolean not null default false,
  proof jsonb not null check (jsonb_typeof(proof) = 'array' and proof <> '[]'),
  state text not null default 'running' check (state in ('running', 'met', 'breached', 'superseded', 'stopped')),
  started_by uuid not null,
  ended_by uuid,
  ended_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id),
  foreign key (umbrella_id, started_by) references authorities.steps (umbrella_id, id),
  foreign key (umbrella_id, ended_by) references authorities.steps (umbrella_id, id),
  foreign key (jurisdiction, calendar_version) references authorities.calendar_versions (jurisdiction, version),
  check (first_due_on >= from_on),
  check (due_on >= first_due_on),
  check (extended or due_on = first_due_on),
  constraint extension_within_cap check (not extended or cap_on is null or due_on <= cap_on),
  check ((ended_by is null) = (ended_on is null)),
  check (state <> 'running' or ended_by is null),
  check (state in ('running', 'breached') or ended_by is not null),
  check (state <> 'met' or ended_on <= due_on)
);
comment on column authorities.deadlines.first_due_on is 'before a lawful extension';
comment on column authorities.deadlines.cap_on is 'the last day that an extension may name; null where no law caps it';
comment on column authorities.deadlines.proof is 'each step of the counting as it was counted, with article and calendar';
create unique index one_running_clock on authorities.deadlines (umbrella_id, communication_id, rule) where state = 'running';
create index deadlines_of_communication on authorities.deadlines (umbrella_id, communication_id, created_at);
create index deadlines_running on authorities.deadlines (umbrella_id, due_on) where state = 'running';
create index deadlines_open on authorities.deadlines (umbrella_id, jurisdiction, id) where state = 'running';

-- What moved a date that people rely on. Written by the trigger alone.
create table authorities.deadline_changes (
  umbrella_id uuid not null,
  deadline_id uuid not null,
  position integer not null,
  old_due_on date not null,
  new_due_on date not null,
  old_calendar integer not null,
  new_calendar integer not null,
  extended boolean not null,
  at timestamptz not null default now(),
  primary key (umbrella_id, deadline_id, position),
  foreign key (umbrella_id, deadline_id) references authorities.deadlines (umbrella_id, id)
);
create trigger deadline_changes_stay before update or delete on authorities.deadline_changes
  for each row execute function platform.refuse_change();

-- Who was told of what, once.
create table authorities.deadline_notices (
  umbrella_id uuid not null,
  deadline_id uuid not null,
  kind text not null check (kind in ('near', 'breached', 'moved')),
  due_on date not null,
  primary key (umbrella_id, deadline_id, kind, due_on),
  foreign key (umbrella_id, deadline_id) references authorities.deadlines (umbrella_id, id)
);

-- Up to which version the clocks of an umbrella have been counted again.
create table authorities.calendar_recounts (
  umbrella_id uuid not null references platform.umbrellas (id),
  jurisdiction text not null,
  version integer not null,
  primary key (umbrella_id, jurisdiction),
  foreign key (jurisdiction, version) references authorities.calendar_versions (jurisdiction, version)
);

-- The secret address at which a person's calendar reads the days; only its hash is kept.
create table authorities.deadline_feeds (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  person_id uuid not null references people.people (id),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  made_at timestamptz not null default now(),
  primary key (umbrella_id, person_id)
);

create function authorities.follow_deadline() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if old.state <> 'running' and (new.due_on, new.proof, new.extended) is distinct from (old.due_on, old.proof, old.extended) then
    raise exception 'what has ended is not counted again' using errcode = 'restrict_violation', constraint = 'clock_ended';
  end if;
  if old.state in ('met', 'superseded', 'stopped') or (old.state = 'breached' and new.state <> 'breached') then
    raise exception 'a clock that ended stays ended' using errcode = 'restrict_violation', constraint = 'clock_ended';
  end if;
  new.updated_at := now();
  if new.due_on <> old.due_on then
    insert into authorities.deadline_changes (umbrella_id, deadline_id, position, old_due_on, new_due_on, old_calendar, new_calendar, extended)
      select old.umbrella_id, old.id, count(*) + 1, old.due_on, new.due_on, old.calendar_version, new.calendar_version,
        new.extended and not old.extended
      from authorities.deadline_changes c where c.umbrella_id = old.umbrella_id and c.deadline_id = old.id;
  end if;
  return new;
end $$;
comment on function authorities.follow_deadline() is 'reviewed: logs every date that an allowed change moved';
revoke all on function authorities.follow_deadline() from public;
create trigger deadlines_followed before update on authorities.deadlines
  for each row execute function authorities.follow_deadline();

alter table authorities.deadlines enable row level security;
alter table authorities.deadline_changes enable row level security;
alter table authorities.deadline_notices enable row level security;
alter table authorities.calendar_recounts enable row level security;
alter table authorities.deadline_feeds enable row level security;

create policy seen_with_communication on authorities.deadlines for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = deadlines.umbrella_id and c.id = communication_id));
create policy started_by_parties on authorities.deadlines for insert
  with check (umbrella_id = (select platform.current_umbrella()) and state = 'running' and exists (select 1 from authorities.communications c
    where c.umbrella_id = deadlines.umbrella_id and c.id = communication_id
      and (authorities.is_party(c.id, c.membership_id, c.through) or (select authorities.is_coordinator()))));
create policy moved_by_parties on authorities.deadlines for update
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = deadlines.umbrella_id and c.id = communication_id
      and (authorities.is_party(c.id, c.membership_id, c.through) or (select authorities.is_coordinator()))));
grant select, insert (communication_id, id, body_id, rule, rule_version, jurisdiction, calendar_version, from_on, first_due_on, due_on,
    cap_on, proof, started_by),
  update (due_on, extended, proof, state, ended_by, ended_on) on authorities.deadlines to parasol_request;
create policy seen_with_deadline on authorities.deadline_changes for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.deadlines d
    where d.umbrella_id = deadline_changes.umbrella_id and d.id = deadline_id));
grant select on authorities.deadline_changes to parasol_request;
create policy of_the_program on authorities.deadline_notices using (false);
create policy of_the_program on authorities.calendar_recounts using (false);
create policy own_feed on authorities.deadline_feeds
  using (umbrella_id = (select platform.current_umbrella()))
  with check (umbrella_id = (select platform.current_umbrella()) and person_id = (select platform.current_account()));
grant select, insert (person_id, token_hash), delete on authorities.deadline_feeds to parasol_request;

-- What the program does by itself, in nobody's name ----------------------------------------------------------------------------

create function authorities.overdue_deadlines(most integer)
  returns table (deadline uuid, communication uuid, number integer, membership uuid, due_on date)
  language sql stable security definer set search_path = '' as $$
  select d.id, c.id, c.number, c.membership_id, d.due_on from authorities.deadlines d
    join authorities.communications c on c.umbrella_id = d.umbrella_id and c.id = d.communication_id
  where d.umbrella_id = platform.current_umbrella() and platform.current_account() is null and d.state = 'running'
    and d.due_on < network.today() and authorities.next_status(c.status, 'breached') is not null
  order by d.due_on, d.id limit most
$$;
comment on function authorities.overdue_deadlines(integer) is 'reviewed: for the job alone, in nobody''s name; ids, numbers and days, no words';

-- The step of a breach: the clock decides, not whoever calls. Null when it is not overdue or somebody was faster.
create function authorities.breach_deadline(deadline uuid, step uuid) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  clock authorities.deadlines;
  led text;
begin
  select * into clock from authorities.deadlines d
    where d.umbrella_id = platform.current_umbrella() and d.id = deadline and d.state = 'running' and d.due_on < network.today()
    for update;
  if clock.id is null then return null; end if;
  insert into authorities.steps (communication_id, id, kind, side, on_day, due_on)
    values (clock.communication_id, step, 'breached', 'program', network.today(), clock.due_on) returning status into led;
  update authorities.deadlines d set state = 'breached' where d.umbrella_id = clock.umbrella_id and d.id = clock.id;
  return led;
end $$;
comment on function authorities.breach_deadline(uuid, uuid) is 'reviewed: writes down only what the clock says already';

-- Claims what is to be told; who claims, tells. After days without the program only what still lies ahead is told as near.
create function authorities.claim_notices(near_days integer)
  returns table (deadline uuid, communication uuid, number integer, membership uuid, due_on date, days integer)
  language sql security definer set search_path = '' as $$
  with near as (
    select d.umbrella_id, d.id, d.communication_id, d.due_on from authorities.deadlines d
    where d.umbrella_id = platform.current_umbrella() and platform.current_account() is null and d.state = 'running'
      and d.due_on between network.today() and network.today() + near_days
  ), told as (
    insert into authorities.deadline_notices (umbrella_id, deadline_id, kind, due_on)
    select n.umbrella_id, n.id, 'near', n.due_on from near n on conflict do nothing returning deadline_id
  )
  select n.id, c.id, c.number, c.membership_id, n.due_on, n.due_on - network.today()
  from near n join told t on t.deadline_id = n.id
  join authorities.communications c on c.umbrella_id = n.umbrella_id and c.id = n.communication_id
$$;
comment on function authorities.claim_notices(integer) is 'reviewed: for the job alone, in nobody''s name; ids, numbers and days, no words';

create function authorities.calendars_to_recount() returns table (jurisdiction text, version integer)
  language sql stable security definer set search_path = '' as $$
  select v.jurisdiction, max(v.version) from authorities.calendar_versions v
    left join authorities.calendar_recounts r on r.umbrella_id = platform.current_umbrella() and r.jurisdiction = v.jurisdiction
  where platform.current_account() is null
  group by v.jurisdiction, r.version having max(v.version) > coalesce(r.version, 1)
$$;
comment on function authorities.calendars_to_recount() is 'reviewed: numbers of calendars, which all may know';

create function authorities.open_deadlines(jurisdiction text, after uuid, most integer)
  returns table (id uuid, rule text, from_on date, first_due_on date, due_on date, cap_on date, extended boolean)
  language sql stable security definer set search_path = '' as $$
  select d.id, d.rule, d.from_on, d.first_due_on, d.due_on, d.cap_on, d.extended from authorities.deadlines d
  where d.umbrella_id = platform.current_umbrella() and platform.current_account() is null and d.state = 'running'
    and d.jurisdiction = $1 and d.id > $2
  order by d.id limit $3
$$;
comment on function authorities.open_deadlines(text, uuid, integer) is 'reviewed: for the job alone, in nobody''s name; ids, rules and days';

-- Moves what the new calendar moves. An extension that the body named stays where it named it.
create function authorities.move_deadlines(moves jsonb, calendar integer)
  returns table (deadline uuid, communication uuid, number integer, membership uuid, old_due_on date, due_on date)
  language sql security definer set search_path = '' as $$
  with moved as (
    select d.umbrella_id, d.id, d.communication_id, d.due_on as old_due_on, m.first_due_on, m.due_on, m.cap_on, m.proof
    from jsonb_to_recordset(moves) m (id uuid, first_due_on date, due_on date, cap_on date, proof jsonb)
    join authorities.deadlines d on d.umbrella_id = platform.current_umbrella() and d.id = m.id and d.state = 'running'
    where platform.current_account() is null
  ), kept as (
    update authorities.deadlines d set first_due_on = m.first_due_on, due_on = m.due_on, cap_on = m.cap_on, proof = m.proof,
      calendar_version = calendar
    from moved m where d.umbrella_id = m.umbrella_id and d.id = m.id returning d.id
  )
  select m.id, c.id, c.number, c.membership_id, m.old_due_on, m.due_on from moved m join kept k on k.id = m.id
  join authorities.communications c on c.umbrella_id = m.umbrella_id and c.id = m.communication_id
$$;
comment on function authorities.move_deadlines(jsonb, integer) is 'reviewed: for the job alone, in nobody''s name; every date that moves is logged by the trigger';

create function authorities.calendar_recounted(jurisdiction text, version integer) returns void
  language sql security definer set search_path = '' as $$
  insert into authorities.calendar_recounts as r (umbrella_id, jurisdiction, version)
    select platform.current_umbrella(), $1, $2 where platform.current_account() is null
    on conflict (umbrella_id, jurisdiction) do update set version = excluded.version where r.version < excluded.version
$$;
comment on function authorities.calendar_recounted(text, integer) is 'reviewed: remembers a number for the job';

-- The days of a person's calendar by the hash of their secret address: numbers and days, no words, of what they may write for.
create function authorities.deadlines_of_feed(token bytea)
  returns table (deadline uuid, number integer, due_on date, updated_at timestamptz)
  language sql stable security definer set search_path = '' as $$
  select d.id, c.number, d.due_on, d.updated_at from authorities.deadline_feeds f
    join authorities.communications c on c.umbrella_id = f.umbrella_id
    join authorities.deadlines d on d.umbrella_id = c.umbrella_id and d.communication_id = c.id and d.state in ('running', 'breached')
      and d.ended_by is null
  where f.token_hash = token and f.umbrella_id = platform.current_umbrella()
    and (exists (select 1 from network.mandates m where m.umbrella_id = f.umbrella_id and m.membership_id = c.membership_id
        and m.person_id = f.person_id and m.status = 'confirmed' and m.valid_from <= network.today(f.umbrella_id)
        and (m.valid_until is null or m.valid_until > network.today(f.umbrella_id)))
      or (c.through = 'coalition' and exists (select 1 from people.roles r where r.umbrella_id = f.umbrella_id
        and r.person_id = f.person_id and r.role = 'coordinator' and (r.valid_until is null or r.valid_until > now()))))
  order by d.due_on, c.number
$$;
comment on function authorities.deadlines_of_feed(bytea) is
  'reviewed: whoever knows the secret gets numbers and days of communications that its person writes for today; nothing once the mandate ends';

do $$
declare
  one text;
begin
  foreach one in array array['overdue_deadlines(integer)', 'breach_deadline(uuid, uuid)', 'claim_notices(integer)',
      'calendars_to_recount()', 'open_deadlines(text, uuid, integer)', 'move_deadlines(jsonb, integer)',
      'calendar_recounted(text, integer)', 'deadlines_of_feed(bytea)'] loop
    execute format('revoke all on function authorities.%s from public', one);
    execute format('grant execute on function authorities.%s to parasol_request', one);
  end loop;
end $$;

-- Calendars as they ship ------------------------------------------------------------------------------------------------------
-- The same days as src/modules/authorities/deadlines/calendars, which says from which law each comes; a test compares.

insert into authorities.calendar_versions (jurisdiction, version, published_on, source, reason) values
  ('UA', 1, '2026-11-21', 'Кодекс законів про працю України, ст. 67, 73; Закон № 2136-IX, ч. 6 ст. 6', 'ships with the program'),
  ('PL', 1, '2026-11-21', 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy', 'ships with the program'),
  ('EU', 1, '2026-11-21', 'European Commission, yearly lists of public holidays', 'ships with the program');
insert into authorities.calendar_days (jurisdiction, version, day, working, name, source, confidence, valid_from, valid_to)
  select 'UA', 1, d::date, k.working, k.name::jsonb, k.source, k.confidence, k.valid_from::date, k.valid_to::date from (values
    ('{"uk":"вихідний, перенесений із 1.01 (Новий рік)","pl":"dzień wolny przeniesiony z 1.01 (Nowy Rok)","en":"day off moved from 1/01 (New Year’s Day)"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2011-01-03,2012-01-02,2017-01-02,2022-01-03}'),
    ('{"uk":"Різдво Христове","pl":"Boże Narodzenie","en":"Christmas"}', false, 'КЗпП, ст. 73; № 3258-IX', 'text_seen', '2011-01-01', '2023-08-31',
      '{2011-01-07,2013-01-07,2014-01-07,2015-01-07,2016-01-07,2019-01-07,2020-01-07,2021-01-07,2022-01-07}'),
    ('{"uk":"Міжнародний жіночий день","pl":"Międzynarodowy Dzień Kobiet","en":"Women’s Day"}', false, 'КЗпП, ст. 73', 'text_seen', '2011-01-01', null,
      '{2011-03-08,2012-03-08,2013-03-08,2016-03-08,2017-03-08,2018-03-08,2019-03-08,2021-03-08}'),
    ('{"uk":"вихідний, перенесений із 24.04 (Великдень)","pl":"dzień wolny przeniesiony z 24.04 (Wielkanoc (obrządek wschodni))","en":"day off moved from 24/04 (Easter (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2011-04-25}'),
    ('{"uk":"День праці","pl":"Święto Pracy","en":"Labour Day"}', false, 'КЗпП, ст. 73; № 2211-VIII', 'text_seen', '2011-01-01', '2017-12-31',
      '{2011-05-02,2012-05-02,2013-05-02,2014-05-02,2016-05-02,2017-05-02}'),
    ('{"uk":"вихідний, перенесений із 1.05 (День праці)","pl":"dzień wolny przeniesiony z 1.05 (Święto Pracy)","en":"day off moved from 1/05 (Labour Day)"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2011-05-03,2016-05-03,2021-05-03}'),
    ('{"uk":"День перемоги над нацизмом","pl":"Dzień Zwycięstwa nad Nazizmem","en":"Victory Day over Nazism"}', false, 'КЗпП, ст. 73; № 3107-IX', 'text_seen', '2011-01-01', '2023-06-12',
      '{2011-05-09,2012-05-09,2013-05-09,2014-05-09,2016-05-09,2017-05-09,2018-05-09,2019-05-09}'),
    ('{"uk":"вихідний, перенесений із 12.06 (Трійця)","pl":"dzień wolny przeniesiony z 12.06 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 12/06 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2011-06-13}'),
    ('{"uk":"День Конституції України","pl":"Dzień Konstytucji Ukrainy","en":"Constitution Day"}', false, 'КЗпП, ст. 73', 'text_seen', '2011-01-01', null,
      '{2011-06-28,2012-06-28,2013-06-28,2016-06-28,2017-06-28,2018-06-28,2019-06-28,2021-06-28}'),
    ('{"uk":"День незалежності України","pl":"Dzień Niepodległości Ukrainy","en":"Independence Day"}', false, 'КЗпП, ст. 73', 'text_seen', '2011-01-01', null,
      '{2011-08-24,2012-08-24,2015-08-24,2016-08-24,2017-08-24,2018-08-24,2020-08-24,2021-08-24}'),
    ('{"uk":"вихідний, перенесений із 7.01 (Різдво Христове)","pl":"dzień wolny przeniesiony z 7.01 (Boże Narodzenie)","en":"day off moved from 7/01 (Christmas)"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2012-01-09,2017-01-09,2018-01-08}'),
    ('{"uk":"вихідний, перенесений із 15.04 (Великдень)","pl":"dzień wolny przeniesiony z 15.04 (Wielkanoc (obrządek wschodni))","en":"day off moved from 15/04 (Easter (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2012-04-16}'),
    ('{"uk":"День праці","pl":"Święto Pracy","en":"Labour Day"}', false, 'КЗпП, ст. 73', 'text_seen', '2011-01-01', null,
      '{2012-05-01,2013-05-01,2014-05-01,2015-05-01,2017-05-01,2018-05-01,2019-05-01,2020-05-01}'),
    ('{"uk":"вихідний, перенесений із 3.06 (Трійця)","pl":"dzień wolny przeniesiony z 3.06 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 3/06 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2012-06-04}'),
    ('{"uk":"Новий рік","pl":"Nowy Rok","en":"New Year’s Day"}', false, 'КЗпП, ст. 73', 'text_seen', '2011-01-01', null,
      '{2013-01-01,2014-01-01,2015-01-01,2016-01-01,2018-01-01,2019-01-01,2020-01-01,2021-01-01}'),
    ('{"uk":"вихідний, перенесений із 5.05 (Великдень)","pl":"dzień wolny przeniesiony z 5.05 (Wielkanoc (obrządek wschodni))","en":"day off moved from 5/05 (Easter (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2013-05-06}'),
    ('{"uk":"вихідний, перенесений із 23.06 (Трійця)","pl":"dzień wolny przeniesiony z 23.06 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 23/06 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2013-06-24}'),
    ('{"uk":"вихідний, перенесений із 24.08 (День незалежності України)","pl":"dzień wolny przeniesiony z 24.08 (Dzień Niepodległości Ukrainy)","en":"day off moved from 24/08 (Independence Day)"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2013-08-26,2014-08-25,2019-08-26}'),
    ('{"uk":"вихідний, перенесений із 8.03 (Міжнародний жіночий день)","pl":"dzień wolny przeniesiony z 8.03 (Międzynarodowy Dzień Kobiet)","en":"day off moved from 8/03 (Women’s Day)"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2014-03-10,2015-03-09,2020-03-09}'),
    ('{"uk":"вихідний, перенесений із 20.04 (Великдень)","pl":"dzień wolny przeniesiony z 20.04 (Wielkanoc (obrządek wschodni))","en":"day off moved from 20/04 (Easter (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2014-04-21}'),
    ('{"uk":"вихідний, перенесений із 8.06 (Трійця)","pl":"dzień wolny przeniesiony z 8.06 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 8/06 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2014-06-09}'),
    ('{"uk":"вихідний, перенесений із 28.06 (День Конституції України)","pl":"dzień wolny przeniesiony z 28.06 (Dzień Konstytucji Ukrainy)","en":"day off moved from 28/06 (Constitution Day)"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2014-06-30,2015-06-29,2020-06-29}'),
    ('{"uk":"вихідний, перенесений із 12.04 (Великдень)","pl":"dzień wolny przeniesiony z 12.04 (Wielkanoc (obrządek wschodni))","en":"day off moved from 12/04 (Easter (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2015-04-13}'),
    ('{"uk":"вихідний, перенесений із 2.05 (День праці)","pl":"dzień wolny przeniesiony z 2.05 (Święto Pracy)","en":"day off moved from 2/05 (Labour Day)"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2015-05-04}'),
    ('{"uk":"вихідний, перенесений із 9.05 (День перемоги над нацизмом)","pl":"dzień wolny przeniesiony z 9.05 (Dzień Zwycięstwa nad Nazizmem)","en":"day off moved from 9/05 (Victory Day over Nazism)"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2015-05-11,2020-05-11,2021-05-10}'),
    ('{"uk":"вихідний, перенесений із 31.05 (Трійця)","pl":"dzień wolny przeniesiony z 31.05 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 31/05 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2015-06-01}'),
    ('{"uk":"День захисників і захисниць України","pl":"Dzień Obrońców i Obrończyń Ukrainy","en":"Defenders’ Day"}', false, 'КЗпП, ст. 73; № 238-VIII', 'text_seen', '2015-03-05', '2023-08-31',
      '{2015-10-14,2016-10-14,2019-10-14,2020-10-14,2021-10-14}'),
    ('{"uk":"вихідний, перенесений із 19.06 (Трійця)","pl":"dzień wolny przeniesiony z 19.06 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 19/06 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2016-06-20}'),
    ('{"uk":"вихідний, перенесений із 16.04 (Великдень)","pl":"dzień wolny przeniesiony z 16.04 (Wielkanoc (obrządek wschodni))","en":"day off moved from 16/04 (Easter (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2017-04-17}'),
    ('{"uk":"вихідний, перенесений із 4.06 (Трійця)","pl":"dzień wolny przeniesiony z 4.06 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 4/06 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2017-06-05}'),
    ('{"uk":"вихідний, перенесений із 14.10 (День захисників і захисниць України)","pl":"dzień wolny przeniesiony z 14.10 (Dzień Obrońców i Obrończyń Ukrainy)","en":"day off moved from 14/10 (Defenders’ Day)"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2017-10-16,2018-10-15}'),
    ('{"uk":"Різдво Христове","pl":"Boże Narodzenie","en":"Christmas"}', false, 'КЗпП, ст. 73; № 2211-VIII', 'text_seen', '2017-11-17', null,
      '{2017-12-25,2018-12-25,2019-12-25,2020-12-25}'),
    ('{"uk":"вихідний, перенесений із 8.04 (Великдень)","pl":"dzień wolny przeniesiony z 8.04 (Wielkanoc (obrządek wschodni))","en":"day off moved from 8/04 (Easter (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2018-04-09}'),
    ('{"uk":"вихідний, перенесений із 27.05 (Трійця)","pl":"dzień wolny przeniesiony z 27.05 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 27/05 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2018-05-28}'),
    ('{"uk":"вихідний, перенесений із 28.04 (Великдень)","pl":"dzień wolny przeniesiony z 28.04 (Wielkanoc (obrządek wschodni))","en":"day off moved from 28/04 (Easter (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2019-04-29}'),
    ('{"uk":"вихідний, перенесений із 16.06 (Трійця)","pl":"dzień wolny przeniesiony z 16.06 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 16/06 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2019-06-17}'),
    ('{"uk":"вихідний, перенесений із 19.04 (Великдень)","pl":"dzień wolny przeniesiony z 19.04 (Wielkanoc (obrządek wschodni))","en":"day off moved from 19/04 (Easter (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2020-04-20}'),
    ('{"uk":"вихідний, перенесений із 7.06 (Трійця)","pl":"dzień wolny przeniesiony z 7.06 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 7/06 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2020-06-08}'),
    ('{"uk":"вихідний, перенесений із 2.05 (Великдень)","pl":"dzień wolny przeniesiony z 2.05 (Wielkanoc (obrządek wschodni))","en":"day off moved from 2/05 (Easter (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2021-05-04}'),
    ('{"uk":"вихідний, перенесений із 20.06 (Трійця)","pl":"dzień wolny przeniesiony z 20.06 (Święto Trójcy Świętej (obrządek wschodni))","en":"day off moved from 20/06 (Trinity Sunday (Eastern rite))"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2021-06-21}'),
    ('{"uk":"вихідний, перенесений із 25.12 (Різдво Христове)","pl":"dzień wolny przeniesiony z 25.12 (Boże Narodzenie)","en":"day off moved from 25/12 (Christmas)"}', false, 'КЗпП, ч. 3 ст. 67', 'text_seen', '2011-01-01', '2022-02-23',
      '{2021-12-27}'),
    ('{"uk":"Міжнародний жіночий день","pl":"Międzynarodowy Dzień Kobiet","en":"Women’s Day"}', true, 'Закон № 2136-IX, ч. 6 ст. 6', 'from_memory', '2022-02-24', null,
      '{2022-03-08}'),
    ('{"uk":"День перемоги над нацизмом","pl":"Dzień Zwycięstwa nad Nazizmem","en":"Victory Day over Nazism"}', true, 'Закон № 2136-IX, ч. 6 ст. 6', 'text_seen', '2022-02-24', null,
      '{2022-05-09,2023-05-09,2024-05-08,2025-05-08,2026-05-08,2028-05-08,2029-05-08,2030-05-08,2031-05-08,2034-05-08,2035-05-08}'),
    ('{"uk":"День Конституції України","pl":"Dzień Konstytucji Ukrainy","en":"Constitution Day"}', true, 'Закон № 2136-IX, ч. 6 ст. 6', 'text_seen', '2022-02-24', null,
      '{2022-06-28,2023-06-28,2024-06-28,2027-06-28,2028-06-28,2029-06-28,2030-06-28,2032-06-28,2033-06-28,2034-06-28,2035-06-28}'),
    ('{"uk":"День Української Державності","pl":"Dzień Państwowości Ukraińskiej","en":"Statehood Day"}', true, 'Закон № 2136-IX, ч. 6 ст. 6', 'text_seen', '2022-02-24', null,
      '{2022-07-28,2023-07-28,2024-07-15,2025-07-15,2026-07-15,2027-07-15,2030-07-15,2031-07-15,2032-07-15,2033-07-15}'),
    ('{"uk":"День незалежності України","pl":"Dzień Niepodległości Ukrainy","en":"Independence Day"}', true, 'Закон № 2136-IX, ч. 6 ст. 6', 'text_seen', '2022-02-24', null,
      '{2022-08-24,2023-08-24,2026-08-24,2027-08-24,2028-08-24,2029-08-24,2032-08-24,2033-08-24,2034-08-24,2035-08-24}'),
    ('{"uk":"День захисників і захисниць України","pl":"Dzień Obrońców i Obrończyń Ukrainy","en":"Defenders’ Day"}', true, 'Закон № 2136-IX, ч. 6 ст. 6', 'text_seen', '2022-02-24', null,
      '{2022-10-14,2024-10-01,2025-10-01,2026-10-01,2027-10-01,2029-10-01,2030-10-01,2031-10-01,2032-10-01,2035-10-01}'),
    ('{"uk":"Міжнародний жіночий день","pl":"Międzynarodowy Dzień Kobiet","en":"Women’s Day"}', true, 'Закон № 2136-IX, ч. 6 ст. 6', 'text_seen', '2022-02-24', null,
      '{2023-03-08,2024-03-08,2027-03-08,2028-03-08,2029-03-08,2030-03-08,2032-03-08,2033-03-08,2034-03-08,2035-03-08}'),
    ('{"uk":"День праці","pl":"Święto Pracy","en":"Labour Day"}', true, 'Закон № 2136-IX, ч. 6 ст. 6', 'text_seen', '2022-02-24', null,
      '{2023-05-01,2024-05-01,2025-05-01,2026-05-01,2028-05-01,2029-05-01,2030-05-01,2031-05-01,2034-05-01,2035-05-01}'),
    ('{"uk":"Різдво Христове","pl":"Boże Narodzenie","en":"Christmas"}', true, 'Закон № 2136-IX, ч. 6 ст. 6', 'text_seen', '2022-02-24', null,
      '{2023-12-25,2024-12-25,2025-12-25,2026-12-25,2028-12-25,2029-12-25,2030-12-25,2031-12-25,2034-12-25,2035-12-25}'),
    ('{"uk":"Новий рік","pl":"Nowy Rok","en":"New Year’s Day"}', true, 'Закон № 2136-IX, ч. 6 ст. 6', 'text_seen', '2022-02-24', null,
      '{2024-01-01,2025-01-01,2026-01-01,2027-01-01,2029-01-01,2030-01-01,2031-01-01,2032-01-01,2035-01-01}')
  ) k (name, working, source, confidence, valid_from, valid_to, days), unnest(k.days::text[]) d;
insert into authorities.calendar_days (jurisdiction, version, day, working, name, source, confidence, valid_from, valid_to)
  select 'PL', 1, d::date, k.working, k.name::jsonb, k.source, k.confidence, k.valid_from::date, k.valid_to::date from (values
    ('{"uk":"Богоявлення","pl":"Święto Trzech Króli","en":"Epiphany"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1; Dz.U. 2010 nr 224 poz. 1459', 'text_seen', '2011-01-01', null,
      '{2011-01-06,2012-01-06,2014-01-06,2015-01-06,2016-01-06,2017-01-06,2020-01-06,2021-01-06,2022-01-06,2023-01-06,2025-01-06,2026-01-06,2027-01-06,2028-01-06,2031-01-06,2032-01-06,2033-01-06,2034-01-06}'),
    ('{"uk":"Великодній понеділок","pl":"Poniedziałek Wielkanocny","en":"Easter Monday"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1', 'text_seen', '2011-01-01', null,
      '{2011-04-25,2012-04-09,2013-04-01,2014-04-21,2015-04-06,2016-03-28,2017-04-17,2018-04-02,2019-04-22,2020-04-13,2021-04-05,2022-04-18,2023-04-10,2024-04-01,2025-04-21,2026-04-06,2027-03-29,2028-04-17,2029-04-02,2030-04-22,2031-04-14,2032-03-29,2033-04-18,2034-04-10,2035-03-26}'),
    ('{"uk":"Свято Конституції 3 травня","pl":"Święto Narodowe Trzeciego Maja","en":"Constitution Day (3 May)"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1', 'text_seen', '2011-01-01', null,
      '{2011-05-03,2012-05-03,2013-05-03,2016-05-03,2017-05-03,2018-05-03,2019-05-03,2021-05-03,2022-05-03,2023-05-03,2024-05-03,2027-05-03,2028-05-03,2029-05-03,2030-05-03,2032-05-03,2033-05-03,2034-05-03,2035-05-03}'),
    ('{"uk":"Боже Тіло","pl":"Boże Ciało","en":"Corpus Christi"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1', 'text_seen', '2011-01-01', null,
      '{2011-06-23,2012-06-07,2013-05-30,2014-06-19,2015-06-04,2016-05-26,2017-06-15,2018-05-31,2019-06-20,2020-06-11,2021-06-03,2022-06-16,2023-06-08,2024-05-30,2025-06-19,2026-06-04,2027-05-27,2028-06-15,2029-05-31,2030-06-20,2031-06-12,2032-05-27,2033-06-16,2034-06-08,2035-05-24}'),
    ('{"uk":"Внебовзяття","pl":"Wniebowzięcie Najświętszej Maryi Panny","en":"Assumption"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1', 'text_seen', '2011-01-01', null,
      '{2011-08-15,2012-08-15,2013-08-15,2014-08-15,2016-08-15,2017-08-15,2018-08-15,2019-08-15,2022-08-15,2023-08-15,2024-08-15,2025-08-15,2028-08-15,2029-08-15,2030-08-15,2031-08-15,2033-08-15,2034-08-15,2035-08-15}'),
    ('{"uk":"День усіх святих","pl":"Wszystkich Świętych","en":"All Saints’ Day"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1', 'text_seen', '2011-01-01', null,
      '{2011-11-01,2012-11-01,2013-11-01,2016-11-01,2017-11-01,2018-11-01,2019-11-01,2021-11-01,2022-11-01,2023-11-01,2024-11-01,2027-11-01,2028-11-01,2029-11-01,2030-11-01,2032-11-01,2033-11-01,2034-11-01,2035-11-01}'),
    ('{"uk":"День незалежності","pl":"Narodowe Święto Niepodległości","en":"Independence Day"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1', 'text_seen', '2011-01-01', null,
      '{2011-11-11,2013-11-11,2014-11-11,2015-11-11,2016-11-11,2019-11-11,2020-11-11,2021-11-11,2022-11-11,2024-11-11,2025-11-11,2026-11-11,2027-11-11,2030-11-11,2031-11-11,2032-11-11,2033-11-11}'),
    ('{"uk":"другий день Різдва","pl":"drugi dzień Bożego Narodzenia","en":"Second Day of Christmas"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1', 'text_seen', '2011-01-01', null,
      '{2011-12-26,2012-12-26,2013-12-26,2014-12-26,2016-12-26,2017-12-26,2018-12-26,2019-12-26,2022-12-26,2023-12-26,2024-12-26,2025-12-26,2028-12-26,2029-12-26,2030-12-26,2031-12-26,2033-12-26,2034-12-26,2035-12-26}'),
    ('{"uk":"Свято праці","pl":"Święto Państwowe (1 maja)","en":"Labour Day"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1', 'text_seen', '2011-01-01', null,
      '{2012-05-01,2013-05-01,2014-05-01,2015-05-01,2017-05-01,2018-05-01,2019-05-01,2020-05-01,2023-05-01,2024-05-01,2025-05-01,2026-05-01,2028-05-01,2029-05-01,2030-05-01,2031-05-01,2034-05-01,2035-05-01}'),
    ('{"uk":"Різдво","pl":"Boże Narodzenie","en":"Christmas"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1', 'text_seen', '2011-01-01', null,
      '{2012-12-25,2013-12-25,2014-12-25,2015-12-25,2017-12-25,2018-12-25,2019-12-25,2020-12-25,2023-12-25,2024-12-25,2025-12-25,2026-12-25,2028-12-25,2029-12-25,2030-12-25,2031-12-25,2034-12-25,2035-12-25}'),
    ('{"uk":"Новий рік","pl":"Nowy Rok","en":"New Year’s Day"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1', 'text_seen', '2011-01-01', null,
      '{2013-01-01,2014-01-01,2015-01-01,2016-01-01,2018-01-01,2019-01-01,2020-01-01,2021-01-01,2024-01-01,2025-01-01,2026-01-01,2027-01-01,2029-01-01,2030-01-01,2031-01-01,2032-01-01,2035-01-01}'),
    ('{"uk":"сторіччя відновлення незалежності","pl":"Święto Narodowe z okazji Setnej Rocznicy Odzyskania Niepodległości","en":"Centenary of Independence"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1; Dz.U. 2018 poz. 2117', 'text_seen', '2018-11-08', '2018-11-12',
      '{2018-11-12}'),
    ('{"uk":"Святвечір","pl":"Wigilia Bożego Narodzenia","en":"Christmas Eve"}', false, 'Ustawa z 18 stycznia 1951 r. o dniach wolnych od pracy, art. 1; Dz.U. 2024 poz. 1965', 'text_seen', '2025-02-01', null,
      '{2025-12-24,2026-12-24,2027-12-24,2029-12-24,2030-12-24,2031-12-24,2032-12-24,2035-12-24}')
  ) k (name, working, source, confidence, valid_from, valid_to, days), unnest(k.days::text[]) d;
insert into authorities.calendar_days (jurisdiction, version, day, working, name, source, confidence, valid_from, valid_to)
  select 'EU', 1, d::date, k.working, k.name::jsonb, k.source, k.confidence, k.valid_from::date, k.valid_to::date from (values
    ('{"uk":"Чистий четвер","pl":"Wielki Czwartek","en":"Maundy Thursday"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-04-21,2012-04-05,2013-03-28,2015-04-02,2016-03-24,2018-03-29,2019-04-18,2021-04-01,2022-04-14,2023-04-06,2024-03-28,2026-04-02,2027-03-25,2028-04-13,2029-03-29,2030-04-18,2031-04-10,2032-03-25,2033-04-14,2034-04-06,2035-03-22}'),
    ('{"uk":"Страсна п’ятниця","pl":"Wielki Piątek","en":"Good Friday"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-04-22,2012-04-06,2013-03-29,2015-04-03,2016-03-25,2018-03-30,2019-04-19,2021-04-02,2022-04-15,2023-04-07,2024-03-29,2026-04-03,2027-03-26,2028-04-14,2029-03-30,2030-04-19,2031-04-11,2032-03-26,2033-04-15,2034-04-07,2035-03-23}'),
    ('{"uk":"Великодній понеділок","pl":"Poniedziałek Wielkanocny","en":"Easter Monday"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-04-25,2012-04-09,2013-04-01,2015-04-06,2016-03-28,2018-04-02,2019-04-22,2021-04-05,2022-04-18,2023-04-10,2024-04-01,2026-04-06,2027-03-29,2028-04-17,2029-04-02,2030-04-22,2031-04-14,2032-03-29,2033-04-18,2034-04-10,2035-03-26}'),
    ('{"uk":"День Європи","pl":"Dzień Europy","en":"Europe Day"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-05-09,2012-05-09,2016-05-09,2018-05-09,2019-05-09,2022-05-09,2023-05-09,2028-05-09,2029-05-09,2030-05-09,2031-05-09,2033-05-09,2034-05-09,2035-05-09}'),
    ('{"uk":"Вознесіння","pl":"Wniebowstąpienie","en":"Ascension Day"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-06-02,2012-05-17,2013-05-09,2015-05-14,2016-05-05,2018-05-10,2019-05-30,2021-05-13,2022-05-26,2023-05-18,2024-05-09,2026-05-14,2027-05-06,2028-05-25,2029-05-10,2030-05-30,2031-05-22,2032-05-06,2033-05-26,2034-05-18,2035-05-03}'),
    ('{"uk":"п’ятниця після Вознесіння","pl":"piątek po Wniebowstąpieniu","en":"Friday after Ascension Day"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-06-03,2012-05-18,2013-05-10,2015-05-15,2016-05-06,2018-05-11,2019-05-31,2021-05-14,2022-05-27,2023-05-19,2024-05-10,2026-05-15,2027-05-07,2028-05-26,2029-05-11,2030-05-31,2031-05-23,2032-05-07,2033-05-27,2034-05-19,2035-05-04}'),
    ('{"uk":"понеділок після П’ятдесятниці","pl":"Poniedziałek Zielonych Świąt","en":"Whit Monday"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-06-13,2012-05-28,2013-05-20,2015-05-25,2016-05-16,2018-05-21,2019-06-10,2021-05-24,2022-06-06,2023-05-29,2024-05-20,2026-05-25,2027-05-17,2028-06-05,2029-05-21,2030-06-10,2031-06-02,2032-05-17,2033-06-06,2034-05-29,2035-05-14}'),
    ('{"uk":"національне свято Бельгії","pl":"święto narodowe Belgii","en":"Belgian National Day"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-07-21,2015-07-21,2016-07-21,2021-07-21,2022-07-21,2023-07-21,2026-07-21,2027-07-21,2028-07-21,2031-07-21,2032-07-21,2033-07-21,2034-07-21}'),
    ('{"uk":"Внебовзяття","pl":"Wniebowzięcie","en":"Assumption"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-08-15,2012-08-15,2013-08-15,2016-08-15,2018-08-15,2019-08-15,2022-08-15,2023-08-15,2024-08-15,2028-08-15,2029-08-15,2030-08-15,2031-08-15,2033-08-15,2034-08-15,2035-08-15}'),
    ('{"uk":"День усіх святих","pl":"Wszystkich Świętych","en":"All Saints’ Day"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-11-01,2012-11-01,2013-11-01,2016-11-01,2018-11-01,2019-11-01,2021-11-01,2022-11-01,2023-11-01,2024-11-01,2027-11-01,2028-11-01,2029-11-01,2030-11-01,2032-11-01,2033-11-01,2034-11-01,2035-11-01}'),
    ('{"uk":"День усіх померлих","pl":"Dzień Zaduszny","en":"All Souls’ Day"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-11-02,2012-11-02,2015-11-02,2016-11-02,2018-11-02,2021-11-02,2022-11-02,2023-11-02,2026-11-02,2027-11-02,2028-11-02,2029-11-02,2032-11-02,2033-11-02,2034-11-02,2035-11-02}'),
    ('{"uk":"кінець року","pl":"dni na koniec roku","en":"end-of-year days"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2011-12-26,2011-12-27,2011-12-28,2011-12-29,2011-12-30,2012-12-24,2012-12-25,2012-12-26,2012-12-27,2012-12-28,2012-12-31,2013-12-24,2013-12-25,2013-12-26,2013-12-27,2013-12-30,2013-12-31,2015-12-24,2015-12-25,2015-12-28,2015-12-29,2015-12-30,2015-12-31,2016-12-26,2016-12-27,2016-12-28,2016-12-29,2016-12-30,2018-12-24,2018-12-25,2018-12-26,2018-12-27,2018-12-28,2018-12-31,2019-12-24,2019-12-25,2019-12-26,2019-12-27,2019-12-30,2019-12-31,2021-12-24,2021-12-27,2021-12-28,2021-12-29,2021-12-30,2021-12-31,2022-12-26,2022-12-27,2022-12-28,2022-12-29,2022-12-30,2023-12-25,2023-12-26,2023-12-27,2023-12-28,2023-12-29,2024-12-24,2024-12-25,2024-12-26,2024-12-27,2024-12-30,2024-12-31,2026-12-24,2026-12-25,2026-12-28,2026-12-29,2026-12-30,2026-12-31,2027-12-24,2027-12-27,2027-12-28,2027-12-29,2027-12-30,2027-12-31,2028-12-25,2028-12-26,2028-12-27,2028-12-28,2028-12-29,2029-12-24,2029-12-25,2029-12-26,2029-12-27,2029-12-28,2029-12-31,2030-12-24,2030-12-25,2030-12-26,2030-12-27,2030-12-30,2030-12-31,2031-12-24,2031-12-25,2031-12-26,2031-12-29,2031-12-30,2031-12-31,2032-12-24,2032-12-27,2032-12-28,2032-12-29,2032-12-30,2032-12-31,2033-12-26,2033-12-27,2033-12-28,2033-12-29,2033-12-30,2034-12-25,2034-12-26,2034-12-27,2034-12-28,2034-12-29,2035-12-24,2035-12-25,2035-12-26,2035-12-27,2035-12-28,2035-12-31}'),
    ('{"uk":"день після Нового року","pl":"dzień po Nowym Roku","en":"day after New Year’s Day"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2012-01-02,2013-01-02,2015-01-02,2018-01-02,2019-01-02,2023-01-02,2024-01-02,2026-01-02,2029-01-02,2030-01-02,2031-01-02,2032-01-02,2034-01-02,2035-01-02}'),
    ('{"uk":"Свято праці","pl":"Święto Pracy","en":"Labour Day"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2012-05-01,2013-05-01,2015-05-01,2018-05-01,2019-05-01,2023-05-01,2024-05-01,2026-05-01,2028-05-01,2029-05-01,2030-05-01,2031-05-01,2034-05-01,2035-05-01}'),
    ('{"uk":"Новий рік","pl":"Nowy Rok","en":"New Year’s Day"}', false, 'European Commission, yearly list: after its pattern', 'from_memory', '2011-01-01', null,
      '{2013-01-01,2015-01-01,2016-01-01,2018-01-01,2019-01-01,2021-01-01,2024-01-01,2026-01-01,2027-01-01,2029-01-01,2030-01-01,2031-01-01,2032-01-01,2035-01-01}'),
    ('{"uk":"Новий рік","pl":"Nowy Rok","en":"New Year’s Day"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-01-01}'),
    ('{"uk":"день після Нового року","pl":"dzień po Nowym Roku","en":"day after New Year’s Day"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-01-02}'),
    ('{"uk":"Чистий четвер","pl":"Wielki Czwartek","en":"Maundy Thursday"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-04-17}'),
    ('{"uk":"Страсна п’ятниця","pl":"Wielki Piątek","en":"Good Friday"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-04-18}'),
    ('{"uk":"Великодній понеділок","pl":"Poniedziałek Wielkanocny","en":"Easter Monday"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-04-21}'),
    ('{"uk":"Свято праці","pl":"Święto Pracy","en":"Labour Day"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-05-01}'),
    ('{"uk":"День Європи","pl":"Dzień Europy","en":"Europe Day"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-05-09}'),
    ('{"uk":"Вознесіння","pl":"Wniebowstąpienie","en":"Ascension Day"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-05-29}'),
    ('{"uk":"п’ятниця після Вознесіння","pl":"piątek po Wniebowstąpieniu","en":"Friday after Ascension Day"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-05-30}'),
    ('{"uk":"понеділок після П’ятдесятниці","pl":"Poniedziałek Zielonych Świąt","en":"Whit Monday"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-06-09}'),
    ('{"uk":"національне свято Бельгії","pl":"święto narodowe Belgii","en":"Belgian National Day"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-07-21}'),
    ('{"uk":"Внебовзяття","pl":"Wniebowzięcie","en":"Assumption"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-08-15}'),
    ('{"uk":"кінець року","pl":"dni na koniec roku","en":"end-of-year days"}', false, 'OJ C 39, 12.2.2013, p. 26', 'text_seen', '2011-01-01', null,
      '{2014-12-24,2014-12-25,2014-12-26,2014-12-29,2014-12-30,2014-12-31}'),
    ('{"uk":"день після Нового року","pl":"dzień po Nowym Roku","en":"day after New Year’s Day"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-01-02}'),
    ('{"uk":"Чистий четвер","pl":"Wielki Czwartek","en":"Maundy Thursday"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-04-13}'),
    ('{"uk":"Страсна п’ятниця","pl":"Wielki Piątek","en":"Good Friday"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-04-14}'),
    ('{"uk":"Великодній понеділок","pl":"Poniedziałek Wielkanocny","en":"Easter Monday"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-04-17}'),
    ('{"uk":"Свято праці","pl":"Święto Pracy","en":"Labour Day"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-05-01}'),
    ('{"uk":"День Європи","pl":"Dzień Europy","en":"Europe Day"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-05-09}'),
    ('{"uk":"Вознесіння","pl":"Wniebowstąpienie","en":"Ascension Day"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-05-25}'),
    ('{"uk":"п’ятниця після Вознесіння","pl":"piątek po Wniebowstąpieniu","en":"Friday after Ascension Day"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-05-26}'),
    ('{"uk":"понеділок після П’ятдесятниці","pl":"Poniedziałek Zielonych Świąt","en":"Whit Monday"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-06-05}'),
    ('{"uk":"національне свято Бельгії","pl":"święto narodowe Belgii","en":"Belgian National Day"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-07-21}'),
    ('{"uk":"Внебовзяття","pl":"Wniebowzięcie","en":"Assumption"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-08-15}'),
    ('{"uk":"День усіх святих","pl":"Wszystkich Świętych","en":"All Saints’ Day"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-11-01}'),
    ('{"uk":"День усіх померлих","pl":"Dzień Zaduszny","en":"All Souls’ Day"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-11-02}'),
    ('{"uk":"кінець року","pl":"dni na koniec roku","en":"end-of-year days"}', false, 'European Commission, public holidays 2017', 'text_seen', '2011-01-01', null,
      '{2017-12-25,2017-12-26,2017-12-27,2017-12-28,2017-12-29}'),
    ('{"uk":"Новий рік","pl":"Nowy Rok","en":"New Year’s Day"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-01-01}'),
    ('{"uk":"день після Нового року","pl":"dzień po Nowym Roku","en":"day after New Year’s Day"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-01-02}'),
    ('{"uk":"Чистий четвер","pl":"Wielki Czwartek","en":"Maundy Thursday"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-04-09}'),
    ('{"uk":"Страсна п’ятниця","pl":"Wielki Piątek","en":"Good Friday"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-04-10}'),
    ('{"uk":"Великодній понеділок","pl":"Poniedziałek Wielkanocny","en":"Easter Monday"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-04-13}'),
    ('{"uk":"Свято праці","pl":"Święto Pracy","en":"Labour Day"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-05-01}'),
    ('{"uk":"Вознесіння","pl":"Wniebowstąpienie","en":"Ascension Day"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-05-21}'),
    ('{"uk":"п’ятниця після Вознесіння","pl":"piątek po Wniebowstąpieniu","en":"Friday after Ascension Day"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-05-22}'),
    ('{"uk":"понеділок після П’ятдесятниці","pl":"Poniedziałek Zielonych Świąt","en":"Whit Monday"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-06-01}'),
    ('{"uk":"національне свято Бельгії","pl":"święto narodowe Belgii","en":"Belgian National Day"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-07-21}'),
    ('{"uk":"День усіх померлих","pl":"Dzień Zaduszny","en":"All Souls’ Day"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-11-02}'),
    ('{"uk":"кінець року","pl":"dni na koniec roku","en":"end-of-year days"}', false, 'European Commission, public holidays 2020', 'text_seen', '2011-01-01', null,
      '{2020-12-24,2020-12-25,2020-12-28,2020-12-29,2020-12-30,2020-12-31}'),
    ('{"uk":"Новий рік","pl":"Nowy Rok","en":"New Year’s Day"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-01-01}'),
    ('{"uk":"день після Нового року","pl":"dzień po Nowym Roku","en":"day after New Year’s Day"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-01-02}'),
    ('{"uk":"Чистий четвер","pl":"Wielki Czwartek","en":"Maundy Thursday"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-04-17}'),
    ('{"uk":"Страсна п’ятниця","pl":"Wielki Piątek","en":"Good Friday"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-04-18}'),
    ('{"uk":"Великодній понеділок","pl":"Poniedziałek Wielkanocny","en":"Easter Monday"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-04-21}'),
    ('{"uk":"Свято праці","pl":"Święto Pracy","en":"Labour Day"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-05-01}'),
    ('{"uk":"День Європи","pl":"Dzień Europy","en":"Europe Day"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-05-09}'),
    ('{"uk":"Вознесіння","pl":"Wniebowstąpienie","en":"Ascension Day"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-05-29}'),
    ('{"uk":"п’ятниця після Вознесіння","pl":"piątek po Wniebowstąpieniu","en":"Friday after Ascension Day"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-05-30}'),
    ('{"uk":"понеділок після П’ятдесятниці","pl":"Poniedziałek Zielonych Świąt","en":"Whit Monday"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-06-09}'),
    ('{"uk":"національне свято Бельгії","pl":"święto narodowe Belgii","en":"Belgian National Day"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-07-21}'),
    ('{"uk":"Внебовзяття","pl":"Wniebowzięcie","en":"Assumption"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-08-15}'),
    ('{"uk":"кінець року","pl":"dni na koniec roku","en":"end-of-year days"}', false, 'European Commission, public holidays 2025', 'text_seen', '2011-01-01', null,
      '{2025-12-24,2025-12-25,2025-12-26,2025-12-29,2025-12-30,2025-12-31}')
  ) k (name, working, source, confidence, valid_from, valid_to, days), unnest(k.days::text[]) d;
