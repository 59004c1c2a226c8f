-- What members and partners propose: drafts, published texts with every version, discussion, amendments. How the majority
-- decides and what follows comes in later files. The program refuses politely; the triggers here refuse whatever it thinks.
-- They bind the request role, as everywhere.

create schema initiatives;
grant usage on schema initiatives to parasol_request;

-- Numbers that people quote: «initiative 7», «decision 12». One sequence per umbrella and kind, without gaps.
create table initiatives.numbers (
  umbrella_id uuid not null references platform.umbrellas (id),
  kind text not null check (kind ~ '^[a-z]+$'),
  last integer not null check (last > 0),
  primary key (umbrella_id, kind)
);
alter table initiatives.numbers enable row level security;
create policy numbers_of_the_umbrella on initiatives.numbers using (umbrella_id = (select platform.current_umbrella()));

create function initiatives.next_number(kind text) returns integer
  language sql security definer set search_path = ''
  begin atomic
    insert into initiatives.numbers as n (umbrella_id, kind, last) values (platform.current_umbrella(), next_number.kind, 1)
      on conflict (umbrella_id, kind) do update set last = n.last + 1
      returning n.last;
  end;
comment on function initiatives.next_number(text) is 'reviewed: counts on in the current umbrella; whoever takes a number holds the row until the end of the transaction';
revoke all on function initiatives.next_number(text) from public;
grant execute on function initiatives.next_number(text) to parasol_request;

create table initiatives.initiatives (
  umbrella_id uuid not null,
  id uuid not null,
  number integer check (number > 0),
  status text not null default 'draft'
    check (status in ('draft', 'discussion', 'decision', 'supported', 'not_supported', 'withdrawn')),
  membership_id uuid not null,
  mandate_id uuid,
  author_id uuid references people.people (id),
  title jsonb not null default '{}' check (jsonb_typeof(title) = 'object'),
  body jsonb not null default '{}' check (jsonb_typeof(body) = 'object'),
  authoritative text not null check (length(authoritative) between 2 and 35),
  translations jsonb not null default '{}' check (jsonb_typeof(translations) = 'object'),
  languages text[] not null default '{}',
  topics text[] not null default '{}',
  scope_answers jsonb not null default '[]' check (jsonb_typeof(scope_answers) = 'array'),
  version integer not null default 0 check (version >= 0),
  round integer not null default 1 check (round > 0),
  decision_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  published_at timestamptz,
  discussion_since timestamptz,
  withdrawn_at timestamptz,
  withdrawal_reason text check (length(withdrawal_reason) between 1 and 4000),
  withdrawal_locale text,
  adoptable_until timestamptz,
  adopted_from uuid,
  primary key (umbrella_id, id),
  unique (umbrella_id, number),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, adopted_from) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, mandate_id) references network.mandates (umbrella_id, id),
  check ((status = 'draft') = (number is null)),
  check ((status = 'draft') = (published_at is null)),
  check ((status = 'draft') = (version = 0)),
  check ((status = 'draft') = (discussion_since is null)),
  check (status = 'draft' or title ? authoritative),
  check (status not in ('decision', 'supported', 'not_supported') or decision_id is not null),
  check (status <> 'withdrawn' or withdrawn_at is not null),
  check ((withdrawn_at is null) = (withdrawal_reason is null)),
  check (adoptable_until is null or withdrawn_at is not null)
);
comment on column initiatives.initiatives.membership_id is 'the member or partner whose initiative it is today; who adopted it, when it was withdrawn by another';
comment on column initiatives.initiatives.mandate_id is 'under which it was published; null for an individual who acts for themselves';
comment on column initiatives.initiatives.author_id is 'the person; never shown outside the member, forgotten at erasure';
comment on column initiatives.initiatives.body is '{need, goals, beneficiaries, asked, plan}, each {uk?, pl?, en?}';
comment on column initiatives.initiatives.translations is '{locale: {"status": "original|machine|checked", "version": n}}: which version a language says, and how it came about';
comment on column initiatives.initiatives.scope_answers is '[{"topic": {uk, pl, en}, "touches": bool, "why": text, "locale": …}]: the umbrella''s out-of-scope topics as answered';
comment on column initiatives.initiatives.discussion_since is 'when the discussion of this round began';
comment on column initiatives.initiatives.adoptable_until is 'withdrawn after ballots: until then another member may adopt it with its ballots';
create index initiatives_by_status on initiatives.initiatives (umbrella_id, status, number);
create index initiatives_by_topic on initiatives.initiatives using gin (topics);
create index initiatives_of_membership on initiatives.initiatives (umbrella_id, membership_id);
create index initiatives_of_author on initiatives.initiatives (author_id, umbrella_id);
create index initiatives_adoptable on initiatives.initiatives (umbrella_id, adoptable_until) where adoptable_until is not null;

