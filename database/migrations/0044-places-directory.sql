-- The directory as people use it: departments in a house, days that differ, places closed for a while.

alter table places.place
  add column within text not null default '', -- slug of the house this is a department of
  add column within_note text not null default '', -- entrance, floor, room
  add column exceptions text[] not null default '{}', -- days with other hours, as model.ts writes them
  add column closed_from date,
  add column closed_until date, -- the last day; null = nobody knows
  add column closed_reason text not null default '',
  add check (closed_until is null or closed_from is null or closed_until >= closed_from);
create index place_by_house on places.place (tenant_id, within) where within <> '';
