-- Who shall hold a post, asked of the members in a secret ballot. The majority stands for the second coordinator: a post changes
-- hands by two coordinators, or by a sealed decision, and never by both at once.

create table network.appointments (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null references people.people (id),
  membership_id uuid,
  on_behalf text check (length(on_behalf) between 1 and 200),
  valid_from date not null,
  valid_until date check (valid_until > valid_from),
  reason text check (length(reason) between 1 and 4000),
  proposed_by uuid not null default platform.current_account() references people.people (id),
  proposed_at timestamptz not null default now(),
  decision_number integer check (decision_number > 0),
  status text not null default 'asked'
    check (status in ('asked', 'appointed', 'not_supported', 'lapsed', 'withdrawn')),
  closed_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, post_id) references network.posts (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check ((status = 'asked') = (closed_at is null))
);
comment on table network.appointments is 'a person proposed for a post, about whom the members are asked';
comment on column network.appointments.reason is 'why this person; null: the person asked to be forgotten';
comment on column network.appointments.status is 'lapsed: supported, when the proposed term was over already';
create unique index one_question on network.appointments (umbrella_id, post_id) where status = 'asked';
create index appointments_of_post on network.appointments (umbrella_id, post_id, proposed_at);
create index appointments_of_person on network.appointments (person_id, umbrella_id);
create index appointments_proposed_by on network.appointments (proposed_by, umbrella_id);

alter table network.post_terms
  add column appointment_id uuid,
  add foreign key (umbrella_id, appointment_id) references network.appointments (umbrella_id, id),
  add constraint appointed_in_one_way check (appointed_under is null or appointment_id is null);
comment on column network.post_terms.appointment_id is 'of a holder whom the members supported; otherwise appointed_under';
create unique index appointed_once on network.post_terms (umbrella_id, appointment_id) where appointment_id is not null;

-- What the members decided about a proposed person: null while they have not, and again when they set it aside.
create function network.appointment_outcome(appointment uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select d.outcome = 'supported' from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.kind = 'appointment'
      and d.subject_id = appointment_outcome.appointment and d.status = 'sealed'
      and not exists (select 1 from initiatives.appeals a
        where a.umbrella_id = d.umbrella_id and a.decision_id = d.id and a.status = 'upheld')
    order by d.number desc limit 1;
  end;
comment on function network.appointment_outcome(uuid) is 'reviewed: tells yes or no, and only after the end';
revoke all on function network.appointment_outcome(uuid) from public;
grant execute on function network.appointment_outcome(uuid) to parasol_request;

-- The row of the post is locked, so that a question and a hand-over, a closing or another question follow each other.
create function network.guard_appointment() returns trigger language plpgsql set search_path = '' as $$
declare
  asking uuid := platform.current_account();
  outcome boolean;
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'INSERT' then
    if not network.is_coordinator() or new.proposed_by is distinct from asking then
      raise exception 'coordinators propose a person for a post' using errcode = 'insufficient_privilege';
    end if;
    perform 1 from network.posts p
      where p.umbrella_id = new.umbrella_id and p.id = new.post_id and p.closed_on is null for update;
    if not found or new.valid_until <= network.today() then
      raise exception 'the post is closed, or the term over' using errcode = 'restrict_violation', constraint = 'open_post';
    end if;
    if exists (select 1 from people.acts a where a.umbrella_id = new.umbrella_id and a.kind = 'network.hand_over_post'
        and a.subject_id = new.post_id and a.status = 'proposed') then
      raise exception 'two coordinators are asked about this post' using errcode = 'restrict_violation', constraint = 'one_way';
    end if;
    return new;
  end if;
  if new.reason is distinct from old.reason and (new.reason is not null or old.person_id is distinct from asking) then
    raise exception 'what members were told stays, until the person asks to be forgotten' using errcode = 'restrict_violation';
  end if;
  if old.status <> 'asked' and (new.status, new.closed_at, new.decision_number)
      is distinct from (old.status, old.closed_at, old.decision_number) then
    raise exception 'this question is closed' using errcode = 'restrict_violation', constraint = 'closed_stays';
  end if;
  if new.status = old.status
    or new.status = 'withdrawn' and (asking in (old.person_id, old.proposed_by) or network.has_ended(old.membership_id)) then
    return new;
  end if;
  outcome := network.appointment_outcome(new.id);
  if new.status = 'not_supported' and not outcome
    or new.status = 'lapsed' and outcome and old.valid_until <= network.today()
    or new.status = 'appointed' and outcome and exists (select 1 from network.post_terms t
      where t.umbrella_id = new.umbrella_id and t.appointment_id = new.id) then
    return new;
  end if;
  raise exception 'a question about a post does not go from % to % now', old.status, new.status
    using errcode = 'restrict_violation', constraint = 'course_of_appointment';
end $$;
create trigger guard before insert or update on network.appointments
  for each row execute function network.guard_appointment();
create trigger appointments_stay before delete on network.appointments
  for each row execute function platform.refuse_change();

-- Replaces that of 0012: a post is given by two coordinators, or by the members; and what the members are asked is not settled
-- past them. Only the person and the term that they supported, and only while the question is being closed.
create or replace function network.guard_post_term() returns trigger language plpgsql set search_path = '' as $$
declare
  asked network.appointments;
  shortened boolean := tg_op = 'UPDATE' and new.valid_until is not distinct from least(old.valid_until, new.valid_until);
begin
  if current_user <> 'parasol_request' then return new; end if;
  select * into asked from network.appointments a
    where a.umbrella_id = new.umbrella_id and a.post_id = new.post_id and a.status = 'asked';
  if asked.id is null then
    if network.acted('network.hand_over_post', new.post_id) and (tg_op = 'UPDATE' or new.appointment_id is null) then
      return new;
    end if;
  elsif network.appointment_outcome(asked.id) and (asked.valid_until is null or asked.valid_until > network.today()) then
    if tg_op = 'UPDATE' and shortened and new.display_name is not distinct from old.display_name
      or tg_op = 'INSERT' and new.appointed_under is null and new.display_name is null
        and (new.appointment_id, new.person_id, new.membership_id, new.on_behalf, new.valid_until)
          is not distinct from (asked.id, asked.person_id, asked.membership_id, asked.on_behalf, asked.valid_until)
        and new.valid_from = greatest(asked.valid_from, network.today()) then
      return new;
    end if;
  end if;
  if shortened and (old.person_id = platform.current_account()
      or new.display_name is not distinct from old.display_name and (network.has_ended(old.membership_id)
        or old.appointment_id is not null and network.appointment_outcome(old.appointment_id) is null)) then
    return new;
  end if;
  raise exception 'a post changes hands by two coordinators or by the members, or is laid down by its holder'
    using errcode = 'insufficient_privilege';
end $$;

create function network.guard_closing_of_post() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select 1 from network.appointments a
      where a.umbrella_id = new.umbrella_id and a.post_id = new.id and a.status = 'asked') then
    raise exception 'members are asked who shall hold this post' using errcode = 'restrict_violation', constraint = 'one_question';
  end if;
  return new;
end $$;
create trigger guard_closing before update of closed_on on network.posts
  for each row when (new.closed_on is not null) execute function network.guard_closing_of_post();

alter table network.appointments enable row level security;
create policy appointments_of_the_umbrella on network.appointments
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert (id, post_id, person_id, membership_id, on_behalf, valid_from, valid_until, reason),
  update (reason, decision_number, status, closed_at) on network.appointments to parasol_request;
