/** What a backup, a look into one, a restore or an export is at. */
export const PHASES: readonly string[] = [
  'copy',
  'verify',
  'compare',
  'integrity',
  'export',
  'import',
  'tickets',
  'customers',
  'words',
];
