import { hostname, userInfo } from 'node:os';
import type { CustomerImportReport } from '../../../shared/ipc/customer-schemas.ts';
import { machineClock } from '../clock.ts';
import { openCore } from '../core.ts';
import { silentLog } from '../log.ts';
import { readArguments, required, usageError, type Command } from './arguments.ts';

const toJson = ({ rows, customers, errors, warnings }: CustomerImportReport): string =>
  `${JSON.stringify({ rows, customers, errors, warnings })}\n`;

const toText = (report: CustomerImportReport): string => {
  const { rows, customers, tickets, errors, warnings, errorCount, warningCount } = report;
  return [
    `${rows} rows read: ${customers.new} customers new, ${customers.changed} changed, ${customers.unchanged} unchanged.`,
    ...(tickets > 0 ? [`${tickets} open tickets take another tier.`] : []),
    ...(errorCount > 0 ? [`${errorCount} errors:`] : []),
    ...errors.map(({ file, line, reason }) => `  ${file}:${line}: ${reason}`),
    ...(warningCount > 0 ? [`${warningCount} warnings:`] : []),
    ...warnings.map(({ file, line, reason }) => `  ${file}:${line}: ${reason}`),
    '',
  ].join('\n');
};

/** `import-customers`: lists of customers into a database. */
export const importCustomersCommand: Command = async (args, terminal) => {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: { db: { type: 'string' }, 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const path = required(values.db, 'db');
  if (positionals.length === 0) throw usageError('No file to import was named.');
  const recordedBy = { actor: userInfo().username, workstation: hostname() };
  const core = openCore({ path, clock: machineClock, log: silentLog, notify: () => {}, recordedBy });
  try {
    const by = { ...recordedBy, recordedAtMs: machineClock.nowMs() };
    const report = await core.customerImports.run(positionals, by, values['dry-run'] === true);
    terminal.out(values.json === true ? toJson(report) : toText(report));
    return 0;
  } finally {
    core.close();
  }
};
