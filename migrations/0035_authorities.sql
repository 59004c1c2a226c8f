-- Public bodies and what the coalition and its members write to them: reasoned, signed, sent, registered, answered. How long an
-- answer may take, the public register and incoming mail come in later files. The program refuses politely; the triggers here
-- refuse whatever it thinks. They bind the request role, as everywhere.

create schema authorities;
grant usage on schema authorities to parasol_request;

-- Public bodies: installation-wide -------------------------------------------------------------------------------------------

create table authorities.bodies (
  id uuid primary key,
  kind text not null check (kind in ('parliament', 'commissioner', 'government', 'ministry', 'agency', 'regional_administration',
    'local_council', 'local_executive', 'court', 'prosecutor', 'police', 'public_institution', 'eu_institution', 'eu_agency',
    'intergovernmental', 'other')),
  name jsonb not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
  jurisdiction text not null check (jurisdiction in ('UA', 'PL', 'EU', 'INT')),
  level text not null check (level in ('local', 'regional', 'national', 'international')),
  country text check (country ~ '^[A-Z]{2}$'),
  region text check (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$' and left(region, 2) = country),
  town text check (length(town) between 1 and 120),
  parent_id uuid references authorities.bodies (id),
  competences text[] not null default '{}',
  languages text[] not null default '{}',
  email text check (email ~ '^[^\s@]+@[^\s@]+$' and length(email) <= 254),
  postal_address text check (length(postal_address) between 1 and 500),
  website text check (website ~ '^https?://' and length(website) <= 300),
  phone text check (length(phone) between 1 and 40),
  scheme text check (scheme in ('UA-EDR', 'PL-KRS', 'PL-NIP', 'PL-REGON', 'XI-LEI', 'XI-WIKIDATA')),
  identifier text check (length(identifier) between 1 and 40),
  organisation_id uuid references network.organisations (id),
  founded_on date,
  ended_on date check (ended_on >= founded_on),
  search_key text not null,
  demonstration boolean not null default false,
  version integer not null default 1,
  kept_by uuid references platform.umbrellas (id),
  updated_by uuid references people.people (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (scheme, identifier),
  check ((scheme is null) = (identifier is null)),
  check ((level = 'international') = (country is null)),
  check (parent_id <> id)
);
comment on column authorities.bodies.jurisdiction is 'whose law binds it when it answers';
comment on column authorities.bodies.languages is 'in which it must be written to, the first one before others';
comment on column authorities.bodies.kept_by is 'the umbrella whose coordinators may correct it while it has no officer; others propose';
create index bodies_by_parent on authorities.bodies (parent_id);
create index bodies_by_kind on authorities.bodies (kind, country, region);

create table authorities.body_versions (
  body_id uuid not null references authorities.bodies (id),
  version integer not null,
  snapshot jsonb not null,
  changed_by uuid references people.people (id),
  changed_at timestamptz not null default now(),
  primary key (body_id, version)
);
create trigger body_versions_stay before update or delete on authorities.body_versions
  for each row execute function platform.refuse_change();

create table authorities.body_successions (
  body_id uuid not null references authorities.bodies (id),
  successor_id uuid not null references authorities.bodies (id),
  since date not null,
  ground text not null check (length(ground) between 1 and 500),
  primary key (body_id, successor_id),
  check (body_id <> successor_id)
);
comment on column authorities.body_successions.ground is 'the act by which one took over from the other';

-- Officers: people who answer for a public body. They belong to no umbrella; a row of access leads them to a communication.
create table authorities.officers (
  body_id uuid not null references authorities.bodies (id),
  person_id uuid not null references people.people (id),
  since date not null default current_date,
  until date check (until >= since),
  named_by uuid references people.people (id),
  primary key (body_id, person_id, since),
  constraint one_term_at_a_time exclude using gist
    (body_id with =, person_id with =, daterange(since, until, '[)') with &&)
);

-- The bodies for which the asking account answers today.
create function authorities.own_bodies() returns setof uuid
  language sql stable security definer set search_path = '' as $$
  select o.body_id from authorities.officers o
  where o.person_id = platform.current_account() and o.since <= current_date and (o.until is null or o.until > current_date)
$$;
comment on function authorities.own_bodies() is 'reviewed: only the asking account''s own terms';
revoke all on function authorities.own_bodies() from public;
grant execute on function authorities.own_bodies() to parasol_request;

create function authorities.has_officers(body uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select 1 from authorities.officers o
    where o.body_id = body and o.since <= current_date and (o.until is null or o.until > current_date))
$$;
comment on function authorities.has_officers(uuid) is 'reviewed: answers only yes or no about a public body';
revoke all on function authorities.has_officers(uuid) from public;
grant execute on function authorities.has_officers(uuid) to parasol_request;

create function authorities.is_coordinator() returns boolean
  language sql stable
  return exists (select 1 from people.roles r where r.umbrella_id = platform.current_umbrella()
    and r.person_id = platform.current_account() and r.role = 'coordinator' and (r.valid_until is null or r.valid_until > now()));

-- A body with officers is altered by them alone: an address that a stranger changed would swallow what people send.
create function authorities.may_alter_body(body authorities.bodies) returns boolean
  language sql stable
  return case when authorities.has_officers(body.id) then body.id in (select authorities.own_bodies())
    else body.kept_by = platform.current_umbrella() and authorities.is_coordinator() end;

create function authorities.guard_body() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    insert into authorities.body_versions (body_id, version, snapshot, changed_by)
      values (old.id, old.version, to_jsonb(old) - 'search_key', platform.current_account());
    new.version := old.version + 1;
    new.updated_at := now();
    new.updated_by := platform.current_account();
  end if;
  return new;
end $$;
comment on function authorities.guard_body() is 'reviewed: keeps the row as it was before a change that its own policy let through';
revoke all on function authorities.guard_body() from public;
create trigger bodies_versioned before update on authorities.bodies for each row execute function authorities.guard_body();

-- Draft acts -----------------------------------------------------------------------------------------------------------------

create table authorities.draft_acts (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  kind text not null check (kind in ('constitutional_submission', 'submission', 'bill', 'regulation', 'local_act', 'decision', 'other')),
  membership_id uuid,
  title text not null check (length(title) between 1 and 300),
  lang text not null check (length(lang) between 2 and 35),
  articles jsonb not null default '[]' check (jsonb_typeof(articles) = 'array'),
  reasons text not null default '' check (length(reasons) <= 20000),
  version integer not null default 1 check (version > 0),
  settled_at timestamptz,
  issued_title text check (length(issued_title) between 1 and 300),
  issued_on date,
  issued_url text check (issued_url ~ '^https?://'),
  issued_articles jsonb check (jsonb_typeof(issued_articles) = 'array'),
  created_by uuid not null references people.people (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check ((issued_on is null) = (issued_articles is null) and (issued_on is null) = (issued_title is null))
);
comment on column authorities.draft_acts.membership_id is 'whose draft it is; null for the coalition''s own';
comment on column authorities.draft_acts.articles is '[{number, heading, text}] in their order';
comment on column authorities.draft_acts.settled_at is 'sent or approved: its articles stay as they are from then on';

-- Communications -------------------------------------------------------------------------------------------------------------

create table authorities.numbers (
  umbrella_id uuid primary key references platform.umbrellas (id),
  last integer not null check (last > 0)
);
alter table authorities.numbers enable row level security;
create policy numbers_of_the_umbrella on authorities.numbers using (umbrella_id = (select platform.current_umbrella()));

create table authorities.communications (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  number integer check (number > 0),
  kind text not null check (kind in ('violation', 'appeal', 'information_request', 'recommendation', 'expert_opinion',
    'draft_act', 'petition', 'complaint')),
  directions text[] not null default '{}'
    check (directions <@ array['prevention', 'harmonisation', 'restoration', 'education']),
  topics text[] not null default '{}',
  body_id uuid not null references authorities.bodies (id),
  membership_id uuid,
  through text not null check (through in ('own', 'coalition')),
  lang text not null check (length(lang) between 2 and 35),
  title text not null default '' check (length(title) <= 300),
  facts text not null default '' check (length(facts) <= 20000),
  grounds jsonb not null default '[]' check (jsonb_typeof(grounds) = 'array'),
  proposals jsonb not null default '[]' check (jsonb_typeof(proposals) = 'array'),
  draft_act_id uuid,
  follows_id uuid,
  origin text check (origin in ('pack', 'initiative', 'council', 'event')),
  origin_id uuid,
  status text not null default 'draft' check (status in ('draft', 'signing', 'sent', 'registered', 'clarifying', 'considering',
    'forwarded', 'returned', 'answered', 'closed', 'withdrawn')),
  resolution text check (resolution in ('granted', 'partly_granted', 'refused', 'explained', 'forwarded', 'returned', 'no_answer',
    'withdrawn')),
  prominence text not null default 'public' check (prominence in ('public', 'members', 'parties', 'hidden')),
  prominence_reason text check (length(prominence_reason) between 1 and 1000),
  embargo_until date,
  sign_until date,
  signatory text check (length(signatory) between 1 and 200),
  sent_on date,
  sent_at timestamptz,
  sent_by uuid references people.people (id),
  letter_id uuid,
  letter_sha256 bytea check (octet_length(letter_sha256) = 32),
  registered_number text check (length(registered_number) between 1 and 80),
  registered_on date,
  answered_on date,
  created_by uuid references people.people (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, number),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, draft_act_id) references authorities.draft_acts (umbrella_id, id),
  foreign key (umbrella_id, follows_id) references authorities.communications (umbrella_id, id),
  foreign key (umbrella_id, letter_id) references platform.files (umbrella_id, id),
  check (through = 'coalition' or membership_id is not null),
  constraint numbered check (status = 'draft' or number is not null),
  check (status <> 'signing' or sign_until is not null),
  check ((sent_at is null) = (sent_on is null) and (sent_at is null) = (letter_id is null)
    and (sent_at is null) = (letter_sha256 is null) and (sent_at is null) = (signatory is null)),
  check (status in ('draft', 'signing', 'withdrawn') or sent_at is not null),
  check ((registered_number is null) = (registered_on is null)),
  check (registered_on >= sent_on),
  check (answered_on >= sent_on),
  check (prominence = 'public' or prominence_reason is not null),
  check ((origin is null) = (origin_id is null)),
  -- Criticism is reasoned and comes with proposals: text 001, principle 4 and row A3. A request for information asks only.
  constraint reasoned check (status in ('draft', 'withdrawn') or kind = 'information_request'
    or (facts <> '' and grounds <> '[]' and proposals <> '[]')),
  constraint titled check (status = 'draft' or title <> '')
);
comment on column authorities.communications.membership_id is 'whose it is; null for the coalition''s own';
comment on column authorities.communications.through is 'own: the member writes itself; coalition: the coalition writes, for the member or for all';
comment on column authorities.communications.grounds is '[{title, article, version, url, quote}]: the law that is cited';
comment on column authorities.communications.proposals is '[text]: what the body is asked to do';
comment on column authorities.communications.follows_id is 'what it goes on with: the remedy after a breach, a corrected letter, a second one';
create index communications_by_body on authorities.communications (umbrella_id, body_id, number desc);
create index communications_by_status on authorities.communications (umbrella_id, status, number desc);
create index communications_by_member on authorities.communications (umbrella_id, membership_id, number desc);
create index communications_following on authorities.communications (umbrella_id, follows_id) where follows_id is not null;

create table authorities.cosigners (
  umbrella_id uuid not null default platform.current_umbrella(),
  communication_id uuid not null,
  membership_id uuid not null,
  signed_by uuid references people.people (id),
  signed_at timestamptz not null default now(),
  primary key (umbrella_id, communication_id, membership_id),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);

-- Which public body may read and answer which communication.
create table authorities.access (
  umbrella_id uuid not null default platform.current_umbrella(),
  communication_id uuid not null,
  body_id uuid not null references authorities.bodies (id),
  since timestamptz not null default now(),
  primary key (umbrella_id, communication_id, body_id),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id)
);
create index access_of_body on authorities.access (body_id, since desc);

-- What happened, in its order. The status of a communication is where its last step led.
create table authorities.steps (
  umbrella_id uuid not null default platform.current_umbrella(),
  communication_id uuid not null,
  id uuid not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('opened_for_signing', 'sent', 'registered', 'clarification_asked', 'clarified', 'returned',
    'forwarded', 'extended', 'form_chosen', 'measure', 'answered', 'result', 'breached', 'reminded', 'corrected', 'closed', 'withdrawn')),
  side text not null check (side in ('sender', 'authority', 'program')),
  body_id uuid references authorities.bodies (id),
  to_body_id uuid references authorities.bodies (id),
  by_person uuid references people.people (id),
  on_day date not null,
  at timestamptz not null default now(),
  response_form text check (response_form in ('own_initiative', 'submission', 'constitutional_submission', 'explanation_request',
    'visit', 'court', 'forwarding', 'legal_education', 'consultation', 'reasoned_refusal', 'other')),
  resolution text check (resolution in ('granted', 'partly_granted', 'refused', 'explained', 'forwarded', 'returned', 'no_answer',
    'withdrawn')),
  reference text check (length(reference) between 1 and 80),
  due_on date,
  text text not null default '' check (length(text) <= 10000),
  file_id uuid,
  status text not null,
  primary key (umbrella_id, id),
  unique (umbrella_id, communication_id, position),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id),
  check ((side = 'authority') = (body_id is not null)),
  check ((kind = 'forwarded') = (to_body_id is not null)),
  check ((kind = 'form_chosen') = (response_form is not null)),
  check (kind not in ('answered', 'closed', 'returned', 'withdrawn') or resolution is not null),
  check (kind <> 'registered' or reference is not null),
  check (kind <> 'extended' or due_on > on_day),
  constraint no_decision_without_document
    check (kind not in ('form_chosen', 'returned', 'forwarded', 'extended', 'answered') or file_id is not null),
  constraint no_refusal_without_reasons check (response_form is distinct from 'reasoned_refusal' and resolution is distinct from 'refused'
    or text <> '')
);
comment on column authorities.steps.side is 'who did it; a coordinator who records it out of a letter is by_person while the side stays the authority''s';
comment on column authorities.steps.body_id is 'which body did it; of the sender''s steps null';
comment on column authorities.steps.status is 'of the communication, after this step';
create trigger steps_stay before update or delete on authorities.steps for each row execute function platform.refuse_change();

