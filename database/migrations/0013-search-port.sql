-- The search index of a town in the database, for corpora beyond the memory of one process: pages already analysed into
-- terms, and what is true of all of them. Everything here is worked out from public content and can be made anew.

create table assistant.search_corpus (
  tenant_id uuid primary key references tenancy.tenant (tenant_id) on delete cascade,
  -- The edition of the town's content up to which the index was brought; 0 while the first one is made.
  edition bigint not null default 0,
  -- How the terms were made; after a change of the analysis everything is made anew.
  format text not null,
  -- When scheduled content begins or ends next.
  stale_at timestamptz,
  -- Which process brings the index up to date, and its last sign of life: two would undo each other's work.
  maker uuid,
  made_at timestamptz,
  pages integer not null default 0,
  next_page integer not null default 0,
  -- Sums over all pages, for mean lengths.
  title_length bigint not null default 0,
  heading_length bigint not null default 0,
  text_length bigint not null default 0
);
select app.protect('assistant.search_corpus');

create table assistant.search_page (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  -- Numbered in the order of coming, so that postings stay small; never given twice.
  page integer not null,
  document_id text not null,
  -- A hash of the document: what did not change is not analysed again.
  print text not null,
  kind text not null,
  audience text not null,
  article_id text not null,
  contact_role text,
  superseded boolean not null,
  title_length integer not null,
  heading_length integer not null,
  text_length integer not null,
  terms text[] not null,
  document jsonb not null,
  primary key (tenant_id, page),
  unique (tenant_id, document_id)
);
create index search_page_by_article on assistant.search_page (tenant_id, article_id);
create index search_page_by_role on assistant.search_page (tenant_id, contact_role) where contact_role is not null;
select app.protect('assistant.search_page');

-- In which pages a term stands, how often, and how long those pages are: a row for each block of page numbers.
create table assistant.search_posting (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  term text collate "C" not null,
  block integer not null,
  postings bytea not null,
  primary key (tenant_id, term, block)
);
-- Numbers hardly become smaller by compressing, only slower.
alter table assistant.search_posting alter column postings set storage external;
select app.protect('assistant.search_posting');

-- The vocabulary of the town, with the number of pages of each term.
create table assistant.search_term (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  term text collate "C" not null,
  pages integer not null,
  primary key (tenant_id, term)
);
select app.protect('assistant.search_term');
