-- Events anyone may suggest, and organisers whom the town trusts with their own.

create schema suggestions;
grant usage on schema suggestions to ortskern_app;

create table suggestions.suggestion (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null, -- made with the form, so that a form sent twice is one suggestion
  token_hash text, -- SHA-256 of the secret in the suggester's link; null once erased
  -- preview: seen by nobody but the suggester · sent: waits at the desk · the rest is decided
  state text not null check (state in ('preview', 'sent', 'published', 'declined')),
  fields jsonb not null, -- what the form said
  picture jsonb, -- where the re-encoded picture is kept until it belongs to an entry
  entry_id uuid, -- the draft it became; no foreign key: the desk may delete it
  name text,
  email text,
  language text not null,
  reason text not null default '', -- why it was declined
  origin text not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  decided_at timestamptz,
  erase_on date not null,
  erased_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  constraint erased_is_empty check (erased_at is null or coalesce(token_hash, name, email) is null)
);
create index suggestion_open on suggestions.suggestion (tenant_id, sent_at) where state = 'sent';
create index suggestion_by_entry on suggestions.suggestion (tenant_id, entry_id) where entry_id is not null;
create index suggestion_to_erase on suggestions.suggestion (tenant_id, erase_on) where erased_at is null;
select app.protect('suggestions.suggestion');

-- A club or another body that publishes its own events without asking.
create table suggestions.organiser (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  name text not null,
  email text not null,
  origin text not null,
  invited_at timestamptz not null,
  invited_by text not null,
  disabled_at timestamptz,
  link_number integer not null default 1, -- raised to make every earlier link void
  last_seen_at timestamptz,
  primary key (tenant_id, id)
);
create unique index organiser_by_address on suggestions.organiser (tenant_id, lower(email));
select app.protect('suggestions.organiser');

create table suggestions.organiser_event (
  tenant_id uuid not null,
  organiser_id uuid not null,
  event_id uuid not null,
  primary key (tenant_id, organiser_id, event_id),
  foreign key (tenant_id, organiser_id) references suggestions.organiser (tenant_id, id) on delete cascade,
  foreign key (tenant_id, event_id) references publishing.entry (tenant_id, id) on delete cascade
);
create index organiser_event_by_event on suggestions.organiser_event (tenant_id, event_id);
select app.protect('suggestions.organiser_event');
