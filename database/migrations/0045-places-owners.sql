-- Owners confirm their entry from time to time, by a secret link, without an account.

create table places.owner (
  tenant_id uuid not null,
  entry_id uuid not null,
  email text, -- null once erased or the link between person and entry was cut
  language text not null default 'de',
  trusted boolean not null default false, -- what they write is public at once
  origin text not null, -- the town's address the letters lead to
  token_hash text, -- SHA-256 of the secret in the newest link; null = no link leads here
  asked_number integer not null default 0, -- each question has a link of its own
  asked_on date not null,
  reminders integer not null default 0,
  confirmed_on date,
  due_on date not null, -- the day the next question is due
  stale_on date, -- from this day on the entry counts as unconfirmed; null = nobody is asked any more
  erase_on date not null,
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade
);
create unique index owner_by_token on places.owner (tenant_id, token_hash) where token_hash is not null;
create index owner_by_due on places.owner (tenant_id, due_on);
select app.protect('places.owner');

-- What an owner wants to be different; the desk decides, unless the owner is trusted.
create table places.correction (
  tenant_id uuid not null,
  entry_id uuid not null,
  -- Made with the form, so that a form sent twice is one correction.
  id uuid not null,
  sent_at timestamptz not null,
  changes jsonb not null, -- field of the entry → what it should be
  note text not null default '',
  state text not null default 'open' check (state in ('open', 'taken', 'refused')),
  decided_at timestamptz,
  decided_by text not null default '',
  primary key (tenant_id, entry_id, id),
  foreign key (tenant_id, entry_id) references places.owner (tenant_id, entry_id) on delete cascade
);
create index correction_by_state on places.correction (tenant_id, state, sent_at);
select app.protect('places.correction');
