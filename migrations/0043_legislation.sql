-- The way of a proposal to a law. Two routes (text 001, principle 5; row C4): an expert council prepares, the advisory council
-- discusses it with the Commissioner, the Commissioner decides about a recommendation to parliament; or the coalition's own draft
-- act is approved by a public council, submitted and answered. What happened is append-only; where it stands follows from it.

create table councils.proposals (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  number integer not null check (number > 0),
  route text not null check (route in ('commissioner', 'coalition')),
  title text not null check (length(title) between 1 and 300),
  summary text not null check (length(summary) between 1 and 10000),
  lang text not null check (length(lang) between 2 and 35),
  council_id uuid,
  draft_act_id uuid,
  body_id uuid references authorities.bodies (id),
  topics text[] not null default '{}',
  public boolean not null default true,
  stage text not null default 'prepared' check (stage in ('prepared', 'placed', 'discussed', 'recommended', 'bill', 'approved',
    'submitted', 'answered', 'law', 'declined', 'lapsed')),
  stage_since date not null,
  prepared_on date not null,
  created_by uuid references people.people (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, number),
  foreign key (umbrella_id, council_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, draft_act_id) references authorities.draft_acts (umbrella_id, id),
  check (stage_since >= prepared_on)
);
comment on column councils.proposals.council_id is 'who prepared it: the expert council; of the coalition''s own draft the public council that shall approve it';
comment on column councils.proposals.stage is 'commissioner: prepared, placed, discussed, recommended, bill, law; coalition: prepared, approved, submitted, answered, law';
create index proposals_by_stage on councils.proposals (umbrella_id, stage, stage_since);

create table councils.proposal_steps (
  umbrella_id uuid not null default platform.current_umbrella(),
  proposal_id uuid not null,
  id uuid not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('prepared', 'placed', 'discussed', 'amended', 'recommended', 'returned', 'declined', 'bill',
    'approved', 'submitted', 'answered', 'law', 'lapsed')),
  on_day date not null,
  item_id uuid,
  communication_id uuid,
  reference text check (length(reference) between 1 and 120),
  url text check (url ~ '^https?://' and length(url) <= 500),
  text text not null default '' check (length(text) <= 10000),
  file_id uuid,
  by_person uuid references people.people (id),
  at timestamptz not null default now(),
  stage text not null,
  primary key (umbrella_id, id),
  unique (umbrella_id, proposal_id, position),
  foreign key (umbrella_id, proposal_id) references councils.proposals (umbrella_id, id),
  foreign key (umbrella_id, item_id) references councils.agenda_items (umbrella_id, id),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id),
  constraint placed_on_an_agenda check (kind <> 'placed' or item_id is not null),
  constraint submitted_by_letter check (kind <> 'submitted' or communication_id is not null),
  -- What a Commissioner, a council or a parliament decided is a document, not hearsay.
  constraint decision_has_document check (kind not in ('recommended', 'declined', 'approved', 'bill', 'law')
    or file_id is not null or url is not null),
  constraint bill_has_number check (kind not in ('bill', 'law') or reference is not null),
  constraint reasons_given check (kind not in ('returned', 'declined', 'lapsed', 'amended') or text <> '')
);
-- Who wrote it down can be forgotten; what happened cannot.
create function councils.keep_proposal_step() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.by_person is not null and new.by_person is null
      and to_jsonb(new) - 'by_person' = to_jsonb(old) - 'by_person' then
    return new;
  end if;
  raise exception 'councils.proposal_steps is append-only' using errcode = 'restrict_violation';
end $$;
create trigger proposal_steps_stay before update or delete on councils.proposal_steps
  for each row execute function councils.keep_proposal_step();

