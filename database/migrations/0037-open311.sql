-- Open311 both ways: who may send reports by machine, and how far a report handed to another server is.

create schema open311;
grant usage on schema open311 to ortskern_app;

-- The key itself is shown once; what is kept opens nothing.
create table open311.api_key (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  name text not null, -- the app or body that sends with it
  contact text not null default '', -- whom to ask when it sends nonsense; a role, not a person
  key_hash text not null,
  key_hint text not null, -- the last four characters, to tell keys apart
  daily_limit integer not null check (daily_limit between 1 and 10000),
  created_at timestamptz not null,
  created_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash)
);
select app.protect('open311.api_key');

-- How much a key was used, by day of the town.
create table open311.key_day (
  tenant_id uuid not null,
  key_id uuid not null,
  day date not null,
  count integer not null,
  primary key (tenant_id, key_id, day),
  foreign key (tenant_id, key_id) references open311.api_key (tenant_id, id) on delete cascade
);
select app.protect('open311.key_day');

-- What is known of the server of a body (reports.body): the format it speaks, what it takes, what is sent as what.
create table open311.endpoint (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  body_id uuid not null,
  base_url text not null, -- what the rest was read from; another address makes it void
  format text not null check (format in ('json', 'xml')),
  services jsonb not null default '[]'::jsonb, -- code and name of each, as the server told
  service_map jsonb not null default '{}'::jsonb, -- category of ours to service of theirs; '*' = all others
  read_at timestamptz, -- when the services were read
  fault text, -- of the last try to read them
  primary key (tenant_id, body_id)
);
select app.protect('open311.endpoint');

-- A report on its way to the server of another body, by its referral. What is written before each step lets the next
-- attempt know what may have arrived already.
create table open311.dispatch (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  referral_id uuid not null,
  body_id uuid not null,
  report_number integer not null,
  state text not null default 'waiting'
    check (state in ('waiting', 'sending', 'has-token', 'sent', 'refused', 'ended')),
  attempts integer not null default 0,
  first_sent_at timestamptz, -- the earliest moment the other side can have got it
  foreign_id text,
  foreign_token text,
  foreign_status text,
  foreign_notes text,
  foreign_updated_at timestamptz,
  fault text,
  next_poll_at timestamptz,
  polled_at timestamptz,
  silent_polls integer not null default 0, -- failed in a row
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, referral_id)
);
create index dispatch_newest on open311.dispatch (tenant_id, updated_at desc);
create index dispatch_to_poll on open311.dispatch (tenant_id, next_poll_at) where state = 'sent';
select app.protect('open311.dispatch');
