-- The person behind the answers: inquiries that go to an office or a guide, and what the answers themselves left open.

create schema handover;
grant usage on schema handover to ortskern_app;

create table handover.inquiry (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  -- Made with the form, so that a form sent twice is one inquiry.
  id uuid not null,
  -- SHA-256 of the secret in the asker's link; null once the asker's data is erased: the link ends with it.
  token_hash text,
  state text not null default 'new' check (state in ('new', 'assigned', 'answered', 'closed')),
  audience text not null check (audience in ('resident', 'business')),
  role text not null, -- the office or guide it went to, as the town's settings call it
  topic text not null default '',
  question text not null,
  details text not null default '',
  language text not null,
  channel text not null check (channel in ('email', 'phone')),
  contact_name text,
  contact_email text,
  contact_phone text,
  contact_when text,
  consented_at timestamptz not null,
  received_at timestamptz not null,
  due_on date not null,
  assigned_to uuid,
  assigned_name text,
  replied_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  erase_on date not null,
  erased_at timestamptz,
  article_id uuid,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  constraint erased_is_empty check (
    erased_at is null
    or coalesce(token_hash, contact_name, contact_email, contact_phone, contact_when) is null
  )
);
create index inquiry_open on handover.inquiry (tenant_id, due_on, id) where state in ('new', 'assigned');
create index inquiry_mine on handover.inquiry (tenant_id, assigned_to, due_on) where state in ('new', 'assigned');
create index inquiry_done on handover.inquiry (tenant_id, received_at desc) where state in ('answered', 'closed');
create index inquiry_to_erase on handover.inquiry (tenant_id, erase_on) where erased_at is null;
select app.protect('handover.inquiry');

-- What happened to an inquiry, in order: what the asker and the office said to each other, and the desk's own notes.
create table handover.step (
  tenant_id uuid not null,
  inquiry_id uuid not null,
  number integer not null,
  at timestamptz not null,
  kind text not null check (kind in ('received', 'assigned', 'answered', 'replied', 'noted', 'closed', 'article', 'erased')),
  actor_name text not null,
  text text not null default '',
  primary key (tenant_id, inquiry_id, number),
  foreign key (tenant_id, inquiry_id) references handover.inquiry (tenant_id, id) on delete cascade
);
select app.protect('handover.step');

-- A gap is a group of questions that mean the same. Its own text is one of them, or its keywords once the texts are gone.
alter table assistant.gap
  add column keywords text not null default '',
  add column badly_rated_count integer not null default 0,
  add column reopened_at timestamptz,
  add column article_id uuid;

-- Single wordings, without personal data; each goes after 30 days.
create table assistant.gap_wording (
  tenant_id uuid not null,
  gap_id uuid not null,
  id uuid not null,
  text text not null,
  asked_at timestamptz not null,
  primary key (tenant_id, gap_id, id),
  foreign key (tenant_id, gap_id) references assistant.gap (tenant_id, id) on delete cascade
);
create index gap_wording_by_time on assistant.gap_wording (tenant_id, asked_at);
select app.protect('assistant.gap_wording');

create table assistant.gap_week (
  tenant_id uuid not null,
  gap_id uuid not null,
  monday date not null,
  unanswered integer not null default 0,
  badly_rated integer not null default 0,
  primary key (tenant_id, gap_id, monday),
  foreign key (tenant_id, gap_id) references assistant.gap (tenant_id, id) on delete cascade
);
select app.protect('assistant.gap_week');

-- "Hat das geholfen?" as numbers by article and day, and nothing else.
create table assistant.rating (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  article_id text not null,
  day date not null,
  verdict text not null check (verdict in ('yes', 'no', 'outdated', 'off-topic', 'unclear', 'incomplete')),
  count integer not null,
  primary key (tenant_id, article_id, day, verdict)
);
select app.protect('assistant.rating');
