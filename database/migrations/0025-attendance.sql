-- Who comes: seats of events and who has them, the waiting list, who follows an event, and what they were told.

create schema attendance;
grant usage on schema attendance to ortskern_app;

-- That an event takes sign-ups, and how.
create table attendance.offer (
  tenant_id uuid not null,
  event_id uuid not null,
  capacity integer check (capacity between 1 and 100000), -- seats on each date; null = no limit
  seats_each integer not null default 4 check (seats_each between 1 and 50), -- seats one person may take
  has_waiting_list boolean not null default true,
  question text not null default '', -- what the organiser asks besides
  opens_at timestamptz, -- null = at once
  closes_hours_before integer not null default 0 check (closes_hours_before between 0 and 720),
  erase_after_days integer not null default 14 check (erase_after_days between 1 and 365),
  is_open boolean not null default true,
  updated_at timestamptz not null,
  primary key (tenant_id, event_id),
  foreign key (tenant_id, event_id) references publishing.entry (tenant_id, id) on delete cascade
);
select app.protect('attendance.offer');

-- One date of an event that somebody signed up for or follows, as people were last told it takes place.
create table attendance.date (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  recurrence_id timestamptz not null, -- the start it has by its rule (RECURRENCE-ID)
  capacity integer check (capacity between 1 and 100000), -- where it differs from the offer
  told_starts_at timestamptz not null,
  told_ends_at timestamptz,
  told_venue text not null default '',
  told_status text not null check (told_status in ('confirmed', 'tentative', 'cancelled')),
  primary key (tenant_id, id),
  unique (tenant_id, event_id, recurrence_id),
  foreign key (tenant_id, event_id) references publishing.entry (tenant_id, id) on delete cascade
);
create index date_by_start on attendance.date (tenant_id, told_starts_at);
select app.protect('attendance.date');

create table attendance.sign_up (
  tenant_id uuid not null,
  id uuid not null, -- made with the form, so that a form sent twice is one sign-up
  date_id uuid not null,
  token_hash text, -- SHA-256 of the secret in the person's link; null once erased
  -- seat: has seats · waiting: stands on the list · offered: seats are kept until answer_by · the rest has none
  state text not null check (state in ('seat', 'waiting', 'offered', 'cancelled', 'expired')),
  seats integer not null check (seats between 1 and 50),
  name text,
  email text,
  answer text,
  language text not null,
  consented_at timestamptz not null,
  signed_up_at timestamptz not null,
  confirm_by timestamptz not null, -- until then the address has to be confirmed
  confirmed_at timestamptz,
  answer_by timestamptz,
  attended_seats integer check (attended_seats between 0 and 50),
  origin text not null, -- where the links in letters begin
  erase_on date not null,
  erased_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, date_id) references attendance.date (tenant_id, id) on delete cascade,
  constraint erased_is_empty check (erased_at is null or coalesce(token_hash, name, email, answer) is null)
);
create index sign_up_by_date on attendance.sign_up (tenant_id, date_id, state, signed_up_at, id);
-- One person has one sign-up on a date, however often they press the button.
create unique index sign_up_once on attendance.sign_up (tenant_id, date_id, lower(email))
  where state in ('seat', 'waiting', 'offered');
create index sign_up_unconfirmed on attendance.sign_up (tenant_id, confirm_by)
  where confirmed_at is null and state in ('seat', 'waiting');
create index sign_up_offered on attendance.sign_up (tenant_id, answer_by) where state = 'offered';
create index sign_up_to_erase on attendance.sign_up (tenant_id, erase_on) where erased_at is null;
select app.protect('attendance.sign_up');

-- Somebody who wants to hear of an event without signing up.
create table attendance.follower (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  token_hash text not null,
  email text not null,
  language text not null,
  reminder text not null check (reminder in ('evening', 'day', 'hours', 'none')),
  consented_at timestamptz not null,
  confirm_by timestamptz not null,
  confirmed_at timestamptz,
  origin text not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, event_id) references publishing.entry (tenant_id, id) on delete cascade
);
create unique index follower_once on attendance.follower (tenant_id, event_id, lower(email));
create index follower_unconfirmed on attendance.follower (tenant_id, confirm_by) where confirmed_at is null;
select app.protect('attendance.follower');

-- That a person was reminded of a date. No more than once, however often the clock strikes.
create table attendance.reminder (
  tenant_id uuid not null,
  date_id uuid not null,
  person_id uuid not null, -- a sign-up or a follower
  starts_at timestamptz not null, -- a date that moved is reminded of anew
  primary key (tenant_id, date_id, person_id, starts_at),
  foreign key (tenant_id, date_id) references attendance.date (tenant_id, id) on delete cascade
);
select app.protect('attendance.reminder');

-- What the organiser wrote to all of a date.
create table attendance.message (
  tenant_id uuid not null,
  id uuid not null,
  date_id uuid not null,
  subject text not null,
  text text not null,
  sent_at timestamptz not null,
  actor_name text not null,
  recipients integer not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, date_id) references attendance.date (tenant_id, id) on delete cascade
);
select app.protect('attendance.message');

-- Editors of towns that are there already may do what those of a new town may.
alter table identity.role no force row level security;
update identity.role
set permissions = permissions || '{attendance.manage}'
where key = 'editor' and not permissions @> '{attendance.manage}';
alter table identity.role force row level security;
