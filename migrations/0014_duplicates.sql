-- Looking for organisations that stand in the records twice, and what a merge shows to those whom it asks.

-- A pair that no longer looks like one organisation is forgotten, unless somebody said that these are two.
grant delete on network.duplicate_pairs to parasol_request;

-- Pairs of this umbrella's organisations that may be one, in one place: the same name, names alike, or the same website or
-- mail address. Not every organisation is compared with every other. Two texts of which at least 0.6 of all trigrams are
-- common share one of the rarest: a text of n trigrams with ceil(0.6 n) in common can miss at most the others, so its
-- n - ceil(0.6 n) + 1 rarest hold a common one. Only texts that meet there are compared. Contradicting numbers make two.
-- A trigram that more than 60 in one region share brings nobody together: the work stays within n × 60, however alike all
-- names are, and two that share nothing rarer are found by the same name or contact alone.
create function network.similar_organisations()
  returns table (first_id uuid, second_id uuid, reasons text[], likeness real)
  language sql stable security definer set search_path = '' set enable_nestloop = off set work_mem = '64MB' as $$
  with
    here as materialized (
      select o.id, o.country, o.region, o.name, o.search_key, public.show_trgm(o.search_key) as grams
      from network.organisations o
      where o.merged_into is null
        and o.id in (select s.organisation_id from network.memberships s where s.umbrella_id = platform.current_umbrella())),
    grams as materialized (
      select h.id, h.country, h.region, cardinality(h.grams) as size, unnest(h.grams) as gram from here h),
    frequencies as materialized (select g.gram, count(*) as n from grams g group by g.gram),
    rare as materialized (
      select r.id, r.country, r.region, r.size, r.gram
      from (
        select g.*, row_number() over (partition by g.id order by f.n, g.gram collate "C") as place,
          count(*) over (partition by g.gram, g.country, g.region) as sharing
        from grams g join frequencies f on f.gram = g.gram) r
      where r.place <= r.size - ceil(0.6 * r.size) + 1 and r.sharing <= 60),
    alike as (
      select a.id as first_id, b.id as second_id
      from rare a join rare b on b.gram = a.gram and b.country = a.country and b.region = a.region
      where a.id < b.id and b.size between 0.6 * a.size and a.size / 0.6
      union
      select least(a.id, b.id), greatest(a.id, b.id)
      from (select * from rare where region is null) a join rare b on b.gram = a.gram and b.country = a.country
      where a.id <> b.id and b.size between 0.6 * a.size and a.size / 0.6),
    names as materialized (
      select distinct h.id, h.country, h.region, lower(btrim(n.value)) as name
      from here h, lateral jsonb_each_text(h.name) n),
    namesakes as (
      select a.id as first_id, b.id as second_id
      from names a join names b on b.name = a.name and b.country = a.country
      where a.id < b.id and (a.region = b.region or a.region is null or b.region is null)
        -- What hundreds are called says nothing.
        and a.name in (select n.name from names n group by n.name having count(distinct n.id) between 2 and 20)),
    contacts as materialized (
      select distinct h.id, c.kind, lower(rtrim(c.value, '/')) as value
      from here h join network.contacts c on c.organisation_id = h.id and c.kind in ('website', 'email')),
    reachable as (
      select a.id as first_id, b.id as second_id
      from contacts a join contacts b on b.kind = a.kind and b.value = a.value
      where a.id < b.id and (a.kind, a.value) in (
        select c.kind, c.value from contacts c group by c.kind, c.value having count(*) between 2 and 5)),
    pairs as (
      select p.first_id, p.second_id, array_agg(distinct p.reason order by p.reason) as reasons
      from (
        select s.first_id, s.second_id, 'similar' as reason
        from alike s join here a on a.id = s.first_id join here b on b.id = s.second_id
        where public.similarity(a.search_key, b.search_key) >= 0.6
        union all select n.first_id, n.second_id, 'name' from namesakes n
        union all select r.first_id, r.second_id, 'contact' from reachable r) p
      group by p.first_id, p.second_id)
  select p.first_id, p.second_id, p.reasons, public.similarity(a.search_key, b.search_key)
  from pairs p join here a on a.id = p.first_id join here b on b.id = p.second_id
  where not exists (
    select 1 from network.identifiers x join network.identifiers y on y.scheme = x.scheme
    where x.organisation_id = p.first_id and y.organisation_id = p.second_id and x.value <> y.value)
  order by 4 desc, 1, 2 limit 5000
$$;
comment on function network.similar_organisations() is
  'reviewed: yields only ids of organisations that are or were members of the current umbrella, and how alike they are';
revoke all on function network.similar_organisations() from public;
grant execute on function network.similar_organisations() to parasol_request;

-- A merge as those see it whom it concerns: coordinators of its umbrella, and the people of either organisation, who may
-- stand in another umbrella and would not see the other organisation there.
create function network.merge_view(merge uuid) returns jsonb
  language sql stable security definer set search_path = '' as $$
  with
    asked as (
      select m.*, platform.current_umbrella() = m.umbrella_id and exists (
        select 1 from people.roles r where r.umbrella_id = m.umbrella_id and r.role = 'coordinator'
          and r.person_id = platform.current_account() and r.valid_until is null) as kept_here
      from network.merges m where m.id = merge),
    sides as (
      select o.id, o.name, o.country, o.region, o.town, network.has_people(o.id) as own,
        network.acts_anywhere_for(o.id) as mine,
        (select jsonb_build_object('answer', a.answer, 'word', a.word) from network.merge_answers a, asked
         where a.umbrella_id = asked.umbrella_id and a.merge_id = asked.id and a.organisation_id = o.id) as answer
      from network.organisations o, asked where o.id in (asked.survivor_id, asked.merged_id))
  select jsonb_build_object('id', a.id, 'umbrella', a.umbrella_id, 'status', a.status, 'obstacle', a.obstacle,
    'proposedAt', a.proposed_at, 'finishedAt', a.finished_at, 'here', a.kept_here,
    'act', case when a.kept_here then (
      select c.id from people.acts c where c.umbrella_id = a.umbrella_id and c.kind = 'network.merge_organisations'
        and c.subject_id = a.id and c.status = 'proposed') end,
    'survivor', (select to_jsonb(s) from sides s where s.id = a.survivor_id),
    'merged', (select to_jsonb(s) from sides s where s.id = a.merged_id))
  from asked a where a.kept_here or a.status <> 'proposed' and exists (select 1 from sides s where s.mine)
$$;
comment on function network.merge_view(uuid) is
  'reviewed: for coordinators of the merge''s umbrella and, once they agreed, for people with a mandate of either organisation';
revoke all on function network.merge_view(uuid) from public;
grant execute on function network.merge_view(uuid) to parasol_request;
