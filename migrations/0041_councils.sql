-- Councils in the terms of Popolo: organisations, persons, posts, memberships, events, areas, motions, vote events and votes; and
-- what a coalition does around them: forming a public council, sessions, delegates' reports, conflicts of interest, liaisons.
--
-- A table of a Popolo class has `source_id`, `popolo_id`, `popolo_key` (how the object is known again when its file comes again),
-- `nested_in` (the class it was written inside) and `popolo`: what has no column, and what a column could not hold as it was
-- written. Going out, what `popolo` says goes before the columns.

create schema councils;
grant usage on schema councils to parasol_request;

-- A day of Popolo: 2015, 2015-10 or 2015-10-03.
create function councils.is_partial_day(day text) returns boolean
  language sql immutable parallel safe
  return case
    when day !~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$' or left(day, 4) = '0000' then false
    when length(day) = 10 then right(day, 2)::integer <= extract(day from
      make_date(left(day, 4)::integer, substr(day, 6, 2)::integer, 1) + interval '1 month' - interval '1 day')
    else true end;

create function councils.earliest_day(day text) returns date
  language sql immutable parallel safe
  return case when councils.is_partial_day(day) then make_date(left(day, 4)::integer,
    case when length(day) > 4 then substr(day, 6, 2)::integer else 1 end,
    case when length(day) = 10 then right(day, 2)::integer else 1 end) end;

create function councils.latest_day(day text) returns date
  language sql immutable parallel safe
  return case when councils.is_partial_day(day) then case length(day)
    when 4 then make_date(left(day, 4)::integer, 12, 31)
    when 7 then (make_date(left(day, 4)::integer, right(day, 2)::integer, 1) + interval '1 month' - interval '1 day')::date
    else councils.earliest_day(day) end end;

-- Popolo ---------------------------------------------------------------------------------------------------------------------

create table councils.sources (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  file_name text not null check (length(file_name) between 1 and 200),
  top jsonb not null default '{}' check (jsonb_typeof(top) = 'object'),
  imported_by uuid references people.people (id),
  imported_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, name)
);
comment on table councils.sources is 'one body of Popolo data, whose ids are its own; a file that comes again belongs to the same';
comment on column councils.sources.top is 'what stood at the top of the file beside the known classes';

create table councils.areas (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  source_id uuid,
  popolo_id text check (length(popolo_id) between 1 and 400),
  popolo_key text check (length(popolo_key) between 1 and 500),
  nested_in text check (nested_in in ('persons', 'organizations', 'posts', 'motions', 'vote_events')),
  position integer not null default 0,
  popolo jsonb not null default '{}' check (jsonb_typeof(popolo) = 'object'),
  name text check (length(name) between 1 and 500),
  identifier text check (length(identifier) between 1 and 200),
  classification text check (length(classification) between 1 and 200),
  parent_id uuid,
  primary key (umbrella_id, id),
  unique (umbrella_id, source_id, popolo_key),
  foreign key (umbrella_id, source_id) references councils.sources (umbrella_id, id),
  check ((source_id is null) = (popolo_key is null)),
  foreign key (umbrella_id, parent_id) references councils.areas (umbrella_id, id)
);

create table councils.councils (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  source_id uuid,
  popolo_id text check (length(popolo_id) between 1 and 400),
  popolo_key text check (length(popolo_key) between 1 and 500),
  nested_in text check (nested_in in ('persons', 'organizations', 'posts', 'motions', 'vote_events')),
  position integer not null default 0,
  popolo jsonb not null default '{}' check (jsonb_typeof(popolo) = 'object'),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  kind text not null check (kind in ('advisory_council', 'expert_council', 'public_council', 'supervisory_board', 'commission',
    'parliamentary_committee', 'parliament', 'other', 'group')),
  repeated boolean not null default false,
  name jsonb not null check (jsonb_typeof(name) = 'object' and name <> '{}'),
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  classification text check (length(classification) between 1 and 200),
  body_id uuid references authorities.bodies (id),
  field jsonb not null default '{}' check (jsonb_typeof(field) = 'object'),
  parent_id uuid,
  area_id uuid,
  founded text check (councils.is_partial_day(founded)),
  dissolved text check (councils.is_partial_day(dissolved)),
  seats integer check (seats between 0 and 100000),
  quorum_rule text not null default 'half_of_seats'
    check (quorum_rule in ('half_of_seats', 'half_of_members', 'two_thirds_of_members', 'number', 'none')),
  quorum_number integer check (quorum_number > 0),
  majority_rule text not null default 'of_votes'
    check (majority_rule in ('of_votes', 'of_present', 'of_members', 'of_seats', 'two_thirds_of_present', 'two_thirds_of_seats')),
  rules_title jsonb not null default '{}' check (jsonb_typeof(rules_title) = 'object'),
  rules_file_id uuid,
  rules_url text check (rules_url ~ '^https?://' and length(rules_url) <= 500),
  rules_adopted_on date,
  public boolean not null default true,
  demonstration boolean not null default false,
  created_by uuid references people.people (id),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, source_id, popolo_key),
  foreign key (umbrella_id, source_id) references councils.sources (umbrella_id, id),
  check ((source_id is null) = (popolo_key is null)),
  unique (umbrella_id, slug),
  foreign key (umbrella_id, parent_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, area_id) references councils.areas (umbrella_id, id),
  foreign key (umbrella_id, rules_file_id) references platform.files (umbrella_id, id),
  check (parent_id <> id),
  check ((quorum_rule = 'number') = (quorum_number is not null))
);
comment on column councils.councils.kind is 'group: an organisation that a Popolo file names beside its councils (a party, a faction, a ministry)';
comment on column councils.councils.repeated is 'its file has the same id more than once; the first one counts, the others are kept to be given out again';
comment on column councils.councils.field is 'what an expert council works on, in words';
comment on column councils.councils.public is 'whether visitors may know of it; otherwise it is among members';
create index councils_by_kind on councils.councils (umbrella_id, kind) where not repeated;
create index councils_of_body on councils.councils (body_id) where body_id is not null;

create table councils.people (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  source_id uuid,
  popolo_id text check (length(popolo_id) between 1 and 400),
  popolo_key text check (length(popolo_key) between 1 and 500),
  nested_in text check (nested_in in ('persons', 'organizations', 'posts', 'motions', 'vote_events')),
  position integer not null default 0,
  popolo jsonb not null default '{}' check (jsonb_typeof(popolo) = 'object'),
  name text check (length(name) between 1 and 500),
  named boolean not null default false,
  account_id uuid references people.people (id),
  primary key (umbrella_id, id),
  unique (umbrella_id, source_id, popolo_key),
  foreign key (umbrella_id, source_id) references councils.sources (umbrella_id, id),
  check ((source_id is null) = (popolo_key is null))
);
comment on column councils.people.named is 'whether visitors may read the name: the role is public by law, the file that names the person is, or the person agreed';
comment on column councils.people.account_id is 'the person of the platform, who then writes reports and declares conflicts';
create index people_with_account on councils.people (account_id, umbrella_id) where account_id is not null;

