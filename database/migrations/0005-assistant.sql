-- Questions the town could not answer: kept without personal data, for the editors.

create schema assistant;
grant usage on schema assistant to ortskern_app;

create table assistant.gap (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  -- The question after names, numbers and addresses were taken out; the exact words are not kept.
  question text not null,
  -- What makes two questions the same: their content words, stemmed and sorted.
  fingerprint text not null,
  audience text not null check (audience in ('resident', 'business')),
  asked_count integer not null default 1,
  first_asked_at timestamptz not null,
  last_asked_at timestamptz not null,
  closed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, fingerprint, audience)
);
create index gap_open on assistant.gap (tenant_id, last_asked_at desc) where closed_at is null;
select app.protect('assistant.gap');
