/**
 * `handle`: sees every report of the town, answers, publishes, passes on. `assign`: also says who works on it and who
 * stands in. `configure`: categories, bodies, templates, settings. Whom one is given to may handle it without either.
 */
export const reportsPermissions = ['reports.handle', 'reports.assign', 'reports.configure'] as const;
