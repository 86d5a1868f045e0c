-- Series of dates (RFC 5545): the rule and its exceptions as the calendar keeps them, and each single date as a row.

alter table events.event
  add column rule text, -- RRULE, by the clock of the town
  add column added text[] not null default '{}', -- RDATE as wall times, 20261125 or 20261125T180000
  add column excluded text[] not null default '{}', -- EXDATE
  add column skips text[] not null default '{}', -- public-holidays, school-holidays
  -- Single dates that are different, by RECURRENCE-ID. A part of the series: kept, compared and brought back with it.
  add column overrides jsonb not null default '[]'::jsonb,
  -- Up to this day the dates below are worked out; null for an event of one date.
  add column dated_until date;
create index event_by_dated_until on events.event (tenant_id, dated_until) where dated_until is not null;

-- Each date of each event, worked out from the series up to two years ahead. A single event has one.
create table events.occurrence (
  tenant_id uuid not null,
  entry_id uuid not null,
  -- The start this date has by its rule; it stays the name of the date when the date moves (RECURRENCE-ID).
  recurrence_id timestamptz not null,
  starts_at timestamptz not null,
  ends_at timestamptz, -- exclusive; null = end unknown
  over_at timestamptz not null, -- the end, or when we take it to be over
  status text not null check (status in ('confirmed', 'tentative', 'cancelled', 'skipped')),
  is_moved boolean not null default false,
  title text, -- where it differs from the series
  venue text,
  street text,
  note text not null default '', -- what readers are told about this date
  primary key (tenant_id, entry_id, recurrence_id),
  foreign key (tenant_id, entry_id) references events.event (tenant_id, entry_id) on delete cascade
);
create index occurrence_by_start on events.occurrence (tenant_id, starts_at, entry_id);
create index occurrence_by_end on events.occurrence (tenant_id, over_at);

-- The owner is bound by row-level security too; for this one statement it looks at every town.
alter table events.event no force row level security;
insert into events.occurrence (tenant_id, entry_id, recurrence_id, starts_at, ends_at, over_at, status)
select tenant_id, entry_id, starts_at, starts_at, ends_at, coalesce(ends_at, starts_at + interval '3 hours'), status
from events.event;
alter table events.event force row level security;

select app.protect('events.occurrence');
