import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { readArguments, required, type Command } from './arguments.ts';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** `NAME --cases FILE`: an answer for each line, in order; status 1 where a line could not be read (SPEC: On the command line). */
export const casesCommand =
  (makeAnswerer: () => (line: string) => object): Command =>
  async (args, { out }) => {
    const { values } = readArguments({ args: [...args], options: { cases: { type: 'string' } } });
    const file = required(values.cases, 'cases');
    const answer = makeAnswerer();
    const input = file === '-' ? process.stdin : createReadStream(file);
    let line = 0;
    let status = 0;
    try {
      for await (const text of createInterface({ input, crlfDelay: Infinity })) {
        line++;
        if (text.trim() === '') continue;
        try {
          out(`${JSON.stringify(answer(text.replace(/^\uFEFF/, '')))}\n`);
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
