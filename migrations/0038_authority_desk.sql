-- The authority's side: officers and how they are named, the desk over several umbrellas, what a step must be, and how a
-- person is forgotten while the body stays.

-- Officers --------------------------------------------------------------------------------------------------------------------

-- Who works for a public body belongs to no umbrella: a term of the body says so, not a role of one coalition.
update people.roles set valid_until = now() where role = 'officer' and valid_until is null;
alter table people.roles add constraint officers_have_terms check (role <> 'officer' or valid_until is not null);

alter table people.invitations drop constraint invitations_purpose_check;
alter table people.invitations add constraint invitations_purpose_check
  check (purpose in ('mandate', 'member', 'coordinator', 'officer'));

-- Begins the term to which an invitation leads, once it was accepted: of the first officer of a body when two coordinators of
-- the umbrella that keeps the body have agreed; of every other when an officer in office has invited. False: something is
-- still missing. Whoever comes last, the invited person or the second coordinator, calls it.
create function authorities.begin_term(invitation uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  asked people.invitations;
  body uuid;
  settled people.acts;
begin
  select * into asked from people.invitations i
    where i.umbrella_id = platform.current_umbrella() and i.id = invitation and i.purpose = 'officer' for update;
  if asked.accepted_by is null or asked.withdrawn_at is not null then return false; end if;
  body := (asked.payload ->> 'body')::uuid;
  perform pg_advisory_xact_lock(hashtextextended('authorities officers ' || body, 0));
  if authorities.has_officers(body) then
    if not exists (select 1 from authorities.officers o where o.body_id = body and o.person_id = asked.invited_by
        and o.since <= current_date and (o.until is null or o.until > current_date)) then
      raise exception 'who answers for a body names the others' using errcode = 'restrict_violation', constraint = 'named_by_officers';
    end if;
  else
    select * into settled from people.acts a where a.umbrella_id = asked.umbrella_id and a.kind = 'authorities.name_officer'
      and a.subject_id = body and a.payload ->> 'invitation' = asked.id::text and a.status = 'confirmed';
    if settled.id is null then return false; end if;
    if not exists (select 1 from authorities.bodies b where b.id = body and b.kept_by = asked.umbrella_id) then
      raise exception 'the umbrella that keeps a body names its first officer'
        using errcode = 'restrict_violation', constraint = 'named_by_keeper';
    end if;
    if asked.accepted_by in (settled.proposed_by, settled.decided_by) then
      raise exception 'nobody names oneself' using errcode = 'restrict_violation', constraint = 'not_oneself';
    end if;
  end if;
  insert into authorities.officers (body_id, person_id, since, named_by)
    values (body, asked.accepted_by, current_date, asked.invited_by);
  return true;
end $$;
comment on function authorities.begin_term(uuid) is 'reviewed: begins a term only for who accepted an invitation of the current umbrella, agreed by two coordinators of the keeper or sent by an officer in office';
revoke all on function authorities.begin_term(uuid) from public;
grant execute on function authorities.begin_term(uuid) to parasol_request;

create function authorities.end_term(body uuid, person uuid) returns boolean
  language plpgsql security definer set search_path = '' as $$
begin
  if body not in (select authorities.own_bodies()) then
    raise exception 'who answers for a body ends a term' using errcode = 'insufficient_privilege';
  end if;
  update authorities.officers o set until = current_date
    where o.body_id = body and o.person_id = person and o.since <= current_date and (o.until is null or o.until > current_date);
  return found;
end $$;
comment on function authorities.end_term(uuid, uuid) is 'reviewed: ends a term of a body for which the asking account answers, its own included';
revoke all on function authorities.end_term(uuid, uuid) from public;
grant execute on function authorities.end_term(uuid, uuid) to parasol_request;

-- Colleagues share no umbrella and yet have to know each other.
create function authorities.colleagues(bodies uuid[])
  returns table (body_id uuid, person_id uuid, name text, since date, until date)
  language sql stable security definer set search_path = '' as $$
  select o.body_id, o.person_id, p.name, o.since, o.until
  from authorities.officers o join people.people p on p.id = o.person_id
  where o.body_id = any (bodies) and o.body_id in (select authorities.own_bodies())
  order by o.body_id, (o.until is null or o.until > current_date) desc, o.since desc, o.person_id
$$;
comment on function authorities.colleagues(uuid[]) is 'reviewed: names of people who answer for a body, told only to who answers for it today';
revoke all on function authorities.colleagues(uuid[]) from public;
grant execute on function authorities.colleagues(uuid[]) to parasol_request;

-- Whom mail tells of a communication: ids only, and only of bodies that may read it.
create function authorities.people_answering(communication uuid) returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select distinct o.person_id from authorities.access a join authorities.officers o on o.body_id = a.body_id
  where a.umbrella_id = platform.current_umbrella() and a.communication_id = communication
    and o.since <= current_date and (o.until is null or o.until > current_date)
$$;
comment on function authorities.people_answering(uuid) is 'reviewed: ids of persons, within the current umbrella, for mail';
revoke all on function authorities.people_answering(uuid) from public;
grant execute on function authorities.people_answering(uuid) to parasol_request;

-- Steps -----------------------------------------------------------------------------------------------------------------------

alter table authorities.steps add column from_letter boolean not null default false;
comment on column authorities.steps.from_letter is 'recorded out of the body''s letter by the sender''s side, because the body is not on the platform';
create index steps_by_person on authorities.steps (by_person) where by_person is not null;

-- Which body a communication is with: the addressee, or to whom it was forwarded last.
create function authorities.holder_of(umbrella uuid, communication uuid) returns uuid
  language sql stable
  return coalesce(
    (select s.to_body_id from authorities.steps s where s.umbrella_id = umbrella and s.communication_id = communication
      and s.kind = 'forwarded' order by s.position desc limit 1),
    (select c.body_id from authorities.communications c where c.umbrella_id = umbrella and c.id = communication));

-- After steps_guarded, which holds the lock: triggers run in the order of their names.
create function authorities.check_step() returns trigger language plpgsql security definer set search_path = '' as $$
declare sent date;
begin
  select c.sent_on into sent from authorities.communications c
    where c.umbrella_id = new.umbrella_id and c.id = new.communication_id;
  if new.on_day > network.today(new.umbrella_id) or new.on_day < sent then
    raise exception 'not before the letter was sent, and not in the future'
      using errcode = 'restrict_violation', constraint = 'day_of_step';
  end if;
  if new.side = 'authority' then
    -- Who passed it on has nothing more to decide; what they recorded wrongly they still correct.
    if new.kind <> 'corrected' and new.body_id <> authorities.holder_of(new.umbrella_id, new.communication_id) then
      raise exception 'another body has it now' using errcode = 'restrict_violation', constraint = 'step_of_holder';
    end if;
    if new.to_body_id = new.body_id then
      raise exception 'one forwards to another' using errcode = 'restrict_violation', constraint = 'forwarded_to_another';
    end if;
    new.from_letter := new.by_person is not null and new.body_id not in (select authorities.own_bodies());
  end if;
  if new.kind in ('clarification_asked', 'clarified', 'returned', 'forwarded', 'extended', 'measure', 'result', 'corrected')
      and new.by_person is not null and new.text = '' then
    raise exception 'said without words' using errcode = 'restrict_violation', constraint = 'step_in_words';
  end if;
  return new;
end $$;
comment on function authorities.check_step() is 'reviewed: looks only at the day, the holder and the officers of the step''s own communication';
revoke all on function authorities.check_step() from public;
create trigger steps_plausible before insert on authorities.steps for each row execute function authorities.check_step();

-- Steps stay; only the person who took one can be forgotten. The body or the member stays.
drop trigger steps_stay on authorities.steps;
create function authorities.keep_step() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.by_person is not null and new.by_person is null
      and to_jsonb(new) - 'by_person' = to_jsonb(old) - 'by_person' then
    return new;
  end if;
  raise exception 'authorities.steps is append-only' using errcode = 'restrict_violation';
end $$;
create trigger steps_stay before update or delete on authorities.steps for each row execute function authorities.keep_step();

-- What came with a step lies in no envelope: it is shown with the step, and made public like any other document.
alter table authorities.attachments add column of_step boolean not null default false check (not of_step or message_id is null);
comment on column authorities.attachments.of_step is 'came with a step after the letter was sent; not an enclosure of the letter';
grant insert (of_step) on authorities.attachments to parasol_request;
create or replace function authorities.guard_enclosure() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  state text;
begin
  select c.status into state from authorities.communications c
    where c.umbrella_id = platform.current_umbrella() and c.id = coalesce(new.communication_id, old.communication_id) for share;
  if coalesce(new.message_id, old.message_id) is null and not coalesce(new.of_step, old.of_step) and state is distinct from 'draft' then
    raise exception 'only a draft takes enclosures' using errcode = 'restrict_violation', constraint = 'sent_stays';
  end if;
  return coalesce(new, old);
end $$;

-- Correspondence --------------------------------------------------------------------------------------------------------------

create function authorities.guard_message() returns trigger language plpgsql set search_path = '' as $$
declare about authorities.communications;
begin
  if tg_op = 'UPDATE' then
    -- What was written stays as it was written: how far it is shown can change, and who wrote it can be forgotten.
    if to_jsonb(new) - '{prominence,prominence_reason,public_text,written_by}'::text[]
        <> to_jsonb(old) - '{prominence,prominence_reason,public_text,written_by}'::text[]
        or new.written_by is not null and new.written_by is distinct from old.written_by then
      raise exception 'a message stays as it was written' using errcode = 'restrict_violation', constraint = 'message_stays';
    end if;
    return new;
  end if;
  if current_user <> 'parasol_request' or new.channel <> 'platform' then return new; end if;
  select * into about from authorities.communications c
    where c.umbrella_id = platform.current_umbrella() and c.id = new.communication_id;
  if new.written_by is distinct from platform.current_account() then
    raise exception 'one writes in one''s own name' using errcode = 'restrict_violation', constraint = 'own_name';
  end if;
  if about.sent_at is null or not (case new.direction
      when 'in' then authorities.is_officer_of(about.id)
      else authorities.writes_for(about.membership_id) or authorities.is_coordinator() and about.through = 'coalition' end) then
    raise exception 'not a side of this correspondence' using errcode = 'restrict_violation', constraint = 'side_of_message';
  end if;
  return new;
end $$;
create trigger messages_guarded before insert or update on authorities.messages
  for each row execute function authorities.guard_message();
create trigger messages_stay before delete on authorities.messages for each row execute function platform.refuse_change();

-- The desk --------------------------------------------------------------------------------------------------------------------

-- Does it wait for the body that has it?
create function authorities.waits(status text) returns boolean
  language sql immutable
  return status in ('sent', 'registered', 'considering', 'forwarded');

create function authorities.desk(bodies uuid[], statuses text[], waiting boolean, before_at timestamptz, before_id uuid, most integer)
  returns table (umbrella_id uuid, slug text, umbrella jsonb, id uuid, number integer, kind text, title text, lang text,
    sender jsonb, body_id uuid, here boolean, status text, resolution text, sent_on date, registered_number text, arrived timestamptz)
  language sql stable security definer set search_path = '' as $$
  select u.id, u.slug, u.name, c.id, c.number, c.kind, c.title, c.lang,
    case when c.membership_id is null then u.name else coalesce(
      (select o.name from network.memberships m join network.organisations o on o.id = m.organisation_id
        where m.umbrella_id = c.umbrella_id and m.id = c.membership_id),
      (select i.name from network.individuals i where i.umbrella_id = c.umbrella_id and i.membership_id = c.membership_id)) end,
    a.body_id, h.holder = a.body_id, c.status, c.resolution, c.sent_on, c.registered_number, a.since
  from authorities.access a
  join authorities.communications c on c.umbrella_id = a.umbrella_id and c.id = a.communication_id
  join platform.umbrellas u on u.id = a.umbrella_id
  cross join lateral (select authorities.holder_of(a.umbrella_id, a.communication_id) as holder) h
  where a.body_id = any (bodies) and a.body_id in (select authorities.own_bodies())
    and c.prominence <> 'hidden'
    and (cardinality(statuses) = 0 or c.status = any (statuses))
    and (not waiting or authorities.waits(c.status) and h.holder = a.body_id)
    and (before_at is null or (a.since, a.communication_id) < (before_at, before_id))
  order by a.since desc, a.communication_id desc
  limit least(most, 101)
$$;
comment on function authorities.desk(uuid[], text[], boolean, timestamptz, uuid, integer) is 'reviewed: communications of any umbrella that have a row of access for a body for which the asking account answers today, hidden ones left out; what it shows of them the officer may read in the umbrella itself';
revoke all on function authorities.desk(uuid[], text[], boolean, timestamptz, uuid, integer) from public;
grant execute on function authorities.desk(uuid[], text[], boolean, timestamptz, uuid, integer) to parasol_request;

create function authorities.desk_counts(bodies uuid[]) returns table (status text, here boolean, count bigint)
  language sql stable security definer set search_path = '' as $$
  select c.status, h.holder = a.body_id, count(*)
  from authorities.access a
  join authorities.communications c on c.umbrella_id = a.umbrella_id and c.id = a.communication_id
  cross join lateral (select authorities.holder_of(a.umbrella_id, a.communication_id) as holder) h
  where a.body_id = any (bodies) and a.body_id in (select authorities.own_bodies()) and c.prominence <> 'hidden'
  group by 1, 2
$$;
comment on function authorities.desk_counts(uuid[]) is 'reviewed: how many communications wait for the bodies for which the asking account answers today';
revoke all on function authorities.desk_counts(uuid[]) from public;
grant execute on function authorities.desk_counts(uuid[]) to parasol_request;

-- Forgetting ------------------------------------------------------------------------------------------------------------------

-- An officer belongs to no umbrella: where they left traces, so that their own data can be handed over and forgotten.
create function authorities.umbrellas_answered() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select s.umbrella_id from authorities.steps s where s.by_person = platform.current_account()
  union select m.umbrella_id from authorities.messages m where m.written_by = platform.current_account()
  union select i.umbrella_id from people.invitations i where i.accepted_by = platform.current_account() and i.purpose = 'officer'
$$;
comment on function authorities.umbrellas_answered() is 'reviewed: ids of umbrellas in which the asking account itself acted';
revoke all on function authorities.umbrellas_answered() from public;
grant execute on function authorities.umbrellas_answered() to parasol_request;
create index messages_by_writer on authorities.messages (written_by) where written_by is not null;

create function authorities.forget_person() returns void
  language plpgsql security definer set search_path = '' as $$
declare
  asking uuid := platform.current_account();
  here uuid := platform.current_umbrella();
begin
  update authorities.steps s set by_person = null where s.umbrella_id = here and s.by_person = asking;
  update authorities.messages m set written_by = null where m.umbrella_id = here and m.written_by = asking;
  update authorities.cosigners k set signed_by = null where k.umbrella_id = here and k.signed_by = asking;
  update authorities.communications c set sent_by = null where c.umbrella_id = here and c.sent_by = asking;
  update authorities.communications c set created_by = null where c.umbrella_id = here and c.created_by = asking and c.status <> 'draft';
  update authorities.officers o set until = current_date
    where o.person_id = asking and o.since <= current_date and (o.until is null or o.until > current_date);
  update authorities.officers o set named_by = null where o.named_by = asking;
end $$;
comment on function authorities.forget_person() is 'reviewed: forgets the asking account in the current umbrella, and ends its own terms; what bodies and members did stays';
revoke all on function authorities.forget_person() from public;
grant execute on function authorities.forget_person() to parasol_request;
