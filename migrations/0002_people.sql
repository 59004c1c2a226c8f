-- People and what they may do in an umbrella. Sign-in (addresses, sessions, factors) lives in schema accounts,
-- which requests cannot read.

create schema people;
grant usage on schema people to parasol_request;

create table people.people (
  id uuid primary key,
  name text not null check (length(name) <= 200),
  locale text not null default 'uk' check (locale in ('uk', 'pl', 'en')),
  digest text not null default 'daily' check (digest in ('each', 'daily', 'weekly', 'none')),
  created_at timestamptz not null default now(),
  erased_at timestamptz
);
comment on column people.people.name is 'how the person wants to be called; ethnicity, sex and birth are never asked. Empty before the first sign-in and after erasure';

-- One row while a person has anything to do with an umbrella: a role, a mandate, an application of their own.
create table people.affiliations (
  umbrella_id uuid not null references platform.umbrellas (id),
  person_id uuid not null references people.people (id),
  since timestamptz not null default now(),
  primary key (umbrella_id, person_id)
);
create index affiliations_of_person on people.affiliations (person_id);
alter table people.affiliations enable row level security;
create policy affiliations_of_the_umbrella on people.affiliations
  using (umbrella_id = (select platform.current_umbrella()) or person_id = (select platform.current_account()))
  with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert on people.affiliations to parasol_request;

alter table people.people enable row level security;
-- Self, or somebody who shares the umbrella of this request. The asker must belong to it too: a visitor sees nobody.
create policy self_or_shared_umbrella on people.people for select using (
  id = (select platform.current_account())
  or (
    exists (select 1 from people.affiliations mine
            where mine.umbrella_id = (select platform.current_umbrella()) and mine.person_id = (select platform.current_account()))
    and exists (select 1 from people.affiliations theirs
            where theirs.umbrella_id = (select platform.current_umbrella()) and theirs.person_id = people.id)
  )
);
create policy self_changes on people.people for update
  using (id = (select platform.current_account())) with check (id = (select platform.current_account()));
create policy self_registers on people.people for insert with check (id = (select platform.current_account()));
grant select, insert, update (name, locale, digest, erased_at) on people.people to parasol_request;

-- The installation's administrators run the machine and see no umbrella's content.
create table people.administrators (
  person_id uuid primary key references people.people (id),
  since timestamptz not null default now()
);
alter table people.administrators enable row level security;
create policy own_administration on people.administrators for select using (person_id = (select platform.current_account()));
grant select on people.administrators to parasol_request;

create table people.roles (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  person_id uuid not null references people.people (id),
  role text not null check (role in ('coordinator', 'monitor', 'lawyer', 'operator', 'officer')),
  valid_from timestamptz not null default now(),
  valid_until timestamptz check (valid_until >= valid_from),
  granted_under uuid,
  primary key (umbrella_id, id)
);
comment on column people.roles.granted_under is 'the two-person act; null for the founding coordinators';
create unique index one_role_at_a_time on people.roles (umbrella_id, person_id, role) where valid_until is null;
create index roles_of_person on people.roles (person_id, umbrella_id);
alter table people.roles enable row level security;
create policy roles_of_the_umbrella on people.roles
  using (umbrella_id = (select platform.current_umbrella()) or person_id = (select platform.current_account()))
  with check (umbrella_id = (select platform.current_umbrella()));
grant select on people.roles to parasol_request;

-- A two-person act: one coordinator proposes, another from a different member confirms (design, "Words").
create table people.acts (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  kind text not null check (kind ~ '^[a-z-]+\.[a-z_]+$'),
  subject_id uuid not null,
  payload jsonb not null default '{}',
  reason text not null check (length(reason) between 1 and 4000),
  status text not null default 'proposed' check (status in ('proposed', 'confirmed', 'refused', 'withdrawn')),
  proposed_by uuid not null references people.people (id),
  proposer_members uuid[] not null default '{}',
  proposed_at timestamptz not null default now(),
  decided_by uuid references people.people (id),
  decided_at timestamptz,
  primary key (umbrella_id, id),
  check ((status = 'proposed') = (decided_at is null)),
  check ((status = 'proposed') = (decided_by is null)),
  constraint two_persons check (status not in ('confirmed', 'refused') or decided_by <> proposed_by),
  constraint withdrawn_by_proposer check (status <> 'withdrawn' or decided_by = proposed_by)
);
comment on column people.acts.proposer_members is 'for which members the proposer acted on that day; written by the database';
create unique index one_open_act on people.acts (umbrella_id, kind, subject_id, (payload ->> 'role')) nulls not distinct
  where status = 'proposed';
alter table people.acts enable row level security;
create policy acts_of_the_umbrella on people.acts
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (status, decided_by, decided_at) on people.acts to parasol_request;

