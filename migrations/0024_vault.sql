-- The vault: keys of people and teams, and what is sealed to them. The database holds public keys and ciphertext only; what
-- it can do is to say who may seal to whom, when, and that who opens a record leaves a trace. docs/decisions/0017 says why.

create schema vault;
revoke all on schema vault from public;
grant usage on schema vault to parasol_request, parasol_worker;

-- A person's key pair, in every umbrella the same. The public half is all there is here.
create table vault.keys (
  id uuid primary key,
  account_id uuid not null default platform.current_account() references people.people (id),
  public_key bytea not null unique check (octet_length(public_key) = 32),
  fingerprint text not null generated always as (substr(encode(sha256(public_key), 'hex'), 1, 40)) stored,
  created_at timestamptz not null default now(),
  effective_at timestamptz not null,
  retired_at timestamptz check (retired_at >= effective_at),
  unique (id, account_id),
  constraint one_effective_key exclude using gist (account_id with =, tstzrange(effective_at, retired_at) with &&)
);
comment on column vault.keys.effective_at is 'written by the database: the first key at once, a change after 72 hours, in which somebody may notice that it was not they who asked';
comment on column vault.keys.retired_at is 'when the next key takes effect';
alter table vault.keys enable row level security;
-- Colleagues seal to it, so they read it.
create policy own_or_colleagues on vault.keys for select using (
  account_id = (select platform.current_account())
  or (
    exists (select from people.affiliations mine
            where mine.umbrella_id = (select platform.current_umbrella()) and mine.person_id = (select platform.current_account()))
    and exists (select from people.affiliations theirs
            where theirs.umbrella_id = (select platform.current_umbrella()) and theirs.person_id = keys.account_id)
  )
);
create policy own_key_is_made on vault.keys for insert with check (account_id = (select platform.current_account()));
grant select, insert (id, public_key) on vault.keys to parasol_request;

create function vault.compose_key() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('vault keys ' || new.account_id, 0));
  new.created_at := now();
  new.effective_at := now();
  new.retired_at := null;
  if exists (select from vault.keys k where k.account_id = new.account_id and k.effective_at > now()) then
    raise exception 'one key at a time waits to take effect' using errcode = 'restrict_violation', constraint = 'one_coming_key';
  end if;
  if exists (select from vault.keys k where k.account_id = new.account_id) then
    new.effective_at := now() + interval '72 hours';
    update vault.keys set retired_at = new.effective_at where account_id = new.account_id and retired_at is null;
  end if;
  return new;
end $$;
comment on function vault.compose_key() is 'reviewed: writes the times of the keys of the row''s account, which the policy holds to the asking one';
revoke all on function vault.compose_key() from public;
create trigger compose before insert on vault.keys for each row execute function vault.compose_key();

-- Whose session was stolen takes the change back before it counts.
create function vault.withdraw_coming_key() returns uuid language plpgsql security definer set search_path = '' as $$
declare coming vault.keys;
begin
  perform pg_advisory_xact_lock(hashtextextended('vault keys ' || platform.current_account(), 0));
  delete from vault.keys where account_id = platform.current_account() and effective_at > clock_timestamp() returning * into coming;
  update vault.keys set retired_at = null where account_id = platform.current_account() and retired_at = coming.effective_at;
  return coming.id;
end $$;
comment on function vault.withdraw_coming_key() is 'reviewed: deletes a key of the asking account that has not taken effect';
revoke all on function vault.withdraw_coming_key() from public;
grant execute on function vault.withdraw_coming_key() to parasol_request;

-- The private half, encrypted under what its person knows (a passphrase) or has (a passkey).
create table vault.wraps (
  id uuid primary key,
  account_id uuid not null default platform.current_account(),
  key_id uuid not null,
  kind text not null check (kind in ('passphrase', 'passkey')),
  salt bytea not null check (octet_length(salt) = 16),
  memory integer check (memory >= 19456),
  passes integer check (passes >= 2),
  lanes integer check (lanes >= 1),
  credential_id text check (length(credential_id) between 1 and 1400),
  verifier bytea not null check (octet_length(verifier) = 32),
  wrapped bytea not null check (octet_length(wrapped) = 60),
  created_at timestamptz not null default now(),
  unique nulls not distinct (key_id, credential_id),
  foreign key (key_id, account_id) references vault.keys (id, account_id) on delete cascade,
  check ((kind = 'passphrase') = (credential_id is null)),
  check (num_nulls(memory, passes, lanes) = case kind when 'passphrase' then 0 else 3 end)
);
comment on column vault.wraps.memory is 'KiB of Argon2id (RFC 9106); with passes and lanes stored, so that they can be raised';
comment on column vault.wraps.verifier is 'tells a wrong passphrase from a damaged wrap; as slow to guess by as the wrap itself';
create index wraps_of_account on vault.wraps (account_id);
alter table vault.wraps enable row level security;
create policy own_wraps on vault.wraps for select using (account_id = (select platform.current_account()));
create policy own_wraps_made on vault.wraps for insert with check (account_id = (select platform.current_account()));
create policy own_passphrase_changed on vault.wraps for update using (account_id = (select platform.current_account()) and kind = 'passphrase');
-- The passphrase stays: a lost telephone must not take the key along.
create policy own_passkeys_removed on vault.wraps for delete using (account_id = (select platform.current_account()) and kind = 'passkey');
grant select, delete, insert (id, key_id, kind, salt, memory, passes, lanes, credential_id, verifier, wrapped),
  update (salt, memory, passes, lanes, verifier, wrapped) on vault.wraps to parasol_request;

-- A vault that is open for half an hour: the private key encrypted under a key that lives in the cookie alone. Neither half
-- opens anything without the other, and any process can serve the next request.
create table vault.unlocks (
  id uuid primary key,
  session_id uuid not null unique references accounts.sessions (id) on delete cascade,
  account_id uuid not null,
  key_id uuid not null,
  half bytea not null check (octet_length(half) = 60),
  expires_at timestamptz not null,
  foreign key (key_id, account_id) references vault.keys (id, account_id) on delete cascade
);
create index unlocks_ending on vault.unlocks (expires_at);
create index unlocks_of_key on vault.unlocks (key_id);
alter table vault.unlocks enable row level security;
create policy own_unlocks on vault.unlocks to parasol_request using (account_id = (select platform.current_account()));
create policy worker_tidies on vault.unlocks to parasol_worker using (true);
grant select (id, account_id, key_id, expires_at), delete on vault.unlocks to parasol_request;
grant select (expires_at), delete on vault.unlocks to parasol_worker;

create function vault.is_assured(session uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from accounts.sessions s where s.id = session and s.user_id = platform.current_account()
      and s.assurance = 2 and s.expires_at > clock_timestamp());
  end;
