import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { effectiveWindows, type EffectiveWindow } from '../../../shared/maintenance/effective-windows.ts';
import { DEFAULT_MAINTENANCE } from '../../../shared/maintenance/maintenance-rule.ts';
import { formatInstant } from '../../../shared/time/instant.ts';
import { readArguments, required, type Command } from './arguments.ts';
import { readPeriod } from './read-period.ts';

const ZONE = 'Europe/Paris';

const toText = ({ platform, startMs, endMs, rule }: EffectiveWindow): string =>
  `${formatInstant(startMs)}  ${formatInstant(endMs)}  ${platform}  ${rule}\n`;

/**
 * `maintenance --from D --to D`: the windows by the shipped rules, or by those of a database with its exceptions. D is a day in Europe/Paris,
 * both included, or an instant.
 */
export const maintenanceCommand: Command = async (args, { out }) => {
  const { values } = readArguments({
    args: [...args],
    options: { from: { type: 'string' }, to: { type: 'string' }, db: { type: 'string' }, json: { type: 'boolean' } },
  });
  const zone = compileZone(ZONE);
  const { fromMs, toMs } = readPeriod(values, zone);
  const shipped = (): EffectiveWindow[] => {
    const versions = [{ fromMs: -Infinity, rules: DEFAULT_MAINTENANCE }];
    return effectiveWindows({ versions, exceptions: [], customerId: null, zoneOf: () => zone }, fromMs, toMs);
  };
  const kept = async (path: string): Promise<EffectiveWindow[]> => {
    // Only here: without a database the command runs where SQLite is not there yet.
    const { readCore } = await import('./read-core.ts');
    return readCore(path, ({ maintenance }) => maintenance.windows(fromMs, toMs, null));
  };
  const windows = values.db === undefined ? shipped() : await kept(required(values.db, 'db'));
  const rows = windows.map(({ platform, startMs, endMs, rule }) => ({
    ...{ platform, start: formatInstant(startMs), end: formatInstant(endMs), rule },
  }));
  out(values.json === true ? `${JSON.stringify(rows)}\n` : windows.map(toText).join(''));
  return 0;
};
