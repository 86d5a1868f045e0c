-- Changes of what is already public, in towns where a second person approves: readers see the approved text until then.

create table publishing.proposal (
  tenant_id uuid not null,
  entry_id uuid not null,
  part text not null check (part ~ '^[a-z]+(-[a-z0-9-]+)?$'), -- text, translation-en, picture-<id>
  written_by uuid,
  written_by_name text not null,
  written_at timestamptz not null,
  payload jsonb not null,
  primary key (tenant_id, entry_id, part),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade
);
select app.protect('publishing.proposal');
