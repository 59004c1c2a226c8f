-- Letters to public bodies before they leave: enclosures and signatures can be taken back, the coalition's own name is given
-- by the secretariat alone, and the way on which each letter left is kept.

alter table authorities.communications add column asked_at timestamptz;
comment on column authorities.communications.asked_at is 'its member asked the secretariat to send it in the coalition''s name';
grant update (asked_at) on authorities.communications to parasol_request;

create policy dropped_from_drafts on authorities.attachments for delete
  using (umbrella_id = (select platform.current_umbrella()) and message_id is null and exists (
    select 1 from authorities.communications c where c.umbrella_id = attachments.umbrella_id and c.id = communication_id
      and c.status = 'draft' and authorities.writes_for(c.membership_id)));
grant delete on authorities.attachments to parasol_request;

-- Nothing is laid into an envelope that others signed or that left.
create function authorities.guard_enclosure() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  state text;
begin
  select c.status into state from authorities.communications c
    where c.umbrella_id = platform.current_umbrella() and c.id = coalesce(new.communication_id, old.communication_id) for share;
  if coalesce(new.message_id, old.message_id) is null and state is distinct from 'draft' then
    raise exception 'only a draft takes enclosures' using errcode = 'restrict_violation', constraint = 'sent_stays';
  end if;
  return coalesce(new, old);
end $$;
comment on function authorities.guard_enclosure() is 'reviewed: reads the state of the communication that the row names, and waits for whoever is sending it';
revoke all on function authorities.guard_enclosure() from public;
create trigger enclosures_guarded before insert or delete on authorities.attachments
  for each row execute function authorities.guard_enclosure();

-- A signature that arrives while the letter is being sent would stand below a letter that does not show it.
create function authorities.guard_cosigner() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  letter authorities.communications;
begin
  select * into letter from authorities.communications c where c.umbrella_id = platform.current_umbrella()
    and c.id = coalesce(new.communication_id, old.communication_id) for share;
  if letter.status is distinct from 'signing' or letter.sign_until < network.today() then
    raise exception 'not open for signing' using errcode = 'restrict_violation', constraint = 'open_for_signing';
  end if;
  if new.membership_id = letter.membership_id then
    raise exception 'its author signs by sending' using errcode = 'restrict_violation', constraint = 'author_signs_anyway';
  end if;
  return coalesce(new, old);
end $$;
comment on function authorities.guard_cosigner() is 'reviewed: reads the state of the communication that the row names, and waits for whoever is sending it';
revoke all on function authorities.guard_cosigner() from public;
create trigger cosigners_guarded before insert or delete on authorities.cosigners
  for each row execute function authorities.guard_cosigner();

-- Nobody but the secretariat gives the coalition's name.
create function authorities.guard_name() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.kind = 'sent' and not authorities.is_coordinator() and exists (select 1 from authorities.communications c
      where c.umbrella_id = platform.current_umbrella() and c.id = new.communication_id and c.through = 'coalition') then
    raise exception 'the coalition''s name is given by its secretariat' using errcode = 'restrict_violation',
      constraint = 'coalition_name';
  end if;
  return new;
end $$;
comment on function authorities.guard_name() is 'reviewed: reads in whose name the communication of a step goes';
revoke all on function authorities.guard_name() from public;
create trigger name_guarded before insert on authorities.steps for each row execute function authorities.guard_name();

-- Whoever opens a draft of their own to the secretariat shows it the draft act too.
create policy seen_by_secretariat on authorities.draft_acts for select
  using (umbrella_id = (select platform.current_umbrella()) and (select authorities.is_coordinator()) and exists (
    select 1 from authorities.communications c where c.umbrella_id = draft_acts.umbrella_id and c.draft_act_id = draft_acts.id
      and c.through = 'coalition'));

