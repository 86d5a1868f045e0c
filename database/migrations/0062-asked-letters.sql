-- How many letters an address got today because somebody typed it into a form: no one may fill a stranger's mailbox by
-- the town. The address is a keyed hash of town, day and address, which the next day nobody can make again.

create table jobs.asked_letter (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  recipient_hash text not null,
  announcement_id uuid not null, -- a letter that is tried again counts once
  day date not null,
  primary key (tenant_id, recipient_hash, announcement_id)
);
create index asked_letter_by_day on jobs.asked_letter (tenant_id, day);
select app.protect('jobs.asked_letter');
