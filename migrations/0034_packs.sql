-- Packs: what monitors write to ODIHR, to the police or a prosecutor, and to a Commissioner. The words are in a sealed record;
-- here stands who did what, about which incidents, and the hashes of the files that left.

create table monitoring.packs (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  kind text not null check (kind in ('odihr', 'complaint', 'commissioner')),
  year smallint check (year between 1990 and 2100),
  addressee text check (addressee in ('police', 'prosecutor', 'ua_commissioner', 'pl_commissioner')),
  lang text not null check (lang in ('uk', 'pl', 'en')),
  told_agreed boolean not null default false,
  record_id uuid,
  status text not null default 'draft' check (status in ('draft', 'asked', 'final', 'handed_over', 'ended')),
  begun_by uuid not null references people.people (id),
  begun_on date not null default current_date,
  part_id uuid,
  asked_by uuid references people.people (id),
  asked_at timestamptz,
  confirmed_by uuid references people.people (id),
  confirmed_at timestamptz,
  handed_by uuid references people.people (id),
  handed_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, record_id) references vault.records (umbrella_id, id) on delete set null (record_id),
  check ((kind = 'odihr') = (year is not null)),
  check (case kind when 'odihr' then addressee is null when 'complaint' then addressee in ('police', 'prosecutor')
    else addressee in ('ua_commissioner', 'pl_commissioner') end),
  check (kind = 'odihr' or lang in ('uk', 'pl')),
  check ((asked_by is null) = (part_id is null) and (asked_by is null) = (asked_at is null)),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check ((handed_by is null) = (handed_at is null)),
  check (status <> 'draft' or asked_by is null),
  check (status <> 'asked' or asked_by is not null and confirmed_by is null),
  check (status not in ('final', 'handed_over') or confirmed_by is not null),
  check ((status = 'handed_over') = (handed_by is not null)),
  constraint two_monitors_for_a_pack check (confirmed_by <> asked_by)
);
comment on column monitoring.packs.lang is 'the language in which its texts are written';
comment on column monitoring.packs.told_agreed is 'who began it says: those who told a monitor in person agreed to this use';
comment on column monitoring.packs.part_id is 'the sealed draft that the first monitor asked about: the second confirms this one or none';
create index packs_begun on monitoring.packs (umbrella_id, begun_on desc, id);

create table monitoring.pack_incidents (
  umbrella_id uuid not null default platform.current_umbrella(),
  pack_id uuid not null,
  incident_id uuid not null,
  primary key (umbrella_id, pack_id, incident_id),
  foreign key (umbrella_id, pack_id) references monitoring.packs (umbrella_id, id),
  foreign key (umbrella_id, incident_id) references monitoring.incidents (umbrella_id, id)
);
create index packs_of_incident on monitoring.pack_incidents (umbrella_id, incident_id);

create table monitoring.pack_files (
  umbrella_id uuid not null default platform.current_umbrella(),
  pack_id uuid not null,
  name text not null check (name ~ '^[a-z0-9-]{1,60}\.(pdf|csv)$'),
  file_id uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  primary key (umbrella_id, pack_id, name),
  foreign key (umbrella_id, pack_id) references monitoring.packs (umbrella_id, id)
);
comment on column monitoring.pack_files.file_id is 'the sealed file in the vault';

-- Consent -------------------------------------------------------------------------------------------------------------------

create function monitoring.uses_of_pack(kind text) returns text[]
  language sql immutable
  return case kind when 'odihr' then array['authority', 'statistics'] else array['authority'] end;

-- Sources that speak for an incident, and those of its duplicates.
create function monitoring.sources_for(incident uuid) returns setof monitoring.sources
  language sql stable
begin atomic
  select s.* from monitoring.sources s
  where s.umbrella_id = platform.current_umbrella() and s.withdrawn_on is null
    and (s.incident_id = incident or s.incident_id in (
      select d.id from monitoring.incidents d where d.umbrella_id = platform.current_umbrella() and d.duplicate_of = incident));
end;

create function monitoring.reports_for(incident uuid) returns setof monitoring.reports
  language sql stable
begin atomic
  select r.* from monitoring.reports r
  where r.umbrella_id = platform.current_umbrella()
    and (r.incident_id = incident
      or r.incident_id in (
        select d.id from monitoring.incidents d where d.umbrella_id = platform.current_umbrella() and d.duplicate_of = incident)
      or r.record_id in (select s.record_id from monitoring.sources_for(incident) s));