-- Members that write a draft together, and stand below the published text when they agreed to.
create table initiatives.coauthors (
  umbrella_id uuid not null,
  initiative_id uuid not null,
  membership_id uuid not null,
  invited_by uuid references people.people (id),
  invited_at timestamptz not null default now(),
  agreed_at timestamptz,
  declined_at timestamptz,
  primary key (umbrella_id, initiative_id, membership_id),
  foreign key (umbrella_id, initiative_id) references initiatives.initiatives (umbrella_id, id) on delete cascade,
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check (agreed_at is null or declined_at is null)
);

-- Every published state of the text stays readable.
create table initiatives.initiative_versions (
  umbrella_id uuid not null,
  initiative_id uuid not null,
  version integer not null check (version > 0),
  round integer not null check (round > 0),
  kind text not null check (kind in ('published', 'revision', 'amendment', 'correction', 'translation')),
  title jsonb not null,
  body jsonb not null,
  authoritative text not null,
  translations jsonb not null,
  membership_id uuid not null,
  source_id uuid,
  note text check (length(note) between 1 and 4000),
  note_locale text,
  made_at timestamptz not null default now(),
  primary key (umbrella_id, initiative_id, version),
  foreign key (umbrella_id, initiative_id) references initiatives.initiatives (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);
comment on column initiatives.initiative_versions.membership_id is 'for whom it was changed';
comment on column initiatives.initiative_versions.source_id is 'the amendment or correction that made it';
create trigger versions_stay before update or delete on initiatives.initiative_versions
  for each row execute function platform.refuse_change();

create table initiatives.attachments (
  umbrella_id uuid not null,
  id uuid not null,
  initiative_id uuid not null,
  file_id uuid not null,
  membership_id uuid not null,
  added_at timestamptz not null default now(),
  removed_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, initiative_id) references initiatives.initiatives (umbrella_id, id) on delete cascade,
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);
create index attachments_of_initiative on initiatives.attachments (umbrella_id, initiative_id);

-- A member says that an initiative is out of scope. It is answered before anything is decided.
create table initiatives.scope_challenges (
  umbrella_id uuid not null,
  id uuid not null,
  initiative_id uuid not null,
  membership_id uuid not null,
  person_id uuid references people.people (id),
  topic jsonb check (jsonb_typeof(topic) = 'object'),
  reasons text not null check (length(reasons) between 20 and 4000),
  content_locale text not null,
  raised_at timestamptz not null default now(),
  answer text check (length(answer) between 20 and 4000),
  answer_locale text,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, initiative_id) references initiatives.initiatives (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check ((answer is null) = (answered_at is null))
);
comment on column initiatives.scope_challenges.topic is 'the out-of-scope topic it is about, in its words of that day; null when none of the list';
create unique index one_open_scope_challenge on initiatives.scope_challenges (umbrella_id, initiative_id, membership_id)
  where answered_at is null and withdrawn_at is null;

-- What members say. The words can be taken out of sight; that they were said, and their hash, stays.
create table initiatives.comments (
  umbrella_id uuid not null,
  id uuid not null,
  initiative_id uuid not null,
  parent_id uuid,
  membership_id uuid not null,
  person_id uuid references people.people (id),
  stance text check (stance in ('for', 'against', 'question')),
  body text check (length(body) between 1 and 5000),
  salt bytea,
  body_hash bytea not null check (octet_length(body_hash) = 32),
  content_locale text not null,
  version integer not null check (version > 0),
  round integer not null check (round > 0),
  written_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  redacted_at timestamptz,
  redaction_reason text check (length(redaction_reason) between 1 and 4000),
  redacted_under uuid,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, initiative_id) references initiatives.initiatives (umbrella_id, id),
  foreign key (umbrella_id, parent_id) references initiatives.comments (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, redacted_under) references people.acts (umbrella_id, id),
  check ((stance is null) = (parent_id is not null)),
  check ((body is null) = (redacted_at is not null)),
  check ((salt is null) = (body is null)),
  check (num_nulls(redacted_at, redaction_reason, redacted_under) in (0, 3)),
  check (parent_id <> id)
);
comment on column initiatives.comments.body_hash is 'sha256 of salt and body as written: stays in the record when the words are gone';
comment on column initiatives.comments.version is 'which version of the text it speaks about';
create index comments_of_initiative on initiatives.comments (umbrella_id, initiative_id, id);
create index comments_of_person on initiatives.comments (person_id, umbrella_id);

