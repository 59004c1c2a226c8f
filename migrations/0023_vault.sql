-- The vault: keys of people and teams, and what is sealed to them. The database holds public keys and ciphertext only; what
-- it can do is to say who may seal to whom, when, and that who opens a record leaves a trace. docs/decisions/0016 says why.

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
