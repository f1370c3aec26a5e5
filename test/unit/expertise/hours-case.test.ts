import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { answerHoursCase } from '../../../shared/expertise/hours-case.ts';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';

const lines = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, '../../fixtures/hours', name), 'utf8')
    .trim()
    .split('\n');

const zone = compileZone(LEDGER_ZONE);

describe('the cases of the hours specification', () => {
  const answers = lines('answers.jsonl').map((line) => JSON.parse(line));
  it.each(lines('cases.jsonl').map((line, i) => [answers[i].id, line, answers[i]]))('%s', (_id, line, answer) => {
    expect(answerHoursCase(line, zone)).toEqual(answer);
  });
});