-- A change of the text that a member or partner proposes in one language; the initiator accepts or refuses with reasons.
create table initiatives.amendments (
  umbrella_id uuid not null,
  id uuid not null,
  initiative_id uuid not null,
  number integer not null check (number > 0),
  membership_id uuid not null,
  person_id uuid references people.people (id),
  base_version integer not null check (base_version > 0),
  round integer not null check (round > 0),
  locale text not null,
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object' and after <> '{}' and after <> before),
  reasons text not null check (length(reasons) between 1 and 4000),
  status text not null default 'open' check (status in ('open', 'accepted', 'refused', 'withdrawn')),
  proposed_at timestamptz not null default now(),
  answer text check (length(answer) between 1 and 4000),
  answer_locale text,
  answered_at timestamptz,
  made_version integer,
  primary key (umbrella_id, id),
  unique (umbrella_id, initiative_id, number),
  foreign key (umbrella_id, initiative_id) references initiatives.initiatives (umbrella_id, id),
  foreign key (umbrella_id, initiative_id, base_version)
    references initiatives.initiative_versions (umbrella_id, initiative_id, version),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  check ((status = 'open') = (answered_at is null)),
  check ((status = 'accepted') = (made_version is not null)),
  check (status not in ('accepted', 'refused') or answer is not null)
);
comment on column initiatives.amendments.before is '{field: text} as it read in the base version, the same fields as after';
create index amendments_of_initiative on initiatives.amendments (umbrella_id, initiative_id);
create index amendments_of_person on initiatives.amendments (person_id, umbrella_id);

-- A typing error or a translation put right while the text is frozen: somebody who acts for another member agrees that
-- nothing else changes.
create table initiatives.corrections (
  umbrella_id uuid not null,
  id uuid not null,
  initiative_id uuid not null,
  kind text not null check (kind in ('typo', 'translation')),
  state text check (state in ('original', 'machine', 'checked')),
  locale text not null,
  base_version integer not null check (base_version > 0),
  before jsonb not null check (jsonb_typeof(before) = 'object'),
  after jsonb not null check (jsonb_typeof(after) = 'object' and after <> '{}' and after <> before),
  reasons text not null check (length(reasons) between 1 and 2000),
  membership_id uuid not null,
  proposed_by uuid references people.people (id),
  proposed_at timestamptz not null default now(),
  status text not null default 'proposed' check (status in ('proposed', 'confirmed', 'refused', 'withdrawn')),
  answered_membership uuid,
  answered_by uuid references people.people (id),
  answered_at timestamptz,
  made_version integer,
  primary key (umbrella_id, id),
  foreign key (umbrella_id, initiative_id) references initiatives.initiatives (umbrella_id, id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id),
  foreign key (umbrella_id, answered_membership) references network.memberships (umbrella_id, id),
  check ((kind = 'translation') = (state is not null)),
  check ((status = 'proposed') = (answered_at is null)),
  check ((status = 'confirmed') = (made_version is not null)),
  constraint second_person check (status <> 'confirmed' or answered_by <> proposed_by),
  constraint second_member check (status <> 'confirmed' or answered_membership <> membership_id)
);
create unique index one_open_correction on initiatives.corrections (umbrella_id, initiative_id) where status = 'proposed';

-- Who writes ---------------------------------------------------------------------------------------------------------

-- Asked by policies of the tables below the initiative, where asking the table itself would ask in a circle.
create function initiatives.coauthors_draft(initiative uuid) returns boolean
  language sql stable security definer set search_path = ''
  begin atomic
    select exists (
      select 1 from initiatives.coauthors c
      where c.umbrella_id = platform.current_umbrella() and c.initiative_id = coauthors_draft.initiative
        and c.declined_at is null and network.represents(c.membership_id) is not null);
  end;
comment on function initiatives.coauthors_draft(uuid) is 'reviewed: answers only whether the asking account acts for a co-author';
revoke all on function initiatives.coauthors_draft(uuid) from public;
grant execute on function initiatives.coauthors_draft(uuid) to parasol_request;

