-- Work that is done after a transaction: jobs, mail, and the files that people hand in.

-- Jobs. An action asks for work by a row here, in its own transaction; the worker moves due rows to pg-boss. Requests may
-- only add: they read no queue and reach nothing of pg-boss. docs/decisions/job-hand-over.md says why it is so.
create table platform.outbox (
  id uuid primary key,
  umbrella_id uuid references platform.umbrellas (id),
  queue text not null check (queue ~ '^[a-z][a-z-]*\.[a-z][a-z-]*$'),
  subject_id uuid not null,
  singleton_key text check (length(singleton_key) between 1 and 200),
  start_after timestamptz not null default now(),
  created_at timestamptz not null default now()
);
comment on column platform.outbox.umbrella_id is 'null for work of the whole installation or of a person';
comment on column platform.outbox.singleton_key is 'requests of one queue with one key that wait at the same time are one job';
create index outbox_due on platform.outbox (start_after, created_at);
alter table platform.outbox enable row level security;
create policy outbox_takes on platform.outbox for insert to parasol_request
  with check (umbrella_id is not distinct from (select platform.current_umbrella()));
create policy worker_moves on platform.outbox to parasol_worker using (true);
grant insert (id, umbrella_id, queue, subject_id, singleton_key, start_after) on platform.outbox to parasol_request;
-- Locking a row (for update skip locked) needs the right to update a column of it.
grant select, delete, update (start_after) on platform.outbox to parasol_worker;

-- Sealing is not worth waking anybody: it is asked for by every action, and NOTIFY inside of a transaction lets only one
-- transaction commit at a time, so that ballots of many members would queue behind each other's disk. The worker looks by
-- itself every second.
create function platform.wake_worker() returns trigger language plpgsql as $$
begin
  if exists (select from added where start_after <= now() and queue <> 'journal.seal') then
    perform pg_notify('parasol_jobs', '');
  end if;
  return null;
end $$;
create trigger wake after insert on platform.outbox
  referencing new table as added for each statement execute function platform.wake_worker();

create index outbox_sealing on platform.outbox (umbrella_id) where queue = 'journal.seal';

-- Every recorded entry is sealed within seconds of its commit; asked for once for all entries that come meanwhile. One that
-- commits just after its journal was sealed is taken by the sealing of every minute.
create function platform.ask_for_sealing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into platform.outbox (id, umbrella_id, queue, subject_id, singleton_key)
    select gen_random_uuid(), umbrella_id, 'journal.seal', umbrella_id, umbrella_id::text
    from (select distinct umbrella_id from added) umbrellas
    where not exists (
      select 1 from platform.outbox waiting where waiting.queue = 'journal.seal' and waiting.umbrella_id = umbrellas.umbrella_id);
  return null;
end $$;
comment on function platform.ask_for_sealing() is 'reviewed: asks only that the journals of the entries just written be sealed';
revoke all on function platform.ask_for_sealing() from public;
create trigger seal_soon after insert on platform.journal_entries
  referencing new table as added for each statement execute function platform.ask_for_sealing();

-- A job may run twice (a process dies after its work and before pg-boss hears of it). Work that must happen once leaves
-- its mark here in its own transaction; the second run finds the mark.
create table platform.job_marks (
  umbrella_id uuid references platform.umbrellas (id),
  job_id uuid not null,
  step text not null default '',
  done_at timestamptz not null default now(),
  unique nulls not distinct (umbrella_id, job_id, step)
);
create index job_marks_by_age on platform.job_marks (done_at);
alter table platform.job_marks enable row level security;
create policy marks_are_made on platform.job_marks for insert to parasol_request
  with check (umbrella_id is not distinct from (select platform.current_umbrella()));
create policy worker_tidies on platform.job_marks to parasol_worker using (true);
grant insert (umbrella_id, job_id, step) on platform.job_marks to parasol_request;
grant select (done_at), delete on platform.job_marks to parasol_worker;

-- A job that failed for good stays here until a coordinator retries or dismisses it.
create table platform.dead_letters (
  id uuid primary key,
  umbrella_id uuid references platform.umbrellas (id),
  queue text not null,
  subject_id uuid not null,
  failure text not null check (length(failure) <= 200),
  attempts integer not null check (attempts > 0),
  failed_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_by uuid references people.people (id),
  outcome text check (outcome in ('retried', 'dismissed')),
  check ((settled_at is null) = (outcome is null)),
  check ((settled_at is null) = (settled_by is null))
);
comment on column platform.dead_letters.id is 'the failed job';
comment on column platform.dead_letters.failure is 'kind of error and its code; never its message, which can hold personal data';
create index dead_letters_open on platform.dead_letters (umbrella_id, failed_at desc) where settled_at is null;
alter table platform.dead_letters enable row level security;
create policy coordinators_see on platform.dead_letters to parasol_request using (
  case when umbrella_id is null
    then (select exists (select from people.administrators a where a.person_id = platform.current_account()))
    else umbrella_id = (select platform.current_umbrella()) and (select exists (
      select from people.roles r where r.umbrella_id = platform.current_umbrella() and r.role = 'coordinator'
        and r.person_id = platform.current_account() and r.valid_until is null))
  end
) with check (settled_by = (select platform.current_account()));
create policy worker_lays_down on platform.dead_letters to parasol_worker using (true);
grant select, update (settled_at, settled_by, outcome) on platform.dead_letters to parasol_request;
grant insert (id, umbrella_id, queue, subject_id, failure, attempts), select on platform.dead_letters to parasol_worker;

