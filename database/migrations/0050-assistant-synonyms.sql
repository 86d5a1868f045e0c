-- Words that mean the same in this town ("Kilometerblock, Gewerbegebiet Sudenhof"), in addition to the list every town
-- starts with. They are part of the search index of the town, so a change raises its edition.

create table assistant.synonym_group (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  words text[] not null check (cardinality(words) >= 2),
  primary key (tenant_id, id)
);
select app.protect('assistant.synonym_group');