-- How a letter left. Mail is handed over once; what the mail server said of it is noted.
create table authorities.deliveries (
  umbrella_id uuid not null default platform.current_umbrella(),
  communication_id uuid not null,
  channel text not null check (channel in ('platform', 'mail', 'post')),
  address text check (address ~ '^[^\s@]+@[^\s@]+$' and length(address) <= 254),
  handed_over_at timestamptz,
  primary key (umbrella_id, communication_id),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id),
  check ((channel = 'mail') = (address is not null)),
  check (channel = 'mail' or handed_over_at is null)
);
comment on column authorities.deliveries.address is 'of the public body, as it was when the letter left';
alter table authorities.deliveries enable row level security;
create policy seen_with_communication on authorities.deliveries for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = deliveries.umbrella_id and c.id = communication_id
      and (authorities.writes_for(c.membership_id) or (select authorities.is_coordinator()))));
create policy made_by_sender on authorities.deliveries for insert
  with check (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = deliveries.umbrella_id and c.id = communication_id and c.status = 'sent'
      and c.sent_by = (select platform.current_account())));
grant select, insert (communication_id, channel, address) on authorities.deliveries to parasol_request;

-- For the job that hands a letter over: it acts for nobody.
create function authorities.letter_to_mail(communication uuid)
  returns table (address text, number integer, title text, lang text, sender jsonb, letter uuid)
  language sql stable security definer set search_path = '' as $$
  select d.address, c.number, c.title, c.lang,
    case when c.through = 'own' then coalesce(o.name, i.name) else u.name end, c.letter_id
  from authorities.deliveries d
  join authorities.communications c on c.umbrella_id = d.umbrella_id and c.id = d.communication_id
  join platform.umbrellas u on u.id = c.umbrella_id
  left join network.memberships s on s.umbrella_id = c.umbrella_id and s.id = c.membership_id
  left join network.organisations o on o.id = s.organisation_id
  left join network.individuals i on i.umbrella_id = s.umbrella_id and i.membership_id = s.id
  where d.umbrella_id = platform.current_umbrella() and d.communication_id = communication and d.channel = 'mail'
    and d.handed_over_at is null
$$;
comment on function authorities.letter_to_mail(uuid) is 'reviewed: a letter of the current umbrella that its sender has asked to be mailed, until it has been';
revoke all on function authorities.letter_to_mail(uuid) from public;
grant execute on function authorities.letter_to_mail(uuid) to parasol_request;

create function authorities.letter_handed_over(communication uuid) returns void
  language sql security definer set search_path = ''
  begin atomic
    update authorities.deliveries d set handed_over_at = now()
      where d.umbrella_id = platform.current_umbrella() and d.communication_id = communication and d.handed_over_at is null;
  end;
comment on function authorities.letter_handed_over(uuid) is 'reviewed: notes of a mail of the current umbrella that it has left';
revoke all on function authorities.letter_handed_over(uuid) from public;
grant execute on function authorities.letter_handed_over(uuid) to parasol_request;

-- A draft act that goes with a letter stays as others sign or receive it, whoever opens or sends the letter.
create function authorities.settle_act() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update authorities.draft_acts d set settled_at = now(), updated_at = now()
    from authorities.communications c
    where c.umbrella_id = platform.current_umbrella() and c.id = new.communication_id
      and d.umbrella_id = c.umbrella_id and d.id = c.draft_act_id and d.settled_at is null;
  return null;
end $$;
comment on function authorities.settle_act() is 'reviewed: only the draft act of the communication that a guarded step moved on';
revoke all on function authorities.settle_act() from public;
create trigger act_settled after insert on authorities.steps for each row
  when (new.kind in ('opened_for_signing', 'sent')) execute function authorities.settle_act();

-- Letters whose time for signing is over, for the job that reminds their authors.
create function authorities.signing_over() returns table (id uuid, number integer, title text, membership_id uuid)
  language sql stable security definer set search_path = '' as $$
  select c.id, c.number, c.title, case when c.through = 'own' then c.membership_id end
  from authorities.communications c
  where c.umbrella_id = platform.current_umbrella() and c.status = 'signing' and c.sign_until < network.today()
$$;
comment on function authorities.signing_over() is 'reviewed: letters that all members of the current umbrella may read; who sends them: a member, or null for the secretariat';
revoke all on function authorities.signing_over() from public;
grant execute on function authorities.signing_over() to parasol_request;

