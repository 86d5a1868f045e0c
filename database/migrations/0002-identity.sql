-- Staff accounts. People, their passwords and sessions belong to no single town (one person may work for several) and
-- answer to the registry only; who has which role in a town is a row of that town.
-- The first five tables follow better-auth's schema under our names (src/modules/identity/auth.server.ts maps them).

create schema identity;
grant usage on schema identity to ortskern_app;

create table identity.person (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean default false,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
select app.protect_registry('identity.person');

create table identity.session (
  id uuid primary key,
  user_id uuid not null references identity.person (id) on delete cascade,
  token text not null unique,
  -- The town the session was opened on; anywhere else it is refused.
  opened_on uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  user_agent text,
  ip_address text, -- better-auth wants the column; addresses are never stored
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  constraint no_address check (coalesce(ip_address, '') = '')
);
create index session_user_id_idx on identity.session (user_id);
select app.protect_registry('identity.session');

create table identity.credential (
  id uuid primary key,
  user_id uuid not null references identity.person (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  password text, -- argon2id, PHC string
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index credential_user_id_idx on identity.credential (user_id);
select app.protect_registry('identity.credential');

create table identity.verification (
  id uuid primary key,
  identifier text not null, -- hashed
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index verification_identifier_idx on identity.verification (identifier);
select app.protect_registry('identity.verification');

create table identity.second_factor (
  id uuid primary key,
  user_id uuid not null references identity.person (id) on delete cascade,
  secret text not null, -- encrypted
  backup_codes text not null, -- encrypted
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
create index second_factor_user_id_idx on identity.second_factor (user_id);
create index second_factor_secret_idx on identity.second_factor (secret);
select app.protect_registry('identity.second_factor');

-- Attempts by account and by address. Keys are keyed hashes, so no address is kept; rows go after a day.
create table identity.attempt (
  key text primary key,
  failures integer not null,
  since timestamptz not null
);
create index attempt_since on identity.attempt (since);
select app.protect_registry('identity.attempt');

create table identity.role (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z-]{0,40}$'),
  name text not null,
  permissions text[] not null default '{}',
  primary key (tenant_id, id),
  unique (tenant_id, key)
);
select app.protect('identity.role');

-- Who works for the town. Disabling someone here says nothing about other towns.
create table identity.member (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  user_id uuid not null references identity.person (id) on delete cascade,
  since timestamptz not null,
  disabled_at timestamptz,
  primary key (tenant_id, user_id)
);
create index member_by_user on identity.member (user_id);
select app.protect('identity.member');

create table identity.membership (
  tenant_id uuid not null,
  user_id uuid not null,
  role_id uuid not null,
  primary key (tenant_id, user_id, role_id),
  foreign key (tenant_id, user_id) references identity.member (tenant_id, user_id) on delete cascade,
  foreign key (tenant_id, role_id) references identity.role (tenant_id, id) on delete cascade
);
select app.protect('identity.membership');

-- A town may read name and address of its own members, nothing else of people.
create policy own_members on identity.person for select
  using (exists (select 1 from identity.member m where m.user_id = person.id and m.tenant_id = app.current_tenant()));

create table identity.invitation (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  id uuid not null,
  email text not null,
  name text not null,
  role_keys text[] not null,
  token_hash text not null,
  invited_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash)
);
select app.protect('identity.invitation');

-- What a member of staff typed and has not yet saved, so that no fault and no expired session loses it.
create table identity.unsaved (
  tenant_id uuid not null,
  user_id uuid not null,
  form text not null,
  input jsonb not null,
  saved_at timestamptz not null,
  primary key (tenant_id, user_id, form),
  foreign key (tenant_id, user_id) references identity.member (tenant_id, user_id) on delete cascade
);
select app.protect('identity.unsaved');