create table councils.posts (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  source_id uuid,
  popolo_id text check (length(popolo_id) between 1 and 400),
  popolo_key text check (length(popolo_key) between 1 and 500),
  nested_in text check (nested_in in ('persons', 'organizations', 'posts', 'motions', 'vote_events')),
  position integer not null default 0,
  popolo jsonb not null default '{}' check (jsonb_typeof(popolo) = 'object'),
  council_id uuid,
  label text check (length(label) between 1 and 500),
  role text check (length(role) between 1 and 300),
  area_id uuid,
  start_date text check (councils.is_partial_day(start_date)),
  end_date text check (councils.is_partial_day(end_date)),
  nominates text check (length(nominates) between 1 and 500),
  voting boolean not null default true,
  primary key (umbrella_id, id),
  unique (umbrella_id, source_id, popolo_key),
  foreign key (umbrella_id, source_id) references councils.sources (umbrella_id, id),
  check ((source_id is null) = (popolo_key is null)),
  foreign key (umbrella_id, council_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, area_id) references councils.areas (umbrella_id, id)
);
comment on column councils.posts.nominates is 'who may propose somebody for this seat';
create index posts_of_council on councils.posts (umbrella_id, council_id);

create table councils.terms (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  source_id uuid,
  popolo_id text check (length(popolo_id) between 1 and 400),
  popolo_key text check (length(popolo_key) between 1 and 500),
  nested_in text check (nested_in in ('persons', 'organizations', 'posts', 'motions', 'vote_events')),
  position integer not null default 0,
  popolo jsonb not null default '{}' check (jsonb_typeof(popolo) = 'object'),
  council_id uuid,
  parent_id uuid,
  name text check (length(name) between 1 and 500),
  classification text check (length(classification) between 1 and 200),
  start_date text check (councils.is_partial_day(start_date)),
  end_date text check (councils.is_partial_day(end_date)),
  primary key (umbrella_id, id),
  unique (umbrella_id, source_id, popolo_key),
  foreign key (umbrella_id, source_id) references councils.sources (umbrella_id, id),
  check ((source_id is null) = (popolo_key is null)),
  foreign key (umbrella_id, council_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, parent_id) references councils.terms (umbrella_id, id)
);
comment on table councils.terms is 'Popolo events: terms of a council, elections, sittings that a file names';
create index terms_of_council on councils.terms (umbrella_id, council_id);

create table councils.memberships (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  source_id uuid,
  popolo_id text check (length(popolo_id) between 1 and 400),
  popolo_key text check (length(popolo_key) between 1 and 500),
  nested_in text check (nested_in in ('persons', 'organizations', 'posts', 'motions', 'vote_events')),
  position integer not null default 0,
  popolo jsonb not null default '{}' check (jsonb_typeof(popolo) = 'object'),
  council_id uuid,
  person_id uuid,
  post_id uuid,
  term_id uuid,
  area_id uuid,
  label text check (length(label) between 1 and 500),
  role text check (length(role) between 1 and 300),
  duty text not null default 'member' check (duty in ('chair', 'deputy_chair', 'secretary', 'member', 'observer')),
  on_behalf_of_id uuid,
  membership_id uuid,
  on_behalf text check (length(on_behalf) between 1 and 300),
  delegate boolean not null default false,
  nominated_by text check (length(nominated_by) between 1 and 500),
  mandate_file_id uuid,
  mandate_note text check (length(mandate_note) between 1 and 1000),
  start_date text check (councils.is_partial_day(start_date)),
  end_date text check (councils.is_partial_day(end_date)),
  end_reason text check (length(end_reason) between 1 and 1000),
  succeeds_id uuid,
  primary key (umbrella_id, id),
  unique (umbrella_id, source_id, popolo_key),
  foreign key (umbrella_id, source_id) references councils.sources (umbrella_id, id),
  check ((source_id is null) = (popolo_key is null)),
  check (council_id is not null or source_id is not null),
  foreign key (umbrella_id, council_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, person_id) references councils.people (umbrella_id, id),
  foreign key (umbrella_id, post_id) references councils.posts (umbrella_id, id),
  foreign key (umbrella_id, term_id) references councils.terms (umbrella_id, id),
  foreign key (umbrella_id, area_id) references councils.areas (umbrella_id, id),
  foreign key (umbrella_id, on_behalf_of_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, mandate_file_id) references platform.files (umbrella_id, id),
  foreign key (umbrella_id, succeeds_id) references councils.memberships (umbrella_id, id)
);
comment on table councils.memberships is 'who sits where, on whose behalf, since when';
comment on column councils.memberships.on_behalf_of_id is 'the organisation of Popolo; membership_id is the member of the coalition, on_behalf another in words';
comment on column councils.memberships.delegate is 'sits there for the coalition and reports back after each session';
create index memberships_of_council on councils.memberships (umbrella_id, council_id);
create index memberships_of_person on councils.memberships (umbrella_id, person_id);
create index memberships_for_member on councils.memberships (umbrella_id, membership_id) where membership_id is not null;

-- What a delegate leaves to the one who follows. Nobody else reads it but who keeps the council.
create table councils.handovers (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  seat_id uuid not null,
  note text not null check (length(note) between 1 and 10000),
  written_by uuid references people.people (id),
  written_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, seat_id) references councils.memberships (umbrella_id, id)
);

-- Sessions -------------------------------------------------------------------------------------------------------------------

create table councils.sessions (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  council_id uuid not null,
  number integer not null check (number > 0),
  title jsonb not null default '{}' check (jsonb_typeof(title) = 'object'),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  place text check (length(place) between 1 and 300),
  status text not null default 'planned' check (status in ('planned', 'invited', 'held', 'cancelled')),
  cancel_reason text check (length(cancel_reason) between 1 and 1000),
  invited_at timestamptz,
  members_then integer check (members_then >= 0),
  seats_then integer check (seats_then >= 0),
  present_then integer check (present_then >= 0),
  quorum_then integer check (quorum_then >= 0),
  created_by uuid references people.people (id),
  created_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, council_id, number),
  foreign key (umbrella_id, council_id) references councils.councils (umbrella_id, id),
  check (status <> 'invited' or invited_at is not null),
  check ((status = 'cancelled') = (cancel_reason is not null)),
  check ((status = 'held') = (present_then is not null) and (status = 'held') = (members_then is not null)
    and (status = 'held') = (quorum_then is not null))
);
comment on column councils.sessions.members_then is 'how many could vote, and how many were there, when it was recorded as held: quorum is computed once and stays';
create index sessions_of_council on councils.sessions (umbrella_id, council_id, starts_at desc);
create index sessions_by_start on councils.sessions (umbrella_id, starts_at);

-- Apart, because visitors read the session and not this.
create table councils.online_links (
  umbrella_id uuid not null default platform.current_umbrella(),
  session_id uuid not null,
  url text not null check (url ~ '^https?://' and length(url) <= 500),
  primary key (umbrella_id, session_id),
  foreign key (umbrella_id, session_id) references councils.sessions (umbrella_id, id)
);

