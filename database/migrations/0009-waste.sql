-- When which bin is emptied where: collection areas, their streets, dates, late changes, reminders.

create schema waste;
grant usage on schema waste to ortskern_app;

create table waste.area (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  key text not null check (key ~ '^[a-z0-9][a-z0-9-]{0,60}$'),
  name text not null,
  is_example boolean not null default false,
  source_name text not null,
  source_url text,
  licence text,
  -- Last day the plan speaks of; after it "no date" means "not known".
  covered_from date not null,
  covered_until date not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  check (covered_until >= covered_from)
);
create index area_by_end on waste.area (tenant_id, covered_until);
select app.protect('waste.area');

create table waste.address (
  tenant_id uuid not null,
  area_id uuid not null,
  locality text not null default '',
  street text not null default '', -- empty = the whole locality
  numbers text not null default '', -- which house numbers: empty = all, else even, odd or ranges such as 1-19,40
  primary key (tenant_id, area_id, locality, street, numbers),
  foreign key (tenant_id, area_id) references waste.area (tenant_id, id) on delete cascade
);
create index address_by_street on waste.address (tenant_id, lower(street) text_pattern_ops);
create index address_by_locality on waste.address (tenant_id, lower(locality) text_pattern_ops);
select app.protect('waste.address');

create table waste.collection (
  tenant_id uuid not null,
  area_id uuid not null,
  stream text not null check (stream in ('residual', 'organic', 'paper', 'packaging', 'glass', 'garden', 'bulky', 'hazardous', 'christmas-tree')),
  rhythm text not null default 'standard' check (rhythm in ('standard', 'weekly', 'four-weekly')),
  date date not null,
  primary key (tenant_id, area_id, stream, rhythm, date),
  foreign key (tenant_id, area_id) references waste.area (tenant_id, id) on delete cascade
);
select app.protect('waste.collection');

-- A change the plan does not know yet: the desk's word counts until the next plan says the same.
create table waste.change (
  tenant_id uuid not null,
  area_id uuid not null,
  stream text not null,
  rhythm text not null default 'standard',
  date date not null,
  moved_to date, -- null = does not take place
  reason text not null,
  changed_at timestamptz not null,
  primary key (tenant_id, area_id, stream, rhythm, date),
  foreign key (tenant_id, area_id) references waste.area (tenant_id, id) on delete cascade
);
select app.protect('waste.change');
