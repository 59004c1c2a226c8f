-- Reports: what frightened people tell. All of it is sealed; here stands only what may lie in the open, and nothing that says
-- when exactly somebody wrote, from where, or in which words.

grant usage on schema monitoring to parasol_worker;

create table monitoring.reports (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null check (substr(id::text, 15, 1) = '4'),
  record_id uuid not null,
  received_on date not null default current_date,
  region text check (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
  month date check (extract(day from month) = 1),
  month_until date check (extract(day from month_until) = 1),
  precision text check (precision in ('exact', 'range', 'month', 'half_year')),
  consents text[] not null default '{}',
  waiting_since date default current_date,
  announced boolean not null default false,
  incident_id uuid,
  closed_on date,
  primary key (umbrella_id, id),
  unique (umbrella_id, record_id),
  foreign key (umbrella_id, record_id) references vault.records (umbrella_id, id) on delete cascade,
  foreign key (umbrella_id, incident_id) references monitoring.incidents (umbrella_id, id),
  check ((month is null) = (precision is null)),
  check (month_until is null or precision = 'range' and month_until >= month),
  check (precision is distinct from 'half_year' or extract(month from month) in (1, 7))
);
comment on column monitoring.reports.id is 'random: UUIDv7 would say to the millisecond when somebody reported';
comment on column monitoring.reports.consents is 'what is agreed to today; kept by a trigger on report_consents';
comment on column monitoring.reports.waiting_since is 'the day from which the reporter waits for an answer; null when nobody waits';
comment on column monitoring.reports.announced is 'whether monitors were told that somebody waits';
create index reports_waiting on monitoring.reports (umbrella_id, received_on, id) where incident_id is null and closed_on is null;
create index reports_unannounced on monitoring.reports (umbrella_id) where not announced and waiting_since is not null;
create index reports_of_incident on monitoring.reports (umbrella_id, incident_id) where incident_id is not null;

-- What somebody agreed to and took back, by day. The last line for a use counts.
create table monitoring.report_consents (
  umbrella_id uuid not null default platform.current_umbrella(),
  report_id uuid not null,
  position integer not null,
  use text not null check (use in ('statistics', 'map', 'authority', 'lawyer', 'media')),
  given boolean not null,
  told_on date not null default current_date,
  primary key (umbrella_id, report_id, position),
  foreign key (umbrella_id, report_id) references monitoring.reports (umbrella_id, id) on delete cascade
);

-- Files of a report that was not submitted yet. They open with the receipt alone, which nobody but its page has.
create table monitoring.report_drafts (
  umbrella_id uuid not null default platform.current_umbrella(),
  record_id uuid not null,
  ends_at timestamptz not null default date_trunc('hour', now()) + interval '25 hours',
  primary key (umbrella_id, record_id),
  foreign key (umbrella_id, record_id) references vault.records (umbrella_id, id) on delete cascade
);
create index report_drafts_ending on monitoring.report_drafts (ends_at);

create function monitoring.guard_report() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from vault.record_seals s
      join vault.team_keys g on g.umbrella_id = s.umbrella_id and g.id = s.team_key_id
      join vault.teams t on t.umbrella_id = g.umbrella_id and t.id = g.team_id
      where s.umbrella_id = new.umbrella_id and s.record_id = new.record_id and t.kind = 'monitor') then
    raise exception 'a report is sealed to the monitors' using errcode = 'restrict_violation', constraint = 'sealed_to_monitors';
  end if;
  return new;
end $$;
comment on function monitoring.guard_report() is 'reviewed: looks only whether the monitors can open the row''s record';
revoke all on function monitoring.guard_report() from public;
create trigger reports_sealed before insert on monitoring.reports for each row execute function monitoring.guard_report();

create function monitoring.number_consent() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  perform from monitoring.reports r where r.umbrella_id = new.umbrella_id and r.id = new.report_id for no key update;
  select coalesce(max(c.position), 0) + 1 into new.position from monitoring.report_consents c
    where c.umbrella_id = new.umbrella_id and c.report_id = new.report_id;
  new.told_on := current_date;
  update monitoring.reports r
    set consents = array(select distinct u from unnest(case when new.given then r.consents || new.use else array_remove(r.consents, new.use) end) u order by u)
    where r.umbrella_id = new.umbrella_id and r.id = new.report_id;
  return new;
end $$;
comment on function monitoring.number_consent() is 'reviewed: numbers the consents of the row''s report and writes on it what is agreed to now';
revoke all on function monitoring.number_consent() from public;
create trigger consents_numbered before insert on monitoring.report_consents for each row execute function monitoring.number_consent();
create trigger consents_stay before update on monitoring.report_consents for each row execute function platform.refuse_change();

