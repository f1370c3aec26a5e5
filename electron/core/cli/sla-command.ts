import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { compilePolicy } from '../../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { answerSlaCase } from '../../../shared/sla/sla-case.ts';
import { readArguments, required, type Command } from './arguments.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** `sla --cases FILE`: an answer for each line, in order; status 1 where a line could not be read (sla/SPEC: On the command line). */
export const slaCommand: Command = async (args, { out }) => {
  const { values } = readArguments({ args: [...args], options: { cases: { type: 'string' } } });
  const file = required(values.cases, 'cases');
  const rules = compilePolicy(DEFAULT_POLICY);
  const input = file === '-' ? process.stdin : createReadStream(file);
  let line = 0;
  let status = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line++;
      if (text.trim() === '') continue;
      try {
        out(`${JSON.stringify(answerSlaCase(text.replace(/^\uFEFF/, ''), rules))}\n`);
      } catch (error) {
        status = 1;
        out(`${JSON.stringify({ line, error: messageOf(error) })}\n`);
      }
    }
  } catch (error) {
    throw new VigieError(
      'cli/unreadable',
      `${file} cannot be read (${messageOf(error)}). Check its name and its permissions.`,
    );
  }
  return status;
};