-- Correspondence: every letter that went out or came in about a communication.
create table authorities.messages (
  umbrella_id uuid not null default platform.current_umbrella(),
  communication_id uuid not null,
  id uuid not null,
  direction text not null check (direction in ('out', 'in')),
  channel text not null check (channel in ('platform', 'mail', 'post', 'person')),
  from_name text not null default '' check (length(from_name) <= 200),
  subject text not null default '' check (length(subject) <= 500),
  text text not null default '' check (length(text) <= 100000),
  written_by uuid references people.people (id),
  received_at timestamptz not null default now(),
  raw_id uuid,
  raw_sha256 bytea check (octet_length(raw_sha256) = 32),
  prominence text not null default 'parties' check (prominence in ('public', 'members', 'parties', 'hidden')),
  prominence_reason text check (length(prominence_reason) between 1 and 1000),
  public_text text check (length(public_text) <= 100000),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id),
  foreign key (umbrella_id, raw_id) references platform.files (umbrella_id, id),
  check ((raw_id is null) = (raw_sha256 is null))
);
comment on column authorities.messages.public_text is 'the copy with what must not be public taken out; the text itself stays as it came';
create index messages_of_communication on authorities.messages (umbrella_id, communication_id, received_at, id);

create table authorities.attachments (
  umbrella_id uuid not null default platform.current_umbrella(),
  communication_id uuid not null,
  id uuid not null,
  message_id uuid,
  file_id uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  prominence text not null default 'parties' check (prominence in ('public', 'members', 'parties', 'hidden')),
  prominence_reason text check (length(prominence_reason) between 1 and 1000),
  public_file_id uuid,
  position integer not null default 0,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, communication_id) references authorities.communications (umbrella_id, id),
  foreign key (umbrella_id, message_id) references authorities.messages (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id),
  foreign key (umbrella_id, public_file_id) references platform.files (umbrella_id, id)
);
comment on column authorities.attachments.message_id is 'the letter it came with; null for an enclosure of the communication itself';
create index attachments_of_communication on authorities.attachments (umbrella_id, communication_id, position, id);