create table councils.minutes (
  umbrella_id uuid not null default platform.current_umbrella(),
  session_id uuid not null,
  text text check (length(text) between 1 and 50000),
  lang text check (length(lang) between 2 and 35),
  file_id uuid,
  proposed_at timestamptz,
  approved_at timestamptz,
  approved_in uuid,
  public boolean not null default false,
  written_by uuid references people.people (id),
  written_at timestamptz not null default now(),
  primary key (umbrella_id, session_id),
  foreign key (umbrella_id, session_id) references councils.sessions (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id),
  foreign key (umbrella_id, approved_in) references councils.sessions (umbrella_id, id),
  check (text is not null or file_id is not null),
  check ((text is null) = (lang is null)),
  check (approved_at is null or proposed_at is not null),
  check (approved_in is null or approved_at is not null),
  check (approved_in <> session_id),
  check (not public or approved_at is not null)
);
comment on column councils.minutes.approved_in is 'the later session that approved them; otherwise two persons did';

create table councils.minutes_approvals (
  umbrella_id uuid not null default platform.current_umbrella(),
  session_id uuid not null,
  person_id uuid not null default platform.current_account() references people.people (id),
  at timestamptz not null default now(),
  primary key (umbrella_id, session_id, person_id),
  foreign key (umbrella_id, session_id) references councils.minutes (umbrella_id, session_id)
);

create table councils.agenda_items (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  session_id uuid not null,
  position integer not null check (position > 0),
  title jsonb not null check (jsonb_typeof(title) = 'object' and title <> '{}'),
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  reporter text check (length(reporter) between 1 and 200),
  decision text check (length(decision) between 1 and 10000),
  decision_lang text check (length(decision_lang) between 2 and 35),
  primary key (umbrella_id, id),
  unique (umbrella_id, session_id, position) deferrable initially deferred,
  foreign key (umbrella_id, session_id) references councils.sessions (umbrella_id, id)
);
comment on column councils.agenda_items.reporter is 'in what capacity somebody speaks; no private name';

create table councils.attendance (
  umbrella_id uuid not null default platform.current_umbrella(),
  session_id uuid not null,
  seat_id uuid not null,
  reply text check (reply in ('coming', 'not_coming')),
  status text check (status in ('present', 'online', 'excused', 'absent')),
  primary key (umbrella_id, session_id, seat_id),
  foreign key (umbrella_id, session_id) references councils.sessions (umbrella_id, id),
  foreign key (umbrella_id, seat_id) references councils.memberships (umbrella_id, id)
);
comment on column councils.attendance.seat_id is 'the membership in the council';

create table councils.documents (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  council_id uuid not null,
  session_id uuid,
  item_id uuid,
  title jsonb not null check (jsonb_typeof(title) = 'object' and title <> '{}'),
  file_id uuid not null,
  public boolean not null default false,
  added_by uuid references people.people (id),
  added_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, council_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, session_id) references councils.sessions (umbrella_id, id),
  foreign key (umbrella_id, item_id) references councils.agenda_items (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id)
);
create index documents_of_council on councils.documents (umbrella_id, council_id, session_id);

create table councils.conflicts (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  item_id uuid not null,
  seat_id uuid not null,
  reason text not null check (length(reason) between 1 and 2000),
  abstains boolean not null default true,
  declared_by uuid references people.people (id),
  declared_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, item_id, seat_id),
  foreign key (umbrella_id, item_id) references councils.agenda_items (umbrella_id, id),
  foreign key (umbrella_id, seat_id) references councils.memberships (umbrella_id, id)
);
comment on column councils.conflicts.abstains is 'takes no part in the vote on this item; such a vote is refused';

-- Motions and votes ----------------------------------------------------------------------------------------------------------

create table councils.motions (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  source_id uuid,
  popolo_id text check (length(popolo_id) between 1 and 400),
  popolo_key text check (length(popolo_key) between 1 and 500),
  nested_in text check (nested_in in ('persons', 'organizations', 'posts', 'motions', 'vote_events')),
  position integer not null default 0,
  popolo jsonb not null default '{}' check (jsonb_typeof(popolo) = 'object'),
  council_id uuid,
  term_id uuid,
  creator_id uuid,
  item_id uuid,
  identifier text check (length(identifier) between 1 and 200),
  classification text check (length(classification) between 1 and 200),
  text text check (length(text) between 1 and 50000),
  date text check (councils.is_partial_day(date)),
  requirement text check (length(requirement) between 1 and 300),
  result text check (length(result) between 1 and 200),
  primary key (umbrella_id, id),
  unique (umbrella_id, source_id, popolo_key),
  foreign key (umbrella_id, source_id) references councils.sources (umbrella_id, id),
  check ((source_id is null) = (popolo_key is null)),
  foreign key (umbrella_id, council_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, term_id) references councils.terms (umbrella_id, id),
  foreign key (umbrella_id, creator_id) references councils.people (umbrella_id, id),
  foreign key (umbrella_id, item_id) references councils.agenda_items (umbrella_id, id)
);
create index motions_of_council on councils.motions (umbrella_id, council_id);
create index motions_of_item on councils.motions (umbrella_id, item_id) where item_id is not null;

create table councils.vote_events (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  source_id uuid,
  popolo_id text check (length(popolo_id) between 1 and 400),
  popolo_key text check (length(popolo_key) between 1 and 500),
  nested_in text check (nested_in in ('persons', 'organizations', 'posts', 'motions', 'vote_events')),
  position integer not null default 0,
  popolo jsonb not null default '{}' check (jsonb_typeof(popolo) = 'object'),
  council_id uuid,
  motion_id uuid,
  term_id uuid,
  session_id uuid,
  identifier text check (length(identifier) between 1 and 200),
  start_date text check (councils.is_partial_day(start_date)),
  end_date text check (councils.is_partial_day(end_date)),
  result text check (length(result) between 1 and 200),
  counts jsonb check (jsonb_typeof(counts) = 'array'),
  majority_rule text check (majority_rule in ('of_votes', 'of_present', 'of_members', 'of_seats', 'two_thirds_of_present',
    'two_thirds_of_seats')),
  yes integer check (yes >= 0),
  no integer check (no >= 0),
  abstain integer check (abstain >= 0),
  present_then integer check (present_then >= 0),
  members_then integer check (members_then >= 0),
  seats_then integer check (seats_then >= 0),
  recorded_by uuid references people.people (id),
  recorded_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, source_id, popolo_key),
  foreign key (umbrella_id, source_id) references councils.sources (umbrella_id, id),
  check ((source_id is null) = (popolo_key is null)),
  foreign key (umbrella_id, council_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, motion_id) references councils.motions (umbrella_id, id),
  foreign key (umbrella_id, term_id) references councils.terms (umbrella_id, id),
  foreign key (umbrella_id, session_id) references councils.sessions (umbrella_id, id),
  check ((session_id is null) = (majority_rule is null) and (session_id is null) = (yes is null) and (session_id is null) = (no is null)
    and (session_id is null) = (abstain is null) and (session_id is null) = (present_then is null)
    and (session_id is null) = (members_then is null)),
  constraint more_than_present check (yes + no + abstain <= present_then and present_then <= members_then)
);
comment on column councils.vote_events.counts is 'as a Popolo file states them; votes of a session here have yes, no and abstain';
create index vote_events_of_motion on councils.vote_events (umbrella_id, motion_id);
create index vote_events_of_session on councils.vote_events (umbrella_id, session_id) where session_id is not null;

