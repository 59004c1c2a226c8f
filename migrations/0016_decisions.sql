-- How the members decide. Opening takes a snapshot of the electorate; ballots are events that nobody rewrites; the last one
-- before the end counts. The program refuses politely; the triggers here refuse whatever it thinks. What follows from a
-- ballot (the position, the tally) is written by triggers alone: no grant lets a request touch a count.

-- More than half of all electors. Integers only: a tie fails, silence and abstention are not a yes.
create function initiatives.is_majority(yes bigint, electorate bigint) returns boolean
  language sql immutable parallel safe
  return 2 * yes > electorate;

create table initiatives.decisions (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  number integer not null check (number > 0),
  kind text not null
    check (kind in ('initiative', 'rule', 'goal', 'admission', 'appointment', 'reversal', 'import')),
  subject_id uuid not null,
  title jsonb not null check (jsonb_typeof(title) = 'object' and title <> '{}'),
  text jsonb not null check (jsonb_typeof(text) = 'object'),
  authoritative text check (length(authoritative) between 2 and 35),
  text_hash bytea not null check (octet_length(text_hash) = 32),
  round integer not null check (round > 0),
  secret boolean not null,
  method text not null check (method in ('majority', 'approval', 'cumulative', 'ordinal')),
  previous_id uuid,
  news jsonb check (jsonb_typeof(news) = 'object' and news <> '{}'),
  status text not null default 'open'
    check (status in ('open', 'countdown', 'sealed', 'void', 'cancelled', 'withdrawn')),
  outcome text check (outcome in ('supported', 'not_supported')),
  opened_at timestamptz not null default now(),
  discussion_until timestamptz not null,
  closes_at timestamptz not null,
  extended_at timestamptz,
  crossed_at timestamptz,
  countdown_until timestamptz,
  sealed_at timestamptz,
  closed_at timestamptz,
  close_reason text check (length(close_reason) between 1 and 4000),
  electorate integer not null check (electorate > 0),
  rules jsonb not null check (jsonb_typeof(rules) = 'object'),
  electorate_hash bytea not null check (octet_length(electorate_hash) = 32),
  opening jsonb not null check (jsonb_typeof(opening) = 'object'),
  fingerprint bytea not null check (octet_length(fingerprint) = 32),
  tally jsonb check (jsonb_typeof(tally) = 'object'),
  log_hash bytea check (octet_length(log_hash) = 32),
  opened_by_membership uuid,
  primary key (umbrella_id, id),
  unique (umbrella_id, number),
  foreign key (umbrella_id, previous_id) references initiatives.decisions (umbrella_id, id),
  foreign key (umbrella_id, opened_by_membership) references network.memberships (umbrella_id, id),
  constraint other_methods_are_imported check (method = 'majority' or kind = 'import'),
  constraint personal_matters_are_secret check (not secret or kind in ('admission', 'appointment')),
  constraint asked_again_with_news check ((previous_id is null) = (news is null)),
  check (previous_id <> id),
  check (opened_at <= discussion_until and discussion_until < closes_at),
  check ((crossed_at is null) = (countdown_until is null)),
  check (crossed_at < countdown_until and countdown_until <= closes_at),
  check (status <> 'countdown' or crossed_at is not null),
  check (status <> 'open' or crossed_at is null),
  check ((status = 'sealed') = (sealed_at is not null)),
  check (num_nulls(sealed_at, tally, log_hash) in (0, 3)),
  check ((outcome is not null) = (status = 'sealed' and method = 'majority')),
  check ((status in ('void', 'cancelled', 'withdrawn')) = (closed_at is not null)),
  check ((closed_at is null) = (close_reason is null))
);
comment on column initiatives.decisions.text is 'what exactly is decided, in its canonical parts; the text hash is over its canonical form';
comment on column initiatives.decisions.discussion_until is 'before this moment no majority counts as crossed';
comment on column initiatives.decisions.news is 'what is new since the earlier decision, in languages';
comment on column initiatives.decisions.rules is '{key: {version, value}}: the rules of the day, which hold for this decision to its end';
comment on column initiatives.decisions.opening is 'the record that the fingerprint is the hash of';
comment on column initiatives.decisions.electorate is 'N: members with a vote at the opening; it never changes';
create index decisions_running on initiatives.decisions (umbrella_id, closes_at) where status in ('open', 'countdown');
create index decisions_of_subject on initiatives.decisions (umbrella_id, subject_id);
create index decisions_after on initiatives.decisions (umbrella_id, previous_id) where previous_id is not null;

-- The snapshot. The key of an elector is its membership, so that a member is there once.
create table initiatives.electors (
  umbrella_id uuid not null default platform.current_umbrella(),
  decision_id uuid not null,
  elector_id uuid not null,
  membership_id uuid,
  form text not null check (form in ('collective', 'individual', 'voter')),
  name jsonb check (jsonb_typeof(name) = 'object'),
  shard smallint not null check (shard between 0 and 63),
  primary key (umbrella_id, decision_id, elector_id),
  foreign key (umbrella_id, decision_id) references initiatives.decisions (umbrella_id, id) deferrable initially deferred,
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check (membership_id = elector_id),
  check ((membership_id is null) = (form = 'voter')),
  constraint individuals_stay_unnamed check (form <> 'individual' or name is null)
);
comment on column initiatives.electors.name is 'of the organisation on the day of the opening; an individual is named by its membership, so that forgetting the person leaves every hash true';
create index electors_of_membership on initiatives.electors (umbrella_id, membership_id, decision_id)
  where membership_id is not null;

