-- The way of a ballot -----------------------------------------------------------------------------------------------------

-- Replaces that of 0003. Such an expression in SQL is set up anew with each call, and every ballot asks for the day.
create or replace function network.today(umbrella uuid default platform.current_umbrella()) returns date
  language plpgsql stable parallel safe as $$
begin
  return (now() at time zone coalesce((select u.zone from platform.umbrellas u where u.id = umbrella), 'UTC'))::date;
end $$;

-- Replace those of 0004. A function that promises more than the functions it calls is not inlined but called, sixteen times
-- for each entry: number and text are joined by an operator that is stable only, and so are the encoding and the epoch.
create or replace function platform.journal_field(value text) returns text
  language sql immutable parallel safe
  return case when value is null then '-,' else octet_length(value)::text || ':' || value || ',' end;

alter function platform.journal_microseconds(timestamptz) stable;
alter function platform.journal_record_hash(platform.journal_entries) stable;
alter function platform.journal_part_hash(text, bytea, text) stable;
-- Otherwise the planner takes each entry's own fields for constants and plans its hashes anew every time.
alter function platform.compose_journal_entry() set plan_cache_mode = force_generic_plan;

-- Replaces that of 0005: entries come one by one, and a set of them costs more to gather than to look at.
create or replace function platform.ask_for_sealing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select 1 from platform.outbox waiting
      where waiting.queue = 'journal.seal' and waiting.umbrella_id = new.umbrella_id) then
    insert into platform.outbox (id, umbrella_id, queue, subject_id, singleton_key)
      values (gen_random_uuid(), new.umbrella_id, 'journal.seal', new.umbrella_id, new.umbrella_id::text);
  end if;
  return null;
end $$;
drop trigger seal_soon on platform.journal_entries;
create trigger seal_soon after insert on platform.journal_entries
  for each row execute function platform.ask_for_sealing();

-- Settings of a function are set and taken back with each call: on the way of a ballot only the triggers have them, and what
-- they call inherits them. So does whoever else calls it.
alter function initiatives.guard_confirmation() set enable_seqscan = off;
alter function initiatives.compose_support() set enable_seqscan = off;
alter function initiatives.challenge(uuid, uuid, uuid, text, text) set enable_seqscan = off;
alter function initiatives.settle_challenge(uuid, boolean, uuid) set enable_seqscan = off;
alter function initiatives.cast_secret(uuid, uuid, text) set enable_seqscan = off;

-- Replaces that of 0016. Hardly ever does somebody close the decision at this moment: trying for the lock costs no statement.
create or replace function initiatives.share_decision(umbrella uuid, decision uuid) returns timestamptz
  language plpgsql as $$
declare
  shared bigint := initiatives.decision_lock(decision);
  found_status text;
  found_end timestamptz;
begin
  if not pg_try_advisory_xact_lock_shared(shared) then perform pg_advisory_xact_lock_shared(shared); end if;
  -- A statement of its own: it sees what was committed while we waited.
  select d.status, coalesce(d.countdown_until, d.closes_at) into found_status, found_end from initiatives.decisions d
    where d.umbrella_id = umbrella and d.id = decision and not d.secret;
  if found_status in ('open', 'countdown') and clock_timestamp() < found_end then return clock_timestamp(); end if;
  raise exception 'votes are not taken any more' using errcode = 'restrict_violation', constraint = 'ballot_in_time';
end $$;

-- Replaces that of 0016: one statement where there were three.
create or replace function initiatives.voice_for(umbrella uuid, decision uuid, elector uuid) returns uuid
  language plpgsql as $$
declare
  asking uuid := platform.current_account();
  turn bigint := hashtextextended('initiatives voice ' || decision::text || asking::text, 0);
  today date := network.today();
  own boolean;
  mandate uuid;
  elsewhere boolean;
  refuted boolean;
