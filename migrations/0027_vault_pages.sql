-- What the pages of the vault need beside it.

-- A passphrase can be tried out only in a session with a second factor, and slowly: counted here, because every process
-- must see it and because the transaction of a wrong attempt is of no account.
create table accounts.passphrase_tries (
  user_id uuid primary key references accounts.users (id) on delete cascade,
  tokens double precision not null check (tokens >= 0),
  counted_at timestamptz not null default now()
);
comment on table accounts.passphrase_tries is 'a token bucket: how many passphrases may still be tried; no row before the first one and after the right one';
grant select, insert, update, delete on accounts.passphrase_tries to parasol_accounts;

-- The team's list, newest first.
create index openings_in_time on vault.openings (umbrella_id, opened_at desc, id desc);

create function vault.handed_by(recovery uuid) returns setof uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select h.account_id from vault.handed_shares h
    where h.umbrella_id = platform.current_umbrella() and h.recovery_id = recovery
      and exists (select from people.affiliations mine where mine.umbrella_id = h.umbrella_id and mine.person_id = platform.current_account());
  end;
comment on function vault.handed_by(uuid) is 'reviewed: which custodians have handed their share over, for people of the umbrella; no share';
revoke all on function vault.handed_by(uuid) from public;
grant execute on function vault.handed_by(uuid) to parasol_request;
