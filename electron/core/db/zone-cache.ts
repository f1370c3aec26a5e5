import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import type { Database } from './database.ts';

/** The runtime's version of the zone database; a table made with another one is not used. */
const tzVersion = (): string => process.versions['tz'] ?? process.version;

/**
 * A zone's table, from the database where this runtime made it before: compiling one takes most of the core's start. A cache that cannot
 * be written is no reason not to start.
 */
export const cachedZone = ({ connection, read, write }: Database, id: string): Zone => {
  const known = read(() =>
    connection
      .prepare<[string, string], string>('SELECT compiled FROM zone_cache WHERE zone = ? AND tz_version = ?')
      .pluck()
      .get(id, tzVersion()),
  );
  if (known !== undefined) return JSON.parse(known) as Zone;
  const zone = compileZone(id);
  try {
    write(() =>
      connection
        .prepare('INSERT OR REPLACE INTO zone_cache (zone, tz_version, compiled) VALUES (?, ?, ?)')
        .run(id, tzVersion(), JSON.stringify(zone)),
    );
  } catch {
    return zone;
  }
  return zone;
};
