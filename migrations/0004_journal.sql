-- The journal: what was done, for which member, under which rule. Entries are sealed into one Merkle tree per umbrella
-- (hashes of RFC 6962) whose every root covers all entries before it. docs/decisions/journal-tree.md says why it is so.

-- One field of what a hash commits to. The length in front makes it impossible to move a letter from one field to the next.
create function platform.journal_field(value text) returns text
  language sql immutable parallel safe
  return case when value is null then '-,' else octet_length(convert_to(value, 'UTF8')) || ':' || value || ',' end;

create function platform.journal_microseconds(moment timestamptz) returns text
  language sql immutable parallel safe
  return ((extract(epoch from moment) * 1000000)::bigint)::text;

-- 244 random bits. gen_random_uuid() is the strong generator that PostgreSQL has without an extension.
create function platform.journal_salt() returns bytea
  language sql volatile parallel safe
  return uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());

create table platform.journal_entries (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  recorded_at timestamptz not null,
  action text not null check (action ~ '^[a-z][a-z-]*\.[a-z][a-z_]*$'),
  member_id uuid,
  subject_type text not null check (subject_type ~ '^[a-z][a-z_]*$' and subject_type <> 'person'),
  subject_id uuid not null,
  rule_key text,
  rule_version integer,
  visibility text not null check (visibility in ('public', 'members', 'sealed')),
  person_id uuid,
  about uuid[],
  detail json,
  record_salt bytea not null,
  person_salt bytea,
  about_salt bytea,
  detail_salt bytea,
  record_hash bytea not null check (octet_length(record_hash) = 32),
  person_hash bytea not null check (octet_length(person_hash) = 32),
  about_hash bytea not null check (octet_length(about_hash) = 32),
  detail_hash bytea not null check (octet_length(detail_hash) = 32),
  leaf bigint check (leaf >= 0),
  primary key (umbrella_id, id),
  unique (umbrella_id, leaf),
  check ((rule_key is null) = (rule_version is null)),
  check (person_salt is not null or person_id is null),
  check (about_salt is not null or about is null),
  check (detail_salt is not null or detail is null)
);
comment on table platform.journal_entries is 'append-only; the four parts record, person, about, detail are committed to by salted hashes, so that one can be forgotten and the rest still verifies';
comment on column platform.journal_entries.person_id is 'who did it; null when the program did it by a rule, or when forgotten';
comment on column platform.journal_entries.about is 'persons whom the detail names: forgetting one of them forgets the detail';
comment on column platform.journal_entries.detail is 'json, not jsonb: the hash is over the exact text';
comment on column platform.journal_entries.leaf is 'place in the tree, from 0, without gaps; null until sealed';
create index journal_waiting on platform.journal_entries (umbrella_id, recorded_at, id) where leaf is null;
create index journal_of_member on platform.journal_entries (umbrella_id, member_id, leaf desc) where member_id is not null;
create index journal_of_subject on platform.journal_entries (umbrella_id, subject_type, subject_id, leaf);
create index journal_of_person on platform.journal_entries (person_id, umbrella_id) where person_id is not null;
create index journal_about_person on platform.journal_entries using gin (about) where about is not null;

-- Hashes of all complete subtrees; level 0 are the leaves. Kept so that a proof costs a few reads.
create table platform.journal_nodes (
  umbrella_id uuid not null references platform.umbrellas (id),
  level smallint not null check (level between 0 and 62),
  position bigint not null check (position >= 0),
  hash bytea not null check (octet_length(hash) = 32),
  primary key (umbrella_id, level, position)
);

create table platform.journal_roots (
  umbrella_id uuid not null references platform.umbrellas (id),
  size bigint not null check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  sealed_at timestamptz not null,
  previous_size bigint not null check (previous_size >= 0 and previous_size < size),
  previous_record bytea check (octet_length(previous_record) = 32),
  record bytea not null check (octet_length(record) = 32),
  primary key (umbrella_id, size),
  check ((previous_size = 0) = (previous_record is null))
);
comment on column platform.journal_roots.size is 'how many entries this root covers: leaves 0 to size - 1';
comment on column platform.journal_roots.record is 'hash of this row, the one before it included: the times of sealing are chained too';

alter table platform.journal_entries enable row level security;
alter table platform.journal_nodes enable row level security;
alter table platform.journal_roots enable row level security;