create table councils.votes (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  source_id uuid,
  popolo_id text check (length(popolo_id) between 1 and 400),
  popolo_key text check (length(popolo_key) between 1 and 500),
  nested_in text check (nested_in in ('persons', 'organizations', 'posts', 'motions', 'vote_events')),
  position integer not null default 0,
  popolo jsonb not null default '{}' check (jsonb_typeof(popolo) = 'object'),
  vote_event_id uuid,
  voter_id uuid,
  seat_id uuid,
  group_id uuid,
  pair_id uuid,
  role text check (length(role) between 1 and 300),
  option text check (option in ('yes', 'no', 'abstain', 'absent', 'not voting', 'paired')),
  weight numeric,
  primary key (umbrella_id, id),
  unique (umbrella_id, source_id, popolo_key),
  foreign key (umbrella_id, source_id) references councils.sources (umbrella_id, id),
  check ((source_id is null) = (popolo_key is null)),
  foreign key (umbrella_id, vote_event_id) references councils.vote_events (umbrella_id, id),
  foreign key (umbrella_id, voter_id) references councils.people (umbrella_id, id),
  foreign key (umbrella_id, seat_id) references councils.memberships (umbrella_id, id),
  foreign key (umbrella_id, group_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, pair_id) references councils.people (umbrella_id, id),
  unique (umbrella_id, vote_event_id, seat_id)
);
create index votes_of_event on councils.votes (umbrella_id, vote_event_id);

-- Delegates' reports, forming a public council, liaisons ---------------------------------------------------------------------

create table councils.reports (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  session_id uuid not null,
  seat_id uuid not null,
  lang text not null check (length(lang) between 2 and 35),
  happened text not null check (length(happened) between 1 and 10000),
  said text not null default '' check (length(said) <= 10000),
  next_steps text not null default '' check (length(next_steps) <= 5000),
  written_by uuid references people.people (id),
  written_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  unique (umbrella_id, session_id, seat_id),
  foreign key (umbrella_id, session_id) references councils.sessions (umbrella_id, id),
  foreign key (umbrella_id, seat_id) references councils.memberships (umbrella_id, id)
);
comment on table councils.reports is 'what the coalition''s delegate tells the members after a session';

-- One row per reminder that was sent: a term that ends, a report that is missing.
create table councils.reminders (
  umbrella_id uuid not null default platform.current_umbrella(),
  seat_id uuid not null,
  about text not null check (length(about) between 1 and 80),
  sent_at timestamptz not null default now(),
  primary key (umbrella_id, seat_id, about),
  foreign key (umbrella_id, seat_id) references councils.memberships (umbrella_id, id)
);

create table councils.formations (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  council_id uuid not null,
  stage text not null default 'initiative_group' check (stage in ('initiative_group', 'call', 'applications', 'assembly', 'election',
    'composition', 'abandoned')),
  begun_on date not null,
  ground text check (length(ground) between 1 and 1000),
  call_text jsonb not null default '{}' check (jsonb_typeof(call_text) = 'object'),
  who_may_apply jsonb not null default '{}' check (jsonb_typeof(who_may_apply) = 'object'),
  seats integer check (seats > 0),
  called_on date,
  apply_until date,
  assembly_at timestamptz,
  assembly_place text check (length(assembly_place) between 1 and 300),
  elected_on date,
  electors integer check (electors >= 0),
  minutes_file_id uuid,
  published_on date,
  abandoned_reason text check (length(abandoned_reason) between 1 and 1000),
  created_by uuid references people.people (id),
  created_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, council_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, minutes_file_id) references platform.files (umbrella_id, id),
  check (called_on is null or called_on >= begun_on),
  check (apply_until >= called_on),
  check (stage not in ('call', 'applications', 'assembly', 'election', 'composition')
    or (called_on is not null and apply_until is not null and call_text <> '{}' and seats is not null)),
  check (stage not in ('assembly', 'election', 'composition') or assembly_at is not null),
  constraint no_election_without_minutes check (stage not in ('election', 'composition')
    or (elected_on is not null and electors is not null and minutes_file_id is not null)),
  check ((stage = 'composition') = (published_on is not null)),
  check ((stage = 'abandoned') = (abandoned_reason is not null))
);
create unique index one_formation_at_a_time on councils.formations (umbrella_id, council_id)
  where stage not in ('composition', 'abandoned');

create table councils.initiators (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  formation_id uuid not null,
  organisation text not null check (length(organisation) between 1 and 300),
  membership_id uuid,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, formation_id) references councils.formations (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);

create table councils.applications (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  formation_id uuid not null,
  organisation text not null check (length(organisation) between 1 and 300),
  membership_id uuid,
  candidate text not null check (length(candidate) between 1 and 200),
  candidate_named boolean not null default false,
  statement text not null default '' check (length(statement) <= 5000),
  status text not null default 'received' check (status in ('received', 'admitted', 'refused', 'withdrawn')),
  refusal text check (length(refusal) between 1 and 1000),
  votes integer check (votes >= 0),
  elected boolean,
  applied_by uuid references people.people (id),
  applied_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, formation_id) references councils.formations (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check ((status = 'refused') = (refusal is not null)),
  check (votes is null or status = 'admitted'),
  check ((votes is null) = (elected is null))
);
create unique index one_application_each on councils.applications (umbrella_id, formation_id, lower(organisation))
  where status <> 'withdrawn';

-- The Commissioner's regional coordinators are posts of the network; here is when and where they receive, and their journal.
create table councils.receptions (
  umbrella_id uuid not null default platform.current_umbrella(),
  post_id uuid not null,
  hours jsonb not null default '{}' check (jsonb_typeof(hours) = 'object'),
  address text check (length(address) between 1 and 300),
  phone text check (length(phone) between 1 and 40),
  email text check (email ~ '^[^\s@]+@[^\s@]+$' and length(email) <= 254),
  updated_at timestamptz not null default now(),
  primary key (umbrella_id, post_id),
  foreign key (umbrella_id, post_id) references network.posts (umbrella_id, id)
);
comment on table councils.receptions is 'contacts of the office, never of a private person';

create table councils.contacts (
  umbrella_id uuid not null default platform.current_umbrella(),
  id uuid not null,
  post_id uuid not null,
  on_day date not null,
  channel text not null check (channel in ('visit', 'phone', 'mail', 'event', 'other')),
  membership_id uuid,
  with_whom text not null check (length(with_whom) between 1 and 300),
  about text not null check (length(about) between 1 and 5000),
  agreed text not null default '' check (length(agreed) <= 2000),
  written_by uuid references people.people (id),
  written_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, post_id) references network.posts (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);
comment on table councils.contacts is 'read by coordinators and by the holder of the post';
create index contacts_of_post on councils.contacts (umbrella_id, post_id, on_day desc);

-- Who may ---------------------------------------------------------------------------------------------------------------------

create function councils.runs(start_date text, end_date text) returns boolean
  language sql stable
  return coalesce(councils.earliest_day(start_date) <= network.today(), true)
    and coalesce(councils.latest_day(end_date) >= network.today(), true);

