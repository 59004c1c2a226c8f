-- How one becomes a member (application, publication, objections, admission) and how that changes later (mandates,
-- suspension, leaving). The program refuses politely; the triggers here refuse whatever the program thinks. They bind the
-- request role: the owner of the tables, who migrates and restores, is not a person who could act.

alter table network.memberships
  add column leaving_on date check (leaving_on > since),
  add column leaving_reason text check (length(leaving_reason) between 1 and 2000),
  add constraint leaving_with_reason check ((leaving_on is null) = (leaving_reason is null));
comment on column network.memberships.leaving_on is 'announced by the member itself: the membership ends on this day';
grant update (leaving_on, leaving_reason) on network.memberships to parasol_request;

alter table network.mandates
  add column replaces uuid,
  add column closed_at timestamptz,
  add constraint replaces_mandate foreign key (umbrella_id, replaces) references network.mandates (umbrella_id, id),
  add constraint document_file foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id),
  add constraint only_primary_replaces check (replaces is null or (role = 'primary' and replaces <> id));
comment on column network.mandates.replaces is 'hand-over: confirming this one ends that one, in one act';
grant update (valid_from, closed_at) on network.mandates to parasol_request;
create index mandates_ending on network.mandates (umbrella_id, valid_until) where status = 'confirmed';

-- 'primary', 'deputy' or 'self' when the asking account stands for this member today, also while it is suspended.
create function network.represents(membership uuid) returns text
  language sql stable
  return (
    select case when s.person_id = platform.current_account() then 'self' else (
      select m.role from network.mandates m
      where m.umbrella_id = s.umbrella_id and m.membership_id = s.id and m.person_id = platform.current_account()
        and m.status = 'confirmed' and m.valid_from <= network.today()
        and (m.valid_until is null or m.valid_until > network.today())) end
    from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.id = membership and s.status <> 'ended');

-- True for a two-person act that the asking account confirmed in this very transaction.
create function network.acted(act_kind text, act_subject uuid) returns boolean
  language sql stable
  return exists (
    select 1 from people.acts a
    where a.umbrella_id = platform.current_umbrella() and a.kind = act_kind and a.subject_id = act_subject
      and a.status = 'confirmed' and a.decided_by = platform.current_account() and a.decided_at = now());

-- An individual who leaves the installation takes their profile along; nobody else deletes one.
create policy forgotten_by_self on network.individuals as restrictive for delete using (exists (
  select 1 from network.memberships s
  where s.umbrella_id = individuals.umbrella_id and s.id = individuals.membership_id and s.status = 'ended'
    and s.person_id = (select platform.current_account())));
grant delete on network.individuals to parasol_request;

create table network.suspensions (
  umbrella_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  since date not null,
  until date check (until >= since),
  reason text not null check (length(reason) between 1 and 4000),
  act_id uuid not null,
  lifted_under uuid,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, act_id) references people.acts (umbrella_id, id),
  foreign key (umbrella_id, lifted_under) references people.acts (umbrella_id, id),
  constraint one_suspension exclude using gist
    (umbrella_id with =, membership_id with =, daterange(since, until, '[)') with &&)
);
comment on table network.suspensions is 'history: a suspended member has no vote and nobody acts for it';
alter table network.suspensions enable row level security;
create policy suspensions_of_the_umbrella on network.suspensions
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (until, lifted_under) on network.suspensions to parasol_request;

-- Members with a vote on a day: collective and individual, not suspended. Partners do not vote.
create function network.voting_members(day date) returns setof uuid
  language sql stable
  begin atomic
    select s.id from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.form in ('collective', 'individual')
      and s.since <= day and (s.until is null or s.until > day)
      and not exists (
        select 1 from network.suspensions x
        where x.umbrella_id = s.umbrella_id and x.membership_id = s.id and x.since <= day and (x.until is null or x.until > day))
    order by s.id;
  end;

create function network.guard_suspension() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'INSERT' and not network.acted('network.suspend_membership', new.membership_id)
    or tg_op = 'UPDATE' and not network.acted('network.reactivate_membership', new.membership_id)
      and not exists (select 1 from network.memberships s
        where s.umbrella_id = new.umbrella_id and s.id = new.membership_id and s.status = 'ended') then
    raise exception 'a member is suspended and reactivated by two coordinators' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard before insert or update on network.suspensions
  for each row execute function network.guard_suspension();

