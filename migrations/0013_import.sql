-- Lists of members that are taken over, and organisations that stand in the records twice.

-- An upload on its way from the file to the records: kept so that the work can be left and taken up again.
create table network.imports (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  file_id uuid,
  file_name text not null check (length(file_name) between 1 and 300),
  encoding text not null,
  delimiter text not null check (length(delimiter) = 1),
  mapping jsonb not null default '{}' check (jsonb_typeof(mapping) = 'object'),
  status text not null default 'uploaded' check (status in ('uploaded', 'done', 'dropped')),
  summary jsonb check (jsonb_typeof(summary) = 'object'),
  created_by uuid references people.people (id),
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id) on delete set null (file_id),
  check ((status = 'uploaded') = (finished_at is null)),
  check ((status = 'done') = (summary is not null))
);
comment on column network.imports.file_id is 'the stored file; null once it was removed: lists are not kept longer than the work needs';
comment on column network.imports.mapping is 'column of the file → column of the list, as the person chose';
alter table network.imports enable row level security;
create policy imports_of_the_umbrella on network.imports
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (file_id, encoding, delimiter, mapping, status, summary, finished_at) on network.imports to parasol_request;

-- An import must recognise an organisation that this umbrella does not see yet, or the same organisation would be
-- entered twice. It learns that there is one, and whether a coordinator may alter it; nothing of what it says.
create function network.known_organisations(ids uuid[], schemes text[], vals text[])
  returns table (place integer, organisation_id uuid)
  language sql stable security definer set search_path = '' as $$
  with recursive
    coordinator as (
      select from people.roles r where r.umbrella_id = platform.current_umbrella() and r.role = 'coordinator'
        and r.person_id = platform.current_account() and r.valid_until is null),
    asked as (
      select a.place::integer, coalesce(o.id, i.organisation_id) as id
      from unnest(ids, schemes, vals) with ordinality as a (id, scheme, value, place)
      left join network.organisations o on o.id = a.id
      left join network.identifiers i on i.scheme = a.scheme and i.value = a.value
      where exists (select from coordinator)),
    today (place, id) as (
      select a.place, a.id from asked a where a.id is not null
      union
      select t.place, o.merged_into from today t join network.organisations o on o.id = t.id where o.merged_into is not null)
  select t.place, t.id from today t join network.organisations o on o.id = t.id where o.merged_into is null
$$;
comment on function network.known_organisations(uuid[], text[], text[]) is
  'reviewed: for coordinators of the current umbrella alone; tells whether a public register number or an id they already hold is known, and nothing else';
revoke all on function network.known_organisations(uuid[], text[], text[]) from public;
grant execute on function network.known_organisations(uuid[], text[], text[]) to parasol_request;

-- Pairs that look like one organisation. What people said about a pair stays, so that nobody is asked twice.
create table network.duplicate_pairs (
  umbrella_id uuid not null references platform.umbrellas (id),
  first_id uuid not null references network.organisations (id),
  second_id uuid not null references network.organisations (id),
  reasons text[] not null check (cardinality(reasons) > 0 and reasons <@ array['name', 'similar', 'contact']),
  likeness real not null check (likeness between 0 and 1),
  found_at timestamptz not null default now(),
  distinct_by uuid references people.people (id),
  distinct_at timestamptz,
  primary key (umbrella_id, first_id, second_id),
  check (first_id < second_id)
);
comment on column network.duplicate_pairs.distinct_at is 'when a coordinator said that these are two organisations';
create index duplicate_pairs_open on network.duplicate_pairs (umbrella_id, likeness desc) where distinct_at is null;
alter table network.duplicate_pairs enable row level security;
create policy duplicate_pairs_of_the_umbrella on network.duplicate_pairs
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (reasons, likeness, distinct_by, distinct_at) on network.duplicate_pairs to parasol_request;

create table network.merges (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  survivor_id uuid not null references network.organisations (id),
  merged_id uuid not null references network.organisations (id),
  status text not null default 'proposed' check (status in ('proposed', 'awaiting', 'done', 'refused', 'withdrawn')),
  proposed_by uuid references people.people (id),
  proposed_at timestamptz not null default now(),
  finished_at timestamptz,
  obstacle text,
  moved jsonb,
  primary key (umbrella_id, id),
  check (survivor_id <> merged_id),
  check ((status in ('proposed', 'awaiting')) = (finished_at is null)),
  check ((status = 'done') = (moved is not null))
);
comment on column network.merges.status is 'awaiting: two coordinators agreed, an organisation with its own people has yet to';
comment on column network.merges.moved is 'what changed hands and how both stood before, so that a mistake can be understood and mended';
create unique index one_open_merge on network.merges (umbrella_id, merged_id) where status in ('proposed', 'awaiting');
create index merges_awaiting on network.merges (survivor_id, merged_id) where status = 'awaiting';

