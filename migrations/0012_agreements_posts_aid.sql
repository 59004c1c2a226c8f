-- Cooperation agreements of partners, posts with an area, mutual aid among members.

-- An agreement belongs to a membership of form agreement and is recorded by two sides: one proposes, the other confirms.
-- Days are inclusive: term_until is the last day on which the agreement is in force.
create table network.agreements (
  umbrella_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  renews uuid,
  title jsonb not null check (jsonb_typeof(title) = 'object' and title <> '{}'),
  file_id uuid not null,
  document_sha256 bytea not null check (octet_length(document_sha256) = 32),
  document_public boolean not null default false,
  signed_on date not null,
  signed_for_umbrella text not null check (length(signed_for_umbrella) between 1 and 300),
  signed_for_partner text not null check (length(signed_for_partner) between 1 and 300),
  term_from date not null,
  term_until date check (term_until >= term_from),
  status text not null default 'proposed' check (status in ('proposed', 'confirmed', 'refused', 'withdrawn', 'ended')),
  proposed_as text not null check (proposed_as in ('umbrella', 'partner')),
  proposed_by uuid not null references people.people (id),
  proposed_at timestamptz not null default now(),
  answered_by uuid references people.people (id),
  answered_as text check (answered_as in ('umbrella', 'partner', 'founding')),
  answered_at timestamptz,
  answer_word text check (length(answer_word) <= 2000),
  ended_on date check (ended_on >= term_from),
  ended_by uuid references people.people (id),
  end_reason text check (length(end_reason) between 1 and 2000),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, renews) references network.agreements (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id),
  check (renews <> id),
  check ((status in ('confirmed', 'refused', 'ended')) = (answered_at is not null)),
  check ((status = 'ended') = (ended_on is not null)),
  check ((status = 'ended') = (end_reason is not null)),
  constraint second_side check (answered_as is null or answered_as = 'founding' or answered_by <> proposed_by)
);
comment on column network.agreements.document_sha256 is 'of the stored file when it was proposed: both sides confirm these bytes';
comment on column network.agreements.answered_as is 'umbrella also where the partner has nobody yet: then a second coordinator confirms';
comment on column network.agreements.ended_by is 'null when the term ran out or a renewal took over';
comment on column network.agreements.end_reason is 'in the words of who ended it; ''term'' or ''renewed'' when the program did';
create index agreements_of_membership on network.agreements (umbrella_id, membership_id);
create index agreements_by_end on network.agreements (term_until, umbrella_id) where status = 'confirmed';
create unique index one_renewal on network.agreements (umbrella_id, renews) where status in ('proposed', 'confirmed', 'ended');

-- Only partners have agreements; a foreign key cannot say so.
create function network.agreement_of_partner() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from network.memberships s
      where s.umbrella_id = new.umbrella_id and s.id = new.membership_id and s.form = 'agreement') then
    raise exception 'an agreement belongs to a membership of form agreement'
      using errcode = 'check_violation', constraint = 'agreement_of_partner';
  end if;
  return new;
end $$;
create trigger agreement_of_partner before insert or update of membership_id on network.agreements
  for each row execute function network.agreement_of_partner();

-- One row per reminder that was sent; the key makes a second one impossible.
create table network.agreement_reminders (
  umbrella_id uuid not null,
  agreement_id uuid not null,
  days_before smallint not null check (days_before > 0),
  sent_at timestamptz not null default now(),
  primary key (umbrella_id, agreement_id, days_before),
  foreign key (umbrella_id, agreement_id) references network.agreements (umbrella_id, id)
);

create table network.posts (
  umbrella_id uuid not null references platform.umbrellas (id),
  id uuid not null,
  kind text not null check (kind in ('regional_representative', 'liaison')),
  title jsonb not null check (jsonb_typeof(title) = 'object' and title <> '{}'),
  about jsonb not null default '{}' check (jsonb_typeof(about) = 'object'),
  country text not null check (country ~ '^[A-Z]{2}$'),
  regions text[] not null default '{}'
    check (array_to_string(regions, ' ', '') ~ '^([A-Z]{2}-[A-Z0-9]{1,3}( |$))*$'),
  town text check (length(town) <= 120),
  created_by uuid references people.people (id),
  created_at timestamptz not null default now(),
  closed_on date,
  primary key (umbrella_id, id)
);
comment on column network.posts.regions is 'ISO 3166-2 codes of the country; none means the whole country';