comment on function vault.is_assured(uuid) is 'reviewed: says of a session of the asking account alone whether it showed a second factor and still runs';
revoke all on function vault.is_assured(uuid) from public;
grant execute on function vault.is_assured(uuid) to parasol_request;

create function vault.begin_unlock(unlock uuid, session uuid, key uuid, half bytea) returns timestamptz
  language plpgsql security definer set search_path = '' as $$
declare ends timestamptz := clock_timestamp() + interval '30 minutes';
begin
  if not vault.is_assured(session) then
    raise exception 'the vault opens in a session that showed a second factor' using errcode = 'insufficient_privilege', constraint = 'assured_session';
  end if;
  delete from vault.unlocks u where u.session_id = session;
  insert into vault.unlocks (id, session_id, account_id, key_id, half, expires_at)
    values (unlock, session, platform.current_account(), key, half, ends);
  return ends;
end $$;
comment on function vault.begin_unlock(uuid, uuid, uuid, bytea) is 'reviewed: for the asking account, its own assured session and its own key; gives away when it ends';
revoke all on function vault.begin_unlock(uuid, uuid, uuid, bytea) from public;
grant execute on function vault.begin_unlock(uuid, uuid, uuid, bytea) to parasol_request;

create function vault.read_unlock(unlock uuid, session uuid) returns table (key_id uuid, half bytea)
  language sql stable security definer set search_path = ''
  begin atomic
    select u.key_id, u.half from vault.unlocks u
    where u.id = unlock and u.session_id = session and u.account_id = platform.current_account()
      and u.expires_at > clock_timestamp() and vault.is_assured(session);
  end;
comment on function vault.read_unlock(uuid, uuid) is 'reviewed: half of a key of the asking account, worthless without the cookie, while its assured session and half an hour last';
revoke all on function vault.read_unlock(uuid, uuid) from public;
grant execute on function vault.read_unlock(uuid, uuid) to parasol_request;

-- A team is everybody who holds its role. Each generation of its key is sealed to some of them.
create table vault.teams (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  kind text not null check (kind in ('monitor', 'lawyer', 'operator')),
  created_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, kind)
);
create table vault.team_keys (
  umbrella_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  generation integer not null check (generation > 0),
  public_key bytea not null unique check (octet_length(public_key) = 32),
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (umbrella_id, id),
  unique (umbrella_id, team_id, generation),
  foreign key (umbrella_id, team_id) references vault.teams (umbrella_id, id)
);
comment on column vault.team_keys.retired_at is 'from then on nothing is sealed to this generation; who has it still opens what was';
create unique index one_current_generation on vault.team_keys (umbrella_id, team_id) where retired_at is null;
create table vault.team_seals (
  umbrella_id uuid not null,
  team_key_id uuid not null,
  key_id uuid not null references vault.keys (id) on delete cascade,
  sealed bytea not null check (octet_length(sealed) = 81),
  sealed_by uuid,
  sealed_at timestamptz not null default now(),
  primary key (umbrella_id, team_key_id, key_id),
  foreign key (umbrella_id, team_key_id) references vault.team_keys (umbrella_id, id)
);
comment on column vault.team_seals.sealed_by is 'the colleague; null when a new generation was made';
create index team_seals_of_key on vault.team_seals (key_id);
alter table vault.teams enable row level security;
alter table vault.team_keys enable row level security;
alter table vault.team_seals enable row level security;
create policy teams_of_the_umbrella on vault.teams
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
-- Public halves: whoever reports seals to them.
create policy team_keys_of_the_umbrella on vault.team_keys for select using (umbrella_id = (select platform.current_umbrella()));
create policy own_team_seals on vault.team_seals for select using (
  umbrella_id = (select platform.current_umbrella())
  and key_id in (select k.id from vault.keys k where k.account_id = (select platform.current_account())));
grant select, insert (id, kind) on vault.teams to parasol_request;
grant select on vault.team_keys, vault.team_seals to parasol_request;

create function vault.in_team(umbrella uuid, kind text, person uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from people.roles r where r.umbrella_id = umbrella and r.role = kind and r.person_id = person
      and r.valid_until is null and r.valid_from <= now());
  end;
comment on function vault.in_team(uuid, text, uuid) is 'reviewed: whether a person holds a role, which everybody of the umbrella may read anyway';
revoke all on function vault.in_team(uuid, text, uuid) from public;
grant execute on function vault.in_team(uuid, text, uuid) to parasol_request;

create function vault.in_team_of(team uuid, person uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from vault.teams t where t.umbrella_id = platform.current_umbrella() and t.id = team
      and vault.in_team(t.umbrella_id, t.kind, person));
  end;
comment on function vault.in_team_of(uuid, uuid) is 'reviewed: as in_team, for a team of the current umbrella';
revoke all on function vault.in_team_of(uuid, uuid) from public;
grant execute on function vault.in_team_of(uuid, uuid) to parasol_request;

create function vault.effective_keys(team uuid) returns setof vault.keys
  language sql stable security definer set search_path = ''
  begin atomic
    select k.* from vault.keys k
    where vault.in_team_of(team, k.account_id) and k.effective_at <= clock_timestamp()
      and (k.retired_at is null or k.retired_at > clock_timestamp());
  end;
comment on function vault.effective_keys(uuid) is 'reviewed: public keys of a team of the current umbrella; called by the functions below';
revoke all on function vault.effective_keys(uuid) from public;

-- Changing the generation and sealing to it take turns. Without this a record could be sealed to a generation that
-- somebody who is just leaving still has.
create function vault.hold_team(umbrella uuid, team uuid, alone boolean) returns void
  language plpgsql set search_path = '' as $$
begin
  if alone then
    perform from vault.teams t where t.umbrella_id = umbrella and t.id = team for no key update;
  else
    perform from vault.teams t where t.umbrella_id = umbrella and t.id = team for share;
  end if;
end $$;
revoke all on function vault.hold_team(uuid, uuid, boolean) from public;

-- The generation to seal to, held until the end of the transaction; none when a new one has to be made first.
create function vault.current_generation(team uuid) returns table (id uuid, public_key bytea)
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from vault.team_keys g where g.umbrella_id = platform.current_umbrella() and g.team_id = team and g.retired_at is null) then
    return;
  end if;
  perform vault.hold_team(platform.current_umbrella(), team, false);
  return query select g.id, g.public_key from vault.team_keys g
    where g.umbrella_id = platform.current_umbrella() and g.team_id = team and g.retired_at is null;
end $$;
comment on function vault.current_generation(uuid) is 'reviewed: a public key of the current umbrella, and a lock on its team';
revoke all on function vault.current_generation(uuid) from public;
grant execute on function vault.current_generation(uuid) to parasol_request;

