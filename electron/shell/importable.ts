import { extname } from 'node:path';

/** What exports are called. */
export const EXPORT_EXTENSIONS = ['csv', 'json', 'tsv', 'txt'];

/**
 * Whether a file may be offered by dropping it. A window that somebody else speaks through can name any: it gets no keys and no settings
 * out of that. What is chosen in the system's dialog is not asked.
 */
export const isImportable = (path: string): boolean => EXPORT_EXTENSIONS.includes(extname(path).slice(1).toLowerCase());
