-- What surrounds a decision: the secret ballot of personal matters, rules and goals that members change together, appeals,
-- and the admission that follows an objection. The program refuses politely; the triggers here refuse whatever it thinks.

-- Secret ballots ----------------------------------------------------------------------------------------------------------

-- Two tables that nothing joins. No time, no order, no journal entry, no person: only that a ballot is there, and that a
-- member has voted. Requests neither read nor write them; the functions below do.
create table initiatives.secret_ballots (
  umbrella_id uuid not null,
  id uuid not null,
  decision_id uuid not null,
  choice text not null check (choice in ('yes', 'no', 'abstain')),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, decision_id) references initiatives.decisions (umbrella_id, id)
);
comment on column initiatives.secret_ballots.id is 'random (UUIDv4), drawn anew whenever another ballot arrives and at the closing';
create index secret_ballots_of_decision on initiatives.secret_ballots (umbrella_id, decision_id);

create table initiatives.secret_voters (
  umbrella_id uuid not null,
  decision_id uuid not null,
  elector_id uuid not null,
  person_id uuid,
  primary key (umbrella_id, decision_id, elector_id),
  foreign key (umbrella_id, decision_id, elector_id)
    references initiatives.electors (umbrella_id, decision_id, elector_id)
);
comment on column initiatives.secret_voters.person_id is 'so that one person votes for one member; forgotten at the closing. No foreign key: its lock would leave a transaction''s number on the person';

-- The rows of a decision are written anew, all of them, in random order and by one transaction: neither their place nor
-- their xmin, nor the locks that foreign keys leave on electors, tell which ballot came with which voter. A coalition has
-- as many rows here as members, so this costs little.
create function initiatives.shuffle_secret(decision uuid, keep_persons boolean) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  umbrella uuid := platform.current_umbrella();
  choices text[];
  voters uuid[];
  persons uuid[];
begin
  select array_agg(b.choice) into choices from initiatives.secret_ballots b
    where b.umbrella_id = umbrella and b.decision_id = decision;
  select array_agg(v.elector_id order by v.elector_id),
      array_agg(case when keep_persons then v.person_id end order by v.elector_id) into voters, persons
    from initiatives.secret_voters v where v.umbrella_id = umbrella and v.decision_id = decision;
  delete from initiatives.secret_ballots where umbrella_id = umbrella and decision_id = decision;
  delete from initiatives.secret_voters where umbrella_id = umbrella and decision_id = decision;
  insert into initiatives.secret_ballots (umbrella_id, id, decision_id, choice)
    select umbrella, gen_random_uuid(), decision, c.choice from unnest(choices) c (choice) order by gen_random_uuid();
  insert into initiatives.secret_voters (umbrella_id, decision_id, elector_id, person_id)
    select umbrella, decision, v.elector, v.person from unnest(voters, persons) v (elector, person) order by gen_random_uuid();
end $$;
comment on function initiatives.shuffle_secret(uuid, boolean) is 'reviewed: not granted; called by the two functions below';
revoke all on function initiatives.shuffle_secret(uuid, boolean) from public;

-- One ballot of one member, once. It takes a share of the decision as every ballot does; the second lock makes voters take
-- turns, so that of two representatives who press at the same moment one is refused.
create function initiatives.cast_secret(asked uuid, elector uuid, wish text) returns void
  language plpgsql security definer set search_path = '' as $$
