/** The exports that Vigie reads. */
export const IMPORT_PROFILES = [
  'servicenow-log',
  'servicenow',
  'freshdesk',
  'zendesk',
  'jira',
  'glpi',
  'zammad',
  'osticket',
  'generic',
] as const;
export type ImportProfile = (typeof IMPORT_PROFILES)[number];
