-- The directory: one row per member as everybody finds it, with its search terms and counts, so that lists, facets, maps
-- and totals never scan memberships. Derived from memberships, organisations, individuals and union edges by triggers;
-- nobody writes it by hand.

-- Whether the asking account belongs to the current umbrella today: acts for a member or partner, or keeps its records.
create function network.is_inside() returns boolean
  language sql stable security definer set search_path = '' as $$
  select platform.current_account() is not null and (
    exists (
      select 1 from people.roles r
      where r.umbrella_id = platform.current_umbrella() and r.person_id = platform.current_account()
        and r.role = 'coordinator' and (r.valid_until is null or r.valid_until > now()))
    or exists (
      select 1 from network.memberships s
      where s.umbrella_id = platform.current_umbrella() and s.person_id = platform.current_account() and s.status = 'active')
    or exists (
      select 1 from network.mandates m
      join network.memberships s on (s.umbrella_id, s.id) = (m.umbrella_id, m.membership_id) and s.status = 'active'
      where m.umbrella_id = platform.current_umbrella() and m.person_id = platform.current_account() and m.status = 'confirmed'
        and m.valid_from <= network.today() and (m.valid_until is null or m.valid_until > network.today())))
$$;
comment on function network.is_inside() is 'reviewed: answers only yes or no about the asking account in the current umbrella';
revoke all on function network.is_inside() from public;
grant execute on function network.is_inside() to parasol_request;

-- A contact is seen by those for whom it was given; by the organisation's own people whatever it says (the other policy).
drop policy seen_with_organisation on network.contacts;
create policy seen_as_given on network.contacts for select using (
  exists (select 1 from network.organisations o where o.id = organisation_id)
  and (visibility = 'public'
    or (visibility = 'members' and (select network.is_inside()))
    or (visibility = 'coordinators' and exists (
      select 1 from people.roles r
      where r.umbrella_id = (select platform.current_umbrella()) and r.person_id = (select platform.current_account())
        and r.role = 'coordinator' and (r.valid_until is null or r.valid_until > now())))));

-- What hangs on an organisation stands on its page too: every umbrella that shows it is told.
create function network.announce_belongings() returns trigger language plpgsql security definer set search_path = '' as $$
declare changed uuid[];
begin
  if tg_table_name = 'union_edges' then
    changed := case when tg_op = 'DELETE' then array[old.union_id, old.child_id] else array[new.union_id, new.child_id] end;
  else
    changed := case when tg_op = 'DELETE' then array[old.organisation_id] else array[new.organisation_id] end;
  end if;
  perform pg_notify('parasol_changed', s.umbrella_id::text) from network.memberships s where s.organisation_id = any (changed);
  return null;
end $$;
comment on function network.announce_belongings() is 'reviewed: tells only the ids of umbrellas';
revoke all on function network.announce_belongings() from public;
create trigger announce after insert or update or delete on network.contacts
  for each row execute function network.announce_belongings();
create trigger announce after insert or update or delete on network.identifiers
  for each row execute function network.announce_belongings();
create trigger announce after insert or update or delete on network.union_edges
  for each row execute function network.announce_belongings();

-- The text a reader of a language is shown: same order as platform/i18n/localised.ts, so that a list is sorted by what it shows.
create function network.text_for(localised jsonb, tags text[]) returns text
  language sql immutable parallel safe
  return coalesce(
    (select coalesce(nullif(btrim(localised ->> wanted.tag), ''), (
       select btrim(part.value) from jsonb_each_text(localised) with ordinality as part (tag, value, position)
       where split_part(part.tag, '-', 1) = wanted.tag and btrim(part.value) <> '' order by part.position limit 1))
     from unnest(tags) with ordinality as wanted (tag, rank)
     where exists (select 1 from jsonb_each_text(localised) as part (tag, value)
       where split_part(part.tag, '-', 1) = wanted.tag and btrim(part.value) <> '')
     order by wanted.rank limit 1),
    (select btrim(part.value) from jsonb_each_text(localised) with ordinality as part (tag, value, position)
     where btrim(part.value) <> '' order by part.position limit 1),
    '');