declare umbrella uuid := platform.current_umbrella();
begin
  perform pg_advisory_xact_lock_shared(initiatives.decision_lock(asked));
  perform pg_advisory_xact_lock(hashtextextended('initiatives secret ' || asked::text, 0));
  -- Statements of their own: they see what was committed while we waited.
  if not exists (select 1 from initiatives.decisions d where d.umbrella_id = umbrella and d.id = asked and d.secret
      and d.status = 'open' and clock_timestamp() < d.closes_at) then
    raise exception 'votes are not taken any more' using errcode = 'restrict_violation', constraint = 'ballot_in_time';
  end if;
  if not exists (select 1 from initiatives.electors e
      where e.umbrella_id = umbrella and e.decision_id = asked and e.elector_id = elector) then
    raise exception 'this member is not among the electors' using errcode = 'insufficient_privilege', constraint = 'secret_elector';
  end if;
  perform initiatives.voice_for(umbrella, asked, elector);
  if exists (select 1 from initiatives.secret_voters v
      where v.umbrella_id = umbrella and v.decision_id = asked and v.elector_id = elector) then
    raise exception 'this member has voted' using errcode = 'restrict_violation', constraint = 'secret_once';
  end if;
  if exists (select 1 from initiatives.secret_voters v
      where v.umbrella_id = umbrella and v.decision_id = asked and v.person_id = platform.current_account()) then
    raise exception 'one person speaks for one member in a decision' using errcode = 'restrict_violation', constraint = 'one_member_per_person';
  end if;
  insert into initiatives.secret_ballots (umbrella_id, id, decision_id, choice)
    values (umbrella, gen_random_uuid(), asked, wish);
  insert into initiatives.secret_voters (umbrella_id, decision_id, elector_id, person_id)
    values (umbrella, asked, elector, platform.current_account());
  perform initiatives.shuffle_secret(asked, true);
end $$;
comment on function initiatives.cast_secret(uuid, uuid, text) is 'reviewed: writes one ballot of a member of the current umbrella for which the asking account acts today; gives nothing away';
revoke all on function initiatives.cast_secret(uuid, uuid, text) from public;
grant execute on function initiatives.cast_secret(uuid, uuid, text) to parasol_request;

-- The urn is opened when the time is over, by whoever seals: ballots are drawn anew, persons are forgotten.
create function initiatives.open_urn(asked uuid) returns table (ballot uuid, choice text)
  language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(initiatives.decision_lock(asked));
  if not exists (select 1 from initiatives.decisions d where d.umbrella_id = platform.current_umbrella() and d.id = asked
      and d.secret and d.status = 'open' and now() >= d.closes_at) then
    raise exception 'the urn is opened when the time is over' using errcode = 'insufficient_privilege';
  end if;
  perform initiatives.shuffle_secret(asked, false);
  return query select b.id, b.choice from initiatives.secret_ballots b
    where b.umbrella_id = platform.current_umbrella() and b.decision_id = asked order by b.id;
end $$;
comment on function initiatives.open_urn(uuid) is 'reviewed: ballots without voters, of a decision of the current umbrella whose time is over';
revoke all on function initiatives.open_urn(uuid) from public;
grant execute on function initiatives.open_urn(uuid) to parasol_request;

-- What is kept of a person until the closing, for the person alone, and how it is forgotten.
create function initiatives.own_secret_votes() returns table (decision uuid, elector uuid)
  language sql stable security definer set search_path = ''
  begin atomic
    select v.decision_id, v.elector_id from initiatives.secret_voters v
    where v.umbrella_id = platform.current_umbrella() and v.person_id = platform.current_account();
  end;
comment on function initiatives.own_secret_votes() is 'reviewed: tells the asking account for which members it has voted, never how';
revoke all on function initiatives.own_secret_votes() from public;
grant execute on function initiatives.own_secret_votes() to parasol_request;

create function initiatives.forget_secret_votes() returns void
  language plpgsql security definer set search_path = '' as $$
declare
  umbrella uuid := platform.current_umbrella();
  asked uuid;
begin
  for asked in select v.decision_id from initiatives.secret_voters v
      where v.umbrella_id = umbrella and v.person_id = platform.current_account() order by v.decision_id loop
    perform pg_advisory_xact_lock(hashtextextended('initiatives secret ' || asked::text, 0));
    update initiatives.secret_voters v set person_id = null
      where v.umbrella_id = umbrella and v.decision_id = asked and v.person_id = platform.current_account();
    perform initiatives.shuffle_secret(asked, true);
  end loop;
end $$;
comment on function initiatives.forget_secret_votes() is 'reviewed: forgets the asking account alone';
revoke all on function initiatives.forget_secret_votes() from public;
grant execute on function initiatives.forget_secret_votes() to parasol_request;