end;

-- What was told to a monitor in person: nobody keeps a ledger of consents for it. Nothing published, and no row of a chronicle.
create function monitoring.was_confided(incident uuid) returns boolean
  language sql stable
  return exists (select 1 from monitoring.sources_for(incident) s
    join monitoring.incidents i on i.umbrella_id = s.umbrella_id and i.id = s.incident_id
    where s.record_id is not null and s.hash is null and i.import_id is null
      and not exists (select 1 from monitoring.reports r where r.umbrella_id = s.umbrella_id and r.record_id = s.record_id));

create function monitoring.lacks_consent(incident uuid, uses text[], told_agreed boolean) returns boolean
  language sql stable
  return exists (select 1 from monitoring.reports_for(incident) r where not r.consents @> uses)
    or not told_agreed and monitoring.was_confided(incident);

-- Rules ---------------------------------------------------------------------------------------------------------------------

create function monitoring.guard_pack_consent(pack monitoring.packs) returns void
  language plpgsql set search_path = '' as $$
begin
  -- Somebody who takes a consent back at this moment waits, or is waited for.
  perform from monitoring.reports r where r.umbrella_id = pack.umbrella_id and r.id in (
    select f.id from monitoring.pack_incidents p cross join lateral monitoring.reports_for(p.incident_id) f
    where p.umbrella_id = pack.umbrella_id and p.pack_id = pack.id) for share;
  if not exists (select 1 from monitoring.pack_incidents p where p.umbrella_id = pack.umbrella_id and p.pack_id = pack.id) then
    raise exception 'a pack is about something' using errcode = 'restrict_violation', constraint = 'pack_has_incidents';
  end if;
  if exists (select 1 from monitoring.pack_incidents p where p.umbrella_id = pack.umbrella_id and p.pack_id = pack.id
      and monitoring.lacks_consent(p.incident_id, monitoring.uses_of_pack(pack.kind), pack.told_agreed)) then
    raise exception 'a consent is missing or was taken back' using errcode = 'restrict_violation', constraint = 'pack_consent';
  end if;
end $$;

create function monitoring.guard_pack() returns trigger language plpgsql set search_path = '' as $$
declare changed text[];
begin
  if tg_op = 'INSERT' then
    if new.status <> 'draft' or new.begun_by is distinct from platform.current_account() or new.record_id is null then
      raise exception 'a pack begins as a draft, in one''s own name' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  select coalesce(array_agg(n.key order by n.key), '{}') into changed
    from jsonb_each(to_jsonb(new)) n where n.value is distinct from to_jsonb(old) -> n.key;
  -- Its words were purged; what it was stays.
  if changed = '{record_id}' and new.record_id is null then return new; end if;
  if changed = '{asked_at,asked_by,part_id,status}' and old.status = 'draft' and new.status = 'asked' then
    if new.asked_by is distinct from platform.current_account() then
      raise exception 'one asks in one''s own name' using errcode = 'restrict_violation';
    end if;
    if not exists (select 1 from vault.record_parts p where p.umbrella_id = new.umbrella_id and p.id = new.part_id
        and p.record_id = new.record_id and p.name = 'draft'
        and not exists (select 1 from vault.record_parts q where q.umbrella_id = p.umbrella_id and q.record_id = p.record_id
          and q.name = 'draft' and q.position > p.position)) then
      raise exception 'one asks about the latest draft' using errcode = 'restrict_violation', constraint = 'latest_draft';
    end if;
    new.asked_at := now();
    perform monitoring.guard_pack_consent(new);
    return new;
  end if;
  if changed = '{asked_at,asked_by,part_id,status}' and old.status = 'asked' and new.status = 'draft' then return new; end if;
  if changed = '{confirmed_at,confirmed_by,status}' and old.status = 'asked' and new.status = 'final' then
    if new.confirmed_by is distinct from platform.current_account() then
      raise exception 'one confirms in one''s own name' using errcode = 'restrict_violation';
    end if;
    new.confirmed_at := now();
    perform monitoring.guard_pack_consent(new);
    return new;
  end if;
  if changed = '{handed_at,handed_by,status}' and old.status = 'final' and new.status = 'handed_over' then
    if new.handed_by is distinct from platform.current_account() then
      raise exception 'one hands over in one''s own name' using errcode = 'restrict_violation';
    end if;
    new.handed_at := now();
    perform monitoring.guard_pack_consent(new);
    return new;
  end if;
  if changed = '{status}' and old.status in ('draft', 'asked', 'final') and new.status = 'ended' then return new; end if;
  raise exception 'a pack goes from draft to final by two monitors, and stays then as it is'
    using errcode = 'restrict_violation', constraint = 'pack_stays';
