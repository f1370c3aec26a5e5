import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = tempFolder();
const LOG = join(root, 'test/fixtures/servicenow-incident-log/incident_event_log_dev.csv');

const vigie = (args: readonly string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'electron/provision/vigie.mjs'), ...args],
    {
      input,
      encoding: 'utf8',
      cwd: folder,
      env: { ...process.env, INIT_CWD: folder },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return { status, stdout, stderr };
};

const parse = (stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the command line', { timeout: 120_000 }, () => {
  it.each(['sla', 'hours'])('answers the cases of %s, from a file and from standard input', (command) => {
    const cases = join(root, 'test/fixtures', command, 'cases.jsonl');
    const answers = parse(readFileSync(join(root, 'test/fixtures', command, 'answers.jsonl'), 'utf8'));
    const { status, stdout } = vigie([command, '--cases', cases]);
    expect(status).toBe(0);
    expect(parse(stdout)).toEqual(answers);
    expect(parse(vigie([command, '--cases', '-'], readFileSync(cases, 'utf8')).stdout)).toEqual(answers);
  });

  it('answers an unreadable line with its number, the rest as ever, and exits with 1', () => {
    const good = readFileSync(join(root, 'test/fixtures/sla/cases.jsonl'), 'utf8').split('\n')[0] ?? '';
    const { status, stdout } = vigie(
      ['sla', '--cases', '-'],
      `{"id":\n${good}\n{"id":"x","asOf":"2026-13-01T00:00:00Z","events":[]}\n`,
    );
    expect(status).toBe(1);
    const answers = parse(stdout);
    expect(answers.map(({ line }) => line)).toEqual([1, undefined, 3]);
    expect(answers[0].error).toBeTypeOf('string');
    expect(answers[1].id).toBe('s7-0');
  });

  it('imports lists of customers, and nothing the second time', () => {
    writeFileSync(
      join(folder, 'clients.csv'),
      'client;niveau;depuis\nÉclair;silver;31/01/2026\nÉclair;gold;31/03/2026\nZêta;diamant;\n',
    );
    const run = ['import-customers', '--db', 'customers.db', '--json', 'clients.csv'];
    const dry = JSON.parse(vigie([...run, '--dry-run']).stdout);
    expect(dry).toMatchObject({ rows: 3, customers: { new: 1, changed: 0, unchanged: 0 }, warnings: [] });
    expect(dry.errors).toMatchObject([{ file: 'clients.csv', line: 4 }]);
    expect(JSON.parse(vigie(run).stdout)).toEqual(dry);
    const { stdout } = vigie(run.filter((one) => one !== '--json'));
    expect(stdout).toContain('3 rows read: 0 customers new, 0 changed, 1 unchanged.');
    expect(stdout).toContain("clients.csv:4: says tier 'diamant'");
    expect(vigie(['import-customers', 'clients.csv'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('imports, imports again, and prints the queue as it stood', () => {
    const run = ['import', '--db', 'q.db', '--profile', 'servicenow-log', '--json', LOG];
    const dry = JSON.parse(vigie([...run, '--dry-run']).stdout);
    const first = JSON.parse(vigie(run).stdout);
    expect(first).toEqual(dry);
    expect(first).toMatchObject({
      rows: 4658,
      tickets: { new: 691, changed: 0, unchanged: 0 },
      errors: [],
      warnings: [],
    });
    expect(JSON.parse(vigie(run).stdout)).toMatchObject({ tickets: { new: 0, changed: 0, unchanged: 691 }, events: 0 });
    const queue = JSON.parse(
      vigie(['queue', '--db', 'q.db', '--as-of', '2016-03-15T12:00:00Z', '--limit', '5', '--json']).stdout,
    );
    expect(queue.asOf).toBe('2016-03-15T12:00:00Z');
    expect(queue.rows).toHaveLength(5);
    const opened = new Set(
      readFileSync(LOG, 'utf8')
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(','))
        .filter(([, , , , , , , , , openedAt]) => {
          const [, day, month, year, hour, minute] = /^(\d+)\/(\d+)\/(\d+) (\d+):(\d+)$/.exec(openedAt ?? '') ?? [];
          return (
            Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) <=
            Date.UTC(2016, 2, 15, 12)
          );
        })
        .map(([number]) => number),
    );
    expect(queue.total).toBe(opened.size);
  });

  it('explains a ticket in sentences, in both languages and as it stood', () => {
    vigie(['import', '--db', 'e.db', '--profile', 'servicenow-log', '--json', LOG]);
    const ask = ['explain', '--db', 'e.db', '--as-of', '2016-03-15T12:00:00Z', 'inc0000388'];
    expect(vigie(ask).stdout.trimEnd().split('\n')).toEqual([
      'INC0000388',
      'Mon 29 Feb 17:43: opened as P3 for a STANDARD customer.',
      'STANDARD: a P3 is served at best effort, so nothing is due.',
      'Mon 29 Feb 18:23: raised to P1. The new promise counts from then and stands beside the earlier ones; the earliest governs.',
      'STANDARD: a P1 is served at best effort, so nothing is due.',
      'Mon 29 Feb 18:52: first response to the customer.',
      'Mon 29 Feb 18:52: waiting for the customer; the clock stops.',
      'Mon 7 Mar 16:27: the customer answered; 165 h of waiting are not counted.',
      expect.stringMatching(/^Counted: Mon 29 1 h 09 \+ .+ = 189 h\.$/),
      'Now: 189 h elapsed, nothing is due.',
      'First response: met after 17 min.',
    ]);
    expect(vigie([...ask, '--language', 'fr']).stdout).toMatch(/en attente du client\s; le compteur s’arrête/);
    const before = JSON.parse(vigie([...ask.with(4, '2016-03-02T12:00:00Z'), '--json']).stdout);
    expect(before.sentences).toHaveLength(7);
    expect(before.resolution).toMatchObject({ paused: true });
    expect(vigie(ask.with(4, '2016-01-02T12:00:00Z'))).toMatchObject({ status: 2, stdout: '' });
  });

  it.each([
    ['a folder to import', ['import', '--db', 'x.db', '--profile', 'auto', '.']],
    ['an empty file', ['import', '--db', 'x.db', '--profile', 'auto', 'empty.csv']],
    ['a missing file', ['import', '--db', 'x.db', '--profile', 'auto', 'missing.csv']],
    ['a profile that is none', ['import', '--db', 'x.db', '--profile', 'nonsense', LOG]],
    ['a file of another profile', ['import', '--db', 'x.db', '--profile', 'servicenow-log', 'other.csv']],
    ['a missing database', ['queue', '--db', 'nowhere.db']],
    ['a database that is none', ['queue', '--db', 'other.csv']],
    ['a folder as database', ['queue', '--db', '.']],
    ['an instant that is none', ['queue', '--db', 'q.db', '--as-of', 'yesterday']],
    ['a ticket that is not there', ['explain', '--db', 'q.db', 'INC9']],
    ['no ticket', ['explain', '--db', 'q.db']],
    ['a language that is none', ['explain', '--db', 'q.db', '--language', 'de', 'INC0000388']],
    ['a missing cases file', ['sla', '--cases', 'missing.jsonl']],
    ['an unknown command', ['frobnicate']],
    ['a missing option', ['queue']],
  ])('says in one sentence what is wrong with %s and exits with 2', (_name, args) => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'empty.csv'), '');
    writeFileSync(join(folder, 'other.csv'), 'a,b\n1,2\n'.repeat(300));
    const { status, stdout, stderr } = vigie(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(/^vigie: .+\.\n$/);
    expect(stderr).not.toMatch(/\bat .+:\d+:\d+/);
  });
});
