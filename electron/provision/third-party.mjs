import { existsSync, readFileSync, readdirSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulePath, root } from './project.mjs';

/** What may be shipped with an application under MIT. Another licence is somebody's decision: it is read, and added here. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'MPL-2.0',
  'OFL-1.1',
  'CC-BY-4.0',
  'Public domain',
]);

/** Where the window finds the list, beside its page. */
const LIST = 'third-party.json';

/** The folder of the package that a module is of; null for our own. */
export function packageFolderOf(id) {
  const path = id
    .replace(/^\0/, '')
    .replace(/[?#].*$/, '')
    .replaceAll('\\', '/');
  const at = path.lastIndexOf('/node_modules/');
  if (at < 0) return null;
  const [first, second] = path.slice(at + '/node_modules/'.length).split('/');
  return `${path.slice(0, at)}/node_modules/${first.startsWith('@') ? `${first}/${second}` : first}`;
}

/** Whether all that a licence asks for is on the list. */
export function isAllowed(licence) {
  return licence.split(' AND ').every((one) => ALLOWED.has(one));
}

function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(name));
  return file === undefined ? null : readFileSync(join(folder, file), 'utf8').trim();
}

/** The licence that a package names without its text. */
function standardText(licence, { author }) {
  if (licence !== 'MIT') return null;
  const holder = typeof author === 'string' ? author : (author?.name ?? 'its authors');
  const [, terms] = /(Permission is hereby granted[^]*)$/.exec(readFileSync(join(root, 'LICENSE'), 'utf8')) ?? [];
  return `MIT License\n\nCopyright (c) ${holder}\n\n${terms.trim()}`;
}

function partOf(folder, { name, note } = {}) {
  const facts = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = licenceText(folder) ?? standardText(facts.license, facts);
  return {
    name: name ?? facts.name,
    version: facts.version,
    licence: facts.license,
    text: note === undefined ? text : `${note}\n\n${text}`,
  };
}

/** What is shipped without a bundler. */
function partsBeside() {
  return JSON.parse(readFileSync(join(root, 'resources', 'third-party', 'beside.json'), 'utf8')).map((one) => {
    if (one.package !== undefined) return partOf(modulePath(one.package), one);
    const { name, version, licence, file } = one;
    return {
      name,
      version,
      licence,
      text: file === undefined ? one.text : readFileSync(join(root, file), 'utf8').trim(),
    };
  });
}

function ownPart() {
  const { productName, version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return { name: productName, version, licence: license, text: readFileSync(join(root, 'LICENSE'), 'utf8').trim() };
}

/** Every part with its licence, by name; throws where one may not be shipped, or comes without its licence's text. */
export function listParts(folders) {
  const parts = [...partsBeside(), ...[...folders].map((folder) => partOf(folder))];
  for (const { name, licence, text } of parts) {
    if (typeof licence !== 'string' || !isAllowed(licence))
      throw new Error(`${name} has the licence ${licence}: it may not be shipped as it is.`);
    if (!text) throw new Error(`${name} comes without the text of its licence.`);
  }
  return parts.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** The page for those who read the sources. */
function toPage(parts) {
  const lines = parts.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`);
  return `# What Vigie ships of others

Made at each build from what is really in it (\`electron/provision/third-party.mjs\`); the application shows it with every licence's text under
Help, About Vigie. After a change of the packages: \`npm run build\`, then copy \`out/THIRD_PARTY.md\` here.

| What | Version | Licence |
|---|---|---|
${lines.join('\n')}
`;
}

/** The modules of which something is left in what was built, and the files that were copied beside it. */
function shippedIds(bundle) {
  return Object.values(bundle).flatMap(({ modules = {}, originalFileNames = [] }) => [
    ...Object.entries(modules).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
    // Told from where the window's sources lie, in which nobody keeps packages.
    ...originalFileNames.map((name) => join(root, 'renderer', name)),
  ]);
}

/** Notes whose code each part of the application takes in; the window's, which is built last, gets the list of all. */
export function thirdParty() {
  const folders = new Set();
  let parts = [];
  const note = (context, bundle) => {
    const styles = [...context.getModuleIds()].filter((id) => /\.css(?:\?|$)/.test(id));
    for (const id of [...shippedIds(bundle), ...styles]) {
      const folder = packageFolderOf(id);
      if (folder !== null && existsSync(join(folder, 'package.json'))) folders.add(realpathSync(folder));
    }
  };
  return {
    noted: () => ({
      name: 'vigie-third-party',
      generateBundle(_options, bundle) {
        note(this, bundle);
      },
    }),
    listed: () => ({
      name: 'vigie-third-party-list',
      generateBundle(_options, bundle) {
        note(this, bundle);
        parts = listParts(folders);
        this.emitFile({ type: 'asset', fileName: LIST, source: JSON.stringify({ own: ownPart(), others: parts }) });
      },
      writeBundle: () => writeFileSync(join(root, 'out', 'THIRD_PARTY.md'), toPage(parts)),
    }),
  };
}