-- Mail that waits, and the trace that it was sent. Holds no address: the worker reads that where it lives, when it sends.
create table platform.mail (
  id uuid primary key,
  umbrella_id uuid references platform.umbrellas (id),
  person_id uuid references people.people (id),
  invitation_id uuid,
  event text not null check (length(event) between 1 and 200),
  category text not null check (category in ('asked', 'soon', 'news')),
  template text not null,
  values jsonb not null default '{}',
  link text check (link ~ '^/'),
  status text not null default 'waiting' check (status in ('waiting', 'sending', 'sent', 'dropped')),
  dropped_because text check (dropped_because in ('no-address', 'not-wanted', 'erased')),
  message_id text,
  attempts integer not null default 0,
  queued_at timestamptz not null default now(),
  claimed_at timestamptz,
  settled_at timestamptz,
  unique nulls not distinct (umbrella_id, person_id, invitation_id, event),
  foreign key (umbrella_id, invitation_id) references people.invitations (umbrella_id, id),
  check (num_nonnulls(person_id, invitation_id) = 1),
  check ((status in ('sent', 'dropped')) = (settled_at is not null)),
  check ((status = 'dropped') = (dropped_because is not null)),
  check (status <> 'sending' or message_id is not null)
);
comment on column platform.mail.event is 'what the mail tells: one person is told one event once';
comment on column platform.mail.values is 'what the template needs; emptied when sent; never sealed text';
comment on column platform.mail.link is 'path of the page that the mail leads to';
comment on column platform.mail.message_id is 'the Message-ID is kept when sending is tried again, so that a second copy can be recognised';
create index mail_waiting on platform.mail (person_id, queued_at) where status in ('waiting', 'sending');
create index mail_settled on platform.mail (settled_at) where settled_at is not null;
alter table platform.mail enable row level security;
create policy mail_is_handed_in on platform.mail for insert to parasol_request
  with check (umbrella_id is not distinct from (select platform.current_umbrella()));
create policy mail_to_myself on platform.mail for select to parasol_request
  using (person_id = (select platform.current_account()));
create policy mail_to_myself_forgotten on platform.mail for delete to parasol_request
  using (person_id = (select platform.current_account()));
create policy worker_sends on platform.mail to parasol_worker using (true);
grant insert (id, umbrella_id, person_id, invitation_id, event, category, template, values, link), delete
  on platform.mail to parasol_request;
grant select (id, umbrella_id, person_id, event, category, template, values, link, status, queued_at, settled_at)
  on platform.mail to parasol_request;
grant select, delete, update (values, link, status, dropped_because, message_id, attempts, claimed_at, settled_at)
  on platform.mail to parasol_worker;

-- A demonstration on a loopback origin sends nothing: what would have been sent is shown to whom it is for.
create table platform.demonstration_mail (
  id uuid primary key,
  person_id uuid,
  message_id text not null unique,
  subject text not null,
  body_text text not null,
  body_html text not null,
  sent_at timestamptz not null default now()
);
comment on column platform.demonstration_mail.person_id is 'null when the address is nobody''s account; nobody sees that mail';
create index demonstration_mail_of_person on platform.demonstration_mail (person_id, sent_at desc);
alter table platform.demonstration_mail enable row level security;
create policy own_demonstration_mail on platform.demonstration_mail for select to parasol_request
  using (person_id = (select platform.current_account()));
create policy worker_shows on platform.demonstration_mail for insert to parasol_worker with check (true);
grant select on platform.demonstration_mail to parasol_request;
grant insert on platform.demonstration_mail to parasol_worker;

-- Files. Kept in the database, so that one backup holds everything and a file and its row commit together.
create table platform.files (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 160 and name !~ '[[:cntrl:]/\\]'),
  media_type text not null,
  size integer not null check (size between 1 and 20971520),
  sha256 bytea not null check (octet_length(sha256) = 32),
  stored_by uuid default platform.current_account(),
  stored_at timestamptz not null default now(),
  primary key (umbrella_id, id)
);
create table platform.file_chunks (
  umbrella_id uuid not null default platform.current_umbrella(),
  file_id uuid not null,
  position integer not null check (position >= 0),
  bytes bytea not null check (octet_length(bytes) between 1 and 262144),
  primary key (umbrella_id, file_id, position),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id) on delete cascade
);
-- What people hand in is compressed already.
alter table platform.file_chunks alter column bytes set storage external;
alter table platform.files enable row level security;
alter table platform.file_chunks enable row level security;
create policy files_of_the_umbrella on platform.files
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
create policy chunks_of_the_umbrella on platform.file_chunks
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert (id, name, media_type, size, sha256), delete on platform.files to parasol_request;
grant select, insert (file_id, position, bytes) on platform.file_chunks to parasol_request;