create table initiatives.ballots (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  decision_id uuid not null,
  elector_id uuid not null,
  ordinal integer not null check (ordinal > 0),
  person_id uuid references people.people (id),
  mandate_id uuid,
  choice text check (choice in ('yes', 'no', 'abstain', 'stand_aside')),
  marks jsonb,
  statement jsonb check (jsonb_typeof(statement) = 'object' and statement <> '{}'),
  channel text not null check (channel in ('self', 'paper', 'email', 'meeting', 'import')),
  evidence_file_id uuid,
  entered_by uuid references people.people (id),
  cast_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid references people.people (id),
  declined_at timestamptz,
  primary key (umbrella_id, id),
  constraint one_place_each unique (decision_id, elector_id, ordinal, umbrella_id),
  foreign key (umbrella_id, decision_id, elector_id)
    references initiatives.electors (umbrella_id, decision_id, elector_id),
  foreign key (umbrella_id, mandate_id) references network.mandates (umbrella_id, id),
  foreign key (umbrella_id, evidence_file_id) references platform.files (umbrella_id, id),
  check ((choice is null) = (marks is not null)),
  check (marks is null or channel = 'import'),
  check (choice <> 'stand_aside' or statement is not null),
  check (octet_length(statement::text) <= 20000),
  constraint evidence_for_what_others_enter
    check ((channel in ('paper', 'email', 'meeting')) = (evidence_file_id is not null)),
  check ((channel in ('paper', 'email', 'meeting')) = (entered_by is not null)),
  check (confirmed_at is null or entered_by is not null),
  check (declined_at is null or entered_by is not null),
  check (confirmed_at is null or declined_at is null)
);
-- The umbrella comes last in that key: in front, the check of a foreign key might read it instead of the primary key, with a
-- plan made while the table was empty, and read all ballots of the umbrella for each new one.
comment on table initiatives.ballots is 'append-only: the last valid one of an elector counts';
comment on column initiatives.ballots.person_id is 'who cast it; of a vote on paper, by e-mail or at a meeting who entered_by and confirmed_by are';
comment on column initiatives.ballots.mandate_id is 'under which it was cast or confirmed; null for an individual';
create index ballots_of_person on initiatives.ballots ((coalesce(person_id, confirmed_by)))
  where coalesce(person_id, confirmed_by) is not null;
create index ballots_to_confirm on initiatives.ballots (umbrella_id, elector_id)
  where entered_by is not null and confirmed_at is null and declined_at is null;

-- What counts now, one row for each elector from the opening on. Its row lock is the lock on (decision, member).
create table initiatives.positions (
  umbrella_id uuid not null,
  decision_id uuid not null,
  elector_id uuid not null,
  ballot_id uuid,
  choice text check (choice in ('yes', 'no', 'abstain', 'stand_aside')),
  challenged boolean not null default false,
  last_ordinal integer not null default 0 check (last_ordinal >= 0),
  primary key (umbrella_id, decision_id, elector_id),
  foreign key (umbrella_id, decision_id, elector_id)
    references initiatives.electors (umbrella_id, decision_id, elector_id),
  foreign key (umbrella_id, ballot_id) references initiatives.ballots (umbrella_id, id),
  check (ballot_id is not null or choice is null and not challenged)
) with (fillfactor = 70);
comment on column initiatives.positions.last_ordinal is 'number of the elector''s latest ballot, counted or not';

-- The running tally in 64 parts, so that ballots of different members seldom wait for each other.
create table initiatives.tallies (
  umbrella_id uuid not null,
  decision_id uuid not null,
  shard smallint not null check (shard between 0 and 63),
  choice text not null check (choice in ('yes', 'no', 'abstain', 'stand_aside')),
  n integer not null default 0 check (n >= 0),
  primary key (umbrella_id, decision_id, shard, choice),
  foreign key (umbrella_id, decision_id) references initiatives.decisions (umbrella_id, id) deferrable initially deferred
) with (fillfactor = 30);