-- To whom a new generation is sealed: to those who have the one before and are still in the team. Who waits for a colleague
-- goes on waiting, so that a role alone opens nothing. Where nobody has it (the first key, or all have left): to everybody
-- of the team. Holds the team until the end of the transaction.
create function vault.heirs(team uuid) returns table (key_id uuid, account_id uuid, public_key bytea)
  language plpgsql security definer set search_path = '' as $$
declare latest uuid;
begin
  perform vault.hold_team(platform.current_umbrella(), team, true);
  select g.id into latest from vault.team_keys g
    where g.umbrella_id = platform.current_umbrella() and g.team_id = team order by g.generation desc limit 1;
  return query
    with candidates as (
      select k.id, k.account_id, k.public_key, exists (select from vault.team_seals s
        where s.umbrella_id = platform.current_umbrella() and s.team_key_id = latest and s.key_id = k.id) as holds
      from vault.effective_keys(team) k
    )
    select c.id, c.account_id, c.public_key from candidates c
    where c.holds or not exists (select from candidates o where o.holds);
end $$;
comment on function vault.heirs(uuid) is 'reviewed: public keys of people of a team of the current umbrella';
revoke all on function vault.heirs(uuid) from public;
grant execute on function vault.heirs(uuid) to parasol_request;

create function vault.add_generation(team uuid, team_key uuid, public_key bytea, key_ids uuid[], seals bytea[]) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  umbrella uuid := platform.current_umbrella();
  current_one uuid;
begin
  perform vault.hold_team(umbrella, team, true);
  select g.id into current_one from vault.team_keys g where g.umbrella_id = umbrella and g.team_id = team and g.retired_at is null;
  if current_one is not null and not vault.in_team_of(team, platform.current_account())
      and not vault.in_team(umbrella, 'coordinator', platform.current_account()) then
    raise exception 'a key in use is changed by its team or by coordinators' using errcode = 'insufficient_privilege';
  end if;
  if cardinality(seals) <> cardinality(key_ids) or cardinality(key_ids) = 0
      or (select array_agg(h.key_id order by h.key_id) from vault.heirs(team) h) is distinct from
         (select array_agg(k order by k) from unnest(key_ids) k) then
    raise exception 'a new generation is sealed to those who remain, all of them and nobody else'
      using errcode = 'restrict_violation', constraint = 'sealed_to_heirs';
  end if;
  update vault.team_keys set retired_at = clock_timestamp() where umbrella_id = umbrella and id = current_one;
  insert into vault.team_keys (umbrella_id, id, team_id, generation, public_key)
    select umbrella, team_key, team, coalesce(max(g.generation), 0) + 1, add_generation.public_key
    from vault.team_keys g where g.umbrella_id = umbrella and g.team_id = team;
  insert into vault.team_seals (umbrella_id, team_key_id, key_id, sealed)
    select umbrella, team_key, k, s from unnest(key_ids, seals) as given (k, s);
end $$;
comment on function vault.add_generation(uuid, uuid, bytea, uuid[], bytea[]) is 'reviewed: a new key of a team of the current umbrella, sealed to exactly those whom the database names';
revoke all on function vault.add_generation(uuid, uuid, bytea, uuid[], bytea[]) from public;
grant execute on function vault.add_generation(uuid, uuid, bytea, uuid[], bytea[]) to parasol_request;

-- Whose role ends loses their seals at once, and nothing more is sealed to what they had: whatever the program forgets.
create function vault.leave_team() returns trigger language plpgsql security definer set search_path = '' as $$
declare team vault.teams;
begin
  for team in select * from vault.teams t where t.umbrella_id = new.umbrella_id and t.kind = new.role loop
    perform vault.hold_team(team.umbrella_id, team.id, true);
    delete from vault.team_seals s using vault.team_keys g, vault.keys k
      where g.umbrella_id = team.umbrella_id and g.team_id = team.id and s.umbrella_id = g.umbrella_id and s.team_key_id = g.id
        and k.id = s.key_id and k.account_id = new.person_id;
    update vault.team_keys set retired_at = clock_timestamp()
      where umbrella_id = team.umbrella_id and team_id = team.id and retired_at is null;
  end loop;
  return null;
end $$;
comment on function vault.leave_team() is 'reviewed: takes the seals of the person whose role ends, and retires the key of that team alone';
revoke all on function vault.leave_team() from public;
create trigger leaves_team after update of valid_until on people.roles for each row
  when (old.valid_until is null and new.valid_until is not null and new.role in ('monitor', 'lawyer', 'operator'))
  execute function vault.leave_team();

-- Who of a team lacks a seal that a colleague could make. For people of the team alone.
create function vault.waiting(team uuid) returns table (key_id uuid, account_id uuid, public_key bytea, fingerprint text, team_key_id uuid)
  language sql stable security definer set search_path = ''
  begin atomic
    select k.id, k.account_id, k.public_key, k.fingerprint, g.id
    from vault.effective_keys(team) k
      join vault.team_keys g on g.umbrella_id = platform.current_umbrella() and g.team_id = team
    where vault.in_team_of(team, platform.current_account())
      and exists (select from vault.team_seals s where s.umbrella_id = g.umbrella_id and s.team_key_id = g.id)
      and not exists (select from vault.team_seals s where s.umbrella_id = g.umbrella_id and s.team_key_id = g.id and s.key_id = k.id)
    order by k.effective_at, k.id, g.generation;
  end;
comment on function vault.waiting(uuid) is 'reviewed: public keys of colleagues, for people of their own team';
revoke all on function vault.waiting(uuid) from public;
grant execute on function vault.waiting(uuid) to parasol_request;

create function vault.holds_generation(team_key uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from vault.team_seals s join vault.keys k on k.id = s.key_id
      join vault.team_keys g on g.umbrella_id = s.umbrella_id and g.id = s.team_key_id
      where s.umbrella_id = platform.current_umbrella() and s.team_key_id = team_key
        and k.account_id = platform.current_account() and vault.in_team_of(g.team_id, k.account_id));
  end;
comment on function vault.holds_generation(uuid) is 'reviewed: says of the asking account alone whether it has a generation of its team';
revoke all on function vault.holds_generation(uuid) from public;

-- A colleague who has a generation seals it to somebody of the team who has not.
create function vault.seal_generation(team_key uuid, key uuid, sealed bytea) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  umbrella uuid := platform.current_umbrella();
  team uuid;
begin
  select g.team_id into team from vault.team_keys g where g.umbrella_id = umbrella and g.id = team_key;
  perform vault.hold_team(umbrella, team, false);
  if not vault.holds_generation(team_key) or not exists (select from vault.effective_keys(team) k where k.id = key) then
    raise exception 'who has a key of the team seals it to the effective key of somebody of the team' using errcode = 'insufficient_privilege';
  end if;
  insert into vault.team_seals (umbrella_id, team_key_id, key_id, sealed, sealed_by)
    values (umbrella, team_key, key, seal_generation.sealed, platform.current_account()) on conflict do nothing;
  -- What was sealed to an earlier key of that person has done its service.
  delete from vault.team_seals s using vault.keys k, vault.keys new_one
    where s.umbrella_id = umbrella and s.team_key_id = team_key and k.id = s.key_id and new_one.id = key
      and k.account_id = new_one.account_id and k.id <> key;
