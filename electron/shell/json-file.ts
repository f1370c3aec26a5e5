import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A small file of settings. What is unreadable or wrong in it counts as not there: settings never keep the application from starting. */
export const createJsonFile = <Schema extends z.ZodType>(path: string, schema: Schema, initial: z.output<Schema>) => ({
  read: (): z.output<Schema> => {
    try {
      return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return initial;
    }
  },
  /** Written beside and renamed, so that a crash leaves the old one. */
  write: (value: z.input<Schema>): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, JSON.stringify(value, null, 2));
    renameSync(`${path}.new`, path);
  },
});
