-- Chronicles that were taken over: which rows came with which file, and how a whole file goes again. What the file says is
-- in one sealed record; here are counts.

create table monitoring.imports (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  record_id uuid,
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  summary jsonb not null default '{}' check (jsonb_typeof(summary) = 'object'),
  recorded_by uuid references people.people (id),
  recorded_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, record_id) references vault.records (umbrella_id, id) on delete set null (record_id)
);
comment on column monitoring.imports.record_id is 'the file as it was, how it was read, and each row''s text as a part; null once it was purged';
comment on column monitoring.imports.fingerprint is 'of the cells, under a key that is not in the database: who steals it cannot try out whether it holds a file that they have';
comment on column monitoring.imports.summary is 'counts; never a word of the file';
-- Two who import one file at once: the second waits here and is told.
create unique index one_import_of_a_file on monitoring.imports (umbrella_id, fingerprint) where undone_at is null;
create index imports_of_record on monitoring.imports (umbrella_id, record_id) where record_id is not null;

alter table monitoring.incidents
  add column import_id uuid,
  add column part_id uuid,
  add foreign key (umbrella_id, import_id) references monitoring.imports (umbrella_id, id),
  add check ((part_id is null) or (record_id is not null));
comment on column monitoring.incidents.import_id is 'the chronicle that it came with';
comment on column monitoring.incidents.part_id is 'which part of the sealed record is about this incident; none where all of it is';
create index incidents_of_import on monitoring.incidents (umbrella_id, import_id) where import_id is not null;
grant insert (import_id, part_id, duplicate_of) on monitoring.incidents to parasol_request;

-- Thousands of rows come in one statement, so what is the same for all of them is asked once.

create or replace function monitoring.guard_incident() returns trigger language plpgsql set search_path = '' as $$
declare
  chosen record;
  missing text[];
begin
  if tg_op = 'UPDATE' then
    if (new.umbrella_id, new.id, new.code, new.recorded_on, new.import_id, new.part_id)
          is distinct from (old.umbrella_id, old.id, old.code, old.recorded_on, old.import_id, old.part_id)
        or old.released_in is not null and new.released_in is distinct from old.released_in then
      raise exception 'what an incident is called, where it came from and where it was counted stays' using errcode = 'restrict_violation';
    end if;
    if monitoring.is_being_coded(new.id) and (to_jsonb(new) - '{verification,duplicate_of,responses,released_in,record_id,odihr_eligible,priority}'::text[])
        <> (to_jsonb(old) - '{verification,duplicate_of,responses,released_in,record_id,odihr_eligible,priority}'::text[]) then
      raise exception 'while somebody codes this incident its codes stay'
        using errcode = 'restrict_violation', constraint = 'being_coded';
    end if;
    for chosen in select * from monitoring.codes_of(new) except select * from monitoring.codes_of(old) loop
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
  if new.verification in ('V1', 'V2', 'V3', 'V4') then
    missing := monitoring.lacks(new, new.verification);
    if cardinality(missing) > 0 then
      raise exception '% asks for more: %', new.verification, array_to_string(missing, ', ')
        using errcode = 'restrict_violation', constraint = 'verification_standard', detail = array_to_string(missing, ',');
    end if;
  end if;
  return new;
end $$;

-- Rows of a statement have no type of their own; as JSON they get that of the table. What tells rows apart and is no code is
-- left out first: then thousands of rows are few.
create function monitoring.check_new_incidents() returns trigger language plpgsql set search_path = '' as $$
declare chosen record;
begin
  for chosen in select distinct c.list, c.code
      from (select distinct to_jsonb(a) - '{umbrella_id,id,code,region,month,month_until,duplicate_of,odihr_eligible,responses,contributor_id,cluster_id,record_id,part_id,import_id,recorded_on,released_in}'::text[] as codes
        from arrived a) coded
      cross join lateral jsonb_populate_record(null::monitoring.incidents, coded.codes) i
      cross join lateral monitoring.codes_of(i) c loop
    perform monitoring.use_term(chosen.list, chosen.code);
  end loop;
  if exists (select from arrived a where a.import_id is not null and not exists (select from monitoring.imports m
      where m.umbrella_id = a.umbrella_id and m.id = a.import_id and m.recorded_at = now())) then
    raise exception 'a chronicle is imported whole' using errcode = 'restrict_violation', constraint = 'imported_whole';
  end if;
  return null;
