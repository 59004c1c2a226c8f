-- Incoming mail: authorities answer by e-mail, to an address that each communication has for itself. What comes is kept as it came
-- before it is acknowledged; it is read afterwards. What names no communication waits for a coordinator.

-- A mail is kept whole, with everything that we would not take as a file of its own.
alter table platform.files drop constraint files_size_check;
alter table platform.files add constraint files_size_check
  check (size between 1 and case media_type when 'message/rfc822' then 26214400 else 20971520 end);

-- Whoever knows the address of a communication may write to it: it is guessed by nobody, and it is no member's.
create table authorities.reply_addresses (
  umbrella_id uuid not null default platform.current_umbrella(),
  communication_id uuid not null,
  token text not null check (token ~ '^[a-z2-7]{20}$'),
  made_at timestamptz not null default now(),
  primary key (umbrella_id, communication_id),
  unique (umbrella_id, token),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id) on delete cascade
);
comment on column authorities.reply_addresses.token is '100 random bits; the slug of the umbrella stands before it in the address';

create table authorities.incoming (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  token text not null check (token ~ '^[a-z2-7]{20}$'),
  communication_id uuid,
  status text not null default 'arrived' check (status in ('arrived', 'held', 'delivered', 'repeated', 'discarded')),
  received_at timestamptz not null default now(),
  raw_id uuid not null,
  raw_sha256 bytea not null check (octet_length(raw_sha256) = 32),
  size integer not null check (size > 0),
  bounce boolean not null,
  read_at timestamptz,
  letter_key bytea check (octet_length(letter_key) = 32),
  from_name text not null default '' check (length(from_name) <= 200),
  from_address text not null default '' check (length(from_address) <= 254),
  subject text not null default '' check (length(subject) <= 500),
  text text not null default '' check (length(text) <= 100000),
  automatic boolean not null default false,
  sender_known boolean not null default false,
  remarks jsonb not null default '[]' check (jsonb_typeof(remarks) = 'array'),
  message_id uuid,
  settled_by uuid references people.people (id),
  settled_at timestamptz,
  primary key (umbrella_id, id),
  constraint same_mail_once unique (umbrella_id, token, raw_sha256),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id),
  foreign key (umbrella_id, message_id) references authorities.messages (umbrella_id, id),
  foreign key (umbrella_id, raw_id) references platform.files (umbrella_id, id),
  check ((status = 'arrived') = (read_at is null)),
  check ((status = 'delivered') = (message_id is not null)),
  check (status <> 'delivered' or communication_id is not null),
  check (status not in ('held', 'discarded') or communication_id is null),
  check (status <> 'discarded' or settled_at is not null)
);
comment on column authorities.incoming.token is 'what the address named, whether there is such a communication or not';
comment on column authorities.incoming.bounce is 'it came without an address to answer to: written by a machine';
comment on column authorities.incoming.letter_key is 'of its Message-ID and body: the same letter that came by two ways';
comment on column authorities.incoming.sender_known is 'the domain is the public body''s; nobody has proved that the mail is';
comment on column authorities.incoming.remarks is '[{kind, …}]: what could not be kept or read as it was meant';
create index incoming_held on authorities.incoming (umbrella_id, status, received_at desc);
create index incoming_of_communication on authorities.incoming (umbrella_id, communication_id, received_at)
  where communication_id is not null;

create table authorities.incoming_files (
  umbrella_id uuid not null default platform.current_umbrella(),
  incoming_id uuid not null,
  position integer not null check (position > 0),
  file_id uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  primary key (umbrella_id, incoming_id, position),
  foreign key (umbrella_id, incoming_id) references authorities.incoming (umbrella_id, id) on delete cascade,
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id)
);

alter table authorities.reply_addresses enable row level security;
alter table authorities.incoming enable row level security;
alter table authorities.incoming_files enable row level security;

create policy known_to_its_own on authorities.reply_addresses for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = reply_addresses.umbrella_id and c.id = communication_id
      and (authorities.writes_for(c.membership_id) or c.through = 'coalition' and (select authorities.is_coordinator()))));
create policy made_by_its_own on authorities.reply_addresses for insert
  with check (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = reply_addresses.umbrella_id and c.id = communication_id
      and (authorities.writes_for(c.membership_id) or c.through = 'coalition' and (select authorities.is_coordinator()))));
grant select, insert (communication_id, token) on authorities.reply_addresses to parasol_request;

-- What names no communication is for coordinators, and stays in sight of the one who settled it; the rest is for the parties.
create policy seen_by_its_own on authorities.incoming for select
  using (umbrella_id = (select platform.current_umbrella()) and case
    when communication_id is null then (select authorities.is_coordinator())
    else settled_by = (select platform.current_account()) or exists (select 1 from authorities.communications c
      where c.umbrella_id = incoming.umbrella_id and c.id = communication_id
        and authorities.is_party(c.id, c.membership_id, c.through)) end);
