-- Patents and utility models of companies and institutions of the region.

create schema patents;
grant usage on schema patents to ortskern_app;

create table patents.patent (
  tenant_id uuid not null,
  entry_id uuid not null,
  number text not null,
  office text not null check (office in ('DPMA', 'EPO')),
  type text not null check (type in ('patent', 'utility-model')),
  applicants text[] not null default '{}', -- organisations only
  ipc text[] not null default '{}',
  application_date date,
  publication_date date,
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade
);
create index patent_by_date on patents.patent (tenant_id, application_date desc);
select app.protect('patents.patent');