end $$;
create trigger incidents_checked after insert on monitoring.incidents
  referencing new table as arrived for each statement execute function monitoring.check_new_incidents();

create or replace function monitoring.guard_source() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' and exists (select from monitoring.incidents i
      join monitoring.imports m on m.umbrella_id = i.umbrella_id and m.id = i.import_id
      where i.umbrella_id = old.umbrella_id and i.id = old.incident_id and m.undone_at is not null) then
    return old;
  end if;
  if tg_op = 'DELETE'
      or (new.umbrella_id, new.id, new.incident_id, new.hash) is distinct from (old.umbrella_id, old.id, old.incident_id, old.hash)
      or old.withdrawn_on is not null then
    raise exception 'a source stays where it was given; it may be withdrawn, or go with a chronicle' using errcode = 'restrict_violation';
  end if;
  perform monitoring.use_term('source_kinds', new.kind);
  if new.link is not null then perform monitoring.use_term('source_links', new.link); end if;
  if new.reliability is not null then perform monitoring.use_term('reliability', new.reliability); end if;
  if new.credibility is not null then perform monitoring.use_term('credibility', new.credibility); end if;
  return new;
end $$;
drop trigger sources_guarded on monitoring.sources;
create trigger sources_guarded before update or delete on monitoring.sources
  for each row execute function monitoring.guard_source();

create function monitoring.check_new_sources() returns trigger language plpgsql set search_path = '' as $$
begin
  perform monitoring.use_term(c.list, c.code) from (
    select 'source_kinds', a.kind from arrived a
    union select 'source_links', a.link from arrived a where a.link is not null
    union select 'reliability', a.reliability from arrived a where a.reliability is not null
    union select 'credibility', a.credibility from arrived a where a.credibility is not null) c (list, code);
  return null;
end $$;
create trigger sources_checked after insert on monitoring.sources
  referencing new table as arrived for each statement execute function monitoring.check_new_sources();

-- A plan that was made while the table was small would read all parts for each new one.
alter function vault.number_part() set enable_seqscan = off;

-- Undoing ---------------------------------------------------------------------------------------------------------------

create function monitoring.may_undo(umbrella uuid, import uuid) returns boolean
  language sql stable security definer set search_path = ''
  return exists (select from people.acts a where a.umbrella_id = umbrella and a.kind = 'monitoring.undo_import'
    and a.subject_id = import and a.status = 'confirmed');
comment on function monitoring.may_undo is 'reviewed: whether two coordinators agreed on undoing this import, which members read in the journal';
revoke all on function monitoring.may_undo from public;
grant execute on function monitoring.may_undo to parasol_request;

create function monitoring.guard_import() returns trigger language plpgsql set search_path = '' as $$
declare kept monitoring.imports := new;
begin
  kept.summary := old.summary;
  kept.record_id := coalesce(new.record_id, old.record_id);
  kept.undone_at := old.undone_at;
  if kept::text <> old::text
      or new.summary <> old.summary and old.recorded_at <> now()
      or new.undone_at is distinct from old.undone_at
        and (old.undone_at is not null or new.undone_at <> now() or not monitoring.may_undo(old.umbrella_id, old.id)) then
    raise exception 'an import stays as it was recorded; two coordinators may undo it' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger imports_guarded before update on monitoring.imports for each row execute function monitoring.guard_import();
create trigger imports_stay before delete on monitoring.imports for each row execute function platform.refuse_change();

-- What keeps a chronicle from going: a number that was published, or work that somebody has done on one of its incidents.
create function monitoring.import_obstacle(import uuid) returns text
  language sql stable security definer set search_path = ''
