-- A passkey opens a vault only while it is a passkey of that very person: what could be named otherwise would be a second
-- passphrase that nobody chose.
create function vault.guard_passkey_wrap() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from accounts.passkeys p where p.user_id = new.account_id and p.credential_id = new.credential_id) then
    raise exception 'a vault is opened by passkeys of its own person' using errcode = 'restrict_violation', constraint = 'own_passkey';
  end if;
  return new;
end $$;
comment on function vault.guard_passkey_wrap() is 'reviewed: looks only whether the passkey of the row is its account''s';
revoke all on function vault.guard_passkey_wrap() from public;
create trigger own_passkey before insert on vault.wraps for each row
  when (new.kind = 'passkey') execute function vault.guard_passkey_wrap();

create function vault.forget_passkey() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  delete from vault.wraps w where w.account_id = old.user_id and w.credential_id = old.credential_id;
  return null;
end $$;
comment on function vault.forget_passkey() is 'reviewed: deletes what the passkey of the row opened';
revoke all on function vault.forget_passkey() from public;
create trigger opens_no_longer after delete on accounts.passkeys for each row execute function vault.forget_passkey();