-- Coordinators keep every council, its chair and secretary their own.
create function councils.keeps(council uuid) returns boolean
  language sql stable
  return network.is_coordinator() or platform.current_account() is not null and exists (
    select 1 from councils.memberships m
    join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
    where m.umbrella_id = platform.current_umbrella() and m.council_id = council and m.duty in ('chair', 'secretary')
      and p.account_id = platform.current_account() and councils.runs(m.start_date, m.end_date));

create function councils.keeps_session(session uuid) returns boolean
  language sql stable
  return exists (select 1 from councils.sessions s
    where s.umbrella_id = platform.current_umbrella() and s.id = session and councils.keeps(s.council_id));

-- The seat is held by the asking account.
create function councils.is_own_seat(seat uuid) returns boolean
  language sql stable
  return platform.current_account() is not null and exists (
    select 1 from councils.memberships m
    join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
    where m.umbrella_id = platform.current_umbrella() and m.id = seat and p.account_id = platform.current_account());

create function councils.is_liaison(post uuid) returns boolean
  language sql stable
  return exists (select 1 from network.post_terms t
    where t.umbrella_id = platform.current_umbrella() and t.post_id = post and t.person_id = platform.current_account()
      and t.valid_from <= network.today() and (t.valid_until is null or t.valid_until > network.today()));

create function councils.sees(council uuid, source uuid) returns boolean
  language sql stable
  return case when council is not null
    then exists (select 1 from councils.councils c where c.umbrella_id = platform.current_umbrella() and c.id = council)
    else source is not null and exists (select 1 from councils.councils c
      where c.umbrella_id = platform.current_umbrella() and c.source_id = source) or network.is_inside() end;

alter table councils.sources enable row level security;
create policy seen on councils.sources for select
  using (umbrella_id = (select platform.current_umbrella()) and ((select network.is_inside())
    or exists (select 1 from councils.councils c where c.umbrella_id = sources.umbrella_id and c.source_id = sources.id)));
create policy kept on councils.sources for insert
  with check (umbrella_id = (select platform.current_umbrella()) and (select network.is_coordinator()));
create policy changed on councils.sources for update
  using (umbrella_id = (select platform.current_umbrella()) and (select network.is_coordinator()));
grant select, insert, update on councils.sources to parasol_request;

alter table councils.areas enable row level security;
create policy seen on councils.areas for select
  using (umbrella_id = (select platform.current_umbrella()));
create policy kept on councils.areas for insert
  with check (umbrella_id = (select platform.current_umbrella()) and (select network.is_coordinator()));
create policy changed on councils.areas for update
  using (umbrella_id = (select platform.current_umbrella()) and (select network.is_coordinator()));
grant select, insert, update on councils.areas to parasol_request;

alter table councils.councils enable row level security;
create policy seen on councils.councils for select
  using (umbrella_id = (select platform.current_umbrella()) and (public or (select network.is_inside())));
create policy kept on councils.councils for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps(id));
create policy changed on councils.councils for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(id));
grant select, insert, update on councils.councils to parasol_request;

alter table councils.people enable row level security;
create policy seen on councils.people for select
  using (umbrella_id = (select platform.current_umbrella()) and (named or (select network.is_inside())));
create policy kept on councils.people for insert
  with check (umbrella_id = (select platform.current_umbrella()) and ((select network.is_coordinator())
    or exists (select 1 from councils.councils c where c.umbrella_id = people.umbrella_id and councils.keeps(c.id))));
create policy changed on councils.people for update
  using (umbrella_id = (select platform.current_umbrella()) and ((select network.is_coordinator())
    or exists (select 1 from councils.councils c where c.umbrella_id = people.umbrella_id and councils.keeps(c.id))));
grant select, insert, update on councils.people to parasol_request;

alter table councils.posts enable row level security;
create policy seen on councils.posts for select
  using (umbrella_id = (select platform.current_umbrella()) and councils.sees(council_id, source_id));
create policy kept on councils.posts for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy changed on councils.posts for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy dropped on councils.posts for delete
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
grant select, insert, update, delete on councils.posts to parasol_request;

alter table councils.terms enable row level security;
create policy seen on councils.terms for select
  using (umbrella_id = (select platform.current_umbrella()) and councils.sees(council_id, source_id));
create policy kept on councils.terms for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy changed on councils.terms for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
grant select, insert, update on councils.terms to parasol_request;

alter table councils.memberships enable row level security;
create policy seen on councils.memberships for select
  using (umbrella_id = (select platform.current_umbrella()) and councils.sees(council_id, source_id));
create policy kept on councils.memberships for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy changed on councils.memberships for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
grant select, insert, update on councils.memberships to parasol_request;

alter table councils.motions enable row level security;
create policy seen on councils.motions for select
  using (umbrella_id = (select platform.current_umbrella()) and councils.sees(council_id, source_id));
create policy kept on councils.motions for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy changed on councils.motions for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
grant select, insert, update on councils.motions to parasol_request;

alter table councils.vote_events enable row level security;
create policy seen on councils.vote_events for select
  using (umbrella_id = (select platform.current_umbrella()) and councils.sees(council_id, source_id));
create policy kept on councils.vote_events for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy changed on councils.vote_events for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
grant select, insert, update on councils.vote_events to parasol_request;

alter table councils.votes enable row level security;
create policy seen on councils.votes for select
  using (umbrella_id = (select platform.current_umbrella()) and (exists (select 1 from councils.vote_events e where e.umbrella_id = votes.umbrella_id and e.id = vote_event_id)
    or vote_event_id is null and councils.sees(null, source_id)));
create policy kept on councils.votes for insert
  with check (umbrella_id = (select platform.current_umbrella()) and ((select network.is_coordinator())
    or exists (select 1 from councils.vote_events e
      where e.umbrella_id = votes.umbrella_id and e.id = vote_event_id and councils.keeps(e.council_id))));
create policy changed on councils.votes for update
  using (umbrella_id = (select platform.current_umbrella()) and ((select network.is_coordinator())
    or exists (select 1 from councils.vote_events e
      where e.umbrella_id = votes.umbrella_id and e.id = vote_event_id and councils.keeps(e.council_id))));
grant select, insert, update on councils.votes to parasol_request;

alter table councils.handovers enable row level security;
create policy seen on councils.handovers for select
  using (umbrella_id = (select platform.current_umbrella()) and (written_by = (select platform.current_account())
    or exists (select 1 from councils.memberships m where m.umbrella_id = handovers.umbrella_id
      and (m.id = seat_id and councils.keeps(m.council_id) or m.succeeds_id = seat_id and councils.is_own_seat(m.id)))));
create policy kept on councils.handovers for insert
  with check (umbrella_id = (select platform.current_umbrella()) and written_by = (select platform.current_account()) and councils.is_own_seat(seat_id));
grant select, insert on councils.handovers to parasol_request;

alter table councils.sessions enable row level security;
create policy seen on councils.sessions for select
  using (umbrella_id = (select platform.current_umbrella()) and councils.sees(council_id, null));
create policy kept on councils.sessions for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy changed on councils.sessions for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
grant select, insert, update on councils.sessions to parasol_request;

alter table councils.online_links enable row level security;
create policy seen on councils.online_links for select
  using (umbrella_id = (select platform.current_umbrella()) and (select network.is_inside()));
