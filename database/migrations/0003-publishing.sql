-- What all content shares: states, languages, source and "Stand", media, history.

create schema publishing;
grant usage on schema publishing to ortskern_app;

create table publishing.entry (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z]+$'),
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,119}$'),
  state text not null default 'draft' check (state in ('draft', 'review', 'published', 'archived')),
  title text not null,
  summary text not null default '',
  body text not null default '', -- Markdown without raw HTML
  language text not null default 'de',
  category text,
  area text, -- locality (Ortsteil) the entry is about; null = the whole town
  audience text not null default 'all' check (audience in ('all', 'resident', 'business')),
  is_example boolean not null default false,
  -- Provenance: who says so, where, as of when ("Stand", as exact as it is known), under which licence.
  source_name text not null,
  source_url text,
  source_date text check (source_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
  licence text,
  attribution text,
  -- The id the entry has in its source, and the source it came by (null = written at the desk).
  external_id text,
  exchange_source_id uuid,
  vanished_at timestamptz,
  author_id uuid,
  author_name text not null,
  publish_at timestamptz,
  expire_at timestamptz,
  published_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, kind, slug),
  check (expire_at is null or publish_at is null or expire_at > publish_at)
);
create index entry_public on publishing.entry (tenant_id, kind, publish_at desc, id) where state = 'published';
create index entry_desk on publishing.entry (tenant_id, state, updated_at desc);
create unique index entry_external on publishing.entry (tenant_id, exchange_source_id, external_id) where external_id is not null;
create index entry_external_id on publishing.entry (tenant_id, external_id) where external_id is not null;
create index entry_changed on publishing.entry (tenant_id, updated_at);
select app.protect('publishing.entry');

create table publishing.translation (
  tenant_id uuid not null,
  entry_id uuid not null,
  language text not null check (language in ('de', 'en', 'de-x-leicht')),
  title text not null,
  summary text not null default '',
  body text not null default '',
  is_machine_made boolean not null default false,
  updated_at timestamptz not null,
  primary key (tenant_id, entry_id, language),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade
);
select app.protect('publishing.translation');

create table publishing.revision (
  tenant_id uuid not null,
  entry_id uuid not null,
  number integer not null,
  at timestamptz not null,
  actor_name text not null,
  change text not null, -- created, edited, submitted, published, archived, imported, restored
  snapshot jsonb not null,
  primary key (tenant_id, entry_id, number),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade
);
select app.protect('publishing.revision');

create table publishing.media (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  file_key text not null, -- where platform/files keeps the re-encoded picture
  media_type text not null,
  width integer not null,
  height integer not null,
  size_bytes integer not null,
  alt text not null,
  creator text,
  licence text not null,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
select app.protect('publishing.media');

create table publishing.entry_media (
  tenant_id uuid not null,
  entry_id uuid not null,
  media_id uuid not null,
  position integer not null,
  primary key (tenant_id, entry_id, media_id),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade,
  foreign key (tenant_id, media_id) references publishing.media (tenant_id, id) on delete cascade
);
create index entry_media_by_media on publishing.entry_media (tenant_id, media_id);
select app.protect('publishing.entry_media');

-- One counter a tenant: every write raises it, so that any process sees that its index and caches are stale.
create table publishing.edition (
  tenant_id uuid primary key references tenancy.tenant (tenant_id) on delete cascade,
  number bigint not null default 1
);
select app.protect('publishing.edition');