end $$;
comment on function vault.seal_generation(uuid, uuid, bytea) is 'reviewed: by who has the generation, to an effective key of the same team of the current umbrella';
revoke all on function vault.seal_generation(uuid, uuid, bytea) from public;
grant execute on function vault.seal_generation(uuid, uuid, bytea) to parasol_request;

-- Records. Ids are random and days stand for times: when exactly somebody reported can give them away.
create table vault.records (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  purpose text not null check (purpose ~ '^[a-z][a-z-]*\.[a-z][a-z_]*$'),
  created_on date not null default current_date,
  retain_until date,
  primary key (umbrella_id, id)
);
comment on column vault.records.retain_until is 'the last day; then the record is purged, also from a backup that is restored later';
create index records_ending on vault.records (retain_until) where retain_until is not null;
create table vault.receipts (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  record_id uuid not null,
  lookup bytea not null check (octet_length(lookup) = 32),
  public_key bytea not null check (octet_length(public_key) = 32),
  primary key (umbrella_id, id),
  unique (umbrella_id, lookup),
  foreign key (umbrella_id, record_id) references vault.records (umbrella_id, id) on delete cascade
);
create index receipts_of_record on vault.receipts (umbrella_id, record_id);
comment on table vault.receipts is 'both columns are derived from 100 random bits; the receipt itself is nowhere';
create table vault.record_seals (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  record_id uuid not null,
  team_key_id uuid,
  key_id uuid references vault.keys (id) on delete cascade,
  receipt_id uuid,
  sealed bytea not null check (octet_length(sealed) = 81),
  primary key (umbrella_id, id),
  unique nulls not distinct (umbrella_id, record_id, team_key_id, key_id, receipt_id),
  foreign key (umbrella_id, record_id) references vault.records (umbrella_id, id) on delete cascade,
  foreign key (umbrella_id, team_key_id) references vault.team_keys (umbrella_id, id),
  foreign key (umbrella_id, receipt_id) references vault.receipts (umbrella_id, id) on delete cascade,
  check (num_nonnulls(team_key_id, key_id, receipt_id) = 1)
);
create index record_seals_of_key on vault.record_seals (key_id) where key_id is not null;
create index record_seals_of_team_key on vault.record_seals (umbrella_id, team_key_id) where team_key_id is not null;
create index record_seals_of_receipt on vault.record_seals (umbrella_id, receipt_id) where receipt_id is not null;
create table vault.record_parts (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  record_id uuid not null,
  name text not null check (name ~ '^[a-z][a-z_-]{0,39}$'),
  position integer not null,
  sealed bytea not null check (octet_length(sealed) between 284 and 1100000),
  added_on date not null default current_date,
  primary key (umbrella_id, id),
  unique (umbrella_id, record_id, position),
  foreign key (umbrella_id, record_id) references vault.records (umbrella_id, id) on delete cascade
);
create table vault.files (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  record_id uuid not null,
  sealed bytea not null check (octet_length(sealed) between 284 and 10000),
  added_on date not null default current_date,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, record_id) references vault.records (umbrella_id, id) on delete cascade
);
comment on column vault.files.sealed is 'name, kind, size, SHA-256 and the key of the content';
create index files_of_record on vault.files (umbrella_id, record_id);
-- Written before the row of their file, which says their hash.
create table vault.file_chunks (
  umbrella_id uuid not null default platform.current_umbrella(),
  file_id uuid not null,
  position integer not null check (position between 0 and 1600),
  bytes bytea not null check (octet_length(bytes) between 16 and 65552),
  primary key (umbrella_id, file_id, position),
  foreign key (umbrella_id, file_id) references vault.files (umbrella_id, id) on delete cascade deferrable initially deferred
);
alter table vault.file_chunks alter column bytes set storage external;
create table vault.openings (
  umbrella_id uuid not null,
  id uuid not null,
  record_id uuid not null,
  account_id uuid,
  reason text not null check (length(trim(reason)) between 3 and 500),
  team_ids uuid[] not null,
  opened_at timestamptz not null,
  primary key (umbrella_id, id)
);
comment on table vault.openings is 'who opened which record, when and why; it outlives the record';
comment on column vault.openings.account_id is 'null when the person was forgotten';
create index openings_of_record on vault.openings (umbrella_id, record_id, opened_at);
create index openings_of_account on vault.openings (account_id) where account_id is not null;
create table vault.purged_records (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  purged_at timestamptz not null default now(),
  primary key (umbrella_id, id)
);

alter table vault.records enable row level security;
alter table vault.receipts enable row level security;
alter table vault.record_seals enable row level security;
alter table vault.record_parts enable row level security;
alter table vault.files enable row level security;
alter table vault.file_chunks enable row level security;
alter table vault.openings enable row level security;
alter table vault.purged_records enable row level security;

-- Whose record it is: of the people of a team that it is sealed to, of a person that it is sealed to, of who shows its
-- receipt in this transaction. What they see is ciphertext; what they can open their keys decide.
create function vault.in_sight(record uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select from vault.record_seals s
      left join vault.team_keys g on g.umbrella_id = s.umbrella_id and g.id = s.team_key_id
      left join vault.keys k on k.id = s.key_id
      left join vault.receipts r on r.umbrella_id = s.umbrella_id and r.id = s.receipt_id
      where s.umbrella_id = platform.current_umbrella() and s.record_id = record
        and (k.account_id = platform.current_account()
          or r.lookup = decode(nullif(current_setting('parasol.receipt', true), ''), 'hex')
          or vault.in_team_of(g.team_id, platform.current_account())));
  end;
comment on function vault.in_sight(uuid) is 'reviewed: whether a record of the current umbrella is sealed to the asking account, its team or the receipt it shows';
revoke all on function vault.in_sight(uuid) from public;
grant execute on function vault.in_sight(uuid) to parasol_request;

create policy records_in_sight on vault.records for select
  using (umbrella_id = (select platform.current_umbrella()) and vault.in_sight(id));
create policy records_made on vault.records for insert with check (umbrella_id = (select platform.current_umbrella()));
create policy records_kept on vault.records for update
  using (umbrella_id = (select platform.current_umbrella()) and vault.in_sight(id));
create policy receipts_made on vault.receipts for insert with check (umbrella_id = (select platform.current_umbrella()));
create policy seals_made on vault.record_seals for insert with check (umbrella_id = (select platform.current_umbrella()));
create policy parts_in_sight on vault.record_parts for select
  using (umbrella_id = (select platform.current_umbrella()) and vault.in_sight(record_id));