-- Nobody takes a member's membership away alone: it leaves itself, on the day it announced, or two coordinators act.
-- Partners' memberships end with their agreement.
create function network.guard_membership() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then return new; end if;
  if old.status = 'ended' then
    raise exception 'this membership has ended: a new one begins with an application' using errcode = 'restrict_violation';
  end if;
  if new.status = old.status then return new; end if;
  if new.status = 'suspended' and network.acted('network.suspend_membership', new.id)
    or new.status = 'active' and network.acted('network.reactivate_membership', new.id)
    or new.status = 'ended' and (
      new.form = 'agreement'
      or network.represents(new.id) in ('primary', 'self')
      or network.acted('network.end_membership', new.id)
      or old.leaving_on <= network.today()) then
    return new;
  end if;
  raise exception 'a membership changes by the member itself or by two coordinators' using errcode = 'insufficient_privilege';
end $$;
create trigger guard before update on network.memberships
  for each row execute function network.guard_membership();

-- Applications ------------------------------------------------------------------------------------------------------

create table network.applications (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  form text not null check (form in ('collective', 'individual', 'agreement')),
  applicant_id uuid not null references people.people (id),
  locale text not null,
  status text not null default 'draft'
    check (status in ('draft', 'published', 'contested', 'admitted', 'refused', 'withdrawn')),
  draft jsonb not null default '{}' check (jsonb_typeof(draft) = 'object'),
  organisation_id uuid references network.organisations (id),
  name jsonb check (jsonb_typeof(name) = 'object'),
  facts jsonb check (jsonb_typeof(facts) = 'object'),
  search_key text,
  file_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  submitted_at timestamptz,
  objections_until timestamptz check (objections_until > submitted_at),
  objection_days integer check (objection_days between 1 and 365),
  rule_version integer check (rule_version >= 0),
  closed_at timestamptz,
  close_reason text check (length(close_reason) <= 2000),
  membership_id uuid,
  decision_number integer check (decision_number > 0),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id),
  check (form <> 'individual' or organisation_id is null),
  check ((status = 'draft') = (submitted_at is null)),
  check (status = 'draft' or num_nulls(name, facts, search_key, objections_until, objection_days, rule_version) = 0),
  check ((status in ('admitted', 'refused', 'withdrawn')) = (closed_at is not null)),
  check ((status = 'admitted') = (membership_id is not null))
);
comment on column network.applications.draft is 'what was typed so far, by input name; only the applicant sees it; empty once submitted';
comment on column network.applications.facts is 'what was submitted: frozen, read by members; empty after the applicant was forgotten';
comment on column network.applications.name is 'of the organisation or person, as submitted';
comment on column network.applications.rule_version is 'version of admission.objection_days that set the period; 0 is the default of the program';
comment on column network.applications.decision_number is 'of the decision in which members answer a contested application';
create unique index one_draft on network.applications (umbrella_id, applicant_id, form) where status = 'draft';
create unique index one_open_of_organisation on network.applications (umbrella_id, organisation_id, form)
  where status in ('published', 'contested') and organisation_id is not null;
create unique index one_open_of_name on network.applications (umbrella_id, applicant_id, form, search_key)
  where status in ('published', 'contested') and organisation_id is null and form <> 'individual';
create unique index one_open_of_person on network.applications (umbrella_id, applicant_id)
  where status in ('published', 'contested') and form = 'individual';
create index applications_newest on network.applications (umbrella_id, submitted_at desc, id desc) where status <> 'draft';
create index applications_of_applicant on network.applications (applicant_id, umbrella_id);

-- The identifiers an application claims. Two open applications of one form cannot claim the same one.
create table network.application_identifiers (
  umbrella_id uuid not null,
  application_id uuid not null,
  form text not null,
  scheme text not null,
  value text not null,
  open boolean not null default true,
  primary key (umbrella_id, application_id, scheme),
  foreign key (umbrella_id, application_id) references network.applications (umbrella_id, id) on delete cascade
);
create unique index one_open_of_identifier on network.application_identifiers (umbrella_id, form, scheme, value) where open;

create table network.objections (
  umbrella_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  membership_id uuid not null,
  person_id uuid not null references people.people (id),
  reasons text not null check (length(reasons) between 20 and 4000),
  raised_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, application_id) references network.applications (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);