-- Partners' support: no vote, no weight, shown apart.
create table initiatives.supports (
  umbrella_id uuid not null default platform.current_umbrella(),
  decision_id uuid not null,
  membership_id uuid not null,
  person_id uuid references people.people (id),
  statement jsonb check (jsonb_typeof(statement) = 'object' and statement <> '{}'),
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (umbrella_id, decision_id, membership_id),
  foreign key (umbrella_id, decision_id) references initiatives.decisions (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check (octet_length(statement::text) <= 20000)
);
create index supports_of_person on initiatives.supports (person_id, umbrella_id);

-- Doubt about the mandate under which ballots were cast: one row for each ballot that it touches.
create table initiatives.challenges (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  decision_id uuid not null,
  elector_id uuid not null,
  ballot_id uuid not null,
  mandate_id uuid,
  case_id uuid not null,
  membership_id uuid not null,
  person_id uuid references people.people (id),
  reasons text not null check (length(reasons) between 20 and 4000),
  content_locale text not null check (length(content_locale) between 2 and 35),
  raised_at timestamptz not null default now(),
  settled_at timestamptz,
  upheld boolean,
  act_id uuid,
  primary key (umbrella_id, id),
  constraint challenged_once unique (umbrella_id, ballot_id),
  foreign key (umbrella_id, ballot_id) references initiatives.ballots (umbrella_id, id),
  foreign key (umbrella_id, decision_id, elector_id)
    references initiatives.electors (umbrella_id, decision_id, elector_id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, mandate_id) references network.mandates (umbrella_id, id),
  foreign key (umbrella_id, act_id) references people.acts (umbrella_id, id),
  check (num_nulls(settled_at, upheld, act_id) in (0, 3))
);
comment on column initiatives.challenges.case_id is 'one doubt: the same in all rows that it made, settled as one';
comment on column initiatives.challenges.membership_id is 'the member that doubts';
create index challenges_of_decision on initiatives.challenges (umbrella_id, decision_id);
create index challenges_of_person on initiatives.challenges (person_id, umbrella_id);

-- Members that want to be asked again about something that was decided. A new decision uses them up.
create table initiatives.cosponsors (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  decision_id uuid not null,
  membership_id uuid not null,
  person_id uuid references people.people (id),
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  used_by uuid,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, decision_id) references initiatives.decisions (umbrella_id, id),
  foreign key (umbrella_id, used_by) references initiatives.decisions (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);
create unique index cosponsors_once on initiatives.cosponsors (umbrella_id, decision_id, membership_id)
  where used_by is null and withdrawn_at is null;
create index cosponsors_of_person on initiatives.cosponsors (person_id, umbrella_id);

-- Opening ---------------------------------------------------------------------------------------------------------------

-- Takes the members with a vote of this moment as the electorate of a decision that is about to be opened.
create function initiatives.take_electors(decision uuid) returns table (elector uuid, form text, name jsonb)
  language plpgsql security definer set search_path = '' as $$
declare umbrella uuid := platform.current_umbrella();
begin
  if exists (select 1 from initiatives.decisions d where d.umbrella_id = umbrella and d.id = decision) then
    raise exception 'the electorate of a decision is taken once' using errcode = 'restrict_violation';
  end if;
  insert into initiatives.electors (umbrella_id, decision_id, elector_id, membership_id, form, name, shard)
    select umbrella, decision, s.id, s.id, s.form, o.name, row_number() over (order by s.id) % 64
    from network.voting_members(network.today()) member
    join network.memberships s on s.umbrella_id = umbrella and s.id = member
    left join network.organisations o on o.id = s.organisation_id;
  if not found then return; end if;
  insert into initiatives.positions (umbrella_id, decision_id, elector_id)
    select e.umbrella_id, e.decision_id, e.elector_id from initiatives.electors e
    where e.umbrella_id = umbrella and e.decision_id = decision;
  insert into initiatives.tallies (umbrella_id, decision_id, shard, choice)
    select umbrella, decision, shard, choice
    from generate_series(0, 63) shard, unnest(array['yes', 'no', 'abstain', 'stand_aside']) choice;
  return query select e.elector_id, e.form, e.name from initiatives.electors e
    where e.umbrella_id = umbrella and e.decision_id = decision order by e.elector_id;
end $$;
comment on function initiatives.take_electors(uuid) is 'reviewed: takes the members with a vote of the current umbrella, and only for a decision that is not there yet; without that decision the transaction fails';
revoke all on function initiatives.take_electors(uuid) from public;
grant execute on function initiatives.take_electors(uuid) to parasol_request;

create function initiatives.rule(decision initiatives.decisions, key text) returns integer
  language sql immutable parallel safe
  return (decision.rules -> key ->> 'value')::integer;

create function initiatives.guard_opening() returns trigger language plpgsql set search_path = '' as $$
declare
  previous initiatives.decisions;
  sponsors integer;
begin
  if current_user <> 'parasol_request' or new.kind = 'import' then return new; end if;
  if new.electorate <> (select count(*) from initiatives.electors e
      where e.umbrella_id = new.umbrella_id and e.decision_id = new.id) then
    raise exception 'the electorate is what was taken' using errcode = 'check_violation';
  end if;
  if new.closes_at <> new.discussion_until + make_interval(hours => 24 * initiatives.rule(new, 'decisions.voting_days')) then
    raise exception 'the time for voting is what its rule says' using errcode = 'check_violation';
  end if;
  -- An appeal that enough members signed is answered by a decision of its own.
  if new.previous_id is null or new.kind = 'reversal' and exists (select 1 from initiatives.appeals a
      where a.umbrella_id = new.umbrella_id and a.id = new.subject_id and a.decision_id = new.previous_id
        and a.status = 'standing') then
    return new;
  end if;
  select * into previous from initiatives.decisions d where d.umbrella_id = new.umbrella_id and d.id = new.previous_id;
  select count(*) into sponsors from initiatives.cosponsors c
    where c.umbrella_id = new.umbrella_id and c.decision_id = new.previous_id and c.used_by is null
      and c.withdrawn_at is null and c.membership_id in (select network.voting_members(network.today()));
  if previous.status <> 'sealed' or sponsors < initiatives.rule(new, 'decisions.cosponsors')
      or previous.text_hash = new.text_hash and now() < previous.sealed_at
        + make_interval(hours => 24 * initiatives.rule(new, 'decisions.identical_text_days')) then
    raise exception 'members are asked again when enough of them want it, and about the same text not too soon'
      using errcode = 'restrict_violation', constraint = 'asked_again_by_rule';
  end if;
  return new;
end $$;
create trigger guard_opening before insert on initiatives.decisions
  for each row execute function initiatives.guard_opening();

-- Counting ----------------------------------------------------------------------------------------------------------------

-- A ballot takes a share of it, whoever closes the decision takes it whole: so a ballot is counted or late, never in between.
-- Not the lock of the row: sharing that one writes to it, and the ballots of a busy hour would queue for the page.
create function initiatives.decision_lock(decision uuid) returns bigint
  language sql immutable parallel safe
  return hashtextextended('initiatives decision ' || decision::text, 0);

-- What the positions add up to. `undoubted` is how many yes remain when no ballot in doubt counts: then the last one of the
-- elector counts that is not.
create function initiatives.count_positions(decision uuid)
  returns table (yes bigint, no bigint, abstain bigint, stand_aside bigint, undoubted bigint)
  language sql stable
  begin atomic
    select count(*) filter (where p.choice = 'yes'), count(*) filter (where p.choice = 'no'),
      count(*) filter (where p.choice = 'abstain'), count(*) filter (where p.choice = 'stand_aside'),
      count(*) filter (where p.choice = 'yes' and not p.challenged) + (
        select count(*) from initiatives.positions doubted
        where doubted.umbrella_id = platform.current_umbrella() and doubted.decision_id = count_positions.decision
          and doubted.challenged and 'yes' = (
            select b.choice from initiatives.ballots b
            where b.umbrella_id = doubted.umbrella_id and b.decision_id = doubted.decision_id
              and b.elector_id = doubted.elector_id and (b.channel = 'self' or b.confirmed_at is not null)
              and not exists (select 1 from initiatives.challenges c
                where c.umbrella_id = b.umbrella_id and c.ballot_id = b.id and c.upheld is not false)
            order by b.ordinal desc limit 1))
    from initiatives.positions p
    where p.umbrella_id = platform.current_umbrella() and p.decision_id = count_positions.decision;
  end;

-- A connection plans these statements once, perhaps while the tables are still empty and reading them whole looks cheap, and
-- keeps the plan while a hundred thousand vote: so they are told to use their indexes.

-- Moves one elector to a ballot (or to none) and the tally with it. Called with the position locked.
create function initiatives.take_position(moved initiatives.positions, ballot uuid, wish text, doubted boolean) returns void
  language plpgsql set search_path = '' set enable_seqscan = off as $$
declare part smallint;
begin
  update initiatives.positions set ballot_id = ballot, choice = wish, challenged = doubted, last_ordinal = moved.last_ordinal
    where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id and elector_id = moved.elector_id;
  if wish is not distinct from moved.choice then return; end if;
  select shard into part from initiatives.electors
    where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id and elector_id = moved.elector_id;
  if wish is not null and moved.choice is not null then
    -- In one order, so that two who swap their choices do not wait for each other.
    perform 1 from initiatives.tallies where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id
      and shard = part and choice in (wish, moved.choice) order by choice for update;
  end if;
  update initiatives.tallies set n = n - 1 where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id
    and shard = part and choice = moved.choice;
  update initiatives.tallies set n = n + 1 where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id
    and shard = part and choice = wish;
end $$;
revoke all on function initiatives.take_position(initiatives.positions, uuid, text, boolean) from public;

-- Takes a share of the decision and says what time it is inside it; refuses when votes are not taken any more.
create function initiatives.share_decision(umbrella uuid, decision uuid) returns timestamptz
  language plpgsql set search_path = '' set enable_seqscan = off as $$
declare
  found_status text;
  found_end timestamptz;
begin
  perform pg_advisory_xact_lock_shared(initiatives.decision_lock(decision));
  -- A statement of its own: it sees what was committed while we waited.
  select d.status, coalesce(d.countdown_until, d.closes_at) into found_status, found_end from initiatives.decisions d
    where d.umbrella_id = umbrella and d.id = decision and not d.secret;
  if found_status in ('open', 'countdown') and clock_timestamp() < found_end then return clock_timestamp(); end if;
  raise exception 'votes are not taken any more' using errcode = 'restrict_violation', constraint = 'ballot_in_time';
end $$;
revoke all on function initiatives.share_decision(uuid, uuid) from public;

-- Under which mandate the asking account speaks for an elector in a decision; null for an individual who speaks for
-- themselves. A person speaks for one member in one decision: its lock makes two requests of one person take turns.
create function initiatives.voice_for(umbrella uuid, decision uuid, elector uuid) returns uuid
  language plpgsql set search_path = '' set enable_seqscan = off as $$
declare
  asking uuid := platform.current_account();
  own boolean;
  mandate uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('initiatives voice ' || decision::text || asking::text, 0));
  select s.person_id is not distinct from asking, m.id into own, mandate
    from network.memberships s
    left join network.mandates m on m.umbrella_id = s.umbrella_id and m.membership_id = s.id and m.person_id = asking
      and m.status = 'confirmed' and m.valid_from <= network.today()
      and (m.valid_until is null or m.valid_until > network.today())
    where s.umbrella_id = umbrella and s.id = elector and s.status = 'active' and asking is not null
    limit 1;
  if own is not true and mandate is null then
    raise exception 'a vote needs a mandate in force today' using errcode = 'insufficient_privilege', constraint = 'mandate_in_force';
  end if;
  -- The ballots of the person first: a plan made while the table was small might read everybody's of this decision.
  if exists (select 1 from (
      select b.decision_id, b.elector_id from initiatives.ballots b where coalesce(b.person_id, b.confirmed_by) = asking offset 0) spoken
      where spoken.decision_id = decision and spoken.elector_id <> elector) then
    raise exception 'one person speaks for one member in a decision' using errcode = 'restrict_violation', constraint = 'one_member_per_person';
  end if;
  if exists (select 1 from initiatives.challenges c where c.umbrella_id = umbrella and c.decision_id = decision
      and c.elector_id = elector and c.mandate_id is not distinct from mandate and c.upheld) then
    raise exception 'this mandate was found not to hold' using errcode = 'insufficient_privilege', constraint = 'mandate_not_refuted';
  end if;
  return mandate;
