/** The three rules of the house (CONTRIBUTING.md). check.mjs also fails when fewer modules were seen than there are. */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
    {
      name: 'shared-is-pure',
      comment: 'shared/ imports itself, zod and the Temporal polyfill, and nothing else',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/(zod|temporal-polyfill)/'] },
    },
    {
      name: 'core-knows-no-electron',
      comment: 'electron/core runs in a worker, under plain Node and behind the command line',
      severity: 'error',
      from: { path: '^electron/core/' },
      to: { path: ['^node_modules/electron', '^electron/shell/', '^electron/main', '^electron/preload', '^renderer/'] },
    },
    {
      name: 'electron-only-in-the-shell',
      severity: 'error',
      from: {
        path: '^electron/',
        pathNot: ['^electron/shell/', '^electron/main\\.ts$', '^electron/preload/', '^electron/provision/'],
      },
      to: { path: '^node_modules/electron(25)?/' },
    },
    {
      name: 'renderer-by-the-contract',
      comment: 'the window knows the core only through shared/ipc',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '^node_modules/(electron|better-sqlite3)'] },
    },
    {
      name: 'product-without-tests',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^electron/provision/default-app' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.sql'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