create policy kept on councils.online_links for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps_session(session_id));
create policy changed on councils.online_links for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps_session(session_id));
create policy dropped on councils.online_links for delete
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps_session(session_id));
grant select, insert, update, delete on councils.online_links to parasol_request;

alter table councils.minutes enable row level security;
create policy seen on councils.minutes for select
  using (umbrella_id = (select platform.current_umbrella()) and (public or (select network.is_inside())) and exists (select 1 from councils.sessions s where s.umbrella_id = minutes.umbrella_id and s.id = session_id));
create policy kept on councils.minutes for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps_session(session_id));
create policy changed on councils.minutes for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps_session(session_id));
grant select, insert, update on councils.minutes to parasol_request;

alter table councils.minutes_approvals enable row level security;
create policy seen on councils.minutes_approvals for select
  using (umbrella_id = (select platform.current_umbrella()) and (select network.is_inside()));
create policy approved on councils.minutes_approvals for insert
  with check (umbrella_id = (select platform.current_umbrella()) and person_id = (select platform.current_account())
    and (councils.keeps_session(session_id) or exists (select 1 from councils.sessions s
      join councils.memberships m on (m.umbrella_id, m.council_id) = (s.umbrella_id, s.council_id)
      where s.umbrella_id = minutes_approvals.umbrella_id and s.id = session_id and councils.is_own_seat(m.id))));
grant select, insert (session_id) on councils.minutes_approvals to parasol_request;

alter table councils.agenda_items enable row level security;
create policy seen on councils.agenda_items for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from councils.sessions s where s.umbrella_id = agenda_items.umbrella_id and s.id = session_id));
create policy kept on councils.agenda_items for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps_session(session_id));
create policy changed on councils.agenda_items for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps_session(session_id));
create policy dropped on councils.agenda_items for delete
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps_session(session_id));
grant select, insert, update, delete on councils.agenda_items to parasol_request;

alter table councils.attendance enable row level security;
create policy seen on councils.attendance for select
  using (umbrella_id = (select platform.current_umbrella()) and (select network.is_inside()));
create policy kept on councils.attendance for insert
  with check (umbrella_id = (select platform.current_umbrella()) and (councils.keeps_session(session_id) or councils.is_own_seat(seat_id)));
create policy changed on councils.attendance for update
  using (umbrella_id = (select platform.current_umbrella()) and (councils.keeps_session(session_id) or councils.is_own_seat(seat_id)));
grant select, insert, update on councils.attendance to parasol_request;

alter table councils.documents enable row level security;
create policy seen on councils.documents for select
  using (umbrella_id = (select platform.current_umbrella()) and (public or (select network.is_inside())) and councils.sees(council_id, null));
create policy kept on councils.documents for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy changed on councils.documents for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy dropped on councils.documents for delete
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
grant select, insert, update, delete on councils.documents to parasol_request;

alter table councils.conflicts enable row level security;
create policy seen on councils.conflicts for select
  using (umbrella_id = (select platform.current_umbrella()) and (select network.is_inside()));
create policy kept on councils.conflicts for insert
  with check (umbrella_id = (select platform.current_umbrella()) and (councils.is_own_seat(seat_id) or exists (select 1 from councils.agenda_items i
    where i.umbrella_id = conflicts.umbrella_id and i.id = item_id and councils.keeps_session(i.session_id))));
create policy changed on councils.conflicts for update
  using (umbrella_id = (select platform.current_umbrella()) and (councils.is_own_seat(seat_id) or exists (select 1 from councils.agenda_items i
    where i.umbrella_id = conflicts.umbrella_id and i.id = item_id and councils.keeps_session(i.session_id))));
grant select, insert, update on councils.conflicts to parasol_request;

alter table councils.reports enable row level security;
create policy seen on councils.reports for select
  using (umbrella_id = (select platform.current_umbrella()) and (select network.is_inside()));
create policy kept on councils.reports for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.is_own_seat(seat_id) and (written_by is null or written_by = (select platform.current_account())));
create policy changed on councils.reports for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.is_own_seat(seat_id) and (written_by is null or written_by = (select platform.current_account())));
grant select, insert, update on councils.reports to parasol_request;

alter table councils.reminders enable row level security;
create policy seen on councils.reminders for select
  using (umbrella_id = (select platform.current_umbrella()) and ((select network.is_inside()) or (select platform.current_account()) is null));
create policy kept on councils.reminders for insert
  with check (umbrella_id = (select platform.current_umbrella()) and true);
grant select, insert on councils.reminders to parasol_request;

alter table councils.formations enable row level security;
create policy seen on councils.formations for select
  using (umbrella_id = (select platform.current_umbrella()) and councils.sees(council_id, null));
create policy kept on councils.formations for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy changed on councils.formations for update
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
grant select, insert, update on councils.formations to parasol_request;

alter table councils.initiators enable row level security;
create policy seen on councils.initiators for select
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from councils.formations f where f.umbrella_id = initiators.umbrella_id and f.id = formation_id));
create policy kept on councils.initiators for insert
  with check (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from councils.formations f
    where f.umbrella_id = initiators.umbrella_id and f.id = formation_id and councils.keeps(f.council_id)));
create policy dropped on councils.initiators for delete
  using (umbrella_id = (select platform.current_umbrella()) and exists (select 1 from councils.formations f
    where f.umbrella_id = initiators.umbrella_id and f.id = formation_id and councils.keeps(f.council_id)));
grant select, insert, delete on councils.initiators to parasol_request;

alter table councils.applications enable row level security;
create policy seen on councils.applications for select
  using (umbrella_id = (select platform.current_umbrella()) and (status = 'admitted' or (select network.is_inside()))
    and exists (select 1 from councils.formations f where f.umbrella_id = applications.umbrella_id and f.id = formation_id));
create policy applied on councils.applications for insert
  with check (umbrella_id = (select platform.current_umbrella()) and applied_by = (select platform.current_account())
    and (membership_id is not null and network.represents(membership_id) is not null or exists (select 1 from councils.formations f
    where f.umbrella_id = applications.umbrella_id and f.id = formation_id and councils.keeps(f.council_id))));
create policy changed on councils.applications for update
  using (umbrella_id = (select platform.current_umbrella()) and (applied_by = (select platform.current_account()) or exists (select 1 from councils.formations f
    where f.umbrella_id = applications.umbrella_id and f.id = formation_id and councils.keeps(f.council_id))));
grant select, insert (id, formation_id, organisation, membership_id, candidate, candidate_named, statement, applied_by),
  update (candidate, candidate_named, statement, status, refusal, votes, elected, applied_by) on councils.applications to parasol_request;

alter table councils.receptions enable row level security;
create policy seen on councils.receptions for select
  using (umbrella_id = (select platform.current_umbrella()));
create policy kept on councils.receptions for insert
  with check (umbrella_id = (select platform.current_umbrella()) and ((select network.is_coordinator()) or councils.is_liaison(post_id)));
create policy changed on councils.receptions for update
  using (umbrella_id = (select platform.current_umbrella()) and ((select network.is_coordinator()) or councils.is_liaison(post_id)));
grant select, insert, update on councils.receptions to parasol_request;

