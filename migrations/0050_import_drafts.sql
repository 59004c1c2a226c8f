-- A chronicle on its way in. Its file and its mapping are here encrypted; the key is in the browser of who brought them, and
-- here only while it is being recorded, wrapped under a secret that the database does not have.

create table monitoring.import_drafts (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  account_id uuid not null default platform.current_account() references people.people (id) on delete cascade,
  ends_at timestamptz not null default now() + interval '24 hours',
  state bytea,
  file bytea,
  wrapped_key bytea,
  asked_at timestamptz,
  total integer check (total > 0),
  done integer not null default 0 check (done >= 0),
  outcome text check (outcome in ('recorded', 'stopped', 'refused', 'failed')),
  reason text check (length(reason) <= 100),
  import_id uuid,
  primary key (umbrella_id, id),
  constraint one_draft_of_a_person unique (umbrella_id, account_id),
  foreign key (umbrella_id, import_id) references monitoring.imports (umbrella_id, id),
  check ((asked_at is null) = (total is null)),
  check (wrapped_key is null or asked_at is not null and outcome is null),
  check (outcome is null or asked_at is not null and state is null and file is null),
  check (outcome is not null or state is not null and file is not null),
  check ((outcome = 'recorded') = (import_id is not null) or outcome is null),
  check (reason is null or outcome = 'refused')
);
comment on column monitoring.import_drafts.done is 'rows of the file that are sealed, while it is being recorded';
create index import_drafts_ending on monitoring.import_drafts (ends_at);

-- What has ended has ended: who stops a recording and the recording itself may come at the same moment.
create function monitoring.guard_import_draft() returns trigger language plpgsql set search_path = '' as $$
begin
  if (new.umbrella_id, new.id, new.account_id) is distinct from (old.umbrella_id, old.id, old.account_id) or old.outcome is not null
      or old.asked_at is not null and (new.asked_at, new.total) is distinct from (old.asked_at, old.total) then
    raise exception 'what became of a chronicle on its way in stays' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger import_drafts_guarded before update on monitoring.import_drafts
  for each row execute function monitoring.guard_import_draft();

alter table monitoring.import_drafts enable row level security;
create policy own_drafts on monitoring.import_drafts
  using (umbrella_id = (select platform.current_umbrella()) and account_id = (select platform.current_account())
    and (select monitoring.is_monitor()))
  with check (umbrella_id = (select platform.current_umbrella()) and account_id = (select platform.current_account())
    and (select monitoring.is_monitor()));
grant select, insert (id, state, file), update (state, file, wrapped_key, asked_at, total, done, outcome, reason, import_id, ends_at),
  delete on monitoring.import_drafts to parasol_request;

create function monitoring.drafter(draft uuid) returns uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select d.account_id from monitoring.import_drafts d
      where d.umbrella_id = platform.current_umbrella() and d.id = draft and d.asked_at is not null;
  end;
comment on function monitoring.drafter(uuid) is 'reviewed: tells who asked that a chronicle be recorded, for the job that does it in their name';
revoke all on function monitoring.drafter(uuid) from public;
grant execute on function monitoring.drafter(uuid) to parasol_request;

create function monitoring.tidy_import_drafts() returns integer
  language plpgsql security definer set search_path = '' as $$
declare tidied integer;
begin
  delete from monitoring.import_drafts d where d.ends_at <= now();
  get diagnostics tidied = row_count;
  return tidied;
end $$;
comment on function monitoring.tidy_import_drafts() is 'reviewed: deletes chronicles that were brought and not recorded, a day after; gives away a count';
revoke all on function monitoring.tidy_import_drafts() from public;
grant execute on function monitoring.tidy_import_drafts() to parasol_worker;
