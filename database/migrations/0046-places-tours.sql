-- Tours: stops in their order, by foot, bicycle or car.

create table places.tour (
  tenant_id uuid not null,
  entry_id uuid not null,
  means text not null default 'walk' check (means in ('walk', 'bike', 'car')),
  length_kilometres double precision check (length_kilometres > 0),
  duration_minutes integer check (duration_minutes > 0),
  stops text[] not null default '{}', -- `slug-of-a-place: what is there`, or `53.43, 11.19: …` for a point of its own
  line jsonb, -- GeoJSON coordinates of the way, longitude first; null = only the stops are known
  accessibility text[] not null default '{}',
  primary key (tenant_id, entry_id),
  foreign key (tenant_id, entry_id) references publishing.entry (tenant_id, id) on delete cascade
);
select app.protect('places.tour');