alter table councils.contacts enable row level security;
create policy seen on councils.contacts for select
  using (umbrella_id = (select platform.current_umbrella()) and ((select network.is_coordinator()) or councils.is_liaison(post_id)));
create policy kept on councils.contacts for insert
  with check (umbrella_id = (select platform.current_umbrella()) and ((select network.is_coordinator()) or councils.is_liaison(post_id)));
create policy changed on councils.contacts for update
  using (umbrella_id = (select platform.current_umbrella()) and ((select network.is_coordinator()) or councils.is_liaison(post_id)));
grant select, insert, update on councils.contacts to parasol_request;

-- Terms of the coalition's delegates that end soon, and reports that they owe: for the job that reminds, which is nobody and so
-- sees no account.
create function councils.reminders_due(soon integer, owed integer)
  returns table (seat uuid, person uuid, council jsonb, slug text, about text, day text, number integer)
  language sql stable security definer set search_path = '' as $$
  select m.id, p.account_id, c.name, c.slug, 'term ' || m.end_date, m.end_date, null::integer
  from councils.memberships m
  join councils.councils c on (c.umbrella_id, c.id) = (m.umbrella_id, m.council_id)
  left join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
  where m.umbrella_id = platform.current_umbrella() and platform.current_account() is null and m.delegate
    and length(m.end_date) = 10 and councils.latest_day(m.end_date) between network.today() and network.today() + soon
    and not exists (select 1 from councils.reminders r
      where r.umbrella_id = m.umbrella_id and r.seat_id = m.id and r.about = 'term ' || m.end_date)
  union all
  select m.id, p.account_id, c.name, c.slug, 'report ' || s.id, to_char(s.starts_at, 'YYYY-MM-DD'), s.number
  from councils.memberships m
  join councils.councils c on (c.umbrella_id, c.id) = (m.umbrella_id, m.council_id)
  join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
  join councils.sessions s on (s.umbrella_id, s.council_id) = (m.umbrella_id, m.council_id)
  where m.umbrella_id = platform.current_umbrella() and platform.current_account() is null and m.delegate
    and p.account_id is not null and councils.runs(m.start_date, m.end_date) and s.status = 'held'
    and s.starts_at between now() - interval '60 days' and now() - make_interval(days => owed)
    and s.starts_at::date >= coalesce(councils.earliest_day(m.start_date), '-infinity'::date)
    and not exists (select 1 from councils.reports r
      where r.umbrella_id = m.umbrella_id and r.session_id = s.id and r.seat_id = m.id)
    and not exists (select 1 from councils.reminders r
      where r.umbrella_id = m.umbrella_id and r.seat_id = m.id and r.about = 'report ' || s.id)
$$;
comment on function councils.reminders_due(integer, integer) is
  'reviewed: ids of accounts that hold a seat for the current umbrella; nothing to anybody who is signed in, and no route asks it';
revoke all on function councils.reminders_due(integer, integer) from public;
grant execute on function councils.reminders_due(integer, integer) to parasol_request;

-- A person who leaves: nobody but they themselves, and only in the umbrella of the transaction.
create function councils.forget_person(person uuid) returns void
  language plpgsql security definer set search_path = '' as $$
begin
  if person is distinct from platform.current_account() then
    raise exception 'one forgets oneself' using errcode = 'insufficient_privilege';
  end if;
  delete from councils.handovers h where h.umbrella_id = platform.current_umbrella() and h.written_by = person;
  update councils.conflicts x set reason = '—', declared_by = null
    where x.umbrella_id = platform.current_umbrella() and x.seat_id in (
      select m.id from councils.memberships m join councils.people p on (p.umbrella_id, p.id) = (m.umbrella_id, m.person_id)
      where m.umbrella_id = platform.current_umbrella() and p.account_id = person);
  update councils.people p set account_id = null, name = case when p.named then p.name end
    where p.umbrella_id = platform.current_umbrella() and p.account_id = person;
  update councils.reports r set written_by = null where r.umbrella_id = platform.current_umbrella() and r.written_by = person;
  update councils.contacts k set written_by = null where k.umbrella_id = platform.current_umbrella() and k.written_by = person;
  update councils.applications a set applied_by = null, statement = '',
      candidate = case when a.candidate_named then a.candidate else '—' end
    where a.umbrella_id = platform.current_umbrella() and a.applied_by = person;
end $$;
comment on function councils.forget_person(uuid) is
  'reviewed: takes only the asking account out of seats, reports and applications of the current umbrella';
revoke all on function councils.forget_person(uuid) from public;
grant execute on function councils.forget_person(uuid) to parasol_request;

-- Rules -----------------------------------------------------------------------------------------------------------------------

create function councils.quorum_needed(rule text, fixed integer, seats integer, members integer) returns integer
  language sql immutable parallel safe
  return case rule
    when 'half_of_seats' then coalesce(seats, members) / 2 + 1
    when 'half_of_members' then members / 2 + 1
    when 'two_thirds_of_members' then (2 * members + 2) / 3
    when 'number' then fixed
    else 0 end;

-- A tie is not a majority, and nobody who abstains said yes.
create function councils.is_carried(rule text, yes integer, no integer, present integer, members integer, seats integer) returns boolean
  language sql immutable parallel safe
  return case rule
    when 'of_votes' then yes > no
    when 'of_present' then 2 * yes > present
    when 'of_members' then 2 * yes > members
    when 'of_seats' then 2 * yes > coalesce(seats, members)
    when 'two_thirds_of_present' then yes > 0 and 3 * yes >= 2 * present
    when 'two_thirds_of_seats' then yes > 0 and 3 * yes >= 2 * coalesce(seats, members) end;

-- Who was there is counted once, when a session is recorded as held; quorum and votes rest on it.
create function councils.guard_session() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.status in ('held', 'cancelled') and (new.status, new.members_then, new.seats_then, new.present_then, new.quorum_then,
      new.council_id, new.number) is distinct from (old.status, old.members_then, old.seats_then, old.present_then, old.quorum_then,
      old.council_id, old.number) then
    raise exception 'a session that is over stays as it was' using errcode = 'restrict_violation', constraint = 'session_over';
  end if;
  if new.status = 'held' and old.status <> 'held' then
    select coalesce(c.seats, (select nullif(count(*), 0)::integer from councils.posts p
          where p.umbrella_id = c.umbrella_id and p.council_id = c.id and p.voting)),
        (select count(*)::integer from councils.attendance a
          join councils.memberships m on (m.umbrella_id, m.id) = (a.umbrella_id, a.seat_id)
          left join councils.posts p on (p.umbrella_id, p.id) = (m.umbrella_id, m.post_id)
          where a.umbrella_id = new.umbrella_id and a.session_id = new.id and a.status in ('present', 'online')
            and m.council_id = new.council_id and m.duty <> 'observer' and coalesce(p.voting, true))
      into new.seats_then, new.present_then
      from councils.councils c where c.umbrella_id = new.umbrella_id and c.id = new.council_id;
    select councils.quorum_needed(c.quorum_rule, c.quorum_number, new.seats_then, new.members_then) into new.quorum_then
      from councils.councils c where c.umbrella_id = new.umbrella_id and c.id = new.council_id;
  end if;
  return new;
end $$;
create trigger sessions_guarded before update on councils.sessions for each row execute function councils.guard_session();

