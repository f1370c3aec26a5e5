import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { answerSlaCase } from '../../../shared/sla/sla-case.ts';

const lines = (name: string): string[] =>
  readFileSync(join(import.meta.dirname, '../../fixtures/sla', name), 'utf8')
    .trim()
    .split('\n');

const rules = compilePolicy(DEFAULT_POLICY);

describe('the cases of the clock specification', () => {
  const answers = lines('answers.jsonl').map((line) => JSON.parse(line));
  it.each(lines('cases.jsonl').map((line, i) => [answers[i].id, line, answers[i]]))('%s', (_id, line, answer) => {
    expect(answerSlaCase(line, rules)).toEqual(answer);
  });
});
