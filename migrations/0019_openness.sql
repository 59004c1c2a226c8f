-- Elections that were held elsewhere are taken over into the same log, so that anybody can recount them like our own.

-- Voters and their ballots of an imported election, in parts: `[{elector, name, ballot, marks}]`.
create function initiatives.take_over_ballots(decision uuid, voted jsonb) returns void
  language plpgsql security definer set search_path = '' as $$
declare umbrella uuid := platform.current_umbrella();
begin
  if not network.is_coordinator() or not exists (select 1 from initiatives.decisions d
      where d.umbrella_id = umbrella and d.id = decision and d.kind = 'import' and d.status = 'open') then
    raise exception 'coordinators take over ballots of an election that is being imported' using errcode = 'insufficient_privilege';
  end if;
  insert into initiatives.electors (umbrella_id, decision_id, elector_id, form, name, shard)
    select umbrella, decision, v.elector, 'voter', v.name, 0
    from jsonb_to_recordset(voted) as v (elector uuid, name jsonb);
  insert into initiatives.ballots (umbrella_id, id, decision_id, elector_id, ordinal, marks, channel, cast_at)
    select umbrella, v.ballot, decision, v.elector, 1, v.marks, 'import', now()
    from jsonb_to_recordset(voted) as v (elector uuid, ballot uuid, marks jsonb);
end $$;
comment on function initiatives.take_over_ballots(uuid, jsonb) is
  'reviewed: for coordinators alone, and only into an election of the current umbrella that is being imported: its voters are no members';
revoke all on function initiatives.take_over_ballots(uuid, jsonb) from public;
grant execute on function initiatives.take_over_ballots(uuid, jsonb) to parasol_request;

-- What members were reminded of: each reminder of a decision goes out once, whatever runs twice.
create table initiatives.reminders (
  umbrella_id uuid not null default platform.current_umbrella(),
  decision_id uuid not null,
  event text not null check (event ~ '^(discussed|closing .+)$'),
  sent_at timestamptz not null default now(),
  primary key (umbrella_id, decision_id, event),
  foreign key (umbrella_id, decision_id) references initiatives.decisions (umbrella_id, id)
);
comment on column initiatives.reminders.event is '«discussed»: from now on a majority decides; «closing …»: voting ends at this moment, which an extension makes another one';
alter table initiatives.reminders enable row level security;
create policy reminders_of_the_umbrella on initiatives.reminders
  using (umbrella_id = (select platform.current_umbrella())) with check (umbrella_id = (select platform.current_umbrella()));
grant select, insert (decision_id, event) on initiatives.reminders to parasol_request;