-- Who sees what ---------------------------------------------------------------------------------------------------------------

create function authorities.writes_for(membership uuid) returns boolean
  language sql stable
  return case when membership is null then authorities.is_coordinator() else network.represents(membership) is not null end;

create function authorities.is_officer_of(communication uuid) returns boolean
  language sql stable
  return exists (select 1 from authorities.access a where a.umbrella_id = platform.current_umbrella()
    and a.communication_id = communication and a.body_id in (select authorities.own_bodies()));

create function authorities.is_party(communication uuid, membership uuid, through text) returns boolean
  language sql stable
  return authorities.writes_for(membership) or authorities.is_officer_of(communication)
    or (authorities.is_coordinator() and through = 'coalition')
    or exists (select 1 from authorities.cosigners s where s.umbrella_id = platform.current_umbrella()
      and s.communication_id = communication and network.represents(s.membership_id) is not null);

create function authorities.sees(prominence text, embargo_until date, communication uuid, membership uuid, through text)
  returns boolean language sql stable
  return case
    when prominence = 'hidden' then authorities.writes_for(membership) or authorities.is_coordinator() and through = 'coalition'
    when prominence = 'public' and (embargo_until is null or embargo_until <= network.today()) then true
    when prominence in ('public', 'members') and network.is_inside() then true
    else authorities.is_party(communication, membership, through) end;

