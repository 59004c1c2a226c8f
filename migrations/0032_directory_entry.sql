-- A member as lists show it, written once: making fifty of them for every reader takes longer than finding them.
create function network.entry_text(id uuid, organisation uuid, form text, status text, kind text, name jsonb, communities text[],
    level text, country text, region text, town text, related integer) returns text
  language sql immutable parallel safe
  return json_build_object('id', id, 'organisation', organisation, 'form', form, 'status', status, 'kind', kind, 'name', name,
    'communities', communities, 'level', level, 'country', country, 'region', region, 'town', town, 'related', related)::text;
comment on function network.entry_text(uuid, uuid, text, text, text, jsonb, text[], text, text, text, text, integer) is
  'json in one line; immutable because nothing in it depends on a setting';

alter table network.directory add column entry text not null generated always as
  (network.entry_text(membership_id, organisation_id, form, status, kind, name, communities, level, country, region, town, related)) stored;
comment on column network.directory.entry is 'the row as lists show it';