create table network.post_terms (
  umbrella_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  person_id uuid not null references people.people (id),
  membership_id uuid,
  on_behalf text check (length(on_behalf) between 1 and 200),
  display_name text check (length(display_name) between 1 and 200),
  valid_from date not null,
  valid_until date check (valid_until >= valid_from),
  appointed_under uuid,
  end_reason text check (length(end_reason) between 1 and 2000),
  called_off boolean not null default false,
  primary key (umbrella_id, id),
  check (not called_off or valid_until = valid_from),
  foreign key (umbrella_id, post_id) references network.posts (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, appointed_under) references people.acts (umbrella_id, id),
  constraint one_holder exclude using gist
    (umbrella_id with =, post_id with =, daterange(valid_from, valid_until, '[)') with &&)
);
comment on column network.post_terms.display_name is 'the name the holder chose to be shown to everybody; null: visitors see only the member';
comment on column network.post_terms.on_behalf is 'for a liaison, who works for a public body and not for a member';
comment on column network.post_terms.called_off is 'ended before its first day, so that nobody ever held the post under it';
comment on column network.post_terms.appointed_under is 'the two-person act; null for what was there at the founding';
create index post_terms_of_person on network.post_terms (person_id, umbrella_id);

-- What one holder leaves to the next. Nobody else reads it, whatever the program asks.
create table network.post_notes (
  umbrella_id uuid not null,
  id uuid not null,
  post_id uuid not null,
  written_by uuid references people.people (id),
  written_at timestamptz not null default now(),
  note text not null check (length(note) between 1 and 10000),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, post_id) references network.posts (umbrella_id, id)
);
create index post_notes_of_post on network.post_notes (umbrella_id, post_id);

-- Needs and offers of members and partners. Without a country they reach anywhere (or are done online).
create table network.listings (
  umbrella_id uuid not null,
  id uuid not null,
  membership_id uuid not null,
  side text not null check (side in ('need', 'offer')),
  kind text not null check (kind ~ '^[a-z][a-z0-9-]*$'),
  title text not null check (length(title) between 1 and 200),
  body text not null default '' check (length(body) <= 5000),
  content_locale text not null check (length(content_locale) between 2 and 35),
  country text check (country ~ '^[A-Z]{2}$'),
  region text check (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$' and left(region, 2) = country),
  languages text[] not null default '{}',
  until date not null,
  status text not null default 'open' check (status in ('open', 'closed', 'withdrawn', 'expired')),
  outcome text check (length(outcome) between 1 and 2000),
  useful boolean,
  settled_at timestamptz,
  created_by uuid references people.people (id),
  created_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check (region is null or country is not null),
  check ((status = 'open') = (settled_at is null)),
  check ((status = 'closed') = (useful is not null))
);
comment on column network.listings.until is 'the last day on which it is asked or offered';
create index listings_open on network.listings (umbrella_id, kind, side, id) where status = 'open';
create index listings_of_membership on network.listings (umbrella_id, membership_id, id);

-- A need meets an offer, or a member that says «we can help» («we need this») without a listing of its own.
create table network.matches (
  umbrella_id uuid not null,
  id uuid not null,
  need_id uuid,
  offer_id uuid,
  need_membership uuid not null,
  offer_membership uuid not null,
  origin text not null check (origin in ('program', 'person')),
  why jsonb not null default '{}' check (jsonb_typeof(why) = 'object'),
  proposed_by uuid references people.people (id),
  proposed_at timestamptz not null default now(),
  status text not null default 'open' check (status in ('open', 'accepted', 'declined', 'closed', 'expired')),
  need_answer text check (need_answer in ('accepted', 'declined')),
  need_word text check (length(need_word) <= 2000),
  need_answered_by uuid references people.people (id),
  need_answered_at timestamptz,
  offer_answer text check (offer_answer in ('accepted', 'declined')),
  offer_word text check (length(offer_word) <= 2000),
  offer_answered_by uuid references people.people (id),
  offer_answered_at timestamptz,
  outcome text check (length(outcome) between 1 and 2000),
  useful boolean,
  closed_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, need_id) references network.listings (umbrella_id, id),
  foreign key (umbrella_id, offer_id) references network.listings (umbrella_id, id),
  foreign key (umbrella_id, need_membership) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, offer_membership) references network.memberships (umbrella_id, id),
  check (need_id is not null or offer_id is not null),
  check (need_membership <> offer_membership),
  check ((need_answer is null) = (need_answered_at is null)),
  check ((offer_answer is null) = (offer_answered_at is null)),
  check (status <> 'accepted' or (need_answer = 'accepted' and offer_answer = 'accepted')),
  check (status <> 'declined' or 'declined' in (need_answer, offer_answer)),
  check ((status = 'closed') = (closed_at is not null)),
  check ((status = 'closed') = (useful is not null))
);
comment on column network.matches.why is 'what the program compared: {"area": "region|country|anywhere", "languages": [BCP 47]}';
create unique index one_match_of_pair on network.matches (umbrella_id, need_id, offer_id)
  where need_id is not null and offer_id is not null and status <> 'expired';
