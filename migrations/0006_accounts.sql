-- How people sign in: addresses, sessions, factors. better-auth writes here through the role parasol_accounts, which
-- reaches nothing else; requests read none of it. Column names follow better-auth 1.7 in snake case.

create schema accounts;
revoke all on schema accounts from public;
grant usage on schema accounts to parasol_accounts;

create table accounts.users (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  email_verified boolean not null default false,
  name text not null default '' check (length(name) <= 200),
  image text check (image is null),
  two_factor_enabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column accounts.users.id is 'also people.people.id, once the person has said how they want to be called';
comment on column accounts.users.name is 'copy of people.people.name, so that a request knows it from one query; empty until the first sign-in is completed';

create table accounts.sessions (
  id uuid primary key,
  user_id uuid not null references accounts.users (id) on delete cascade,
  token text not null unique,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  ip_address text constraint no_address_of_a_person check (coalesce(ip_address, '') = ''),
  user_agent text constraint no_device_of_a_person check (coalesce(user_agent, '') = ''),
  assurance smallint not null default 1 check (assurance in (1, 2)),
  assured_at timestamptz,
  last_used_on date not null default current_date,
  constraint assured_when check ((assurance = 2) = (assured_at is not null))
);
comment on column accounts.sessions.assurance is '1: e-mail code. 2: authenticator code, recovery code or user-verified passkey in this very session';
comment on column accounts.sessions.assured_at is 'when the second factor was last shown: changing factors needs a fresh one';
create index sessions_of_user on accounts.sessions (user_id);
create index sessions_ending on accounts.sessions (expires_at);

-- better-auth keeps passwords and sign-ins with other companies here. There are none, and there will be none.
create table accounts.credentials (
  id uuid primary key,
  user_id uuid not null references accounts.users (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text, refresh_token text, id_token text, scope text, password text,
  access_token_expires_at timestamptz, refresh_token_expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint no_passwords check (password is null),
  constraint no_other_companies check (access_token is null and refresh_token is null and id_token is null)
);
create index credentials_of_user on accounts.credentials (user_id);

-- Codes and passkey challenges that wait for their answer. The name of a row is an HMAC, so the table tells no address.
create table accounts.verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on column accounts.verifications.id is 'text: better-auth names some rows by a hash, so that they can exist once only';
create index verifications_by_identifier on accounts.verifications (identifier);
create index verifications_ending on accounts.verifications (expires_at);

create table accounts.passkeys (
  id uuid primary key,
  user_id uuid not null references accounts.users (id) on delete cascade,
  name text check (length(name) between 1 and 100),
  public_key text not null,
  credential_id text not null unique,
  counter bigint not null check (counter >= 0),
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamptz not null default now()
);
create index passkeys_of_user on accounts.passkeys (user_id);

create table accounts.two_factors (
  id uuid primary key,
  user_id uuid not null unique references accounts.users (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz,
  recovery_shown_until timestamptz
);
comment on column accounts.two_factors.secret is 'encrypted under the installation''s key, as are the recovery codes';
comment on column accounts.two_factors.recovery_shown_until is 'new recovery codes may be shown until then, or until the person says they are written down';

-- better-auth neither counts wrong codes of a session that exists nor remembers a code that was used (RFC 6238 §5.2).
create table accounts.code_attempts (
  user_id uuid not null references accounts.users (id) on delete cascade,
  code_mark bytea not null check (octet_length(code_mark) = 32),
  tried_at timestamptz not null default now(),
  primary key (user_id, code_mark)
);
comment on column accounts.code_attempts.code_mark is 'HMAC of the code: the same code is taken once';

grant select, insert, update, delete on all tables in schema accounts to parasol_accounts;
