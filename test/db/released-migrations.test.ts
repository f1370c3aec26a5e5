import BetterSqlite from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/core/db/database.ts';
import { MIGRATIONS } from '../../electron/core/db/migrations.ts';
import { cachedZone } from '../../electron/core/db/zone-cache.ts';
import { silentLog } from '../../electron/core/log.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** What each migration was when it was released: a line is added with a migration, and none is ever changed. */
const RELEASED: Readonly<Record<string, string>> = {
  10: '21d55a7cb603761a46f9296854a3b92c7eead0c61f7bc7f7321b33fa09e79afd',
  20: 'a79146c78272230735ba659ca7046bb96d4bfd692d840dc6e21e169497950c2d',
  30: 'b674a2a751e695c94fda85d611260d8d42312cf91f42657a42d0e01477527b73',
  40: '3ac50295601eb1fe9a3d2025c916493b4229dd6778c2fea892bb04d7dff3d827',
  50: 'bbf2590e67b648179abddbb190c3ad19b28e06ebde1ed6ead0bf64f1cca00797',
  60: '7af46b541f72dd141201aa3f2561f3b588d1d4c5159c3a9e09d7eaefa8b8a180',
  70: '2330a2b85c3ff5db95d9034d9b04be1b65adafde327314c7edd8fb6fadb71bd5',
  80: '4eff5c48e6a4036acbc1317c31edfe6f3036af8cc348388b4489da686cd0fee0',
  90: '80d8360b524998eda1298c7d629b105f2796f724f88cfc219003ce3c88d9930c',
  100: 'd561b66aaa0bb73f89925ffbe52c3ef01d3c6d0b23ced7abd3575440dbc22fb7',
  110: '8d2d9b3eefd04c94564ee245f7642e3e58e3319be8522cd28cdd5c80bcd9d320',
  120: '88956f55db21b608de7f57703f8cf4a012c73dde5ed197642938418ba79de6cf',
  140: '69b955d5b0dd7945325ef81845c9d53be8401cf02b04324be42028e68b4b19c8',
  150: 'f7c8079ade3aa2ac7d0330ea0f80fc532da3bdf9b1eb3d1b39cdd648a2bcf168',
  160: '6dcea73b59b35bdcbc259df3a781912455d6b0c3d2d2e1319c9eabd7c91606c5',
  180: '0f6f36de8da186f1d18aca6c35c30f152d0782da3ddba05a25ead44447f8a8a0',
  170: '88a7aef6aecf3d976fb58be0a1ddedb3439ac0684fa92491ea154ebe9c839714',
};

const folder = tempFolder();

const open = (path: string) => openDatabase({ path, log: silentLog, onCommit: () => {} });
const namesIn = ({ connection }: ReturnType<typeof open>) =>
  connection.prepare("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all();

/** A database as the version with that schema wrote it, with what `more` adds. */
const writeOld = (name: string, more = ''): string => {
  const path = join(folder, name);
  const old = new BetterSqlite(path);
  old.exec(readFileSync('test/fixtures/schema/0020.sql', 'utf8') + more);
  old.pragma('user_version = 20');
  old.pragma(`application_id = ${0x56_69_67_65}`);
  old.close();
  return path;
};

describe('the migrations', () => {
  it('are what they were when they were released', () => {
    const present = MIGRATIONS.map(({ version, sql }) => [version, createHash('sha256').update(sql).digest('hex')]);
    expect(Object.fromEntries(present)).toEqual(RELEASED);
  });

  it.each([
    ['a database of schema 20', ''],
    [
      'one that had the cache of zones then',
      'CREATE TABLE zone_cache (zone TEXT PRIMARY KEY, tz_version TEXT NOT NULL, compiled TEXT NOT NULL) STRICT, WITHOUT ROWID;',
    ],
  ])('bring %s to the tables of a new one', (name, more) => {
    const fresh = open(':memory:');
    const migrated = open(writeOld(`${name}.db`, more));
    expect(namesIn(migrated)).toEqual(namesIn(fresh));
    expect(cachedZone(migrated, 'Europe/Paris')).toEqual(cachedZone(migrated, 'Europe/Paris'));
    migrated.close();
    fresh.close();
  });

  it('a cache of zones that is not there or not readable is no reason not to start', () => {
    const database = open(':memory:');
    const compiled = cachedZone(database, 'Europe/Paris');
    database.connection.exec('DROP TABLE zone_cache');
    expect(cachedZone(database, 'Europe/Paris')).toEqual(compiled);
    database.close();
  });
});