-- A secret decision that ends without an outcome is never counted: its ballots are destroyed.
create function initiatives.destroy_secret() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  delete from initiatives.secret_ballots where umbrella_id = new.umbrella_id and decision_id = new.id;
  delete from initiatives.secret_voters where umbrella_id = new.umbrella_id and decision_id = new.id;
  return null;
end $$;
comment on function initiatives.destroy_secret() is 'reviewed: only ballots of a decision that has just ended without an outcome';
revoke all on function initiatives.destroy_secret() from public;
create trigger destroy_secret after update of status on initiatives.decisions
  for each row when (new.secret and new.status in ('void', 'cancelled', 'withdrawn')) execute function initiatives.destroy_secret();

-- No majority ends a secret ballot early, no count is there before its end, and what is sealed is what lies in the urn.
create function initiatives.guard_secret() returns trigger language plpgsql security definer set search_path = '' as $$
declare counted record;
begin
  if new.crossed_at is not null or new.tally is not null and new.status <> 'sealed' then
    raise exception 'a secret ballot is counted at its end' using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' or new.status <> 'sealed' or session_user <> 'parasol_request' then return new; end if;
  select count(*) filter (where b.choice = 'yes') as yes, count(*) filter (where b.choice = 'no') as no,
      count(*) filter (where b.choice = 'abstain') as abstain into counted
    from initiatives.secret_ballots b where b.umbrella_id = new.umbrella_id and b.decision_id = new.id;
  if now() < old.closes_at
      or new.tally <> jsonb_build_object('yes', counted.yes, 'no', counted.no, 'abstain', counted.abstain, 'stand_aside', 0)
      or new.outcome <> (case when initiatives.is_majority(counted.yes, new.electorate) then 'supported' else 'not_supported' end) then
    raise exception 'what is sealed is what lies in the urn, at the end' using errcode = 'restrict_violation', constraint = 'course_of_decision';
  end if;
  new.sealed_at := clock_timestamp();
  return new;
end $$;
comment on function initiatives.guard_secret() is 'reviewed: compares the row that is being sealed with its urn';
revoke all on function initiatives.guard_secret() from public;
create trigger guard_secret before insert or update on initiatives.decisions
  for each row when (new.secret) execute function initiatives.guard_secret();

alter table initiatives.secret_ballots enable row level security;
create policy ballots_after_the_end on initiatives.secret_ballots for select using (
  umbrella_id = (select platform.current_umbrella())
  and exists (select 1 from initiatives.decisions d
    where d.umbrella_id = secret_ballots.umbrella_id and d.id = decision_id and d.status = 'sealed'));
grant select on initiatives.secret_ballots to parasol_request;

alter table initiatives.secret_voters enable row level security;
create policy voters_of_the_umbrella on initiatives.secret_voters for select
  using (umbrella_id = (select platform.current_umbrella()));
grant select (umbrella_id, decision_id, elector_id) on initiatives.secret_voters to parasol_request;

-- What the members decided about a contested application; the network asks.
create or replace function network.admission_outcome(application uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select d.outcome = 'supported' from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.kind = 'admission'
      and d.subject_id = admission_outcome.application and d.status = 'sealed'
    order by d.number desc limit 1;
  end;
comment on function network.admission_outcome(uuid) is 'reviewed: tells yes or no, and only after the end';

-- Rules and long-term goals -----------------------------------------------------------------------------------------------

-- Rules of cooperation and long-term goals as texts. They come into being, change and end by a decision; every version stays.
create table initiatives.agreed_texts (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('rules', 'goal')),
  primary key (umbrella_id, id),
  unique (umbrella_id, number)
);

