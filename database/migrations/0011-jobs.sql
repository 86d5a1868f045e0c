-- Which job has already done its work for which announcement, so that a second delivery changes nothing.

create table jobs.handled (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  announcement_id uuid not null,
  job text not null,
  handled_at timestamptz not null,
  primary key (tenant_id, announcement_id, job)
);
create index handled_by_time on jobs.handled (tenant_id, handled_at);
select app.protect('jobs.handled');