create policy settled_by_coordinators on authorities.incoming for update
  using (umbrella_id = (select platform.current_umbrella()) and communication_id is null and (select authorities.is_coordinator()))
  with check (umbrella_id = (select platform.current_umbrella()) and (select authorities.is_coordinator()));
grant select, update (communication_id, status, message_id, settled_by, settled_at) on authorities.incoming to parasol_request;
create policy seen_with_mail on authorities.incoming_files for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.incoming i
    where i.umbrella_id = incoming_files.umbrella_id and i.id = incoming_id));
grant select on authorities.incoming_files to parasol_request;

-- What came stays as it came; a coordinator files it, discards it, or takes it back within thirty days.
create function authorities.guard_incoming() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' then
    return new;
  end if;
  if new.settled_by is distinct from platform.current_account() then
    raise exception 'one acts in one''s own name' using errcode = 'restrict_violation', constraint = 'own_name';
  end if;
  if not (old.status = 'held' and new.status in ('delivered', 'discarded')
      or old.status = 'discarded' and new.status = 'held' and old.settled_at > now() - interval '30 days') then
    raise exception 'from % not to %', old.status, new.status using errcode = 'restrict_violation', constraint = 'incoming_in_graph';
  end if;
  new.settled_at := now();
  return new;
end $$;
create trigger incoming_guarded before update on authorities.incoming
  for each row execute function authorities.guard_incoming();

-- The receiver and the reader act for nobody, so they see nothing: these functions are all that they can do. -------------------

create function authorities.take_mail(mail uuid, token text, raw uuid, sha256 bytea, size integer, bounce boolean) returns text
  language plpgsql security definer set search_path = '' as $$
declare
  named uuid := (select a.communication_id from authorities.reply_addresses a
    where a.umbrella_id = platform.current_umbrella() and a.token = take_mail.token);
  waiting record;
begin
  -- A mail server that did not hear our answer comes again with the same bytes.
  if exists (select 1 from authorities.incoming i where i.umbrella_id = platform.current_umbrella()
      and i.token = take_mail.token and i.raw_sha256 = take_mail.sha256) then
    return 'known';
  end if;
  select count(*) as mails, coalesce(sum(i.size), 0) as bytes into waiting from authorities.incoming i
    where i.umbrella_id = platform.current_umbrella() and i.communication_id is not distinct from named
      and i.received_at > now() - interval '30 days';
  if waiting.mails >= 500 or waiting.bytes + take_mail.size > 524288000 then
    return 'full';
  end if;
  insert into authorities.incoming (id, token, communication_id, raw_id, raw_sha256, size, bounce)
    values (mail, take_mail.token, named, raw, take_mail.sha256, take_mail.size, take_mail.bounce)
    on conflict on constraint same_mail_once do nothing;
  return case when found then 'taken' else 'known' end;
end $$;
comment on function authorities.take_mail(uuid, text, uuid, bytea, integer, boolean) is
  'reviewed: adds a mail to the current umbrella and says neither whether its address named a communication nor which; at most 500 mails and 500 MB a month for one communication, or for all that name none';
revoke all on function authorities.take_mail(uuid, text, uuid, bytea, integer, boolean) from public;
grant execute on function authorities.take_mail(uuid, text, uuid, bytea, integer, boolean) to parasol_request;

create function authorities.is_token(token text) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select 1 from authorities.reply_addresses a
    where a.umbrella_id = platform.current_umbrella() and a.token = is_token.token)
$$;
comment on function authorities.is_token(text) is
  'reviewed: yes or no about a hundred random bits; asked where the beginnings of two slugs are the same';
revoke all on function authorities.is_token(text) from public;
grant execute on function authorities.is_token(text) to parasol_request;

create function authorities.mail_to_read(mail uuid)
  returns table (raw_id uuid, bounce boolean, senders text[])
  language sql stable security definer set search_path = '' as $$
  select i.raw_id, i.bounce, coalesce((select array_agg(b.email) from authorities.communications c
      join authorities.bodies b on b.id = c.body_id or b.id in (select a.body_id from authorities.access a
        where a.umbrella_id = c.umbrella_id and a.communication_id = c.id)
      where c.umbrella_id = i.umbrella_id and c.id = i.communication_id and b.email is not null), '{}')
  from authorities.incoming i
  where i.umbrella_id = platform.current_umbrella() and i.id = mail and i.status = 'arrived'
$$;
comment on function authorities.mail_to_read(uuid) is
  'reviewed: of a mail in the current umbrella that nobody has read yet: which file it is, and the addresses of the bodies written to';
revoke all on function authorities.mail_to_read(uuid) from public;
grant execute on function authorities.mail_to_read(uuid) to parasol_request;

-- Puts down what was read out of a mail. Delivers it where its address named a communication, holds it where not.
create function authorities.settle_mail(mail uuid, message uuid, told jsonb, files uuid[])
  returns table (communication uuid, number integer, member uuid, tell boolean)
  language plpgsql security definer set search_path = '' as $$