-- Roles change only by a confirmed act, so a single coordinator's session cannot make itself another role.
create function people.apply_role_act(act_id uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare act people.acts;
begin
  select * into act from people.acts
    where umbrella_id = platform.current_umbrella() and id = act_id and status = 'confirmed' for share;
  if act.id is null or act.kind not in ('people.grant_role', 'people.revoke_role') then
    raise exception 'no confirmed role act %', act_id using errcode = 'insufficient_privilege';
  end if;
  if act.decided_by <> platform.current_account() or act.decided_at < now() then
    raise exception 'a role act is applied by the one who confirms it, at once' using errcode = 'insufficient_privilege';
  end if;
  if act.kind = 'people.grant_role' and act.subject_id = act.decided_by then
    raise exception 'nobody confirms a role of their own' using errcode = 'insufficient_privilege', constraint = 'not_ones_own_role';
  end if;
  if act.kind = 'people.grant_role' then
    insert into people.affiliations (umbrella_id, person_id) values (act.umbrella_id, act.subject_id) on conflict do nothing;
    insert into people.roles (umbrella_id, id, person_id, role, granted_under)
      values (act.umbrella_id, act.id, act.subject_id, act.payload ->> 'role', act.id);
  else
    update people.roles set valid_until = now()
      where umbrella_id = act.umbrella_id and person_id = act.subject_id and role = act.payload ->> 'role' and valid_until is null;
  end if;
end $$;
comment on function people.apply_role_act(uuid) is 'reviewed: acts only on the current umbrella''s act, confirmed in this very transaction by the asking account';
revoke all on function people.apply_role_act(uuid) from public;
grant execute on function people.apply_role_act(uuid) to parasol_request;

-- For which members of an umbrella a person acts today. The tables of schema network come later in the history; a body
-- in PL/pgSQL looks for them only when it runs.
create function people.members_of(umbrella uuid, person uuid) returns uuid[]
  language plpgsql stable security definer set search_path = '' as $$
begin
  return array(
    select m.membership_id from network.mandates m
      join network.memberships s on (s.umbrella_id, s.id) = (m.umbrella_id, m.membership_id)
      where m.umbrella_id = umbrella and m.person_id = person and m.status = 'confirmed' and s.status <> 'ended'
        and m.valid_from <= network.today() and (m.valid_until is null or m.valid_until > network.today())
    union
    select s.id from network.memberships s
      where s.umbrella_id = umbrella and s.person_id = person and s.status <> 'ended');
end $$;
comment on function people.members_of(uuid, uuid) is 'reviewed: ids of memberships only; called by the guards of this schema';
revoke all on function people.members_of(uuid, uuid) from public;

-- Confirming is for coordinators from a member other than the proposer's, whatever the program thinks. Where neither acts
-- for a member, as at the founding, two persons are enough.
create function people.guard_act() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from people.roles r where r.umbrella_id = new.umbrella_id and r.role = 'coordinator'
      and r.person_id = platform.current_account() and r.valid_until is null) then
    raise exception 'only a coordinator takes part in a two-person act' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then
    if new.proposed_by <> platform.current_account() or new.status <> 'proposed' then
      raise exception 'an act is proposed in one''s own name' using errcode = 'insufficient_privilege';
    end if;
    new.proposer_members := people.members_of(new.umbrella_id, new.proposed_by);
    new.proposed_at := now();
    return new;
  end if;
  if old.status <> 'proposed' then
    raise exception 'this act is decided' using errcode = 'restrict_violation', constraint = 'decided_once';
  end if;
  if new.decided_by <> platform.current_account() then
    raise exception 'an act is decided in one''s own name' using errcode = 'insufficient_privilege';
  end if;
  if new.status <> 'withdrawn' and people.members_of(new.umbrella_id, new.decided_by)
      && (old.proposer_members || people.members_of(new.umbrella_id, old.proposed_by)) then
    raise exception 'the second person must act for another member'
      using errcode = 'insufficient_privilege', constraint = 'second_member';
  end if;
  new.decided_at := now();
  return new;
end $$;
comment on function people.guard_act() is 'reviewed: reads only whether the asking account is a coordinator of the row''s umbrella, and whether the two act for one member';
revoke all on function people.guard_act() from public;
create trigger guard before insert or update on people.acts for each row execute function people.guard_act();
create trigger acts_stay before delete on people.acts for each row execute function platform.refuse_change();
create trigger roles_stay before delete on people.roles for each row execute function platform.refuse_change();

-- With one coordinator no two-person act is possible any more. The lock makes two revocations at once take turns.
create function people.keep_two_coordinators() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('people coordinators ' || new.umbrella_id, 0));
  if (select count(*) from people.roles r
      where r.umbrella_id = new.umbrella_id and r.role = 'coordinator' and r.valid_until is null) < 2 then
    raise exception 'an umbrella keeps at least two coordinators'
      using errcode = 'restrict_violation', constraint = 'two_coordinators_stay';
  end if;
  return null;
end $$;
comment on function people.keep_two_coordinators() is 'reviewed: counts the coordinators of the row''s umbrella';
revoke all on function people.keep_two_coordinators() from public;
create trigger two_coordinators_stay after update of valid_until on people.roles for each row
  when (old.role = 'coordinator' and old.valid_until is null and new.valid_until is not null)
  execute function people.keep_two_coordinators();

-- Who leaves for good takes no role along.
create function people.give_up_roles() returns integer language plpgsql security definer set search_path = '' as $$
declare given_up integer;
begin
  update people.roles set valid_until = now()
    where umbrella_id = platform.current_umbrella() and person_id = platform.current_account() and valid_until is null;
  get diagnostics given_up = row_count;
  return given_up;
end $$;
comment on function people.give_up_roles() is 'reviewed: ends roles of the asking account alone, in the current umbrella';
revoke all on function people.give_up_roles() from public;
grant execute on function people.give_up_roles() to parasol_request;

-- An invitation to act for a member, or to join as a person. The address is needed to send it and is blanked afterwards.
create table people.invitations (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  address text,
  address_mark bytea not null,
  locale text not null,
  purpose text not null check (purpose in ('mandate', 'member', 'coordinator')),
  payload jsonb not null default '{}',
  token_hash bytea not null unique,
  invited_by uuid not null references people.people (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_by uuid references people.people (id),
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  primary key (umbrella_id, id),
  check (accepted_at is null or withdrawn_at is null)
);
comment on column people.invitations.address_mark is 'HMAC of the address under the installation''s key: recognises a repeat without keeping the address';
alter table people.invitations enable row level security;
create policy invitations_of_the_umbrella on people.invitations
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (address, accepted_by, accepted_at, withdrawn_at) on people.invitations to parasol_request;