-- Stands for this member today, and the member is not suspended.
create function initiatives.speaks_for(membership uuid) returns boolean
  language sql stable
  return network.represents(membership) is not null and exists (
    select 1 from network.memberships s
    where s.umbrella_id = platform.current_umbrella() and s.id = membership and s.status = 'active');

create function initiatives.guard_initiative() returns trigger language plpgsql set search_path = '' as $$
declare
  decided text;
  outcome text;
  again boolean;
begin
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'INSERT' then
    if new.status = 'draft' and initiatives.speaks_for(new.membership_id) then return new; end if;
    raise exception 'an initiative begins as a draft of a member one acts for' using errcode = 'insufficient_privilege';
  end if;
  new.updated_at := now();
  if (new.umbrella_id, new.id, new.created_at) is distinct from (old.umbrella_id, old.id, old.created_at)
      or old.status <> 'draft' and (new.number, new.published_at, new.scope_answers)
        is distinct from (old.number, old.published_at, old.scope_answers) then
    raise exception 'an initiative stays what it is' using errcode = 'restrict_violation';
  end if;

  if old.status = 'draft' then
    if new.membership_id <> old.membership_id
        or not (initiatives.speaks_for(new.membership_id) or initiatives.coauthors_draft(new.id)) then
      raise exception 'a draft is written by its member and its co-authors' using errcode = 'insufficient_privilege';
    end if;
    if new.status = 'draft' then return new; end if;
    if new.status <> 'discussion' or not initiatives.speaks_for(new.membership_id) then
      raise exception 'a draft is published by its own member' using errcode = 'insufficient_privilege';
    end if;
  end if;

  -- What is shown is always a version that is kept.
  if (new.title, new.body, new.authoritative, new.translations, new.version)
      is distinct from (old.title, old.body, old.authoritative, old.translations, old.version)
    and (old.status <> 'draft' or new.status <> 'draft') and not exists (
      select 1 from initiatives.initiative_versions v
      where v.umbrella_id = new.umbrella_id and v.initiative_id = new.id and v.version = new.version
        and (v.version = old.version + 1) and (v.title, v.body, v.authoritative, v.translations)
          is not distinct from (new.title, new.body, new.authoritative, new.translations)
        and (old.status in ('draft', 'discussion') or v.kind in ('correction', 'translation'))) then
    raise exception 'a published text changes by a new version, and a text that is being decided only by corrections'
      using errcode = 'restrict_violation', constraint = 'text_is_frozen';
  end if;

  if new.membership_id <> old.membership_id and not (
      old.withdrawn_at is not null and old.adoptable_until > now() and old.status = 'decision'
      and new.withdrawn_at is null and new.adopted_from = old.membership_id and initiatives.speaks_for(new.membership_id)) then
    raise exception 'an initiative passes to another member only when it was withdrawn, and in time'
      using errcode = 'insufficient_privilege', constraint = 'adoption_in_time';
  end if;
  if new.membership_id = old.membership_id and new.withdrawn_at is distinct from old.withdrawn_at
      and not (old.withdrawn_at is null and initiatives.speaks_for(new.membership_id)) then
    raise exception 'an initiative is withdrawn by its own member' using errcode = 'insufficient_privilege';
  end if;

  if new.status = old.status or old.status = 'draft' then return new; end if;
  if old.status in ('discussion', 'decision', 'not_supported') and new.decision_id is not null then
    select d.status, d.outcome, d.previous_id is not null into decided, outcome, again from initiatives.decisions d
      where d.umbrella_id = new.umbrella_id and d.id = new.decision_id and d.subject_id = new.id;
  end if;
  if old.status = 'discussion' and new.status = 'decision' and decided = 'open' and initiatives.speaks_for(new.membership_id)
    or old.status = 'not_supported' and new.status = 'decision' and decided = 'open' and again
    or old.status = 'discussion' and new.status = 'withdrawn' and initiatives.speaks_for(new.membership_id)
    or old.status = 'decision' and (
      decided = 'sealed' and new.status = outcome
      or decided in ('void', 'cancelled') and new.status = 'discussion' and new.round = old.round + 1
      or decided = 'withdrawn' and new.status = 'withdrawn') then
    return new;
  end if;
  raise exception 'an initiative does not go from % to % now', old.status, new.status using errcode = 'restrict_violation';
