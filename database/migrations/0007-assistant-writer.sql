-- How much is asked of a town in a day and what its language model was used for: sums only, nothing of who or what.

create table assistant.tally (
  tenant_id uuid not null references tenancy.tenant (tenant_id) on delete cascade,
  day date not null,
  -- 'model-requests', 'model-tokens', 'asked', 'refused', …
  name text not null,
  amount bigint not null default 0,
  primary key (tenant_id, day, name)
);
select app.protect('assistant.tally');