end $$;
create trigger packs_guarded before insert or update on monitoring.packs
  for each row execute function monitoring.guard_pack();
create trigger packs_stay before delete on monitoring.packs for each row execute function platform.refuse_change();

create function monitoring.guard_pack_incident() returns trigger language plpgsql set search_path = '' as $$
declare
  pack monitoring.packs;
  incident monitoring.incidents;
begin
  select * into pack from monitoring.packs p where p.umbrella_id = new.umbrella_id and p.id = new.pack_id for update;
  select * into incident from monitoring.incidents i where i.umbrella_id = new.umbrella_id and i.id = new.incident_id;
  if pack.status <> 'draft' or pack.begun_by is distinct from platform.current_account() then
    raise exception 'what a pack is about is said when it begins' using errcode = 'restrict_violation';
  end if;
  if incident.verification not in ('V1', 'V2', 'V3', 'V4') or pack.kind = 'odihr' and not (incident.odihr_eligible
      and incident.verification <> 'V1' and coalesce(extract(year from incident.month) = pack.year, false)) then
    raise exception 'this incident is not for this pack' using errcode = 'restrict_violation', constraint = 'fit_for_pack';
  end if;
  if pack.kind <> 'odihr' and exists (select 1 from monitoring.pack_incidents p
      where p.umbrella_id = new.umbrella_id and p.pack_id = new.pack_id) then
    raise exception 'a complaint is about one incident' using errcode = 'restrict_violation', constraint = 'one_incident';
  end if;
  if monitoring.lacks_consent(new.incident_id, monitoring.uses_of_pack(pack.kind), pack.told_agreed) then
    raise exception 'a consent is missing' using errcode = 'restrict_violation', constraint = 'pack_consent';
  end if;
  return new;
end $$;
create trigger pack_incidents_guarded before insert on monitoring.pack_incidents
  for each row execute function monitoring.guard_pack_incident();
create trigger pack_incidents_stay before update or delete on monitoring.pack_incidents
  for each row execute function platform.refuse_change();

create function monitoring.guard_pack_file() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select 1 from monitoring.packs p
      join vault.files f on f.umbrella_id = p.umbrella_id and f.record_id = p.record_id and f.id = new.file_id
      where p.umbrella_id = new.umbrella_id and p.id = new.pack_id and p.status = 'final' and p.confirmed_at = now()) then
    raise exception 'files are made when a pack is confirmed, and stay' using errcode = 'restrict_violation', constraint = 'pack_stays';
  end if;
  return new;
end $$;
create trigger pack_files_guarded before insert on monitoring.pack_files
  for each row execute function monitoring.guard_pack_file();
create trigger pack_files_stay before update or delete on monitoring.pack_files
  for each row execute function platform.refuse_change();

alter table monitoring.packs enable row level security;
alter table monitoring.pack_incidents enable row level security;
alter table monitoring.pack_files enable row level security;
create policy by_monitors on monitoring.packs
  using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()))
  with check (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()));
create policy by_monitors on monitoring.pack_incidents
  using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()))
  with check (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()));
create policy by_monitors on monitoring.pack_files
  using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()))
  with check (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()));
grant select, insert (id, kind, year, addressee, lang, told_agreed, record_id, begun_by),
  update (status, part_id, asked_by, asked_at, confirmed_by, confirmed_at, handed_by, handed_at)
  on monitoring.packs to parasol_request;
grant select, insert (pack_id, incident_id) on monitoring.pack_incidents to parasol_request;
grant select, insert (pack_id, name, file_id, sha256) on monitoring.pack_files to parasol_request;

-- Welfare of monitors -------------------------------------------------------------------------------------------------------

-- Nobody but the person knows how much they set themselves.
create table monitoring.own_limits (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  person_id uuid not null references people.people (id) on delete cascade,
  per_week smallint not null check (per_week between 1 and 500),
  primary key (umbrella_id, person_id)
);
alter table monitoring.own_limits enable row level security;
create policy own on monitoring.own_limits
  using (umbrella_id = (select platform.current_umbrella()) and person_id = (select platform.current_account()))
  with check (umbrella_id = (select platform.current_umbrella()) and person_id = (select platform.current_account())
    and (select monitoring.is_monitor()));
