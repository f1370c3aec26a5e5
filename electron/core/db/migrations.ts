import initial from './migrations/0010_initial.sql?raw';
import ticketLife from './migrations/0020_ticket_life.sql?raw';
import desk from './migrations/0030_desk.sql?raw';
import policy from './migrations/0040_policy.sql?raw';
import watch from './migrations/0050_watch.sql?raw';
import zoneCache from './migrations/0060_zone_cache.sql?raw';
import customers from './migrations/0070_customers.sql?raw';
import coaching from './migrations/0080_coaching.sql?raw';
import handover from './migrations/0100_handover.sql?raw';
import access from './migrations/0110_access.sql?raw';
import privacy from './migrations/0150_privacy.sql?raw';
import importProfile from './migrations/0170_import_profile.sql?raw';
import wall from './migrations/0140_wall.sql?raw';
import escalationAlarm from './migrations/0180_escalation_alarm.sql?raw';
import report from './migrations/0090_report.sql?raw';
import steering from './migrations/0120_steering.sql?raw';
import load from './migrations/0160_load.sql?raw';

export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** In order. A migration that was released is never edited: add the next one, ten further on. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 10, name: 'initial', sql: initial },
  { version: 20, name: 'ticket life', sql: ticketLife },
  { version: 30, name: 'desk', sql: desk },
  { version: 40, name: 'policy', sql: policy },
  { version: 50, name: 'watch', sql: watch },
  { version: 60, name: 'zone cache', sql: zoneCache },
  { version: 70, name: 'customers', sql: customers },
  { version: 80, name: 'coaching', sql: coaching },
  { version: 90, name: 'report', sql: report },
  { version: 100, name: 'handover', sql: handover },
  { version: 110, name: 'access', sql: access },
  { version: 120, name: 'steering', sql: steering },
  { version: 140, name: 'wall', sql: wall },
  { version: 150, name: 'privacy', sql: privacy },
  { version: 160, name: 'load', sql: load },
  { version: 170, name: 'import profile', sql: importProfile },
  { version: 180, name: 'escalation alarm', sql: escalationAlarm },
];

export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
