export const LANGUAGES = ['en', 'fr'] as const;
/** The languages of the console, of its papers and of what it sends. */
export type Language = (typeof LANGUAGES)[number];
