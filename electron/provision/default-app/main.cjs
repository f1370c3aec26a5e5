// Stands in for the default application that Electron's own distribution carries:
// `electron [-r MODULE]... FOLDER [ARGUMENT]...` runs the application in FOLDER.
const { app } = require('electron');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

const preloads = [];
let folder;
for (let i = 1; i < process.argv.length && folder === undefined; i += 1) {
  const argument = process.argv[i];
  if (argument === '-r' || argument === '--require') preloads.push(process.argv[(i += 1)]);
  else if (argument === '-v' || argument === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  } else if (!argument.startsWith('-')) folder = path.resolve(argument);
}
if (folder === undefined) {
  console.error('usage: electron [-r MODULE]... FOLDER [ARGUMENT]...');
  process.exit(1);
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
if (preloads.length > 0) Module._preloadModules(preloads);
try {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  app.setName(manifest.productName ?? manifest.name ?? app.getName());
  app.setAppPath(folder);
  Module._load(path.join(folder, manifest.main ?? 'index.js'), module, true);
} catch (error) {
  console.error(error);
  process.exit(1);
}
