-- A file to which nothing leads any more is removed: the document of an invitation that was withdrawn or ran out, of a
-- mandate that was refused, of a row that is gone. Until then it would wait for a thief.

-- The document of a mandate that was refused or taken back stays a month, for whoever doubts it; then only its name stays.
create function network.release_refused_documents() returns integer language plpgsql security definer set search_path = '' as $$
declare
  released integer;
begin
  update network.mandates set file_id = null
    where umbrella_id = platform.current_umbrella() and status = 'refused' and file_id is not null
      and coalesce(closed_at, proposed_at) < now() - interval '30 days';
  get diagnostics released = row_count;
  return released;
end $$;
comment on function network.release_refused_documents() is
  'reviewed: in the current umbrella, and only what anybody there could see was refused a month ago; says how many';
revoke all on function network.release_refused_documents() from public;
grant execute on function network.release_refused_documents() to parasol_request;

-- Files older than a week to which no row of any room leads, at most a hundred at a time; says how many it removed. Rows of
-- drafts that only their authors see count too, so it runs with the owner's rights. What leads to a file is every foreign key
-- to platform.files, those of rooms to come included, and one thing that cannot be a key: the terms of an open invitation.
-- Each upload is a file of its own, also when two have the same content: nothing else hangs on it.
create function platform.remove_unneeded_files() returns integer language plpgsql security definer set search_path = '' as $$
declare
  needed text;
  found record;
  gone integer;
  removed integer := 0;
begin
  select string_agg(
      format('exists (select 1 from %s r where r.umbrella_id = f.umbrella_id and r.%I = f.id)', c.conrelid::regclass, a.attname),
      ' or ' order by c.conrelid::regclass::text, a.attname)
    into needed
    from pg_catalog.pg_constraint c
    join pg_catalog.pg_attribute target on target.attrelid = c.confrelid and target.attname = 'id'
    join pg_catalog.pg_attribute a on a.attrelid = c.conrelid
      and a.attnum = c.conkey[array_position(c.confkey, target.attnum)]
    where c.contype = 'f' and c.confrelid = 'platform.files'::regclass and c.conrelid <> 'platform.file_chunks'::regclass;
  if needed is null then raise exception 'no foreign key leads to platform.files'; end if;
  needed := needed || $open$ or exists (select 1 from people.invitations i
    where i.umbrella_id = f.umbrella_id and i.payload ->> 'file' = f.id::text and i.accepted_at is null
      and coalesce(i.withdrawn_at, i.expires_at) > now() - interval '7 days')$open$;
  -- Who attaches a file holds a lock on its row until the commit: such a file is left for another night. After our own lock
  -- nobody can attach it any more; what was attached just before is seen by the second look, which has its own snapshot.
  for found in execute format(
    'select f.umbrella_id, f.id from platform.files f where f.stored_at < now() - interval ''7 days'' and not (%s)
     order by f.stored_at limit 100 for update of f skip locked', needed)
  loop
    execute format('delete from platform.files f where f.umbrella_id = $1 and f.id = $2 and not (%s)', needed)
      using found.umbrella_id, found.id;
    get diagnostics gone = row_count;
    removed := removed + gone;
  end loop;
  return removed;
end $$;
comment on function platform.remove_unneeded_files() is
  'reviewed: takes no argument, removes only what no row can hand out any more, and gives away a number; for the worker alone';
revoke all on function platform.remove_unneeded_files() from public;
grant execute on function platform.remove_unneeded_files() to parasol_worker;