begin
  if not pg_try_advisory_xact_lock(turn) then perform pg_advisory_xact_lock(turn); end if;
  -- The ballots of the person first: a plan made while the table was small might read everybody's of this decision.
  select s.person_id is not distinct from asking, m.id,
      exists (select 1 from (
        select b.decision_id, b.elector_id from initiatives.ballots b where coalesce(b.person_id, b.confirmed_by) = asking offset 0) spoken
        where spoken.decision_id = decision and spoken.elector_id <> elector),
      exists (select 1 from initiatives.challenges c where c.umbrella_id = umbrella and c.decision_id = decision
        and c.elector_id = elector and c.mandate_id is not distinct from m.id and c.upheld)
    into own, mandate, elsewhere, refuted
    from network.memberships s
    left join network.mandates m on m.umbrella_id = s.umbrella_id and m.membership_id = s.id and m.person_id = asking
      and m.status = 'confirmed' and m.valid_from <= today and (m.valid_until is null or m.valid_until > today)
    where s.umbrella_id = umbrella and s.id = elector and s.status = 'active' and asking is not null
    limit 1;
  if own is not true and mandate is null then
    raise exception 'a vote needs a mandate in force today' using errcode = 'insufficient_privilege', constraint = 'mandate_in_force';
  end if;
  if elsewhere then
    raise exception 'one person speaks for one member in a decision' using errcode = 'restrict_violation', constraint = 'one_member_per_person';
  end if;
  if refuted then
    raise exception 'this mandate was found not to hold' using errcode = 'insufficient_privilege', constraint = 'mandate_not_refuted';
  end if;
  return mandate;
end $$;

-- Replaces that of 0016. A connection plans a statement anew for its first five ballots, and each ballot passes twenty.
create or replace function initiatives.cast_ballot(decision uuid, elector uuid, ballot uuid, wish text, words jsonb)
  returns table (refused text, replaced uuid)
  language plpgsql set plan_cache_mode = force_generic_plan as $$
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
    refused := hindrance;
    return next;
    return;
  end;
  if place > 1 then replaced := initiatives.replaced_voice(ballot); end if;
  return next;
end $$;

-- Replaces that of 0016: a first vote moves one count, and a member that swaps its choice two.
create or replace function initiatives.take_position(moved initiatives.positions, ballot uuid, wish text, doubted boolean) returns void
  language plpgsql as $$
declare part smallint;
begin
  update initiatives.positions set ballot_id = ballot, choice = wish, challenged = doubted, last_ordinal = moved.last_ordinal
    where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id and elector_id = moved.elector_id;
  if wish is not distinct from moved.choice then return; end if;
  if moved.choice is null then
    update initiatives.tallies set n = n + 1
      where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id and choice = wish and shard = (
        select e.shard from initiatives.electors e where e.umbrella_id = moved.umbrella_id
          and e.decision_id = moved.decision_id and e.elector_id = moved.elector_id);
    return;
  end if;
  select shard into part from initiatives.electors
    where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id and elector_id = moved.elector_id;
  if wish is not null then
    -- In one order, so that two who swap their choices do not wait for each other.
    perform 1 from initiatives.tallies where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id
      and shard = part and choice in (wish, moved.choice) order by choice for update;
  end if;
  update initiatives.tallies set n = n - 1 where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id
    and shard = part and choice = moved.choice;
  update initiatives.tallies set n = n + 1 where umbrella_id = moved.umbrella_id and decision_id = moved.decision_id
    and shard = part and choice = wish;
end $$;

-- Replaces that of 0016.
create or replace function initiatives.count_ballot() returns trigger language plpgsql security definer
  set search_path = '' set enable_seqscan = off as $$
declare
  place record;
  moved initiatives.positions;
  doubt initiatives.challenges;
begin
  -- What is cast under a mandate in doubt is in doubt too.
  select p as position, exists (
      select 1 from initiatives.challenges c
      where c.umbrella_id = new.umbrella_id and c.decision_id = new.decision_id and c.elector_id = new.elector_id
        and c.mandate_id is not distinct from new.mandate_id and c.settled_at is null) as doubted
    into place from initiatives.positions p
    where p.umbrella_id = new.umbrella_id and p.decision_id = new.decision_id and p.elector_id = new.elector_id;
  moved := place.position;
  if tg_op = 'INSERT' then moved.last_ordinal := new.ordinal; end if;
  if new.channel <> 'self' and new.confirmed_at is null then
    update initiatives.positions set last_ordinal = moved.last_ordinal
      where umbrella_id = new.umbrella_id and decision_id = new.decision_id and elector_id = new.elector_id;
    return null;
  end if;
  if place.doubted then
    select * into doubt from initiatives.challenges c
      where c.umbrella_id = new.umbrella_id and c.decision_id = new.decision_id and c.elector_id = new.elector_id
        and c.mandate_id is not distinct from new.mandate_id and c.settled_at is null limit 1;
    doubt.id := gen_random_uuid();
    doubt.ballot_id := new.id;
    insert into initiatives.challenges select doubt.*;
  end if;
  perform initiatives.take_position(moved, new.id, new.choice, place.doubted);
  return null;
