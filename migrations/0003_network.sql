-- Organisations are installation-wide: one organisation may belong to several umbrellas and stays one row.
-- Memberships, mandates and all that follows belong to one umbrella.

create schema network;
grant usage on schema network to parasol_request;

create table network.organisations (
  id uuid primary key,
  kind text not null,
  name jsonb not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  communities text[] not null default '{}',
  languages text[] not null default '{}',
  fields text[] not null default '{}',
  level text not null default 'local' check (level in ('local', 'regional', 'national', 'international')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  region text check (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$' and left(region, 2) = country),
  town text check (length(town) <= 120),
  founded_on date,
  search_key text not null,
  demonstration boolean not null default false,
  merged_into uuid references network.organisations (id),
  profile_confirmed_on date,
  version integer not null default 1,
  created_by uuid references people.people (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (merged_into <> id)
);
comment on column network.organisations.communities is 'codes of the coalition''s vocabulary: for whom the organisation speaks; never a person''s own ethnicity';
comment on column network.organisations.search_key is 'names in all languages folded by platform/text/search-key';
create index organisations_by_creator on network.organisations (created_by);

-- org-id.guide schemes; check digits are verified by the program, shapes here too.
create table network.identifiers (
  organisation_id uuid not null references network.organisations (id),
  scheme text not null check (scheme in ('UA-EDR', 'PL-KRS', 'PL-NIP', 'PL-REGON', 'XI-LEI', 'XI-WIKIDATA')),
  value text not null,
  primary key (organisation_id, scheme),
  unique (scheme, value),
  check (case scheme
    when 'UA-EDR' then value ~ '^\d{8}$' when 'PL-KRS' then value ~ '^\d{10}$' when 'PL-NIP' then value ~ '^\d{10}$'
    when 'PL-REGON' then value ~ '^(\d{9}|\d{14})$' when 'XI-LEI' then value ~ '^[A-Z0-9]{18}\d{2}$' else value ~ '^Q\d+$' end)
);

create table network.contacts (
  organisation_id uuid not null references network.organisations (id),
  id uuid not null,
  kind text not null check (kind in ('email', 'phone', 'website', 'address', 'social')),
  value text not null check (length(value) between 1 and 300),
  visibility text not null default 'members' check (visibility in ('public', 'members', 'coordinators')),
  position smallint not null default 0,
  primary key (organisation_id, id)
);

-- A union and what it unites. Never copied into memberships: shown and counted as related.
create table network.union_edges (
  union_id uuid not null references network.organisations (id),
  child_id uuid not null references network.organisations (id),
  since date not null default current_date,
  stated_by uuid not null references people.people (id),
  confirmed_at timestamptz,
  primary key (union_id, child_id),
  check (union_id <> child_id)
);
comment on column network.union_edges.confirmed_at is 'when the child itself agreed; null while only the union says so';
create index union_edges_of_child on network.union_edges (child_id);

-- One lock for all edges: two edges added at once could close a circle that neither sees, and what counts related
-- organisations must not read a tree that another is taking apart.
create function network.change_edges_one_by_one() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtext('network.union_edges'));
  return null;
end $$;
comment on function network.change_edges_one_by_one() is 'reviewed: only takes a lock';
revoke all on function network.change_edges_one_by_one() from public;
create trigger one_by_one before insert or update or delete on network.union_edges
  for each statement execute function network.change_edges_one_by_one();

create function network.refuse_circles() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (
    with recursive above (id) as (
      select new.union_id
      union
      select e.union_id from network.union_edges e join above on e.child_id = above.id
    ) select 1 from above where id = new.child_id
  ) then
    raise exception 'the union would contain itself' using errcode = 'check_violation', constraint = 'no_circles';
  end if;
  return new;
end $$;
comment on function network.refuse_circles() is 'reviewed: reads edges only to find a circle';
revoke all on function network.refuse_circles() from public;
create trigger no_circles before insert or update on network.union_edges
  for each row execute function network.refuse_circles();

create table network.memberships (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  form text not null check (form in ('collective', 'individual', 'agreement')),
  organisation_id uuid references network.organisations (id),
  person_id uuid references people.people (id),
  since date not null,
  until date check (until >= since),
  status text not null default 'active' check (status in ('active', 'suspended', 'ended')),
  admitted_under text not null,
  end_reason text,
  created_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  check ((form = 'individual') = (organisation_id is null)),
  check (form = 'individual' or person_id is null),
  check ((status = 'ended') = (until is not null)),
  constraint no_overlapping_membership exclude using gist
    (umbrella_id with =, organisation_id with =, form with =, daterange(since, until, '[)') with &&),
  constraint no_overlapping_individual exclude using gist
    (umbrella_id with =, person_id with =, daterange(since, until, '[)') with &&)
);
comment on column network.memberships.person_id is 'of an individual representative with an account; null for one taken over from paper lists';
comment on column network.memberships.admitted_under is 'founding, import, or the application or decision that admitted';
create index memberships_of_organisation on network.memberships (organisation_id, umbrella_id);
create index memberships_of_person on network.memberships (person_id, umbrella_id);

-- What is shown of an individual representative: a person whom a community recognises as its voice.
create table network.individuals (
  umbrella_id uuid not null,
  membership_id uuid not null,
  name jsonb not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
  about jsonb not null default '{}',
  communities text[] not null default '{}',
  languages text[] not null default '{}',
  fields text[] not null default '{}',
  basis text not null check (basis in ('not_widely_represented', 'no_formal_organisation')),
  recognised_by text not null check (length(recognised_by) between 1 and 2000),
  country text not null check (country ~ '^[A-Z]{2}$'),
  region text check (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$' and left(region, 2) = country),
  town text check (length(town) <= 120),
  listed boolean not null default false,
  search_key text not null,
  profile_confirmed_on date,
  primary key (umbrella_id, membership_id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);
comment on column network.individuals.listed is 'the person agreed to stand in the public directory; otherwise only members see the name';

create table network.mandates (
  umbrella_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  person_id uuid not null references people.people (id),
  role text not null check (role in ('primary', 'deputy')),
  document text not null check (length(document) between 1 and 500),
  file_id uuid,
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  status text not null default 'proposed' check (status in ('proposed', 'confirmed', 'refused', 'ended')),
  proposed_by uuid not null references people.people (id),
  proposed_at timestamptz not null default now(),
  confirmed_by uuid references people.people (id),
  confirmed_as text check (confirmed_as in ('member', 'coordinator', 'founding')),
  confirmed_at timestamptz,
  ended_by uuid references people.people (id),
  end_reason text,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check ((status in ('confirmed', 'ended')) = (confirmed_at is not null)),
  constraint second_person check (confirmed_as is null or confirmed_as = 'founding' or (confirmed_by <> person_id and confirmed_by <> proposed_by)),
  constraint one_primary exclude using gist
    (umbrella_id with =, membership_id with =, daterange(valid_from, valid_until, '[)') with &&)
    where (role = 'primary' and status in ('confirmed', 'ended')),
  constraint one_mandate_per_person exclude using gist
    (umbrella_id with =, membership_id with =, person_id with =, daterange(valid_from, valid_until, '[)') with &&)
    where (status in ('confirmed', 'ended'))
);
create index mandates_of_person on network.mandates (person_id, umbrella_id) where status = 'confirmed';

-- The day it is in an umbrella, the current one unless told: a mandate that starts tomorrow in Kyiv has not started in the
-- evening there, whichever umbrella asks.
create function network.today(umbrella uuid default platform.current_umbrella()) returns date
  language sql stable parallel safe
  return (now() at time zone coalesce((select u.zone from platform.umbrellas u where u.id = umbrella), 'UTC'))::date;

-- Who may change an organisation: its own mandate holders, in any umbrella; or a coordinator of the one umbrella it
-- belongs to, while nobody holds a mandate for it; or its author while it belongs nowhere. Everybody else proposes.
create function network.may_alter_organisation(organisation uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (
      select 1 from network.mandates m join network.memberships s on (s.umbrella_id, s.id) = (m.umbrella_id, m.membership_id)
      where s.organisation_id = organisation and m.person_id = platform.current_account() and m.status = 'confirmed'
        and m.valid_from <= network.today(m.umbrella_id) and (m.valid_until is null or m.valid_until > network.today(m.umbrella_id))
        and s.status <> 'ended')
    or (
      not exists (select 1 from network.mandates m join network.memberships s on (s.umbrella_id, s.id) = (m.umbrella_id, m.membership_id)
        where s.organisation_id = organisation and m.status = 'confirmed' and s.status <> 'ended'
          and (m.valid_until is null or m.valid_until > network.today(m.umbrella_id)))
      and not exists (select 1 from network.memberships s where s.organisation_id = organisation
        and s.umbrella_id is distinct from platform.current_umbrella())
      and (
        exists (select 1 from people.roles r where r.umbrella_id = platform.current_umbrella() and r.role = 'coordinator'
          and r.person_id = platform.current_account() and r.valid_until is null)
          and exists (select 1 from network.memberships s where s.organisation_id = organisation and s.umbrella_id = platform.current_umbrella())
        or (
          exists (select 1 from network.organisations o where o.id = organisation and o.created_by = platform.current_account())
          and not exists (select 1 from network.memberships s where s.organisation_id = organisation)
        )
      )
    )
$$;
comment on function network.may_alter_organisation(uuid) is 'reviewed: answers only yes or no about the asking account';
revoke all on function network.may_alter_organisation(uuid) from public;
grant execute on function network.may_alter_organisation(uuid) to parasol_request;

-- An organisation is seen where it has been a member, or related to one by a union, and by those who wrote or act for it.
create function network.sees_organisation(organisation uuid, author uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select author = platform.current_account()
    or exists (select 1 from network.memberships s where s.organisation_id = organisation and s.umbrella_id = platform.current_umbrella())
    or exists (
      with recursive above (id) as (
        select e.union_id from network.union_edges e where e.child_id = organisation
        union select e.union_id from network.union_edges e join above on e.child_id = above.id
      ) select 1 from above join network.memberships s on s.organisation_id = above.id where s.umbrella_id = platform.current_umbrella())
    or exists (
      select 1 from network.mandates m join network.memberships s on (s.umbrella_id, s.id) = (m.umbrella_id, m.membership_id)
      where s.organisation_id = organisation and m.person_id = platform.current_account() and m.status = 'confirmed')
$$;
comment on function network.sees_organisation(uuid, uuid) is 'reviewed: answers only yes or no for the current umbrella and account';
revoke all on function network.sees_organisation(uuid, uuid) from public;
grant execute on function network.sees_organisation(uuid, uuid) to parasol_request;

alter table network.organisations enable row level security;
create policy seen_here on network.organisations for select using (network.sees_organisation(id, created_by));
create policy written_by_self on network.organisations for insert with check (created_by = (select platform.current_account()));
create policy altered_by_its_own on network.organisations for update
  using (network.may_alter_organisation(id)) with check (network.may_alter_organisation(id));
grant select, insert on network.organisations to parasol_request;
grant update (kind, name, about, communities, languages, fields, level, country, region, town, founded_on, search_key,
  merged_into, profile_confirmed_on, version, updated_at) on network.organisations to parasol_request;

alter table network.identifiers enable row level security;
create policy seen_with_organisation on network.identifiers for select
  using (exists (select 1 from network.organisations o where o.id = organisation_id));
create policy changed_with_organisation on network.identifiers for all
  using (network.may_alter_organisation(organisation_id)) with check (network.may_alter_organisation(organisation_id));
grant select, insert, update (value), delete on network.identifiers to parasol_request;

alter table network.contacts enable row level security;
create policy seen_with_organisation on network.contacts for select
  using (exists (select 1 from network.organisations o where o.id = organisation_id));
create policy changed_with_organisation on network.contacts for all
  using (network.may_alter_organisation(organisation_id)) with check (network.may_alter_organisation(organisation_id));
grant select, insert, update (kind, value, visibility, position), delete on network.contacts to parasol_request;

alter table network.union_edges enable row level security;
create policy seen_with_union on network.union_edges for select
  using (exists (select 1 from network.organisations o where o.id in (union_id, child_id)));
create policy stated_by_union on network.union_edges for insert
  with check (network.may_alter_organisation(union_id) and stated_by = (select platform.current_account()));
create policy confirmed_by_child on network.union_edges for update
  using (network.may_alter_organisation(child_id)) with check (network.may_alter_organisation(child_id));
create policy left_by_either on network.union_edges for delete
  using (network.may_alter_organisation(union_id) or network.may_alter_organisation(child_id));
grant select, insert, update (confirmed_at), delete on network.union_edges to parasol_request;

alter table network.memberships enable row level security;
create policy memberships_of_the_umbrella on network.memberships
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (until, status, end_reason, person_id) on network.memberships to parasol_request;

alter table network.individuals enable row level security;
create policy individuals_of_the_umbrella on network.individuals
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update on network.individuals to parasol_request;

alter table network.mandates enable row level security;
create policy mandates_of_the_umbrella on network.mandates
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (status, confirmed_by, confirmed_as, confirmed_at, valid_until, ended_by, end_reason)
  on network.mandates to parasol_request;

create trigger announce after insert or update on network.memberships
  for each row execute function platform.announce_change();
create trigger announce after insert or update on network.individuals
  for each row execute function platform.announce_change();

-- An organisation's change concerns the pages of every umbrella it belongs to.
create function network.announce_organisation() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_notify('parasol_changed', s.umbrella_id::text) from network.memberships s where s.organisation_id = new.id;
  return null;
end $$;
comment on function network.announce_organisation() is 'reviewed: tells only the ids of umbrellas';
revoke all on function network.announce_organisation() from public;
create trigger announce after insert or update on network.organisations
  for each row execute function network.announce_organisation();

-- Every state an organisation has been in stays readable to its own people.
create table network.organisation_versions (
  organisation_id uuid not null references network.organisations (id),
  version integer not null,
  snapshot jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null default now(),
  primary key (organisation_id, version)
);
alter table network.organisation_versions enable row level security;
create policy seen_by_its_own on network.organisation_versions for select using (network.may_alter_organisation(organisation_id));
grant select on network.organisation_versions to parasol_request;
create function network.keep_version() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.version := old.version + 1;
  new.updated_at := now();
  insert into network.organisation_versions (organisation_id, version, snapshot, changed_by)
    values (old.id, old.version, to_jsonb(old) - 'search_key', platform.current_account());
  return new;
end $$;
comment on function network.keep_version() is 'reviewed: copies the row being changed into its own history';
revoke all on function network.keep_version() from public;
create trigger keep_version before update on network.organisations
  for each row execute function network.keep_version();
create trigger versions_stay before update or delete on network.organisation_versions
  for each row execute function platform.refuse_change();

-- What coordinators and imports would change in an organisation that has its own people: it accepts or refuses.
create table network.proposals (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  organisation_id uuid not null references network.organisations (id),
  changes jsonb not null check (jsonb_typeof(changes) = 'object' and changes <> '{}'),
  source text not null check (source in ('coordinator', 'import')),
  proposed_by uuid references people.people (id),
  proposed_at timestamptz not null default now(),
  status text not null default 'proposed' check (status in ('proposed', 'accepted', 'refused', 'withdrawn')),
  decided_by uuid references people.people (id),
  decided_at timestamptz,
  primary key (umbrella_id, id)
);
create index proposals_open on network.proposals (organisation_id) where status = 'proposed';
alter table network.proposals enable row level security;
-- Also seen and answered from the organisation's other umbrellas: it is one organisation.
create policy proposals_of_the_umbrella on network.proposals
  using (umbrella_id = (select platform.current_umbrella()) or network.may_alter_organisation(organisation_id))
  with check (umbrella_id = (select platform.current_umbrella()) or network.may_alter_organisation(organisation_id));
grant select, insert, update (status, decided_by, decided_at) on network.proposals to parasol_request;

create or replace function platform.emblem(umbrella uuid) returns integer[]
  language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(ordinal order by ordinal) filter (where until is null), '{}')
  from (select (row_number() over (order by s.since, s.id))::integer - 1 as ordinal, s.until
        from network.memberships s where s.umbrella_id = umbrella and s.form <> 'agreement') members
$$;
comment on function platform.emblem(uuid) is 'reviewed: tells how many members an umbrella has had and which places are empty';