create policy parts_made on vault.record_parts for insert with check (umbrella_id = (select platform.current_umbrella()));
create policy files_in_sight on vault.files for select
  using (umbrella_id = (select platform.current_umbrella()) and vault.in_sight(record_id));
create policy files_made on vault.files for insert with check (umbrella_id = (select platform.current_umbrella()));
create policy chunks_in_sight on vault.file_chunks for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select from vault.files f
    where f.umbrella_id = file_chunks.umbrella_id and f.id = file_chunks.file_id));
create policy chunks_made on vault.file_chunks for insert with check (umbrella_id = (select platform.current_umbrella()));
create policy openings_of_team on vault.openings for select using (
  umbrella_id = (select platform.current_umbrella())
  and (account_id = (select platform.current_account())
    or exists (select from unnest(team_ids) team where vault.in_team_of(team, (select platform.current_account())))));
create policy purged_of_the_umbrella on vault.purged_records for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select from people.affiliations mine
    where mine.umbrella_id = (select platform.current_umbrella()) and mine.person_id = (select platform.current_account())));
grant select, insert (id, purpose, retain_until), update (retain_until) on vault.records to parasol_request;
grant insert (id, record_id, lookup, public_key) on vault.receipts to parasol_request;
-- No right to read seals: who wants one opens the record, and that leaves a trace.
grant insert (id, record_id, team_key_id, key_id, receipt_id, sealed) on vault.record_seals to parasol_request;
grant select, insert (id, record_id, name, sealed) on vault.record_parts to parasol_request;
grant select, insert (id, record_id, sealed) on vault.files to parasol_request;
grant select, insert (file_id, position, bytes) on vault.file_chunks to parasol_request;
grant select on vault.openings, vault.purged_records to parasol_request;

-- Nothing is sealed to a key that is no longer, or not yet, in use, whatever the program thinks.
create function vault.guard_record_seal() returns trigger language plpgsql security definer set search_path = '' as $$
declare team uuid;
begin
  if new.team_key_id is not null then
    select g.team_id into team from vault.team_keys g where g.umbrella_id = new.umbrella_id and g.id = new.team_key_id;
    perform vault.hold_team(new.umbrella_id, team, false);
    if not exists (select from vault.team_keys g where g.umbrella_id = new.umbrella_id and g.id = new.team_key_id and g.retired_at is null) then
      raise exception 'records are sealed to the current key of a team' using errcode = 'restrict_violation', constraint = 'current_team_key';
    end if;
  elsif new.key_id is not null and not exists (select from vault.keys k where k.id = new.key_id
      and k.effective_at <= clock_timestamp() and (k.retired_at is null or k.retired_at > clock_timestamp())) then
    raise exception 'records are sealed to the effective key of a person' using errcode = 'restrict_violation', constraint = 'effective_key';
  end if;
  return new;
end $$;
comment on function vault.guard_record_seal() is 'reviewed: looks only whether the key of the row is in use';
revoke all on function vault.guard_record_seal() from public;
create trigger guard before insert on vault.record_seals for each row execute function vault.guard_record_seal();

-- Who adds may not see the other parts, so the database counts.
create function vault.number_part() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform from vault.records r where r.umbrella_id = new.umbrella_id and r.id = new.record_id for no key update;
  select coalesce(max(p.position), 0) + 1 into new.position from vault.record_parts p
    where p.umbrella_id = new.umbrella_id and p.record_id = new.record_id;
  return new;
end $$;
comment on function vault.number_part() is 'reviewed: counts the parts of the row''s record';
revoke all on function vault.number_part() from public;
create trigger number before insert on vault.record_parts for each row execute function vault.number_part();

-- The one way to a record's seals for people: it writes who, when and why first.
create function vault.open_record(record uuid, reason text) returns table (kind text, recipient uuid, sealed bytea)
  language plpgsql security definer set search_path = '' as $$
declare umbrella uuid := platform.current_umbrella();
begin
  if platform.current_account() is null or not vault.in_sight(record) then return; end if;
  insert into vault.openings (umbrella_id, id, record_id, account_id, reason, team_ids, opened_at)
    values (umbrella, gen_random_uuid(), record, platform.current_account(), open_record.reason,
      array(select distinct g.team_id from vault.record_seals s join vault.team_keys g on g.umbrella_id = s.umbrella_id and g.id = s.team_key_id
        where s.umbrella_id = umbrella and s.record_id = record),
      clock_timestamp());
  return query
    select case when s.key_id is null then 'team' else 'person' end, coalesce(s.key_id, s.team_key_id), s.sealed
    from vault.record_seals s
    left join vault.team_keys g on g.umbrella_id = s.umbrella_id and g.id = s.team_key_id
    left join vault.keys k on k.id = s.key_id
    where s.umbrella_id = umbrella and s.record_id = record
      and (k.account_id = platform.current_account() or vault.in_team_of(g.team_id, platform.current_account()));
end $$;
comment on function vault.open_record(uuid, text) is 'reviewed: seals to the asking account and its teams, of a record of the current umbrella; records the opening';
revoke all on function vault.open_record(uuid, text) from public;
grant execute on function vault.open_record(uuid, text) to parasol_request;

create function vault.find_receipt(wanted bytea) returns table (record_id uuid, receipt_id uuid, sealed bytea)
  language sql stable security definer set search_path = ''
  begin atomic
    select s.record_id, r.id, s.sealed from vault.receipts r
      join vault.record_seals s on s.umbrella_id = r.umbrella_id and s.receipt_id = r.id
    where r.umbrella_id = platform.current_umbrella() and r.lookup = wanted;
  end;
comment on function vault.find_receipt(bytea) is 'reviewed: for who knows 256 bits that only the receipt leads to; what it gives away opens with the receipt alone';
revoke all on function vault.find_receipt(bytea) from public;
grant execute on function vault.find_receipt(bytea) to parasol_request;

-- An opening stays as it was written. Only its person can be forgotten.
create function vault.guard_opening() returns trigger language plpgsql as $$
declare kept vault.openings := new;
begin
  if tg_op = 'UPDATE' and new.account_id is null then
    kept.account_id := old.account_id;
    if kept::text = old::text then return new; end if;
  end if;
  raise exception 'openings are append-only' using errcode = 'restrict_violation';
end $$;
create trigger stays before update or delete on vault.openings for each row execute function vault.guard_opening();
create trigger all_stay before truncate on vault.openings for each statement execute function platform.refuse_change();
create trigger purges_stay before update or delete on vault.purged_records for each row execute function platform.refuse_change();
create trigger all_purges_stay before truncate on vault.purged_records for each statement execute function platform.refuse_change();