end $$;
create trigger guard before insert or update on initiatives.initiatives
  for each row execute function initiatives.guard_initiative();

create function initiatives.guard_coauthor() returns trigger language plpgsql set search_path = '' as $$
declare initiative initiatives.initiatives;
begin
  if current_user <> 'parasol_request' then return new; end if;
  select * into initiative from initiatives.initiatives i where i.umbrella_id = new.umbrella_id and i.id = new.initiative_id;
  if tg_op = 'INSERT' and initiative.status = 'draft' and initiatives.speaks_for(initiative.membership_id)
      and new.membership_id <> initiative.membership_id and new.agreed_at is null
    or tg_op = 'UPDATE' and (new.umbrella_id, new.initiative_id, new.membership_id)
      is not distinct from (old.umbrella_id, old.initiative_id, old.membership_id)
      and (initiatives.speaks_for(new.membership_id)
        or (new.agreed_at, new.declined_at) is not distinct from (old.agreed_at, old.declined_at)) then
    return new;
  end if;
  raise exception 'a co-author is invited by the initiator and answers for itself' using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert or update on initiatives.coauthors
  for each row execute function initiatives.guard_coauthor();

create function initiatives.guard_attachment() returns trigger language plpgsql set search_path = '' as $$
declare initiative initiatives.initiatives;
begin
  if current_user <> 'parasol_request' then return new; end if;
  select * into initiative from initiatives.initiatives i where i.umbrella_id = new.umbrella_id and i.id = new.initiative_id;
  if initiative.status in ('draft', 'discussion')
      and (initiatives.speaks_for(initiative.membership_id) or initiatives.coauthors_draft(initiative.id)) then
    return new;
  end if;
  raise exception 'files are attached by who writes the text, while it can change' using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert or update on initiatives.attachments
  for each row execute function initiatives.guard_attachment();

-- Comments, amendments, corrections and challenges are made for a member by somebody who acts for it today, while the
-- initiative is under discussion or decision; what was said is not rewritten.
create function initiatives.guard_statement() returns trigger language plpgsql set search_path = '' as $$
declare initiative initiatives.initiatives;
begin
  if current_user <> 'parasol_request' then return new; end if;
  select * into initiative from initiatives.initiatives i where i.umbrella_id = new.umbrella_id and i.id = new.initiative_id;
  if initiative.status is null or initiative.status not in ('discussion', 'decision') then
    raise exception 'this initiative is not under discussion' using errcode = 'restrict_violation', constraint = 'under_discussion';
  end if;
  if not initiatives.speaks_for(new.membership_id) then
    raise exception 'one speaks for a member one acts for' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard before insert on initiatives.comments for each row execute function initiatives.guard_statement();
create trigger guard before insert on initiatives.amendments for each row execute function initiatives.guard_statement();
create trigger guard before insert on initiatives.scope_challenges for each row execute function initiatives.guard_statement();
-- A correction also repairs a text that has been decided.
create function initiatives.guard_correction() returns trigger language plpgsql set search_path = '' as $$
declare owner uuid;
begin
  if current_user <> 'parasol_request' then return new; end if;
  select i.membership_id into owner from initiatives.initiatives i where i.umbrella_id = new.umbrella_id and i.id = new.initiative_id;
  if tg_op = 'INSERT' and new.status = 'proposed' and new.membership_id = owner and initiatives.speaks_for(owner)
      and new.proposed_by = platform.current_account() then
    return new;
  end if;
  if tg_op = 'UPDATE' and (new.before, new.after, new.locale, new.kind, new.state, new.initiative_id, new.membership_id, new.reasons)
        is not distinct from (old.before, old.after, old.locale, old.kind, old.state, old.initiative_id, old.membership_id, old.reasons)
      and (old.status = new.status and new.answered_at is not distinct from old.answered_at
        or old.status = 'proposed' and new.status = 'withdrawn' and initiatives.speaks_for(owner)
        or old.status = 'proposed' and new.status in ('confirmed', 'refused') and new.answered_by = platform.current_account()
          and old.proposed_by is distinct from new.answered_by and new.answered_membership <> old.membership_id
          and initiatives.speaks_for(new.answered_membership)) then
    return new;
  end if;
  raise exception 'a correction is proposed by the initiator and confirmed by a person of another member'
    using errcode = 'insufficient_privilege';
end $$;
create trigger guard before insert or update on initiatives.corrections
  for each row execute function initiatives.guard_correction();

