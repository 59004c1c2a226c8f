-- What a report may be used for is the reporter's to say. Numbers that are published count an incident only where somebody
-- agreed to it, or where it is known from elsewhere as well; and they name its region only where somebody agreed to a map.

create function monitoring.agreed_for(incident uuid, wanted text) returns boolean
  language sql stable
  begin atomic
    select not exists (select from monitoring.sources s
        join monitoring.reports r on r.umbrella_id = s.umbrella_id and r.record_id = s.record_id
        where s.umbrella_id = platform.current_umbrella() and s.incident_id = incident and s.withdrawn_on is null
          and not wanted = any (r.consents))
      or exists (select from monitoring.sources s
        left join monitoring.reports r on r.umbrella_id = s.umbrella_id and r.record_id = s.record_id
        where s.umbrella_id = platform.current_umbrella() and s.incident_id = incident and s.withdrawn_on is null
          and (r.id is null or wanted = any (r.consents)));
  end;
comment on function monitoring.agreed_for(uuid, text) is
  'whether an incident may be used so: not every source that speaks for it is a report that does not agree to it';

create or replace function monitoring.count_in_release() returns trigger language plpgsql set search_path = '' as $$
begin
  if (to_jsonb(new) - 'released_in') <> (to_jsonb(old) - 'released_in') then
    raise exception 'counting an incident changes nothing else about it' using errcode = 'restrict_violation';
  end if;
  if not exists (select 1 from monitoring.releases r
      where r.umbrella_id = new.umbrella_id and r.id = new.released_in and r.published_at = now()) then
    raise exception 'an incident is counted when its release is published' using errcode = 'restrict_violation';
  end if;
  if not monitoring.agreed_for(new.id, 'statistics') then
    raise exception 'whoever told of this incident did not agree to statistics'
      using errcode = 'restrict_violation', constraint = 'agreed_to_statistics';
  end if;
  return new;
end $$;