create function vault.note_purge() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into vault.purged_records (umbrella_id, id) values (old.umbrella_id, old.id) on conflict do nothing;
  return null;
end $$;
comment on function vault.note_purge() is 'reviewed: writes down the id of the record that was just deleted';
revoke all on function vault.note_purge() from public;
create trigger note_purge after delete on vault.records for each row execute function vault.note_purge();

create function vault.purge_record(record uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  if platform.current_account() is null or not vault.in_sight(record) then return false; end if;
  delete from vault.records r where r.umbrella_id = platform.current_umbrella() and r.id = record;
  return found;
end $$;
comment on function vault.purge_record(uuid) is 'reviewed: deletes a record of the current umbrella that is sealed to the asking account or its team';
revoke all on function vault.purge_record(uuid) from public;
grant execute on function vault.purge_record(uuid) to parasol_request;

-- What is past its last day, and what is on the list although it is there: a restored backup brought it back.
create function vault.purge_due() returns integer language plpgsql security definer set search_path = '' as $$
declare purged integer;
begin
  delete from vault.records r where r.retain_until < current_date
    or exists (select from vault.purged_records p where p.umbrella_id = r.umbrella_id and p.id = r.id);
  get diagnostics purged = row_count;
  return purged;
end $$;
comment on function vault.purge_due() is 'reviewed: deletes what is to be deleted by its own date or was deleted already; gives away a count';
revoke all on function vault.purge_due() from public;
grant execute on function vault.purge_due() to parasol_worker;

-- Who asks to be forgotten takes their keys along, and with them every seal to them. That a record was opened stays.
create function vault.forget_myself() returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from vault.keys where account_id = platform.current_account();
  update vault.team_seals set sealed_by = null where sealed_by = platform.current_account();
  update vault.openings set account_id = null where account_id = platform.current_account();
end $$;
comment on function vault.forget_myself() is 'reviewed: forgets the asking account alone';
revoke all on function vault.forget_myself() from public;
grant execute on function vault.forget_myself() to parasol_request;

-- Recovery: for a team that lost its keys. The recovery key's private half exists as three shares of which two are needed,
-- each sealed to a custodian; custodians act for three different members and read nothing themselves.
create table vault.recovery_keys (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  public_key bytea not null unique check (octet_length(public_key) = 32),
  created_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (umbrella_id, id)
);
create unique index one_current_recovery_key on vault.recovery_keys (umbrella_id) where retired_at is null;
create table vault.recovery_shares (
  umbrella_id uuid not null,
  recovery_key_id uuid not null,
  account_id uuid not null,
  key_id uuid not null,
  sealed bytea not null check (octet_length(sealed) = 82),
  primary key (umbrella_id, recovery_key_id, account_id),
  foreign key (umbrella_id, recovery_key_id) references vault.recovery_keys (umbrella_id, id),
  foreign key (key_id, account_id) references vault.keys (id, account_id) on delete cascade
);
create index recovery_shares_of_account on vault.recovery_shares (account_id);
create table vault.recovery_seals (
  umbrella_id uuid not null,
  team_key_id uuid not null,
  recovery_key_id uuid not null,
  sealed bytea not null check (octet_length(sealed) = 81),
  primary key (umbrella_id, team_key_id, recovery_key_id),
  foreign key (umbrella_id, team_key_id) references vault.team_keys (umbrella_id, id),
  foreign key (umbrella_id, recovery_key_id) references vault.recovery_keys (umbrella_id, id)
);
create table vault.recoveries (
  umbrella_id uuid not null,
  id uuid not null,
  team_id uuid not null,
  account_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null,
  effective_at timestamptz not null,
  stopped_by uuid,
  stopped_at timestamptz,
  completed_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, team_id) references vault.teams (umbrella_id, id),
  check (effective_at >= asked_at + interval '72 hours'),
  check (stopped_at is null or completed_at is null)
);
comment on column vault.recoveries.account_id is 'who shall get the key of the team';
create unique index one_open_recovery on vault.recoveries (umbrella_id, team_id) where stopped_at is null and completed_at is null;
create table vault.handed_shares (
  umbrella_id uuid not null,
  recovery_id uuid not null,
  account_id uuid not null,
  sealed bytea not null check (octet_length(sealed) = 82),
  primary key (umbrella_id, recovery_id, account_id),
  foreign key (umbrella_id, recovery_id) references vault.recoveries (umbrella_id, id)
);
alter table vault.recovery_keys enable row level security;
alter table vault.recovery_shares enable row level security;
alter table vault.recovery_seals enable row level security;
alter table vault.recoveries enable row level security;
alter table vault.handed_shares enable row level security;
create policy recovery_keys_of_the_umbrella on vault.recovery_keys for select using (umbrella_id = (select platform.current_umbrella()));
create policy own_share on vault.recovery_shares for select
  using (umbrella_id = (select platform.current_umbrella()) and account_id = (select platform.current_account()));
create policy for_recovery_alone on vault.recovery_seals for select using (false);
create policy recoveries_among_people on vault.recoveries for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select from people.affiliations mine
    where mine.umbrella_id = (select platform.current_umbrella()) and mine.person_id = (select platform.current_account())));
create policy for_who_recovers on vault.handed_shares for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select from vault.recoveries r
    where r.umbrella_id = handed_shares.umbrella_id and r.id = handed_shares.recovery_id and r.account_id = (select platform.current_account())));
grant select on vault.recovery_keys, vault.recovery_shares, vault.recoveries, vault.handed_shares to parasol_request;

create function vault.is_custodian(umbrella uuid, person uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from vault.recovery_shares s join vault.recovery_keys r on r.umbrella_id = s.umbrella_id and r.id = s.recovery_key_id
      where s.umbrella_id = umbrella and s.account_id = person and r.retired_at is null);
  end;
comment on function vault.is_custodian(uuid, uuid) is 'reviewed: called by the functions of this schema';
revoke all on function vault.is_custodian(uuid, uuid) from public;

create function vault.keep_custodians_apart() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('vault recovery ' || new.umbrella_id, 0));
  if vault.is_custodian(new.umbrella_id, new.person_id) then
    raise exception 'who keeps a share of the recovery key joins no team' using errcode = 'restrict_violation', constraint = 'custodian_in_team';
  end if;
  return new;
end $$;
comment on function vault.keep_custodians_apart() is 'reviewed: whether the person of the row keeps a share in its umbrella';
revoke all on function vault.keep_custodians_apart() from public;
create trigger custodians_apart before insert on people.roles for each row
  when (new.role in ('monitor', 'lawyer', 'operator')) execute function vault.keep_custodians_apart();