-- Entries for members only show to people who have something to do with the umbrella; the page narrows that further.
-- Sealed entries show to no request: of them there is a leaf hash, and nothing else.
create policy journal_shows on platform.journal_entries for select to parasol_request using (
  umbrella_id = (select platform.current_umbrella())
  and (visibility = 'public'
    or visibility = 'members' and (select exists (
      select from people.affiliations mine
      where mine.umbrella_id = platform.current_umbrella() and mine.person_id = platform.current_account())))
);
create policy journal_takes on platform.journal_entries for insert to parasol_request
  with check (umbrella_id = (select platform.current_umbrella()) and action <> 'platform.person_erased');
create policy tree_of_the_umbrella on platform.journal_nodes for select to parasol_request
  using (umbrella_id = (select platform.current_umbrella()));
create policy roots_of_the_umbrella on platform.journal_roots for select to parasol_request
  using (umbrella_id = (select platform.current_umbrella()));

-- Where, who, when, salts and hashes are the database's to write: no grant lets a request set them.
grant insert (id, action, member_id, subject_type, subject_id, rule_key, rule_version, visibility, about, detail)
  on platform.journal_entries to parasol_request;
-- With its salts a reader can recompute what a visible entry commits to. Who did it stays out.
grant select (umbrella_id, id, recorded_at, action, member_id, subject_type, subject_id, rule_key, rule_version, visibility,
  detail, record_salt, detail_salt, record_hash, person_hash, about_hash, detail_hash, leaf)
  on platform.journal_entries to parasol_request;
grant select on platform.journal_nodes, platform.journal_roots to parasol_request;

create function platform.journal_record_hash(entry platform.journal_entries) returns bytea
  language sql immutable parallel safe
  return sha256(entry.record_salt || convert_to(
    platform.journal_field('record') || platform.journal_field(entry.umbrella_id::text) || platform.journal_field(entry.id::text)
    || platform.journal_field(platform.journal_microseconds(entry.recorded_at)) || platform.journal_field(entry.action)
    || platform.journal_field(entry.member_id::text)
    || platform.journal_field(entry.subject_type) || platform.journal_field(entry.subject_id::text)
    || platform.journal_field(entry.rule_key) || platform.journal_field(entry.rule_version::text)
    || platform.journal_field(entry.visibility), 'UTF8'));

create function platform.journal_part_hash(part text, salt bytea, value text) returns bytea
  language sql immutable parallel safe
  return sha256(salt || convert_to(platform.journal_field(part) || platform.journal_field(value), 'UTF8'));

create function platform.compose_journal_entry() returns trigger language plpgsql as $$
begin
  new.umbrella_id := platform.current_umbrella();
  new.person_id := platform.current_account();
  -- Not now(): entries of one transaction keep their order.
  new.recorded_at := clock_timestamp();
  new.leaf := null;
  new.record_salt := platform.journal_salt();
  new.person_salt := platform.journal_salt();
  new.about_salt := platform.journal_salt();
  new.detail_salt := platform.journal_salt();
  new.record_hash := platform.journal_record_hash(new);
  new.person_hash := platform.journal_part_hash('person', new.person_salt, new.person_id::text);
  new.about_hash := platform.journal_part_hash('about', new.about_salt, new.about::text);
  new.detail_hash := platform.journal_part_hash('detail', new.detail_salt, new.detail::text);
  return new;
end $$;
create trigger compose before insert on platform.journal_entries
  for each row execute function platform.compose_journal_entry();

-- An entry changes twice at most: it gets its leaf, and a part of it is forgotten as a whole.
create function platform.guard_journal_entry() returns trigger language plpgsql as $$
declare kept platform.journal_entries := new;
begin
  if old.leaf is null then kept.leaf := null; end if;
  if new.person_salt is null and new.person_id is null then
    kept.person_salt := old.person_salt; kept.person_id := old.person_id;
  end if;
  if new.about_salt is null and new.about is null then
    kept.about_salt := old.about_salt; kept.about := old.about;
  end if;
  if new.detail_salt is null and new.detail is null then
    kept.detail_salt := old.detail_salt; kept.detail := old.detail;
  end if;
  if kept::text is distinct from old::text then
    raise exception 'journal entry % stays as it was recorded', old.id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger stays before update on platform.journal_entries
  for each row execute function platform.guard_journal_entry();
create trigger stays_there before delete on platform.journal_entries
  for each row execute function platform.refuse_change();
