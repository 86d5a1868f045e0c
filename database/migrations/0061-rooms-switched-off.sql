-- A town keeps what it switched off, so that a room a later version brings is there until somebody switches it off.

select set_config('app.registry', 'on', true);
update tenancy.tenant
set settings = jsonb_set(
  settings - 'modules',
  '{switchedOff}',
  (
    select coalesce(jsonb_agg(room order by position), '[]')
    from unnest(array[
      'news', 'notices', 'events', 'places', 'waste', 'reports', 'knowledge', 'business', 'assistant'
    ]) with ordinality as known (room, position)
    where not (settings -> 'modules') ? room
  )
)
where jsonb_typeof(settings -> 'modules') = 'array';
select set_config('app.registry', 'off', true);