-- What the retired key opened is deleted with it: who kept a share, or has seen the whole, opens nothing in a later copy.
create function vault.retire_recovery_key(umbrella uuid) returns void language plpgsql set search_path = '' as $$
begin
  update vault.recovery_keys set retired_at = clock_timestamp() where umbrella_id = umbrella and retired_at is null;
  delete from vault.recovery_seals where umbrella_id = umbrella;
  delete from vault.recovery_shares where umbrella_id = umbrella;
  delete from vault.handed_shares where umbrella_id = umbrella;
end $$;
revoke all on function vault.retire_recovery_key(uuid) from public;

create function vault.write_recovery_key(recovery_key uuid, public_key bytea, key_ids uuid[], shares bytea[]) returns void
  language plpgsql security definer set search_path = '' as $$
declare umbrella uuid := platform.current_umbrella();
begin
  perform pg_advisory_xact_lock(hashtextextended('vault recovery ' || umbrella, 0));
  perform vault.retire_recovery_key(umbrella);
  insert into vault.recovery_keys (umbrella_id, id, public_key) values (umbrella, recovery_key, write_recovery_key.public_key);
  insert into vault.recovery_shares (umbrella_id, recovery_key_id, account_id, key_id, sealed)
    select umbrella, recovery_key, k.account_id, k.id, given.share
    from unnest(key_ids, shares) as given (id, share) join vault.keys k on k.id = given.id
    where k.effective_at <= clock_timestamp() and (k.retired_at is null or k.retired_at > clock_timestamp())
      and not exists (select from people.roles r where r.umbrella_id = umbrella and r.person_id = k.account_id
        and r.role in ('monitor', 'lawyer', 'operator') and r.valid_until is null)
      and cardinality(people.members_of(umbrella, k.account_id)) > 0;
  if (select count(*) from vault.recovery_shares s where s.umbrella_id = umbrella and s.recovery_key_id = recovery_key) <> 3
      or exists (select from vault.recovery_shares a join vault.recovery_shares b
        on a.umbrella_id = umbrella and b.umbrella_id = umbrella and a.recovery_key_id = recovery_key and b.recovery_key_id = recovery_key
          and a.account_id < b.account_id and people.members_of(umbrella, a.account_id) && people.members_of(umbrella, b.account_id)) then
    raise exception 'three custodians, of three members, in no team' using errcode = 'restrict_violation', constraint = 'custodians_apart';
  end if;
end $$;
comment on function vault.write_recovery_key(uuid, bytea, uuid[], bytea[]) is 'reviewed: called by the two functions below';
revoke all on function vault.write_recovery_key(uuid, bytea, uuid[], bytea[]) from public;

create function vault.set_recovery_key(recovery_key uuid, public_key bytea, key_ids uuid[], shares bytea[]) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not vault.in_team(platform.current_umbrella(), 'coordinator', platform.current_account()) then
    raise exception 'coordinators appoint custodians' using errcode = 'insufficient_privilege';
  end if;
  perform vault.write_recovery_key(recovery_key, public_key, key_ids, shares);
end $$;
comment on function vault.set_recovery_key(uuid, bytea, uuid[], bytea[]) is 'reviewed: for coordinators of the current umbrella; who it is, the database checks';
revoke all on function vault.set_recovery_key(uuid, bytea, uuid[], bytea[]) from public;
grant execute on function vault.set_recovery_key(uuid, bytea, uuid[], bytea[]) to parasol_request;

-- By who has the generation, or by who made it in this very transaction.
create function vault.seal_for_recovery(team_key uuid, recovery_key uuid, sealed bytea) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if not vault.holds_generation(team_key) and not exists (select from vault.team_keys g
      where g.umbrella_id = platform.current_umbrella() and g.id = team_key and g.created_at = now()) then
    raise exception 'who has a key of the team seals it for recovery' using errcode = 'insufficient_privilege';
  end if;
  insert into vault.recovery_seals (umbrella_id, team_key_id, recovery_key_id, sealed)
    values (platform.current_umbrella(), team_key, recovery_key, seal_for_recovery.sealed) on conflict do nothing;
end $$;
comment on function vault.seal_for_recovery(uuid, uuid, bytea) is 'reviewed: adds a seal of a generation that the asking account has, in the current umbrella';
revoke all on function vault.seal_for_recovery(uuid, uuid, bytea) from public;
grant execute on function vault.seal_for_recovery(uuid, uuid, bytea) to parasol_request;