create unique index one_help_per_member on network.matches (umbrella_id, need_id, offer_membership)
  where offer_id is null and status in ('open', 'accepted');
create unique index one_request_per_member on network.matches (umbrella_id, offer_id, need_membership)
  where need_id is null and status in ('open', 'accepted');
create index matches_of_offer on network.matches (umbrella_id, offer_id);
create index matches_of_needing_member on network.matches (umbrella_id, need_membership) where status in ('open', 'accepted');
create index matches_of_offering_member on network.matches (umbrella_id, offer_membership) where status in ('open', 'accepted');

alter table network.agreements enable row level security;
create policy agreements_of_the_umbrella on network.agreements
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (status, answered_by, answered_as, answered_at, answer_word, ended_on, ended_by, end_reason)
  on network.agreements to parasol_request;

alter table network.agreement_reminders enable row level security;
create policy agreement_reminders_of_the_umbrella on network.agreement_reminders
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert on network.agreement_reminders to parasol_request;

alter table network.posts enable row level security;
create policy posts_of_the_umbrella on network.posts
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (title, about, country, regions, town, closed_on) on network.posts to parasol_request;

alter table network.post_terms enable row level security;
create policy post_terms_of_the_umbrella on network.post_terms
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (display_name, valid_until, end_reason, called_off) on network.post_terms to parasol_request;

alter table network.post_notes enable row level security;
create policy notes_among_holders on network.post_notes for select using (
  umbrella_id = (select platform.current_umbrella())
  and exists (select 1 from network.post_terms t where t.umbrella_id = post_notes.umbrella_id and t.post_id = post_notes.post_id
    and t.person_id = (select platform.current_account())));
create policy notes_by_holders on network.post_notes for insert with check (
  umbrella_id = (select platform.current_umbrella())
  and written_by = (select platform.current_account())
  and exists (select 1 from network.post_terms t where t.umbrella_id = post_notes.umbrella_id and t.post_id = post_notes.post_id
    and t.person_id = (select platform.current_account())));
grant select, insert on network.post_notes to parasol_request;

alter table network.listings enable row level security;
create policy listings_of_the_umbrella on network.listings
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (kind, title, body, content_locale, country, region, languages, until, status, outcome, useful, settled_at)
  on network.listings to parasol_request;

alter table network.matches enable row level security;
create policy matches_of_the_umbrella on network.matches
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (status, need_answer, need_word, need_answered_by, need_answered_at, offer_answer, offer_word,
  offer_answered_by, offer_answered_at, outcome, useful, closed_at) on network.matches to parasol_request;

-- The triggers below refuse whatever the program thinks. They bind the request role, as those of the admission do.
create function network.is_coordinator() returns boolean
  language sql stable
  return exists (select 1 from people.roles r where r.umbrella_id = platform.current_umbrella()
    and r.person_id = platform.current_account() and r.role = 'coordinator' and r.valid_until is null);

-- Somebody stands for this membership today, whoever it is.
create function network.is_represented(membership uuid) returns boolean
  language sql stable
  return exists (select 1 from network.mandates m
    where m.umbrella_id = platform.current_umbrella() and m.membership_id = membership and m.status = 'confirmed'
      and m.valid_from <= network.today() and (m.valid_until is null or m.valid_until > network.today()));

-- What hangs on a membership is released when it has ended, by whoever ended it.
create function network.has_ended(membership uuid) returns boolean
  language sql stable
  return exists (select 1 from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.id = membership and s.status = 'ended');

-- Whether the asking account speaks for this side of an agreement.
create function network.speaks_for(side text, membership uuid) returns boolean
  language sql stable
  return case side when 'umbrella' then network.is_coordinator() when 'partner' then network.represents(membership) is not null else false end;

