-- That a pledge has come is said by those who received it: nobody confirms a gift of their own while somebody else can.

-- A person of another member of the working group than the giver, who does not act for the giver either. A giver that works
-- alone has nobody else to ask.
create function initiatives.receives(realisation uuid, giver uuid) returns boolean
  language sql stable
  return exists (
    select 1 from initiatives.realisation_members m
    where m.umbrella_id = platform.current_umbrella() and m.realisation_id = receives.realisation and m.left_at is null
      and initiatives.speaks_for(m.membership_id)
      and case when exists (
          select 1 from initiatives.realisation_members o
          where o.umbrella_id = m.umbrella_id and o.realisation_id = m.realisation_id and o.left_at is null
            and o.membership_id <> receives.giver)
        then m.membership_id <> receives.giver and network.represents(receives.giver) is null else true end);

create or replace function initiatives.guard_pledge() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.need_id is not null and not exists (
      select 1 from initiatives.realisation_needs n where n.umbrella_id = new.umbrella_id and n.id = new.need_id
        and n.kind = new.kind and n.currency is not distinct from new.currency) then
    raise exception 'a pledge answers a need of its kind and currency' using errcode = 'check_violation';
  end if;
  if tg_op = 'UPDATE' and old.status = 'fulfilled' and exists (
      select 1 from initiatives.expenses e where e.umbrella_id = new.umbrella_id and e.pledge_id = new.id and e.struck_at is null)
    and (new.status, new.given, new.amount, new.currency) is distinct from (old.status, old.given, old.amount, old.currency) then
    raise exception 'what was spent was given' using errcode = 'restrict_violation', constraint = 'spent_was_given';
  end if;
  if current_user <> 'parasol_request' then return new; end if;
  if tg_op = 'UPDATE' and new.status = 'withdrawn' and old.status = 'pledged' and initiatives.is_gone(new.membership_id) then
    return new;
  end if;
  if not initiatives.still_runs(new.realisation_id) then
    raise exception 'this realisation has ended' using errcode = 'restrict_violation', constraint = 'ended_stays';
  end if;
  if tg_op = 'INSERT' and new.status = 'pledged' and initiatives.speaks_for(new.membership_id)
    or tg_op = 'UPDATE' and old.status = 'pledged' and new.status in ('pledged', 'withdrawn')
      and network.represents(new.membership_id) is not null then
    return new;
  end if;
  if tg_op = 'UPDATE' and (old.status, new.status) in (('pledged', 'fulfilled'), ('fulfilled', 'pledged'))
    and (new.what, new.content_locale, new.amount, new.currency, new.need_id)
      is not distinct from (old.what, old.content_locale, old.amount, old.currency, old.need_id)
    and initiatives.works_on(new.realisation_id) then
    if initiatives.receives(new.realisation_id, new.membership_id) then return new; end if;
    raise exception 'a gift is confirmed by another member of the working group than the giver'
      using errcode = 'insufficient_privilege', constraint = 'receiver_confirms';
  end if;
  raise exception 'a pledge is made and withdrawn by its member, and confirmed by the working group'
    using errcode = 'insufficient_privilege', constraint = 'course_of_pledge';
end $$;
