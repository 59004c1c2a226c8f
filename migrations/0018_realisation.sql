-- What becomes of a supported initiative: who does what until when, what is given and spent, what comes out. Somebody always
-- answers for it: who falls silent for too long can be relieved. The program refuses politely; the triggers here refuse
-- whatever it thinks. They bind the request role, as everywhere.

create table initiatives.realisations (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  decision_id uuid not null,
  initiative_id uuid not null,
  number integer not null check (number > 0),
  membership_id uuid not null,
  status text not null default 'running' check (status in ('running', 'stalled', 'completed', 'reversed')),
  opened_at timestamptz not null default now(),
  report_due_at timestamptz not null,
  rule_version integer not null check (rule_version >= 0),
  stalled_at timestamptz,
  ended_at timestamptz,
  primary key (umbrella_id, id),
  unique (umbrella_id, number),
  unique (umbrella_id, decision_id),
  unique (umbrella_id, initiative_id),
  foreign key (umbrella_id, decision_id) references initiatives.decisions (umbrella_id, id),
  foreign key (umbrella_id, initiative_id) references initiatives.initiatives (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check (status <> 'stalled' or stalled_at is not null),
  check (status <> 'running' or stalled_at is null),
  check ((status in ('completed', 'reversed')) = (ended_at is not null))
);
comment on column initiatives.realisations.number is 'of the initiative: people quote one number for both';
comment on column initiatives.realisations.membership_id is 'the member or partner that answers for it: the initiator, or who took it over';
comment on column initiatives.realisations.rule_version is 'of realisation.report_days, by which report_due_at was set';
create index realisations_due on initiatives.realisations (umbrella_id, report_due_at) where status = 'running';

-- The working group: members and partners join by themselves.
create table initiatives.realisation_members (
  umbrella_id uuid not null default platform.current_umbrella(),
  realisation_id uuid not null,
  membership_id uuid not null,
  joined_at timestamptz not null default now(),
  left_at timestamptz,
  primary key (umbrella_id, realisation_id, membership_id),
  foreign key (umbrella_id, realisation_id) references initiatives.realisations (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);
create index realisation_members_of_membership on initiatives.realisation_members (umbrella_id, membership_id);

-- Who works on it for a member, as the member names them. Seen inside the coalition alone.
create table initiatives.realisation_people (
  umbrella_id uuid not null default platform.current_umbrella(),
  realisation_id uuid not null,
  membership_id uuid not null,
  person_id uuid not null references people.people (id),
  named_at timestamptz not null default now(),
  primary key (umbrella_id, realisation_id, membership_id, person_id),
  foreign key (umbrella_id, realisation_id, membership_id)
    references initiatives.realisation_members (umbrella_id, realisation_id, membership_id)
);
create index realisation_people_of_person on initiatives.realisation_people (person_id, umbrella_id);

create table initiatives.tasks (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  realisation_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  content_locale text not null check (length(content_locale) between 2 and 35),
  membership_id uuid,
  person_id uuid references people.people (id),
  due_on date,
  status text not null default 'open' check (status in ('open', 'done', 'dropped')),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, realisation_id) references initiatives.realisations (umbrella_id, id),
  foreign key (umbrella_id, realisation_id, membership_id)
    references initiatives.realisation_members (umbrella_id, realisation_id, membership_id),
  foreign key (umbrella_id, created_by) references network.memberships (umbrella_id, id),
  check (person_id is null or membership_id is not null),
  check ((status = 'open') = (settled_at is null))
);
comment on column initiatives.tasks.membership_id is 'who does it; null while nobody does';
comment on column initiatives.tasks.created_by is 'the member that set it';
create index tasks_of_realisation on initiatives.tasks (umbrella_id, realisation_id);
create index tasks_of_person on initiatives.tasks (person_id, umbrella_id) where person_id is not null;

create table initiatives.milestones (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  realisation_id uuid not null,
  title text not null check (length(title) between 1 and 200),
  content_locale text not null check (length(content_locale) between 2 and 35),
  due_on date not null,
  status text not null default 'ahead' check (status in ('ahead', 'reached', 'dropped')),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, realisation_id) references initiatives.realisations (umbrella_id, id),
  foreign key (umbrella_id, created_by) references network.memberships (umbrella_id, id),
  check ((status = 'ahead') = (settled_at is null))
);
create index milestones_of_realisation on initiatives.milestones (umbrella_id, realisation_id);