create function initiatives.guard_comment_change() returns trigger language plpgsql set search_path = '' as $$
begin
  if (to_jsonb(new) - '{body,salt,person_id,withdrawn_at,redacted_at,redaction_reason,redacted_under}'::text[])
      <> (to_jsonb(old) - '{body,salt,person_id,withdrawn_at,redacted_at,redaction_reason,redacted_under}'::text[])
    or new.body is distinct from old.body and new.body is not null then
    raise exception 'what was said is not rewritten' using errcode = 'restrict_violation';
  end if;
  if current_user <> 'parasol_request' then return new; end if;
  if new.redacted_at is distinct from old.redacted_at and (old.redacted_at is not null
      or not network.acted('initiatives.redact_comment', new.id)) then
    raise exception 'words are taken out of sight by two coordinators' using errcode = 'insufficient_privilege';
  end if;
  if new.withdrawn_at is distinct from old.withdrawn_at
      and (old.withdrawn_at is not null or network.represents(new.membership_id) is null) then
    raise exception 'a comment is withdrawn by the member that made it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_change before update on initiatives.comments
  for each row execute function initiatives.guard_comment_change();

-- Proposed text and reasons stay as they were; the initiator answers, the proposer withdraws, once.
create function initiatives.guard_amendment_change() returns trigger language plpgsql set search_path = '' as $$
declare owner uuid;
begin
  if (to_jsonb(new) - '{person_id,status,answer,answer_locale,answered_at,made_version}'::text[])
      <> (to_jsonb(old) - '{person_id,status,answer,answer_locale,answered_at,made_version}'::text[]) then
    raise exception 'what was proposed is not rewritten' using errcode = 'restrict_violation';
  end if;
  if current_user <> 'parasol_request' then return new; end if;
  if (new.status, new.answer, new.answered_at) is not distinct from (old.status, old.answer, old.answered_at) then return new; end if;
  if old.status <> 'open' then
    raise exception 'this amendment is answered' using errcode = 'restrict_violation', constraint = 'answered_once';
  end if;
  select i.membership_id into owner from initiatives.initiatives i where i.umbrella_id = new.umbrella_id and i.id = new.initiative_id;
  if new.status in ('accepted', 'refused') and initiatives.speaks_for(owner)
    or new.status = 'withdrawn' and network.represents(new.membership_id) is not null then
    return new;
  end if;
  raise exception 'an amendment is answered by the initiator and withdrawn by who proposed it' using errcode = 'insufficient_privilege';
end $$;
create trigger guard_change before update on initiatives.amendments
  for each row execute function initiatives.guard_amendment_change();

create function initiatives.guard_challenge_change() returns trigger language plpgsql set search_path = '' as $$
declare owner uuid;
begin
  if (to_jsonb(new) - '{person_id,answer,answer_locale,answered_at,withdrawn_at}'::text[])
      <> (to_jsonb(old) - '{person_id,answer,answer_locale,answered_at,withdrawn_at}'::text[]) then
    raise exception 'what was said is not rewritten' using errcode = 'restrict_violation';
  end if;
  if current_user <> 'parasol_request' then return new; end if;
  select i.membership_id into owner from initiatives.initiatives i where i.umbrella_id = new.umbrella_id and i.id = new.initiative_id;
  if new.answer is distinct from old.answer and (old.answer is not null or not initiatives.speaks_for(owner))
    or new.withdrawn_at is distinct from old.withdrawn_at
      and (old.withdrawn_at is not null or network.represents(new.membership_id) is null) then
    raise exception 'a challenge is answered by the initiator, withdrawn by who raised it, once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_change before update on initiatives.scope_challenges
  for each row execute function initiatives.guard_challenge_change();

-- Whoever leaves for good acts for nobody any more and sees no draft: what they began for a member stays with it, without
-- their name; what they began as an individual goes with them.
create function initiatives.forget_drafts() returns void language plpgsql security definer set search_path = '' as $$
declare
  here uuid := platform.current_umbrella();
  asking uuid := platform.current_account();
  own uuid[];
  theirs uuid[];
begin
  own := array(select i.id from initiatives.initiatives i
    join network.memberships s on s.umbrella_id = i.umbrella_id and s.id = i.membership_id and s.form = 'individual'
    where i.umbrella_id = here and i.author_id = asking and i.status = 'draft');
  theirs := array(select a.file_id from initiatives.attachments a where a.umbrella_id = here and a.initiative_id = any (own));
  delete from initiatives.initiatives where umbrella_id = here and id = any (own);
  delete from platform.files where umbrella_id = here and id = any (theirs);
  update initiatives.initiatives set author_id = null where umbrella_id = here and author_id = asking;
  update initiatives.coauthors set invited_by = null where umbrella_id = here and invited_by = asking;