create unique index one_objection_per_member on network.objections (umbrella_id, application_id, membership_id)
  where withdrawn_at is null;

-- A member says that it has read an application and does not object. Others still may, so the period does not shorten.
create table network.application_readings (
  umbrella_id uuid not null,
  application_id uuid not null,
  membership_id uuid not null,
  person_id uuid not null references people.people (id),
  read_at timestamptz not null default now(),
  primary key (umbrella_id, application_id, membership_id),
  foreign key (umbrella_id, application_id) references network.applications (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);

-- What the members decided about a contested application: null while they have not. The network knows no decisions; the
-- initiatives replace this function.
create function network.admission_outcome(application uuid) returns boolean
  language sql stable return null::boolean;
revoke all on function network.admission_outcome(uuid) from public;
grant execute on function network.admission_outcome(uuid) to parasol_request;

create function network.guard_application() returns trigger language plpgsql set search_path = '' as $$
declare
  contested boolean;
  outcome boolean;
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'INSERT' then
    if new.status <> 'draft' or new.applicant_id <> platform.current_account() then
      raise exception 'an application begins as a draft of one''s own' using errcode = 'insufficient_privilege';
    end if;
    return new;
  end if;
  new.updated_at := now();
  if (new.umbrella_id, new.id, new.form, new.applicant_id) is distinct from (old.umbrella_id, old.id, old.form, old.applicant_id) then
    raise exception 'an application stays whose and what it is' using errcode = 'restrict_violation';
  end if;
  if old.status = 'draft' then
    if new.applicant_id <> platform.current_account() then
      raise exception 'only the applicant writes a draft' using errcode = 'insufficient_privilege';
    end if;
    if new.status = 'published' then
      new.submitted_at := now();
      -- Two hours for the night on which clocks change.
      if new.objections_until < now() + make_interval(days => new.objection_days) - interval '2 hours' then
        raise exception 'the objection period is shorter than its rule' using errcode = 'check_violation';
      end if;
    elsif new.status <> 'draft' then
      raise exception 'a draft is published or discarded' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;

  if (new.locale, new.submitted_at, new.objections_until, new.objection_days, new.rule_version)
      is distinct from (old.locale, old.submitted_at, old.objections_until, old.objection_days, old.rule_version)
    or (new.facts, new.name, new.file_id, new.search_key) is distinct from (old.facts, old.name, old.file_id, old.search_key)
      and not (new.facts = '{}' and new.name = '{}' and new.search_key = '' and new.file_id is null
        and new.closed_at is not null and new.applicant_id is not distinct from platform.current_account()) then
    raise exception 'what members were shown stays as it was' using errcode = 'restrict_violation';
  end if;
  if new.status = old.status then return new; end if;
  if old.closed_at is not null then
    raise exception 'this application is closed' using errcode = 'restrict_violation';
  end if;
  if new.status = 'withdrawn' then return new; end if;

  contested := exists (select 1 from network.objections o
    where o.umbrella_id = new.umbrella_id and o.application_id = new.id and o.withdrawn_at is null);
  outcome := network.admission_outcome(new.id);
  if old.status = 'published' and now() >= old.objections_until
      and new.status = (case when contested then 'contested' else 'admitted' end)
    or old.status = 'contested' and new.status = (case outcome when true then 'admitted' when false then 'refused' end) then
    return new;
  end if;
  raise exception 'an application does not go from % to % now', old.status, new.status using errcode = 'restrict_violation';
end $$;
create trigger guard before insert or update on network.applications
  for each row execute function network.guard_application();

create function network.release_identifiers() returns trigger language plpgsql set search_path = '' as $$
begin
  update network.application_identifiers set open = false
    where umbrella_id = new.umbrella_id and application_id = new.id and open;
  return null;
end $$;
create trigger release_identifiers after update of closed_at on network.applications
  for each row when (new.closed_at is not null) execute function network.release_identifiers();

-- The share lock waits for whoever is closing the application, and makes the closer wait for us: an objection is either
-- seen at the end or refused here.
create function network.guard_objection() returns trigger language plpgsql set search_path = '' as $$
declare application network.applications;
begin
  if current_user <> 'parasol_request' then return new; end if;
  select * into application from network.applications a
    where a.umbrella_id = new.umbrella_id and a.id = new.application_id for share;
  if application.status is distinct from 'published' or now() >= application.objections_until then
    raise exception 'the objection period is over' using errcode = 'restrict_violation', constraint = 'objection_in_time';
  end if;
  if not exists (select 1 from network.voting_members(network.today()) member where member = new.membership_id)
    or network.represents(new.membership_id) is null
    or tg_op = 'INSERT' and new.person_id is distinct from platform.current_account() then
    raise exception 'only a member with a vote objects, through somebody who acts for it' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and old.withdrawn_at is not null then
    raise exception 'a withdrawn objection stays withdrawn' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before insert or update on network.objections
  for each row execute function network.guard_objection();

alter table network.applications enable row level security;
create policy applications_of_the_umbrella on network.applications for all
  using (umbrella_id = (select platform.current_umbrella())
    and (status <> 'draft' or applicant_id = (select platform.current_account())))
  with check (umbrella_id = (select platform.current_umbrella()));
create policy only_drafts_are_discarded on network.applications as restrictive for delete
  using (status = 'draft');
grant select, insert, delete on network.applications to parasol_request;
grant update (locale, status, draft, organisation_id, name, facts, search_key, file_id, updated_at, submitted_at,
  objections_until, objection_days, rule_version, closed_at, close_reason, membership_id, decision_number)
  on network.applications to parasol_request;

alter table network.application_identifiers enable row level security;
create policy identifiers_of_applications on network.application_identifiers
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, delete, update (open) on network.application_identifiers to parasol_request;

alter table network.objections enable row level security;
create policy objections_of_the_umbrella on network.objections
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (withdrawn_at) on network.objections to parasol_request;

alter table network.application_readings enable row level security;
create policy readings_of_the_umbrella on network.application_readings
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert on network.application_readings to parasol_request;

-- Which organisation an application is about ------------------------------------------------------------------------

-- Somebody acts for it already, in this umbrella or another.
create function network.has_people(organisation uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select 1 from network.mandates m
      join network.memberships s on s.umbrella_id = m.umbrella_id and s.id = m.membership_id
      where s.organisation_id = organisation and s.status <> 'ended' and m.status = 'confirmed'
        and m.valid_from <= network.today(m.umbrella_id)
        and (m.valid_until is null or m.valid_until > network.today(m.umbrella_id)));
  end;
comment on function network.has_people(uuid) is 'reviewed: answers only yes or no';
revoke all on function network.has_people(uuid) from public;
grant execute on function network.has_people(uuid) to parasol_request;

create function network.acts_anywhere_for(organisation uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select 1 from network.mandates m
      join network.memberships s on s.umbrella_id = m.umbrella_id and s.id = m.membership_id
      where s.organisation_id = organisation and s.status <> 'ended' and m.status = 'confirmed'
        and m.person_id = platform.current_account()
        and m.valid_from <= network.today(m.umbrella_id)
        and (m.valid_until is null or m.valid_until > network.today(m.umbrella_id)));
  end;
comment on function network.acts_anywhere_for(uuid) is 'reviewed: answers only yes or no about the asking account';
revoke all on function network.acts_anywhere_for(uuid) from public;
grant execute on function network.acts_anywhere_for(uuid) to parasol_request;

-- A register number names one organisation, wherever on this installation it is kept. Of one that belongs to no coalition
-- and to no union nothing is told but that it exists.
create function network.find_by_identifier(asked_scheme text, asked_value text)
  returns table (organisation_id uuid, name jsonb, country text, region text, town text, has_people boolean, mine boolean)
  language sql stable security definer set search_path = ''
  begin atomic
    select o.id,
      case when known.public then o.name end, case when known.public then o.country end,
      case when known.public then o.region end, case when known.public then o.town end,
      network.has_people(o.id), network.acts_anywhere_for(o.id)
    from network.identifiers i
    join network.organisations found on found.id = i.organisation_id
    join network.organisations o on o.id = coalesce(found.merged_into, found.id)
    cross join lateral (
      select exists (select 1 from network.memberships s where s.organisation_id = o.id)
        or exists (select 1 from network.union_edges e where e.child_id = o.id) as public) known
    where i.scheme = asked_scheme and i.value = asked_value;
  end;
comment on function network.find_by_identifier(text, text) is 'reviewed: for an exact register number, the name and place of an organisation that stands in a public directory';
revoke all on function network.find_by_identifier(text, text) from public;
grant execute on function network.find_by_identifier(text, text) to parasol_request;

create function network.guard_application_organisation() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'parasol_request' and network.has_people(new.organisation_id)
      and not network.acts_anywhere_for(new.organisation_id) then
    raise exception 'this organisation has people of its own, who apply for it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_organisation before update of status on network.applications
  for each row when (old.status = 'draft' and new.status = 'published' and new.organisation_id is not null)
  execute function network.guard_application_organisation();

-- The organisation of an application that is being admitted: the one it named, the one that carries its register number
-- by now, or a new one made of what was submitted, in the applicant's name. Only when admission is due: the period is
-- over and nobody objects, or the members' majority was for it.
create function network.organisation_for(application uuid, fresh uuid) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  asked network.applications;
  organisation uuid;
begin
  select * into asked from network.applications a
    where a.umbrella_id = platform.current_umbrella() and a.id = application for update;
  if asked.id is null or asked.form = 'individual' or now() < asked.objections_until
    or asked.status not in ('published', 'contested')
    or asked.status = 'published' and exists (select 1 from network.objections o
      where o.umbrella_id = asked.umbrella_id and o.application_id = asked.id and o.withdrawn_at is null)
    or asked.status = 'contested' and network.admission_outcome(asked.id) is not true then
    raise exception 'admission of % is not due', application using errcode = 'insufficient_privilege';
  end if;

  organisation := coalesce(asked.organisation_id, (
    select i.organisation_id from network.application_identifiers x
    join network.identifiers i on i.scheme = x.scheme and i.value = x.value
    where x.umbrella_id = asked.umbrella_id and x.application_id = asked.id and not network.has_people(i.organisation_id)
    order by i.scheme limit 1));
  if organisation is not null then
    return (select coalesce(o.merged_into, o.id) from network.organisations o where o.id = organisation);
  end if;

  insert into network.organisations (id, kind, name, about, communities, languages, fields, level, country, region, town,
      search_key, demonstration, created_by)
    select fresh, asked.facts ->> 'kind', asked.name, coalesce(asked.facts -> 'about', '{}'),
      array(select jsonb_array_elements_text(asked.facts -> 'communities')),
      array(select jsonb_array_elements_text(asked.facts -> 'languages')),
      array(select jsonb_array_elements_text(asked.facts -> 'fields')),
      asked.facts ->> 'level', asked.facts ->> 'country', asked.facts ->> 'region', asked.facts ->> 'town',
      asked.search_key, u.demonstration, asked.applicant_id
    from platform.umbrellas u where u.id = asked.umbrella_id;
  -- A number that meanwhile stands with an organisation of its own people is left to it; duplicates are proposed later.
  insert into network.identifiers (organisation_id, scheme, value)
    select fresh, x.scheme, x.value from network.application_identifiers x
    where x.umbrella_id = asked.umbrella_id and x.application_id = asked.id
    on conflict do nothing;
  insert into network.contacts (organisation_id, id, kind, value, visibility, position)
    select fresh, gen_random_uuid(), c.value ->> 'kind', c.value ->> 'value', c.value ->> 'visibility', c.place
    from jsonb_array_elements(asked.facts -> 'contacts') with ordinality as c (value, place);
  return fresh;
end $$;
comment on function network.organisation_for(uuid, uuid) is 'reviewed: acts only on an application of the current umbrella whose admission is due by the recorded rules';
revoke all on function network.organisation_for(uuid, uuid) from public;
grant execute on function network.organisation_for(uuid, uuid) to parasol_request;

-- Mandates ----------------------------------------------------------------------------------------------------------

-- A second person confirms: another representative, or a coordinator while there is no other representative. The lock on
-- the membership lets everything about one member's mandates happen one after the other.
create function network.guard_mandate() returns trigger language plpgsql set search_path = '' as $$
declare
  asking uuid := platform.current_account();
  member network.memberships;
begin
  if current_user <> 'parasol_request' then return new; end if;
  select * into member from network.memberships s
    where s.umbrella_id = new.umbrella_id and s.id = new.membership_id for no key update;
  if member.form = 'individual' then
    raise exception 'an individual acts in their own name' using errcode = 'check_violation';
  end if;

  if tg_op = 'INSERT' then
    if new.status = 'proposed' and (
        new.proposed_by = asking
        or new.person_id = asking and exists (select 1 from people.invitations i
          where i.umbrella_id = new.umbrella_id and i.purpose = 'mandate' and i.invited_by = new.proposed_by
            and i.payload ->> 'membership' = new.membership_id::text and i.withdrawn_at is null
            and coalesce(i.accepted_by = asking, i.expires_at > now()))
        or new.person_id = new.proposed_by and exists (select 1 from network.applications a
          where a.umbrella_id = new.umbrella_id and a.membership_id = new.membership_id and a.applicant_id = new.person_id))
      or new.status = 'confirmed' and new.confirmed_as = 'founding' and exists (select 1 from platform.umbrellas u
          where u.id = new.umbrella_id and (u.settled_at is null or u.demonstration)) then
      return new;
    end if;
    raise exception 'a mandate is proposed in one''s own name' using errcode = 'insufficient_privilege';
  end if;

  if old.status in ('refused', 'ended') then
    raise exception 'this mandate is closed: history stays' using errcode = 'restrict_violation';
  end if;
  if (new.umbrella_id, new.id, new.membership_id, new.person_id, new.role, new.document, new.proposed_by)
      is distinct from (old.umbrella_id, old.id, old.membership_id, old.person_id, old.role, old.document, old.proposed_by) then
    raise exception 'a mandate stays whose and what it is' using errcode = 'restrict_violation';
  end if;

  if old.status = 'proposed' and new.status = 'confirmed' then
    new.confirmed_at := now();
    if member.status <> 'ended' and new.confirmed_by = asking and asking not in (new.person_id, new.proposed_by) and (
        new.confirmed_as = 'member' and (network.represents(new.membership_id) is not null
          -- Who hands over confirms the successor: their own mandate has ended a moment ago, in this transaction.
          or exists (select 1 from network.mandates h where h.umbrella_id = new.umbrella_id and h.id = new.replaces
            and h.person_id = asking and h.closed_at = now()))
        or new.confirmed_as = 'coordinator'
          and exists (select 1 from people.roles r where r.umbrella_id = new.umbrella_id and r.person_id = asking
            and r.role = 'coordinator' and r.valid_until is null)
          and not exists (select 1 from network.mandates m
            where m.umbrella_id = new.umbrella_id and m.membership_id = new.membership_id and m.status = 'confirmed'
              and m.valid_from <= network.today() and (m.valid_until is null or m.valid_until > network.today())
              and m.person_id not in (new.person_id, new.proposed_by))) then
      return new;
    end if;
    raise exception 'a mandate is confirmed by a second person of the member, or by a coordinator where there is none'
      using errcode = 'insufficient_privilege';
  end if;

  if new.status in ('refused', 'ended') then new.closed_at := now(); end if;
  if old.status = 'proposed' and new.status = 'refused' then return new; end if;
  if old.status = 'confirmed' and new.status in ('confirmed', 'ended')
      and new.valid_from = old.valid_from and new.valid_until <= coalesce(old.valid_until, 'infinity') and (
        old.person_id = asking
        or network.represents(new.membership_id) is not null
        or network.acted('network.end_mandate', new.id)
        or member.status = 'ended'
        or exists (select 1 from network.mandates n where n.umbrella_id = new.umbrella_id and n.membership_id = new.membership_id
          and n.status = 'proposed' and (n.replaces = old.id or n.person_id = old.person_id))) then
    return new;
  end if;
  raise exception 'a mandate does not go from % to % this way', old.status, new.status using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert or update on network.mandates
  for each row execute function network.guard_mandate();

-- What was reminded of, so that nobody is reminded twice, also by two processes.
create table network.reminders (
  umbrella_id uuid not null references platform.umbrellas (id),
  kind text not null check (kind in ('mandate', 'profile')),
  subject_id uuid not null,
  due_on date not null,
  days_before integer not null,
  sent_at timestamptz not null default now(),
  primary key (umbrella_id, kind, subject_id, due_on, days_before)
);
alter table network.reminders enable row level security;
create policy reminders_of_the_umbrella on network.reminders
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert on network.reminders to parasol_request;