-- The facets among some terms as a small Bloom filter, two of 128 bits each: says no for sure and yes perhaps.
create function network.signature(terms text[]) returns bit(128)
  language sql immutable parallel safe
  return coalesce((
    select bit_or(set_bit(set_bit(repeat('0', 128)::bit(128), get_byte(hash, 0) & 127, 1), get_byte(hash, 1) & 127, 1))
    from unnest(terms) term cross join lateral (select sha256(convert_to(term, 'UTF8')) as hash) hashed
    where not starts_with(term, 'word:')), repeat('0', 128)::bit(128));

create table network.directory (
  umbrella_id uuid not null,
  membership_id uuid not null,
  organisation_id uuid,
  public boolean not null,
  form text not null,
  status text not null,
  since date not null,
  kind text,
  name jsonb not null,
  name_uk text collate "uk-x-icu" not null,
  name_pl text collate "pl-x-icu" not null,
  name_en text collate "en-x-icu" not null,
  communities text[] not null,
  languages text[] not null,
  fields text[] not null,
  level text,
  country text not null,
  region text,
  town text,
  related integer not null,
  demonstration boolean not null,
  terms text[] collate "C" not null,
  signature bit(128) not null,
  weight smallint not null,
  primary key (umbrella_id, membership_id),
  foreign key (umbrella_id, membership_id) references network.memberships (umbrella_id, id)
);
comment on column network.directory.public is 'false for an individual representative who did not agree to stand in the public directory';
comment on column network.directory.related is 'organisations below this one in confirmed unions, each counted once';
comment on column network.directory.terms is 'what it is found by: facet:value (country:PL, region:PL-06, community:…) and word:… of the search key';
comment on column network.directory.weight is 'words of its name, on average of the languages: of two names with a word sought, the shorter one is nearer';
-- A filtered list walks the names in their order; the signature beside them passes by most of what does not fit without
-- fetching it.
create index directory_in_ukrainian on network.directory (umbrella_id, name_uk, membership_id) include (public, signature);
create index directory_in_polish on network.directory (umbrella_id, name_pl, membership_id) include (public, signature);
create index directory_in_english on network.directory (umbrella_id, name_en, membership_id) include (public, signature);
create index directory_of_organisation on network.directory (organisation_id);
create index directory_unions on network.directory (umbrella_id, public) include (related) where related > 0;

-- Who is found by a term, nearest first: a search for words, and a list with a rare filter, start here.
create table network.directory_terms (
  umbrella_id uuid not null,
  term text collate "C" not null,
  weight smallint not null,
  membership_id uuid not null,
  public boolean not null,
  primary key (umbrella_id, term, weight, membership_id) include (public)
);

create table network.directory_counts (
  umbrella_id uuid not null,
  audience text not null check (audience in ('public', 'inside')),
  facet text collate "C" not null,
  value text collate "C" not null,
  n integer not null,
  primary key (umbrella_id, audience, facet, value)
);
comment on table network.directory_counts is 'members per facet value as the public and as the people inside see them; facet "all" is the total, "activity" is region/field';

-- The distinct words of an umbrella's names: small, so that a misspelt word is looked for here and not among all members.
create table network.words (
  umbrella_id uuid not null,
  word text collate "C" not null,
  public_n integer not null,
  inside_n integer not null,
  primary key (umbrella_id, word)
);
create index words_by_trigram on network.words using gin (word public.gin_trgm_ops);

alter table network.directory enable row level security;
create policy shown_here on network.directory for select
  using (umbrella_id = (select platform.current_umbrella()) and (public or (select network.is_inside())));
grant select on network.directory to parasol_request;

alter table network.directory_terms enable row level security;
create policy shown_here on network.directory_terms for select
  using (umbrella_id = (select platform.current_umbrella()) and (public or (select network.is_inside())));
grant select on network.directory_terms to parasol_request;

alter table network.directory_counts enable row level security;
create policy shown_here on network.directory_counts for select
  using (umbrella_id = (select platform.current_umbrella()) and (audience = 'public' or (select network.is_inside())));
grant select on network.directory_counts to parasol_request;

-- Read only through network.kindred_words: trigram operators are not leakproof, so no index would serve them under RLS.
alter table network.words enable row level security;
create policy words_of_the_umbrella on network.words for select using (umbrella_id = (select platform.current_umbrella()));

-- Every organisation below a union in confirmed edges, once.
create function network.below(union_id uuid) returns setof uuid
  language sql stable set search_path = '' as $$
  with recursive tree (id) as (
    select e.child_id from network.union_edges e where e.union_id = below.union_id and e.confirmed_at is not null
    union
    select e.child_id from network.union_edges e join tree on e.union_id = tree.id where e.confirmed_at is not null
  ) select id from tree
