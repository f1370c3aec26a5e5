import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import type { Database } from './database.ts';

/** The runtime's version of the zone database; a table made with another one is not used. */
const tzVersion = (): string => process.versions['tz'] ?? process.version;

type Cache = { readonly known: (id: string) => Zone | undefined; readonly keep: (zone: Zone) => void };

const cacheIn = ({ connection, read, write }: Database): Cache => ({
  known: (id) => {
    const compiled = read(() =>
      connection
        .prepare<[string, string], string>('SELECT compiled FROM zone_cache WHERE zone = ? AND tz_version = ?')
        .pluck()
        .get(id, tzVersion()),
    );
    return compiled === undefined ? undefined : (JSON.parse(compiled) as Zone);
  },
  keep: (zone) =>
    write(
      () =>
        void connection
          .prepare('INSERT OR REPLACE INTO zone_cache (zone, tz_version, compiled) VALUES (?, ?, ?)')
          .run(zone.id, tzVersion(), JSON.stringify(zone)),
    ),
});

/** A cache that cannot be read or written is no reason not to start. */
const attempt = <Value>(fn: () => Value): Value | undefined => {
  try {
    return fn();
  } catch {
    return undefined;
  }
};

/** A zone's table, from the database where this runtime made it before: reading it takes a fraction of compiling it. */
export const cachedZone = (database: Database, id: string): Zone => {
  const cache = cacheIn(database);
  const known = attempt(() => cache.known(id));
  if (known !== undefined) return known;
  const zone = compileZone(id);
  attempt(() => cache.keep(zone));
  return zone;
};