alter table authorities.bodies enable row level security;
alter table authorities.body_versions enable row level security;
alter table authorities.body_successions enable row level security;
alter table authorities.officers enable row level security;
alter table authorities.draft_acts enable row level security;
alter table authorities.communications enable row level security;
alter table authorities.cosigners enable row level security;
alter table authorities.access enable row level security;
alter table authorities.steps enable row level security;
alter table authorities.messages enable row level security;
alter table authorities.attachments enable row level security;

create policy known_to_all on authorities.bodies for select using (true);
create policy added_here on authorities.bodies for insert
  with check (kept_by = (select platform.current_umbrella()) and (select authorities.is_coordinator()));
create policy altered_by_its_own on authorities.bodies for update using (authorities.may_alter_body(bodies));
grant select, insert, update (kind, name, jurisdiction, level, country, region, town, parent_id, competences, languages, email,
  postal_address, website, phone, scheme, identifier, organisation_id, founded_on, ended_on, search_key) on authorities.bodies
  to parasol_request;
create policy known_to_all on authorities.body_versions for select using (true);
grant select on authorities.body_versions to parasol_request;
create policy known_to_all on authorities.body_successions for select using (true);
create policy stated_by_its_own on authorities.body_successions for insert
  with check (exists (select 1 from authorities.bodies b where b.id = body_id and authorities.may_alter_body(b)));