create trigger nodes_stay before update or delete on platform.journal_nodes
  for each row execute function platform.refuse_change();
create trigger roots_stay before update or delete on platform.journal_roots
  for each row execute function platform.refuse_change();
create trigger entries_stay before truncate on platform.journal_entries
  for each statement execute function platform.refuse_change();
create trigger all_nodes_stay before truncate on platform.journal_nodes
  for each statement execute function platform.refuse_change();
create trigger all_roots_stay before truncate on platform.journal_roots
  for each statement execute function platform.refuse_change();
-- The public page shows sealed entries, and shows less when something was forgotten.
create trigger announce after insert on platform.journal_roots
  for each row execute function platform.announce_change();
create trigger announce after update of detail on platform.journal_entries
  for each row execute function platform.announce_change();

-- The root of the first `covered` leaves: the complete subtrees from right to left, folded into one.
create function platform.journal_root(umbrella uuid, covered bigint) returns bytea
  language plpgsql stable set search_path = '' as $$
declare
  folded bytea;
  peak bytea;
begin
  for depth in 0..62 loop
    exit when covered >> depth = 0;
    continue when (covered >> depth) & 1 = 0;
    select hash into strict peak from platform.journal_nodes
      where umbrella_id = umbrella and level = depth and position = (covered >> depth) - 1;
    folded := case when folded is null then peak else sha256('\x01'::bytea || peak || folded) end;
  end loop;
  return folded;
end $$;
revoke all on function platform.journal_root(uuid, bigint) from public;

create function platform.journal_root_record(root platform.journal_roots) returns bytea
  language sql immutable parallel safe
  return sha256('\x02'::bytea || convert_to(
    platform.journal_field(root.umbrella_id::text) || platform.journal_field(root.size::text)
    || platform.journal_field(encode(root.root, 'hex')) || platform.journal_field(platform.journal_microseconds(root.sealed_at))
    || platform.journal_field(root.previous_size::text) || platform.journal_field(encode(root.previous_record, 'hex')), 'UTF8'));

create function platform.append_journal_leaf(umbrella uuid, leaf bigint, entry_hash bytea) returns void
  language plpgsql set search_path = '' as $$
declare
  depth smallint := 0;
  place bigint := leaf;
  subtree bytea := entry_hash;
  sibling bytea;
begin
  insert into platform.journal_nodes values (umbrella, 0, leaf, subtree);
  while place & 1 = 1 loop
    select hash into strict sibling from platform.journal_nodes
      where umbrella_id = umbrella and level = depth and position = place - 1;
    subtree := sha256('\x01'::bytea || sibling || subtree);
    depth := depth + 1;
    place := place >> 1;
    insert into platform.journal_nodes values (umbrella, depth, place, subtree);
  end loop;
end $$;
revoke all on function platform.append_journal_leaf(uuid, bigint, bytea) from public;

-- Seals up to `most` committed entries and returns how many. One sealer at a time per umbrella: the second waits, and
-- because it reads anew after waiting, it continues where the first stopped. An entry whose transaction commits late is
-- not visible now and is taken next time.
create function platform.journal_seal(umbrella uuid, most integer) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  entry record;
  last platform.journal_roots;
  sealed platform.journal_roots;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'sealing reads anew after it waited: use READ COMMITTED' using errcode = 'invalid_transaction_state';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('parasol journal ' || umbrella, 0));
  select * into last from platform.journal_roots where umbrella_id = umbrella order by size desc limit 1;
  sealed.size := coalesce(last.size, 0);
  for entry in
    select id, sha256('\x00'::bytea || record_hash || person_hash || about_hash || detail_hash) as hash
    from platform.journal_entries where umbrella_id = umbrella and leaf is null order by recorded_at, id limit most
  loop
    update platform.journal_entries set leaf = sealed.size where umbrella_id = umbrella and id = entry.id;
    perform platform.append_journal_leaf(umbrella, sealed.size, entry.hash);
    sealed.size := sealed.size + 1;
  end loop;
  if sealed.size = coalesce(last.size, 0) then return 0; end if;
  sealed.umbrella_id := umbrella;
  sealed.root := platform.journal_root(umbrella, sealed.size);
  sealed.sealed_at := clock_timestamp();
  sealed.previous_size := coalesce(last.size, 0);
  sealed.previous_record := last.record;
  sealed.record := platform.journal_root_record(sealed);
  insert into platform.journal_roots select sealed.*;
  return sealed.size - sealed.previous_size;
