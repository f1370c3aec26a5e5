import { existsSync } from 'node:fs';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { openCore } from '../core.ts';
import { silentLog } from '../log.ts';
import { seededRandom } from '../sample/random.ts';
import { seedTickets } from '../sample/seed-tickets.ts';
import { readArguments, readCount, readInstant, usageError, type Command } from './arguments.ts';

/** UUIDv7s of one instant that are the same for the same seed. */
const seededIds = (seed: number, nowMs: number): (() => Uint8Array) => {
  const random = seededRandom(seed ^ 0x5eed);
  return () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, i) =>
      i < 6 ? Math.floor(nowMs / 2 ** (8 * (5 - i))) % 256 : random.between(0, 255),
    );
    bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    return bytes;
  };
};

/** `seed`: a database of made-up tickets, the same for the same --tickets, --seed and --now down to its event ids. */
export const seedCommand: Command = async (args, { out, err, isInteractive }) => {
  const { values } = readArguments({
    args: [...args],
    options: {
      tickets: { type: 'string' },
      db: { type: 'string' },
      seed: { type: 'string' },
      now: { type: 'string' },
    },
  });
  const count = readCount(values.tickets, 'tickets');
  if (count === null || count === 0) throw usageError('--tickets says how many tickets to make.');
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
    core.database.connection.pragma('synchronous = OFF');
    const taken = await core.imports.take(seedTickets({ count, seed, nowMs }), (done) => {
      if (isInteractive) err(`\r${done} of ${count} `);
    });
    if (isInteractive) err('\r');
    out(`${taken} tickets in ${path}\n`);
    return 0;
  } finally {
    core.close();
  }
};
