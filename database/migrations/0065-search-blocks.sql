-- A million pages of a town: postings hold what differs from page to page only, lengths of pages stand once, and pages of
-- a kind are found without reading all others. The index is worked out from content, so it is emptied and made anew.

truncate assistant.search_page, assistant.search_posting, assistant.search_term, assistant.search_corpus;

-- How long title, headings and text of the pages of a block are; a process holds those of its towns.
create table assistant.search_length (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  block integer not null,
  lengths bytea not null,
  primary key (tenant_id, block)
);
alter table assistant.search_length alter column lengths set storage external;
select app.protect('assistant.search_length');

create index search_page_by_kind on assistant.search_page (tenant_id, kind, page);
