import { parseArgs } from 'node:util';
import { LANGUAGES } from '../../shared/i18n/language.ts';
import type { Preferences, Workspace } from '../../shared/ipc/contract.ts';

/** What the command line that started the application asks for. */
export type LaunchOptions = {
  readonly workspace: Workspace;
  /** The user's own database, where it is not the one in the profile. */
  readonly databasePath: string | null;
  /** The profile folder, where it is not the system's. */
  readonly userDataPath: string | null;
  /** Show the queue, write its picture here and end. */
  readonly screenshotPath: string | null;
  readonly size: { readonly width: number; readonly height: number } | null;
  readonly language: Preferences['language'] | null;
  readonly theme: Preferences['theme'] | null;
  /** How far the core's clock is ahead of the machine's: for tests of what time brings, and read in development only. */
  readonly clockOffsetMs: number;
};

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value | null =>
  values.find((value) => value === text) ?? null;

const readSize = (text: string | undefined): LaunchOptions['size'] => {
  const match = /^(\d{3,4})x(\d{3,4})$/.exec(text ?? '');
  return match === null ? null : { width: Number(match[1]), height: Number(match[2]) };
};

const readOffset = (text: string | undefined): number => (/^-?\d{1,13}$/.test(text ?? '') ? Number(text) : 0);

/** Reads the arguments after the application's path; switches of Chromium among them are left to it. */
export const readLaunchOptions = (args: readonly string[]): LaunchOptions => {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      sample: { type: 'boolean' },
      db: { type: 'string' },
      'user-data': { type: 'string' },
      screenshot: { type: 'string' },
      size: { type: 'string' },
      language: { type: 'string' },
      theme: { type: 'string' },
      'clock-offset-ms': { type: 'string' },
    },
  });
  const text = (value: string | boolean | undefined): string | undefined =>
    typeof value === 'string' ? value : undefined;
  return {
    workspace: values['sample'] === true ? 'sample' : 'own',
    databasePath: text(values['db']) ?? null,
    userDataPath: text(values['user-data']) ?? null,
    screenshotPath: text(values['screenshot']) ?? null,
    size: readSize(text(values['size'])),
    language: oneOf(LANGUAGES, text(values['language'])),
    theme: oneOf(['light', 'dark'] as const, text(values['theme'])),
    clockOffsetMs: readOffset(text(values['clock-offset-ms'])),
  };
};