create function network.guard_agreement() returns trigger language plpgsql set search_path = '' as $$
declare asking uuid := platform.current_account();
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'INSERT' then
    if new.status = 'proposed' and new.proposed_by = asking and network.speaks_for(new.proposed_as, new.membership_id) then
      return new;
    end if;
    raise exception 'an agreement is proposed by one of its two sides' using errcode = 'insufficient_privilege';
  end if;
  if old.status = 'proposed' and new.status in ('confirmed', 'refused') then
    if new.answered_by = asking and network.speaks_for(new.answered_as, new.membership_id)
        and (new.answered_as <> old.proposed_as
          or old.proposed_as = 'umbrella' and not network.is_represented(new.membership_id)) then
      return new;
    end if;
    raise exception 'an agreement is confirmed by the other side' using errcode = 'insufficient_privilege';
  end if;
  if network.has_ended(new.membership_id) and (old.status, new.status) in (('confirmed', 'ended'), ('proposed', 'withdrawn')) then
    return new;
  end if;
  if old.status = 'proposed' and new.status = 'withdrawn' and network.speaks_for(old.proposed_as, new.membership_id) then
    return new;
  end if;
  if old.status = 'confirmed' and new.status = 'ended' then
    if asking is null and (old.term_until < network.today() or exists (select 1 from network.agreements r
          where r.umbrella_id = old.umbrella_id and r.renews = old.id and r.status = 'confirmed' and r.term_from <= network.today()))
        or new.ended_by = asking
        and (network.is_coordinator() or network.represents(new.membership_id) is not null) then
      return new;
    end if;
    raise exception 'an agreement is ended by one of its two sides, or by its term' using errcode = 'insufficient_privilege';
  end if;
  raise exception 'an agreement does not go from % to %', old.status, new.status using errcode = 'restrict_violation';
end $$;
create trigger guard before insert or update on network.agreements
  for each row execute function network.guard_agreement();

-- A post is given by two coordinators; its holder may lay it down and choose a name to be shown.
create function network.guard_post_term() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' or network.acted('network.hand_over_post', new.post_id) then return new; end if;
  if tg_op = 'UPDATE' and new.valid_until is not distinct from least(old.valid_until, new.valid_until)
      and (old.person_id = platform.current_account()
        or new.display_name is not distinct from old.display_name and network.has_ended(old.membership_id)) then
    return new;
  end if;
  raise exception 'a post changes hands by two coordinators, or is laid down by its holder' using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert or update on network.post_terms
  for each row execute function network.guard_post_term();

create function network.guard_listing() returns trigger language plpgsql set search_path = '' as $$
begin
  if current_user <> 'parasol_request' or network.represents(new.membership_id) is not null then return new; end if;
  if tg_op = 'UPDATE' and old.status = 'open'
      and (new.status = 'expired' and old.until < network.today()
        or new.status = 'withdrawn' and network.has_ended(new.membership_id)) then
    return new;
  end if;
  raise exception 'needs and offers are written by those who act for the member' using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert or update on network.listings
  for each row execute function network.guard_listing();

-- Each side answers for itself, once.
create function network.guard_match() returns trigger language plpgsql set search_path = '' as $$
declare
  needs boolean;
  offers boolean;
begin
  if current_user <> 'parasol_request' then return new; end if;
  needs := network.represents(new.need_membership) is not null;
  offers := network.represents(new.offer_membership) is not null;
  if tg_op = 'INSERT' then
    if (new.need_answer is null or needs) and (new.offer_answer is null or offers) and (needs or offers) then return new; end if;
    raise exception 'nobody answers for another member' using errcode = 'insufficient_privilege';
  end if;
  if (old.need_answer, old.need_word) is distinct from (new.need_answer, new.need_word) and (old.need_answer is not null or not needs)
    or (old.offer_answer, old.offer_word) is distinct from (new.offer_answer, new.offer_word) and (old.offer_answer is not null or not offers) then
    raise exception 'each side answers for itself, once' using errcode = 'insufficient_privilege', constraint = 'answered_once';
  end if;
  if new.status is distinct from old.status and not (needs or offers) and new.status <> 'expired' then
    raise exception 'a match is closed by one of its two sides' using errcode = 'insufficient_privilege';
  end if;
  if old.status in ('declined', 'closed', 'expired') then
    raise exception 'this match is settled' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger guard before insert or update on network.matches
  for each row execute function network.guard_match();

-- Agreements and posts stand on public pages. Needs and offers do not, but their number does.
create trigger announce after insert or update on network.agreements
  for each row execute function platform.announce_change();
create trigger announce after insert or update on network.posts
  for each row execute function platform.announce_change();
create trigger announce after insert or update on network.post_terms
  for each row execute function platform.announce_change();
create trigger announce after insert or update on network.matches
  for each row execute function platform.announce_change();
