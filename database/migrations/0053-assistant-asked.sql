-- How people ask for what a page tells, written down by its editors or taken over from the list of gaps. Part of the
-- search index of the town, so a change raises its edition. `document_id` is that of the index ("article:…"): a way of
-- asking whose page is not public at the moment stays and waits.

create table assistant.way_of_asking (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  document_id text not null,
  position smallint not null,
  question text not null,
  -- Some words of the sentence that answers; empty when the whole page does.
  answered_by text not null default '',
  primary key (tenant_id, document_id, position)
);
select app.protect('assistant.way_of_asking');