begin atomic
  with mine as (select i.id, i.released_in, i.verification, i.duplicate_of from monitoring.incidents i
    where i.umbrella_id = platform.current_umbrella() and i.import_id = $1)
  select case
    when not exists (select from monitoring.imports m where m.umbrella_id = platform.current_umbrella() and m.id = $1
      and m.undone_at is null) then 'undone'
    when exists (select from mine where mine.released_in is not null) then 'released'
    when exists (select from mine where mine.verification not in ('V0', 'VD'))
      or exists (select from monitoring.codings c join mine on mine.id = c.incident_id where c.umbrella_id = platform.current_umbrella())
      or exists (select from monitoring.authority_responses r join mine on mine.id = r.incident_id
        where r.umbrella_id = platform.current_umbrella())
      or exists (select from monitoring.sources s join mine on mine.id = s.incident_id
        where s.umbrella_id = platform.current_umbrella() and (s.reliability is not null or s.credibility is not null
          or s.record_id is distinct from (select m.record_id from monitoring.imports m
            where m.umbrella_id = platform.current_umbrella() and m.id = $1)))
      or exists (select from monitoring.incidents o join mine on mine.id = o.duplicate_of
        where o.umbrella_id = platform.current_umbrella() and o.import_id is distinct from $1)
      or exists (select from mine join monitoring.incidents o on o.umbrella_id = platform.current_umbrella() and o.id = mine.duplicate_of
        where o.import_id is distinct from $1) then 'worked_on'
  end;
end;
comment on function monitoring.import_obstacle is 'reviewed: tells of an import of the current umbrella whether it can be undone, not what is in it';
revoke all on function monitoring.import_obstacle from public;
grant execute on function monitoring.import_obstacle to parasol_request;

-- Returns 'done', or what is in the way.
create function monitoring.undo_import(import uuid) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  umbrella uuid := platform.current_umbrella();
  obstacle text;
  record uuid;
begin
  if not monitoring.may_undo(umbrella, import) then
    raise exception 'no confirmed act for import %', import using errcode = 'insufficient_privilege';
  end if;
  perform from monitoring.imports m where m.umbrella_id = umbrella and m.id = import for update;
  -- Who is about to code or publish one of them waits, and then finds it gone.
  perform from monitoring.incidents i where i.umbrella_id = umbrella and i.import_id = import order by i.id for update;
  obstacle := monitoring.import_obstacle(import);
  if obstacle is not null then return obstacle; end if;
  update monitoring.imports m set undone_at = now() where m.umbrella_id = umbrella and m.id = import returning m.record_id into record;
  delete from monitoring.sources s using monitoring.incidents i
    where i.umbrella_id = umbrella and i.import_id = import and s.umbrella_id = umbrella and s.incident_id = i.id;
  delete from monitoring.incidents i where i.umbrella_id = umbrella and i.import_id = import;
  delete from vault.records r where r.umbrella_id = umbrella and r.id = record;
  return 'done';
end $$;
comment on function monitoring.undo_import is 'reviewed: removes an import of the current umbrella that two coordinators agreed to undo, while nothing of it was published or worked on';
revoke all on function monitoring.undo_import from public;
grant execute on function monitoring.undo_import to parasol_request;

-- Who reads and writes --------------------------------------------------------------------------------------------------

create function monitoring.is_coordinator() returns boolean
  language sql stable
  return exists (select 1 from people.roles r where r.umbrella_id = platform.current_umbrella()
    and r.person_id = platform.current_account() and r.role = 'coordinator' and r.valid_until is null);

alter table monitoring.imports enable row level security;
-- Coordinators undo, so they see that there is something to undo.
create policy for_monitors_and_coordinators on monitoring.imports for select
  using (umbrella_id = (select platform.current_umbrella())
    and ((select monitoring.is_monitor()) or (select monitoring.is_coordinator())));
create policy recorded_by_monitors on monitoring.imports for insert
  with check (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor())
    and recorded_by = (select platform.current_account()));
create policy summed_up_by_monitors on monitoring.imports for update
  using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()));
grant select, insert (id, record_id, fingerprint, recorded_by), update (summary) on monitoring.imports to parasol_request;