end $$;

-- What a ballot moves was looked at with the ballot: its own trigger asks whether the decision is closed. Whoever moves a
-- position or a count in another way is asked here, as before.
drop trigger stays_when_closed on initiatives.positions;
create trigger stays_when_closed before update or delete on initiatives.positions
  for each row when (pg_trigger_depth() = 0) execute function initiatives.refuse_when_closed();
drop trigger stays_when_closed on initiatives.tallies;
create trigger stays_when_closed before update or delete on initiatives.tallies
  for each row when (pg_trigger_depth() = 0) execute function initiatives.refuse_when_closed();

-- Asking again ------------------------------------------------------------------------------------------------------------

-- What would come about: of a change without its reasons, and without the key of a text that is not there yet. The same matter
-- in other reasons is the same question.
create function initiatives.matter(kind text, asked jsonb) returns jsonb
  language sql immutable parallel safe
  return case
    when kind not in ('rule', 'goal') then asked
    when (asked #>> '{agreed,ends}')::boolean then asked - 'reasons'
    else (asked - 'reasons') #- '{agreed,text}' end;

-- The latest decision about the same matter, linked or not.
create function initiatives.decided_before(kind text, asked jsonb) returns uuid
  language sql stable
  return (
    select d.id from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.kind = decided_before.kind and d.status = 'sealed'
      and d.method = 'majority' and initiatives.matter(d.kind, d.text) = initiatives.matter(decided_before.kind, asked)
    order by d.sealed_at desc limit 1);

-- Replaces that of 0021: the same matter is asked about again in one way only, wherever its text was taken from.
create or replace function initiatives.guard_opening() returns trigger language plpgsql set search_path = '' as $$
declare
  previous initiatives.decisions;
  same initiatives.decisions;
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
  if new.kind = 'initiative' and exists (select 1 from initiatives.initiatives i
      where i.umbrella_id = new.umbrella_id and i.id = new.subject_id and i.previous_id is not null
        and (i.previous_id, i.news) is distinct from (new.previous_id, new.news))
    or new.kind in ('rule', 'goal') and exists (select 1 from initiatives.proposals p
      where p.umbrella_id = new.umbrella_id and p.id = new.subject_id and p.previous_id is not null
        and (p.previous_id, p.news) is distinct from (new.previous_id, new.news)) then
    raise exception 'what asks again says so' using errcode = 'restrict_violation', constraint = 'asked_again_by_rule';
  end if;
  -- An appeal that enough members signed is answered by a decision of its own.
  if new.kind = 'reversal' and exists (select 1 from initiatives.appeals a
      where a.umbrella_id = new.umbrella_id and a.id = new.subject_id and a.decision_id = new.previous_id
        and a.status = 'standing') then
    return new;
  end if;
  if new.kind in ('initiative', 'rule', 'goal') then
    select * into same from initiatives.decisions d
      where d.umbrella_id = new.umbrella_id and d.id = initiatives.decided_before(new.kind, new.text);
  end if;
  if new.previous_id is null then
    if same.id is null then return new; end if;
    raise exception 'the same was decided before: members are asked again by a decision that says so'
      using errcode = 'restrict_violation', constraint = 'asked_again_by_rule';
  end if;
  select * into previous from initiatives.decisions d where d.umbrella_id = new.umbrella_id and d.id = new.previous_id;
  -- What the members set aside themselves is asked again without anybody's backing.
  if initiatives.set_aside_by(previous.id) is not null and new.kind = previous.kind and (
      new.kind = 'admission' and previous.subject_id = new.subject_id
      or new.kind = 'appointment' and exists (
        select 1 from network.appointments was
        join network.appointments again on again.umbrella_id = was.umbrella_id and again.post_id = was.post_id
          and again.person_id = was.person_id
        where was.umbrella_id = new.umbrella_id and was.id = previous.subject_id and again.id = new.subject_id)) then
    return new;
  end if;
  select count(*) into sponsors from initiatives.cosponsors c
    left join initiatives.decisions u on u.umbrella_id = c.umbrella_id and u.id = c.used_by
    where c.umbrella_id = new.umbrella_id and c.decision_id = new.previous_id and c.withdrawn_at is null
      and (c.used_by is null or u.subject_id = new.subject_id and u.status in ('void', 'cancelled'))
      and c.membership_id in (select network.voting_members(network.today()));
  if previous.status <> 'sealed' or sponsors < initiatives.rule(new, 'decisions.cosponsors')
      or now() < same.sealed_at + make_interval(hours => 24 * initiatives.rule(new, 'decisions.identical_text_days')) then
    raise exception 'members are asked again when enough of them want it, and about the same text not too soon'
      using errcode = 'restrict_violation', constraint = 'asked_again_by_rule';
  end if;
  return new;
end $$;

alter table initiatives.proposals
  add column previous_id uuid,
  add column news jsonb check (jsonb_typeof(news) = 'object' and news <> '{}'),
  add foreign key (umbrella_id, previous_id) references initiatives.decisions (umbrella_id, id),
  add constraint asked_again_with_news check ((previous_id is null) = (news is null));
comment on column initiatives.proposals.previous_id is 'the decision about which it asks again';
comment on column initiatives.proposals.news is 'what is new since that decision, in languages';
create index proposals_after on initiatives.proposals (umbrella_id, previous_id) where previous_id is not null;
grant insert (previous_id, news) on initiatives.proposals to parasol_request;

-- Neither changes afterwards: guard_proposal() names what does.
create function initiatives.guard_proposed_again() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' or exists (
      select 1 from initiatives.decisions d
      join initiatives.proposals p on p.umbrella_id = d.umbrella_id and p.id = d.subject_id
      where d.umbrella_id = new.umbrella_id and d.id = new.previous_id and d.kind in ('rule', 'goal')
        and d.status = 'sealed' and p.kind = new.kind
        and (p.membership_id = new.membership_id or initiatives.backs_again(d.id, new.membership_id))) then
    return new;
  end if;
  raise exception 'members are asked again by those who back it, or by who asked before'
    using errcode = 'insufficient_privilege', constraint = 'asked_again_by_backers';