create function councils.guard_vote_event() returns trigger language plpgsql set search_path = '' as $$
declare held councils.sessions;
begin
  if new.session_id is null then return new; end if;
  select * into held from councils.sessions s where s.umbrella_id = new.umbrella_id and s.id = new.session_id;
  if held.status is distinct from 'held' or held.present_then < held.quorum_then then
    raise exception 'without quorum there is no vote' using errcode = 'restrict_violation', constraint = 'no_quorum';
  end if;
  new.members_then := held.members_then;
  new.seats_then := held.seats_then;
  new.present_then := held.present_then;
  new.result := case when councils.is_carried(new.majority_rule, new.yes, new.no, new.present_then, new.members_then, new.seats_then)
    then 'pass' else 'fail' end;
  return new;
end $$;
create trigger vote_events_guarded before insert or update on councils.vote_events
  for each row execute function councils.guard_vote_event();

-- Only who was there votes, and nobody on a matter of their own.
create function councils.guard_vote() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.seat_id is null or new.option in ('absent', 'not voting', 'paired') then return new; end if;
  if not exists (select 1 from councils.vote_events e
      join councils.attendance a on (a.umbrella_id, a.session_id) = (e.umbrella_id, e.session_id)
      where e.umbrella_id = new.umbrella_id and e.id = new.vote_event_id and a.seat_id = new.seat_id
        and a.status in ('present', 'online')) then
    raise exception 'only who was there votes' using errcode = 'restrict_violation', constraint = 'voter_present';
  end if;
  if exists (select 1 from councils.vote_events e
      join councils.motions o on (o.umbrella_id, o.id) = (e.umbrella_id, e.motion_id)
      join councils.conflicts c on (c.umbrella_id, c.item_id) = (o.umbrella_id, o.item_id)
      where e.umbrella_id = new.umbrella_id and e.id = new.vote_event_id and c.seat_id = new.seat_id and c.abstains) then
    raise exception 'a conflict of interest was declared' using errcode = 'restrict_violation', constraint = 'voter_in_conflict';
  end if;
  return new;
end $$;
create trigger votes_guarded before insert or update on councils.votes for each row execute function councils.guard_vote();

create function councils.guard_minutes() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and old.approved_at is not null and (new.text, new.lang, new.file_id, new.approved_at, new.approved_in)
      is distinct from (old.text, old.lang, old.file_id, old.approved_at, old.approved_in) then
    raise exception 'approved minutes stay as they are' using errcode = 'restrict_violation', constraint = 'minutes_approved';
  end if;
  if new.approved_at is not null and (tg_op = 'INSERT' or old.approved_at is null) then
    if new.approved_in is null then
      if (select count(*) from councils.minutes_approvals a
          where a.umbrella_id = new.umbrella_id and a.session_id = new.session_id) < 2 then
        raise exception 'minutes are approved by two persons or by a later session'
          using errcode = 'restrict_violation', constraint = 'two_approve';
      end if;
    elsif not exists (select 1 from councils.sessions later
        join councils.sessions own on (own.umbrella_id, own.council_id) = (later.umbrella_id, later.council_id)
        where later.umbrella_id = new.umbrella_id and later.id = new.approved_in and own.id = new.session_id
          and later.status = 'held' and later.starts_at > own.starts_at and later.present_then >= later.quorum_then) then
      raise exception 'minutes are approved by a later session with quorum'
        using errcode = 'restrict_violation', constraint = 'later_session_approves';
    end if;
  end if;
  return new;
end $$;
create trigger minutes_guarded before insert or update on councils.minutes for each row execute function councils.guard_minutes();

-- An approval is of the text that was read.
create function councils.forget_approvals() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if (new.text, new.file_id) is distinct from (old.text, old.file_id) then
    delete from councils.minutes_approvals a where a.umbrella_id = new.umbrella_id and a.session_id = new.session_id;
  end if;
  return null;
end $$;
comment on function councils.forget_approvals() is 'reviewed: takes approvals off minutes whose text its own policy let change';
revoke all on function councils.forget_approvals() from public;
create trigger minutes_changed after update on councils.minutes for each row execute function councils.forget_approvals();

-- A seat holder answers an invitation; who was there is recorded by who keeps the council.
create function councils.guard_attendance() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user = 'parasol_request' and new.status is not null
      and (tg_op = 'INSERT' or new.status is distinct from old.status) and not councils.keeps_session(new.session_id) then
    raise exception 'attendance is recorded by who keeps the council'
      using errcode = 'restrict_violation', constraint = 'attendance_recorded';
  end if;
  if exists (select 1 from councils.sessions s where s.umbrella_id = new.umbrella_id and s.id = new.session_id
      and s.status in ('held', 'cancelled')) then
    raise exception 'a session that is over stays as it was' using errcode = 'restrict_violation', constraint = 'session_over';
  end if;
  return new;
end $$;
create trigger attendance_guarded before insert or update on councils.attendance
  for each row execute function councils.guard_attendance();

-- The way of a public council: one stage after the other, until its composition is published or it is given up.
create function councils.guard_formation() returns trigger language plpgsql set search_path = '' as $$
declare stages text[] := array['initiative_group', 'call', 'applications', 'assembly', 'election', 'composition'];
begin
  if new.stage is distinct from old.stage and (old.stage in ('composition', 'abandoned')
      or new.stage <> 'abandoned' and array_position(stages, new.stage) <> array_position(stages, old.stage) + 1) then
    raise exception 'a public council does not go from % to %', old.stage, new.stage
      using errcode = 'restrict_violation', constraint = 'formation_in_order';
  end if;
  return new;
end $$;
create trigger formations_guarded before update on councils.formations
  for each row execute function councils.guard_formation();

-- Organisations apply while the call is open; what is decided about an application is decided by who keeps the council.
create function councils.guard_application() returns trigger language plpgsql set search_path = '' as $$
declare way councils.formations;
begin
  select * into way from councils.formations f where f.umbrella_id = new.umbrella_id and f.id = new.formation_id;
  if tg_op = 'INSERT' and (way.stage not in ('call', 'applications') or way.apply_until < network.today()) then
    raise exception 'the call is not open' using errcode = 'restrict_violation', constraint = 'call_open';
  end if;
  if tg_op = 'UPDATE' and current_user = 'parasol_request' and not councils.keeps(way.council_id)
      and (new.votes, new.elected, new.refusal) is distinct from (old.votes, old.elected, old.refusal)
      or tg_op = 'UPDATE' and current_user = 'parasol_request' and not councils.keeps(way.council_id)
      and new.status is distinct from old.status and new.status <> 'withdrawn' then
    raise exception 'nobody decides about their own application' using errcode = 'restrict_violation', constraint = 'own_application';
  end if;
  return new;
end $$;
create trigger applications_guarded before insert or update on councils.applications
  for each row execute function councils.guard_application();

create trigger announce after insert or update or delete on councils.councils
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.posts
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.memberships
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.people
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.terms
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.sessions
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.minutes
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.agenda_items
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.documents
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.motions
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.vote_events
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.formations
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.applications
  for each row execute function platform.announce_change();
create trigger announce after insert or update or delete on councils.receptions
  for each row execute function platform.announce_change();