$$;
revoke all on function network.below(uuid) from public;

-- The unions around an organisation: everything below it, and the unions above it that this umbrella sees. What only one
-- side has stated is told to those who may answer it.
create function network.union_tree(organisation uuid) returns json
  language plpgsql stable security definer set search_path = '' as $$
declare
  author uuid;
  own boolean;
begin
  if not exists (select 1 from network.union_edges e where organisation in (e.union_id, e.child_id)) then return null; end if;
  select o.created_by into author from network.organisations o where o.id = organisation;
  if not network.sees_organisation(organisation, author) then return null; end if;
  own := platform.current_account() is not null and network.may_alter_organisation(organisation);
  return (
    with recursive tree (parent, id, depth, since, confirmed) as (
      select e.union_id, e.child_id, 1, e.since, e.confirmed_at is not null
        from network.union_edges e where e.union_id = organisation and (own or e.confirmed_at is not null)
      union all
      select e.union_id, e.child_id, t.depth + 1, e.since, true
        from tree t join network.union_edges e on e.union_id = t.id and e.confirmed_at is not null where t.confirmed and t.depth < 8
    ), around as (
      select 'below' as side, t.parent, t.id, t.since, t.confirmed from (
        select parent, id, since, confirmed from tree group by 1, 2, 3, 4 order by min(depth) limit 500) t
      union all
      select 'above', null, e.union_id, e.since, e.confirmed_at is not null
        from network.union_edges e join network.organisations u on u.id = e.union_id
        where e.child_id = organisation and (own or e.confirmed_at is not null and network.sees_organisation(u.id, u.created_by))
    )
    select json_agg(json_build_object('side', a.side, 'parent', a.parent, 'id', a.id, 'since', a.since, 'confirmed', a.confirmed,
      'name', o.name, 'kind', o.kind, 'country', o.country, 'region', o.region, 'town', o.town, 'membership', (
        select s.id from network.memberships s
        where s.umbrella_id = platform.current_umbrella() and s.organisation_id = o.id and s.status <> 'ended'
        order by s.form desc limit 1)))
    from around a join network.organisations o on o.id = a.id);
end $$;
comment on function network.union_tree(uuid) is 'reviewed: names of organisations related to one that the current umbrella sees; unconfirmed relations to its own people alone';
revoke all on function network.union_tree(uuid) from public;
grant execute on function network.union_tree(uuid) to parasol_request;

-- What the directory holds of each member, computed from the sources.
create view network.directory_source with (security_invoker = true) as
select s.umbrella_id, s.id as membership_id, s.organisation_id, coalesce(p.listed, true) as public, s.form, s.status, s.since,
  o.kind, shown.name,
  network.text_for(shown.name, '{uk,en,pl}') as name_uk,
  network.text_for(shown.name, '{pl,en,uk}') as name_pl,
  network.text_for(shown.name, '{en,uk,pl}') as name_en,
  shown.communities, shown.languages, shown.fields, o.level, shown.country, shown.region, shown.town,
  case when exists (select 1 from network.union_edges e where e.union_id = o.id and e.confirmed_at is not null)
    then (select count(*)::integer from network.below(o.id)) else 0 end as related,
  coalesce(o.demonstration, false) as demonstration,
  found.terms, network.signature(found.terms) as signature,
  least(length(shown.search_key) - length(replace(shown.search_key, ' ', '')) + 1, 1000)::smallint
    / greatest((select count(*) from jsonb_object_keys(shown.name)), 1)::smallint as weight
from network.memberships s
left join network.organisations o on o.id = s.organisation_id
left join network.individuals p on (p.umbrella_id, p.membership_id) = (s.umbrella_id, s.id)
cross join lateral (select coalesce(o.name, p.name) as name, coalesce(o.communities, p.communities) as communities,
  coalesce(o.languages, p.languages) as languages, coalesce(o.fields, p.fields) as fields,
  coalesce(o.country, p.country) as country, case when o.id is null then p.region else o.region end as region,
  case when o.id is null then p.town else o.town end as town, coalesce(o.search_key, p.search_key) as search_key) shown