end $$;
create trigger guard_asked_again before insert on initiatives.proposals
  for each row when (new.previous_id is not null) execute function initiatives.guard_proposed_again();

-- Decided about a person for a post, set aside by the members, and neither asked again nor settled by two coordinators since.
create function network.to_be_asked_again(asked network.appointments) returns boolean
  language sql stable
  return asked.status in ('appointed', 'not_supported', 'lapsed') and asked.reason is not null
    and network.appointment_outcome(asked.id) is null
    and (asked.valid_until is null or asked.valid_until > network.today())
    and (asked.membership_id is null or not network.has_ended(asked.membership_id))
    and exists (select 1 from network.posts p
      where p.umbrella_id = asked.umbrella_id and p.id = asked.post_id and p.closed_on is null)
    and not exists (select 1 from network.appointments later
      where later.umbrella_id = asked.umbrella_id and later.post_id = asked.post_id and later.proposed_at > asked.proposed_at)
    and not exists (select 1 from network.post_terms t
      where t.umbrella_id = asked.umbrella_id and t.post_id = asked.post_id and t.appointed_under is not null
        and t.valid_from >= asked.closed_at::date);

-- The last decision about the person and the post of a question, where the members set it aside, and by which appeal.
create function initiatives.appointment_set_aside(appointment uuid) returns table (decision uuid, appeal integer)
  language sql stable
  begin atomic
    select d.id, a.number from network.appointments again
    join network.appointments was on was.umbrella_id = again.umbrella_id and was.post_id = again.post_id
      and was.person_id = again.person_id
    join initiatives.decisions d on d.umbrella_id = was.umbrella_id and d.kind = 'appointment' and d.subject_id = was.id
      and d.status = 'sealed'
    join initiatives.appeals a on a.umbrella_id = d.umbrella_id and a.decision_id = d.id and a.status = 'upheld'
    where again.umbrella_id = platform.current_umbrella() and again.id = appointment_set_aside.appointment
      and not exists (select 1 from initiatives.decisions later
        where later.umbrella_id = d.umbrella_id and later.previous_id = d.id and later.kind = 'appointment'
          and later.status not in ('cancelled', 'void'))
    order by d.number desc, a.number limit 1;
  end;
