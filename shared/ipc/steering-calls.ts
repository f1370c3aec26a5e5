import { z } from 'zod';
import { LEVELS } from '../ticket/ticket.ts';
import { call, nothing } from './call.ts';
import {
  escalationLine,
  personLoad,
  proposedMove,
  requestLine,
  requestOrder,
  requestPage,
} from './steering-schemas.ts';
import { instantMs } from './schemas.ts';

const id = z.uuid();
const text = z.string().trim().min(1).max(20_000);
const seen = { id, expectedVersion: z.int() };

/** What a lead decides, acknowledges and shares out. */
export const steeringCalls = {
  /** Those that wait, oldest first, then the last that do not; a lead sees all, others their own. */
  'steering:list-requests': call('core', nothing, z.array(requestLine)),
  'steering:get-request': call('core', z.strictObject({ id }), requestPage),
  /**
   * Asks a lead for what was refused. Refused where no lead is needed, or a lead could not allow it either; the same question that waits
   * already is given back.
   */
  'steering:ask': call('core', z.strictObject({ order: requestOrder, reason: text }), requestLine),
  'steering:withdraw': call('core', z.strictObject(seen), requestLine),
  /** Does what was asked, in the asker's name; refused where it would do something else than was looked at. */
  'steering:approve': call(
    'core',
    z.strictObject({ ...seen, basis: z.string().max(100), reason: text.nullable() }),
    requestLine,
    ['lead'],
  ),
  'steering:refuse': call('core', z.strictObject({ ...seen, reason: text }), requestLine, ['lead']),
  /** Takes one's own decision back, with what it posted: the request waits again. */
  'steering:reopen': call('core', z.strictObject({ ...seen, reason: text }), requestLine, ['lead']),
  /** Tickets of which a lead has to know and nobody has acknowledged it, the furthest first. */
  'steering:list-escalations': call(
    'core',
    nothing,
    /** `nextAtMs`: when time alone adds to them; null where it does not. */
    z.strictObject({ escalations: z.array(escalationLine), nextAtMs: instantMs.nullable() }),
  ),
  /** The load of each person of a level, and a fair way to share it; writes nothing. `ticket:run-commands` does it. */
  'steering:preview-moves': call(
    'core',
    z.strictObject({
      level: z.enum(LEVELS),
      /** People who take nothing, and whose tickets others take. */
      away: z.array(z.string().max(400)).max(200),
      movesP1: z.boolean(),
      sharesUnassigned: z.boolean(),
    }),
    z.strictObject({
      people: z.array(personLoad),
      unassigned: z.int(),
      moves: z.array(proposedMove),
      /** Where there are more than one command may change, the others are left for the next time. */
      moveCount: z.int(),
    }),
    ['lead'],
  ),
} as const;
