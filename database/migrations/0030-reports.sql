-- Reports of residents (defects and wishes) and the chain of those responsible for them.

create schema reports;
grant usage on schema reports to ortskern_app;

-- What a town decides about its reports; every part has a default, so that no row is a working town.
create table reports.setting (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  settings jsonb not null default '{}'::jsonb,
  updated_at timestamptz not null,
  primary key (tenant_id)
);
select app.protect('reports.setting');

-- The last number given to a report: numbers have no gaps, so that none seems to have vanished.
create table reports.counter (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  last_number integer not null,
  primary key (tenant_id)
);
select app.protect('reports.counter');

-- Who a report can lie with: the town's own offices, the Amt, the Kreis, a road agency, a utility.
create table reports.body (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
  name text not null,
  level text not null check (level in ('town', 'amt', 'district', 'road-agency', 'utility', 'other')),
  email text,
  open311_url text,
  open311_jurisdiction text,
  open311_api_key text,
  category_keys text[] not null default '{}', -- categories it takes; empty = those that name it
  areas text[] not null default '{}', -- localities and streets it takes; empty = everywhere
  note text not null default '', -- for the desk: what they ask for, whom to call
  url text,
  is_active boolean not null default true,
  is_example boolean not null default false,
  position integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
select app.protect('reports.body');

create table reports.category (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,60}$'), -- Open311 service_code
  name text not null,
  description text not null default '',
  group_name text not null default '',
  keywords text[] not null default '{}',
  translations jsonb not null default '{}'::jsonb,
  kinds text[] not null default '{defect}',
  due_days integer not null check (due_days between 1 and 250), -- working days
  nearby_meters integer not null default 50 check (nearby_meters between 0 and 2000),
  body_id uuid,
  questions jsonb not null default '[]'::jsonb, -- Open311 attributes
  is_active boolean not null default true,
  is_example boolean not null default false,
  position integer not null default 0,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, body_id) references reports.body (tenant_id, id)
);
select app.protect('reports.category');

-- Answers the desk can start from.
create table reports.template (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  name text not null,
  text text not null,
  status text, -- the status it belongs to; null = any
  category_id uuid, -- null = any
  primary key (tenant_id, id),
  foreign key (tenant_id, category_id) references reports.category (tenant_id, id) on delete cascade
);
select app.protect('reports.template');

create table reports.report (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  number integer not null,
  -- Comes with the form or the offline queue: the same report sent again is the same report.
  idempotency_key text not null,
  token_hash text, -- of the reporter's link; null once it ended
  confirm_hash text, -- of the link that proves the address; null once used
  kind text not null check (kind in ('defect', 'wish')),
  category_id uuid not null,
  text text not null, -- what is or will be public
  original_text text, -- as sent, when the desk changed it
  original_until date, -- the day it goes
  answers jsonb not null default '[]'::jsonb, -- to the questions of the category
  address text not null default '',
  locality text not null default '',
  latitude double precision,
  longitude double precision,
  status text not null default 'received'
    check (status in ('received', 'checked', 'passed-on', 'in-progress', 'planned', 'done', 'not-possible')),
  visibility text not null default 'waiting' check (visibility in ('waiting', 'public', 'hidden')),
  published_at timestamptz,
  source text not null default 'form' check (source in ('form', 'desk', 'open311')),
  source_name text not null default '',
  language text not null,
  contact_name text,
  contact_email text,
  contact_phone text,
  wants_mail boolean not null default false,
  email_confirmed_at timestamptz,
  body_id uuid, -- who has it
  body_name text not null default '',
  body_level text not null default 'town',
  body_since timestamptz not null,
  assigned_to uuid,
  assigned_name text,
  received_at timestamptz not null,
  updated_at timestamptz not null,
  due_on date not null,
  closed_at timestamptz,
  verdict text check (verdict in ('done', 'not-done')), -- the reporter's answer to "Ist es erledigt?"
  verdict_at timestamptz,
  reopened_count integer not null default 0,
  follower_count integer not null default 0,
  merged_into uuid,
  contact_until date not null,
  contact_erased_at timestamptz,
  photos_until date, -- null while it is open
  delete_on date, -- null while it is open
  is_example boolean not null default false,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, idempotency_key),
  unique (tenant_id, token_hash),
  unique (tenant_id, confirm_hash),
  foreign key (tenant_id, category_id) references reports.category (tenant_id, id),
  foreign key (tenant_id, body_id) references reports.body (tenant_id, id),
  constraint both_coordinates check ((latitude is null) = (longitude is null)),
  constraint erased_is_empty check (
    contact_erased_at is null
    or coalesce(token_hash, confirm_hash, contact_name, contact_email, contact_phone) is null
  )
);
create index report_public on reports.report (tenant_id, updated_at desc, id desc) where visibility = 'public';
create index report_open on reports.report (tenant_id, due_on, id)
  where status not in ('done', 'not-possible') and merged_into is null and visibility <> 'hidden';