cross join lateral (select array(
    select distinct term collate "C" from (
      values ('form:' || s.form), ('kind:' || o.kind), ('level:' || o.level), ('country:' || shown.country), ('region:' || shown.region)
      union all select 'community:' || code from unnest(shown.communities) code
      union all select 'language:' || code from unnest(shown.languages) code
      union all select 'field:' || code from unnest(shown.fields) code
      union all select 'word:' || word from string_to_table(shown.search_key, ' ') word where word <> ''
    ) listed (term) where term is not null order by 1
  ) as terms) found
where s.status <> 'ended' and shown.name is not null;

-- Brings the rows of some memberships up to date: `umbrellas` and `members` are parallel. Organisations are locked first
-- and then umbrellas, each in order of their keys. So whoever comes second sees what the first one wrote, counts are
-- never added to by two at once, and two writers do not wait for each other.
-- A plan kept from when the tables were nearly empty turns an import of thousands into nested scans: planned anew each time.
create function network.refresh_directory(umbrellas uuid[], members uuid[]) returns void
  language plpgsql security definer set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
begin
  if members is null then return; end if;
  perform from network.organisations o where o.id = any (array(
      select s.organisation_id from unnest(umbrellas, members) as t (umbrella_id, id) join network.memberships s using (umbrella_id, id)))
    order by o.id for share;
  perform pg_advisory_xact_lock(hashtextextended('network.directory ' || u.id, 0))
    from (select distinct id from unnest(umbrellas) id order by id) u;

  with touched as materialized (
    select distinct t.umbrella_id, t.membership_id from unnest(umbrellas, members) as t (umbrella_id, membership_id)
  ), before as materialized (
    select d.* from touched t cross join lateral (
      select d.umbrella_id, d.membership_id, d.public, d.terms, d.weight, d.region, d.fields from network.directory d
      where d.umbrella_id = t.umbrella_id and d.membership_id = t.membership_id offset 0) d
  ), after as materialized (
    select s.* from touched t cross join lateral (
      select * from network.directory_source s where s.umbrella_id = t.umbrella_id and s.membership_id = t.membership_id offset 0) s
  ), removed as (
    delete from network.directory d using before b
    where (d.umbrella_id, d.membership_id) = (b.umbrella_id, b.membership_id)
      and not exists (select 1 from after a where (a.umbrella_id, a.membership_id) = (b.umbrella_id, b.membership_id))
  ), written as (
    insert into network.directory as d (umbrella_id, membership_id, organisation_id, public, form, status, since, kind, name,
        name_uk, name_pl, name_en, communities, languages, fields, level, country, region, town, related, demonstration, terms, signature, weight)
      select umbrella_id, membership_id, organisation_id, public, form, status, since, kind, name,
        name_uk, name_pl, name_en, communities, languages, fields, level, country, region, town, related, demonstration, terms, signature, weight
      from after
    on conflict (umbrella_id, membership_id) do update set (organisation_id, public, form, status, since, kind, name,
        name_uk, name_pl, name_en, communities, languages, fields, level, country, region, town, related, demonstration, terms, signature, weight)
      = (excluded.organisation_id, excluded.public, excluded.form, excluded.status, excluded.since, excluded.kind, excluded.name,
        excluded.name_uk, excluded.name_pl, excluded.name_en, excluded.communities, excluded.languages, excluded.fields,
        excluded.level, excluded.country, excluded.region, excluded.town, excluded.related, excluded.demonstration, excluded.terms,
        excluded.signature, excluded.weight)
      where d is distinct from excluded
  ), old_terms as materialized (
    select b.umbrella_id, b.membership_id, b.public, b.weight, term from before b cross join unnest(b.terms) term
  ), new_terms as materialized (
    select a.umbrella_id, a.membership_id, a.public, a.weight, term from after a cross join unnest(a.terms) term
  ), lost as (
    delete from network.directory_terms t using old_terms o
    where (t.umbrella_id, t.term, t.weight, t.membership_id) = (o.umbrella_id, o.term, o.weight, o.membership_id)
      and not exists (select 1 from new_terms n
        where (n.umbrella_id, n.membership_id, n.term, n.weight) = (o.umbrella_id, o.membership_id, o.term, o.weight))
  ), gained as (
    insert into network.directory_terms as t (umbrella_id, term, weight, membership_id, public)
      select n.umbrella_id, n.term, n.weight, n.membership_id, n.public from new_terms n
      where not exists (select 1 from old_terms o
        where (o.umbrella_id, o.membership_id, o.term, o.weight, o.public) = (n.umbrella_id, n.membership_id, n.term, n.weight, n.public))
      order by 1, 2, 3, 4
    on conflict (umbrella_id, term, weight, membership_id) do update set public = excluded.public
  ), steps as materialized (
    select umbrella_id, term, sum(step) as inside, coalesce(sum(step) filter (where public), 0) as public
    from (
      select umbrella_id, term, public, 1 as step from new_terms
      union all select umbrella_id, term, public, -1 from old_terms
      union all select umbrella_id, 'all:', public, 1 from after
      union all select umbrella_id, 'all:', public, -1 from before
      union all select umbrella_id, 'activity:' || region || '/' || code, public, 1 from after cross join unnest(fields) code
      union all select umbrella_id, 'activity:' || region || '/' || code, public, -1 from before cross join unnest(fields) code
    ) change
    where term is not null
    group by umbrella_id, term having sum(step) <> 0 or sum(step) filter (where public) <> 0
  ), counted_words as (
    insert into network.words as w (umbrella_id, word, public_n, inside_n)
      select umbrella_id, substr(term, 6), public, inside from steps where starts_with(term, 'word:') order by 1, 2
    on conflict (umbrella_id, word) do update
      set public_n = w.public_n + excluded.public_n, inside_n = w.inside_n + excluded.inside_n
  )
  insert into network.directory_counts as c (umbrella_id, audience, facet, value, n)
    select umbrella_id, audience, split_part(term, ':', 1), substr(term, strpos(term, ':') + 1), n
    from steps cross join lateral (values ('inside', inside), ('public', public)) as counted (audience, n)
    where not starts_with(term, 'word:') and n <> 0 order by 1, 2, 3, 4
  on conflict (umbrella_id, audience, facet, value) do update set n = c.n + excluded.n;
