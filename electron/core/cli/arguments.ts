import { parseArgs, type ParseArgsConfig } from 'node:util';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { formatInstant, parseInstant, type InstantMs } from '../../../shared/time/instant.ts';

/** What a command writes to and reads from; a test gives its own. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly isInteractive: boolean;
};

/** One command: its exit status, or a VigieError for status 2. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

export const usageError = (message: string): VigieError =>
  new VigieError('cli/usage', `${message} 'vigie help' shows the commands.`);

/** `parseArgs` of Node, with its errors as sentences. */
export const readArguments = <Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> => {
  try {
    return parseArgs(config);
  } catch (error) {
    throw usageError(`${error instanceof Error ? error.message.replace(/\.? *$/, '.') : String(error)}`);
  }
};

export const required = (value: string | undefined, option: string): string => {
  if (value === undefined || value === '') throw usageError(`--${option} is missing.`);
  return value;
};

export const readInstant = (value: string | undefined, option: string, otherwise: InstantMs): InstantMs => {
  if (value === undefined) return otherwise;
  const ms = parseInstant(value);
  if (ms === null) {
    throw usageError(
      `--${option} '${value}' is not an instant such as ${formatInstant(otherwise)} or 2026-03-29T12:00:00+02:00.`,
    );
  }
  return ms;
};

export const readCount = (value: string | undefined, option: string): number | null => {
  if (value === undefined) return null;
  if (!/^\d{1,9}$/.test(value)) throw usageError(`--${option} '${value}' is not a whole number.`);
  return Number(value);
};