grant select, insert on authorities.body_successions to parasol_request;
create policy of_own_body on authorities.officers for select
  using (person_id = (select platform.current_account()) or body_id in (select authorities.own_bodies()));
grant select on authorities.officers to parasol_request;

create policy seen_by_its_own on authorities.draft_acts for select
  using (umbrella_id = (select platform.current_umbrella()) and (authorities.writes_for(membership_id)
    or exists (select 1 from authorities.communications c
      where c.umbrella_id = draft_acts.umbrella_id and c.draft_act_id = draft_acts.id and c.status <> 'draft')));
create policy drafted_by_its_own on authorities.draft_acts for insert
  with check (umbrella_id = (select platform.current_umbrella()) and created_by = (select platform.current_account())
    and authorities.writes_for(membership_id));
create policy changed_by_its_own on authorities.draft_acts for update
  using (umbrella_id = (select platform.current_umbrella()) and authorities.writes_for(membership_id));
create policy dropped_by_its_own on authorities.draft_acts for delete
  using (umbrella_id = (select platform.current_umbrella()) and settled_at is null and authorities.writes_for(membership_id));
grant select, insert (id, kind, membership_id, title, lang, articles, reasons, created_by),
  update (kind, title, lang, articles, reasons, version, settled_at, issued_title, issued_on, issued_url, issued_articles, updated_at),
  delete on authorities.draft_acts to parasol_request;

