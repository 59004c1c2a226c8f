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

-- A custodian holds no other role: a coordinator who also kept a share would be two of the people a recovery needs.
create or replace function vault.write_recovery_key(recovery_key uuid, public_key bytea, key_ids uuid[], shares bytea[]) returns void
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
        and r.valid_until is null)
      and cardinality(people.members_of(umbrella, k.account_id)) > 0;
  if (select count(*) from vault.recovery_shares s where s.umbrella_id = umbrella and s.recovery_key_id = recovery_key) <> 3
      or exists (select from vault.recovery_shares a join vault.recovery_shares b
        on a.umbrella_id = umbrella and b.umbrella_id = umbrella and a.recovery_key_id = recovery_key and b.recovery_key_id = recovery_key
          and a.account_id < b.account_id and people.members_of(umbrella, a.account_id) && people.members_of(umbrella, b.account_id)) then
    raise exception 'three custodians, of three members, without a role' using errcode = 'restrict_violation', constraint = 'custodians_apart';
  end if;
end $$;
drop trigger custodians_apart on people.roles;
create trigger custodians_apart before insert on people.roles for each row execute function vault.keep_custodians_apart();
