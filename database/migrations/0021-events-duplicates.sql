-- One gathering, told by two sources: what the desk decided about pairs that look alike.

-- An event that was merged into another. Its own entry stays, archived, so that its source finds it at the next import.
create table events.merger (
  tenant_id uuid not null,
  entry_id uuid not null, -- the one that was merged
  into_entry_id uuid not null, -- the one that stays
  merged_at timestamptz not null,
  merged_by text not null,
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references events.event (tenant_id, entry_id) on delete cascade,
  foreign key (tenant_id, into_entry_id) references events.event (tenant_id, entry_id) on delete cascade
);
create index merger_by_target on events.merger (tenant_id, into_entry_id);
select app.protect('events.merger');

-- Two events that look alike and are none: they are not offered again.
create table events.distinction (
  tenant_id uuid not null,
  entry_id uuid not null, -- the smaller id of the two
  other_entry_id uuid not null,
  decided_at timestamptz not null,
  decided_by text not null,
  primary key (tenant_id, entry_id, other_entry_id),
  foreign key (tenant_id, entry_id) references events.event (tenant_id, entry_id) on delete cascade,
  foreign key (tenant_id, other_entry_id) references events.event (tenant_id, entry_id) on delete cascade
);
create index distinction_by_other on events.distinction (tenant_id, other_entry_id);
select app.protect('events.distinction');