create function authorities.guard_draft_act() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.settled_at is not null and (new.articles, new.title, new.reasons, new.kind, new.settled_at)
      is distinct from (old.articles, old.title, old.reasons, old.kind, old.settled_at) then
    raise exception 'a settled draft stays as it is' using errcode = 'restrict_violation', constraint = 'draft_settled';
  end if;
  return new;
end $$;
create trigger draft_acts_guarded before update on authorities.draft_acts
  for each row execute function authorities.guard_draft_act();

create policy seen_by_prominence on authorities.communications for select
  using (umbrella_id = (select platform.current_umbrella()) and case status
    when 'draft' then authorities.writes_for(membership_id) or through = 'coalition' and (select authorities.is_coordinator())
    when 'signing' then (select network.is_inside())
    else authorities.sees(prominence, embargo_until, id, membership_id, through) end);
create policy drafted_by_its_own on authorities.communications for insert
  with check (umbrella_id = (select platform.current_umbrella()) and created_by = (select platform.current_account())
    and authorities.writes_for(membership_id));
create policy changed_by_parties on authorities.communications for update
  using (umbrella_id = (select platform.current_umbrella()) and (authorities.writes_for(membership_id)
    or authorities.is_officer_of(id) or (select authorities.is_coordinator())));
create policy drafts_dropped on authorities.communications for delete
  using (umbrella_id = (select platform.current_umbrella()) and status = 'draft' and authorities.writes_for(membership_id));
grant select, insert (id, kind, directions, topics, body_id, membership_id, through, lang, title, facts, grounds, proposals,
    draft_act_id, follows_id, origin, origin_id, created_by),
  update (number, kind, directions, topics, body_id, through, lang, title, facts, grounds, proposals, draft_act_id, status,
    resolution, prominence, prominence_reason, embargo_until, sign_until, signatory, sent_on, sent_at, sent_by, letter_id,
    letter_sha256, registered_number, registered_on, answered_on, updated_at),
  delete on authorities.communications to parasol_request;

create policy seen_with_communication on authorities.cosigners for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = cosigners.umbrella_id and c.id = communication_id));
create policy signed_by_its_own on authorities.cosigners for insert
  with check (umbrella_id = (select platform.current_umbrella()) and signed_by = (select platform.current_account())
    and network.represents(membership_id) is not null and exists (select 1 from authorities.communications c
      where c.umbrella_id = cosigners.umbrella_id and c.id = communication_id and c.status = 'signing'));
create policy taken_back_by_its_own on authorities.cosigners for delete
  using (umbrella_id = (select platform.current_umbrella()) and network.represents(membership_id) is not null
    and exists (select 1 from authorities.communications c
      where c.umbrella_id = cosigners.umbrella_id and c.id = communication_id and c.status = 'signing'));
grant select, insert (communication_id, membership_id, signed_by), delete on authorities.cosigners to parasol_request;

create policy seen_with_communication on authorities.access for select
  using (umbrella_id = (select platform.current_umbrella()) and (body_id in (select authorities.own_bodies())
    or (select network.is_inside())));
grant select on authorities.access to parasol_request;

create policy seen_with_communication on authorities.steps for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = steps.umbrella_id and c.id = communication_id));
create policy taken_by_parties on authorities.steps for insert
  with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert (communication_id, id, kind, side, body_id, to_body_id, by_person, on_day, response_form, resolution, reference, due_on,
  text, file_id) on authorities.steps to parasol_request;

create policy seen_by_prominence on authorities.messages for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = messages.umbrella_id and c.id = communication_id
      and authorities.sees(messages.prominence, c.embargo_until, c.id, c.membership_id, c.through)));
create policy written_by_parties on authorities.messages for insert
  with check (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = messages.umbrella_id and c.id = communication_id
      and (authorities.is_party(c.id, c.membership_id, c.through) or (select authorities.is_coordinator()))));
create policy shown_by_its_own on authorities.messages for update
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = messages.umbrella_id and c.id = communication_id
      and (authorities.writes_for(c.membership_id) or (select authorities.is_coordinator()))));
grant select, insert (communication_id, id, direction, channel, from_name, subject, text, written_by, received_at, raw_id, raw_sha256),
  update (prominence, prominence_reason, public_text) on authorities.messages to parasol_request;