end $$;
revoke all on function initiatives.voice_for(uuid, uuid, uuid) from public;

-- Ballots -----------------------------------------------------------------------------------------------------------------

-- Who, when, under which mandate and as which of the elector's ballots is the database's to write. Binds the requests, by the
-- role that signed in: inside a function with its owner's rights the current role is the owner's.
create function initiatives.compose_ballot() returns trigger language plpgsql security definer
  set search_path = '' set enable_seqscan = off as $$
declare moment timestamptz;
begin
  if session_user = 'parasol_request' then
    moment := initiatives.share_decision(new.umbrella_id, new.decision_id);
    new.cast_at := moment;
    if new.channel = 'self' then
      new.mandate_id := initiatives.voice_for(new.umbrella_id, new.decision_id, new.elector_id);
      new.person_id := platform.current_account();
    elsif not network.is_coordinator() then
      raise exception 'a vote that came otherwise is entered by a coordinator' using errcode = 'insufficient_privilege';
    else
      new.entered_by := platform.current_account();
    end if;
  end if;
  select p.last_ordinal + 1 into new.ordinal from initiatives.positions p
    where p.umbrella_id = new.umbrella_id and p.decision_id = new.decision_id and p.elector_id = new.elector_id for update;
  if new.ordinal is null then
    raise exception 'only who was a member at the opening votes' using errcode = 'restrict_violation', constraint = 'elector_of_decision';
  end if;
  return new;