create table network.merge_answers (
  umbrella_id uuid not null,
  merge_id uuid not null,
  organisation_id uuid not null references network.organisations (id),
  answer text not null check (answer in ('accepted', 'refused')),
  word text check (length(word) <= 2000),
  answered_by uuid references people.people (id),
  answered_at timestamptz not null default now(),
  primary key (umbrella_id, merge_id, organisation_id),
  foreign key (umbrella_id, merge_id) references network.merges (umbrella_id, id)
);

alter table network.merges enable row level security;
-- Seen by both organisations too, from whichever umbrella their people come.
create policy merges_of_the_umbrella on network.merges for select using (
  umbrella_id = (select platform.current_umbrella())
  or (status = 'awaiting' and (network.may_alter_organisation(merged_id) or network.may_alter_organisation(survivor_id))));
create policy merges_proposed_here on network.merges for insert with check (
  umbrella_id = (select platform.current_umbrella()) and status = 'proposed' and proposed_by = (select platform.current_account()));
create policy merges_change_here on network.merges for update
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
-- 'done' is written by the function below alone: its `moved` cannot be set by a request.
grant select, insert (umbrella_id, id, survivor_id, merged_id, status, proposed_by, proposed_at),
  update (status, finished_at, obstacle) on network.merges to parasol_request;

alter table network.merge_answers enable row level security;
create policy answers_seen_with_merge on network.merge_answers for select using (
  umbrella_id = (select platform.current_umbrella()) or network.may_alter_organisation(organisation_id));
create policy answered_by_its_own on network.merge_answers for insert with check (
  answered_by = (select platform.current_account()) and network.may_alter_organisation(organisation_id)
  and exists (select 1 from network.merges g where g.umbrella_id = merge_answers.umbrella_id and g.id = merge_id
    and g.status = 'awaiting' and organisation_id in (g.survivor_id, g.merged_id)));
grant select, insert on network.merge_answers to parasol_request;

-- Why two organisations cannot become one, as words the program translates. Empty: nothing stands in the way.
create function network.merge_obstacles(survivor uuid, merged uuid) returns text[]
  language sql stable security definer set search_path = '' as $$
  select array(
    select 'already_merged' where exists (
      select 1 from network.organisations o where o.id in (survivor, merged) and o.merged_into is not null)
    union all
    select 'identifiers' where exists (
      select 1 from network.identifiers a join network.identifiers b on b.organisation_id = merged and b.scheme = a.scheme
      where a.organisation_id = survivor and a.value <> b.value)
    union all
    select 'memberships' where exists (
      select 1 from network.memberships a join network.memberships b
        on b.organisation_id = merged and b.umbrella_id = a.umbrella_id and b.form = a.form
        and daterange(a.since, a.until, '[)') && daterange(b.since, b.until, '[)')
      where a.organisation_id = survivor
        and not daterange(a.since, a.until, '[)') @> daterange(b.since, b.until, '[)')
        and not daterange(b.since, b.until, '[)') @> daterange(a.since, a.until, '[)'))
    union all
    select 'elsewhere' where exists (
      select 1 from network.memberships s where s.organisation_id in (survivor, merged)
        and s.umbrella_id <> platform.current_umbrella() and not network.has_people(s.organisation_id)))
$$;
comment on function network.merge_obstacles(uuid, uuid) is 'reviewed: answers with fixed words about two organisations known by their ids, no content';
revoke all on function network.merge_obstacles(uuid, uuid) from public;
grant execute on function network.merge_obstacles(uuid, uuid) to parasol_request;

-- Two memberships of one form at one time, one inside the other: the inner one is closed on the day it began, which
-- leaves it as history without a day of its own, and what hung on it moves to the outer one.
create function network.fold_memberships(survivor uuid, merged uuid) returns jsonb
  language plpgsql set search_path = '' as $$
