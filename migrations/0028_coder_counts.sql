-- How many people code an incident and how many have finished. Monitors must not count codings that they may not read, and
-- the list of what waits asks it of every row: so it is kept here, beside the incident, which stays as it is while it is coded.
create table monitoring.coder_counts (
  umbrella_id uuid not null,
  incident_id uuid not null,
  begun smallint not null check (begun between 1 and 2),
  done smallint not null,
  primary key (umbrella_id, incident_id),
  foreign key (umbrella_id, incident_id) references monitoring.incidents (umbrella_id, id) on delete cascade,
  check (done between 0 and begun)
);
comment on table monitoring.coder_counts is 'kept by a trigger on codings; tells how many, not who and not what';
alter table monitoring.coder_counts enable row level security;
create policy by_monitors on monitoring.coder_counts for select
  using (umbrella_id = (select platform.current_umbrella()) and (select monitoring.is_monitor()));
grant select on monitoring.coder_counts to parasol_request;

create function monitoring.count_coders() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare changed monitoring.codings := coalesce(new, old);
begin
  delete from monitoring.coder_counts k where k.umbrella_id = changed.umbrella_id and k.incident_id = changed.incident_id;
  insert into monitoring.coder_counts (umbrella_id, incident_id, begun, done)
    select changed.umbrella_id, changed.incident_id, count(*), count(c.done_at) from monitoring.codings c
    where c.umbrella_id = changed.umbrella_id and c.incident_id = changed.incident_id
    having count(*) > 0;
  return null;
end $$;
comment on function monitoring.count_coders is 'reviewed: a trigger; counts the codings of the row''s incident, which every monitor may know';
revoke execute on function monitoring.count_coders from public;
create trigger codings_counted after insert or delete or update of done_at on monitoring.codings
  for each row execute function monitoring.count_coders();
insert into monitoring.coder_counts (umbrella_id, incident_id, begun, done)
  select umbrella_id, incident_id, count(*), count(done_at) from monitoring.codings group by 1, 2;

-- A duplicate that goes its own way takes its sources along: what stood because of them must not stay standing.
create function monitoring.keep_standard_of_original() returns trigger language plpgsql set search_path = '' as $$
declare original monitoring.incidents;
begin
  select * into original from monitoring.incidents i where i.umbrella_id = old.umbrella_id and i.id = old.duplicate_of;
  if cardinality(monitoring.lacks(original, original.verification)) > 0 then
    raise exception 'incident % stands at % because of this duplicate: lower it first', original.code, original.verification
      using errcode = 'restrict_violation', constraint = 'verification_standard';
  end if;
  return null;
end $$;
create trigger duplicates_hold_the_standard after update of duplicate_of on monitoring.incidents
  for each row when (old.duplicate_of is not null and new.duplicate_of is distinct from old.duplicate_of)
  execute function monitoring.keep_standard_of_original();

-- The same text archived twice is found by its hash.
create index sources_by_hash on monitoring.sources (umbrella_id, hash) where hash is not null;