declare
  here uuid := platform.current_umbrella();
  came authorities.incoming;
  about authorities.communications;
  again boolean;
begin
  select * into came from authorities.incoming i where i.umbrella_id = here and i.id = mail and i.status = 'arrived' for update;
  if came.id is null then return; end if;
  insert into authorities.incoming_files (umbrella_id, incoming_id, position, file_id, sha256)
    select here, mail, f.position, f.id, p.sha256 from unnest(files) with ordinality as f (id, position)
    join platform.files p on p.umbrella_id = here and p.id = f.id;
  select * into about from authorities.communications c where c.umbrella_id = here and c.id = came.communication_id for update;
  perform pg_advisory_xact_lock(hashtextextended(here::text || came.token, 42));
  again := exists (select 1 from authorities.incoming i where i.umbrella_id = here and i.token = came.token and i.id <> mail
    and i.status <> 'arrived' and i.letter_key = decode(told ->> 'letterKey', 'hex'));
  if about.id is not null and not again then
    insert into authorities.messages (umbrella_id, communication_id, id, direction, channel, from_name, subject, text, received_at,
        raw_id, raw_sha256)
      values (here, about.id, message, 'in', 'mail', told ->> 'fromName', told ->> 'subject', told ->> 'text', came.received_at,
        came.raw_id, came.raw_sha256);
    insert into authorities.attachments (umbrella_id, communication_id, id, message_id, file_id, sha256, position)
      select here, about.id, gen_random_uuid(), message, f.file_id, f.sha256, f.position from authorities.incoming_files f
      where f.umbrella_id = here and f.incoming_id = mail;
  end if;
  update authorities.incoming i set read_at = now(), letter_key = decode(told ->> 'letterKey', 'hex'),
      from_name = told ->> 'fromName', from_address = told ->> 'fromAddress', subject = told ->> 'subject', text = told ->> 'text',
      automatic = (told ->> 'automatic')::boolean, sender_known = (told ->> 'senderKnown')::boolean, remarks = told -> 'remarks',
      status = case when again then 'repeated' when about.id is null then 'held' else 'delivered' end,
      message_id = case when about.id is not null and not again then message end
    where i.umbrella_id = here and i.id = mail;
  return query select about.id, about.number, about.membership_id,
    about.id is not null and not again and not (told ->> 'automatic')::boolean;
end $$;
comment on function authorities.settle_mail(uuid, uuid, jsonb, uuid[]) is
  'reviewed: only of a mail in the current umbrella that nobody has read yet, and only to the communication that its address named';
revoke all on function authorities.settle_mail(uuid, uuid, jsonb, uuid[]) from public;
grant execute on function authorities.settle_mail(uuid, uuid, jsonb, uuid[]) to parasol_request;

create function authorities.reply_to_mail(communication uuid) returns table (token text, slug text)
  language sql stable security definer set search_path = '' as $$
  select a.token, u.slug from authorities.reply_addresses a
  join platform.umbrellas u on u.id = a.umbrella_id
  join authorities.deliveries d on d.umbrella_id = a.umbrella_id and d.communication_id = a.communication_id
  where a.umbrella_id = platform.current_umbrella() and a.communication_id = communication and d.channel = 'mail'
    and d.handed_over_at is null
$$;
comment on function authorities.reply_to_mail(uuid) is
  'reviewed: where a letter of the current umbrella is answered that its sender has asked to be mailed, until it has been';
revoke all on function authorities.reply_to_mail(uuid) from public;
grant execute on function authorities.reply_to_mail(uuid) to parasol_request;

-- Thirty days after it was discarded a mail goes for good, and so does the second copy of one that came twice. The files go by
-- themselves, once nothing leads to them.
create function authorities.purge_mail() returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  gone integer;
begin
  delete from authorities.incoming i where i.status = 'discarded' and i.settled_at < now() - interval '30 days'
    or i.status = 'repeated' and i.read_at < now() - interval '30 days';
  get diagnostics gone = row_count;
  return gone;
end $$;
comment on function authorities.purge_mail() is
  'reviewed: takes no argument, removes only what was discarded or came twice a month ago, and gives away a number; for the worker alone';
revoke all on function authorities.purge_mail() from public;
grant usage on schema authorities to parasol_worker;
grant execute on function authorities.purge_mail() to parasol_worker;

-- A person who leaves no longer stands beside what they settled.
create function authorities.forget_settler() returns void
  language sql security definer set search_path = ''
  begin atomic
    update authorities.incoming set settled_by = null
      where umbrella_id = platform.current_umbrella() and settled_by = platform.current_account();
  end;
comment on function authorities.forget_settler() is 'reviewed: only the asking account''s own name, in the current umbrella';
revoke all on function authorities.forget_settler() from public;
grant execute on function authorities.forget_settler() to parasol_request;
