-- What happened to people, as far as it may stand in the open: codes, a region and a month. What was told, by whom, where
-- exactly and on which day is sealed elsewhere. A row here must never be enough to find a person.

create schema monitoring;
revoke all on schema monitoring from public;
grant usage on schema monitoring to parasol_request;

-- Words -----------------------------------------------------------------------------------------------------------------

create table monitoring.lists (
  list text primary key check (list ~ '^[a-z_]+$'),
  source text not null,
  extendable boolean not null,
  valid_from date not null
);
comment on column monitoring.lists.source is 'where the list comes from: a number of a thesaurus, a standard, or the house';
comment on column monitoring.lists.extendable is 'whether a coalition may add words of its own';

create table monitoring.shipped_terms (
  list text not null references monitoring.lists (list),
  code text not null check (code ~ '^[A-Za-z0-9?][A-Za-z0-9._+-]*$' and code !~ '^OWN-'),
  ordinal integer not null,
  parent text,
  layer text check (layer in ('C', 'S', 'D')),
  odihr text check (odihr in ('violent', 'threats', 'property')),
  label jsonb not null check (label ?& array['uk', 'pl', 'en']),
  definition jsonb not null check (definition ?& array['uk', 'pl', 'en']),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  primary key (list, code),
  foreign key (list, parent) references monitoring.shipped_terms (list, code)
);
comment on column monitoring.shipped_terms.odihr is 'group of offences in ODIHR''s reporting; none for what it does not count';

create table monitoring.own_terms (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  list text not null references monitoring.lists (list),
  code text not null check (code ~ '^OWN-[A-Z0-9][A-Z0-9-]{0,23}$'),
  parent text,
  layer text check (layer in ('C', 'S', 'D')),
  odihr text check (odihr in ('violent', 'threats', 'property')),
  label jsonb not null check (jsonb_typeof(label) = 'object' and label <> '{}'),
  definition jsonb not null check (jsonb_typeof(definition) = 'object' and definition <> '{}'),
  valid_from date not null default current_date,
  valid_until date check (valid_until >= valid_from),
  used_at timestamptz,
  added_at timestamptz not null default now(),
  primary key (umbrella_id, list, code),
  check ((list = 'types') = (layer is not null)),
  check (odihr is null or layer = 'C')
);
comment on column monitoring.own_terms.used_at is 'when the first incident was coded with it: from then on it stays as it is';

-- A number counted last year must mean today what it meant then. A word that became wrong ends, and a new one begins.
create function monitoring.keep_shipped_term() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.valid_until is null and new.valid_until is not null
      and (to_jsonb(new) - 'valid_until') = (to_jsonb(old) - 'valid_until') then
    return new;
  end if;
  raise exception 'a shipped term is not changed or deleted; its validity may end' using errcode = 'restrict_violation';
end $$;
create trigger shipped_terms_stay before update or delete on monitoring.shipped_terms
  for each row execute function monitoring.keep_shipped_term();
create trigger lists_stay before update or delete on monitoring.lists
  for each row execute function platform.refuse_change();

create function monitoring.keep_own_term() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' or tg_op = 'UPDATE' and old.used_at is null then
    if not (select l.extendable from monitoring.lists l where l.list = new.list) then
      raise exception 'this list takes no words of a coalition' using errcode = 'restrict_violation', constraint = 'list_is_closed';
    end if;
    if new.parent is not null and not exists (
        select 1 from monitoring.shipped_terms s where s.list = new.list and s.code = new.parent
        union all
        select 1 from monitoring.own_terms o
        where o.umbrella_id = new.umbrella_id and o.list = new.list and o.code = new.parent and o.code <> new.code) then
      raise exception 'no such term to stand under' using errcode = 'restrict_violation', constraint = 'parent_is_known';
    end if;
    if tg_op = 'UPDATE' and (new.umbrella_id, new.list, new.code) is distinct from (old.umbrella_id, old.list, old.code) then
      raise exception 'a code stays what it is' using errcode = 'restrict_violation', constraint = 'used_term_stays';
    end if;
    return new;
  end if;
  if old.used_at is null then return old; end if;
  if tg_op = 'UPDATE' and old.valid_until is null and new.valid_until >= current_date
      and (to_jsonb(new) - 'valid_until') = (to_jsonb(old) - 'valid_until') then
    return new;
  end if;
  raise exception 'a used term is not changed or deleted; its validity may end'
    using errcode = 'restrict_violation', constraint = 'used_term_stays';
end $$;
create trigger own_terms_stay before insert or update or delete on monitoring.own_terms
  for each row execute function monitoring.keep_own_term();

create function monitoring.is_monitor() returns boolean
  language sql stable
  return exists (select 1 from people.roles r where r.umbrella_id = platform.current_umbrella()
    and r.person_id = platform.current_account() and r.role = 'monitor' and r.valid_until is null);

alter table monitoring.lists enable row level security;
create policy lists_are_public on monitoring.lists for select using (true);
grant select on monitoring.lists to parasol_request;
alter table monitoring.shipped_terms enable row level security;
create policy shipped_terms_are_public on monitoring.shipped_terms for select using (true);
grant select on monitoring.shipped_terms to parasol_request;

alter table monitoring.own_terms enable row level security;
create policy own_terms_are_public on monitoring.own_terms for select
  using (umbrella_id = (select platform.current_umbrella()));
create policy own_terms_by_monitors on monitoring.own_terms
  using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()))
  with check (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()));
grant select, insert, delete, update (parent, layer, odihr, label, definition, valid_from, valid_until)
  on monitoring.own_terms to parasol_request;

-- What a monitor may choose from in the umbrella of the transaction.
create view monitoring.terms with (security_invoker = true) as
  select s.list, s.code, s.ordinal, s.parent, s.layer, s.odihr, s.label, s.definition, s.valid_from, s.valid_until, false as own
  from monitoring.shipped_terms s
  union all
  select o.list, o.code, 10000 + row_number() over (partition by o.list order by o.added_at, o.code)::integer, o.parent,
    o.layer, o.odihr, o.label, o.definition, o.valid_from, o.valid_until, true
  from monitoring.own_terms o where o.umbrella_id = platform.current_umbrella();
grant select on monitoring.terms to parasol_request;

-- Incidents -------------------------------------------------------------------------------------------------------------

-- The statistical shadow of what happened: day, town and every word of it are sealed.
create table monitoring.incidents (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  code text not null check (code ~ '^[0-9a-hjkmnp-tv-z]{10}$'),
  region text check (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
  month date check (extract(day from month) = 1),
  month_until date check (extract(day from month_until) = 1),
  precision text not null default 'exact',
  layer text,
  bias text,
  biases text[] not null default '{}',
  types text[] not null default '{}',
  targets text[] not null default '{}',
  target_groups text[] not null default '{}',
  perpetrators text[] not null default '{}',
  perpetrator_number text,
  involvement text[] not null default '{}',
  location text,
  bias_indicators text[] not null default '{}',
  certainty text,
  laws text[] not null default '{}',
  severity text,
  priority text,
  verification text not null default 'V0',
  duplicate_of uuid,
  odihr_eligible boolean not null default false,
  responses text[] not null default '{}',
  contributor_id uuid,
  cluster_id uuid,
  record_id uuid,
  recorded_on date not null default current_date,
  released_in uuid,
  primary key (umbrella_id, id),
  unique (umbrella_id, code),
  foreign key (umbrella_id, duplicate_of) references monitoring.incidents (umbrella_id, id),
  foreign key (umbrella_id, contributor_id) references network.memberships (umbrella_id, id),
  check ((bias is null) = (cardinality(biases) = 0)),
  check (bias is null or bias = any (biases)),
  check ((month_until is not null) <= (precision = 'range')),
  check (month_until >= month),
  check (precision <> 'half_year' or extract(month from month) in (1, 7)),
  check ((verification = 'VD') = (duplicate_of is not null)),
  check (duplicate_of <> id)
);
comment on column monitoring.incidents.code is 'random: a counter would tell how many there are';
comment on column monitoring.incidents.month is 'the first day stands for the month; the day itself is sealed';
comment on column monitoring.incidents.certainty is 'how sure the bias is, graded apart from the facts';
comment on column monitoring.incidents.responses is 'what authorities did, each once; kept by a trigger on authority_responses';
comment on column monitoring.incidents.cluster_id is 'incidents of one family or organisation: they must not make up most of a published number';
comment on column monitoring.incidents.record_id is 'the sealed record';
comment on column monitoring.incidents.released_in is 'the release that counted it; none counts it again';
create index incidents_by_month on monitoring.incidents (umbrella_id, month desc, id);
create index incidents_by_verification on monitoring.incidents (umbrella_id, verification, month desc);
create index incidents_by_region on monitoring.incidents (umbrella_id, region, month desc);
create index incidents_by_bias on monitoring.incidents (umbrella_id, bias, month desc);
create index incidents_unreleased on monitoring.incidents (umbrella_id, recorded_on) where released_in is null;
create index incidents_doubled on monitoring.incidents (umbrella_id, duplicate_of) where duplicate_of is not null;

create table monitoring.sources (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  incident_id uuid not null,
  kind text not null,
  link text,
  origin_id uuid not null,
  reliability text,
  reliability_by uuid references people.people (id),
  credibility text,
  credibility_by uuid references people.people (id),
  authenticated boolean not null default false,
  hash bytea check (length(hash) = 32),
  record_id uuid,
  added_on date not null default current_date,
  withdrawn_on date,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, incident_id) references monitoring.incidents (umbrella_id, id),
  check ((reliability is null) = (reliability_by is null)),
  check ((credibility is null) = (credibility_by is null))
);
comment on column monitoring.sources.origin_id is 'whoever said it first: sources that repeat one origin share it and count once';
comment on column monitoring.sources.hash is 'SHA-256 of what was archived at intake';
create index sources_of_incident on monitoring.sources (umbrella_id, incident_id);

-- The day of a police report is mostly the day after: the month is enough here.
create table monitoring.authority_responses (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  incident_id uuid not null,
  response text not null,
  month date not null check (extract(day from month) = 1),
  action text,
  law text,
  record_id uuid,
  added_by uuid references people.people (id),
  struck_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, incident_id) references monitoring.incidents (umbrella_id, id)
);
comment on column monitoring.authority_responses.struck_at is 'recorded by mistake: it stays readable and counts no more';
create index responses_of_incident on monitoring.authority_responses (umbrella_id, incident_id);

create table monitoring.codings (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  incident_id uuid not null,
  coder_id uuid not null references people.people (id),
  blind boolean not null default false,
  codes jsonb not null default '{}' check (jsonb_typeof(codes) = 'object'),
  started_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (umbrella_id, id),
  constraint one_coding_each unique (umbrella_id, incident_id, coder_id),
  foreign key (umbrella_id, incident_id) references monitoring.incidents (umbrella_id, id)
);
comment on column monitoring.codings.blind is 'nobody''s codes stood on the incident when it began; written by the database';

-- Every code that stands on an incident, with its list.
create function monitoring.codes_of(i monitoring.incidents) returns table (list text, code text)
  language sql stable
begin atomic
  select 'layers', i.layer where i.layer is not null
  union select 'bias', unnest(i.biases)
  union select 'types', unnest(i.types)
  union select 'targets', unnest(i.targets)
  union select 'target_groups', unnest(i.target_groups)
  union select 'perpetrators', unnest(i.perpetrators)
  union select 'perpetrator_numbers', i.perpetrator_number where i.perpetrator_number is not null
  union select 'involvement', unnest(i.involvement)
  union select 'locations', i.location where i.location is not null
  union select 'bias_indicators', unnest(i.bias_indicators)
  union select 'certainty', i.certainty where i.certainty is not null
  union select 'laws', unnest(i.laws)
  union select 'severity', i.severity where i.severity is not null
  union select 'priority', i.priority where i.priority is not null
  union select 'verification', i.verification
  union select 'date_precisions', i.precision;
end;

create function monitoring.is_term(which text, sought text) returns boolean
  language sql stable
  return exists (select 1 from monitoring.shipped_terms s where s.list = which and s.code = sought
      and s.valid_from <= current_date and (s.valid_until is null or s.valid_until > current_date))
    or exists (select 1 from monitoring.own_terms o where o.umbrella_id = platform.current_umbrella() and o.list = which
      and o.code = sought and o.valid_from <= current_date and (o.valid_until is null or o.valid_until > current_date));

-- Codes are checked, and words of the coalition become used: from then on they stay as they are.
create function monitoring.use_term(which text, chosen text) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not monitoring.is_term(which, chosen) then
    raise exception '% has no term % today', which, chosen using errcode = 'foreign_key_violation', constraint = 'term_is_known';
  end if;
  if chosen like 'OWN-%' then
    update monitoring.own_terms o set used_at = now()
      where o.umbrella_id = platform.current_umbrella() and o.list = which and o.code = chosen and o.used_at is null;
  end if;
end $$;
comment on function monitoring.use_term is 'reviewed: marks a word of the transaction''s umbrella as used; tells only whether it is there, which is public';
revoke execute on function monitoring.use_term from public;
grant execute on function monitoring.use_term to parasol_request;

-- Sources that speak for an incident, those of its duplicates among them, when both grades were given.
create function monitoring.assessed_sources(incident uuid) returns setof monitoring.sources
  language sql stable
begin atomic
  select s.* from monitoring.sources s
  where s.umbrella_id = platform.current_umbrella() and s.withdrawn_on is null
    and s.reliability in ('A', 'B', 'C', 'D', 'F') and s.credibility in ('1', '2', '3', '4', '6')
    and (s.incident_id = incident or s.incident_id in (
      select d.id from monitoring.incidents d where d.umbrella_id = platform.current_umbrella() and d.duplicate_of = incident));
end;

-- The verification standard as a checklist: what an incident still lacks for a level; empty when it may be given.
create function monitoring.lacks(i monitoring.incidents, level text) returns text[]
  language sql stable
  return case when level not in ('V1', 'V2', 'V3', 'V4') then '{}'::text[] else array_remove(array[
    case when i.month is null then 'when' end,
    case when i.region is null and i.location is distinct from 'ONL' then 'where' end,
    case when cardinality(i.types) = 0 then 'act' end,
    case when i.bias is null or cardinality(i.bias_indicators) = 0 then 'why_bias' end,
    case when level = 'V2' and not exists (
      select 1 from monitoring.assessed_sources(i.id) s where s.kind = 'direct') then 'direct_source' end,
    case when level = 'V3' and not (
      (select count(distinct s.origin_id) >= 2 from monitoring.assessed_sources(i.id) s where s.kind <> 'relayed')
      or exists (select 1 from monitoring.assessed_sources(i.id) s where s.kind = 'direct')
        and exists (select 1 from monitoring.assessed_sources(i.id) s where s.kind in ('document', 'media', 'official')))
      then 'independent_sources' end,
    case when level = 'V4' and not exists (
      select 1 from monitoring.assessed_sources(i.id) s where s.kind = 'official' or s.authenticated) then 'finding' end,
    case when level = 'V4' and 2 > (select count(*) from monitoring.codings c where c.umbrella_id = i.umbrella_id
      and c.incident_id = i.id and c.blind and c.done_at is not null) then 'second_coder' end
  ], null) end;