create table initiatives.agreed_versions (
  umbrella_id uuid not null default platform.current_umbrella(),
  text_id uuid not null,
  version integer not null check (version > 0),
  title jsonb not null check (jsonb_typeof(title) = 'object' and title <> '{}'),
  body jsonb not null check (jsonb_typeof(body) = 'object'),
  authoritative text not null check (length(authoritative) between 2 and 35),
  ends boolean not null default false,
  decision_id uuid not null,
  adopted_at timestamptz not null default now(),
  primary key (umbrella_id, text_id, version),
  unique (umbrella_id, decision_id),
  foreign key (umbrella_id, text_id) references initiatives.agreed_texts (umbrella_id, id),
  foreign key (umbrella_id, decision_id) references initiatives.decisions (umbrella_id, id),
  check (title ? authoritative and (ends or body ? authoritative))
);
comment on column initiatives.agreed_versions.ends is 'with this version the text is no longer in force';
create trigger versions_stay before update or delete on initiatives.agreed_versions
  for each row execute function platform.refuse_change();

-- What a member proposes: other values of rules, or the wording of a text.
create table initiatives.proposals (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('values', 'rules', 'goal')),
  status text not null default 'discussion'
    check (status in ('discussion', 'decision', 'adopted', 'not_adopted', 'withdrawn')),
  membership_id uuid not null,
  person_id uuid references people.people (id),
  title jsonb not null check (jsonb_typeof(title) = 'object'),
  reasons jsonb not null check (jsonb_typeof(reasons) = 'object'),
  authoritative text not null check (length(authoritative) between 2 and 35),
  changes jsonb check (jsonb_typeof(changes) = 'array' and jsonb_array_length(changes) > 0),
  text_id uuid,
  base_version integer check (base_version > 0),
  body jsonb check (jsonb_typeof(body) = 'object'),
  ends boolean not null default false,
  version integer not null default 1 check (version > 0),
  discussion_days integer not null check (discussion_days > 0),
  rule_version integer not null check (rule_version >= 0),
  proposed_at timestamptz not null default now(),
  discussion_since timestamptz not null default now(),
  discussion_until timestamptz not null default now(),
  decision_id uuid,
  closed_at timestamptz,
  primary key (umbrella_id, id),
  unique (umbrella_id, number),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, text_id, base_version) references initiatives.agreed_versions (umbrella_id, text_id, version),
  foreign key (umbrella_id, decision_id) references initiatives.decisions (umbrella_id, id),
  check (title ? authoritative and reasons ? authoritative),
  check ((kind = 'values') = (changes is not null)),
  check ((kind = 'values') = (body is null)),
  check (kind <> 'values' or text_id is null and not ends),
  check ((text_id is null) = (base_version is null)),
  check (not ends or text_id is not null),
  check (kind = 'values' or ends or body ? authoritative),
  check (status not in ('decision', 'adopted', 'not_adopted') or decision_id is not null),
  check ((status in ('adopted', 'not_adopted', 'withdrawn')) = (closed_at is not null))
);
comment on column initiatives.proposals.changes is '[{"key", "version", "from", "to"}]: rules as they were on the day of the proposal, and as they would be';
comment on column initiatives.proposals.discussion_until is 'written by the database: no decision before';
create index proposals_of_person on initiatives.proposals (person_id, umbrella_id);

create table initiatives.proposal_versions (
  umbrella_id uuid not null,
  proposal_id uuid not null,
  version integer not null,
  title jsonb not null,
  reasons jsonb not null,
  changes jsonb,
  body jsonb,
  made_at timestamptz not null default now(),
  primary key (umbrella_id, proposal_id, version),
  foreign key (umbrella_id, proposal_id) references initiatives.proposals (umbrella_id, id)
);
create trigger versions_stay before update or delete on initiatives.proposal_versions
  for each row execute function platform.refuse_change();

-- What members and partners say about a proposal. A member takes its words back; two coordinators take out of sight what
-- hurts somebody.
create table initiatives.proposal_remarks (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  proposal_id uuid not null,
  membership_id uuid not null,
  person_id uuid references people.people (id),
  stance text not null check (stance in ('for', 'against', 'question')),
  body text check (length(body) between 1 and 5000),
  content_locale text not null check (length(content_locale) between 2 and 35),
  version integer not null check (version > 0),
  written_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  redacted_under uuid,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, proposal_id) references initiatives.proposals (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, redacted_under) references people.acts (umbrella_id, id),
  check ((body is null) = (withdrawn_at is not null or redacted_under is not null))
);
create index remarks_of_proposal on initiatives.proposal_remarks (umbrella_id, proposal_id);
create index remarks_of_person on initiatives.proposal_remarks (person_id, umbrella_id);