end $$;
comment on function platform.journal_seal(uuid, integer) is 'reviewed: the only writer of leaves, nodes and roots; appends committed entries of the named umbrella in their order and returns a count, no content';
revoke all on function platform.journal_seal(uuid, integer) from public;
grant execute on function platform.journal_seal(uuid, integer) to parasol_worker;

create function platform.journal_waiting() returns setof uuid
  language sql stable security definer set search_path = ''
  begin atomic
    select distinct umbrella_id from platform.journal_entries where leaf is null;
  end;
comment on function platform.journal_waiting() is 'reviewed: ids of umbrellas that have unsealed entries, no content';
revoke all on function platform.journal_waiting() from public;
grant execute on function platform.journal_waiting() to parasol_worker;

-- What the journal holds about the asking person, for their export.
create function platform.journal_of_myself() returns table (
    recorded_at timestamptz, action text, member_id uuid, subject_type text, subject_id uuid, detail json, leaf bigint)
  language sql stable security definer set search_path = ''
  begin atomic
    select e.recorded_at, e.action, e.member_id, e.subject_type, e.subject_id,
      case when e.visibility <> 'sealed' then e.detail end, e.leaf
    from platform.journal_entries e
    where e.umbrella_id = platform.current_umbrella()
      and (e.person_id = platform.current_account() or e.about @> array[platform.current_account()])
    order by e.recorded_at, e.id;
  end;
comment on function platform.journal_of_myself() is 'reviewed: entries of the current umbrella done by or about the asking account, without sealed detail';
revoke all on function platform.journal_of_myself() from public;
grant execute on function platform.journal_of_myself() to parasol_request;

-- Forgets one person in one umbrella and records, sealed, which parts of which entries were forgotten: without that
-- record `journal verify` reports a missing part as damage. The record names no person.
create function platform.forget_in_journal(umbrella uuid, person uuid) returns integer
  language plpgsql set search_path = '' as $$
declare
  forgotten json;
  asking text := current_setting('parasol.account', true);
  place text := current_setting('parasol.umbrella', true);
begin
  with done as (
    update platform.journal_entries set person_id = null, person_salt = null
    where umbrella_id = umbrella and person_id = person returning id, 'person' as part
  ) select json_agg(json_build_object('entry', id, 'part', part) order by id) into forgotten from done;
  with mentioned as (
    update platform.journal_entries set about = null, about_salt = null, detail = null, detail_salt = null
    where umbrella_id = umbrella and about @> array[person] returning id
  ) select json_agg(part) into forgotten from (
      select part from json_array_elements(forgotten) part
      union all select json_build_object('entry', id, 'part', part) from mentioned, unnest(array['about', 'detail']) part
    ) all_parts;
  if forgotten is null then return 0; end if;
  perform set_config('parasol.umbrella', umbrella::text, true), set_config('parasol.account', '', true);
  insert into platform.journal_entries (id, action, subject_type, subject_id, visibility, detail)
    values (gen_random_uuid(), 'platform.person_erased', 'umbrella', umbrella, 'sealed', json_build_object('forgotten', forgotten));
  perform set_config('parasol.umbrella', coalesce(place, ''), true), set_config('parasol.account', coalesce(asking, ''), true);
  return json_array_length(forgotten);
end $$;
revoke all on function platform.forget_in_journal(uuid, uuid) from public;

create function platform.journal_erase_person(person uuid) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  place uuid;
  forgotten integer := 0;
begin
  if platform.current_account() is distinct from person and not pg_has_role(session_user, current_user, 'member') then
    raise exception 'a person is forgotten at their own request' using errcode = 'insufficient_privilege';
  end if;
  for place in
    select distinct umbrella_id from platform.journal_entries
    where (person_id = person or about @> array[person])
      and umbrella_id = coalesce(platform.current_umbrella(), umbrella_id)
  loop
    forgotten := forgotten + platform.forget_in_journal(place, person);
  end loop;
  return forgotten;
end $$;
comment on function platform.journal_erase_person(uuid) is 'reviewed: forgets only the asking account (or whom the owner names), in the current umbrella or, outside of one, everywhere; hashes and order stay';
revoke all on function platform.journal_erase_person(uuid) from public;
grant execute on function platform.journal_erase_person(uuid) to parasol_request;