end $$;
comment on function initiatives.forget_drafts() is 'reviewed: forgets the asking account alone, in the current umbrella';
revoke all on function initiatives.forget_drafts() from public;
grant execute on function initiatives.forget_drafts() to parasol_request;

-- Who sees -----------------------------------------------------------------------------------------------------------

alter table initiatives.initiatives enable row level security;
create policy drafts_by_their_authors on initiatives.initiatives for all
  using (umbrella_id = (select platform.current_umbrella())
    and (status <> 'draft' or network.represents(membership_id) is not null or initiatives.coauthors_draft(id)))
  with check (umbrella_id = (select platform.current_umbrella()));
create policy only_own_drafts_are_discarded on initiatives.initiatives as restrictive for delete
  using (status = 'draft' and network.represents(membership_id) is not null);
grant select, insert, delete on initiatives.initiatives to parasol_request;
grant update (number, status, membership_id, mandate_id, author_id, title, body, authoritative, translations, languages, topics,
  scope_answers, version, round, decision_id, updated_at, published_at, discussion_since, withdrawn_at, withdrawal_reason,
  withdrawal_locale, adoptable_until, adopted_from) on initiatives.initiatives to parasol_request;

-- What hangs on an initiative is seen with it.
alter table initiatives.coauthors enable row level security;
create policy seen_with_initiative on initiatives.coauthors
  using (umbrella_id = (select platform.current_umbrella())
    and exists (select 1 from initiatives.initiatives i where i.umbrella_id = coauthors.umbrella_id and i.id = initiative_id))
  with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, delete, update (invited_by, agreed_at, declined_at) on initiatives.coauthors to parasol_request;
create policy dropped_with_draft on initiatives.coauthors as restrictive for delete
  using (exists (select 1 from initiatives.initiatives i where i.umbrella_id = coauthors.umbrella_id and i.id = initiative_id
    and i.status = 'draft' and network.represents(i.membership_id) is not null));

alter table initiatives.initiative_versions enable row level security;
create policy versions_of_the_umbrella on initiatives.initiative_versions
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert on initiatives.initiative_versions to parasol_request;

alter table initiatives.attachments enable row level security;
create policy seen_with_initiative on initiatives.attachments
  using (umbrella_id = (select platform.current_umbrella())
    and exists (select 1 from initiatives.initiatives i where i.umbrella_id = attachments.umbrella_id and i.id = initiative_id))
  with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (removed_at) on initiatives.attachments to parasol_request;

alter table initiatives.scope_challenges enable row level security;
create policy challenges_of_the_umbrella on initiatives.scope_challenges
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (person_id, answer, answer_locale, answered_at, withdrawn_at)
  on initiatives.scope_challenges to parasol_request;

alter table initiatives.comments enable row level security;
create policy comments_of_the_umbrella on initiatives.comments
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (person_id, body, salt, withdrawn_at, redacted_at, redaction_reason, redacted_under)
  on initiatives.comments to parasol_request;

alter table initiatives.amendments enable row level security;
create policy amendments_of_the_umbrella on initiatives.amendments
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (person_id, status, answer, answer_locale, answered_at, made_version)
  on initiatives.amendments to parasol_request;

alter table initiatives.corrections enable row level security;
create policy corrections_of_the_umbrella on initiatives.corrections
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert, update (proposed_by, status, answered_membership, answered_by, answered_at, made_version)
  on initiatives.corrections to parasol_request;

-- All of it stands on public pages; a draft does not.
create trigger announce after insert or update on initiatives.initiatives
  for each row when (new.status <> 'draft') execute function platform.announce_change();
create trigger announce after insert or update on initiatives.comments
  for each row execute function platform.announce_change();
create trigger announce after insert or update on initiatives.amendments
  for each row execute function platform.announce_change();
create trigger announce after insert or update on initiatives.corrections
  for each row execute function platform.announce_change();
create trigger announce after insert or update on initiatives.scope_challenges
  for each row execute function platform.announce_change();
create trigger announce after insert or update on initiatives.attachments
  for each row execute function platform.announce_change();
