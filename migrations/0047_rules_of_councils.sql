-- The statute or the rules of procedure by which a council works, in each version that it adopted: who reads the minutes of
-- 2015 has to find the rules of 2015.

create table councils.rule_texts (
  umbrella_id uuid not null default platform.current_umbrella() references platform.umbrellas (id),
  id uuid not null,
  council_id uuid not null,
  title jsonb not null default '{}' check (jsonb_typeof(title) = 'object'),
  adopted_on date,
  url text check (url ~ '^https?://' and length(url) <= 500),
  file_id uuid,
  added_at timestamptz not null default now(),
  primary key (umbrella_id, id),
  foreign key (umbrella_id, council_id) references councils.councils (umbrella_id, id),
  foreign key (umbrella_id, file_id) references platform.files (umbrella_id, id),
  check (title <> '{}' or url is not null or file_id is not null)
);
comment on column councils.rule_texts.adopted_on is 'null only in what was recorded before versions were kept';
create index rule_texts_of_council on councils.rule_texts (umbrella_id, council_id, adopted_on desc);

insert into councils.rule_texts (umbrella_id, id, council_id, title, adopted_on, url, file_id)
  select c.umbrella_id, gen_random_uuid(), c.id, c.rules_title, c.rules_adopted_on, c.rules_url, c.rules_file_id from councils.councils c
  where c.rules_title <> '{}' or c.rules_url is not null or c.rules_file_id is not null;
update councils.councils set rules_title = '{}', rules_adopted_on = null, rules_url = null, rules_file_id = null
  where rules_title <> '{}' or rules_url is not null or rules_file_id is not null or rules_adopted_on is not null;
comment on column councils.councils.rules_title is 'empty since councils.rule_texts keeps the versions, as are the other columns of rules';

alter table councils.rule_texts enable row level security;
create policy seen on councils.rule_texts for select
  using (umbrella_id = (select platform.current_umbrella()) and councils.sees(council_id, null));
create policy kept on councils.rule_texts for insert
  with check (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
create policy withdrawn on councils.rule_texts for delete
  using (umbrella_id = (select platform.current_umbrella()) and councils.keeps(council_id));
grant select, insert, delete on councils.rule_texts to parasol_request;

-- A version counts from the day on which it was adopted: a later one would be shown as in force too early.
create function councils.guard_rule_text() returns trigger language plpgsql set search_path = '' as $$
begin
  if new.adopted_on is null or new.adopted_on > network.today() then
    raise exception 'rules have been adopted on a day' using errcode = 'restrict_violation', constraint = 'rules_adopted';
  end if;
  new.added_at := now();
  return new;
end $$;
create trigger rule_texts_guarded before insert on councils.rule_texts
  for each row execute function councils.guard_rule_text();

create trigger announce after insert or update or delete on councils.rule_texts
  for each row execute function platform.announce_change();
