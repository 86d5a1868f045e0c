-- Pictures on their way into a report: kept between the form and its preview, a day at most.
create table reports.upload (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  form_key text not null, -- of the form they came with, which alone may show and send them
  file_key text not null,
  media_type text not null,
  width integer not null,
  height integer not null,
  received_at timestamptz not null,
  primary key (tenant_id, id)
);
create index upload_of_form on reports.upload (tenant_id, form_key);
create index upload_old on reports.upload (tenant_id, received_at);
select app.protect('reports.upload');