declare
  pair record;
  folded jsonb := '[]';
begin
  for pair in
    select a.umbrella_id,
      case when daterange(a.since, a.until, '[)') @> daterange(b.since, b.until, '[)') then a.id else b.id end as outer_id,
      case when daterange(a.since, a.until, '[)') @> daterange(b.since, b.until, '[)') then b.id else a.id end as inner_id
    from network.memberships a join network.memberships b
      on b.organisation_id = merged and b.umbrella_id = a.umbrella_id and b.form = a.form
      and daterange(a.since, a.until, '[)') && daterange(b.since, b.until, '[)')
    where a.organisation_id = survivor
  loop
    folded := folded || (select jsonb_build_object('umbrella', s.umbrella_id, 'membership', s.id, 'into', pair.outer_id,
        'until', s.until, 'status', s.status, 'end_reason', s.end_reason)
      from network.memberships s where s.umbrella_id = pair.umbrella_id and s.id = pair.inner_id);
    update network.memberships set until = since, status = 'ended', end_reason = 'duplicate'
      where umbrella_id = pair.umbrella_id and id = pair.inner_id;
    update network.mandates set membership_id = pair.outer_id
      where umbrella_id = pair.umbrella_id and membership_id = pair.inner_id;
    update network.agreements set membership_id = pair.outer_id
      where umbrella_id = pair.umbrella_id and membership_id = pair.inner_id;
    update network.post_terms set membership_id = pair.outer_id
      where umbrella_id = pair.umbrella_id and membership_id = pair.inner_id;
    update network.listings set membership_id = pair.outer_id
      where umbrella_id = pair.umbrella_id and membership_id = pair.inner_id;
    -- A match between the two would become a match with itself: it stays where it was.
    update network.matches set need_membership = pair.outer_id
      where umbrella_id = pair.umbrella_id and need_membership = pair.inner_id and offer_membership <> pair.outer_id;
    update network.matches set offer_membership = pair.outer_id
      where umbrella_id = pair.umbrella_id and offer_membership = pair.inner_id and need_membership <> pair.outer_id;
  end loop;
  return folded;
end $$;
revoke all on function network.fold_memberships(uuid, uuid) from public;

-- What the survivor says stands; what it does not say is taken from the other.
create function network.unite_facts(survivor uuid, merged uuid) returns void
  language sql set search_path = '' as $$
  update network.organisations s set
    name = m.name || s.name, about = m.about || s.about,
    communities = array(select distinct unnest(s.communities || m.communities) order by 1),
    languages = array(select distinct unnest(s.languages || m.languages) order by 1),
    fields = array(select distinct unnest(s.fields || m.fields) order by 1),
    region = coalesce(s.region, case when m.country = s.country then m.region end),
    town = coalesce(s.town, case when m.country = s.country then m.town end),
    founded_on = coalesce(s.founded_on, m.founded_on),
    search_key = s.search_key || ' ' || m.search_key
  from network.organisations m where s.id = survivor and m.id = merged;
  update network.organisations set merged_into = survivor where id = merged;
$$;
revoke all on function network.unite_facts(uuid, uuid) from public;

create function network.move_belongings(survivor uuid, merged uuid) returns jsonb
  language plpgsql set search_path = '' as $$
declare moved jsonb;
begin
  moved := jsonb_build_object(
    'memberships', (select coalesce(jsonb_agg(jsonb_build_array(umbrella_id, id)), '[]') from network.memberships where organisation_id = merged),
    'identifiers', (select coalesce(jsonb_agg(jsonb_build_array(scheme, value)), '[]') from network.identifiers where organisation_id = merged),
    'contacts', (select coalesce(jsonb_agg(id), '[]') from network.contacts where organisation_id = merged),
    'unites', (select coalesce(jsonb_agg(child_id), '[]') from network.union_edges where union_id = merged),
    'united_in', (select coalesce(jsonb_agg(union_id), '[]') from network.union_edges where child_id = merged));
  update network.memberships set organisation_id = survivor where organisation_id = merged;
  update network.identifiers i set organisation_id = survivor where organisation_id = merged
    and not exists (select 1 from network.identifiers o where o.organisation_id = survivor and o.scheme = i.scheme);
  update network.contacts c set organisation_id = survivor, position = c.position + 100 where organisation_id = merged
    and not exists (select 1 from network.contacts o where o.organisation_id = survivor and o.kind = c.kind and o.value = c.value);
  delete from network.union_edges where (union_id = merged and child_id = survivor) or (union_id = survivor and child_id = merged);
  delete from network.union_edges e where e.union_id = merged
    and exists (select 1 from network.union_edges o where o.union_id = survivor and o.child_id = e.child_id);
  delete from network.union_edges e where e.child_id = merged
    and exists (select 1 from network.union_edges o where o.child_id = survivor and o.union_id = e.union_id);
  update network.union_edges set union_id = survivor where union_id = merged;
  update network.union_edges set child_id = survivor where child_id = merged;
  update network.proposals set status = 'withdrawn', decided_at = now() where organisation_id = merged and status = 'proposed';
  return moved;
