-- Towns that chose their areas before there were reports get them too; an administrator can switch them off.
select set_config('app.registry', 'on', true);
update tenancy.tenant
set settings = jsonb_set(settings, '{modules}', (settings -> 'modules') || '["reports"]'::jsonb)
where jsonb_typeof(settings -> 'modules') = 'array' and not (settings -> 'modules') ? 'reports';
select set_config('app.registry', 'off', true);