end $$;
comment on function network.refresh_directory(uuid[], uuid[]) is 'reviewed: called by triggers alone; copies what sources hold into the rows of the same umbrella';
revoke all on function network.refresh_directory(uuid[], uuid[]) from public;

create function network.follow_memberships() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform network.refresh_directory(array_agg(umbrella_id), array_agg(id)) from changed;
  return null;
end $$;
comment on function network.follow_memberships() is 'reviewed: refreshes the directory rows of the memberships just written';
create trigger follow_new after insert on network.memberships
  referencing new table as changed for each statement execute function network.follow_memberships();
create trigger follow_changed after update on network.memberships
  referencing new table as changed for each statement execute function network.follow_memberships();

create function network.follow_individuals() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform network.refresh_directory(array_agg(umbrella_id), array_agg(membership_id)) from changed;
  return null;
end $$;
comment on function network.follow_individuals() is 'reviewed: refreshes the directory rows of the individual representatives just written';
create trigger follow_new after insert on network.individuals
  referencing new table as changed for each statement execute function network.follow_individuals();
create trigger follow_changed after update on network.individuals
  referencing new table as changed for each statement execute function network.follow_individuals();

create function network.follow_organisations() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform network.refresh_directory(array_agg(s.umbrella_id), array_agg(s.id))
    from changed o join former f using (id) join network.memberships s on s.organisation_id = o.id
    where (o.kind, o.name, o.communities, o.languages, o.fields, o.level, o.country, o.region, o.town, o.search_key)
      is distinct from (f.kind, f.name, f.communities, f.languages, f.fields, f.level, f.country, f.region, f.town, f.search_key);
  return null;
end $$;
comment on function network.follow_organisations() is 'reviewed: refreshes the directory rows of the organisations just written, in every umbrella they belong to';
create trigger follow_changed after update on network.organisations
  referencing old table as former new table as changed for each statement execute function network.follow_organisations();

-- The unions are locked against becoming members meanwhile: a member that joins just then locks its organisation too, and
-- whoever comes second sees what the first one wrote.
create function network.follow_edges() returns trigger language plpgsql security definer set search_path = '' as $$
declare unions uuid[];
begin
  unions := array(
    with recursive above (id) as (
      select c.union_id from changed c
      union select e.union_id from network.union_edges e join above on e.child_id = above.id
    ) select id from above);
  perform from network.organisations o where o.id = any (unions) order by o.id for no key update;
  perform network.refresh_directory(array_agg(s.umbrella_id), array_agg(s.id))
    from network.memberships s where s.organisation_id = any (unions);
  return null;
