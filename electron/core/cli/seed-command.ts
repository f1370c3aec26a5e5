import { existsSync } from 'node:fs';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { openCore } from '../core.ts';
import type { Connection } from '../db/database.ts';
import { silentLog } from '../log.ts';
import { seededRandom } from '../sample/random.ts';
import { seedHours } from '../sample/seed-hours.ts';
import { seedTickets } from '../sample/seed-tickets.ts';
import { seedCustomers } from '../sample/seed-words.ts';
import { readArguments, readCount, readInstant, usageError, type Command } from './arguments.ts';

/** UUIDv7s of one instant, ascending, that are the same for the same seed. */
const seededIds = (seed: number, nowMs: number): (() => Uint8Array) => {
  const random = seededRandom(seed ^ 0x5eed);
  let made = 0;
  return () => {
    const bytes = Buffer.alloc(16);
    bytes.writeUIntBE(nowMs, 0, 6);
    // A count in the 12 bits after the version and in the 22 that follow the variant.
    const [high, low] = [Math.floor(made / 2 ** 22), made % 2 ** 22];
    bytes.writeUInt16BE(0x7000 | high, 6);
    bytes.writeUIntBE(0x80_0000 | low, 8, 3);
    for (let i = 11; i < 16; i++) bytes[i] = random.between(0, 255);
    made++;
    return bytes;
  };
};

/** How long one transaction of it lasts. */
const SLICE_MS = 2_000;

/** Nobody waits for what is being made, nor would anybody miss it. */
const fastPragmas = (connection: Connection): void => {
  connection.pragma('synchronous = OFF');
  connection.pragma('journal_mode = MEMORY');
  connection.pragma('cache_size = -524288');
};

/** `seed`: a database of made-up tickets, the same for the same options down to its event ids. */
export const seedCommand: Command = async (args, { out, err, isInteractive }) => {
  const { values } = readArguments({
    args: [...args],
    options: {
      tickets: { type: 'string' },
      open: { type: 'string' },
      'events-per-ticket': { type: 'string' },
      customers: { type: 'string' },
      db: { type: 'string' },
      seed: { type: 'string' },
      now: { type: 'string' },
    },
  });
  const count = readCount(values.tickets, 'tickets');
  if (count === null || count === 0) throw usageError('--tickets says how many tickets to make.');
  const open = readCount(values.open, 'open');
  if (open !== null && open > count) throw usageError('--open is at most as many as --tickets.');
  const eventsPerTicket = readCount(values['events-per-ticket'], 'events-per-ticket');
  const customers = readCount(values.customers, 'customers');
  if (customers === 0) throw usageError('--customers says how many customers to make.');
  const seed = readCount(values.seed, 'seed') ?? 1;
  const nowMs = readInstant(values.now, 'now', Math.floor(Date.now() / 1000) * 1000);
  const path = values.db ?? `vigie-seed-${count}.db`;
  if (existsSync(path)) {
    throw new VigieError(
      'seed/exists',
      `${path} is there already. Name another file, or remove it first: made-up tickets never mix with others.`,
    );
  }
  const core = openCore({
    path,
    clock: { nowMs: () => nowMs },
    log: silentLog,
    notify: () => {},
    recordedBy: { actor: 'seed', workstation: 'seed' },
    makeId: seededIds(seed, nowMs),
  });
  try {
    fastPragmas(core.database.connection);
    const made = {
      ...{ count, seed, nowMs },
      ...(open === null ? {} : { openShare: open / count }),
      ...(eventsPerTicket === null ? {} : { eventsPerTicket }),
      ...(customers === null ? {} : { customers: seedCustomers(customers) }),
    };
    const tell = (done: number): void => {
      if (isInteractive) err(`\r${done} of ${count} `);
    };
    if (customers !== null) seedHours({ core, names: seedCustomers(customers), seed, nowMs });
    const taken = await core.imports.take(seedTickets(made), tell, SLICE_MS);
    core.database.connection.pragma('journal_mode = WAL');
    if (isInteractive) err('\r');
    out(`${taken} tickets in ${path}\n`);
    return 0;
  } finally {
    core.close();
  }
};
