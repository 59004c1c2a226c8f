-- A letter that left through the coalition is the secretariat's matter as well: it hears of its clocks as of its steps.

create function authorities.sent_by_coalition(deadline uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select 1 from authorities.deadlines d
    join authorities.communications c on c.umbrella_id = d.umbrella_id and c.id = d.communication_id
    where d.umbrella_id = platform.current_umbrella() and platform.current_account() is null and d.id = deadline
      and c.through = 'coalition')
$$;
comment on function authorities.sent_by_coalition(uuid) is 'reviewed: for the job alone, in nobody''s name; yes or no';
revoke all on function authorities.sent_by_coalition(uuid) from public;
grant execute on function authorities.sent_by_coalition(uuid) to parasol_request;