end $$;
comment on function network.follow_edges() is 'reviewed: refreshes the directory rows of the unions above the edges just written';
create trigger follow_new after insert on network.union_edges
  referencing new table as changed for each statement execute function network.follow_edges();
create trigger follow_changed after update on network.union_edges
  referencing new table as changed for each statement execute function network.follow_edges();
create trigger follow_removed after delete on network.union_edges
  referencing old table as changed for each statement execute function network.follow_edges();
revoke all on function network.follow_memberships(), network.follow_individuals(), network.follow_organisations(),
  network.follow_edges() from public;

-- How a word of a search key was meant if one letter slipped: one too many, two swapped, one left out, another one.
create function network.slips(word text) returns setof text
  language sql immutable parallel safe
  begin atomic
    with places as (select generate_series(0, length(slips.word)) as n),
      letters as (select chr(code) as letter from generate_series(ascii('a'), ascii('z')) code)
    select left(slips.word, n) || substr(slips.word, n + 2) from places where n < length(slips.word)
    union all
    select left(slips.word, n) || substr(slips.word, n + 2, 1) || substr(slips.word, n + 1, 1) || substr(slips.word, n + 3)
      from places where n < length(slips.word) - 1
    union all
    select left(slips.word, n) || letter || substr(slips.word, n + 1) from places, letters
    union all
    select left(slips.word, n) || letter || substr(slips.word, n + 2) from places, letters where n < length(slips.word);
  end;

-- For each word of a query the words of the umbrella's names that may be meant: the word itself (0); its other forms and
-- longer words that begin with it (1); and, only where neither exists, the word with one letter slipped or, failing that,
-- words that look like it (2). A slip is looked up; a likeness has to be computed for every word, ten times as long. `n` is how many
-- members the asker can find by it.
create function network.kindred_words(umbrella uuid, sought text[])
  returns table (query text, word text, kinship smallint, likeness real, n integer)
  language plpgsql stable security definer set search_path = '' set pg_trgm.similarity_threshold = 0.22 as $$
declare
  inside boolean := network.is_inside();
  asked text;
  stem text;
begin
  if umbrella is distinct from platform.current_umbrella() then
    raise exception 'only words of the current umbrella' using errcode = 'insufficient_privilege';
  end if;
  foreach asked in array sought loop
    stem := left(asked, greatest(least(length(asked), 3), length(asked) - 2));
    return query
      select asked, w.word, (case when w.word = asked then 0 else 1 end)::smallint, public.similarity(w.word, asked),
        case when inside then w.inside_n else w.public_n end
      from network.words w
      where w.umbrella_id = umbrella and w.word >= stem collate "C" and w.word < (stem || chr(1114111)) collate "C"
        and case when inside then w.inside_n else w.public_n end > 0
        and (starts_with(w.word, asked) or length(stem) >= 5 or public.similarity(w.word, asked) >= 0.35)
      order by w.word <> asked, not starts_with(w.word, asked), w.inside_n desc, w.word limit 24;
    if not found and length(asked) >= 4 then
      return query
        select asked, w.word, 2::smallint, public.similarity(w.word, asked),
          case when inside then w.inside_n else w.public_n end
        from network.words w
        where w.umbrella_id = umbrella and w.word = any (array(select network.slips(asked)) collate "C")
          and case when inside then w.inside_n else w.public_n end > 0
        order by public.similarity(w.word, asked) desc, w.word limit 24;
    end if;
    if not found then
      return query
        select asked, w.word, 2::smallint, public.similarity(w.word, asked),
          case when inside then w.inside_n else w.public_n end
        from network.words w
        where w.word operator(public.%) asked and w.umbrella_id = umbrella and abs(length(w.word) - length(asked)) <= 3
          and case when inside then w.inside_n else w.public_n end > 0
        order by public.similarity(w.word, asked) desc, w.word limit 100;
    end if;
  end loop;
end $$;
comment on function network.kindred_words(uuid, text[]) is 'reviewed: refuses any umbrella but the current one; to the public only words of members that the public directory shows';
revoke all on function network.kindred_words(uuid, text[]) from public;
grant execute on function network.kindred_words(uuid, text[]) to parasol_request;
