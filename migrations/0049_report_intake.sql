-- A report passes with less work. No rule moves: who sees which record, how consents are numbered and what stands on a report
-- are what they were; fewer tables are asked before the answer is known.

-- Whoever shows a receipt has no account most of the time: nobody looks for their keys and teams then.
create or replace function vault.in_sight(record uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
        select from vault.receipts r join vault.record_seals s on s.umbrella_id = r.umbrella_id and s.receipt_id = r.id
        where r.umbrella_id = platform.current_umbrella() and s.record_id = record
          and r.lookup = decode(nullif(current_setting('parasol.receipt', true), ''), 'hex'))
      or platform.current_account() is not null and exists (
        select from vault.record_seals s
        left join vault.team_keys g on g.umbrella_id = s.umbrella_id and g.id = s.team_key_id
        left join vault.keys k on k.id = s.key_id
        where s.umbrella_id = platform.current_umbrella() and s.record_id = record
          and (k.account_id = platform.current_account() or vault.in_team_of(g.team_id, platform.current_account())));
  end;

-- Writing what is agreed to now holds the report: two that consent at once do not get one number.
create or replace function monitoring.number_consent() returns trigger
  language plpgsql security definer set search_path = '' as $$
begin
  update monitoring.reports r
    set consents = case
      when not new.given then array_remove(r.consents, new.use)
      when new.use = any (r.consents) then r.consents
      else array(select u from unnest(r.consents || new.use) u order by u) end
    where r.umbrella_id = new.umbrella_id and r.id = new.report_id;
  select coalesce(max(c.position), 0) + 1 into new.position from monitoring.report_consents c
    where c.umbrella_id = new.umbrella_id and c.report_id = new.report_id;
  new.told_on := current_date;
  return new;
end $$;

-- Many report at once, and a row that many hold is written by each of them. A lock that is not in a row is not.
create or replace function vault.hold_team(umbrella uuid, team uuid, alone boolean) returns void
  language plpgsql set search_path = '' as $$
begin
  if alone then
    perform pg_advisory_xact_lock(hashtextextended('vault team ' || umbrella || team, 0));
  else
    perform pg_advisory_xact_lock_shared(hashtextextended('vault team ' || umbrella || team, 0));
  end if;
end $$;

-- What somebody needs who has a receipt in hand and wants its record, or wants to make it: one message. Two answers of one bad
-- connection wait here for each other, and the second finds what the first made.
create function vault.begin_with_receipt(lookup bytea, kind text,
    out record uuid, out receipt uuid, out sealed bytea, out team uuid, out team_key uuid, out public_key bytea)
  language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('vault receipt ' || encode(lookup, 'hex'), 0));
  perform set_config('parasol.receipt', encode(lookup, 'hex'), true);
  select f.record_id, f.receipt_id, f.sealed into record, receipt, sealed from vault.find_receipt(lookup) f;
  select t.id into team from vault.teams t where t.umbrella_id = platform.current_umbrella() and t.kind = begin_with_receipt.kind;
  if team is not null then
    select g.id, g.public_key into team_key, public_key from vault.current_generation(team) g;
  end if;
end $$;
revoke all on function vault.begin_with_receipt(bytea, text) from public;
grant execute on function vault.begin_with_receipt(bytea, text) to parasol_request;

-- A record and all that belongs to it in one message, each row under the policies and triggers of its own table. The plans are
-- made once for a connection: they cost more than the rows.
create function vault.store_record(record uuid, purpose text, retain_until date, receipt uuid, lookup bytea, public_key bytea,
    seal_teams uuid[], seal_persons uuid[], seal_receipts uuid[], seals bytea[], part_ids uuid[], part_names text[], parts bytea[])
  returns void language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  insert into vault.records (id, purpose, retain_until) values (record, store_record.purpose, store_record.retain_until);
  if receipt is not null then
    insert into vault.receipts (id, record_id, lookup, public_key)
      values (receipt, record, store_record.lookup, store_record.public_key);
  end if;
  insert into vault.record_seals (id, record_id, team_key_id, key_id, receipt_id, sealed)
    select gen_random_uuid(), record, s.team, s.person, s.receipt, s.sealed
    from unnest(seal_teams, seal_persons, seal_receipts, seals) as s (team, person, receipt, sealed);
  insert into vault.record_parts (id, record_id, name, sealed)
    select p.id, record, p.name, p.sealed
    from unnest(part_ids, part_names, parts) with ordinality as p (id, name, sealed, place) order by p.place;
end $$;
revoke all on function vault.store_record(uuid, text, date, uuid, bytea, bytea, uuid[], uuid[], uuid[], bytea[], uuid[], text[], bytea[]) from public;
grant execute on function vault.store_record(uuid, text, date, uuid, bytea, bytea, uuid[], uuid[], uuid[], bytea[], uuid[], text[], bytea[]) to parasol_request;

-- What of a report lies in the open, and what was agreed to, for a record that is in sight.
create function monitoring.store_report(report uuid, record uuid, region text, month date, month_until date, "precision" text, uses text[])
  returns void language plpgsql set search_path = '' set plan_cache_mode = force_generic_plan as $$
begin
  insert into monitoring.reports (id, record_id, region, month, month_until, precision)
    values (report, record, store_report.region, store_report.month, store_report.month_until, store_report.precision);
  insert into monitoring.report_consents (report_id, use, given)
    select report, u.use, true from unnest(uses) with ordinality as u (use, place) order by u.place;
end $$;
revoke all on function monitoring.store_report(uuid, uuid, text, date, date, text, text[]) from public;
grant execute on function monitoring.store_report(uuid, uuid, text, date, date, text, text[]) to parasol_request;

-- The report of a receipt that is shown in this transaction: looked for without the policies that would ask the same again.
create function monitoring.is_shown(report uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (select from monitoring.reports r
      where r.umbrella_id = platform.current_umbrella() and r.id = report and vault.in_sight(r.record_id));
  end;
comment on function monitoring.is_shown(uuid) is 'reviewed: whether a report of the current umbrella is in sight of the asking account or the receipt it shows';
revoke all on function monitoring.is_shown(uuid) from public;
grant execute on function monitoring.is_shown(uuid) to parasol_request;
alter policy consents_by_reporter on monitoring.report_consents
  with check (umbrella_id = (select platform.current_umbrella()) and nullif(current_setting('parasol.receipt', true), '') is not null
    and monitoring.is_shown(report_id));
