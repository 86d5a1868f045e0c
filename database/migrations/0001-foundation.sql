-- The ground every room stands on: the role requests work as, the tenants, the audit trail, the outbox of announcements.

do $$
begin
  create role ortskern_app nologin;
exception
  when duplicate_object or unique_violation then null;
end
$$;
do $$
begin
  execute format('grant ortskern_app to %I', current_user);
exception
  when others then null; -- a superuser, or a role that already holds it
end
$$;

create schema app;
grant usage on schema app to ortskern_app;

create function app.current_tenant() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.tenant', true), '')::uuid $$;

create function app.in_registry() returns boolean
language sql stable parallel safe
as $$ select current_setting('app.registry', true) = 'on' $$;

-- Every table of a tenant is closed the same way: rows of the current tenant, bound even for the owner.
create function app.protect(target regclass) returns void
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant_rows on %s using (tenant_id = app.current_tenant()) with check (tenant_id = app.current_tenant())',
    target
  );
  execute format('grant select, insert, update, delete on %s to ortskern_app', target);
end
$$;

-- Tables of the registry (tenants, people) answer to the registry only.
create function app.protect_registry(target regclass) returns void
language plpgsql
as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy registry_rows on %s using (app.in_registry()) with check (app.in_registry())', target);
  execute format('grant select, insert, update, delete on %s to ortskern_app', target);
end
$$;

create schema tenancy;
grant usage on schema tenancy to ortskern_app;

create table tenancy.tenant (
  tenant_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,40}$'),
  name text not null,
  -- The official municipality key (AGS, 8 digits) and regional key (ARS, 12 digits), where the town has one.
  ags text check (ags ~ '^[0-9]{8}$'),
  state text not null default 'MV' check (state ~ '^[A-Z]{2}$'),
  is_default boolean not null default false,
  settings jsonb not null default '{}'::jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index tenant_default on tenancy.tenant (is_default) where is_default;
select app.protect('tenancy.tenant');
create policy registry_rows on tenancy.tenant using (app.in_registry()) with check (app.in_registry());

create table tenancy.domain (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  host text not null,
  primary key (tenant_id, host)
);
create unique index domain_host on tenancy.domain (host);
select app.protect('tenancy.domain');
create policy registry_rows on tenancy.domain using (app.in_registry()) with check (app.in_registry());

create schema audit;
grant usage on schema audit to ortskern_app;

create table audit.entry (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  actor_name text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  details jsonb not null,
  primary key (tenant_id, id)
);
create index entry_by_time on audit.entry (tenant_id, at desc);
create index entry_by_subject on audit.entry (tenant_id, subject_id, at desc);
select app.protect('audit.entry');
-- The trail is only ever added to.
revoke update, delete on audit.entry from ortskern_app;

create schema jobs;
grant usage on schema jobs to ortskern_app;

create table jobs.announcement (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  announced_at timestamptz not null default now(),
  primary key (tenant_id, id)
);
select app.protect('jobs.announcement');
create policy registry_rows on jobs.announcement using (app.in_registry()) with check (app.in_registry());