create function initiatives.guard_proposal() returns trigger language plpgsql set search_path = '' as $$
declare
  decided initiatives.decisions;
  rewritten boolean;
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'INSERT' then
    if new.status <> 'discussion' or new.version <> 1 or new.person_id is distinct from platform.current_account()
        or not initiatives.speaks_for(new.membership_id)
        or not exists (select 1 from network.voting_members(network.today()) member where member = new.membership_id) then
      raise exception 'a change of rules is proposed by a member with a vote' using errcode = 'insufficient_privilege';
    end if;
    new.discussion_since := now();
    new.discussion_until := now() + make_interval(days => new.discussion_days);
    return new;
  end if;
  rewritten := (new.title, new.reasons, new.changes, new.body) is distinct from (old.title, old.reasons, old.changes, old.body);
  if (to_jsonb(new) - '{status,person_id,title,reasons,changes,body,version,discussion_since,discussion_until,decision_id,closed_at}'::text[])
      <> (to_jsonb(old) - '{status,person_id,title,reasons,changes,body,version,discussion_since,discussion_until,decision_id,closed_at}'::text[])
    or new.version <> old.version + rewritten::integer then
    raise exception 'a proposal stays whose and about what it is' using errcode = 'restrict_violation';
  end if;
  if rewritten then
    if old.status <> 'discussion' or new.status <> 'discussion' or not initiatives.speaks_for(new.membership_id) then
      raise exception 'a proposal is rewritten by its member, before the decision' using errcode = 'insufficient_privilege',
        constraint = 'proposal_is_frozen';
    end if;
    new.discussion_since := now();
    new.discussion_until := now() + make_interval(days => new.discussion_days);
    return new;
  end if;
  if (new.discussion_since, new.discussion_until) is distinct from (old.discussion_since, old.discussion_until) then
    raise exception 'a discussion takes its time' using errcode = 'restrict_violation';
  end if;
  if new.status = old.status and new.decision_id is not distinct from old.decision_id then return new; end if;
  select * into decided from initiatives.decisions d where d.umbrella_id = new.umbrella_id and d.id = new.decision_id
    and d.subject_id = new.id and d.kind = (case new.kind when 'goal' then 'goal' else 'rule' end);
  if new.status = 'decision' and old.status in ('discussion', 'decision') and decided.status = 'open' and now() >= old.discussion_until
    or old.status = 'discussion' and new.status = 'withdrawn' and initiatives.speaks_for(new.membership_id)
    or old.status = 'decision' and (
      decided.status = 'sealed' and new.status = (case decided.outcome when 'supported' then 'adopted' else 'not_adopted' end)
      or decided.status in ('void', 'cancelled') and new.status = 'discussion'
      or decided.status = 'withdrawn' and new.status = 'withdrawn') then
    return new;
  end if;
  raise exception 'a proposal does not go from % to % now', old.status, new.status using errcode = 'restrict_violation',
    constraint = 'proposal_in_order';
end $$;
create trigger guard before insert or update on initiatives.proposals
  for each row execute function initiatives.guard_proposal();

create function initiatives.keep_proposal_version() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into initiatives.proposal_versions (umbrella_id, proposal_id, version, title, reasons, changes, body)
    values (new.umbrella_id, new.id, new.version, new.title, new.reasons, new.changes, new.body)
    on conflict do nothing;
  return null;
end $$;
comment on function initiatives.keep_proposal_version() is 'reviewed: keeps a copy of the row that was just written';
revoke all on function initiatives.keep_proposal_version() from public;
create trigger keep_version after insert or update of version on initiatives.proposals
  for each row execute function initiatives.keep_proposal_version();