-- European and international standards on which a proposal rests.
create table councils.standards (
  umbrella_id uuid not null default platform.current_umbrella(),
  proposal_id uuid not null,
  position integer not null check (position between 1 and 20),
  kind text not null check (kind in ('treaty', 'eu_law', 'resolution', 'recommendation', 'judgment', 'national_law')),
  title text not null check (length(title) between 1 and 300),
  article text not null default '' check (length(article) <= 100),
  url text check (url ~ '^https?://' and length(url) <= 500),
  primary key (umbrella_id, proposal_id, position),
  foreign key (umbrella_id, proposal_id) references councils.proposals (umbrella_id, id)
);

create table councils.proposal_numbers (
  umbrella_id uuid primary key references platform.umbrellas (id),
  last integer not null check (last > 0)
);
alter table councils.proposal_numbers enable row level security;
create policy numbers_of_the_umbrella on councils.proposal_numbers using (umbrella_id = (select platform.current_umbrella()));
create function councils.next_proposal_number() returns integer
  language sql security definer set search_path = ''
  begin atomic
    insert into councils.proposal_numbers as n (umbrella_id, last) values (platform.current_umbrella(), 1)
      on conflict (umbrella_id) do update set last = n.last + 1
      returning n.last;
  end;
comment on function councils.next_proposal_number() is 'reviewed: counts on in the current umbrella; whoever takes a number holds the row until the end of the transaction';
revoke all on function councils.next_proposal_number() from public;
grant execute on function councils.next_proposal_number() to parasol_request;

-- Who may ---------------------------------------------------------------------------------------------------------------------

-- Coordinators, and the chair and secretary of the council that prepared it.
create function councils.keeps_proposal(council uuid) returns boolean
  language sql stable
  return case when council is null then network.is_coordinator() else councils.keeps(council) end;

alter table councils.proposals enable row level security;
create policy seen on councils.proposals for select
  using (umbrella_id = (select platform.current_umbrella()) and (public or (select network.is_inside())));
create policy kept on councils.proposals for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps_proposal(council_id));
create policy changed on councils.proposals for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps_proposal(council_id));
grant select, insert (id, number, route, title, summary, lang, council_id, draft_act_id, body_id, topics, public, stage_since,
    prepared_on, created_by),
  update (title, summary, lang, draft_act_id, body_id, topics, public, updated_at) on councils.proposals to parasol_request;

alter table councils.proposal_steps enable row level security;
create policy seen on councils.proposal_steps for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from councils.proposals p
    where p.umbrella_id = proposal_steps.umbrella_id and p.id = proposal_id));
create policy taken on councils.proposal_steps for insert
  with check (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from councils.proposals p
    where p.umbrella_id = proposal_steps.umbrella_id and p.id = proposal_id and councils.keeps_proposal(p.council_id)));
grant select, insert (proposal_id, id, kind, on_day, item_id, communication_id, reference, url, text, file_id)
  on councils.proposal_steps to parasol_request;

alter table councils.standards enable row level security;
create policy seen on councils.standards for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from councils.proposals p
    where p.umbrella_id = standards.umbrella_id and p.id = proposal_id));
create policy kept on councils.standards for insert
  with check (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from councils.proposals p
    where p.umbrella_id = standards.umbrella_id and p.id = proposal_id and councils.keeps_proposal(p.council_id)));
create policy dropped on councils.standards for delete
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from councils.proposals p
    where p.umbrella_id = standards.umbrella_id and p.id = proposal_id and councils.keeps_proposal(p.council_id)));
grant select, insert, delete on councils.standards to parasol_request;

-- Rules -----------------------------------------------------------------------------------------------------------------------