end $$;
comment on function initiatives.compose_ballot() is 'reviewed: checks the asking account against the ballot''s own decision, and locks the elector''s position';
revoke all on function initiatives.compose_ballot() from public;
create trigger compose before insert on initiatives.ballots
  for each row when (new.channel <> 'import') execute function initiatives.compose_ballot();

create function initiatives.guard_import() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select 1 from initiatives.decisions d where d.umbrella_id = new.umbrella_id and d.id = new.decision_id
      and d.kind = 'import' and d.status = 'open') then
    raise exception 'imported ballots belong to imported decisions' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard_import before insert on initiatives.ballots
  for each row when (new.channel = 'import') execute function initiatives.guard_import();

create function initiatives.count_ballot() returns trigger language plpgsql security definer
  set search_path = '' set enable_seqscan = off as $$
declare
  moved initiatives.positions;
  doubt initiatives.challenges;
begin
  select * into moved from initiatives.positions p
    where p.umbrella_id = new.umbrella_id and p.decision_id = new.decision_id and p.elector_id = new.elector_id;
  if tg_op = 'INSERT' then moved.last_ordinal := new.ordinal; end if;
  if new.channel <> 'self' and new.confirmed_at is null then
    update initiatives.positions set last_ordinal = moved.last_ordinal
      where umbrella_id = new.umbrella_id and decision_id = new.decision_id and elector_id = new.elector_id;
    return null;
  end if;
  -- What is cast under a mandate in doubt is in doubt too.
  select * into doubt from initiatives.challenges c
    where c.umbrella_id = new.umbrella_id and c.decision_id = new.decision_id and c.elector_id = new.elector_id
      and c.mandate_id is not distinct from new.mandate_id and c.settled_at is null limit 1;
  if doubt.id is not null then
    doubt.id := gen_random_uuid();
    doubt.ballot_id := new.id;
    insert into initiatives.challenges select doubt.*;
  end if;
  perform initiatives.take_position(moved, new.id, new.choice, doubt.id is not null);
  return null;
end $$;
comment on function initiatives.count_ballot() is 'reviewed: moves the elector of the ballot just written, and the tally with it';
revoke all on function initiatives.count_ballot() from public;
create trigger count after insert on initiatives.ballots
  for each row when (new.channel <> 'import') execute function initiatives.count_ballot();
create trigger count_confirmed after update on initiatives.ballots
  for each row when (old.confirmed_at is null and new.confirmed_at is not null) execute function initiatives.count_ballot();

-- A vote that a coordinator entered counts when the member says that it is its own; nothing else of a ballot changes.
create function initiatives.guard_confirmation() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  moment timestamptz;
  counted integer;
begin
  if (to_jsonb(new) - '{confirmed_at,confirmed_by,declined_at,mandate_id}'::text[])
      <> (to_jsonb(old) - '{confirmed_at,confirmed_by,declined_at,mandate_id}'::text[])
    or old.entered_by is null or num_nonnulls(old.confirmed_at, old.declined_at) > 0 then
    raise exception 'a ballot stays as it was cast' using errcode = 'restrict_violation', constraint = 'ballot_answered_once';
  end if;
  if session_user <> 'parasol_request' then return new; end if;
  moment := initiatives.share_decision(new.umbrella_id, new.decision_id);
  if platform.current_account() = old.entered_by then
    raise exception 'who entered a vote does not confirm it' using errcode = 'insufficient_privilege', constraint = 'confirmed_by_another';
  end if;
  new.mandate_id := initiatives.voice_for(new.umbrella_id, new.decision_id, new.elector_id);
  if new.declined_at is not null then
    new.mandate_id := null;
    new.declined_at := moment;
    return new;
  end if;
  new.confirmed_at := moment;
  new.confirmed_by := platform.current_account();
  select b.ordinal into counted from initiatives.positions p
    left join initiatives.ballots b on b.umbrella_id = p.umbrella_id and b.id = p.ballot_id
    where p.umbrella_id = new.umbrella_id and p.decision_id = new.decision_id and p.elector_id = new.elector_id for update of p;
  if counted > new.ordinal then
    raise exception 'the member has voted since' using errcode = 'restrict_violation', constraint = 'ballot_not_overtaken';
  end if;
  return new;
end $$;
comment on function initiatives.guard_confirmation() is 'reviewed: checks the asking account against the ballot''s own member';
revoke all on function initiatives.guard_confirmation() from public;
create trigger guard_confirmation before update on initiatives.ballots
  for each row execute function initiatives.guard_confirmation();

-- Whose word the asking account has just replaced, when it was another person's, so that both are told; nobody else learns who cast a ballot.
create function initiatives.replaced_voice(ballot uuid) returns uuid
  language plpgsql stable security definer set search_path = '' set enable_seqscan = off as $$
declare latest initiatives.ballots;
begin
  select * into latest from initiatives.ballots b where b.umbrella_id = platform.current_umbrella() and b.id = ballot;
  if coalesce(latest.person_id, latest.confirmed_by) is distinct from platform.current_account() then return null; end if;
  return (
    select nullif(coalesce(b.person_id, b.confirmed_by), platform.current_account()) from initiatives.ballots b
    where b.umbrella_id = latest.umbrella_id and b.decision_id = latest.decision_id and b.elector_id = latest.elector_id
      and b.ordinal < latest.ordinal and (b.person_id is not null or b.confirmed_by is not null)
    order by b.ordinal desc limit 1);