grant select, insert (person_id, per_week), update (per_week), delete on monitoring.own_limits to parasol_request;

-- A coding that its coder would rather give to a colleague. It stays theirs until the colleague accepts.
create table monitoring.coding_offers (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  coding_id uuid not null,
  incident_id uuid not null,
  from_id uuid not null references people.people (id),
  to_id uuid not null references people.people (id),
  primary key (umbrella_id, id),
  constraint one_offer_of_a_coding unique (umbrella_id, coding_id),
  foreign key (umbrella_id, coding_id) references monitoring.codings (umbrella_id, id) on delete cascade,
  foreign key (umbrella_id, incident_id) references monitoring.incidents (umbrella_id, id),
  check (from_id <> to_id)
);
create function monitoring.guard_coding_offer() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select 1 from monitoring.codings c where c.umbrella_id = new.umbrella_id and c.id = new.coding_id
      and c.incident_id = new.incident_id and c.coder_id = platform.current_account() and c.done_at is null) then
    raise exception 'one offers an open coding of one''s own' using errcode = 'restrict_violation', constraint = 'own_open_coding';
  end if;
  if not exists (select 1 from people.roles r where r.umbrella_id = new.umbrella_id and r.person_id = new.to_id
      and r.role = 'monitor' and r.valid_until is null) then
    raise exception 'a coding is offered to a monitor' using errcode = 'restrict_violation', constraint = 'offered_to_monitor';
  end if;
  return new;
end $$;
create trigger coding_offers_guarded before insert on monitoring.coding_offers
  for each row execute function monitoring.guard_coding_offer();
alter table monitoring.coding_offers enable row level security;
create policy by_the_two on monitoring.coding_offers
  using (umbrella_id = (select platform.current_umbrella()) and (select platform.current_account()) in (from_id, to_id))
  with check (umbrella_id = (select platform.current_umbrella()) and from_id = (select platform.current_account())
    and (select monitoring.is_monitor()));
grant select, insert (id, coding_id, incident_id, from_id, to_id), delete on monitoring.coding_offers to parasol_request;

-- The incident goes on, not the codes: whoever takes it over chooses afresh, so that the second coding stays blind.
create function monitoring.take_over_coding(offer uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare offered monitoring.coding_offers;
begin
  select * into offered from monitoring.coding_offers o
    where o.umbrella_id = platform.current_umbrella() and o.id = offer and o.to_id = platform.current_account() for update;
  if offered.id is null or not monitoring.is_monitor() then return false; end if;
  delete from monitoring.codings c where c.umbrella_id = offered.umbrella_id and c.id = offered.coding_id and c.done_at is null;
  if not found then return false; end if;
  insert into monitoring.codings (umbrella_id, id, incident_id, coder_id, codes)
    values (offered.umbrella_id, gen_random_uuid(), offered.incident_id, platform.current_account(), '{}');
  return true;
end $$;
comment on function monitoring.take_over_coding is 'reviewed: gives back the open coding that its coder offered to the asking person, and begins one of theirs; shows no codes';
revoke execute on function monitoring.take_over_coding from public;
grant execute on function monitoring.take_over_coding to parasol_request;

-- How much the asking person opened, by how grave it was: of themselves alone.
create function monitoring.own_openings(since timestamptz) returns table (severity text, texts integer, with_files integer)
  language sql stable
begin atomic
  select coalesce((
      select max(i.severity) from monitoring.incidents i where i.umbrella_id = o.umbrella_id and i.import_id is null
        and (i.record_id = o.record_id
          or i.id in (select s.incident_id from monitoring.sources s where s.umbrella_id = o.umbrella_id and s.record_id = o.record_id)
          or i.id in (select r.incident_id from monitoring.reports r where r.umbrella_id = o.umbrella_id and r.record_id = o.record_id))
    ), 'none'),
    count(*)::integer,
    (count(*) filter (where exists (select 1 from vault.files f
      where f.umbrella_id = o.umbrella_id and f.record_id = o.record_id)))::integer
  from vault.openings o
  where o.umbrella_id = platform.current_umbrella() and o.account_id = platform.current_account() and o.opened_at >= since
  group by 1;
end;
create index sources_by_record on monitoring.sources (umbrella_id, record_id) where record_id is not null;
create index incidents_by_record on monitoring.incidents (umbrella_id, record_id) where record_id is not null;
