import { formatInstant, type InstantMs } from '../../../shared/time/instant.ts';

/** An instant as it stands in names of files: in order, and with nothing that a file system minds. */
export const stampOf = (ms: InstantMs): string => formatInstant(Math.floor(ms / 1000) * 1000).replaceAll(/[-:]/g, '');