end $$;
comment on function initiatives.replaced_voice(uuid) is 'reviewed: tells who cast the ballot before one that the asking account cast for the same member';
revoke all on function initiatives.replaced_voice(uuid) from public;
grant execute on function initiatives.replaced_voice(uuid) to parasol_request;

-- What a person takes along: the ballots that they cast or confirmed, in the current umbrella.
create function initiatives.own_ballots() returns table (decision integer, member uuid, choice text, channel text, cast_at timestamptz)
  language sql stable security definer set search_path = ''
  begin atomic
    select d.number, b.elector_id, b.choice, b.channel, b.cast_at from initiatives.ballots b
    join initiatives.decisions d on d.umbrella_id = b.umbrella_id and d.id = b.decision_id
    where b.umbrella_id = platform.current_umbrella()
      and coalesce(b.person_id, b.confirmed_by) = platform.current_account()
    order by b.cast_at, b.id;
  end;
comment on function initiatives.own_ballots() is 'reviewed: ballots of the asking account alone';
revoke all on function initiatives.own_ballots() from public;
grant execute on function initiatives.own_ballots() to parasol_request;

-- Casts a ballot and says what stood in the way: the name of the rule, as the triggers above name it, or null; and whose word
-- it replaced. One message, because the road to the database takes longer than the counting.
create function initiatives.cast_ballot(decision uuid, elector uuid, ballot uuid, wish text, words jsonb)
  returns table (refused text, replaced uuid)
  language plpgsql set search_path = '' as $$
declare
  hindrance text;
  place integer;
begin
  begin
    insert into initiatives.ballots as b (id, decision_id, elector_id, choice, statement, channel)
      values (ballot, decision, elector, wish, words, 'self') returning b.ordinal into place;
  exception when restrict_violation or insufficient_privilege then
    get stacked diagnostics hindrance = constraint_name;
    if hindrance = '' then raise; end if;
    return query select hindrance, null::uuid;
    return;
  end;
  return query select null::text, case when place > 1 then initiatives.replaced_voice(ballot) end;
end $$;

-- Doubt -------------------------------------------------------------------------------------------------------------------

-- A member doubts the mandate under which another's vote was cast: every ballot under it is in doubt until it is settled.
create function initiatives.challenge(decision uuid, elector uuid, challenger uuid, reasons text, locale text) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  umbrella uuid := platform.current_umbrella();
  held initiatives.positions;
  mandate uuid;
  matter uuid := gen_random_uuid();
begin
  perform initiatives.share_decision(umbrella, decision);
  if network.represents(challenger) is null or not exists (select 1 from network.memberships s
        where s.umbrella_id = umbrella and s.id = challenger and s.status = 'active')
      or not exists (select 1 from initiatives.electors e
        where e.umbrella_id = umbrella and e.decision_id = challenge.decision and e.elector_id = challenger) then
    raise exception 'a mandate is challenged for an elector one acts for' using errcode = 'insufficient_privilege';
  end if;
  select * into held from initiatives.positions p
    where p.umbrella_id = umbrella and p.decision_id = challenge.decision and p.elector_id = challenge.elector for update;
  if held.ballot_id is null then
    raise exception 'there is no vote to challenge' using errcode = 'restrict_violation', constraint = 'vote_to_challenge';
  end if;
  select b.mandate_id into mandate from initiatives.ballots b where b.umbrella_id = umbrella and b.id = held.ballot_id;
  if exists (select 1 from initiatives.challenges c
      where c.umbrella_id = umbrella and c.decision_id = challenge.decision and c.elector_id = challenge.elector
        and c.mandate_id is not distinct from mandate) then
    raise exception 'this mandate was challenged before' using errcode = 'restrict_violation', constraint = 'challenged_once';
  end if;
  insert into initiatives.challenges (umbrella_id, id, decision_id, elector_id, ballot_id, mandate_id, case_id, membership_id,
      person_id, reasons, content_locale, raised_at)
    select umbrella, gen_random_uuid(), b.decision_id, b.elector_id, b.id, b.mandate_id, matter, challenger,
      platform.current_account(), challenge.reasons, challenge.locale, clock_timestamp()
    from initiatives.ballots b
    where b.umbrella_id = umbrella and b.decision_id = challenge.decision and b.elector_id = challenge.elector
      and b.mandate_id is not distinct from mandate and (b.channel = 'self' or b.confirmed_at is not null);
  update initiatives.positions p set challenged = true
    where p.umbrella_id = umbrella and p.decision_id = challenge.decision and p.elector_id = challenge.elector;
  return matter;
end $$;
comment on function initiatives.challenge(uuid, uuid, uuid, text, text) is 'reviewed: marks ballots of one elector as doubted, for an elector that the asking account represents';
revoke all on function initiatives.challenge(uuid, uuid, uuid, text, text) from public;
grant execute on function initiatives.challenge(uuid, uuid, uuid, text, text) to parasol_request;

-- Two coordinators settle a doubt. Upheld, the member's last ballot under another mandate counts again, if there is one.
create function initiatives.settle_challenge(matter uuid, holds boolean, act uuid) returns void
  language plpgsql security definer set search_path = '' as $$
declare
  umbrella uuid := platform.current_umbrella();
  doubt initiatives.challenges;
  moved initiatives.positions;
  standing initiatives.ballots;
