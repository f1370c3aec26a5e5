import { chmodSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { collectTickets } from '../../../electron/core/import/collect-tickets.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import type { ImportProfile } from '../../../shared/ipc/import-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { collectPaths, fixture, issuesOf } from './collect.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const failure = async (path: string, profile: ImportProfile | 'auto' = 'auto'): Promise<string> => {
  try {
    await collectPaths(profile, [path]);
  } catch (error) {
    if (error instanceof VigieError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'read';
};

describe('a whole file that cannot be read gets one sentence with a way on', () => {
  it('a folder', async () => {
    mkdirSync(join(folder, 'exports'));
    expect(await failure(join(folder, 'exports'))).toBe(
      "import/is-directory: 'exports' is a folder; choose the files in it.",
    );
  });

  it('a file that is not there', async () => {
    expect(await failure(join(folder, 'nowhere.csv'))).toMatch(/^import\/unreadable: There is no file 'nowhere\.csv'/);
  });

  it.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const path = file('secret.csv', 'a,b\n');
    chmodSync(path, 0o000);
    expect(await failure(path)).toMatch(/^import\/unreadable: 'secret\.csv' may not be read/);
  });

  it('an empty file', async () => {
    expect(await failure(file('empty.csv', ''))).toMatch(/^import\/empty-file: 'empty\.csv' is empty/);
  });

  it('a file of 300 MB, without reading it', async () => {
    const path = file('huge.csv', 'number,opened\n');
    truncateSync(path, 300 * 1_048_576);
    expect(await failure(path)).toMatch(/^import\/too-large: 'huge\.csv' has 300 MB, and 256 MB is the most; split/);
  });

  it.each([
    [
      'book.xlsx',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('....[Content_Types].xml')]),
      /is an Excel workbook: save it as CSV/,
    ],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /is an Excel workbook of the old kind/],
    ['paper.pdf', Buffer.from('%PDF-1.7 ...'), /is a PDF/],
    ['x.csv.gz', Buffer.from('1f8b0800', 'hex'), /is compressed/],
    ['x.zip', Buffer.from('PK\u0003\u0004 a.csv'), /is an archive/],
    ['noise.csv', Buffer.from('number,opened\n1,\u0000\u0000\u0000\n'), /is not text/],
  ])('%s', async (name, content, sentence) => {
    const told = await failure(file(name, content));
    expect(told).toMatch(/^import\/binary: /);
    expect(told).toMatch(sentence);
  });

  it('JSON that is cut off', async () => {
    expect(await failure(file('cut.json', '[{"id": 1, "subject'))).toMatch(/^import\/not-json: 'cut\.json'/);
  });

  it('a table of something else', async () => {
    const path = file('cities.csv', 'city,inhabitants\nParis,2100000\n');
    expect(await failure(path)).toMatch(/^import\/unknown-format: 'cities\.csv' .*found: city, inhabitants/);
    expect(await failure(path, 'servicenow-log')).toBe(
      "import/wrong-profile: 'cities.csv' is not what the profile servicenow-log reads: 'number', 'incident_state', 'sys_updated_at', " +
        "'opened_at' are missing (found: city, inhabitants); choose another profile.",
    );
    for (const profile of ['servicenow', 'freshdesk', 'zendesk', 'generic'] as const) {
      expect(await failure(path, profile)).toMatch(/^import\/wrong-profile: /);
    }
  });

  it('JSON of something else', async () => {
    const path = file('cities.json', '[{"city":"Paris"}]');
    expect(await failure(path)).toMatch(/^import\/unknown-format: /);
    for (const profile of ['servicenow-log', 'servicenow', 'freshdesk', 'zendesk', 'generic'] as const) {
      expect(await failure(path, profile)).toMatch(/^import\/wrong-profile: /);
    }
  });
});

describe('bytes', () => {
  const encodingOf = async (name: string, content: Buffer): Promise<string | undefined> =>
    (await collectPaths('generic', [file(name, content)])).files[0]?.encoding;

  it('that end within a letter are still UTF-8', async () => {
    const whole = Buffer.from('number,opened,title\n1,2026-01-01,Été');
    expect(await encodingOf('cut-letter.csv', whole.subarray(0, -1))).toBe('utf-8');
  });

  it('that are no UTF-8 anywhere, far into the file too, are windows-1252', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `${index},2026-01-01,été\n`).join('');
    const utf8 = Buffer.from(`number,opened,title\n${rows}`);
    expect(await encodingOf('long-utf8.csv', utf8)).toBe('utf-8');
    expect(
      await encodingOf('late.csv', Buffer.concat([utf8, Buffer.from('99999,2026-01-01,\u00e9\n', 'latin1')])),
    ).toBe('windows-1252');
  });

  it('of UTF-16 without a mark', async () => {
    expect(await encodingOf('unmarked.csv', Buffer.from('number,opened\n1,2026-01-01\n', 'utf16le'))).toBe('utf-16le');
  });
});

it('stops when it is told to', async () => {
  const controller = new AbortController();
  const collected = collectTickets(
    {
      paths: [fixture('servicenow-incident-log/incident_event_log_dev.csv')],
      profile: 'auto',
      zone: compileZone('UTC'),
      tierOf: () => undefined,
      levelOf: () => undefined,
      nowMs: Date.UTC(2026, 0, 1),
    },
    { signal: controller.signal, onProgress: (done) => done > 300_000 && controller.abort() },
  );
  await expect(collected).rejects.toMatchObject({ code: 'import/cancelled' });
});

it('tells how far it is, up to the end', async () => {
  const told: number[] = [];
  const paths = [fixture('traps/spanish.csv'), fixture('servicenow-incident-log/incident_event_log_dev.csv')];
  const base = {
    zone: compileZone('UTC'),
    tierOf: () => undefined,
    levelOf: () => undefined,
    nowMs: Date.UTC(2026, 0, 1),
  };
  await expect(
    collectTickets(
      { paths, profile: 'generic', ...base },
      { signal: new AbortController().signal, onProgress: (done, total) => told.push(done / total) },
    ),
  ).resolves.toMatchObject({ rows: 2 + 4658 });
  expect(told.at(-1)).toBe(1);
  expect(told.length).toBeGreaterThan(20);
  expect(told.toSorted((a, b) => a - b)).toEqual(told);
});

it('keeps a thousand issues and counts all', async () => {
  const rows = Array.from({ length: 1_500 }, (_, index) => `${index + 1},never\n`).join('');
  const collected = await collectPaths('generic', [file('never.csv', `number,opened\n${rows}`)]);
  expect([collected.errors.length, collected.errorCount, collected.tickets.length]).toEqual([1_000, 1_500, 0]);
  expect(issuesOf(collected.errors)[0]).toMatch(/^2: 1: opened 'never'/);
});