create function initiatives.guard_remark() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'INSERT' then
    if initiatives.speaks_for(new.membership_id) and new.person_id = platform.current_account() and exists (
        select 1 from initiatives.proposals p where p.umbrella_id = new.umbrella_id and p.id = new.proposal_id
          and p.status in ('discussion', 'decision') and p.version = new.version) then
      return new;
    end if;
    raise exception 'one speaks for a member one acts for, while the proposal is open'
      using errcode = 'insufficient_privilege', constraint = 'proposal_in_order';
  end if;
  if (to_jsonb(new) - '{body,person_id,withdrawn_at,redacted_under}'::text[])
      <> (to_jsonb(old) - '{body,person_id,withdrawn_at,redacted_under}'::text[])
    or new.body is distinct from old.body and new.body is not null
    or new.withdrawn_at is distinct from old.withdrawn_at
      and (old.withdrawn_at is not null or network.represents(new.membership_id) is null)
    or new.redacted_under is distinct from old.redacted_under
      and (old.redacted_under is not null or not network.acted('initiatives.redact_remark', new.id)) then
    raise exception 'what was said is taken back by its member or out of sight by two coordinators, never rewritten'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard before insert or update on initiatives.proposal_remarks
  for each row execute function initiatives.guard_remark();

-- After the founding a rule changes in one way: a decision that said so, in the transaction that seals it.
create function initiatives.guard_rule() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then return new; end if;
  if new.adopted_under = 'founding' and exists (select 1 from platform.umbrellas u
      where u.id = new.umbrella_id and (u.settled_at is null or u.settled_at = now()))
    or exists (select 1 from initiatives.decisions d
      where d.umbrella_id = new.umbrella_id and new.adopted_under = 'decision:' || d.id
        and d.kind in ('rule', 'reversal') and d.status = 'sealed' and d.outcome = 'supported' and d.sealed_at >= now()
        and d.text -> 'changes' @> jsonb_build_array(jsonb_build_object('key', new.key, 'to', new.value))) then
    return new;
  end if;
  raise exception 'the rule % changes by a decision of the members', new.key using errcode = 'insufficient_privilege';
end $$;
create unique index rules_adopted_once on platform.rules (umbrella_id, key, adopted_under) where adopted_under <> 'founding';
create trigger guard before insert on platform.rules for each row execute function initiatives.guard_rule();

-- A text changes as it was decided, in the transaction that seals the decision.
create function initiatives.guard_agreed_version() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then return new; end if;
  if exists (select 1 from initiatives.decisions d
      where d.umbrella_id = new.umbrella_id and d.id = new.decision_id and d.kind in ('rule', 'goal', 'reversal')
        and d.status = 'sealed' and d.outcome = 'supported' and d.sealed_at >= now()
        and d.text -> 'agreed' = jsonb_build_object('text', new.text_id, 'title', new.title, 'body', new.body, 'ends', new.ends)) then
    return new;
  end if;
  raise exception 'a text of the coalition changes by a decision of the members' using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert on initiatives.agreed_versions
  for each row execute function initiatives.guard_agreed_version();

-- Appeals ------------------------------------------------------------------------------------------------------------------

-- How many members an appeal needs: a share of the electorate, rounded up, and never fewer than the minimum.
create function initiatives.appeal_threshold(electorate integer, percent integer, minimum integer) returns integer
  language sql immutable parallel safe
  return greatest(minimum, ((electorate::bigint * percent + 99) / 100)::integer);

