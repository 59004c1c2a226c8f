-- Statistics for everybody: who lets a release out, how far cases come, what authorities count and how many people live where.

-- How far each incident came ------------------------------------------------------------------------------------------------

-- The furthest step of each incident, once. What stands beside each other in one table must not overlap: two numbers about
-- nearly the same incidents would tell of those few in which they differ. The program has the same in trends/funnel.ts.
create function monitoring.stage_of(responses text[]) returns text
  language sql immutable
  return case
    when responses && array['CONV_BIAS'] then 'convicted_bias'
    when responses && array['CONV_NOBIAS'] then 'convicted'
    when responses && array['ACQ', 'TRIAL', 'CHARGED'] then 'charged'
    when responses && array['REG', 'INV', 'SUSP', 'CLOSED', 'BIASFLAG.Y', 'BIASFLAG.N', 'BIASFLAG.DROPPED'] then 'registered'
    when responses && array['REP', 'REFUSED'] then 'reported'
    when exists (select 1 from unnest(responses) r where r = 'NOTREP' or r like 'NOTREP.%') then 'not_reported'
    else 'unknown' end;

create function monitoring.is_flagged(responses text[]) returns boolean
  language sql immutable
  return responses && array['CONV_BIAS']
    or responses && array['BIASFLAG.Y'] and not responses && array['BIASFLAG.DROPPED'];

alter table monitoring.tallies drop constraint tallies_dimension_check;
alter table monitoring.tallies add constraint tallies_dimension_check check (dimension in ('time', 'time_rough', 'region',
  'type', 'bias', 'target_group', 'response', 'bias_region', 'group_region', 'stage', 'flag'));

create or replace function monitoring.tallied(precision_ text, month date, month_until date, in_region text, bias text,
    types text[], target_groups text[], responses text[])
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
  union all select 'stage', $2, monitoring.stage_of($8), ''
  union all select 'flag', $2, 'Y', '' where monitoring.is_flagged($8)
  union all select 'bias_region', date_trunc('quarter', $2)::date, $5, $4 where $5 is not null and $4 is not null
  union all select 'group_region', date_trunc('quarter', $2)::date, g, $4 from unnest($7) g where $4 is not null;
end;

insert into monitoring.tallies (umbrella_id, dimension, period, code, region, received, assessed, verified)
  select i.umbrella_id, t.dimension, t.period, t.code, t.region, count(*) filter (where i.verification in ('V0', 'V1', 'VU')),
    count(*) filter (where i.verification = 'V2'), count(*) filter (where i.verification in ('V3', 'V4'))
  from monitoring.incidents i cross join lateral monitoring.tallied(i.precision, i.month, i.month_until, i.region, i.bias, i.types,
    i.target_groups, i.responses) t
  where t.period is not null and t.dimension in ('stage', 'flag') and i.verification in ('V0', 'V1', 'VU', 'V2', 'V3', 'V4')
  group by 1, 2, 3, 4, 5;

-- Two monitors let a release out --------------------------------------------------------------------------------------------

create table monitoring.release_requests (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  recorded_until date not null,
  digest bytea not null check (length(digest) = 32),
  note jsonb not null default '{}' check (jsonb_typeof(note) = 'object'),
  status text not null default 'asked' check (status in ('asked', 'confirmed', 'closed')),
  asked_by uuid not null references people.people (id),
  asked_at timestamptz not null default now(),
  answered_by uuid references people.people (id),
  answered_at timestamptz,
  primary key (umbrella_id, id),
  check ((status = 'asked') = (answered_by is null)),
  check ((status = 'asked') = (answered_at is null)),
  constraint two_monitors check (status <> 'confirmed' or answered_by <> asked_by)
);
comment on column monitoring.release_requests.digest is 'of the numbers that the first monitor saw: the second publishes these or none';
comment on column monitoring.release_requests.note is 'what readers should know of who monitors where';
create unique index one_open_request on monitoring.release_requests (umbrella_id) where status = 'asked';

create function monitoring.guard_release_request() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'asked' or new.asked_by is distinct from platform.current_account() then
      raise exception 'a release is asked for in one''s own name' using errcode = 'restrict_violation';
    end if;
    new.asked_at := now();
    return new;
  end if;
  if old.status <> 'asked' then
    raise exception 'this request is answered' using errcode = 'restrict_violation', constraint = 'answered_once';
  end if;
  if new.answered_by is distinct from platform.current_account() then
    raise exception 'a request is answered in one''s own name' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger release_requests_guarded before insert or update on monitoring.release_requests
  for each row execute function monitoring.guard_release_request();
create trigger release_requests_stay before delete on monitoring.release_requests
  for each row execute function platform.refuse_change();

alter table monitoring.release_requests enable row level security;
create policy by_monitors on monitoring.release_requests
  using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()))
  with check (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()));
grant select, insert, update (status, answered_by, answered_at) on monitoring.release_requests to parasol_request;

alter table monitoring.releases
  add column request_id uuid not null,
  add column note jsonb not null default '{}',
  add column digest bytea not null,
  add foreign key (umbrella_id, request_id) references monitoring.release_requests (umbrella_id, id),
  add unique (umbrella_id, request_id);