-- What it takes, and what members and partners promise. Money in hundredths of its unit; people and hours are counted.
create table initiatives.realisation_needs (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  realisation_id uuid not null,
  kind text not null check (kind in ('people', 'money', 'premises', 'hours')),
  title text not null check (length(title) between 1 and 200),
  content_locale text not null check (length(content_locale) between 2 and 35),
  amount bigint not null check (amount between 1 and 1000000000000),
  currency text check (currency ~ '^[A-Z]{3}$'),
  dropped_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, realisation_id, id),
  foreign key (umbrella_id, realisation_id) references initiatives.realisations (umbrella_id, id),
  foreign key (umbrella_id, created_by) references network.memberships (umbrella_id, id),
  check ((kind = 'money') = (currency is not null))
);
comment on column initiatives.realisation_needs.amount is 'hundredths of the currency''s unit, people, places or hours';

create table initiatives.pledges (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  realisation_id uuid not null,
  need_id uuid,
  membership_id uuid not null,
  kind text not null check (kind in ('people', 'money', 'premises', 'hours')),
  what text not null check (length(what) between 1 and 500),
  content_locale text not null check (length(content_locale) between 2 and 35),
  amount bigint not null check (amount between 1 and 1000000000000),
  currency text check (currency ~ '^[A-Z]{3}$'),
  status text not null default 'pledged' check (status in ('pledged', 'fulfilled', 'withdrawn')),
  given bigint check (given between 1 and 1000000000000),
  reason text check (length(reason) between 1 and 2000),
  pledged_at timestamptz not null default now(),
  settled_at timestamptz,
  primary key (umbrella_id, id),
  unique (umbrella_id, realisation_id, id),
  foreign key (umbrella_id, realisation_id) references initiatives.realisations (umbrella_id, id),
  foreign key (umbrella_id, realisation_id, need_id)
    references initiatives.realisation_needs (umbrella_id, realisation_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check ((kind = 'money') = (currency is not null)),
  check ((status = 'fulfilled') = (given is not null)),
  check ((status = 'withdrawn') = (reason is not null)),
  check ((status = 'pledged') = (settled_at is null))
);
comment on column initiatives.pledges.given is 'what really came: it may be more or less than promised';
create index pledges_of_realisation on initiatives.pledges (umbrella_id, realisation_id);
create index pledges_of_membership on initiatives.pledges (umbrella_id, membership_id);

create table initiatives.expenses (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  realisation_id uuid not null,
  pledge_id uuid not null,
  membership_id uuid not null,
  what text not null check (length(what) between 1 and 500),
  content_locale text not null check (length(content_locale) between 2 and 35),
  amount bigint not null check (amount between 1 and 1000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  spent_on date not null,
  receipt_id uuid not null,
  over_reason text check (length(over_reason) between 1 and 2000),
  recorded_at timestamptz not null default now(),
  struck_at timestamptz,
  strike_reason text check (length(strike_reason) between 1 and 2000),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, realisation_id, pledge_id)
    references initiatives.pledges (umbrella_id, realisation_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, receipt_id) references platform.files (umbrella_id, id),
  check ((struck_at is null) = (strike_reason is null))
);
comment on column initiatives.expenses.over_reason is 'said when more is spent than was given, and only then';
comment on column initiatives.expenses.struck_at is 'recorded by mistake: it stays readable and counts no more';
create index expenses_of_realisation on initiatives.expenses (umbrella_id, realisation_id);
create index expenses_of_pledge on initiatives.expenses (umbrella_id, pledge_id);

-- What was said is not rewritten: a report is corrected by another one.
create table initiatives.reports (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  realisation_id uuid not null,
  number integer not null check (number > 0),
  membership_id uuid not null,
  body text not null check (length(body) between 1 and 12000),
  content_locale text not null check (length(content_locale) between 2 and 35),
  corrects uuid,
  published_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, realisation_id, id),
  unique (umbrella_id, realisation_id, number),
  constraint corrected_once unique (umbrella_id, corrects),
  foreign key (umbrella_id, realisation_id) references initiatives.realisations (umbrella_id, id),
  foreign key (umbrella_id, realisation_id, corrects) references initiatives.reports (umbrella_id, realisation_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check (corrects <> id)
);

create table initiatives.report_files (
  umbrella_id uuid not null default platform.current_umbrella(),
  report_id uuid not null,
  file_id uuid not null,
  primary key (umbrella_id, report_id, file_id),
  foreign key (umbrella_id, report_id) references initiatives.reports (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id)
);

create table initiatives.results (
  umbrella_id uuid not null default platform.current_umbrella(),
  realisation_id uuid not null,
  membership_id uuid not null,
  reached text not null check (reached in ('fully', 'partly', 'not')),
  body text not null check (length(body) between 1 and 12000),
  evaluation text not null check (length(evaluation) between 1 and 12000),
  people_reached integer check (people_reached >= 0),
  content_locale text not null check (length(content_locale) between 2 and 35),
  published_at timestamptz not null default now(),
  primary key (umbrella_id, realisation_id),
  foreign key (umbrella_id, realisation_id) references initiatives.realisations (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);

create table initiatives.result_files (
  umbrella_id uuid not null default platform.current_umbrella(),
  realisation_id uuid not null,
  file_id uuid not null,
  primary key (umbrella_id, realisation_id, file_id),
  foreign key (umbrella_id, realisation_id) references initiatives.results (umbrella_id, realisation_id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id)
);

-- A member offers to answer for what stalled. Who does so today has some days to answer by a report.
create table initiatives.takeovers (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  realisation_id uuid not null,
  membership_id uuid not null,
  former_id uuid not null,
  plan text not null check (length(plan) between 20 and 4000),
  content_locale text not null check (length(content_locale) between 2 and 35),
  status text not null default 'open' check (status in ('open', 'passed', 'answered', 'withdrawn')),
  declared_at timestamptz not null default now(),
  answer_until timestamptz not null,
  rule_version integer not null check (rule_version >= 0),
  settled_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, realisation_id) references initiatives.realisations (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, former_id) references network.memberships (umbrella_id, id),
  check (membership_id <> former_id),
  check (answer_until >= declared_at),
  check ((status = 'open') = (settled_at is null))
);
comment on column initiatives.takeovers.former_id is 'who answered for it when it was declared';
create unique index one_takeover on initiatives.takeovers (umbrella_id, realisation_id) where status = 'open';
create index takeovers_of_realisation on initiatives.takeovers (umbrella_id, realisation_id);

-- Who does what ---------------------------------------------------------------------------------------------------------

create function initiatives.is_gone(membership uuid) returns boolean
  language sql stable
  return exists (select 1 from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.id = membership and s.status = 'ended');

-- Acts today for a member of the working group; who answers for it is always in the group.
create function initiatives.works_on(realisation uuid) returns boolean
  language sql stable
  return exists (
    select 1 from initiatives.realisation_members m
    where m.umbrella_id = platform.current_umbrella() and m.realisation_id = realisation and m.left_at is null
      and initiatives.speaks_for(m.membership_id));

-- A lock that everybody who works takes together and who ends takes alone: nothing is added to what has ended.
create function initiatives.end_alone(realisation uuid) returns void
  language sql
  return pg_advisory_xact_lock(hashtextextended('initiatives realisation ' || realisation::text, 0));

create function initiatives.still_runs(realisation uuid) returns boolean
  language plpgsql set search_path = '' as $$
declare found_status text;
begin
  perform pg_advisory_xact_lock_shared(hashtextextended('initiatives realisation ' || realisation::text, 0));
  select r.status into found_status from initiatives.realisations r
    where r.umbrella_id = platform.current_umbrella() and r.id = realisation;
  return coalesce(found_status in ('running', 'stalled'), false);
end $$;

create function initiatives.guard_realisation() returns trigger language plpgsql set search_path = '' as $$
declare
  reported boolean;
  passed boolean;
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'INSERT' then
    if new.status = 'running' and exists (
        select 1 from initiatives.decisions d
        join initiatives.initiatives i on i.umbrella_id = d.umbrella_id and i.id = d.subject_id
        where d.umbrella_id = new.umbrella_id and d.id = new.decision_id and d.kind = 'initiative' and d.status = 'sealed'
          and d.outcome = 'supported' and i.id = new.initiative_id and i.number = new.number
          and i.membership_id = new.membership_id) then
      return new;
    end if;
    raise exception 'a realisation opens when the members have supported an initiative' using errcode = 'restrict_violation';
  end if;
  if old.status in ('completed', 'reversed') then
    raise exception 'this realisation has ended' using errcode = 'restrict_violation', constraint = 'ended_stays';
  end if;
  reported := exists (select 1 from initiatives.reports r
    where r.umbrella_id = new.umbrella_id and r.realisation_id = new.id and r.published_at = now() and r.corrects is null);
  passed := exists (select 1 from initiatives.takeovers t
    where t.umbrella_id = new.umbrella_id and t.realisation_id = new.id and t.status = 'passed' and t.settled_at = now()
      and t.membership_id = new.membership_id);
  if new.membership_id <> old.membership_id and not passed then
    raise exception 'another member answers for a realisation after a take-over' using errcode = 'restrict_violation';
  end if;
  if new.report_due_at <> old.report_due_at and not (reported or passed) then
    raise exception 'the next report is due later only after a report' using errcode = 'restrict_violation';
  end if;
  if new.status = old.status and new.stalled_at is not distinct from old.stalled_at
    or old.status = 'running' and new.status = 'stalled' and new.stalled_at = now()
      and (old.report_due_at <= now() or initiatives.is_gone(old.membership_id))
    or old.status = 'stalled' and new.status = 'running' and (reported or passed)
    or new.status = 'completed' and new.ended_at = now() and exists (
      select 1 from initiatives.results x
      where x.umbrella_id = new.umbrella_id and x.realisation_id = new.id and x.published_at = now())
    or new.status = 'reversed' and new.ended_at = now() and exists (
      select 1 from initiatives.decisions d
      where d.umbrella_id = new.umbrella_id and d.kind = 'reversal' and d.status = 'sealed' and d.outcome = 'supported'
        and (d.previous_id = new.decision_id or d.subject_id in (new.decision_id, new.initiative_id))) then
    if new.status in ('completed', 'reversed') then perform initiatives.end_alone(new.id); end if;
    return new;
  end if;
  raise exception 'a realisation does not go from % to % now', old.status, new.status using errcode = 'restrict_violation';
end $$;
create trigger guard before insert or update on initiatives.realisations
  for each row execute function initiatives.guard_realisation();

create function initiatives.guard_group() returns trigger language plpgsql set search_path = '' as $$
declare answers uuid;
begin
  if current_user <> 'parasol_request' then return new; end if;
  select r.membership_id into answers from initiatives.realisations r
    where r.umbrella_id = new.umbrella_id and r.id = new.realisation_id;
  if new.left_at is null and (answers = new.membership_id
        or initiatives.still_runs(new.realisation_id) and initiatives.speaks_for(new.membership_id))
    or new.left_at is not null and answers <> new.membership_id
      and (network.represents(new.membership_id) is not null or initiatives.is_gone(new.membership_id)) then
    return new;
  end if;
  raise exception 'a member joins a working group by itself, and leaves when it does not answer for it'
    using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert or update on initiatives.realisation_members
  for each row execute function initiatives.guard_group();

-- Named by the member, from the people who act for it; or by themselves.
create function initiatives.guard_group_person() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then return new; end if;
  if initiatives.still_runs(new.realisation_id) and initiatives.speaks_for(new.membership_id) and exists (
      select 1 from network.memberships s where s.umbrella_id = new.umbrella_id and s.id = new.membership_id
        and (s.person_id = new.person_id or exists (
          select 1 from network.mandates m where m.umbrella_id = s.umbrella_id and m.membership_id = s.id
            and m.person_id = new.person_id and m.status = 'confirmed' and m.valid_from <= network.today()
            and (m.valid_until is null or m.valid_until > network.today())))) then
    return new;
  end if;
  raise exception 'a member names people who act for it' using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert on initiatives.realisation_people
  for each row execute function initiatives.guard_group_person();

-- Tasks, milestones and needs: by the working group, for a member of it, while it runs.
create function initiatives.guard_work() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then return new; end if;
  if not initiatives.still_runs(new.realisation_id) then
    raise exception 'this realisation has ended' using errcode = 'restrict_violation', constraint = 'ended_stays';
  end if;
  if tg_op = 'UPDATE' and initiatives.works_on(new.realisation_id)
    or tg_op = 'INSERT' and initiatives.speaks_for(new.created_by) and exists (
      select 1 from initiatives.realisation_members m where m.umbrella_id = new.umbrella_id
        and m.realisation_id = new.realisation_id and m.membership_id = new.created_by and m.left_at is null) then
    return new;
  end if;
  raise exception 'this is for the working group' using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert or update on initiatives.tasks for each row execute function initiatives.guard_work();
create trigger guard before insert or update on initiatives.milestones for each row execute function initiatives.guard_work();
create trigger guard before insert or update on initiatives.realisation_needs
  for each row execute function initiatives.guard_work();

-- Who is forgotten, or is no longer named by their member, does no task of it; the task stays with the member.
create function initiatives.free_tasks() returns trigger language plpgsql set search_path = '' as $$
begin
  update initiatives.tasks t set person_id = null
    where t.umbrella_id = old.umbrella_id and t.realisation_id = old.realisation_id and t.membership_id = old.membership_id
      and t.person_id = old.person_id;
  return null;
end $$;
alter function initiatives.free_tasks() security definer;
comment on function initiatives.free_tasks() is 'reviewed: takes the person just removed from a working group out of its tasks';
revoke all on function initiatives.free_tasks() from public;
create trigger free_tasks after delete on initiatives.realisation_people
  for each row execute function initiatives.free_tasks();

-- Of a member that has left the group: its open tasks are free, its people are named no longer.
create function initiatives.free_member_tasks(realisation uuid, member uuid) returns void
  language sql security definer set search_path = ''
  begin atomic
    delete from initiatives.realisation_people p
      where p.umbrella_id = platform.current_umbrella() and p.realisation_id = free_member_tasks.realisation
        and p.membership_id = member and exists (select 1 from initiatives.realisation_members m
          where m.umbrella_id = p.umbrella_id and m.realisation_id = p.realisation_id and m.membership_id = p.membership_id
            and m.left_at is not null);
    update initiatives.tasks t set membership_id = null, person_id = null
      where t.umbrella_id = platform.current_umbrella() and t.realisation_id = free_member_tasks.realisation
        and t.membership_id = member and t.status = 'open' and exists (select 1 from initiatives.realisation_members m
          where m.umbrella_id = t.umbrella_id and m.realisation_id = t.realisation_id and m.membership_id = t.membership_id
            and m.left_at is not null);
  end;
comment on function initiatives.free_member_tasks(uuid, uuid) is 'reviewed: touches only what hangs on a member that has left this working group';
revoke all on function initiatives.free_member_tasks(uuid, uuid) from public;
grant execute on function initiatives.free_member_tasks(uuid, uuid) to parasol_request;

-- Who no longer acts for a member is no longer named for it.
create function initiatives.free_former_people(member uuid) returns void
  language sql security definer set search_path = ''
  begin atomic
    delete from initiatives.realisation_people p
      where p.umbrella_id = platform.current_umbrella() and p.membership_id = member and not exists (
        select 1 from network.memberships s where s.umbrella_id = p.umbrella_id and s.id = p.membership_id
          and (s.person_id = p.person_id or exists (
            select 1 from network.mandates m where m.umbrella_id = s.umbrella_id and m.membership_id = s.id
              and m.person_id = p.person_id and m.status = 'confirmed' and m.valid_from <= network.today(p.umbrella_id)
              and (m.valid_until is null or m.valid_until > network.today(p.umbrella_id)))));
  end;
comment on function initiatives.free_former_people(uuid) is 'reviewed: removes only names of people who do not act for the member today';
revoke all on function initiatives.free_former_people(uuid) from public;
grant execute on function initiatives.free_former_people(uuid) to parasol_request;

-- A promise is the giver's to make and take back; that it came is for those who received it to say.
create function initiatives.guard_pledge() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.need_id is not null and not exists (
      select 1 from initiatives.realisation_needs n where n.umbrella_id = new.umbrella_id and n.id = new.need_id
        and n.kind = new.kind and n.currency is not distinct from new.currency) then
    raise exception 'a pledge answers a need of its kind and currency' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and old.status = 'fulfilled' and exists (
      select 1 from initiatives.expenses e where e.umbrella_id = new.umbrella_id and e.pledge_id = new.id and e.struck_at is null)
    and (new.status, new.given, new.amount, new.currency) is distinct from (old.status, old.given, old.amount, old.currency) then
    raise exception 'what was spent was given' using errcode = 'restrict_violation', constraint = 'spent_was_given';
  end if;
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'UPDATE' and new.status = 'withdrawn' and old.status = 'pledged' and initiatives.is_gone(new.membership_id) then
    return new;
  end if;
  if not initiatives.still_runs(new.realisation_id) then
    raise exception 'this realisation has ended' using errcode = 'restrict_violation', constraint = 'ended_stays';
  end if;
  if tg_op = 'INSERT' and new.status = 'pledged' and initiatives.speaks_for(new.membership_id)
    or tg_op = 'UPDATE' and (
      old.status = 'pledged' and new.status in ('pledged', 'withdrawn') and network.represents(new.membership_id) is not null
      or (new.what, new.content_locale, new.amount, new.currency, new.need_id)
          is not distinct from (old.what, old.content_locale, old.amount, old.currency, old.need_id)
        and (old.status, new.status) in (('pledged', 'fulfilled'), ('fulfilled', 'pledged'))
        and initiatives.works_on(new.realisation_id)) then
    return new;
  end if;
  raise exception 'a pledge is made and withdrawn by its member, and confirmed by the working group'
    using errcode = 'insufficient_privilege', constraint = 'course_of_pledge';
end $$;
create trigger guard before insert or update on initiatives.pledges
  for each row execute function initiatives.guard_pledge();

-- Against money that came, in its currency. The pledge is locked: two who record at once do not both fit into what is left.
create function initiatives.guard_expense() returns trigger language plpgsql set search_path = '' as $$
declare
  pledge initiatives.pledges;
  spent bigint;
begin
  if tg_op = 'UPDATE' then
    if old.struck_at is not null
      or (to_jsonb(new) - '{struck_at,strike_reason}'::text[]) <> (to_jsonb(old) - '{struck_at,strike_reason}'::text[]) then
      raise exception 'an expense stays as it was recorded, or is struck' using errcode = 'restrict_violation', constraint = 'struck_once';
    end if;
  else
    select * into pledge from initiatives.pledges p
      where p.umbrella_id = new.umbrella_id and p.id = new.pledge_id for no key update;
    if pledge.kind <> 'money' or pledge.status <> 'fulfilled' or pledge.currency <> new.currency then
      raise exception 'money is spent that was given, in its currency' using errcode = 'restrict_violation', constraint = 'given_first';
    end if;
    select coalesce(sum(e.amount), 0) into spent from initiatives.expenses e
      where e.umbrella_id = new.umbrella_id and e.pledge_id = new.pledge_id and e.struck_at is null;
    if (spent + new.amount > pledge.given) <> (new.over_reason is not null) then
      raise exception 'more is spent than was given only with the reason said' using errcode = 'restrict_violation', constraint = 'over_with_reason';
    end if;
  end if;
  if current_user <> 'parasol_request' then return new; end if;
  if not initiatives.still_runs(new.realisation_id) then
    raise exception 'this realisation has ended' using errcode = 'restrict_violation', constraint = 'ended_stays';
  end if;
  if initiatives.works_on(new.realisation_id) and (tg_op = 'UPDATE' or initiatives.speaks_for(new.membership_id)) then
    return new;
  end if;
  raise exception 'this is for the working group' using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert or update on initiatives.expenses
  for each row execute function initiatives.guard_expense();

-- A report or a result is said for a member of the group.
create function initiatives.guard_account() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then return new; end if;
  if not initiatives.still_runs(new.realisation_id) then
    raise exception 'this realisation has ended' using errcode = 'restrict_violation', constraint = 'ended_stays';
  end if;
  if new.published_at = now() and initiatives.speaks_for(new.membership_id) and exists (
      select 1 from initiatives.realisation_members m where m.umbrella_id = new.umbrella_id
        and m.realisation_id = new.realisation_id and m.membership_id = new.membership_id and m.left_at is null) then
    return new;
  end if;
  raise exception 'the working group gives account' using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert on initiatives.reports for each row execute function initiatives.guard_account();
create trigger guard before insert on initiatives.results for each row execute function initiatives.guard_account();
create trigger reports_stay before update or delete on initiatives.reports for each row execute function platform.refuse_change();
create trigger results_stay before update or delete on initiatives.results for each row execute function platform.refuse_change();
create trigger files_stay before update or delete on initiatives.report_files
  for each row execute function platform.refuse_change();
create trigger files_stay before update or delete on initiatives.result_files
  for each row execute function platform.refuse_change();

-- Files come with the words they prove.
create function initiatives.guard_account_file() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_table_name = 'report_files' and exists (select 1 from initiatives.reports r
      where r.umbrella_id = new.umbrella_id and r.id = (to_jsonb(new) ->> 'report_id')::uuid and r.published_at = now())
    or tg_table_name = 'result_files' and exists (select 1 from initiatives.results r
      where r.umbrella_id = new.umbrella_id and r.realisation_id = (to_jsonb(new) ->> 'realisation_id')::uuid and r.published_at = now()) then
    return new;
  end if;
  raise exception 'files are published with their report' using errcode = 'restrict_violation';
end $$;
create trigger guard before insert on initiatives.report_files
  for each row execute function initiatives.guard_account_file();
create trigger guard before insert on initiatives.result_files
  for each row execute function initiatives.guard_account_file();

create function initiatives.guard_takeover() returns trigger language plpgsql set search_path = '' as $$
declare
  of initiatives.realisations;
begin
  if current_user <> 'parasol_request' then return new; end if;
  select * into of from initiatives.realisations r
    where r.umbrella_id = new.umbrella_id and r.id = new.realisation_id for no key update;
  if tg_op = 'INSERT' then
    if of.status = 'stalled' and new.status = 'open' and new.former_id = of.membership_id
        and initiatives.speaks_for(new.membership_id) and new.membership_id in (select network.voting_members(network.today()))
        and (new.answer_until >= now() + interval '3 days' or initiatives.is_gone(of.membership_id)) then
      return new;
    end if;
    raise exception 'a member offers to take over what has stalled' using errcode = 'restrict_violation', constraint = 'stalled_first';
  end if;
  if old.status = 'open' and new.settled_at = now() and (
      new.status = 'withdrawn' and (network.represents(new.membership_id) is not null or initiatives.is_gone(new.membership_id))
      or new.status = 'answered' and exists (select 1 from initiatives.reports r
        where r.umbrella_id = new.umbrella_id and r.realisation_id = new.realisation_id and r.published_at = now() and r.corrects is null)
      or new.status = 'answered' and of.status in ('completed', 'reversed')
      or new.status = 'passed' and of.status = 'stalled' and not initiatives.is_gone(new.membership_id)
        and (now() >= old.answer_until or initiatives.speaks_for(of.membership_id) or initiatives.is_gone(of.membership_id))) then
    return new;
  end if;
  raise exception 'a take-over does not go from % to % now', old.status, new.status
    using errcode = 'restrict_violation', constraint = 'course_of_takeover';
end $$;
create trigger guard before insert or update on initiatives.takeovers
  for each row execute function initiatives.guard_takeover();

-- Who sees ----------------------------------------------------------------------------------------------------------------

do $$
declare relation text;
begin
  foreach relation in array '{realisations,realisation_members,tasks,milestones,realisation_needs,pledges,expenses,reports,report_files,results,result_files,takeovers}'::text[] loop
    execute format('alter table initiatives.%I enable row level security', relation);
    execute format('create policy of_the_umbrella on initiatives.%I using (umbrella_id = (select platform.current_umbrella()))
      with check (umbrella_id = (select platform.current_umbrella()))', relation);
    execute format('grant select, insert on initiatives.%I to parasol_request', relation);
    -- All of it stands on public pages.
    execute format('create trigger announce after insert or update or delete on initiatives.%I
      for each row execute function platform.announce_change()', relation);
  end loop;
end $$;
grant update (membership_id, status, report_due_at, rule_version, stalled_at, ended_at)
  on initiatives.realisations to parasol_request;
grant update (joined_at, left_at) on initiatives.realisation_members to parasol_request;
grant update (title, content_locale, membership_id, person_id, due_on, status, settled_at) on initiatives.tasks to parasol_request;
grant update (title, content_locale, due_on, status, settled_at) on initiatives.milestones to parasol_request;
grant update (title, content_locale, amount, currency, dropped_at) on initiatives.realisation_needs to parasol_request;
grant update (what, content_locale, amount, currency, status, given, reason, settled_at) on initiatives.pledges to parasol_request;
grant update (struck_at, strike_reason) on initiatives.expenses to parasol_request;
grant update (status, settled_at) on initiatives.takeovers to parasol_request;

alter table initiatives.realisation_people enable row level security;
create policy seen_inside on initiatives.realisation_people
  using (umbrella_id = (select platform.current_umbrella())
    and ((select network.is_inside()) or person_id = (select platform.current_account())))
  with check (umbrella_id = (select platform.current_umbrella()));
create policy taken_out_by_member_or_self on initiatives.realisation_people as restrictive for delete
  using (person_id = (select platform.current_account()) or network.represents(membership_id) is not null);
grant select, insert, delete on initiatives.realisation_people to parasol_request;
