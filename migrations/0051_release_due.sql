-- When a release of statistics is due: the rule that keeps two releases apart is also the rhythm in which they are expected.

create function monitoring.release_due() returns date
  language sql stable security definer set search_path = ''
  begin atomic
    with rule as (
      -- As program and rule have it: three months where the members decided nothing else.
      select coalesce((select (r.value #>> '{}')::int from platform.rules r where r.umbrella_id = platform.current_umbrella()
        and r.key = 'monitoring.release_months' and r.valid_from <= now() order by r.version desc limit 1), 3) as months
    ), counted as (
      -- Months that ended thirty days ago (disclosure/rules.ts): younger ones are not counted by any release.
      select (date_trunc('month', network.today() - 30 + 1) - interval '1 day')::date as until
    ), last as (
      select coalesce((select max(r.recorded_until) from monitoring.releases r where r.umbrella_id = platform.current_umbrella()),
        (select (date_trunc('month', min(i.recorded_on)) - interval '1 day')::date from monitoring.incidents i
          where i.umbrella_id = platform.current_umbrella())) as until
    ), due as (
      select (last.until + 1 + make_interval(months => rule.months) - interval '1 day')::date as until from last, rule
    )
    select due.until from due, counted, last
      where due.until <= counted.until and exists (select from monitoring.incidents i
        where i.umbrella_id = platform.current_umbrella() and i.duplicate_of is null
          and i.recorded_on > last.until and i.recorded_on <= counted.until);
  end;
comment on function monitoring.release_due() is 'reviewed: the day until which a release of the current umbrella is expected and not there, as its published days and its rule say; of incidents only that there are some to count';
revoke all on function monitoring.release_due() from public;
grant execute on function monitoring.release_due() to parasol_request;