begin
  select * into doubt from initiatives.challenges c where c.umbrella_id = umbrella and c.case_id = matter limit 1;
  perform pg_advisory_xact_lock(initiatives.decision_lock(doubt.decision_id));
  if not network.acted(case when holds then 'initiatives.uphold_challenge' else 'initiatives.dismiss_challenge' end, matter) then
    raise exception 'a challenge is settled by two coordinators' using errcode = 'insufficient_privilege';
  end if;
  update initiatives.challenges set settled_at = clock_timestamp(), upheld = holds, act_id = act
    where umbrella_id = umbrella and case_id = matter and settled_at is null;
  if not found then
    raise exception 'this challenge is settled' using errcode = 'restrict_violation', constraint = 'settled_once';
  end if;
  select * into moved from initiatives.positions p
    where p.umbrella_id = umbrella and p.decision_id = doubt.decision_id and p.elector_id = doubt.elector_id for update;
  select * into standing from initiatives.ballots b
    where b.umbrella_id = umbrella and b.decision_id = doubt.decision_id and b.elector_id = doubt.elector_id
      and (b.channel = 'self' or b.confirmed_at is not null)
      and not exists (select 1 from initiatives.challenges c
        where c.umbrella_id = umbrella and c.ballot_id = b.id and c.upheld)
    order by b.ordinal desc limit 1;
  perform initiatives.take_position(moved, standing.id, standing.choice, exists (
    select 1 from initiatives.challenges c
    where c.umbrella_id = umbrella and c.ballot_id = standing.id and c.settled_at is null));
end $$;
comment on function initiatives.settle_challenge(uuid, boolean, uuid) is 'reviewed: acts only on a challenge of the current umbrella, by an act confirmed in this very transaction by the asking account';
revoke all on function initiatives.settle_challenge(uuid, boolean, uuid) from public;
grant execute on function initiatives.settle_challenge(uuid, boolean, uuid) to parasol_request;

-- The course of a decision --------------------------------------------------------------------------------------------------

create function initiatives.guard_decision() returns trigger language plpgsql set search_path = '' as $$
declare
  counted record;
  ends timestamptz := coalesce(old.countdown_until, old.closes_at);
  passes boolean;
begin
  if old.status in ('sealed', 'void', 'cancelled', 'withdrawn') then
    raise exception 'this decision is closed: members are asked again by a new one' using errcode = 'restrict_violation', constraint = 'closed_stays';
  end if;
  if (to_jsonb(new) - '{status,outcome,opened_at,discussion_until,closes_at,extended_at,crossed_at,countdown_until,sealed_at,closed_at,close_reason,tally,log_hash}'::text[])
      <> (to_jsonb(old) - '{status,outcome,opened_at,discussion_until,closes_at,extended_at,crossed_at,countdown_until,sealed_at,closed_at,close_reason,tally,log_hash}'::text[]) then
    raise exception 'what members are asked, and how many they are, stays as it was opened' using errcode = 'restrict_violation', constraint = 'opening_stays';
  end if;
  if current_user <> 'parasol_request' then return new; end if;
  if new.closes_at <> old.closes_at or new.extended_at is distinct from old.extended_at then
    if new.status <> old.status or old.extended_at is not null or new.extended_at is null or new.closes_at <= old.closes_at
        or now() >= ends or not network.acted('initiatives.extend_decision', new.id) then
      raise exception 'the time for voting is extended once, before it is over, by two coordinators'
        using errcode = 'restrict_violation', constraint = 'extended_once';
    end if;
    return new;
  end if;
  if new.status in ('void', 'withdrawn') or new.status = 'cancelled' and network.acted('initiatives.cancel_decision', new.id) then
    return new;
  end if;
  if new.secret then return new; end if;

  select * into counted from initiatives.count_positions(new.id);
  passes := initiatives.is_majority(least(counted.yes, counted.undoubted), new.electorate);
  if old.status = 'open' and new.status = 'countdown' and passes
      and now() >= old.discussion_until and now() < old.closes_at and new.crossed_at = now()
      and new.countdown_until = least(now() + make_interval(hours => initiatives.rule(new, 'decisions.countdown_hours')), old.closes_at)
    or old.status = 'countdown' and new.status = 'open' and not passes then
    return new;
  end if;
  if new.status = 'sealed' and new.method = 'majority' and now() >= ends
      and (ends = old.closes_at or passes)
      and initiatives.is_majority(counted.yes, new.electorate) = initiatives.is_majority(counted.undoubted, new.electorate)
      and new.outcome = (case when passes then 'supported' else 'not_supported' end)
      and new.tally = jsonb_build_object('yes', counted.yes, 'no', counted.no, 'abstain', counted.abstain, 'stand_aside', counted.stand_aside) then
    new.sealed_at := clock_timestamp();
    return new;
  end if;
  if new.status = 'sealed' and new.kind = 'import' and new.method <> 'majority' then return new; end if;
  raise exception 'a decision does not go from % to % now', old.status, new.status using errcode = 'restrict_violation', constraint = 'course_of_decision';
end $$;
create trigger guard before update on initiatives.decisions
  for each row execute function initiatives.guard_decision();
create trigger decisions_stay before delete on initiatives.decisions
  for each row execute function platform.refuse_change();

-- What hangs on a closed decision is as closed as it is, also for the owner of the tables.
create function initiatives.refuse_when_closed() returns trigger language plpgsql
  set search_path = '' set enable_seqscan = off as $$
declare
  hung uuid := case when tg_op = 'DELETE' then old.decision_id else new.decision_id end;
  place uuid := case when tg_op = 'DELETE' then old.umbrella_id else new.umbrella_id end;
begin
  if exists (select 1 from initiatives.decisions d where d.umbrella_id = place and d.id = hung
      and d.status not in ('open', 'countdown')) then
    raise exception '%.% of a closed decision stays as it is', tg_table_schema, tg_table_name
      using errcode = 'restrict_violation', constraint = 'closed_stays';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger stays_when_closed before insert or update or delete on initiatives.ballots
  for each row execute function initiatives.refuse_when_closed();
create trigger stays_when_closed before update or delete on initiatives.positions
  for each row execute function initiatives.refuse_when_closed();
create trigger stays_when_closed before update or delete on initiatives.tallies
  for each row execute function initiatives.refuse_when_closed();
create trigger stays_when_closed before insert or update or delete on initiatives.challenges
  for each row execute function initiatives.refuse_when_closed();