-- Whoever may not correct a public body tells those who may.
create table authorities.body_remarks (
  id uuid primary key,
  body_id uuid not null references authorities.bodies (id),
  sent_from uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  text text not null check (length(text) between 1 and 2000),
  sent_by uuid references people.people (id),
  sent_at timestamptz not null default now(),
  settled_at timestamptz
);
create index remarks_of_body on authorities.body_remarks (body_id) where settled_at is null;
alter table authorities.body_remarks enable row level security;
create policy read_by_keepers on authorities.body_remarks for select
  using (sent_by = (select platform.current_account()) or exists (
    select 1 from authorities.bodies b where b.id = body_id and authorities.may_alter_body(b)));
create policy sent_from_inside on authorities.body_remarks for insert
  with check (sent_from = (select platform.current_umbrella()) and sent_by = (select platform.current_account())
    and (select network.is_inside()));
create policy settled_by_keepers on authorities.body_remarks for update
  using (exists (select 1 from authorities.bodies b where b.id = body_id and authorities.may_alter_body(b)));
grant select, insert (id, body_id, text, sent_by), update (settled_at) on authorities.body_remarks to parasol_request;

-- How much of a draft act stands in the act that was issued, in words; counted when the issued act is entered.
alter table authorities.draft_acts add column words integer check (words >= 0);
alter table authorities.draft_acts add column words_kept integer check (words_kept between 0 and words);
alter table authorities.draft_acts add constraint counted_with_issue check ((words is null) = (issued_on is null)
  and (words_kept is null) = (issued_on is null));
grant update (words, words_kept) on authorities.draft_acts to parasol_request;

-- Monitors handed a submission to a Commissioner over: the coalition gets a draft to go on with, without a word of what is sealed.
create function authorities.begin_from_pack(pack uuid, draft uuid, answers_to text, title text, lang text) returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  commissioner uuid;
begin
  if not exists (select 1 from monitoring.packs p where p.umbrella_id = platform.current_umbrella() and p.id = pack
      and p.status = 'handed_over' and p.handed_by = platform.current_account()) then
    return false;
  end if;
  select b.id into commissioner from authorities.bodies b
    where b.kind = 'commissioner' and b.jurisdiction = answers_to and b.ended_on is null order by b.level <> 'national', b.id limit 1;
  if commissioner is null then
    return false;
  end if;
  insert into authorities.communications (umbrella_id, id, kind, body_id, through, lang, title, origin, origin_id, created_by)
    values (platform.current_umbrella(), draft, 'violation', commissioner, 'coalition', lang, title, 'pack', pack,
      platform.current_account());
  return true;
end $$;
comment on function authorities.begin_from_pack(uuid, uuid, text, text, text) is 'reviewed: begins an empty draft of the coalition, only for a pack that the asking account has handed over';
revoke all on function authorities.begin_from_pack(uuid, uuid, text, text, text) from public;
grant execute on function authorities.begin_from_pack(uuid, uuid, text, text, text) to parasol_request;

-- Whose letter it is stays; who wrote, signed or sent it is forgotten. The name printed on a letter that left stays with the letter.
alter table authorities.draft_acts alter column created_by drop not null;
create function authorities.forget_myself() returns void language plpgsql security definer set search_path = '' as $$
declare
  me constant uuid := platform.current_account();
  here constant uuid := platform.current_umbrella();
begin
  update authorities.communications set created_by = null where umbrella_id = here and created_by = me;
  update authorities.communications set sent_by = null where umbrella_id = here and sent_by = me;
  update authorities.cosigners set signed_by = null where umbrella_id = here and signed_by = me;
  update authorities.draft_acts set created_by = null where umbrella_id = here and created_by = me;
  update authorities.body_remarks set sent_by = null where sent_from = here and sent_by = me;
end $$;
comment on function authorities.forget_myself() is 'reviewed: forgets the asking account alone, in the current umbrella';
revoke all on function authorities.forget_myself() from public;
grant execute on function authorities.forget_myself() to parasol_request;
