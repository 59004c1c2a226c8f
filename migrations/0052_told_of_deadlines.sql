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

-- Whether somebody is a party was asked of the co-signers, who are seen with the letter, which is seen by its parties: of a
-- letter that somebody joined and not everybody reads, the question went round until the stack was full. Now it is asked once,
-- beside the policies.
create function authorities.has_joined(communication uuid) returns boolean
  language sql stable security definer set search_path = '' as $$
  select exists (select 1 from authorities.cosigners s where s.umbrella_id = platform.current_umbrella()
    and s.communication_id = communication and network.represents(s.membership_id) is not null)
$$;
comment on function authorities.has_joined(uuid) is
  'reviewed: answers only yes or no about the asking account in the current umbrella';
revoke all on function authorities.has_joined(uuid) from public;
grant execute on function authorities.has_joined(uuid) to parasol_request;

create or replace function authorities.is_party(communication uuid, membership uuid, through text) returns boolean
  language sql stable
  return authorities.writes_for(membership) or authorities.is_officer_of(communication)
    or (authorities.is_coordinator() and through = 'coalition') or authorities.has_joined(communication);