create function monitoring.guard_incident() returns trigger language plpgsql set search_path = '' as $$
declare
  chosen record;
  missing text[];
begin
  if tg_op = 'UPDATE' then
    if (new.umbrella_id, new.id, new.code, new.recorded_on) is distinct from (old.umbrella_id, old.id, old.code, old.recorded_on)
        or old.released_in is not null and new.released_in is distinct from old.released_in then
      raise exception 'what an incident is called and where it was counted stays' using errcode = 'restrict_violation';
    end if;
    if monitoring.is_being_coded(new.id) and (to_jsonb(new) - '{verification,duplicate_of,responses,released_in,record_id,odihr_eligible,priority}'::text[])
        <> (to_jsonb(old) - '{verification,duplicate_of,responses,released_in,record_id,odihr_eligible,priority}'::text[]) then
      raise exception 'while somebody codes this incident its codes stay'
        using errcode = 'restrict_violation', constraint = 'being_coded';
    end if;
    for chosen in select * from monitoring.codes_of(new) except select * from monitoring.codes_of(old) loop
      perform monitoring.use_term(chosen.list, chosen.code);
    end loop;
  else
    for chosen in select * from monitoring.codes_of(new) loop
      perform monitoring.use_term(chosen.list, chosen.code);
    end loop;
  end if;
  if new.duplicate_of is not null and exists (select 1 from monitoring.incidents i where i.umbrella_id = new.umbrella_id
      and (i.id = new.duplicate_of and i.duplicate_of is not null or i.duplicate_of = new.id)) then
    raise exception 'a duplicate is of an incident that is none itself'
      using errcode = 'restrict_violation', constraint = 'duplicate_of_original';
  end if;
  new.odihr_eligible := coalesce(new.layer = 'C' and new.bias <> 'UNK', false) and (
    exists (select 1 from monitoring.shipped_terms t where t.list = 'types' and t.code = any (new.types) and t.odihr is not null)
    or exists (select 1 from monitoring.own_terms t
      where t.umbrella_id = new.umbrella_id and t.list = 'types' and t.code = any (new.types) and t.odihr is not null));
  missing := monitoring.lacks(new, new.verification);
  if cardinality(missing) > 0 then
    raise exception '% asks for more: %', new.verification, array_to_string(missing, ', ')
      using errcode = 'restrict_violation', constraint = 'verification_standard', detail = array_to_string(missing, ',');
  end if;
  return new;
end $$;

-- A source that is withdrawn or graded down must not leave a level standing without its reason.
create function monitoring.guard_source() returns trigger language plpgsql set search_path = '' as $$
declare held monitoring.incidents;
begin
  if tg_op = 'DELETE' or tg_op = 'UPDATE' and (
      (new.umbrella_id, new.id, new.incident_id, new.hash) is distinct from (old.umbrella_id, old.id, old.incident_id, old.hash)
      or old.withdrawn_on is not null) then
    raise exception 'a source stays where it was given; it may be withdrawn' using errcode = 'restrict_violation';
  end if;
  perform monitoring.use_term('source_kinds', new.kind);
  if new.link is not null then perform monitoring.use_term('source_links', new.link); end if;
  if new.reliability is not null then perform monitoring.use_term('reliability', new.reliability); end if;
  if new.credibility is not null then perform monitoring.use_term('credibility', new.credibility); end if;
  return new;
end $$;
create trigger sources_guarded before insert or update or delete on monitoring.sources
  for each row execute function monitoring.guard_source();

create function monitoring.keep_standard() returns trigger language plpgsql set search_path = '' as $$
declare held monitoring.incidents;
begin
  for held in select i.* from monitoring.incidents i where i.umbrella_id = new.umbrella_id and (i.id = new.incident_id
      or i.id = (select d.duplicate_of from monitoring.incidents d where d.umbrella_id = new.umbrella_id and d.id = new.incident_id)) loop
    if cardinality(monitoring.lacks(held, held.verification)) > 0 then
      raise exception 'incident % stands at % because of this source: lower it first', held.code, held.verification
        using errcode = 'restrict_violation', constraint = 'verification_standard';
    end if;
  end loop;
  return null;
end $$;
create trigger sources_hold_the_standard after update on monitoring.sources
  for each row execute function monitoring.keep_standard();

-- Blind coding ----------------------------------------------------------------------------------------------------------

create function monitoring.is_being_coded(incident uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select 1 from monitoring.codings c where c.umbrella_id = platform.current_umbrella()
    and c.incident_id = incident and c.done_at is null);
comment on function monitoring.is_being_coded is 'reviewed: tells that somebody codes, not who and not what';
revoke execute on function monitoring.is_being_coded from public;
grant execute on function monitoring.is_being_coded to parasol_request;

create function monitoring.both_coded(incident uuid) returns boolean
  language sql stable security definer set search_path = ''
  return 2 <= (select count(*) from monitoring.codings c where c.umbrella_id = platform.current_umbrella()
    and c.incident_id = incident and c.done_at is not null);
comment on function monitoring.both_coded is 'reviewed: tells that both have finished, which opens their codings to each other';
revoke execute on function monitoring.both_coded from public;
grant execute on function monitoring.both_coded to parasol_request;

create trigger incidents_guarded before insert or update on monitoring.incidents
  for each row execute function monitoring.guard_incident();

create function monitoring.guard_coding() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare
  incident monitoring.incidents;
  held integer;
begin
  if tg_op = 'UPDATE' then
    if old.done_at is null and new.coder_id = platform.current_account() and (new.done_at is null or new.done_at = now())
        and (to_jsonb(new) - 'codes' - 'done_at') = (to_jsonb(old) - 'codes' - 'done_at') then
      return new;
    end if;
    raise exception 'a coding is its coder''s, and stays when it is done' using errcode = 'restrict_violation';
  end if;
  -- Two who begin at once take turns; the third is told.
  select * into incident from monitoring.incidents i
    where i.umbrella_id = new.umbrella_id and i.id = new.incident_id for update;
  select count(*) into held from monitoring.codings c
    where c.umbrella_id = new.umbrella_id and c.incident_id = new.incident_id;
  if held >= 2 then
    raise exception 'two people code an incident' using errcode = 'restrict_violation', constraint = 'two_coders';
  end if;
  if new.done_at is not null or new.coder_id is distinct from platform.current_account() then
    raise exception 'a coding begins open, in the coder''s own name' using errcode = 'restrict_violation';
  end if;
  new.blind := incident.bias is null and incident.layer is null and cardinality(incident.types) = 0;
  return new;
end $$;
comment on function monitoring.guard_coding is 'reviewed: a trigger; counts codings that the coder may not read, and tells only that there are two';
revoke execute on function monitoring.guard_coding from public;
create trigger codings_guarded before insert or update on monitoring.codings
  for each row execute function monitoring.guard_coding();
-- Who cannot finish gives it back, or nobody could go on with the incident.
create function monitoring.keep_coding() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.done_at is null then return old; end if;
  raise exception 'a coding is its coder''s, and stays when it is done' using errcode = 'restrict_violation';
end $$;
create trigger codings_stay before delete on monitoring.codings
  for each row execute function monitoring.keep_coding();

-- Responses of authorities ----------------------------------------------------------------------------------------------

create function monitoring.guard_response() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    perform monitoring.use_term('responses', new.response);
    if new.action is not null then perform monitoring.use_term('actions', new.action); end if;
    if new.law is not null then perform monitoring.use_term('laws', new.law); end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and old.struck_at is null and new.struck_at = now()
      and (to_jsonb(new) - 'struck_at') = (to_jsonb(old) - 'struck_at') then
    return new;
  end if;
  raise exception 'what an authority did stays recorded; a mistake is struck out' using errcode = 'restrict_violation';
end $$;
create trigger responses_guarded before insert or update or delete on monitoring.authority_responses
  for each row execute function monitoring.guard_response();

create function monitoring.note_response() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update monitoring.incidents i set responses = (
      select coalesce(array_agg(distinct r.response order by r.response), '{}') from monitoring.authority_responses r
      where r.umbrella_id = new.umbrella_id and r.incident_id = new.incident_id and r.struck_at is null)
    where i.umbrella_id = new.umbrella_id and i.id = new.incident_id;
  return null;
end $$;
comment on function monitoring.note_response is 'reviewed: a trigger; writes the kinds of responses of one incident beside its codes';
revoke execute on function monitoring.note_response from public;
create trigger responses_noted after insert or update on monitoring.authority_responses
  for each row execute function monitoring.note_response();

-- Tallies ---------------------------------------------------------------------------------------------------------------

-- One row for each number of the fixed tables: pages read these and never count incidents. Their number grows with months,
-- regions and codes, not with incidents. A row says nothing that may be published as it is: see releases.
create table monitoring.tallies (
  umbrella_id uuid not null references platform.umbrellas (id),
  dimension text not null check (dimension in ('time', 'time_rough', 'region', 'type', 'bias', 'target_group', 'response',
    'bias_region', 'group_region')),
  period date not null,
  code text not null,
  region text not null default '',
  received integer not null default 0,
  assessed integer not null default 0,
  verified integer not null default 0,
  primary key (umbrella_id, dimension, period, code, region)
);
comment on column monitoring.tallies.period is 'first day of the month; of the quarter where bias or group meets region; where nothing better is known, of the time in which it lies';
comment on column monitoring.tallies.received is 'V0, V1 and VU';
comment on column monitoring.tallies.assessed is 'V2';
comment on column monitoring.tallies.verified is 'V3 and V4';

-- Of single columns: rows of a statement as a whole have no type here.
create function monitoring.tallied(precision_ text, month date, month_until date, in_region text, bias text, types text[],
    target_groups text[], responses text[])
  returns table (dimension text, period date, code text, region text)
  language sql stable
begin atomic
  select case when $1 in ('exact', 'month') or $1 = 'range' and coalesce($3, $2) = $2 then 'time' else 'time_rough' end,
    $2, '', ''
  union all select 'region', $2, $4, '' where $4 is not null
  union all select 'type', $2, unnest($6), ''
  union all select 'bias', $2, $5, '' where $5 is not null
  union all select 'target_group', $2, unnest($7), ''
  union all select 'response', $2, unnest($8), ''
  union all select 'bias_region', date_trunc('quarter', $2)::date, $5, $4 where $5 is not null and $4 is not null
  union all select 'group_region', date_trunc('quarter', $2)::date, g, $4 from unnest($7) g where $4 is not null;
end;

-- Whole statements are counted at once, so that an import touches each number once; in the order of the key, so that two
-- who write at once never wait for each other in a circle.
create function monitoring.count_incidents() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  -- Which of the two tables there are depends on the statement, so its text does.
  execute format($count$
    insert into monitoring.tallies as kept (umbrella_id, dimension, period, code, region, received, assessed, verified)
    select c.umbrella_id, t.dimension, t.period, t.code, t.region, sum(c.sign * c.received), sum(c.sign * c.assessed),
      sum(c.sign * c.verified)
    from (select *, (verification in ('V0', 'V1', 'VU'))::integer as received, (verification = 'V2')::integer as assessed,
      (verification in ('V3', 'V4'))::integer as verified from (%s) rows) c
    cross join lateral monitoring.tallied(c.precision, c.month, c.month_until, c.region, c.bias, c.types, c.target_groups,
      c.responses) t
    where t.period is not null
    group by 1, 2, 3, 4, 5
    having sum(c.sign * c.received) <> 0 or sum(c.sign * c.assessed) <> 0 or sum(c.sign * c.verified) <> 0
    order by 1, 2, 3, 4, 5
    on conflict (umbrella_id, dimension, period, code, region) do update set
      received = kept.received + excluded.received, assessed = kept.assessed + excluded.assessed,
      verified = kept.verified + excluded.verified
  $count$, case tg_op
    when 'INSERT' then 'select 1 as sign, * from arrived'
    when 'DELETE' then 'select -1 as sign, * from gone'
    else 'select 1 as sign, * from arrived union all select -1, * from gone'
  end);
  return null;
end $$;
comment on function monitoring.count_incidents is 'reviewed: a trigger; adds to numbers that only monitors read';
revoke execute on function monitoring.count_incidents from public;
create trigger incidents_counted after insert on monitoring.incidents
  referencing new table as arrived for each statement execute function monitoring.count_incidents();
create trigger incidents_recounted after update on monitoring.incidents
  referencing old table as gone new table as arrived for each statement execute function monitoring.count_incidents();
create trigger incidents_uncounted after delete on monitoring.incidents
  referencing old table as gone for each statement execute function monitoring.count_incidents();

-- What the tallies should say, counted from the incidents themselves; for `recount` and for tests.
create function monitoring.recounted()
  returns table (dimension text, period date, code text, region text, received bigint, assessed bigint, verified bigint)
  language sql stable
begin atomic
  select t.dimension, t.period, t.code, t.region, count(*) filter (where i.verification in ('V0', 'V1', 'VU')),
    count(*) filter (where i.verification = 'V2'), count(*) filter (where i.verification in ('V3', 'V4'))
  from monitoring.incidents i cross join lateral monitoring.tallied(i.precision, i.month, i.month_until, i.region, i.bias, i.types,
    i.target_groups, i.responses) t
  where i.umbrella_id = platform.current_umbrella() and t.period is not null
    and i.verification in ('V0', 'V1', 'VU', 'V2', 'V3', 'V4')
  group by 1, 2, 3, 4;
end;

-- Releases --------------------------------------------------------------------------------------------------------------

-- What was published once stays as it was: two releases that differ by a few incidents would tell of those few. A later
-- release counts only incidents that none counted before.
create table monitoring.releases (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  number integer not null check (number > 0),
  recorded_until date not null,
  published_at timestamptz not null default now(),
  published_by uuid references people.people (id),
  primary key (umbrella_id, id),
  unique (umbrella_id, number),
  -- Nothing that was recorded in the last thirty days.
  check (recorded_until <= (published_at at time zone 'UTC')::date - 30)
);

