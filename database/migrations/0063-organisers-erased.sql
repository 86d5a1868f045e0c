-- An organiser whose trust has ended is forgotten after a while; those whose trust ended before this existed as well.

alter table suggestions.organiser add column erase_on date; -- null = trusted
alter table suggestions.organiser no force row level security;
update suggestions.organiser
set erase_on = (disabled_at at time zone 'Europe/Berlin')::date + 90
where disabled_at is not null;
alter table suggestions.organiser force row level security;
alter table suggestions.organiser
  add constraint organiser_ends check ((disabled_at is null) = (erase_on is null));
create index organiser_to_erase on suggestions.organiser (tenant_id, erase_on) where erase_on is not null;