create policy seen_by_prominence on authorities.attachments for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = attachments.umbrella_id and c.id = communication_id
      and authorities.sees(attachments.prominence, c.embargo_until, c.id, c.membership_id, c.through)));
create policy enclosed_by_parties on authorities.attachments for insert
  with check (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = attachments.umbrella_id and c.id = communication_id
      and (authorities.is_party(c.id, c.membership_id, c.through) or (select authorities.is_coordinator()))));
create policy shown_by_its_own on authorities.attachments for update
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from authorities.communications c
    where c.umbrella_id = attachments.umbrella_id and c.id = communication_id
      and (authorities.writes_for(c.membership_id) or (select authorities.is_coordinator()))));
grant select, insert (communication_id, id, message_id, file_id, sha256, position),
  update (prominence, prominence_reason, public_file_id) on authorities.attachments to parasol_request;

-- Rules -----------------------------------------------------------------------------------------------------------------------

create function authorities.next_number() returns integer
  language sql security definer set search_path = ''
  begin atomic
    insert into authorities.numbers as n (umbrella_id, last) values (platform.current_umbrella(), 1)
      on conflict (umbrella_id) do update set last = n.last + 1
      returning n.last;
  end;
comment on function authorities.next_number() is 'reviewed: counts on in the current umbrella; whoever takes a number holds the row until the end of the transaction';
revoke all on function authorities.next_number() from public;
grant execute on function authorities.next_number() to parasol_request;

-- The graph: where a step leads from a status, null where it cannot be taken.
create function authorities.next_status(status text, step text) returns text
  language sql immutable
  return case step
    when 'opened_for_signing' then case when status = 'draft' then 'signing' end
    when 'sent' then case when status in ('draft', 'signing') then 'sent' end
    when 'registered' then case when status in ('sent', 'forwarded') then 'registered' end
    when 'clarification_asked' then case when status in ('registered', 'considering') then 'clarifying' end
    when 'clarified' then case when status = 'clarifying' then 'registered' end
    when 'returned' then case when status in ('sent', 'registered') then 'returned' end
    when 'forwarded' then case when status in ('sent', 'registered') then 'forwarded' end
    when 'extended' then case when status in ('sent', 'registered', 'considering', 'clarifying') then status end
    when 'form_chosen' then case when status in ('registered', 'considering', 'clarifying') then 'considering' end
    when 'measure' then case when status in ('considering', 'answered') then status end
    when 'answered' then case when status in ('sent', 'registered', 'clarifying', 'considering', 'forwarded', 'answered') then 'answered' end
    when 'result' then case when status in ('considering', 'answered', 'closed') then status end
    when 'breached' then case when status in ('sent', 'registered', 'considering', 'forwarded') then status end
    when 'reminded' then case when status in ('sent', 'registered', 'considering', 'forwarded') then status end
    when 'corrected' then case when status not in ('draft', 'signing') then status end
    when 'closed' then case when status in ('sent', 'registered', 'clarifying', 'considering', 'forwarded', 'returned', 'answered') then 'closed' end
    when 'withdrawn' then case when status in ('signing', 'sent', 'registered', 'clarifying', 'considering', 'forwarded') then 'withdrawn' end
  end;

create function authorities.guard_step() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  told authorities.communications;
  led text;
begin
  select * into told from authorities.communications c
    where c.umbrella_id = platform.current_umbrella() and c.id = new.communication_id for update;
  if told.id is null then
    raise exception 'no such communication' using errcode = 'foreign_key_violation';
  end if;
  led := authorities.next_status(told.status, new.kind);
  if led is null then
    raise exception 'from % no % leads on', told.status, new.kind using errcode = 'restrict_violation', constraint = 'step_in_graph';
  end if;
  if new.side <> 'program' then
    if new.by_person is distinct from platform.current_account() then
      raise exception 'one acts in one''s own name' using errcode = 'restrict_violation', constraint = 'own_name';
    end if;
    if new.side = 'sender' and not (authorities.writes_for(told.membership_id)
        or authorities.is_coordinator() and told.through = 'coalition') then
      raise exception 'not the sender''s' using errcode = 'restrict_violation', constraint = 'step_of_sender';
    end if;
    -- The authority's own officer; or, out of its letter, a coordinator while the body is not on the platform.
    if new.side = 'authority' and not (new.body_id in (select authorities.own_bodies())
          and exists (select 1 from authorities.access a where a.umbrella_id = told.umbrella_id
            and a.communication_id = told.id and a.body_id = new.body_id)
        or (authorities.is_coordinator() or authorities.writes_for(told.membership_id)) and not authorities.has_officers(new.body_id)) then
      raise exception 'not the authority''s' using errcode = 'restrict_violation', constraint = 'step_of_authority';
    end if;
  end if;
  new.umbrella_id := told.umbrella_id;
  new.status := led;
  new.at := now();
  select coalesce(max(s.position), 0) + 1 into new.position from authorities.steps s
    where s.umbrella_id = told.umbrella_id and s.communication_id = told.id;
  return new;
