-- Asking the members again, and what follows when they set a decision aside. Nothing is ever reopened: a new decision is linked
-- to the earlier one and says what is new.

-- Asking again ---------------------------------------------------------------------------------------------------------------

alter table initiatives.initiatives
  add column previous_id uuid,
  add column news jsonb check (jsonb_typeof(news) = 'object' and news <> '{}' and octet_length(news::text) <= 40000),
  add foreign key (umbrella_id, previous_id) references initiatives.decisions (umbrella_id, id),
  add constraint asked_again_with_news check ((previous_id is null) = (news is null));
comment on column initiatives.initiatives.previous_id is 'the sealed decision about an earlier initiative, about which members are asked again';
comment on column initiatives.initiatives.news is 'what is new since that decision, in languages; fixed when it is published';
create index initiatives_after on initiatives.initiatives (umbrella_id, previous_id) where previous_id is not null;
grant update (news) on initiatives.initiatives to parasol_request;

-- Backs asking again, and no new decision has used that up.
create function initiatives.backs_again(decision uuid, membership uuid) returns boolean
  language sql stable
  return exists (
    select 1 from initiatives.cosponsors c
    where c.umbrella_id = platform.current_umbrella() and c.decision_id = backs_again.decision
      and c.membership_id = backs_again.membership and c.used_by is null and c.withdrawn_at is null);

create function initiatives.guard_asked_again() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'UPDATE' then
    if new.previous_id is distinct from old.previous_id or new.news is distinct from old.news and old.status <> 'draft' then
      raise exception 'what an initiative asks again, and what is new, stays as it was published'
        using errcode = 'restrict_violation', constraint = 'asked_again_stays';
    end if;
  elsif new.previous_id is not null and not exists (
      select 1 from initiatives.decisions d
      join initiatives.initiatives i on i.umbrella_id = d.umbrella_id and i.id = d.subject_id
      where d.umbrella_id = new.umbrella_id and d.id = new.previous_id and d.kind = 'initiative' and d.status = 'sealed'
        and (i.membership_id = new.membership_id or initiatives.backs_again(d.id, new.membership_id))) then
    raise exception 'members are asked again by those who back it, or by who asked before'
      using errcode = 'insufficient_privilege', constraint = 'asked_again_by_backers';
  end if;
  return new;
end $$;
create trigger guard_asked_again before insert or update on initiatives.initiatives
  for each row execute function initiatives.guard_asked_again();

-- What the members set aside -------------------------------------------------------------------------------------------------

-- Number of the decision by which the members set this one aside; null while it holds.
create function initiatives.set_aside_by(decision uuid) returns integer
  language sql stable
  return (
    select min(r.number) from initiatives.appeals a
    join initiatives.decisions r on r.umbrella_id = a.umbrella_id and r.id = a.answer_id
    where a.umbrella_id = platform.current_umbrella() and a.decision_id = set_aside_by.decision and a.status = 'upheld');