create table initiatives.appeals (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  number integer not null check (number > 0),
  decision_id uuid not null,
  membership_id uuid not null,
  person_id uuid references people.people (id),
  grounds text not null check (length(grounds) between 20 and 4000),
  content_locale text not null check (length(content_locale) between 2 and 35),
  status text not null default 'gathering' check (status in ('gathering', 'standing', 'upheld', 'rejected', 'withdrawn')),
  needed integer not null check (needed > 0),
  until timestamptz not null,
  raised_at timestamptz not null default now(),
  standing_at timestamptz,
  answer_id uuid,
  closed_at timestamptz,
  primary key (umbrella_id, id),
  unique (umbrella_id, number),
  foreign key (umbrella_id, decision_id) references initiatives.decisions (umbrella_id, id),
  foreign key (umbrella_id, answer_id) references initiatives.decisions (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check ((status in ('standing', 'upheld', 'rejected')) = (standing_at is not null)),
  check (status not in ('upheld', 'rejected') or answer_id is not null),
  check ((status in ('upheld', 'rejected', 'withdrawn')) = (closed_at is not null))
);
comment on table initiatives.appeals is 'on procedure: that a decision did not come about by the rules';
comment on column initiatives.appeals.needed is 'members that must sign, by the rules under which the decision was opened';
comment on column initiatives.appeals.answer_id is 'the linked decision by which the members answer';
create index appeals_of_decision on initiatives.appeals (umbrella_id, decision_id);
create index appeals_of_person on initiatives.appeals (person_id, umbrella_id);
create unique index one_appeal_per_member on initiatives.appeals (umbrella_id, decision_id, membership_id) where status <> 'withdrawn';

create table initiatives.appeal_signers (
  umbrella_id uuid not null default platform.current_umbrella(),
  appeal_id uuid not null,
  membership_id uuid not null,
  person_id uuid references people.people (id),
  signed_at timestamptz not null default now(),
  primary key (umbrella_id, appeal_id, membership_id),
  foreign key (umbrella_id, appeal_id) references initiatives.appeals (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);
create index appeal_signers_of_person on initiatives.appeal_signers (person_id, umbrella_id);

-- The lock on the appeal lets signatures take turns, so that exactly one of them is the last that was needed.
create function initiatives.guard_appeal_signer() returns trigger language plpgsql set search_path = '' as $$
declare appeal initiatives.appeals;
begin
  if current_user <> 'parasol_request' then return coalesce(new, old); end if;
  select * into appeal from initiatives.appeals a where a.umbrella_id = coalesce(new.umbrella_id, old.umbrella_id)
    and a.id = coalesce(new.appeal_id, old.appeal_id) for update;
  if appeal.status <> 'gathering' or now() >= appeal.until then
    raise exception 'signatures are gathered while the time for appeals runs'
      using errcode = 'restrict_violation', constraint = 'appeal_in_time';
  end if;
  if not initiatives.speaks_for(coalesce(new.membership_id, old.membership_id)) or tg_op = 'INSERT' and (
      new.person_id is distinct from platform.current_account()
      or not exists (select 1 from initiatives.electors e where e.umbrella_id = new.umbrella_id
        and e.decision_id = appeal.decision_id and e.elector_id = new.membership_id)) then
    raise exception 'an appeal is signed by members who had a vote, through somebody who acts for them'
      using errcode = 'insufficient_privilege', constraint = 'appeal_elector';
  end if;
  return coalesce(new, old);
end $$;
create trigger guard before insert or delete on initiatives.appeal_signers
  for each row execute function initiatives.guard_appeal_signer();

create function initiatives.guard_appeal() returns trigger language plpgsql set search_path = '' as $$
declare
  decision initiatives.decisions;
  answer initiatives.decisions;
  signed integer;
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'INSERT' then
    select * into decision from initiatives.decisions d where d.umbrella_id = new.umbrella_id and d.id = new.decision_id;
    new.until := decision.sealed_at + make_interval(days => (decision.rules #>> '{decisions.appeal_days,value}')::integer);
    new.needed := initiatives.appeal_threshold(decision.electorate,
      (decision.rules #>> '{decisions.appeal_share_percent,value}')::integer,
      (decision.rules #>> '{decisions.appeal_minimum,value}')::integer);
    if decision.status is distinct from 'sealed' or decision.kind in ('import', 'reversal') or now() >= new.until then
      raise exception 'one appeals against a sealed decision, in time' using errcode = 'restrict_violation', constraint = 'appeal_in_time';
    end if;
    if new.status <> 'gathering' or new.person_id is distinct from platform.current_account()
        or not initiatives.speaks_for(new.membership_id)
        or not exists (select 1 from initiatives.electors e where e.umbrella_id = new.umbrella_id
          and e.decision_id = new.decision_id and e.elector_id = new.membership_id) then
      raise exception 'an appeal is raised by a member who had a vote' using errcode = 'insufficient_privilege', constraint = 'appeal_elector';
    end if;
    return new;
  end if;
  if (to_jsonb(new) - '{person_id,status,standing_at,answer_id,closed_at}'::text[])
      <> (to_jsonb(old) - '{person_id,status,standing_at,answer_id,closed_at}'::text[]) then
    raise exception 'an appeal stays as it was raised' using errcode = 'restrict_violation';
  end if;
  if (new.status, new.answer_id) is not distinct from (old.status, old.answer_id) then return new; end if;
  select count(*) into signed from initiatives.appeal_signers s where s.umbrella_id = new.umbrella_id and s.appeal_id = new.id;
  select * into answer from initiatives.decisions d where d.umbrella_id = new.umbrella_id and d.id = new.answer_id
    and d.subject_id = new.id and d.kind = 'reversal' and d.previous_id = new.decision_id;
  if old.status = 'gathering' and new.status = 'withdrawn' and initiatives.speaks_for(new.membership_id)
    or old.status = 'gathering' and new.status = 'standing' and signed >= new.needed
    or old.status = 'standing' and new.status = 'standing' and answer.status = 'open'
    or old.status = 'standing' and answer.status = 'sealed'
      and new.status = (case answer.outcome when 'supported' then 'upheld' else 'rejected' end) then
    return new;
  end if;
  raise exception 'an appeal does not go from % to % now', old.status, new.status using errcode = 'restrict_violation';
end $$;
create trigger guard before insert or update on initiatives.appeals
  for each row execute function initiatives.guard_appeal();

-- Who sees and who writes ------------------------------------------------------------------------------------------------

alter table initiatives.agreed_texts enable row level security;
create policy texts_of_the_umbrella on initiatives.agreed_texts
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert (id, number, kind) on initiatives.agreed_texts to parasol_request;

alter table initiatives.agreed_versions enable row level security;
create policy versions_of_the_umbrella on initiatives.agreed_versions
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert (text_id, version, title, body, authoritative, ends, decision_id) on initiatives.agreed_versions
  to parasol_request;

alter table initiatives.proposals enable row level security;
create policy proposals_of_the_umbrella on initiatives.proposals
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert (id, number, kind, membership_id, person_id, title, reasons, authoritative, changes, text_id, base_version,
  body, ends, discussion_days, rule_version) on initiatives.proposals to parasol_request;
grant update (status, person_id, title, reasons, changes, body, version, decision_id, closed_at)
  on initiatives.proposals to parasol_request;

alter table initiatives.proposal_versions enable row level security;
create policy versions_of_the_umbrella on initiatives.proposal_versions for select
  using (umbrella_id = (select platform.current_umbrella()));
grant select on initiatives.proposal_versions to parasol_request;

alter table initiatives.proposal_remarks enable row level security;
create policy remarks_of_the_umbrella on initiatives.proposal_remarks
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert (id, proposal_id, membership_id, person_id, stance, body, content_locale, version)
  on initiatives.proposal_remarks to parasol_request;
grant update (body, person_id, withdrawn_at, redacted_under) on initiatives.proposal_remarks to parasol_request;

alter table initiatives.appeals enable row level security;
create policy appeals_of_the_umbrella on initiatives.appeals
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert (id, number, decision_id, membership_id, person_id, grounds, content_locale, needed, until)
  on initiatives.appeals to parasol_request;
grant update (person_id, status, standing_at, answer_id, closed_at) on initiatives.appeals to parasol_request;

alter table initiatives.appeal_signers enable row level security;
create policy signers_of_the_umbrella on initiatives.appeal_signers
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert (appeal_id, membership_id, person_id), delete, update (person_id)
  on initiatives.appeal_signers to parasol_request;

-- Rules, goals, proposals and appeals stand on public pages.
create trigger announce after insert or update on initiatives.proposals
  for each row execute function platform.announce_change();
create trigger announce after insert or update on initiatives.proposal_remarks
  for each row execute function platform.announce_change();
create trigger announce after insert on initiatives.agreed_versions
  for each row execute function platform.announce_change();
create trigger announce after insert or update on initiatives.appeals
  for each row execute function platform.announce_change();
create trigger announce after insert or delete on initiatives.appeal_signers
  for each row execute function platform.announce_change();
