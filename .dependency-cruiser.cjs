/**
 * Who may import whom: the line of docs/ARCHITECTURE.md, kept by a machine.
 * A slice reads the slices to its left and the ground (platform); nothing else.
 */
const line = [
  'referential',
  'people',
  'session',
  'exam',
  'jury',
  'verdict',
  'parchment',
  'registry'
];
const all = [...line, 'insight'];

const leftOnly = line.map((slice, place) => ({
  name: `${slice}-reads-left`,
  comment: `${slice} imports only slices to its left, and the platform`,
  severity: 'error',
  from: { path: `^src/${slice}/` },
  to: { path: `^src/(${[...line.slice(place + 1), 'insight', 'routes', 'cli'].join('|')})/` }
}));

module.exports = {
  forbidden: [
    ...leftOnly,
    {
      name: 'insight-stands-alone',
      comment: 'insight is pure numerics: it depends on no slice',
      severity: 'error',
      from: { path: '^src/insight/' },
      to: { path: `^src/(${line.join('|')}|routes|cli)/` }
    },
    {
      name: 'platform-knows-no-domain',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${all.join('|')}|routes|cli)/` }
    },
    {
      name: 'one-door',
      comment:
        'another slice is entered by its index.ts; its pure model and table definitions may be read too',
      severity: 'error',
      from: { path: `^src/(${all.join('|')})/`, pathNot: '(\\.test|/testing)\\.ts$' },
      to: {
        path: `^src/(${all.join('|')})/`,
        pathNot: ['^src/$1/', '^src/[^/]+/(index|model|tables)\\.ts$']
      }
    },
    {
      name: 'model-is-pure',
      comment: 'model.ts holds rules: no SQL, no Svelte, no Node',
      severity: 'error',
      from: { path: '^src/[^/]+/model\\.ts$' },
      to: {
        path: '(/(store|actions|tables)\\.ts$|\\.svelte$|^src/platform/(database|ledger|mail|files)|node_modules/(drizzle-orm|svelte|@sveltejs)/)'
      }
    },
    {
      name: 'model-without-node',
      severity: 'error',
      from: { path: '^src/[^/]+/model\\.ts$' },
      to: { dependencyTypes: ['core'] }
    },
    {
      name: 'routes-are-the-edge',
      comment: 'nothing imports a page',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(routes/|hooks\\.server\\.ts|app\\.d\\.ts)|\\.test\\.ts$'
      },
      to: { path: '^src/(routes|cli)/', pathNot: '^src/cli/' }
    },
    {
      name: 'cli-is-the-edge',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cli/' },
      to: { path: '^src/cli/' }
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '(\\.test|/testing)\\.ts$' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/(svelte|@sveltejs)'
      }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.svelte-kit|build)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.svelte', '.json']
    }
  }
};
