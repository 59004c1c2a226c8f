-- What every room stands on: umbrellas, the rules of an umbrella, who is asking.
-- Roles (parasol_owner, parasol_request, parasol_accounts, parasol_worker) exist before the first migration.

create schema platform;
revoke all on schema platform from public;
grant usage on schema platform to parasol_request, parasol_worker, parasol_accounts;

-- Scope of the transaction, set by the program with SET LOCAL. Unset means nobody and nowhere, so silence reads nothing.
create function platform.current_umbrella() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('parasol.umbrella', true), '')::uuid;

create function platform.current_account() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('parasol.account', true), '')::uuid;

create table platform.umbrellas (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,62}$'),
  name jsonb not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  accent text not null default 'slate' check (accent ~ '^[a-z]+$'),
  locales text[] not null default '{uk,pl,en}' check (cardinality(locales) > 0),
  zone text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  founded_on date,
  out_of_scope jsonb not null default '[]',
  settled_at timestamptz,
  demonstration boolean not null default false,
  created_at timestamptz not null default now()
);
comment on column platform.umbrellas.settled_at is 'when the first-run page was completed; before that only coordinators see the umbrella';
comment on column platform.umbrellas.out_of_scope is 'topics the coalition leaves to others (for example religion): [{"uk":…,"pl":…,"en":…}]';

alter table platform.umbrellas enable row level security;
create policy umbrellas_are_public on platform.umbrellas for select using (true);
create policy umbrella_changes_itself on platform.umbrellas for update
  using (id = (select platform.current_umbrella())) with check (id = (select platform.current_umbrella()));
grant select on platform.umbrellas to parasol_request, parasol_worker;
grant update (name, about, accent, locales, zone, country, founded_on, out_of_scope, settled_at)
  on platform.umbrellas to parasol_request;

-- Rules of an umbrella (periods, counts) are versioned and never rewritten: a decision must be explainable
-- by the rule of its day. The value in force on a day is the newest version valid by then.
create table platform.rules (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  key text not null check (key ~ '^[a-z-]+\.[a-z_]+$'),
  version integer not null check (version > 0),
  value jsonb not null,
  valid_from timestamptz not null default now(),
  adopted_under text not null,
  created_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, key, version)
);
comment on column platform.rules.adopted_under is 'founding, or the act or decision that adopted this version';
alter table platform.rules enable row level security;
create policy rules_of_the_umbrella on platform.rules
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert on platform.rules to parasol_request;

-- Anything that changes what a public page shows tells every process, once per transaction and umbrella.
create function platform.announce_change() returns trigger language plpgsql as $$
declare changed jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  perform pg_notify('parasol_changed', coalesce(changed ->> 'umbrella_id', changed ->> 'id'));
  return null;
end $$;
create trigger announce after insert or update or delete on platform.umbrellas
  for each row execute function platform.announce_change();
create trigger announce after insert on platform.rules
  for each row execute function platform.announce_change();

-- History tables attach this: what is written stays written, also for the owner of the tables.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger rules_stay before update or delete on platform.rules
  for each row execute function platform.refuse_change();

-- Ordinals of joining (0-based) of the members of today: the segments of the coalition's emblem. The platform knows no
-- members; the network replaces this function.
create function platform.emblem(umbrella uuid) returns integer[]
  language sql stable return '{}'::integer[];