create trigger stays_when_closed before insert or update or delete on initiatives.supports
  for each row execute function initiatives.refuse_when_closed();
create trigger ballots_stay before delete on initiatives.ballots
  for each row execute function platform.refuse_change();
create trigger electors_stay before update or delete on initiatives.electors
  for each row execute function platform.refuse_change();

-- The electorate does not grow: electors are there before their decision is, but for elections that are imported.
create function initiatives.refuse_late_elector() returns trigger language plpgsql set search_path = '' as $$
begin
  if exists (select 1 from initiatives.decisions d where d.umbrella_id = new.umbrella_id and d.id = new.decision_id
      and (d.kind <> 'import' or d.status <> 'open')) then
    raise exception 'the electorate does not change after the opening' using errcode = 'restrict_violation', constraint = 'electorate_stays';
  end if;
  return new;
end $$;
create trigger no_late_elector before insert on initiatives.electors
  for each row execute function initiatives.refuse_late_elector();

-- Support of partners, and members that want to be asked again ------------------------------------------------------------

create function initiatives.compose_support() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user <> 'parasol_request' then return new; end if;
  perform initiatives.share_decision(new.umbrella_id, new.decision_id);
  if network.represents(new.membership_id) is null or not exists (select 1 from network.memberships s
      where s.umbrella_id = new.umbrella_id and s.id = new.membership_id and s.form = 'agreement' and s.status = 'active') then
    raise exception 'support is given for a partner one acts for' using errcode = 'insufficient_privilege';
  end if;
  new.person_id := platform.current_account();
  return new;
end $$;
comment on function initiatives.compose_support() is 'reviewed: checks the asking account against the partner of the row';
revoke all on function initiatives.compose_support() from public;
create trigger compose before insert or update on initiatives.supports
  for each row execute function initiatives.compose_support();

create function initiatives.compose_cosponsor() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if session_user <> 'parasol_request' then return new; end if;
  if tg_op = 'UPDATE' and new.used_by is distinct from old.used_by then
    if old.used_by is null and old.withdrawn_at is null and exists (select 1 from initiatives.decisions d
        where d.umbrella_id = new.umbrella_id and d.id = new.used_by and d.previous_id = new.decision_id) then
      return new;
    end if;
    raise exception 'backing is used up by the new decision' using errcode = 'restrict_violation';
  end if;
  if network.represents(new.membership_id) is null
      or new.membership_id not in (select network.voting_members(network.today()))
      or not exists (select 1 from initiatives.decisions d
        where d.umbrella_id = new.umbrella_id and d.id = new.decision_id and d.status = 'sealed') then
    raise exception 'asking again about what was decided is backed by members with a vote' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'INSERT' then new.person_id := platform.current_account(); end if;
  return new;
end $$;
comment on function initiatives.compose_cosponsor() is 'reviewed: checks the asking account against the member of the row';
revoke all on function initiatives.compose_cosponsor() from public;
create trigger compose before insert or update on initiatives.cosponsors
  for each row execute function initiatives.compose_cosponsor();

create trigger announce after insert or update on initiatives.decisions
  for each row execute function platform.announce_change();

-- Who sees and who writes -----------------------------------------------------------------------------------------------

alter table initiatives.decisions enable row level security;
create policy decisions_of_the_umbrella on initiatives.decisions
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select on initiatives.decisions to parasol_request;
grant insert (id, number, kind, subject_id, title, text, authoritative, text_hash, round, secret, method, previous_id, news,
  discussion_until, closes_at, electorate, rules, electorate_hash, opening, fingerprint, opened_by_membership)
  on initiatives.decisions to parasol_request;
grant update (status, outcome, closes_at, extended_at, crossed_at, countdown_until, sealed_at, closed_at, close_reason, tally,
  log_hash) on initiatives.decisions to parasol_request;

alter table initiatives.electors enable row level security;
create policy electors_of_the_umbrella on initiatives.electors
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select on initiatives.electors to parasol_request;

-- Which person cast a ballot is the member's own affair: no grant shows it.
alter table initiatives.ballots enable row level security;
create policy ballots_of_the_umbrella on initiatives.ballots
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select (umbrella_id, id, decision_id, elector_id, ordinal, choice, marks, statement, channel, evidence_file_id,
  cast_at, confirmed_at, declined_at) on initiatives.ballots to parasol_request;
grant insert (id, decision_id, elector_id, choice, statement, channel, evidence_file_id) on initiatives.ballots
  to parasol_request;
grant update (confirmed_at, declined_at) on initiatives.ballots to parasol_request;

alter table initiatives.positions enable row level security;
create policy positions_of_the_umbrella on initiatives.positions
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select on initiatives.positions to parasol_request;

alter table initiatives.tallies enable row level security;
create policy tallies_of_the_umbrella on initiatives.tallies
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select on initiatives.tallies to parasol_request;

alter table initiatives.supports enable row level security;
create policy supports_of_the_umbrella on initiatives.supports
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select (umbrella_id, decision_id, membership_id, statement, given_at, withdrawn_at),
  insert (decision_id, membership_id, statement), update (statement, given_at, withdrawn_at)
  on initiatives.supports to parasol_request;

alter table initiatives.challenges enable row level security;
create policy challenges_of_the_umbrella on initiatives.challenges
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select (umbrella_id, id, decision_id, elector_id, ballot_id, case_id, membership_id, reasons, content_locale, raised_at,
  settled_at, upheld, act_id) on initiatives.challenges to parasol_request;

alter table initiatives.cosponsors enable row level security;
create policy cosponsors_of_the_umbrella on initiatives.cosponsors
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select (umbrella_id, id, decision_id, membership_id, given_at, withdrawn_at, used_by),
  insert (id, decision_id, membership_id), update (withdrawn_at, used_by) on initiatives.cosponsors to parasol_request;