end $$;
comment on function authorities.guard_step() is 'reviewed: locks the communication of a step, refuses what the graph, the side or the name do not allow, and numbers it';
revoke all on function authorities.guard_step() from public;
create trigger steps_guarded before insert on authorities.steps for each row execute function authorities.guard_step();

create function authorities.follow_step() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  -- A letter that is about to be sent has its number already: it is printed on it.
  update authorities.communications c set status = new.status,
      number = coalesce(c.number, authorities.next_number()),
      resolution = coalesce(new.resolution, c.resolution),
      registered_number = case when new.kind = 'registered' then new.reference else c.registered_number end,
      registered_on = case when new.kind = 'registered' then new.on_day else c.registered_on end,
      answered_on = case when new.kind = 'answered' then coalesce(c.answered_on, new.on_day) else c.answered_on end,
      updated_at = now()
    where c.umbrella_id = new.umbrella_id and c.id = new.communication_id;
  if new.kind = 'sent' then
    insert into authorities.access (umbrella_id, communication_id, body_id)
      select c.umbrella_id, c.id, c.body_id from authorities.communications c
      where c.umbrella_id = new.umbrella_id and c.id = new.communication_id
      on conflict do nothing;
  elsif new.kind = 'forwarded' then
    insert into authorities.access (umbrella_id, communication_id, body_id)
      values (new.umbrella_id, new.communication_id, new.to_body_id) on conflict do nothing;
  end if;
  return null;
end $$;
comment on function authorities.follow_step() is 'reviewed: carries the status of a guarded step to its communication, and lets the addressed body in';
revoke all on function authorities.follow_step() from public;
create trigger steps_followed after insert on authorities.steps for each row execute function authorities.follow_step();

-- What was sent stays as it was sent.
create function authorities.guard_communication() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.status <> 'draft' and (new.kind, new.directions, new.body_id, new.membership_id, new.through, new.lang, new.title, new.facts,
      new.grounds, new.proposals, new.draft_act_id, new.number) is distinct from (old.kind, old.directions, old.body_id,
      old.membership_id, old.through, old.lang, old.title, old.facts, old.grounds, old.proposals, old.draft_act_id, old.number) then
    raise exception 'what others signed or received stays as it was' using errcode = 'restrict_violation', constraint = 'sent_stays';
  end if;
  if old.sent_at is not null and (new.sent_at, new.sent_on, new.sent_by, new.letter_id, new.letter_sha256, new.signatory)
      is distinct from (old.sent_at, old.sent_on, old.sent_by, old.letter_id, old.letter_sha256, old.signatory)
      and not (new.sent_by is null and (new.sent_at, new.sent_on, new.letter_id, new.letter_sha256, new.signatory)
        is not distinct from (old.sent_at, old.sent_on, old.letter_id, old.letter_sha256, old.signatory)) then
    raise exception 'a letter that left stays as it left' using errcode = 'restrict_violation', constraint = 'sent_stays';
  end if;
  if new.status is distinct from old.status and current_user = 'parasol_request' then
    raise exception 'a status follows from a step' using errcode = 'restrict_violation', constraint = 'status_follows_steps';
  end if;
  return new;
end $$;
create trigger communications_guarded before update on authorities.communications
  for each row execute function authorities.guard_communication();

create trigger announce after insert or update or delete on authorities.communications
  for each row execute function platform.announce_change();