comment on column monitoring.releases.digest is 'SHA-256 of the numbers of this release, so that a copy can be compared';
grant insert (request_id) on monitoring.releases to parasol_request;

create or replace function monitoring.guard_release() returns trigger language plpgsql set search_path = '' as $$
declare request monitoring.release_requests;
begin
  if new.number <> 1 + coalesce((select max(r.number) from monitoring.releases r where r.umbrella_id = new.umbrella_id), 0)
      or new.recorded_until < (select max(r.recorded_until) from monitoring.releases r where r.umbrella_id = new.umbrella_id) then
    raise exception 'releases follow one another' using errcode = 'restrict_violation', constraint = 'releases_follow';
  end if;
  select * into request from monitoring.release_requests q where q.umbrella_id = new.umbrella_id and q.id = new.request_id;
  if request.status is distinct from 'confirmed' or request.answered_at <> now()
      or request.answered_by is distinct from platform.current_account() or request.recorded_until <> new.recorded_until then
    raise exception 'a release is published by the second of two monitors, at once'
      using errcode = 'insufficient_privilege', constraint = 'two_monitors';
  end if;
  new.note := request.note;
  new.digest := request.digest;
  new.published_by := request.answered_by;
  return new;
end $$;

create function monitoring.digest_of(release uuid) returns bytea
  language sql stable
  return (select sha256(convert_to(coalesce(string_agg(
      concat_ws('|', c.standing, c.dimension, c.period, c.code, c.region, c.status, coalesce(c.value::text, '')), E'\n'
      order by concat_ws('|', c.standing, c.dimension, c.period, c.code, c.region) collate "C"), ''), 'UTF8'))
    from monitoring.release_cells c where c.umbrella_id = platform.current_umbrella() and c.release_id = release);

-- Looked at when everything is written: what two people agreed on is what stands there, no number more and none less.
create function monitoring.hold_release() returns trigger language plpgsql set search_path = '' as $$
begin
  if monitoring.digest_of(new.id) is distinct from new.digest then
    raise exception 'these are not the numbers that were agreed on'
      using errcode = 'restrict_violation', constraint = 'agreed_numbers';
  end if;
  return null;
end $$;
create constraint trigger releases_as_agreed after insert on monitoring.releases
  deferrable initially deferred for each row execute function monitoring.hold_release();

-- To be counted changes nothing about an incident: its codes and level were checked when they were given. A counted incident
-- whose source was withdrawn later must not keep everybody else's numbers back.
drop trigger incidents_guarded on monitoring.incidents;
create trigger incidents_guarded before insert on monitoring.incidents
  for each row execute function monitoring.guard_incident();
create trigger incidents_guarded_again before update on monitoring.incidents
  for each row when (old.released_in is not null or new.released_in is null) execute function monitoring.guard_incident();
create function monitoring.count_in_release() returns trigger language plpgsql set search_path = '' as $$
begin
  if (to_jsonb(new) - 'released_in') <> (to_jsonb(old) - 'released_in') then
    raise exception 'counting an incident changes nothing else about it' using errcode = 'restrict_violation';
  end if;
  if not exists (select 1 from monitoring.releases r
      where r.umbrella_id = new.umbrella_id and r.id = new.released_in and r.published_at = now()) then
    raise exception 'an incident is counted when its release is published' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger incidents_released before update on monitoring.incidents
  for each row when (old.released_in is null and new.released_in is not null) execute function monitoring.count_in_release();

-- What to compare with ------------------------------------------------------------------------------------------------------

create table monitoring.populations (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  region text not null check (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
  year integer not null check (year between 1990 and 2100),
  people integer not null check (people > 0),
  source text not null check (length(source) between 1 and 300),
  entered_by uuid not null references people.people (id),
  entered_at timestamptz not null default now(),
  primary key (umbrella_id, region, year)
);

create table monitoring.official_figures (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  authority text not null check (length(authority) between 1 and 200),
  year integer not null check (year between 1990 and 2100),
  measure text not null check (measure in ('recorded', 'charged', 'convicted')),
  value integer check (value >= 0),
  source text not null check (length(source) between 1 and 300),
  entered_by uuid not null references people.people (id),
  entered_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  constraint one_figure_each unique (umbrella_id, authority, year, measure)
);
comment on column monitoring.official_figures.value is 'null: the authority has no such number, or gives none. That is not zero';

do $$
declare relation text;
begin
  foreach relation in array array['populations', 'official_figures'] loop
    execute format('alter table monitoring.%I enable row level security', relation);
    execute format('create policy for_everybody on monitoring.%I for select
      using (umbrella_id = (select platform.current_umbrella()))', relation);
    execute format('create policy entered_by_monitors on monitoring.%I for insert
      with check (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor())
        and entered_by = (select platform.current_account()))', relation);
    execute format('create policy corrected_by_monitors on monitoring.%I for update
      using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()))
      with check (umbrella_id = (select platform.current_umbrella()) and entered_by = (select platform.current_account()))', relation);
    execute format('create trigger announce after insert or update on monitoring.%I
      for each row execute function platform.announce_change()', relation);
  end loop;
end $$;
grant select, insert, update (people, source, entered_by, entered_at) on monitoring.populations to parasol_request;
grant select, insert, update (value, source, entered_by, entered_at) on monitoring.official_figures to parasol_request;