end $$;
revoke all on function network.move_belongings(uuid, uuid) from public;

-- Returns 'done', 'awaiting' while an organisation's own people have not accepted, or the obstacle.
create function network.carry_out_merge(merge_id uuid) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  merge network.merges;
  obstacles text[];
  record_of_it jsonb;
begin
  select * into merge from network.merges where umbrella_id = platform.current_umbrella() and id = merge_id for update;
  if merge.id is null or merge.status not in ('proposed', 'awaiting') then return 'already_decided'; end if;
  if not exists (select 1 from people.acts a where a.umbrella_id = merge.umbrella_id and a.kind = 'network.merge_organisations'
      and a.subject_id = merge.id and a.status = 'confirmed') then
    raise exception 'no confirmed act for merge %', merge_id using errcode = 'insufficient_privilege';
  end if;
  -- Both rows, in one order, so that two merges of the same organisation follow each other.
  perform 1 from network.organisations where id in (merge.survivor_id, merge.merged_id) order by id for update;
  if exists (
    select 1 from unnest(array[merge.survivor_id, merge.merged_id]) as o (id)
    where network.has_people(o.id) and not exists (
      select 1 from network.merge_answers a where a.umbrella_id = merge.umbrella_id and a.merge_id = merge.id
        and a.organisation_id = o.id and a.answer = 'accepted')) then
    update network.merges set status = 'awaiting' where umbrella_id = merge.umbrella_id and id = merge.id;
    return 'awaiting';
  end if;
  obstacles := network.merge_obstacles(merge.survivor_id, merge.merged_id);
  if obstacles = '{}' then
    begin
      record_of_it := jsonb_build_object(
        'survivor', (select to_jsonb(o) - 'search_key' from network.organisations o where o.id = merge.survivor_id),
        'merged', (select to_jsonb(o) - 'search_key' from network.organisations o where o.id = merge.merged_id),
        'folded', network.fold_memberships(merge.survivor_id, merge.merged_id),
        'moved', network.move_belongings(merge.survivor_id, merge.merged_id));
      perform network.unite_facts(merge.survivor_id, merge.merged_id);
      update network.merges set status = 'done', finished_at = now(), moved = record_of_it
        where umbrella_id = merge.umbrella_id and id = merge.id;
      return 'done';
    exception
      when exclusion_violation or unique_violation then obstacles := array['mandates'];
      when check_violation then obstacles := array['unions'];
    end;
  end if;
  update network.merges set status = 'refused', finished_at = now(), obstacle = obstacles[1]
    where umbrella_id = merge.umbrella_id and id = merge.id;
  return obstacles[1];
end $$;
comment on function network.carry_out_merge(uuid) is
  'reviewed: carries out only a merge of the current umbrella that two coordinators confirmed and that every organisation with its own people accepted';
revoke all on function network.carry_out_merge(uuid) from public;
grant execute on function network.carry_out_merge(uuid) to parasol_request;

-- An old address leads to what the organisation has become, where that is seen.
create function network.survivor_of(organisation uuid) returns uuid
  language sql stable security definer set search_path = '' as $$
  with recursive chain (id, next) as (
    select o.id, o.merged_into from network.organisations o where o.id = organisation
    union
    select o.id, o.merged_into from chain c join network.organisations o on o.id = c.next)
  select c.id from chain c where c.next is null and c.id <> organisation and network.sees_organisation(c.id, null)
$$;
comment on function network.survivor_of(uuid) is 'reviewed: yields only the id of an organisation that the current umbrella sees';
revoke all on function network.survivor_of(uuid) from public;
grant execute on function network.survivor_of(uuid) to parasol_request;