create index report_mine on reports.report (tenant_id, assigned_to, due_on);
create index report_at on reports.report (tenant_id, latitude, longitude) where latitude is not null;
create index report_contact_to_erase on reports.report (tenant_id, contact_until) where contact_erased_at is null;
create index report_to_delete on reports.report (tenant_id, delete_on) where delete_on is not null;
select app.protect('reports.report');

-- What happened to a report, in order. Public steps are its history; the others stay at the desk.
create table reports.step (
  tenant_id uuid not null,
  report_id uuid not null,
  number integer not null,
  at timestamptz not null,
  kind text not null,
  status text, -- the status it brought
  body_name text, -- who has it from here on
  body_level text,
  actor_name text not null, -- for the desk only
  text text not null default '',
  is_public boolean not null,
  primary key (tenant_id, report_id, number),
  foreign key (tenant_id, report_id) references reports.report (tenant_id, id) on delete cascade
);
select app.protect('reports.step');

create table reports.photo (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  step_number integer, -- came with this step; null = with the report
  position integer not null,
  file_key text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  visibility text not null default 'waiting' check (visibility in ('waiting', 'public', 'hidden')),
  original_key text, -- as sent, when the desk covered parts of it
  original_until date,
  received_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, report_id) references reports.report (tenant_id, id) on delete cascade
);
create index photo_of_report on reports.photo (tenant_id, report_id, position);
select app.protect('reports.photo');

-- A report given to somebody else, and what came of it.
create table reports.referral (
  tenant_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  body_id uuid not null,
  body_name text not null,
  body_level text not null,
  channel text not null check (channel in ('email', 'open311', 'none')),
  token_hash text, -- of the link by which the body answers; null once it ended
  message text not null default '',
  by_name text not null,
  referred_at timestamptz not null,
  sent_at timestamptz,
  external_id text, -- service_request_id at the other side
  fault text, -- why it could not be handed over
  ended_at timestamptz,
  outcome text check (outcome in ('taken-back', 'passed-on', 'returned', 'closed')),
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, report_id) references reports.report (tenant_id, id) on delete cascade,
  foreign key (tenant_id, body_id) references reports.body (tenant_id, id)
);
create index referral_of_report on reports.referral (tenant_id, report_id, referred_at);
create index referral_open on reports.referral (tenant_id, body_id) where ended_at is null;
select app.protect('reports.referral');

-- Updates that came from another system, so that each is taken once.
create table reports.received_update (
  tenant_id uuid not null,
  referral_id uuid not null,
  update_id text not null,
  received_at timestamptz not null,
  primary key (tenant_id, referral_id, update_id),
  foreign key (tenant_id, referral_id) references reports.referral (tenant_id, id) on delete cascade
);
select app.protect('reports.received_update');

-- "Mir auch aufgefallen": counted, and told of each step who wished so and proved the address.
create table reports.follower (
  tenant_id uuid not null,
  report_id uuid not null,
  id uuid not null, -- comes with the form
  email text,
  language text not null,
  confirm_hash text,
  token_hash text,
  confirmed_at timestamptz,
  followed_at timestamptz not null,
  primary key (tenant_id, report_id, id),
  unique (tenant_id, confirm_hash),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, report_id) references reports.report (tenant_id, id) on delete cascade
);
select app.protect('reports.follower');

-- Who stands in for whom, and until when.
create table reports.deputy (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  person_id uuid not null,
  person_name text not null,
  deputy_id uuid not null,
  deputy_name text not null,
  from_day date not null,
  until_day date not null,
  primary key (tenant_id, person_id),
  check (until_day >= from_day)
);
create index deputy_by_deputy on reports.deputy (tenant_id, deputy_id);
select app.protect('reports.deputy');
