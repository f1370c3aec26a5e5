/** The first line of a file with somebody's data says so (docs/data-formats.md). */
export const PERSONAL_FORMAT = 'vigie-personal-data';
export const PERSONAL_VERSION = 1;