-- The graph of both routes: where a step leads, null where it cannot be taken.
create function councils.next_stage(route text, stage text, step text) returns text
  language sql immutable
  return case
    when step = 'prepared' then 'prepared'
    when step = 'declined' and stage in ('placed', 'discussed', 'approved', 'submitted', 'answered') then 'declined'
    when step = 'lapsed' and stage in ('recommended', 'bill', 'submitted', 'answered') then 'lapsed'
    when step = 'returned' and stage in ('placed', 'discussed', 'submitted', 'answered') then 'prepared'
    when step = 'amended' and stage in ('prepared', 'discussed') then stage
    when route = 'commissioner' then case
      when step = 'placed' and stage in ('prepared', 'discussed') then 'placed'
      when step = 'discussed' and stage = 'placed' then 'discussed'
      when step = 'recommended' and stage = 'discussed' then 'recommended'
      when step = 'bill' and stage = 'recommended' then 'bill'
      when step = 'law' and stage in ('recommended', 'bill') then 'law' end
    when route = 'coalition' then case
      when step = 'approved' and stage = 'prepared' then 'approved'
      when step = 'submitted' and stage in ('approved', 'answered') then 'submitted'
      when step = 'answered' and stage = 'submitted' then 'answered'
      when step = 'bill' and stage = 'answered' then 'bill'
      when step = 'law' and stage in ('answered', 'bill') then 'law' end
  end;

create function councils.guard_proposal_step() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  told councils.proposals;
  led text;
begin
  select * into told from councils.proposals p
    where p.umbrella_id = platform.current_umbrella() and p.id = new.proposal_id for update;
  if told.id is null then
    raise exception 'no such proposal' using errcode = 'foreign_key_violation';
  end if;
  select coalesce(max(s.position), 0) + 1 into new.position from councils.proposal_steps s
    where s.umbrella_id = told.umbrella_id and s.proposal_id = told.id;
  led := case when new.kind = 'prepared' and new.position > 1 then null else councils.next_stage(told.route, told.stage, new.kind) end;
  if led is null then
    raise exception 'from % no % leads on', told.stage, new.kind using errcode = 'restrict_violation', constraint = 'step_in_graph';
  end if;
  if new.on_day < told.stage_since or new.on_day > network.today() then
    raise exception 'a step follows the one before it, and has happened' using errcode = 'restrict_violation', constraint = 'day_of_step';
  end if;
  new.umbrella_id := told.umbrella_id;
  new.by_person := platform.current_account();
  new.at := now();
  new.stage := led;
  update councils.proposals p set stage = led, updated_at = now(),
      stage_since = case when led = told.stage and new.kind <> 'prepared' then p.stage_since else new.on_day end
    where p.umbrella_id = told.umbrella_id and p.id = told.id;
  return new;
end $$;
comment on function councils.guard_proposal_step() is 'reviewed: locks the proposal of a step, refuses what the graph or the day do not allow, numbers it and moves the stage with it';
revoke all on function councils.guard_proposal_step() from public;
create trigger proposal_steps_guarded before insert on councils.proposal_steps
  for each row execute function councils.guard_proposal_step();

-- A proposal that a council saw keeps its words; what changes is a step that says what.
create function councils.guard_proposal() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.stage <> 'prepared' and (new.title, new.lang) is distinct from (old.title, old.lang) then
    raise exception 'a proposal that others saw keeps its title' using errcode = 'restrict_violation', constraint = 'proposal_stays';
  end if;
  return new;
end $$;
create trigger proposals_guarded before update on councils.proposals for each row execute function councils.guard_proposal();
create trigger proposals_stay before delete on councils.proposals for each row execute function platform.refuse_change();

create trigger announce after insert or update on councils.proposals for each row execute function platform.announce_change();

create function councils.forget_in_proposals() returns void language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := platform.current_account();
  here constant uuid := platform.current_umbrella();
begin
  update councils.proposals p set created_by = null where p.umbrella_id = here and p.created_by = me;
  update councils.proposal_steps s set by_person = null where s.umbrella_id = here and s.by_person = me;
end $$;
comment on function councils.forget_in_proposals() is 'reviewed: forgets the asking account alone, in the current umbrella; what happened to a proposal stays';
revoke all on function councils.forget_in_proposals() from public;
grant execute on function councils.forget_in_proposals() to parasol_request;