alter table monitoring.reports enable row level security;
alter table monitoring.report_consents enable row level security;
alter table monitoring.report_drafts enable row level security;
-- Monitors, and who shows the receipt in this transaction.
create policy reports_in_sight on monitoring.reports for select
  using (umbrella_id = (select platform.current_umbrella()) and ((select monitoring.is_monitor()) or vault.in_sight(record_id)));
create policy reports_made on monitoring.reports for insert
  with check (umbrella_id = (select platform.current_umbrella()) and vault.in_sight(record_id));
create policy reports_kept_by_monitors on monitoring.reports for update
  using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()));
create policy consents_in_sight on monitoring.report_consents for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select from monitoring.reports r
    where r.umbrella_id = report_consents.umbrella_id and r.id = report_consents.report_id));
-- Not by monitors: nobody consents for somebody else.
create policy consents_by_reporter on monitoring.report_consents for insert
  with check (umbrella_id = (select platform.current_umbrella()) and nullif(current_setting('parasol.receipt', true), '') is not null
    and exists (select from monitoring.reports r where r.umbrella_id = report_consents.umbrella_id and r.id = report_consents.report_id
      and vault.in_sight(r.record_id)));
create policy drafts_in_sight on monitoring.report_drafts
  using (umbrella_id = (select platform.current_umbrella()) and vault.in_sight(record_id))
  with check (umbrella_id = (select platform.current_umbrella()) and vault.in_sight(record_id));
grant select, insert (id, record_id, region, month, month_until, precision), update (waiting_since, incident_id, closed_on)
  on monitoring.reports to parasol_request;
grant select, insert (report_id, use, given) on monitoring.report_consents to parasol_request;
grant select, insert (record_id), delete on monitoring.report_drafts to parasol_request;

-- Whether somebody here could read a report. Said before anybody begins to write one.
create function monitoring.takes_reports() returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from people.roles r join vault.keys k on k.account_id = r.person_id
      where r.umbrella_id = platform.current_umbrella() and r.role = 'monitor' and r.valid_from <= now() and r.valid_until is null
        and k.effective_at <= now() and (k.retired_at is null or k.retired_at > now()));
  end;
comment on function monitoring.takes_reports() is 'reviewed: whether some monitor of the current umbrella has a key';
revoke all on function monitoring.takes_reports() from public;
grant execute on function monitoring.takes_reports() to parasol_request;

create function monitoring.reporter_wrote(record uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if nullif(current_setting('parasol.receipt', true), '') is null or not vault.in_sight(record) then return; end if;
  update monitoring.reports r set waiting_since = coalesce(r.waiting_since, current_date), announced = false, closed_on = null
    where r.umbrella_id = platform.current_umbrella() and r.record_id = record;
end $$;
comment on function monitoring.reporter_wrote(uuid) is 'reviewed: marks a report of the current umbrella as waiting, for who shows its receipt';
revoke all on function monitoring.reporter_wrote(uuid) from public;
grant execute on function monitoring.reporter_wrote(uuid) to parasol_request;

create function monitoring.drop_draft_file(file uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  delete from vault.files f using monitoring.report_drafts d
    where f.umbrella_id = platform.current_umbrella() and f.id = file and d.umbrella_id = f.umbrella_id and d.record_id = f.record_id
      and nullif(current_setting('parasol.receipt', true), '') is not null and vault.in_sight(f.record_id);
  return found;
end $$;
comment on function monitoring.drop_draft_file(uuid) is 'reviewed: deletes a file of a report that is not submitted yet, for who shows its receipt';
revoke all on function monitoring.drop_draft_file(uuid) from public;
grant execute on function monitoring.drop_draft_file(uuid) to parasol_request;

create function monitoring.announce_reports() returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update monitoring.reports r set announced = true
    where r.umbrella_id = platform.current_umbrella() and not r.announced and r.waiting_since is not null;
  return found;
end $$;
comment on function monitoring.announce_reports() is 'reviewed: says only whether somebody in the current umbrella has waited unannounced';
revoke all on function monitoring.announce_reports() from public;
grant execute on function monitoring.announce_reports() to parasol_request;

create function monitoring.tidy_report_drafts() returns integer
  language plpgsql security definer set search_path = '' as $$
declare tidied integer;
begin
  delete from vault.records r using monitoring.report_drafts d
    where d.ends_at <= now() and r.umbrella_id = d.umbrella_id and r.id = d.record_id;
  get diagnostics tidied = row_count;
  return tidied;
end $$;
comment on function monitoring.tidy_report_drafts() is 'reviewed: deletes files of reports that were never submitted, a day after; gives away a count';
revoke all on function monitoring.tidy_report_drafts() from public;
grant execute on function monitoring.tidy_report_drafts() to parasol_worker;
