import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf, isOurPage, isOurs } from '../../../electron/shell/app-files.ts';

const FOLDER = join(sep, 'opt', 'vigie', 'renderer');

describe('the file of a request', () => {
  it.each([
    ['app://vigie/', 'index.html'],
    ['app://vigie/index.html#wall', 'index.html'],
    ['app://vigie/assets/index-1a.js?v=1', join('assets', 'index-1a.js')],
    ['app://vigie/assets/%69ndex.js', join('assets', 'index.js')],
    // The way up is taken out of an address before it is one.
    ['app://vigie/../../etc/passwd', join('etc', 'passwd')],
    ['app://vigie/%2e%2e/%2e%2e/package.json', 'package.json'],
  ])('%s is in the folder', (url, file) => expect(fileOf(FOLDER, url)).toBe(join(FOLDER, file)));

  it.each([
    'app://vigie/..%2f..%2fpackage.json',
    'app://vigie/assets/..%2f..%2f..%2fmain/main.js',
    'app://vigie/%2e%2e%2fsecret',
    // The folder's own name with more behind it is another folder.
    'app://vigie/..%2frenderer-old/x.js',
    'app://vigie/..%5c..%5cpackage.json',
    'app://vigie/C:%5cWindows%5cwin.ini',
    'app://vigie/index.html::$DATA',
    'app://vigie/index.html%00.js',
    'app://vigie/%0aindex.html',
    'app://vigie/%',
    'app://vigie/%ff',
    'app://vigie:80/index.html',
    'app://vigie.example/index.html',
    'app://user@vigie/index.html',
    'app:vigie/index.html',
    'file:///etc/passwd',
    'not an address',
    '',
  ])('%j has none', (url) => expect(fileOf(FOLDER, url)).toBe(null));
});

it.each([
  ['app://vigie/index.html', true],
  ['app://vigie/index.html#wall', true],
  ['app://vigie/', true],
  ['app://vigie/?x', true],
  ['app://vigie/assets/icon.svg', false],
  ['app://vigie/index.html/x', false],
  ['app://vigie.example/index.html', false],
  ['app://vigie', false],
  ['blob:app://vigie/1', false],
  ['data:text/html,app://vigie/index.html', false],
  ['https://app/vigie/index.html', false],
  ['javascript:alert(1)', false],
  ['about:blank', false],
])('%s is our page: %s', (url, isPage) => expect(isOurPage(url)).toBe(isPage));

it('what only begins as our origin is another', () => {
  expect(['app://vigie', 'app://vigie/x'].map(isOurs)).toEqual([true, true]);
  expect(['app://vigiex', 'app://vigie.x/', 'app://', 'http://vigie/'].map(isOurs)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});
