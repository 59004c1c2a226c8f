-- Cooperation with public bodies: what the coalition publishes of it beside the body's own page (agreements, joint events,
-- reports, analytical papers), and whom an answer to a proposal for a law is told.

create table authorities.materials (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  body_id uuid not null references authorities.bodies (id),
  kind text not null check (kind in ('agreement', 'event', 'report', 'analysis', 'other')),
  title text not null check (length(title) between 1 and 300),
  lang text not null check (length(lang) between 2 and 35),
  on_day date check (on_day >= '1900-01-01'),
  description text not null default '' check (length(description) <= 5000),
  url text check (url ~ '^https?://\S+$' and length(url) <= 500),
  file_id uuid,
  status text not null default 'draft' check (status in ('draft', 'published', 'withdrawn')),
  withdrawn_because text check (length(withdrawn_because) between 1 and 2000),
  version integer not null default 1,
  published_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id),
  constraint material_says_something check (url is not null or file_id is not null or description <> ''),
  constraint withdrawn_with_reason check ((status = 'withdrawn') = (withdrawn_because is not null)),
  check (status = 'draft' or published_at is not null)
);
comment on column authorities.materials.on_day is 'of what it tells of; null: the source names no day';
comment on column authorities.materials.published_at is 'when everybody could read it first';
create index materials_of_body on authorities.materials (umbrella_id, body_id, on_day desc nulls last, id);
create index materials_published on authorities.materials (umbrella_id, published_at desc, id) where status = 'published';
create index materials_by_file on authorities.materials (umbrella_id, file_id) where file_id is not null;

create function authorities.follow_material() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'UPDATE' then
    -- What everybody could read is withdrawn with a reason, never unsaid.
    if old.status <> 'draft' and new.status = 'draft' or old.status = 'draft' and new.status = 'withdrawn' then
      raise exception 'from % no way to %', old.status, new.status using errcode = 'restrict_violation', constraint = 'material_status';
    end if;
    new.version := old.version + 1;
    new.updated_at := now();
    new.published_at := old.published_at;
  end if;
  if new.status = 'published' then new.published_at := coalesce(new.published_at, now()); end if;
  return new;
end $$;
create trigger materials_followed before insert or update on authorities.materials
  for each row execute function authorities.follow_material();
create function authorities.keep_published_material() returns trigger language plpgsql set search_path = '' as $$
begin
  if old.status <> 'draft' then
    raise exception 'what was published stays, withdrawn' using errcode = 'restrict_violation', constraint = 'material_stays';
  end if;
  return old;
end $$;
create trigger materials_stay before delete on authorities.materials
  for each row execute function authorities.keep_published_material();
create trigger announce after insert or update or delete on authorities.materials
  for each row execute function platform.announce_change();

alter table authorities.materials enable row level security;
create policy published_for_all on authorities.materials for select
  using (umbrella_id = (select platform.current_umbrella())
    and (status = 'published' or (select authorities.is_coordinator())));
create policy kept_by_coordinators on authorities.materials for insert
  with check (umbrella_id = (select platform.current_umbrella()) and status = 'draft' and (select authorities.is_coordinator()));
create policy changed_by_coordinators on authorities.materials for update
  using (umbrella_id = (select platform.current_umbrella()) and (select authorities.is_coordinator()));
create policy discarded_by_coordinators on authorities.materials for delete
  using (umbrella_id = (select platform.current_umbrella()) and (select authorities.is_coordinator()));
grant select, insert (id, body_id, kind, title, lang, on_day, description, url, file_id),
  update (kind, title, lang, on_day, description, url, file_id, status, withdrawn_because), delete on authorities.materials
  to parasol_request;

-- Whoever records the answer may be an officer, who sees nothing of councils: chair and secretary of the council that prepared
-- the proposal are told all the same.
create function councils.keepers_to_tell(communication uuid)
  returns table (number integer, council jsonb, person uuid)
  language sql stable security definer set search_path = ''
  begin atomic
    select p.number, c.name, h.account_id from councils.proposals p
      join lateral (select s.communication_id from councils.proposal_steps s
        where s.umbrella_id = p.umbrella_id and s.proposal_id = p.id and s.kind = 'submitted'
        order by s.position desc limit 1) way on way.communication_id = keepers_to_tell.communication
      left join councils.councils c on (c.umbrella_id, c.id) = (p.umbrella_id, p.council_id)
      left join councils.memberships m on (m.umbrella_id, m.council_id) = (p.umbrella_id, p.council_id)
        and m.duty in ('chair', 'secretary') and councils.runs(m.start_date, m.end_date)
      left join councils.people h on (h.umbrella_id, h.id) = (m.umbrella_id, m.person_id)
      where p.umbrella_id = platform.current_umbrella() and p.stage = 'submitted';
  end;
comment on function councils.keepers_to_tell(uuid) is
  'reviewed: for mail, of the current umbrella: number and council of proposals submitted by this letter, and ids of who keeps them';
revoke all on function councils.keepers_to_tell(uuid) from public;
grant execute on function councils.keepers_to_tell(uuid) to parasol_request;