create table monitoring.release_cells (
  umbrella_id uuid not null default platform.current_umbrella(),
  release_id uuid not null,
  standing text not null check (standing in ('assessed', 'verified')),
  dimension text not null,
  period text not null check (period ~ '^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$'),
  code text not null,
  region text not null default '',
  status text not null check (status in ('shown', 'rounded', 'suppressed')),
  value integer check (value >= 0),
  primary key (umbrella_id, release_id, standing, dimension, period, code, region),
  foreign key (umbrella_id, release_id) references monitoring.releases (umbrella_id, id),
  -- A suppressed number is nowhere, not even here: what is not stored is not leaked.
  check ((status = 'suppressed') = (value is null)),
  check (status <> 'rounded' or value % 5 = 0)
);

create function monitoring.guard_release() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.number <> 1 + coalesce((select max(r.number) from monitoring.releases r where r.umbrella_id = new.umbrella_id), 0)
      or new.recorded_until < (select max(r.recorded_until) from monitoring.releases r where r.umbrella_id = new.umbrella_id) then
    raise exception 'releases follow one another' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger releases_follow before insert on monitoring.releases
  for each row execute function monitoring.guard_release();
create function monitoring.close_release() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select 1 from monitoring.releases r
      where r.umbrella_id = new.umbrella_id and r.id = new.release_id and r.published_at = now()) then
    raise exception 'a release is published whole' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger release_cells_at_once before insert on monitoring.release_cells
  for each row execute function monitoring.close_release();
create trigger releases_stay before update or delete on monitoring.releases
  for each row execute function platform.refuse_change();
create trigger release_cells_stay before update or delete on monitoring.release_cells
  for each row execute function platform.refuse_change();
create trigger announce after insert on monitoring.releases
  for each row execute function platform.announce_change();
alter table monitoring.incidents add foreign key (umbrella_id, released_in) references monitoring.releases (umbrella_id, id);

-- Who reads and writes --------------------------------------------------------------------------------------------------

do $$
declare relation text;
begin
  foreach relation in array array['incidents', 'sources', 'authority_responses'] loop
    execute format('alter table monitoring.%I enable row level security', relation);
    execute format('create policy by_monitors on monitoring.%I
      using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()))
      with check (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()))', relation);
  end loop;
end $$;
grant select, insert (umbrella_id, id, code, region, month, month_until, precision, layer, bias, biases, types, targets, target_groups,
    perpetrators, perpetrator_number, involvement, location, bias_indicators, certainty, laws, severity, priority, verification,
    contributor_id, cluster_id, record_id),
  update (region, month, month_until, precision, layer, bias, biases, types, targets, target_groups, perpetrators,
    perpetrator_number, involvement, location, bias_indicators, certainty, laws, severity, priority, verification, duplicate_of,
    contributor_id, cluster_id, record_id, released_in)
  on monitoring.incidents to parasol_request;
grant select, insert, update (origin_id, reliability, reliability_by, credibility, credibility_by, authenticated, withdrawn_on)
  on monitoring.sources to parasol_request;
grant select, insert, update (struck_at) on monitoring.authority_responses to parasol_request;

-- Neither of two coders reads the other before both are done; then both, and every monitor, see where they differ.
alter table monitoring.codings enable row level security;
create policy own_or_finished on monitoring.codings for select using (
  umbrella_id = (select platform.current_umbrella())
  and (coder_id = (select platform.current_account())
    or (select monitoring.is_monitor()) and monitoring.both_coded(incident_id)));
create policy begun_by_coder on monitoring.codings for insert with check (
  umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor())
  and coder_id = (select platform.current_account()));
create policy kept_by_coder on monitoring.codings for update
  using (umbrella_id = (select platform.current_umbrella()) and coder_id = (select platform.current_account()))
  with check (umbrella_id = (select platform.current_umbrella()) and coder_id = (select platform.current_account()));
create policy given_back_by_coder on monitoring.codings for delete
  using (umbrella_id = (select platform.current_umbrella()) and coder_id = (select platform.current_account()));
grant select, insert (umbrella_id, id, incident_id, coder_id, codes), update (codes, done_at), delete
  on monitoring.codings to parasol_request;

alter table monitoring.tallies enable row level security;
create policy tallies_for_monitors on monitoring.tallies for select
  using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()));
grant select on monitoring.tallies to parasol_request;