create function vault.not_recoverable(team uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select g.id from vault.team_keys g where g.umbrella_id = platform.current_umbrella() and g.team_id = team
      and not exists (select from vault.recovery_seals s join vault.recovery_keys r on r.umbrella_id = s.umbrella_id and r.id = s.recovery_key_id
        where s.umbrella_id = g.umbrella_id and s.team_key_id = g.id and r.retired_at is null);
  end;
comment on function vault.not_recoverable(uuid) is 'reviewed: ids of generations of the current umbrella';
revoke all on function vault.not_recoverable(uuid) from public;
grant execute on function vault.not_recoverable(uuid) to parasol_request;

create function vault.ask_recovery(recovery uuid, team uuid, account uuid) returns timestamptz
  language plpgsql security definer set search_path = '' as $$
declare umbrella uuid := platform.current_umbrella();
begin
  if not vault.in_team(umbrella, 'coordinator', platform.current_account()) and not vault.in_team_of(team, platform.current_account()) then
    raise exception 'coordinators and the team ask for recovery' using errcode = 'insufficient_privilege';
  end if;
  if not exists (select from vault.effective_keys(team) k where k.account_id = account) then
    raise exception 'a key is recovered for somebody of the team who has one' using errcode = 'restrict_violation', constraint = 'recovers_for_team';
  end if;
  if not exists (select from vault.recovery_seals s join vault.team_keys g on g.umbrella_id = s.umbrella_id and g.id = s.team_key_id
      where s.umbrella_id = umbrella and g.team_id = team) then
    raise exception 'nothing is sealed to a recovery key' using errcode = 'restrict_violation', constraint = 'recovery_prepared';
  end if;
  insert into vault.recoveries (umbrella_id, id, team_id, account_id, asked_by, asked_at, effective_at)
    values (umbrella, recovery, team, account, platform.current_account(), clock_timestamp(), clock_timestamp() + interval '72 hours 1 second');
  return (select r.effective_at from vault.recoveries r where r.umbrella_id = umbrella and r.id = recovery);
end $$;
comment on function vault.ask_recovery(uuid, uuid, uuid) is 'reviewed: writes down in the asking account''s name, for a team of the current umbrella';
revoke all on function vault.ask_recovery(uuid, uuid, uuid) from public;
grant execute on function vault.ask_recovery(uuid, uuid, uuid) to parasol_request;

create function vault.stop_recovery(recovery uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  update vault.recoveries r set stopped_by = platform.current_account(), stopped_at = clock_timestamp()
    where r.umbrella_id = platform.current_umbrella() and r.id = recovery and r.stopped_at is null and r.completed_at is null
      and vault.in_team_of(r.team_id, platform.current_account());
  return found;
end $$;
comment on function vault.stop_recovery(uuid) is 'reviewed: by anybody of the team, in the current umbrella';
revoke all on function vault.stop_recovery(uuid) from public;
grant execute on function vault.stop_recovery(uuid) to parasol_request;

-- Held until the end of the transaction, so that stopping and handing over take turns.
create function vault.ripe_recovery(recovery uuid) returns vault.recoveries
  language plpgsql security definer set search_path = '' as $$
declare found_one vault.recoveries;
begin
  select * into found_one from vault.recoveries r where r.umbrella_id = platform.current_umbrella() and r.id = recovery for no key update;
  if found_one.id is null or found_one.stopped_at is not null or found_one.completed_at is not null or found_one.effective_at > clock_timestamp() then
    raise exception 'this recovery is not to go on' using errcode = 'restrict_violation', constraint = 'recovery_ripe';
  end if;
  return found_one;
end $$;
comment on function vault.ripe_recovery(uuid) is 'reviewed: called by the two functions below';
revoke all on function vault.ripe_recovery(uuid) from public;

create function vault.hand_share(recovery uuid, sealed bytea) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  umbrella uuid := platform.current_umbrella();
  me uuid := platform.current_account();
  going vault.recoveries := vault.ripe_recovery(recovery);
begin
  if not vault.is_custodian(umbrella, me) or cardinality(people.members_of(umbrella, me)) = 0 or exists (
      select from vault.handed_shares h where h.umbrella_id = umbrella and h.recovery_id = going.id and h.account_id <> me
        and people.members_of(umbrella, h.account_id) && people.members_of(umbrella, me)) then
    raise exception 'custodians of different members hand over their shares' using errcode = 'insufficient_privilege';
  end if;
  insert into vault.handed_shares (umbrella_id, recovery_id, account_id, sealed)
    values (umbrella, going.id, me, hand_share.sealed)
    on conflict (umbrella_id, recovery_id, account_id) do update set sealed = excluded.sealed;
end $$;
comment on function vault.hand_share(uuid, bytea) is 'reviewed: by a custodian, for a recovery of the current umbrella whose time has come';
revoke all on function vault.hand_share(uuid, bytea) from public;
grant execute on function vault.hand_share(uuid, bytea) to parasol_request;

-- What two shares open: every generation of every team, so that all of them move to the next recovery key.
create function vault.recovery_seals_for(recovery uuid) returns table (team_id uuid, team_key_id uuid, sealed bytea)
  language plpgsql security definer set search_path = '' as $$
declare going vault.recoveries := vault.ripe_recovery(recovery);
begin
  if going.account_id is distinct from platform.current_account()
      or (select count(*) from vault.handed_shares h where h.umbrella_id = going.umbrella_id and h.recovery_id = going.id) < 2 then
    raise exception 'who recovers, with two shares' using errcode = 'insufficient_privilege';
  end if;
  return query select g.team_id, g.id, s.sealed from vault.recovery_seals s
    join vault.team_keys g on g.umbrella_id = s.umbrella_id and g.id = s.team_key_id
    join vault.recovery_keys r on r.umbrella_id = s.umbrella_id and r.id = s.recovery_key_id
    where s.umbrella_id = going.umbrella_id and r.retired_at is null;
end $$;
comment on function vault.recovery_seals_for(uuid) is 'reviewed: for whom a recovery of the current umbrella names, once its time has come and two custodians agreed';
revoke all on function vault.recovery_seals_for(uuid) from public;
grant execute on function vault.recovery_seals_for(uuid) to parasol_request;

-- `seals`: [{generation, own, next}] in hex: for the own key where it is of the recovered team, and for the next recovery key.
-- `recovery_key` is null when the custodians are no longer three of three members: two shares suffice to recover, and
-- coordinators appoint others afterwards.
create function vault.complete_recovery(recovery uuid, key uuid, seals jsonb, recovery_key uuid, public_key bytea, key_ids uuid[], shares bytea[])
  returns void language plpgsql security definer set search_path = '' as $$
declare going vault.recoveries := vault.ripe_recovery(recovery);
begin
  if (select count(*) from vault.recovery_seals_for(recovery)) <> jsonb_array_length(seals)
      or not exists (select from vault.effective_keys(going.team_id) k where k.id = key and k.account_id = platform.current_account()) then
    raise exception 'all generations, to the effective key of who recovers' using errcode = 'insufficient_privilege';
  end if;
  insert into vault.team_seals (umbrella_id, team_key_id, key_id, sealed)
    select going.umbrella_id, g.id, key, decode(s.own, 'hex')
    from jsonb_to_recordset(seals) as s (generation uuid, own text)
      join vault.team_keys g on g.umbrella_id = going.umbrella_id and g.id = s.generation and g.team_id = going.team_id
    on conflict do nothing;
  if recovery_key is null then
    perform vault.retire_recovery_key(going.umbrella_id);
  else
    perform vault.write_recovery_key(recovery_key, public_key, key_ids, shares);
    insert into vault.recovery_seals (umbrella_id, team_key_id, recovery_key_id, sealed)
      select going.umbrella_id, s.generation, recovery_key, decode(s.next, 'hex')
      from jsonb_to_recordset(seals) as s (generation uuid, next text);
  end if;
  update vault.recoveries r set completed_at = clock_timestamp() where r.umbrella_id = going.umbrella_id and r.id = going.id;
end $$;
comment on function vault.complete_recovery(uuid, uuid, jsonb, uuid, bytea, uuid[], bytea[]) is 'reviewed: for whom a recovery of the current umbrella names, once its time has come and two custodians agreed; the recovery key that was put together counts no longer';
revoke all on function vault.complete_recovery(uuid, uuid, jsonb, uuid, bytea, uuid[], bytea[]) from public;
grant execute on function vault.complete_recovery(uuid, uuid, jsonb, uuid, bytea, uuid[], bytea[]) to parasol_request;

create function vault.custodians() returns table (id uuid, accounts uuid[])
  language sql stable security definer set search_path = ''
  begin atomic
    select r.id, array_agg(s.account_id) from vault.recovery_keys r
      join vault.recovery_shares s on s.umbrella_id = r.umbrella_id and s.recovery_key_id = r.id
    where r.umbrella_id = platform.current_umbrella() and r.retired_at is null
      and exists (select from people.affiliations mine where mine.umbrella_id = r.umbrella_id and mine.person_id = platform.current_account())
    group by r.id;
  end;
comment on function vault.custodians() is 'reviewed: who keeps the shares, for people of the umbrella; no share';
revoke all on function vault.custodians() from public;
grant execute on function vault.custodians() to parasol_request;