-- Replaces that of 0016: a new round keeps the backing that its first one had; the text waits after any decision that had it;
-- an initiative that asks again cannot hide it; and a personal matter that was set aside is asked anew.
create or replace function initiatives.guard_opening() returns trigger language plpgsql set search_path = '' as $$
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
  if new.kind = 'initiative' and exists (select 1 from initiatives.initiatives i
      where i.umbrella_id = new.umbrella_id and i.id = new.subject_id and i.previous_id is not null
        and (i.previous_id, i.news) is distinct from (new.previous_id, new.news)) then
    raise exception 'an initiative that asks again says so' using errcode = 'restrict_violation', constraint = 'asked_again_by_rule';
  end if;
  -- An appeal that enough members signed is answered by a decision of its own.
  if new.previous_id is null or new.kind = 'reversal' and exists (select 1 from initiatives.appeals a
      where a.umbrella_id = new.umbrella_id and a.id = new.subject_id and a.decision_id = new.previous_id
        and a.status = 'standing') then
    return new;
  end if;
  select * into previous from initiatives.decisions d where d.umbrella_id = new.umbrella_id and d.id = new.previous_id;
  if new.kind = 'admission' and previous.kind = 'admission' and previous.subject_id = new.subject_id
      and initiatives.set_aside_by(previous.id) is not null then
    return new;
  end if;
  select count(*) into sponsors from initiatives.cosponsors c
    left join initiatives.decisions u on u.umbrella_id = c.umbrella_id and u.id = c.used_by
    where c.umbrella_id = new.umbrella_id and c.decision_id = new.previous_id and c.withdrawn_at is null
      and (c.used_by is null or u.subject_id = new.subject_id and u.status in ('void', 'cancelled'))
      and c.membership_id in (select network.voting_members(network.today()));
  if previous.status <> 'sealed' or sponsors < initiatives.rule(new, 'decisions.cosponsors')
      or exists (select 1 from initiatives.decisions e
        where e.umbrella_id = new.umbrella_id and e.text_hash = new.text_hash and e.status = 'sealed' and now() < e.sealed_at
          + make_interval(hours => 24 * initiatives.rule(new, 'decisions.identical_text_days'))) then
    raise exception 'members are asked again when enough of them want it, and about the same text not too soon'
      using errcode = 'restrict_violation', constraint = 'asked_again_by_rule';
  end if;
  return new;
end $$;

-- What was promised for a decision that does not hold is owed no longer. By a trigger: the promise is the giver's, and no
-- request may write for it.
create function initiatives.lapse_pledges() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update initiatives.pledges p set status = 'withdrawn', reason = 'decision_set_aside', settled_at = now()
    where p.umbrella_id = new.umbrella_id and p.realisation_id = new.id and p.status = 'pledged';
  return null;
end $$;
comment on function initiatives.lapse_pledges() is 'reviewed: touches only promises to the realisation that was just reversed';
revoke all on function initiatives.lapse_pledges() from public;
create trigger lapse_pledges after update of status on initiatives.realisations
  for each row when (old.status <> 'reversed' and new.status = 'reversed') execute function initiatives.lapse_pledges();

-- Admissions -----------------------------------------------------------------------------------------------------------------

-- What was set aside is no answer.
create or replace function network.admission_outcome(application uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select d.outcome = 'supported' from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.kind = 'admission'
      and d.subject_id = admission_outcome.application and d.status = 'sealed'
      and initiatives.set_aside_by(d.id) is null
    order by d.number desc limit 1;
  end;
comment on function network.admission_outcome(uuid) is 'reviewed: tells yes or no, and only after the end';

-- Number of the decision about an application that the members set aside and have not answered anew; null when there is none.
create function network.admission_set_aside(application uuid) returns integer
  language sql stable security definer set search_path = ''
  begin atomic
    select case when initiatives.set_aside_by(d.id) is not null then d.number end from initiatives.decisions d
    where d.umbrella_id = platform.current_umbrella() and d.kind = 'admission'
      and d.subject_id = admission_set_aside.application and d.status = 'sealed'
    order by d.number desc limit 1;
  end;
comment on function network.admission_set_aside(uuid) is 'reviewed: a number that the public decision on the appeal names as well';
revoke all on function network.admission_set_aside(uuid) from public;
grant execute on function network.admission_set_aside(uuid) to parasol_request;

-- Replaces that of 0011: a refusal that the members set aside is open again, and they are asked anew.
create or replace function network.guard_application() returns trigger language plpgsql set search_path = '' as $$
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
  if old.status = 'refused' and new.status = 'contested' and new.closed_at is null and old.facts <> '{}'
      and network.admission_set_aside(new.id) is not null then
    return new;
  end if;
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

-- It claims its register numbers again; where another one claims them by now, it stays closed.
create function network.claim_identifiers_again() returns trigger language plpgsql set search_path = '' as $$
begin
  update network.application_identifiers set open = true
    where umbrella_id = new.umbrella_id and application_id = new.id and not open;
  return null;
end $$;
create trigger claim_identifiers_again after update of closed_at on network.applications
  for each row when (old.closed_at is not null and new.closed_at is null) execute function network.claim_identifiers_again();