do $$
declare relation text;
begin
  foreach relation in array array['releases', 'release_cells'] loop
    execute format('alter table monitoring.%I enable row level security', relation);
    execute format('create policy for_everybody on monitoring.%I for select
      using (umbrella_id = (select platform.current_umbrella()))', relation);
    execute format('create policy published_by_monitors on monitoring.%I for insert
      with check (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()))', relation);
  end loop;
end $$;
grant select, insert (umbrella_id, id, number, recorded_until, published_by) on monitoring.releases to parasol_request;
grant select, insert on monitoring.release_cells to parasol_request;

-- Words as they are shipped ---------------------------------------------------------------------------------------------

insert into monitoring.lists (list, source, extendable, valid_from) values
  ('layers', 'house; after ODIHR (hate crime is a criminal offence with a bias motivation; discrimination and speech alone are counted apart)', false, '2026-01-01'),
  ('bias', 'house, by the headings of ODIHR hate crime reporting', true, '2026-01-01'),
  ('types', 'house, with the roll-up of ODIHR; compare the categories of the Community Security Trust', true, '2026-01-01'),
  ('odihr', 'ODIHR, hate crime reporting: groups of offences', false, '2026-01-01'),
  ('targets', 'house', true, '2026-01-01'),
  ('perpetrators', 'HURIDOCS Micro-thesaurus 24; codes that begin with x are the house''s', true, '2026-01-01'),
  ('perpetrator_numbers', 'house', false, '2026-01-01'),
  ('involvement', 'HURIDOCS Micro-thesaurus 18', true, '2026-01-01'),
  ('source_links', 'HURIDOCS Micro-thesaurus 19', true, '2026-01-01'),
  ('source_kinds', 'house', false, '2026-01-01'),
  ('locations', 'HURIDOCS Micro-thesaurus 17; codes in letters are the house''s', true, '2026-01-01'),
  ('responses', 'house; reasons for not reporting after ODIHR''s findings for Poland', true, '2026-01-01'),
  ('actions', 'HURIDOCS Micro-thesaurus 45', false, '2026-01-01'),
  ('laws', 'Criminal Code of Ukraine, Kodeks karny; draft list, to be checked by a lawyer', true, '2026-01-01'),
  ('severity', 'house', false, '2026-01-01'),
  ('priority', 'HURIDOCS Micro-thesaurus 46', false, '2026-01-01'),
  ('verification', 'house; compare Primero''s verification statuses', false, '2026-01-01'),
  ('certainty', 'HURIDOCS Micro-thesaurus 41', false, '2026-01-01'),
  ('reliability', 'Admiralty code: source', false, '2026-01-01'),
  ('credibility', 'Admiralty code: information', false, '2026-01-01'),
  ('bias_indicators', 'house, after ODIHR''s bias indicators', true, '2026-01-01'),
  ('date_precisions', 'house', false, '2026-01-01'),
  ('target_groups', 'of the coalition: its own words for the communities it serves', true, '2026-01-01');

insert into monitoring.shipped_terms (list, code, ordinal, parent, layer, odihr, label, definition, valid_from) values
  ('layers', 'C', 0, null, null, null,
    '{"uk": "злочин", "pl": "przestępstwo", "en": "crime"}',
    '{"uk": "діяння, яке закон вважає злочином і за яким стоїть упередження", "pl": "czyn zabroniony przez prawo karne, za którym stoi uprzedzenie", "en": "an act that the law makes a criminal offence, committed with bias"}', '2026-01-01'),
  ('layers', 'S', 1, null, null, null,
    '{"uk": "ворожі висловлювання", "pl": "mowa i ekspresja nienawiści", "en": "hateful expression"}',
    '{"uk": "слова, знаки чи публікації без іншого злочину", "pl": "słowa, znaki lub publikacje bez innego przestępstwa", "en": "words, signs or publications without another offence"}', '2026-01-01'),
  ('layers', 'D', 2, null, null, null,
    '{"uk": "дискримінація", "pl": "dyskryminacja", "en": "discrimination"}',
    '{"uk": "гірше ставлення через ознаку, без кримінального складу", "pl": "gorsze traktowanie ze względu na cechę, bez znamion przestępstwa", "en": "worse treatment because of a characteristic, without a criminal offence"}', '2026-01-01'),
  ('bias', 'RX', 0, null, null, null,
    '{"uk": "расизм і ксенофобія", "pl": "rasizm i ksenofobia", "en": "racism and xenophobia"}',
    '{"uk": "через колір шкіри, походження, мову, громадянство чи переселення", "pl": "z powodu koloru skóry, pochodzenia, języka, obywatelstwa lub migracji", "en": "because of skin colour, origin, language, citizenship or migration"}', '2026-01-01'),
  ('bias', 'RX.COL', 1, 'RX', null, null,
    '{"uk": "колір шкіри", "pl": "kolor skóry", "en": "skin colour"}',
    '{"uk": "через колір шкіри або зовнішність, яку з ним пов’язують", "pl": "z powodu koloru skóry lub wyglądu z nim kojarzonego", "en": "because of skin colour or looks associated with it"}', '2026-01-01'),
  ('bias', 'RX.ETH', 2, 'RX', null, null,
    '{"uk": "етнічне походження", "pl": "pochodzenie etniczne", "en": "ethnic origin"}',
    '{"uk": "через належність до етнічної спільноти, справжню чи приписану", "pl": "z powodu przynależności do grupy etnicznej, rzeczywistej lub przypisanej", "en": "because of belonging to an ethnic community, or being taken for a member"}', '2026-01-01'),
  ('bias', 'RX.NAT', 3, 'RX', null, null,
    '{"uk": "національність", "pl": "narodowość", "en": "nationality"}',
    '{"uk": "через належність до нації чи країну походження", "pl": "z powodu narodowości lub kraju pochodzenia", "en": "because of nationality or country of origin"}', '2026-01-01'),
  ('bias', 'RX.CIT', 4, 'RX', null, null,
    '{"uk": "громадянство", "pl": "obywatelstwo", "en": "citizenship"}',
    '{"uk": "через громадянство або його відсутність", "pl": "z powodu obywatelstwa albo jego braku", "en": "because of citizenship or having none"}', '2026-01-01'),
  ('bias', 'RX.LAN', 5, 'RX', null, null,
    '{"uk": "мова", "pl": "język", "en": "language"}',
    '{"uk": "через мову, якою людина говорить, або акцент", "pl": "z powodu języka, którym ktoś mówi, lub akcentu", "en": "because of the language somebody speaks, or an accent"}', '2026-01-01'),
  ('bias', 'RX.MIG', 6, 'RX', null, null,
    '{"uk": "міграція чи пошук прихистку", "pl": "migracja lub uchodźstwo", "en": "migration or seeking refuge"}',
    '{"uk": "через те, що людина приїхала з іншої країни або шукає захисту", "pl": "dlatego, że ktoś przyjechał z innego kraju lub szuka ochrony", "en": "because somebody came from another country or seeks protection"}', '2026-01-01'),
  ('bias', 'RX.DIS', 7, 'RX', null, null,
    '{"uk": "внутрішнє переміщення", "pl": "przesiedlenie wewnątrz kraju", "en": "internal displacement"}',
    '{"uk": "через те, що людина мусила переїхати в межах своєї країни", "pl": "dlatego, że ktoś musiał przenieść się w obrębie własnego kraju", "en": "because somebody had to move within their own country"}', '2026-01-01'),
  ('bias', 'ROMA', 8, null, null, null,
    '{"uk": "ворожість до ромів", "pl": "antycyganizm (uprzedzenia wobec Romów)", "en": "anti-Roma bias"}',
    '{"uk": "через належність до ромів, справжню чи приписану", "pl": "z powodu przynależności do Romów, rzeczywistej lub przypisanej", "en": "because of being Roma or being taken for Roma"}', '2026-01-01'),
  ('bias', 'AS', 9, null, null, null,
    '{"uk": "антисемітизм", "pl": "antysemityzm", "en": "antisemitism"}',
    '{"uk": "ворожість до євреїв, їхніх громад і місць", "pl": "wrogość wobec Żydów, ich społeczności i miejsc", "en": "hostility to Jews, their communities and places"}', '2026-01-01'),
  ('bias', 'AM', 10, null, null, null,
    '{"uk": "ворожість до мусульман", "pl": "uprzedzenia wobec muzułmanów", "en": "anti-Muslim bias"}',
    '{"uk": "ворожість до мусульман, їхніх громад і місць", "pl": "wrogość wobec muzułmanów, ich społeczności i miejsc", "en": "hostility to Muslims, their communities and places"}', '2026-01-01'),
  ('bias', 'AC', 11, null, null, null,
    '{"uk": "ворожість до християн", "pl": "uprzedzenia wobec chrześcijan", "en": "anti-Christian bias"}',
    '{"uk": "ворожість до християн, їхніх громад і місць", "pl": "wrogość wobec chrześcijan, ich społeczności i miejsc", "en": "hostility to Christians, their communities and places"}', '2026-01-01'),
  ('bias', 'REL', 12, null, null, null,
    '{"uk": "інша релігія чи переконання", "pl": "inna religia lub światopogląd", "en": "other religion or belief"}',
    '{"uk": "через іншу віру, переконання або їх відсутність", "pl": "z powodu innego wyznania, światopoglądu lub bezwyznaniowości", "en": "because of another faith or belief, or of having none"}', '2026-01-01'),
  ('bias', 'GEN', 13, null, null, null,
    '{"uk": "стать і гендер", "pl": "płeć i płeć społeczno-kulturowa", "en": "sex and gender"}',
    '{"uk": "через стать або очікування, які з нею пов’язують", "pl": "z powodu płci lub oczekiwań z nią wiązanych", "en": "because of sex or what is expected of it"}', '2026-01-01'),
  ('bias', 'LGBTI', 14, null, null, null,
    '{"uk": "сексуальна орієнтація та гендерна ідентичність", "pl": "orientacja seksualna i tożsamość płciowa", "en": "sexual orientation and gender identity"}',
    '{"uk": "через орієнтацію, ідентичність або статеві ознаки", "pl": "z powodu orientacji, tożsamości lub cech płciowych", "en": "because of orientation, identity or sex characteristics"}', '2026-01-01'),
  ('bias', 'DIS', 15, null, null, null,
    '{"uk": "інвалідність", "pl": "niepełnosprawność", "en": "disability"}',
    '{"uk": "через інвалідність або стан здоров’я", "pl": "z powodu niepełnosprawności lub stanu zdrowia", "en": "because of a disability or state of health"}', '2026-01-01'),
  ('bias', 'OTH', 16, null, null, null,
    '{"uk": "інша ознака", "pl": "inna cecha", "en": "another characteristic"}',
    '{"uk": "інша ознака, якої немає в переліку", "pl": "inna cecha, której nie ma na liście", "en": "a characteristic that is not in the list"}', '2026-01-01'),
  ('bias', 'UNK', 17, null, null, null,
    '{"uk": "невідомо", "pl": "nie wiadomo", "en": "not known"}',
    '{"uk": "упередження ймовірне, але яке саме, невідомо", "pl": "uprzedzenie jest prawdopodobne, lecz nie wiadomo jakie", "en": "bias is likely, but which one is not known"}', '2026-01-01'),
  ('types', 'HOM', 0, null, 'C', 'violent',
    '{"uk": "убивство", "pl": "zabójstwo", "en": "homicide"}',
    '{"uk": "людина загинула внаслідок нападу", "pl": "ktoś zginął wskutek ataku", "en": "somebody died of an attack"}', '2026-01-01'),
  ('types', 'EXT', 1, null, 'C', 'violent',
    '{"uk": "насильство, небезпечне для життя", "pl": "przemoc zagrażająca życiu", "en": "extreme violence"}',
    '{"uk": "напад, який міг убити або тяжко скалічити", "pl": "atak, który mógł zabić lub ciężko okaleczyć", "en": "an attack that could have killed or maimed"}', '2026-01-01'),
  ('types', 'SEX', 2, null, 'C', 'violent',
    '{"uk": "сексуальне насильство", "pl": "przemoc seksualna", "en": "sexual violence"}',
    '{"uk": "сексуальні дії без згоди або примус до них", "pl": "czynności seksualne bez zgody lub przymus", "en": "sexual acts without consent, or forcing somebody to them"}', '2026-01-01'),
  ('types', 'ASS', 3, null, 'C', 'violent',
    '{"uk": "фізичний напад", "pl": "napaść fizyczna", "en": "assault"}',
    '{"uk": "удари, поштовхи, кинуті предмети та інше насильство", "pl": "uderzenia, popychanie, rzucanie przedmiotami i inna przemoc", "en": "blows, pushing, things thrown and other violence"}', '2026-01-01'),
  ('types', 'DET', 4, null, 'C', 'violent',
    '{"uk": "викрадення чи незаконне утримання", "pl": "uprowadzenie lub bezprawne pozbawienie wolności", "en": "abduction or unlawful detention"}',
    '{"uk": "людину забрали або тримали проти її волі", "pl": "ktoś został zabrany lub przetrzymywany wbrew woli", "en": "somebody was taken or held against their will"}', '2026-01-01'),
  ('types', 'ROB', 5, null, 'C', 'property',
    '{"uk": "крадіжка чи грабіж", "pl": "kradzież lub rozbój", "en": "theft or robbery"}',
    '{"uk": "майно забрано таємно, відкрито або силою", "pl": "mienie zabrano po kryjomu, otwarcie lub siłą", "en": "property taken in secret, openly or by force"}', '2026-01-01'),
  ('types', 'ARS', 6, null, 'C', 'property',
    '{"uk": "підпал", "pl": "podpalenie", "en": "arson"}',
    '{"uk": "підпал, його спроба або вибуховий пристрій", "pl": "podpalenie, jego próba lub ładunek wybuchowy", "en": "setting fire, trying to, or an explosive device"}', '2026-01-01'),
  ('types', 'DAM', 7, null, 'C', 'property',
    '{"uk": "пошкодження майна, графіті", "pl": "uszkodzenie mienia, graffiti", "en": "damage or graffiti"}',
    '{"uk": "розбито, зіпсовано або розмальовано чуже майно", "pl": "zniszczono, uszkodzono lub pomalowano cudze mienie", "en": "property of others broken, spoilt or daubed"}', '2026-01-01'),
  ('types', 'GRA', 8, null, 'C', 'property',
    '{"uk": "осквернення могил і пам’ятників", "pl": "znieważenie grobów i pomników", "en": "desecration of graves or memorials"}',
    '{"uk": "пошкоджено або осквернено могилу, кладовище, пам’ятник", "pl": "uszkodzono lub znieważono grób, cmentarz lub pomnik", "en": "a grave, cemetery or memorial damaged or defiled"}', '2026-01-01'),
  ('types', 'WOR', 9, null, 'C', 'property',
    '{"uk": "напад на храм чи місце громади", "pl": "atak na miejsce kultu lub siedzibę społeczności", "en": "attack on a place of worship or community site"}',
    '{"uk": "пошкоджено або осквернено місце, де збирається спільнота", "pl": "uszkodzono lub znieważono miejsce spotkań społeczności", "en": "a place where a community gathers damaged or defiled"}', '2026-01-01'),
  ('types', 'THR', 10, null, 'C', 'threats',
    '{"uk": "погрози", "pl": "groźby", "en": "threats"}',
    '{"uk": "погрози насильством, смертю або знищенням майна", "pl": "groźby przemocy, śmierci lub zniszczenia mienia", "en": "threats of violence, death or destruction"}', '2026-01-01'),
  ('types', 'STK', 11, null, 'C', 'threats',
    '{"uk": "переслідування", "pl": "nękanie", "en": "harassment or stalking"}',
    '{"uk": "настирливі дії, через які людина боїться", "pl": "uporczywe działania, które budzą strach", "en": "repeated acts that make somebody afraid"}', '2026-01-01'),
  ('types', 'DIST', 12, null, 'C', 'threats',
    '{"uk": "зрив заходу", "pl": "zakłócenie wydarzenia", "en": "disruption of an event"}',
    '{"uk": "зібранню, святу чи богослужінню завадили силою або погрозами", "pl": "zebranie, święto lub nabożeństwo zakłócono siłą lub groźbami", "en": "a meeting, celebration or service disturbed by force or threats"}', '2026-01-01'),
  ('types', 'INC', 13, null, 'C', null,
    '{"uk": "публічне підбурювання", "pl": "publiczne nawoływanie do nienawiści", "en": "public incitement"}',
    '{"uk": "публічний заклик до ненависті, насильства чи дискримінації, який закон забороняє", "pl": "zakazane prawem publiczne nawoływanie do nienawiści, przemocy lub dyskryminacji", "en": "public calls for hatred, violence or discrimination that the law forbids"}', '2026-01-01'),
  ('types', 'OTHC', 14, null, 'C', null,
    '{"uk": "інший злочин", "pl": "inne przestępstwo", "en": "another crime"}',
    '{"uk": "злочин, якого немає в переліку", "pl": "przestępstwo, którego nie ma na liście", "en": "an offence that is not in the list"}', '2026-01-01'),
  ('types', 'ABU', 15, null, 'S', null,
    '{"uk": "словесна образа", "pl": "zniewaga słowna", "en": "verbal abuse"}',
    '{"uk": "образи, приниження чи крики на адресу людини", "pl": "obelgi, poniżanie lub okrzyki pod czyimś adresem", "en": "insults, humiliation or shouting at somebody"}', '2026-01-01'),
  ('types', 'LIT', 16, null, 'S', null,
    '{"uk": "листівки та листи", "pl": "ulotki i listy", "en": "leaflets and letters"}',
    '{"uk": "ворожі листівки, наліпки, листи чи плакати", "pl": "wrogie ulotki, naklejki, listy lub plakaty", "en": "hostile leaflets, stickers, letters or posters"}', '2026-01-01'),
  ('types', 'ONL', 17, null, 'S', null,
    '{"uk": "дописи в мережі", "pl": "treści w internecie", "en": "online content"}',
    '{"uk": "ворожі дописи, коментарі, зображення чи відео в мережі", "pl": "wrogie wpisy, komentarze, obrazy lub filmy w sieci", "en": "hostile posts, comments, pictures or films online"}', '2026-01-01'),
  ('types', 'MED', 18, null, 'S', null,
    '{"uk": "медіа та політика", "pl": "media i polityka", "en": "media and politics"}',
    '{"uk": "ворожі слова в засобах масової інформації чи від політичних діячів", "pl": "wrogie wypowiedzi w mediach lub osób ze świata polityki", "en": "hostile words in the media or by politicians"}', '2026-01-01'),
  ('types', 'SYM', 19, null, 'S', null,
    '{"uk": "символи ненависті", "pl": "symbole nienawiści", "en": "hate symbols"}',
    '{"uk": "показ символів, які виражають ненависть", "pl": "eksponowanie symboli wyrażających nienawiść", "en": "showing symbols that express hatred"}', '2026-01-01'),
  ('types', 'EMP', 20, null, 'D', null,
    '{"uk": "праця", "pl": "praca", "en": "employment"}',
    '{"uk": "відмова, гірші умови чи звільнення на роботі", "pl": "odmowa, gorsze warunki lub zwolnienie z pracy", "en": "refusal, worse conditions or dismissal at work"}', '2026-01-01'),
  ('types', 'HOU', 21, null, 'D', null,
    '{"uk": "житло", "pl": "mieszkanie", "en": "housing"}',
    '{"uk": "відмова в оренді, виселення, гірші умови", "pl": "odmowa najmu, eksmisja, gorsze warunki", "en": "refusal to let, eviction, worse conditions"}', '2026-01-01'),
  ('types', 'EDU', 22, null, 'D', null,
    '{"uk": "освіта", "pl": "edukacja", "en": "education"}',
    '{"uk": "окремі класи, відмова в прийомі, цькування без реакції школи", "pl": "osobne klasy, odmowa przyjęcia, brak reakcji szkoły na dręczenie", "en": "separate classes, refused admission, bullying that the school ignores"}', '2026-01-01'),
  ('types', 'HEA', 23, null, 'D', null,
    '{"uk": "охорона здоров’я", "pl": "ochrona zdrowia", "en": "health care"}',
    '{"uk": "відмова в допомозі або гірше лікування", "pl": "odmowa pomocy lub gorsze leczenie", "en": "refused or worse treatment"}', '2026-01-01'),
  ('types', 'SRV', 24, null, 'D', null,
    '{"uk": "товари й послуги", "pl": "towary i usługi", "en": "goods and services"}',
    '{"uk": "не впустили, не обслужили або обслужили гірше", "pl": "niewpuszczenie, odmowa lub gorsza obsługa", "en": "not let in, not served, or served worse"}', '2026-01-01'),
  ('types', 'ADM', 25, null, 'D', null,
    '{"uk": "адміністративні послуги та документи", "pl": "urzędy i dokumenty", "en": "administration and documents"}',
    '{"uk": "орган влади відмовив, зволікав чи вимагав зайвого", "pl": "urząd odmówił, zwlekał lub żądał więcej, niż trzeba", "en": "an authority refused, delayed or asked for more than needed"}', '2026-01-01'),
  ('types', 'PROF', 26, null, 'D', null,
    '{"uk": "перевірки за зовнішністю", "pl": "kontrole ze względu na wygląd", "en": "profiling"}',
    '{"uk": "перевірка чи обшук через зовнішність або мову", "pl": "kontrola lub przeszukanie z powodu wyglądu lub języka", "en": "checked or searched because of looks or language"}', '2026-01-01'),
  ('types', 'ILL', 27, null, 'D', null,
    '{"uk": "погане поводження з боку посадових осіб", "pl": "złe traktowanie przez funkcjonariuszy", "en": "ill-treatment by officials"}',
    '{"uk": "приниження чи насильство від поліції або іншої влади", "pl": "poniżanie lub przemoc ze strony policji lub innej władzy", "en": "humiliation or violence by police or another authority"}', '2026-01-01'),
  ('odihr', 'violent', 0, null, null, null,
    '{"uk": "напади на людей", "pl": "ataki na ludzi", "en": "violent attacks against people"}',
    '{"uk": "насильство проти людини", "pl": "przemoc wobec człowieka", "en": "violence against a person"}', '2026-01-01'),
  ('odihr', 'threats', 1, null, null, null,
    '{"uk": "погрози та залякування", "pl": "groźby i zastraszanie", "en": "threats"}',
    '{"uk": "погрози, переслідування, залякування", "pl": "groźby, nękanie, zastraszanie", "en": "threats, harassment, intimidation"}', '2026-01-01'),
  ('odihr', 'property', 2, null, null, null,
    '{"uk": "напади на майно", "pl": "ataki na mienie", "en": "attacks against property"}',
    '{"uk": "шкода будівлям, могилам, речам", "pl": "szkody w budynkach, grobach, rzeczach", "en": "harm to buildings, graves, belongings"}', '2026-01-01'),
  ('targets', 'PER', 0, null, null, null,
    '{"uk": "людина", "pl": "osoba", "en": "person"}',
    '{"uk": "одна доросла людина або кілька", "pl": "jedna lub kilka osób dorosłych", "en": "one adult or several"}', '2026-01-01'),
  ('targets', 'CHI', 1, null, null, null,
    '{"uk": "дитина", "pl": "dziecko", "en": "child"}',
    '{"uk": "особа до 18 років", "pl": "osoba poniżej 18 lat", "en": "somebody under 18"}', '2026-01-01'),
  ('targets', 'FAM', 2, null, null, null,
    '{"uk": "родина", "pl": "rodzina", "en": "family"}',
    '{"uk": "родина разом", "pl": "rodzina jako całość", "en": "a family as a whole"}', '2026-01-01'),
  ('targets', 'HRD', 3, null, null, null,
    '{"uk": "правозахисна діяльність", "pl": "obrona praw człowieka", "en": "human rights defender"}',
    '{"uk": "особа чи організація, яка захищає права інших", "pl": "osoba lub organizacja broniąca praw innych", "en": "a person or group that defends the rights of others"}', '2026-01-01'),
  ('targets', 'JOU', 4, null, null, null,
    '{"uk": "журналістика", "pl": "dziennikarstwo", "en": "journalist"}',
    '{"uk": "особа чи редакція, яка висвітлює тему", "pl": "osoba lub redakcja relacjonująca temat", "en": "a person or newsroom reporting on the subject"}', '2026-01-01'),
  ('targets', 'HOM', 5, null, null, null,
    '{"uk": "оселя", "pl": "dom lub mieszkanie", "en": "home"}',
    '{"uk": "житло, подвір’я, поштова скринька", "pl": "mieszkanie, podwórko, skrzynka na listy", "en": "a dwelling, its yard or letter box"}', '2026-01-01'),
  ('targets', 'BUS', 6, null, null, null,
    '{"uk": "підприємство", "pl": "firma", "en": "business"}',
    '{"uk": "крамниця, кав’ярня, майстерня, фірма", "pl": "sklep, lokal, warsztat, przedsiębiorstwo", "en": "a shop, café, workshop or firm"}', '2026-01-01'),
  ('targets', 'ORG', 7, null, null, null,
    '{"uk": "осередок організації", "pl": "siedziba organizacji", "en": "office of an organisation"}',
    '{"uk": "приміщення чи майно громадської організації", "pl": "lokal lub mienie organizacji społecznej", "en": "rooms or property of a civil organisation"}', '2026-01-01'),
  ('targets', 'WOR', 8, null, null, null,
    '{"uk": "місце богослужіння", "pl": "miejsce kultu", "en": "place of worship"}',
    '{"uk": "храм, мечеть, синагога, молитовний дім", "pl": "kościół, meczet, synagoga, dom modlitwy", "en": "a church, mosque, synagogue or house of prayer"}', '2026-01-01'),
  ('targets', 'CEM', 9, null, null, null,
    '{"uk": "кладовище", "pl": "cmentarz", "en": "cemetery"}',
    '{"uk": "кладовище або окрема могила", "pl": "cmentarz lub pojedynczy grób", "en": "a cemetery or a single grave"}', '2026-01-01'),
  ('targets', 'MEM', 10, null, null, null,
    '{"uk": "пам’ятник", "pl": "pomnik", "en": "memorial"}',
    '{"uk": "пам’ятник, меморіальна дошка, місце пам’яті", "pl": "pomnik, tablica, miejsce pamięci", "en": "a monument, plaque or place of memory"}', '2026-01-01'),
  ('targets', 'SCH', 11, null, null, null,
    '{"uk": "школа", "pl": "szkoła", "en": "school"}',
    '{"uk": "школа, дитячий садок, університет", "pl": "szkoła, przedszkole, uczelnia", "en": "a school, nursery or university"}', '2026-01-01'),
  ('targets', 'SHE', 12, null, null, null,
    '{"uk": "прихисток", "pl": "schronienie lub ośrodek", "en": "shelter"}',
    '{"uk": "прихисток, гуртожиток, центр для біженців чи переселенців", "pl": "schronisko, hostel, ośrodek dla uchodźców lub przesiedleńców", "en": "a shelter, hostel or centre for refugees or displaced people"}', '2026-01-01'),
  ('targets', 'EVT', 13, null, null, null,
    '{"uk": "подія", "pl": "wydarzenie", "en": "event"}',
    '{"uk": "зібрання, свято, хода, виставка", "pl": "zgromadzenie, święto, marsz, wystawa", "en": "a meeting, festival, march or exhibition"}', '2026-01-01'),
  ('targets', 'VEH', 14, null, null, null,
    '{"uk": "транспортний засіб", "pl": "pojazd", "en": "vehicle"}',
    '{"uk": "автомобіль, велосипед чи інший транспорт", "pl": "samochód, rower lub inny pojazd", "en": "a car, bicycle or other vehicle"}', '2026-01-01'),
  ('targets', 'ACC', 15, null, null, null,
    '{"uk": "обліковий запис", "pl": "konto w internecie", "en": "online account"}',
    '{"uk": "сторінка, профіль чи канал у мережі", "pl": "strona, profil lub kanał w sieci", "en": "a page, profile or channel online"}', '2026-01-01'),
  ('targets', 'COM', 16, null, null, null,
    '{"uk": "спільнота загалом", "pl": "społeczność jako całość", "en": "community at large"}',
    '{"uk": "уся спільнота, а не певна людина чи місце", "pl": "cała społeczność, a nie konkretna osoba lub miejsce", "en": "a whole community rather than one person or place"}', '2026-01-01'),
  ('perpetrators', '010101000000', 0, null, null, null,
    '{"uk": "державні посадові особи", "pl": "urzędnicy centralni", "en": "national-level officials"}',
    '{"uk": "посадові особи центральної влади", "pl": "funkcjonariusze władz centralnych", "en": "officials of the central government"}', '2026-01-01'),
  ('perpetrators', '010102000000', 1, null, null, null,
    '{"uk": "місцеві посадові особи", "pl": "urzędnicy lokalni", "en": "local government officials"}',
    '{"uk": "посадові особи місцевої влади чи самоврядування", "pl": "funkcjonariusze władz lokalnych lub samorządu", "en": "officials of local government"}', '2026-01-01'),
  ('perpetrators', '010103000000', 2, null, null, null,
    '{"uk": "збройні сили", "pl": "siły zbrojne", "en": "armed forces"}',
    '{"uk": "військовослужбовці держави", "pl": "żołnierze państwa", "en": "members of a state’s military"}', '2026-01-01'),
  ('perpetrators', '010104000000', 3, null, null, null,
    '{"uk": "поліція", "pl": "policja", "en": "police"}',
    '{"uk": "працівники поліції", "pl": "funkcjonariuszki i funkcjonariusze policji", "en": "police officers"}', '2026-01-01'),
  ('perpetrators', '010105000000', 4, null, null, null,
    '{"uk": "персонал місць несвободи", "pl": "służba więzienna", "en": "prison officials"}',
    '{"uk": "персонал в’язниць та ізоляторів", "pl": "personel więzień i aresztów", "en": "staff of prisons and detention centres"}', '2026-01-01'),
  ('perpetrators', '010200000000', 5, null, null, null,
    '{"uk": "законодавча влада", "pl": "władza ustawodawcza", "en": "legislature"}',
    '{"uk": "парламент або інший законодавчий орган", "pl": "parlament lub inny organ ustawodawczy", "en": "parliament or another law-making body"}', '2026-01-01'),
  ('perpetrators', '010300000000', 6, null, null, null,
    '{"uk": "судова влада", "pl": "władza sądownicza", "en": "judiciary"}',
    '{"uk": "суди та їхній персонал", "pl": "sądy i ich personel", "en": "courts and their staff"}', '2026-01-01'),
  ('perpetrators', '020101000000', 7, null, null, null,
    '{"uk": "парамілітарні формування", "pl": "formacje paramilitarne", "en": "paramilitary forces"}',
    '{"uk": "озброєні групи, близькі до влади", "pl": "uzbrojone grupy bliskie władzy", "en": "armed groups close to those in power"}', '2026-01-01'),
  ('perpetrators', '020102000000', 8, null, null, null,
    '{"uk": "самосуд", "pl": "samozwańcze straże", "en": "vigilante groups"}',
    '{"uk": "групи, що самовільно «наводять лад»", "pl": "grupy samowolnie „zaprowadzające porządek”", "en": "groups that take the law into their own hands"}', '2026-01-01'),
  ('perpetrators', '020400000000', 9, null, null, null,
    '{"uk": "приватна охорона", "pl": "prywatna ochrona", "en": "private security guards"}',
    '{"uk": "охорона крамниць, клубів, підприємств", "pl": "ochrona sklepów, klubów, firm", "en": "guards of shops, clubs or firms"}', '2026-01-01'),
  ('perpetrators', '020500000000', 10, null, null, null,
    '{"uk": "натовп", "pl": "tłum", "en": "civilian crowd or mob"}',
    '{"uk": "багато людей, які діють разом", "pl": "wiele osób działających razem", "en": "many people acting together"}', '2026-01-01'),
  ('perpetrators', '110100000000', 11, null, null, null,
    '{"uk": "родина чи домашнє коло", "pl": "rodzina lub domownicy", "en": "family or household"}',
    '{"uk": "люди з родини чи того самого дому", "pl": "osoby z rodziny lub tego samego domu", "en": "people of the family or the same home"}', '2026-01-01'),
  ('perpetrators', '110200000000', 12, null, null, null,
    '{"uk": "люди з громади", "pl": "osoby z miejscowej społeczności", "en": "people of the community"}',
    '{"uk": "люди, що мають вагу в місцевій громаді", "pl": "osoby o wpływach w miejscowej społeczności", "en": "people with power in the local community"}', '2026-01-01'),
  ('perpetrators', '110301000000', 13, null, null, null,
    '{"uk": "роботодавці", "pl": "pracodawcy", "en": "employers"}',
    '{"uk": "власники або керівництво місця праці", "pl": "właściciele lub kierownictwo miejsca pracy", "en": "owners or management of a workplace"}', '2026-01-01'),
  ('perpetrators', '110400000000', 14, null, null, null,
    '{"uk": "школа", "pl": "szkoła", "en": "school"}',
    '{"uk": "керівництво, педагоги чи учні школи", "pl": "dyrekcja, kadra lub uczniowie szkoły", "en": "heads, teachers or pupils of a school"}', '2026-01-01'),
  ('perpetrators', '210000000000', 15, null, null, null,
    '{"uk": "підприємства", "pl": "przedsiębiorstwa", "en": "commercial establishments"}',
    '{"uk": "фірми та їхній персонал", "pl": "firmy i ich personel", "en": "firms and their staff"}', '2026-01-01'),
  ('perpetrators', '900000000000', 16, null, null, null,
    '{"uk": "інші", "pl": "inni", "en": "others"}',
    '{"uk": "хтось, кого немає в переліку", "pl": "ktoś, kogo nie ma na liście", "en": "somebody who is not in the list"}', '2026-01-01'),
  ('perpetrators', '990000000000', 17, null, null, null,
    '{"uk": "невідомо", "pl": "nie wiadomo", "en": "unknown"}',
    '{"uk": "про винних нічого не відомо", "pl": "nic nie wiadomo o sprawcach", "en": "nothing is known of who did it"}', '2026-01-01'),
  ('perpetrators', 'x01', 18, null, null, null,
    '{"uk": "сусіди", "pl": "sąsiedzi", "en": "neighbours"}',
    '{"uk": "люди, що живуть поруч", "pl": "osoby mieszkające w pobliżu", "en": "people who live nearby"}', '2026-01-01'),
  ('perpetrators', 'x02', 19, null, null, null,
    '{"uk": "перехожі", "pl": "przechodnie", "en": "passers-by"}',
    '{"uk": "незнайомі люди на вулиці чи в транспорті", "pl": "nieznajomi na ulicy lub w pojeździe", "en": "strangers in the street or on public transport"}', '2026-01-01'),
  ('perpetrators', 'x03', 20, null, null, null,
    '{"uk": "футбольні вболівальники", "pl": "pseudokibice", "en": "football supporters"}',
    '{"uk": "групи вболівальників", "pl": "grupy kibiców", "en": "groups of supporters"}', '2026-01-01'),
  ('perpetrators', 'x04', 21, null, null, null,
    '{"uk": "організована група ненависті", "pl": "zorganizowana grupa nienawiści", "en": "organised hate group"}',
    '{"uk": "група, яка існує заради такої ворожості", "pl": "grupa, której celem jest taka wrogość", "en": "a group that exists for such hostility"}', '2026-01-01'),
  ('perpetrators', 'x05', 22, null, null, null,
    '{"uk": "політичні діячі", "pl": "osoby ze świata polityki", "en": "politicians"}',
    '{"uk": "особи, що мають або здобувають владу", "pl": "osoby sprawujące władzę lub o nią zabiegające", "en": "people who hold or seek office"}', '2026-01-01'),
  ('perpetrators', 'x06', 23, null, null, null,
    '{"uk": "медіа", "pl": "media", "en": "media"}',
    '{"uk": "редакції, автори, ведучі", "pl": "redakcje, osoby piszące i prowadzące programy", "en": "newsrooms, authors, presenters"}', '2026-01-01'),
  ('perpetrators', 'x07', 24, null, null, null,
    '{"uk": "невідомі в мережі", "pl": "nieznani w internecie", "en": "unknown people online"}',
    '{"uk": "анонімні або вигадані облікові записи", "pl": "konta anonimowe lub zmyślone", "en": "anonymous or made-up accounts"}', '2026-01-01'),
  ('perpetrator_numbers', '1', 0, null, null, null,
    '{"uk": "одна особа", "pl": "jedna osoba", "en": "one person"}',
    '{"uk": "діяла одна особа", "pl": "działała jedna osoba", "en": "one person acted"}', '2026-01-01'),
  ('perpetrator_numbers', '2-4', 1, null, null, null,
    '{"uk": "дві–чотири особи", "pl": "od dwóch do czterech osób", "en": "two to four people"}',
    '{"uk": "діяли від двох до чотирьох осіб", "pl": "działały od dwóch do czterech osób", "en": "two to four people acted"}', '2026-01-01'),
  ('perpetrator_numbers', '5+', 2, null, null, null,
    '{"uk": "п’ять осіб або більше", "pl": "pięć osób lub więcej", "en": "five people or more"}',
    '{"uk": "діяла група з п’яти або більше осіб", "pl": "działała grupa co najmniej pięciu osób", "en": "a group of five or more acted"}', '2026-01-01'),
  ('perpetrator_numbers', '?', 3, null, null, null,
    '{"uk": "невідомо", "pl": "nie wiadomo", "en": "not known"}',
    '{"uk": "скільки їх було, невідомо", "pl": "nie wiadomo, ile ich było", "en": "how many there were is not known"}', '2026-01-01'),
  ('involvement', '010100000000', 0, null, null, null,
    '{"uk": "безпосередньо вчинили", "pl": "bezpośrednio dokonali czynu", "en": "directly carried out the act"}',
    '{"uk": "зробили це самі", "pl": "zrobili to osobiście", "en": "did it themselves"}', '2026-01-01'),
  ('involvement', '010200000000', 1, null, null, null,
    '{"uk": "наказали", "pl": "wydali rozkaz", "en": "gave orders that led to the act"}',
    '{"uk": "наказ чи заклик призвів до дії", "pl": "rozkaz lub wezwanie doprowadziło do czynu", "en": "an order or call led to the act"}', '2026-01-01'),
  ('involvement', '010300000000', 2, null, null, null,
    '{"uk": "пасивно сприяли", "pl": "biernie współdziałali", "en": "passive accomplice"}',
    '{"uk": "знали, були поруч і не завадили", "pl": "wiedzieli, byli obok i nie przeszkodzili", "en": "knew, stood by and did not stop it"}', '2026-01-01'),
  ('involvement', '010400000000', 3, null, null, null,
    '{"uk": "були на місці", "pl": "byli na miejscu", "en": "present at the act"}',
    '{"uk": "їхня присутність підтверджена", "pl": "ich obecność jest potwierdzona", "en": "their presence is confirmed"}', '2026-01-01'),
  ('involvement', '010500000000', 4, null, null, null,
    '{"uk": "планували", "pl": "zaplanowali czyn", "en": "planned the act"}',
    '{"uk": "підготували дію", "pl": "przygotowali czyn", "en": "prepared the act"}', '2026-01-01'),
  ('involvement', '010600000000', 5, null, null, null,
    '{"uk": "підозрюються", "pl": "są podejrzewani", "en": "suspected of involvement"}',
    '{"uk": "є підозра, але не доведено", "pl": "istnieje podejrzenie, lecz brak dowodu", "en": "there is a suspicion, not proved"}', '2026-01-01'),
  ('involvement', '020200000000', 6, null, null, null,
    '{"uk": "дискримінували", "pl": "dyskryminowali", "en": "perpetrator of discrimination"}',
    '{"uk": "самі поводилися гірше через ознаку", "pl": "sami traktowali gorzej ze względu na cechę", "en": "themselves treated somebody worse"}', '2026-01-01'),
  ('involvement', '030000000000', 7, null, null, null,
    '{"uk": "через закон чи політику", "pl": "przez prawo lub politykę", "en": "through law or policy"}',
    '{"uk": "ухвалили або підтримали шкідливе правило", "pl": "przyjęli lub poparli szkodliwe przepisy", "en": "made or backed a harmful rule"}', '2026-01-01'),
  ('involvement', '050200000000', 8, null, null, null,
    '{"uk": "влада знала й не діяла", "pl": "władza wiedziała i nie działała", "en": "authority knew and did not act"}',
    '{"uk": "знали про незаконні дії підлеглих і не втрутилися", "pl": "znali bezprawne działania podwładnych i nie zareagowali", "en": "knew of unlawful acts of subordinates and did nothing"}', '2026-01-01'),
  ('involvement', '050300000000', 9, null, null, null,
    '{"uk": "влада не запобігла", "pl": "władza nie zapobiegła", "en": "authority did not prevent it"}',
    '{"uk": "не зробили потрібного, щоб запобігти", "pl": "nie zrobili tego, co było konieczne, by zapobiec", "en": "did not take the steps needed to prevent it"}', '2026-01-01'),
  ('source_links', '010100000000', 0, null, null, null,
    '{"uk": "постраждала особа", "pl": "osoba poszkodowana", "en": "victim"}',
    '{"uk": "людина, з якою це сталося", "pl": "osoba, której to się przydarzyło", "en": "the person it happened to"}', '2026-01-01'),
  ('source_links', '010200000000', 1, null, null, null,
    '{"uk": "свідок чи свідкиня", "pl": "świadek", "en": "witness"}',
    '{"uk": "людина, яка це бачила або чула", "pl": "osoba, która to widziała lub słyszała", "en": "somebody who saw or heard it"}', '2026-01-01'),
  ('source_links', '020100000000', 2, null, null, null,
    '{"uk": "близькі постраждалої особи", "pl": "osoba bliska poszkodowanej", "en": "related to the victim"}',
    '{"uk": "родина, друзі, колеги, члени тієї самої організації", "pl": "rodzina, przyjaciele, koledzy, członkowie tej samej organizacji", "en": "family, friends, colleagues, the same organisation"}', '2026-01-01'),
  ('source_links', '030000000000', 3, null, null, null,
    '{"uk": "третя сторона", "pl": "osoba trzecia", "en": "third party"}',
    '{"uk": "переказує те, що сказали інші", "pl": "przekazuje to, co powiedzieli inni", "en": "passes on what others said"}', '2026-01-01'),
  ('source_links', '040100000000', 4, null, null, null,
    '{"uk": "юрист чи юристка", "pl": "prawniczka lub prawnik", "en": "lawyer"}',
    '{"uk": "надає правову допомогу учасникам", "pl": "udziela pomocy prawnej uczestnikom", "en": "gives legal help to those involved"}', '2026-01-01'),
  ('source_links', '040200000000', 5, null, null, null,
    '{"uk": "медична допомога", "pl": "pomoc medyczna", "en": "medical provider"}',
    '{"uk": "надає медичну допомогу учасникам", "pl": "udziela pomocy medycznej uczestnikom", "en": "gives medical help to those involved"}', '2026-01-01'),
  ('source_links', '040400000000', 6, null, null, null,
    '{"uk": "громадська організація", "pl": "organizacja pozarządowa", "en": "non-governmental organisation"}',
    '{"uk": "організація, що допомагала або документувала", "pl": "organizacja, która pomagała lub dokumentowała", "en": "an organisation that helped or documented"}', '2026-01-01'),
  ('source_kinds', 'direct', 0, null, null, null,
    '{"uk": "пряме джерело", "pl": "źródło bezpośrednie", "en": "direct source"}',
    '{"uk": "розповідь того, хто бачив, пережив або допомагав на місці", "pl": "relacja kogoś, kto widział, przeżył lub pomagał na miejscu", "en": "an account by somebody who saw it, lived it or helped there"}', '2026-01-01'),
  ('source_kinds', 'document', 1, null, null, null,
    '{"uk": "документ", "pl": "dokument", "en": "document"}',
    '{"uk": "довідка, фото, відео, листування", "pl": "zaświadczenie, zdjęcie, film, korespondencja", "en": "a certificate, photograph, film or correspondence"}', '2026-01-01'),
  ('source_kinds', 'media', 2, null, null, null,
    '{"uk": "повідомлення в медіа", "pl": "doniesienie medialne", "en": "media report"}',
    '{"uk": "публікація чи передача, збережена зі знімком", "pl": "publikacja lub audycja zachowana w kopii", "en": "a publication or broadcast, kept as a snapshot"}', '2026-01-01'),
  ('source_kinds', 'official', 3, null, null, null,
    '{"uk": "офіційний запис", "pl": "zapis urzędowy", "en": "official record"}',
    '{"uk": "рішення, реєстр, відповідь органу влади", "pl": "orzeczenie, rejestr, odpowiedź urzędu", "en": "a judgment, register or answer of an authority"}', '2026-01-01'),
  ('source_kinds', 'relayed', 4, null, null, null,
    '{"uk": "переказ", "pl": "relacja z drugiej ręki", "en": "second-hand account"}',
    '{"uk": "розповідь того, хто сам не бачив", "pl": "relacja kogoś, kto sam nie widział", "en": "an account by somebody who was not there"}', '2026-01-01'),
  ('locations', '010100000000', 0, null, null, null,
    '{"uk": "житло", "pl": "mieszkanie lub dom", "en": "home"}',
    '{"uk": "оселя постраждалих або їхніх близьких", "pl": "mieszkanie poszkodowanych lub ich bliskich", "en": "the home of those affected or of people close to them"}', '2026-01-01'),
  ('locations', '010200000000', 1, null, null, null,
    '{"uk": "місце праці", "pl": "miejsce pracy", "en": "workplace"}',
    '{"uk": "місце праці постраждалої особи", "pl": "miejsce pracy osoby poszkodowanej", "en": "where the person affected works"}', '2026-01-01'),
  ('locations', '020700000000', 2, null, null, null,
    '{"uk": "крамниця чи торговий центр", "pl": "sklep lub centrum handlowe", "en": "shop or shopping centre"}',
    '{"uk": "крамниця, ринок, торговий центр", "pl": "sklep, targ, centrum handlowe", "en": "a shop, market or shopping centre"}', '2026-01-01'),
  ('locations', '020900000000', 3, null, null, null,
    '{"uk": "готель, кав’ярня, ресторан", "pl": "hotel, bar, restauracja", "en": "hotel, café or restaurant"}',
    '{"uk": "заклад, де ночують, їдять або відпочивають", "pl": "miejsce noclegu, posiłku lub rozrywki", "en": "a place to sleep, eat or go out"}', '2026-01-01'),
  ('locations', '030000000000', 4, null, null, null,
    '{"uk": "орган влади", "pl": "urząd", "en": "public authority"}',
    '{"uk": "установа, суд або інший орган влади", "pl": "urząd, sąd lub inna instytucja władzy", "en": "an office, court or other authority"}', '2026-01-01'),
  ('locations', 'STR', 5, null, null, null,
    '{"uk": "вулиця чи площа", "pl": "ulica lub plac", "en": "street or square"}',
    '{"uk": "відкрите громадське місце в населеному пункті", "pl": "otwarta przestrzeń publiczna w miejscowości", "en": "an open public place in a settlement"}', '2026-01-01'),
  ('locations', 'TRN', 6, null, null, null,
    '{"uk": "громадський транспорт", "pl": "transport publiczny", "en": "public transport"}',
    '{"uk": "транспорт, вокзал, зупинка", "pl": "pojazd, dworzec, przystanek", "en": "a vehicle, station or stop"}', '2026-01-01'),
  ('locations', 'BLD', 7, null, null, null,
    '{"uk": "під’їзд чи двір", "pl": "klatka schodowa lub podwórko", "en": "common area of a building"}',
    '{"uk": "спільна частина житлового будинку", "pl": "wspólna część budynku mieszkalnego", "en": "a part of a residential building that all share"}', '2026-01-01'),
  ('locations', 'EDU', 8, null, null, null,
    '{"uk": "заклад освіти", "pl": "placówka oświatowa", "en": "place of education"}',
    '{"uk": "школа, дитячий садок, університет", "pl": "szkoła, przedszkole, uczelnia", "en": "a school, nursery or university"}', '2026-01-01'),
  ('locations', 'MED', 9, null, null, null,
    '{"uk": "медичний заклад", "pl": "placówka medyczna", "en": "medical facility"}',
    '{"uk": "лікарня, поліклініка, аптека", "pl": "szpital, przychodnia, apteka", "en": "a hospital, clinic or pharmacy"}', '2026-01-01'),
  ('locations', 'POL', 10, null, null, null,
    '{"uk": "поліція чи місце утримання", "pl": "policja lub areszt", "en": "police or custody"}',
    '{"uk": "відділок, ізолятор, в’язниця", "pl": "komisariat, areszt, więzienie", "en": "a police station, detention centre or prison"}', '2026-01-01'),
  ('locations', 'BOR', 11, null, null, null,
    '{"uk": "кордон", "pl": "granica", "en": "border"}',
    '{"uk": "пункт пропуску або прикордонна смуга", "pl": "przejście graniczne lub pas graniczny", "en": "a crossing point or border area"}', '2026-01-01'),
  ('locations', 'WOR', 12, null, null, null,
    '{"uk": "місце богослужіння", "pl": "miejsce kultu", "en": "place of worship"}',
    '{"uk": "храм, мечеть, синагога, молитовний дім", "pl": "kościół, meczet, synagoga, dom modlitwy", "en": "a church, mosque, synagogue or house of prayer"}', '2026-01-01'),
  ('locations', 'CEM', 13, null, null, null,
    '{"uk": "кладовище", "pl": "cmentarz", "en": "cemetery"}',
    '{"uk": "кладовище або місце поховання", "pl": "cmentarz lub miejsce pochówku", "en": "a cemetery or burial place"}', '2026-01-01'),
  ('locations', 'STA', 14, null, null, null,
    '{"uk": "стадіон", "pl": "stadion", "en": "stadium"}',
    '{"uk": "стадіон, спортивний зал і підходи до них", "pl": "stadion, hala i ich otoczenie", "en": "a stadium, sports hall and the way to them"}', '2026-01-01'),
  ('locations', 'PRK', 15, null, null, null,
    '{"uk": "парк", "pl": "park", "en": "park"}',
    '{"uk": "парк, сквер, дитячий майданчик", "pl": "park, skwer, plac zabaw", "en": "a park, garden or playground"}', '2026-01-01'),
  ('locations', 'SHE', 16, null, null, null,
    '{"uk": "прихисток", "pl": "schronienie lub ośrodek", "en": "shelter"}',
    '{"uk": "прихисток, гуртожиток, центр для біженців чи переселенців", "pl": "schronisko, hostel, ośrodek dla uchodźców lub przesiedleńców", "en": "a shelter, hostel or centre for refugees or displaced people"}', '2026-01-01'),
  ('locations', 'ONL', 17, null, null, null,
    '{"uk": "мережа", "pl": "internet", "en": "online"}',
    '{"uk": "соціальні мережі, месенджери, сайти", "pl": "media społecznościowe, komunikatory, strony", "en": "social networks, messengers, websites"}', '2026-01-01'),
  ('locations', 'UNK', 18, null, null, null,
    '{"uk": "невідомо", "pl": "nie wiadomo", "en": "not known"}',
    '{"uk": "місце не названо", "pl": "miejsca nie podano", "en": "the kind of place is not known"}', '2026-01-01'),
  ('responses', 'NOTREP', 0, null, null, null,
    '{"uk": "до органів влади не звернулися", "pl": "nie zgłoszono władzom", "en": "not reported to authorities"}',
    '{"uk": "органи влади про це не знають", "pl": "władze o tym nie wiedzą", "en": "authorities do not know of it"}', '2026-01-01'),
  ('responses', 'NOTREP.WORTH', 1, 'NOTREP', null, null,
    '{"uk": "бо немає сенсу", "pl": "bo nie warto", "en": "because it is not worth it"}',
    '{"uk": "люди не чекають користі від звернення", "pl": "nikt nie spodziewa się po tym pożytku", "en": "nobody expects any good of reporting"}', '2026-01-01'),
  ('responses', 'NOTREP.POWERLESS', 2, 'NOTREP', null, null,
    '{"uk": "бо поліція нічого не вдіє", "pl": "bo policja nic nie poradzi", "en": "because the police are powerless"}',
    '{"uk": "люди вважають, що поліція не може допомогти", "pl": "zdaniem poszkodowanych policja nie może pomóc", "en": "the police are thought unable to help"}', '2026-01-01'),
  ('responses', 'NOTREP.EVIDENCE', 3, 'NOTREP', null, null,
    '{"uk": "бо немає доказів", "pl": "bo nie ma dowodów", "en": "because there is no evidence"}',
    '{"uk": "люди вважають, що довести не вийде", "pl": "zdaniem poszkodowanych nie da się tego udowodnić", "en": "it is thought impossible to prove"}', '2026-01-01'),
  ('responses', 'NOTREP.FEAR', 4, 'NOTREP', null, null,
    '{"uk": "через страх", "pl": "ze strachu", "en": "out of fear"}',
    '{"uk": "люди бояться помсти або самої влади", "pl": "strach przed zemstą lub przed samą władzą", "en": "people fear revenge or the authorities themselves"}', '2026-01-01'),
  ('responses', 'NOTREP.STATUS', 5, 'NOTREP', null, null,
    '{"uk": "через статус перебування", "pl": "z powodu statusu pobytu", "en": "because of residence status"}',
    '{"uk": "люди бояться втратити право перебування", "pl": "strach przed utratą prawa pobytu", "en": "people fear losing their right to stay"}', '2026-01-01'),
  ('responses', 'NOTREP.LANGUAGE', 6, 'NOTREP', null, null,
    '{"uk": "через мову", "pl": "z powodu języka", "en": "because of language"}',
    '{"uk": "немає спільної мови або перекладу", "pl": "brak wspólnego języka lub tłumaczenia", "en": "there is no common language or interpreter"}', '2026-01-01'),
  ('responses', 'REP', 7, null, null, null,
    '{"uk": "звернулися до органів влади", "pl": "zgłoszono władzom", "en": "reported to authorities"}',
    '{"uk": "подано заяву чи повідомлення", "pl": "złożono zawiadomienie", "en": "a complaint or report was made"}', '2026-01-01'),
  ('responses', 'REFUSED', 8, null, null, null,
    '{"uk": "заяву не прийняли", "pl": "odmówiono przyjęcia zgłoszenia", "en": "report refused"}',
    '{"uk": "орган влади відмовився прийняти заяву", "pl": "urząd odmówił przyjęcia zgłoszenia", "en": "the authority did not take the report"}', '2026-01-01'),
  ('responses', 'REG', 9, null, null, null,
    '{"uk": "зареєстровано", "pl": "zarejestrowano", "en": "registered"}',
    '{"uk": "заява має номер реєстрації", "pl": "zgłoszenie ma numer w rejestrze", "en": "the report has a registration number"}', '2026-01-01'),
  ('responses', 'BIASFLAG.Y', 10, null, null, null,
    '{"uk": "мотив упередження враховано", "pl": "motyw uprzedzeń uwzględniono", "en": "bias motive recorded"}',
    '{"uk": "орган влади записав мотив упередження", "pl": "organ odnotował motyw uprzedzeń", "en": "the authority recorded the bias motive"}', '2026-01-01'),
  ('responses', 'BIASFLAG.N', 11, null, null, null,
    '{"uk": "мотив упередження не враховано", "pl": "motywu uprzedzeń nie uwzględniono", "en": "bias motive not recorded"}',
    '{"uk": "орган влади не записав мотив упередження", "pl": "organ nie odnotował motywu uprzedzeń", "en": "the authority did not record the bias motive"}', '2026-01-01'),
  ('responses', 'BIASFLAG.DROPPED', 12, null, null, null,
    '{"uk": "мотив упередження вилучено", "pl": "motyw uprzedzeń pominięto w toku sprawy", "en": "bias motive dropped"}',
    '{"uk": "мотив було записано, а потім відкинуто", "pl": "motyw odnotowano, a potem pominięto", "en": "the motive was recorded and later dropped"}', '2026-01-01'),
  ('responses', 'INV', 13, null, null, null,
    '{"uk": "розслідується", "pl": "trwa postępowanie", "en": "under investigation"}',
    '{"uk": "розслідування розпочато", "pl": "wszczęto postępowanie", "en": "an investigation was opened"}', '2026-01-01'),
  ('responses', 'SUSP', 14, null, null, null,
    '{"uk": "розслідування зупинено", "pl": "postępowanie zawieszono", "en": "investigation suspended"}',
    '{"uk": "розслідування зупинено на певний час", "pl": "postępowanie zawieszono na pewien czas", "en": "the investigation rests for a time"}', '2026-01-01'),
  ('responses', 'CLOSED', 15, null, null, null,
    '{"uk": "справу закрито", "pl": "postępowanie umorzono", "en": "case closed"}',
    '{"uk": "справу закрито без обвинувачення", "pl": "sprawę umorzono bez zarzutów", "en": "the case was closed without charges"}', '2026-01-01'),
  ('responses', 'CHARGED', 16, null, null, null,
    '{"uk": "висунуто обвинувачення", "pl": "postawiono zarzuty", "en": "charged"}',
    '{"uk": "комусь повідомлено про підозру чи висунуто обвинувачення", "pl": "komuś postawiono zarzuty", "en": "somebody was charged"}', '2026-01-01'),
  ('responses', 'TRIAL', 17, null, null, null,
    '{"uk": "справа в суді", "pl": "sprawa w sądzie", "en": "at trial"}',
    '{"uk": "суд розглядає справу", "pl": "sąd rozpoznaje sprawę", "en": "a court hears the case"}', '2026-01-01'),
  ('responses', 'CONV_BIAS', 18, null, null, null,
    '{"uk": "вирок із мотивом упередження", "pl": "wyrok z motywem uprzedzeń", "en": "convicted with bias motive"}',
    '{"uk": "вирок визнає мотив упередження", "pl": "wyrok uznaje motyw uprzedzeń", "en": "the judgment recognises the bias motive"}', '2026-01-01'),
  ('responses', 'CONV_NOBIAS', 19, null, null, null,
    '{"uk": "вирок без мотиву упередження", "pl": "wyrok bez motywu uprzedzeń", "en": "convicted without bias motive"}',
    '{"uk": "вирок не визнає мотиву упередження", "pl": "wyrok nie uznaje motywu uprzedzeń", "en": "the judgment does not recognise the bias motive"}', '2026-01-01'),
  ('responses', 'ACQ', 20, null, null, null,
    '{"uk": "виправдано", "pl": "uniewinniono", "en": "acquitted"}',
    '{"uk": "суд виправдав обвинувачених", "pl": "sąd uniewinnił oskarżonych", "en": "the court acquitted those accused"}', '2026-01-01'),
  ('responses', 'COMP', 21, null, null, null,
    '{"uk": "відшкодовано", "pl": "przyznano odszkodowanie", "en": "compensated"}',
    '{"uk": "постраждалі отримали відшкодування", "pl": "poszkodowani otrzymali odszkodowanie", "en": "those affected received compensation"}', '2026-01-01'),
  ('responses', 'EQBODY', 22, null, null, null,
    '{"uk": "орган із питань рівності", "pl": "organ ds. równości", "en": "equality body"}',
    '{"uk": "справу розглядає омбудсмен чи орган із питань рівності", "pl": "sprawę bada rzecznik lub organ ds. równości", "en": "an ombudsperson or equality body deals with it"}', '2026-01-01'),
  ('responses', 'INTL', 23, null, null, null,
    '{"uk": "міжнародний орган", "pl": "organ międzynarodowy", "en": "international body"}',
    '{"uk": "справу передано міжнародному суду чи комітету", "pl": "sprawę skierowano do międzynarodowego sądu lub komitetu", "en": "the case went to an international court or committee"}', '2026-01-01'),
  ('actions', '010000000000', 0, null, null, null,
    '{"uk": "вагомі дії тривають", "pl": "istotne działania trwają", "en": "significant action, continuing"}',
    '{"uk": "орган зробив багато й продовжує", "pl": "organ zrobił dużo i działa dalej", "en": "the authority did much and goes on"}', '2026-01-01'),
  ('actions', '020000000000', 1, null, null, null,
    '{"uk": "певні дії тривають", "pl": "pewne działania trwają", "en": "some action, continuing"}',
    '{"uk": "орган зробив дещо й продовжує", "pl": "organ zrobił coś i działa dalej", "en": "the authority did something and goes on"}', '2026-01-01'),
  ('actions', '030000000000', 2, null, null, null,
    '{"uk": "дії для годиться", "pl": "działania pozorne", "en": "token action"}',
    '{"uk": "зроблено лише для вигляду", "pl": "zrobiono coś tylko dla pozoru", "en": "something was done for show"}', '2026-01-01'),
  ('actions', '040000000000', 3, null, null, null,
    '{"uk": "дії припинено", "pl": "działania przerwano", "en": "action not continuing"}',
    '{"uk": "орган почав діяти й зупинився", "pl": "organ zaczął działać i przestał", "en": "the authority began and stopped"}', '2026-01-01'),
  ('actions', '050000000000', 4, null, null, null,
    '{"uk": "дії очікуються", "pl": "działania są spodziewane", "en": "action pending"}',
    '{"uk": "орган ще має діяти", "pl": "organ ma dopiero zadziałać", "en": "the authority has yet to act"}', '2026-01-01'),
  ('actions', '060000000000', 5, null, null, null,
    '{"uk": "дій немає", "pl": "brak działań", "en": "no action"}',
    '{"uk": "орган нічого не зробив", "pl": "organ nic nie zrobił", "en": "the authority did nothing"}', '2026-01-01'),
  ('actions', '070000000000', 6, null, null, null,
    '{"uk": "справу завершено", "pl": "interwencję zakończono", "en": "intervention closed"}',
    '{"uk": "орган завершив роботу", "pl": "organ zakończył działania", "en": "the authority has finished"}', '2026-01-01'),
  ('laws', 'UA-CC-67', 0, null, null, null,
    '{"uk": "ст. 67 КК України", "pl": "art. 67 kk Ukrainy", "en": "Ukraine, Criminal Code, art. 67"}',
    '{"uk": "обставини, що обтяжують покарання", "pl": "okoliczności obciążające", "en": "aggravating circumstances"}', '2026-01-01'),
  ('laws', 'UA-CC-115', 1, null, null, null,
    '{"uk": "ст. 115 КК України", "pl": "art. 115 kk Ukrainy", "en": "Ukraine, Criminal Code, art. 115"}',
    '{"uk": "умисне вбивство", "pl": "umyślne zabójstwo", "en": "murder"}', '2026-01-01'),
  ('laws', 'UA-CC-121', 2, null, null, null,
    '{"uk": "ст. 121 КК України", "pl": "art. 121 kk Ukrainy", "en": "Ukraine, Criminal Code, art. 121"}',
    '{"uk": "умисне тяжке тілесне ушкодження", "pl": "umyślne ciężkie uszkodzenie ciała", "en": "intentional grievous bodily harm"}', '2026-01-01'),
  ('laws', 'UA-CC-122', 3, null, null, null,
    '{"uk": "ст. 122 КК України", "pl": "art. 122 kk Ukrainy", "en": "Ukraine, Criminal Code, art. 122"}',
    '{"uk": "умисне середньої тяжкості тілесне ушкодження", "pl": "umyślne średnie uszkodzenie ciała", "en": "intentional bodily harm of medium gravity"}', '2026-01-01'),
  ('laws', 'UA-CC-126', 4, null, null, null,
    '{"uk": "ст. 126 КК України", "pl": "art. 126 kk Ukrainy", "en": "Ukraine, Criminal Code, art. 126"}',
    '{"uk": "побої та мордування", "pl": "pobicie i znęcanie się fizyczne", "en": "beating and torment"}', '2026-01-01'),
  ('laws', 'UA-CC-127', 5, null, null, null,
    '{"uk": "ст. 127 КК України", "pl": "art. 127 kk Ukrainy", "en": "Ukraine, Criminal Code, art. 127"}',
    '{"uk": "катування", "pl": "tortury", "en": "torture"}', '2026-01-01'),
  ('laws', 'UA-CC-129', 6, null, null, null,
    '{"uk": "ст. 129 КК України", "pl": "art. 129 kk Ukrainy", "en": "Ukraine, Criminal Code, art. 129"}',
    '{"uk": "погроза вбивством", "pl": "groźba zabójstwa", "en": "threat to kill"}', '2026-01-01'),
  ('laws', 'UA-CC-161', 7, null, null, null,
    '{"uk": "ст. 161 КК України", "pl": "art. 161 kk Ukrainy", "en": "Ukraine, Criminal Code, art. 161"}',
    '{"uk": "порушення рівноправності громадян", "pl": "naruszenie równouprawnienia obywateli", "en": "violation of citizens’ equality"}', '2026-01-01'),
  ('laws', 'PL-KK-119', 8, null, null, null,
    '{"uk": "ст. 119 КК Польщі", "pl": "art. 119 kk", "en": "Poland, Criminal Code, art. 119"}',
    '{"uk": "насильство чи погрози через національність, расу або віру", "pl": "przemoc lub groźba z powodu narodowości, rasy lub wyznania", "en": "violence or threats because of nationality, race or belief"}', '2026-01-01'),
  ('laws', 'PL-KK-256', 9, null, null, null,
    '{"uk": "ст. 256 КК Польщі", "pl": "art. 256 kk", "en": "Poland, Criminal Code, art. 256"}',
    '{"uk": "пропаганда тоталітаризму та розпалювання ворожнечі", "pl": "propagowanie totalitaryzmu i nawoływanie do nienawiści", "en": "promoting totalitarianism and inciting hatred"}', '2026-01-01'),
  ('laws', 'PL-KK-257', 10, null, null, null,
    '{"uk": "ст. 257 КК Польщі", "pl": "art. 257 kk", "en": "Poland, Criminal Code, art. 257"}',
    '{"uk": "публічна образа чи насильство через належність до групи", "pl": "publiczne znieważenie lub naruszenie nietykalności z powodu przynależności do grupy", "en": "public insult or bodily violation because of belonging to a group"}', '2026-01-01'),
  ('severity', '0', 0, null, null, null,
    '{"uk": "без шкоди", "pl": "bez szkody", "en": "none"}',
    '{"uk": "шкоди немає", "pl": "nie doszło do szkody", "en": "no harm was done"}', '2026-01-01'),
  ('severity', '1', 1, null, null, null,
    '{"uk": "пригнічення", "pl": "dotkliwe przeżycie", "en": "distress"}',
    '{"uk": "людині прикро, страшно чи боляче на душі", "pl": "przykrość, strach, ból psychiczny", "en": "hurt, fear or upset"}', '2026-01-01'),
  ('severity', '2', 2, null, null, null,
    '{"uk": "повторюється або дрібна шкода", "pl": "powtarzające się lub drobna szkoda", "en": "repeated, or minor damage"}',
    '{"uk": "це повторюється або пошкоджено дрібне майно", "pl": "zdarza się wielokrotnie albo szkoda jest drobna", "en": "it happens again, or the damage is small"}', '2026-01-01'),
  ('severity', '3', 3, null, null, null,
    '{"uk": "погроза або легка травма", "pl": "groźba lub lekkie obrażenia", "en": "threat or minor injury"}',
    '{"uk": "є погроза насильством або легке ушкодження", "pl": "groźba przemocy lub lekkie obrażenia", "en": "a threat of violence or a light injury"}', '2026-01-01'),
  ('severity', '4', 4, null, null, null,
    '{"uk": "тяжка травма або підпал", "pl": "ciężkie obrażenia lub podpalenie", "en": "serious injury or arson"}',
    '{"uk": "тяжке ушкодження, підпал, знищене житло", "pl": "ciężkie obrażenia, podpalenie, zniszczony dom", "en": "serious injury, arson, a destroyed home"}', '2026-01-01'),
  ('severity', '5', 5, null, null, null,
    '{"uk": "смерть або масовий напад", "pl": "śmierć lub atak masowy", "en": "death or mass attack"}',
    '{"uk": "хтось загинув або постраждало багато людей", "pl": "ktoś zginął lub ucierpiało wiele osób", "en": "somebody died or many were hurt"}', '2026-01-01'),
  ('priority', '010000000000', 0, null, null, null,
    '{"uk": "терміново", "pl": "pilne", "en": "urgent"}',
    '{"uk": "діяти сьогодні", "pl": "trzeba działać dziś", "en": "act today"}', '2026-01-01'),
  ('priority', '020000000000', 1, null, null, null,
    '{"uk": "високий пріоритет", "pl": "wysoki priorytet", "en": "high priority"}',
    '{"uk": "діяти цього тижня", "pl": "trzeba działać w tym tygodniu", "en": "act this week"}', '2026-01-01'),
  ('priority', '030000000000', 2, null, null, null,
    '{"uk": "звичайний пріоритет", "pl": "zwykły priorytet", "en": "priority"}',
    '{"uk": "діяти в порядку черги", "pl": "trzeba działać po kolei", "en": "act in turn"}', '2026-01-01'),
  ('priority', '040000000000', 3, null, null, null,
    '{"uk": "низький пріоритет", "pl": "niski priorytet", "en": "low priority"}',
    '{"uk": "може зачекати", "pl": "może poczekać", "en": "can wait"}', '2026-01-01'),
  ('priority', '050000000000', 4, null, null, null,
    '{"uk": "не береться до роботи", "pl": "sprawa odrzucona", "en": "case rejected"}',
    '{"uk": "не належить до того, що ми документуємо", "pl": "nie należy do tego, co dokumentujemy", "en": "not something that we document"}', '2026-01-01'),
  ('verification', 'V0', 0, null, null, null,
    '{"uk": "отримано", "pl": "otrzymane", "en": "received"}',
    '{"uk": "ще ніхто не перевіряв", "pl": "nikt jeszcze nie sprawdził", "en": "nobody has checked it yet"}', '2026-01-01'),
  ('verification', 'V1', 1, null, null, null,
    '{"uk": "переглянуто", "pl": "po wstępnej ocenie", "en": "screened"}',
    '{"uk": "відомо коли, де, що сталося і чому це схоже на упередження", "pl": "wiadomo kiedy, gdzie, co się stało i skąd podejrzenie uprzedzeń", "en": "when, where, what happened and why it seems biased are known"}', '2026-01-01'),
  ('verification', 'V2', 2, null, null, null,
    '{"uk": "одне джерело оцінено", "pl": "ocenione jedno źródło", "en": "one source assessed"}',
    '{"uk": "оцінено одне пряме джерело", "pl": "oceniono jedno źródło bezpośrednie", "en": "one direct source has been assessed"}', '2026-01-01'),
  ('verification', 'V3', 3, null, null, null,
    '{"uk": "підтверджено незалежно", "pl": "potwierdzone niezależnie", "en": "independently confirmed"}',
    '{"uk": "два незалежні джерела або пряме джерело й документ, медіа чи офіційний запис", "pl": "dwa niezależne źródła albo źródło bezpośrednie i dokument, media lub zapis urzędowy", "en": "two independent sources, or a direct source and a document, media report or official record"}', '2026-01-01'),
  ('verification', 'V4', 4, null, null, null,
    '{"uk": "установлено", "pl": "ustalone", "en": "established"}',
    '{"uk": "офіційний висновок або перевірені докази, і кодували дві особи", "pl": "ustalenie urzędowe lub uwierzytelnione dowody oraz dwie osoby kodujące", "en": "an official finding or authenticated evidence, coded by two people"}', '2026-01-01'),
  ('verification', 'VX', 5, null, null, null,
    '{"uk": "відхилено", "pl": "odrzucone", "en": "rejected"}',
    '{"uk": "це не те, що ми документуємо", "pl": "to nie jest coś, co dokumentujemy", "en": "not something that we document"}', '2026-01-01'),
  ('verification', 'VF', 6, null, null, null,
    '{"uk": "неправдиво приписане", "pl": "fałszywie przypisane", "en": "falsely attributed"}',
    '{"uk": "цього не було або мотив приписано хибно", "pl": "nie miało to miejsca lub motyw przypisano błędnie", "en": "it did not happen, or the motive was wrongly ascribed"}', '2026-01-01'),
  ('verification', 'VU', 7, null, null, null,
    '{"uk": "неможливо перевірити", "pl": "nie do zweryfikowania", "en": "unverifiable"}',
    '{"uk": "перевірити не вдалося і не вдасться", "pl": "nie udało się i nie uda się sprawdzić", "en": "it could not be checked and cannot be"}', '2026-01-01'),
  ('verification', 'VD', 8, null, null, null,
    '{"uk": "дублікат", "pl": "duplikat", "en": "duplicate"}',
    '{"uk": "той самий випадок уже записано", "pl": "ten sam przypadek już zapisano", "en": "the same incident is already recorded"}', '2026-01-01'),
  ('certainty', '010000000000', 0, null, null, null,
    '{"uk": "підтверджено", "pl": "potwierdzone", "en": "confirmed"}',
    '{"uk": "сумнівів немає", "pl": "nie ma wątpliwości", "en": "there is no doubt"}', '2026-01-01'),
  ('certainty', '040000000000', 1, null, null, null,
    '{"uk": "ймовірно", "pl": "prawdopodobne", "en": "likely"}',
    '{"uk": "радше так, ніж ні", "pl": "raczej tak niż nie", "en": "more likely than not"}', '2026-01-01'),
  ('certainty', '030000000000', 2, null, null, null,
    '{"uk": "можливо", "pl": "możliwe", "en": "possible"}',
    '{"uk": "не можна виключити", "pl": "nie można wykluczyć", "en": "cannot be ruled out"}', '2026-01-01'),
  ('certainty', '020000000000', 3, null, null, null,
    '{"uk": "малоймовірно", "pl": "mało prawdopodobne", "en": "unlikely"}',
    '{"uk": "радше ні, ніж так", "pl": "raczej nie niż tak", "en": "less likely than not"}', '2026-01-01'),
  ('reliability', 'A', 0, null, null, null,
    '{"uk": "цілком надійне", "pl": "całkowicie wiarygodne", "en": "completely reliable"}',
    '{"uk": "завжди говорило правду", "pl": "zawsze mówiło prawdę", "en": "has always been right"}', '2026-01-01'),
  ('reliability', 'B', 1, null, null, null,
    '{"uk": "зазвичай надійне", "pl": "zwykle wiarygodne", "en": "usually reliable"}',
    '{"uk": "майже завжди говорило правду", "pl": "prawie zawsze mówiło prawdę", "en": "has nearly always been right"}', '2026-01-01'),
  ('reliability', 'C', 2, null, null, null,
    '{"uk": "досить надійне", "pl": "dość wiarygodne", "en": "fairly reliable"}',
    '{"uk": "здебільшого говорило правду", "pl": "zazwyczaj mówiło prawdę", "en": "has mostly been right"}', '2026-01-01'),
  ('reliability', 'D', 3, null, null, null,
    '{"uk": "зазвичай ненадійне", "pl": "zwykle niewiarygodne", "en": "not usually reliable"}',
    '{"uk": "часто помилялося", "pl": "często się myliło", "en": "has often been wrong"}', '2026-01-01'),
  ('reliability', 'E', 4, null, null, null,
    '{"uk": "ненадійне", "pl": "niewiarygodne", "en": "unreliable"}',
    '{"uk": "помилялося майже завжди", "pl": "myliło się prawie zawsze", "en": "has nearly always been wrong"}', '2026-01-01'),
  ('reliability', 'F', 5, null, null, null,
    '{"uk": "не можна оцінити", "pl": "nie można ocenić", "en": "cannot be judged"}',
    '{"uk": "це джерело ще не знаємо", "pl": "tego źródła jeszcze nie znamy", "en": "the source is not known yet"}', '2026-01-01'),
  ('credibility', '1', 0, null, null, null,
    '{"uk": "підтверджено іншими", "pl": "potwierdzone przez innych", "en": "confirmed by others"}',
    '{"uk": "те саме кажуть незалежні джерела", "pl": "to samo mówią niezależne źródła", "en": "independent sources say the same"}', '2026-01-01'),
  ('credibility', '2', 1, null, null, null,
    '{"uk": "ймовірно правда", "pl": "prawdopodobnie prawda", "en": "probably true"}',
    '{"uk": "узгоджується з відомим", "pl": "zgadza się z tym, co wiadomo", "en": "agrees with what is known"}', '2026-01-01'),
  ('credibility', '3', 2, null, null, null,
    '{"uk": "можливо правда", "pl": "być może prawda", "en": "possibly true"}',
    '{"uk": "частково узгоджується з відомим", "pl": "częściowo zgadza się z tym, co wiadomo", "en": "partly agrees with what is known"}', '2026-01-01'),
  ('credibility', '4', 3, null, null, null,
    '{"uk": "сумнівно", "pl": "wątpliwe", "en": "doubtful"}',
    '{"uk": "можливо, але інше не підтверджує", "pl": "możliwe, ale nic tego nie potwierdza", "en": "possible, but nothing else supports it"}', '2026-01-01'),
  ('credibility', '5', 4, null, null, null,
    '{"uk": "малоймовірно", "pl": "mało prawdopodobne", "en": "improbable"}',
    '{"uk": "суперечить відомому", "pl": "przeczy temu, co wiadomo", "en": "contradicts what is known"}', '2026-01-01'),
  ('credibility', '6', 5, null, null, null,
    '{"uk": "не можна оцінити", "pl": "nie można ocenić", "en": "cannot be judged"}',
    '{"uk": "немає з чим порівняти", "pl": "nie ma z czym porównać", "en": "there is nothing to compare it with"}', '2026-01-01'),
  ('bias_indicators', 'VICTIM', 0, null, null, null,
    '{"uk": "так сприймає постраждала особа", "pl": "tak odbiera to osoba poszkodowana", "en": "perceived so by the victim"}',
    '{"uk": "постраждала особа вважає причиною упередження", "pl": "osoba poszkodowana widzi w tym uprzedzenie", "en": "the person affected sees bias in it"}', '2026-01-01'),
  ('bias_indicators', 'WITNESS', 1, null, null, null,
    '{"uk": "так сприймають свідки", "pl": "tak odbierają to świadkowie", "en": "perceived so by witnesses"}',
    '{"uk": "свідки вважають причиною упередження", "pl": "świadkowie widzą w tym uprzedzenie", "en": "witnesses see bias in it"}', '2026-01-01'),
  ('bias_indicators', 'WORDS', 2, null, null, null,
    '{"uk": "слова", "pl": "słowa", "en": "words"}',
    '{"uk": "образи чи вигуки під час події", "pl": "obelgi lub okrzyki podczas zdarzenia", "en": "insults or shouts during the act"}', '2026-01-01'),
  ('bias_indicators', 'SYMBOLS', 3, null, null, null,
    '{"uk": "символи", "pl": "symbole", "en": "symbols"}',
    '{"uk": "знаки, малюнки, одяг, жести", "pl": "znaki, rysunki, ubiór, gesty", "en": "signs, drawings, clothes, gestures"}', '2026-01-01'),
  ('bias_indicators', 'DIFFERENCE', 4, null, null, null,
    '{"uk": "помітна відмінність", "pl": "widoczna różnica", "en": "visible difference"}',
    '{"uk": "постраждалі й винні належать до різних спільнот", "pl": "poszkodowani i sprawcy należą do różnych społeczności", "en": "those affected and those who did it belong to different communities"}', '2026-01-01'),
  ('bias_indicators', 'PLACE', 5, null, null, null,
    '{"uk": "місце", "pl": "miejsce", "en": "place"}',
    '{"uk": "місце пов’язане зі спільнотою або відоме нападами", "pl": "miejsce jest związane ze społecznością lub znane z ataków", "en": "the place belongs to the community or is known for attacks"}', '2026-01-01'),
  ('bias_indicators', 'DATE', 6, null, null, null,
    '{"uk": "дата", "pl": "data", "en": "date"}',
    '{"uk": "день, важливий для спільноти або для груп ненависті", "pl": "dzień ważny dla społeczności lub dla grup nienawiści", "en": "a day that matters to the community or to hate groups"}', '2026-01-01'),
  ('bias_indicators', 'GROUP', 7, null, null, null,
    '{"uk": "організована група", "pl": "zorganizowana grupa", "en": "organised group"}',
    '{"uk": "причетна група, відома такою ворожістю", "pl": "udział grupy znanej z takiej wrogości", "en": "a group known for such hostility took part"}', '2026-01-01'),
  ('bias_indicators', 'PATTERN', 8, null, null, null,
    '{"uk": "повторюваність", "pl": "powtarzalność", "en": "pattern"}',
    '{"uk": "подібне тут уже траплялося", "pl": "coś podobnego już się tu zdarzało", "en": "similar things happened here before"}', '2026-01-01'),
  ('bias_indicators', 'ACTIVITY', 9, null, null, null,
    '{"uk": "діяльність постраждалих", "pl": "działalność poszkodowanych", "en": "activity of those affected"}',
    '{"uk": "постраждалі відкрито працюють для спільноти", "pl": "poszkodowani otwarcie działają na rzecz społeczności", "en": "those affected work openly for the community"}', '2026-01-01'),
  ('bias_indicators', 'NOMOTIVE', 10, null, null, null,
    '{"uk": "немає іншого мотиву", "pl": "brak innego motywu", "en": "no other motive"}',
    '{"uk": "іншої причини не видно", "pl": "nie widać innej przyczyny", "en": "no other reason can be seen"}', '2026-01-01'),
  ('date_precisions', 'exact', 0, null, null, null,
    '{"uk": "точний день", "pl": "dokładny dzień", "en": "exact day"}',
    '{"uk": "день відомий; відкрито зберігається лише місяць", "pl": "dzień jest znany; jawnie zapisany jest tylko miesiąc", "en": "the day is known; only the month is kept in the open"}', '2026-01-01'),
  ('date_precisions', 'range', 1, null, null, null,
    '{"uk": "проміжок", "pl": "przedział", "en": "range"}',
    '{"uk": "сталося між двома днями", "pl": "zdarzyło się między dwoma dniami", "en": "it happened between two days"}', '2026-01-01'),
  ('date_precisions', 'month', 2, null, null, null,
    '{"uk": "місяць", "pl": "miesiąc", "en": "month"}',
    '{"uk": "відомий лише місяць", "pl": "znany jest tylko miesiąc", "en": "only the month is known"}', '2026-01-01'),
  ('date_precisions', 'half_year', 3, null, null, null,
    '{"uk": "півріччя", "pl": "półrocze", "en": "half-year"}',
    '{"uk": "відоме лише півріччя", "pl": "znane jest tylko półrocze", "en": "only the half of the year is known"}', '2026-01-01');
