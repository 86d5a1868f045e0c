-- Where content comes from by itself: sources, and what each visit brought.

create schema exchange;
grant usage on schema exchange to ortskern_app;

create table exchange.source (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  name text not null,
  importer text not null, -- how it is read: rss, ical, …
  target text not null, -- what it becomes: news, events, …
  url text, -- fetched from here,
  file text, -- or shipped with the demo towns; neither: handed in by hand
  mapping jsonb not null default '{}'::jsonb,
  schedule_minutes integer check (schedule_minutes >= 15), -- null = only by hand
  quiet_after_hours integer check (quiet_after_hours > 0), -- null = may be silent for ever
  licence text,
  attribution text,
  publish_as text not null default 'draft' check (publish_as in ('draft', 'published')),
  is_enabled boolean not null default true,
  -- From the last answer, so that an unchanged document is not sent again.
  etag text,
  last_modified text,
  last_run_at timestamptz,
  last_ok_at timestamptz,
  last_news_at timestamptz, -- when it last brought anything new or changed
  last_rows integer, -- how many rows the last good run had; a sudden drop is held
  last_reason text, -- why the last run was refused; null = it was not
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  check (num_nonnulls(url, file) <= 1)
);
create index source_by_last_run on exchange.source (tenant_id, last_run_at) where is_enabled and schedule_minutes is not null;
select app.protect('exchange.source');

create table exchange.run (
  tenant_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  at timestamptz not null,
  actor_name text not null,
  is_dry_run boolean not null default false,
  reason text, -- null = done; else the key of the message why nothing was taken over
  reason_values jsonb not null default '{}'::jsonb,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  vanished integer not null default 0,
  faults jsonb not null default '[]'::jsonb, -- line, row, field, reason, value; the first 200
  took_ms integer not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, source_id) references exchange.source (tenant_id, id) on delete cascade
);
create index run_by_source on exchange.run (tenant_id, source_id, at desc);
select app.protect('exchange.run');
