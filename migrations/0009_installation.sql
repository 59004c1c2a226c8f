-- What this installation is, chosen on its first start and never changed by a later one: a demonstration must not be
-- taken for a coalition's own records, nor be poured into them.
create table platform.installation (
  only_row boolean primary key default true check (only_row),
  kind text not null check (kind in ('demonstration', 'coalition')),
  chosen_at timestamptz not null default now(),
  completed_at timestamptz
);
comment on column platform.installation.completed_at is 'null while the demonstration is being loaded; a start that finds it so begins anew';
