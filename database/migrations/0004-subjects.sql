-- What each kind of content knows beyond the shared entry.

create schema notices;
grant usage on schema notices to ortskern_app;
create table notices.notice (
  tenant_id uuid not null,
  entry_id uuid not null,
  issuer text not null default '', -- the body that gives notice, e.g. Stadtvertretung
  file_number text,
  displayed_from date, -- Aushang
  deadline date, -- last day for objections
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade
);
create index notice_by_deadline on notices.notice (tenant_id, deadline) where deadline is not null;
select app.protect('notices.notice');

create schema news;
grant usage on schema news to ortskern_app;
create table news.item (
  tenant_id uuid not null,
  entry_id uuid not null,
  is_alert boolean not null default false, -- shown on every page until it expires
  link text,
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade
);
create index item_alerts on news.item (tenant_id, entry_id) where is_alert;
select app.protect('news.item');

create schema events;
grant usage on schema events to ortskern_app;
create table events.event (
  tenant_id uuid not null,
  entry_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz, -- exclusive; null = end unknown
  all_day boolean not null default false,
  status text not null default 'confirmed' check (status in ('confirmed', 'tentative', 'cancelled')),
  venue text not null default '',
  street text not null default '',
  place_id uuid, -- a place of the directory, where it is one
  organizer text not null default '',
  contact text not null default '',
  price text not null default '',
  link text,
  accessibility text[] not null default '{}',
  uid text not null, -- iCalendar UID, stable for subscribers
  sequence integer not null default 0,
  primary key (tenant_id, entry_id),
  unique (tenant_id, uid),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade,
  check (ends_at is null or ends_at > starts_at)
);
create index event_by_start on events.event (tenant_id, starts_at);
select app.protect('events.event');

create schema places;
grant usage on schema places to ortskern_app;
create table places.place (
  tenant_id uuid not null,
  entry_id uuid not null,
  street text not null default '',
  postcode text not null default '',
  city text not null default '',
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  position_note text not null default '',
  opening_hours text, -- opening_hours syntax of OpenStreetMap, as platform/formats reads it; null = not documented
  hours_note text not null default '',
  phone text not null default '',
  email text not null default '',
  website text,
  accessibility text[] not null default '{}',
  stop_id text, -- for stops: the id of the timetable
  products text[] not null default '{}', -- for stops: bus, regional, …
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade,
  check ((latitude is null) = (longitude is null))
);
create index place_by_position on places.place (tenant_id, latitude, longitude);
select app.protect('places.place');

-- Boundaries of municipalities and counties, for maps and for "is this still our town?".
create table places.boundary (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  key text not null, -- AGS
  name text not null,
  designation text not null default '', -- Stadt, Gemeinde, Landkreis
  geometry jsonb not null, -- GeoJSON Polygon or MultiPolygon, WGS 84
  source_name text not null,
  licence text not null,
  primary key (tenant_id, key)
);
select app.protect('places.boundary');

create schema knowledge;
grant usage on schema knowledge to ortskern_app;
create table knowledge.article (
  tenant_id uuid not null,
  entry_id uuid not null,
  topic text not null default '',
  parent_external_id text, -- the page above, in a page tree
  position integer not null default 0,
  contact_role text,
  confidence text not null default 'medium' check (confidence in ('high', 'medium', 'low')),
  level text not null default 'town' check (level in ('town', 'county', 'state', 'federal', 'other-town')),
  level_name text,
  superseded boolean not null default false,
  superseded_by text, -- external id of the entry that holds now
  further_sources text[] not null default '{}',
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade
);
create index article_by_topic on knowledge.article (tenant_id, topic);
select app.protect('knowledge.article');
