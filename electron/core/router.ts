import type { z } from 'zod';
import type { Actor } from '../../shared/access/actor.ts';
import { contract, type CallName, type CallOutput, type CallsOf } from '../../shared/ipc/contract.ts';
import { isBounded } from '../../shared/ipc/bounded.ts';
import { fail, succeed, VigieError, type Reply } from '../../shared/ipc/reply.ts';
import { storableIn } from '../../shared/text/storable.ts';
import { errorFacts, type Log } from './log.ts';

/** Files that the user chose: to read what is in them, or to write into one. */
export type Selection = { readonly use: 'read' | 'write'; readonly paths: readonly string[] };

/** What main knows of who calls; never taken from the payload. */
export type Caller = {
  /** Who works at the window, and as what. */
  readonly actor: Actor;
  /** A lead whose rights no passphrase has opened: the actor is an agent until then. */
  readonly isLeadLocked?: boolean;
  /** Tells windows apart. */
  readonly windowId: number;
  /** The files that this window's user chose or dropped, by selection id. */
  readonly selections: Readonly<Record<string, Selection>>;
};

type Place = 'core' | 'shell';

/** What a handler gets: the parsed input of its call. */
export type Input<Name extends CallName> = z.output<(typeof contract)[Name]['input']>;

/** One handler for each call answered at a place: a missing one does not compile. */
export type Handlers<At extends Place> = {
  readonly [Name in CallsOf<At>]: (input: Input<Name>, caller: Caller) => CallOutput<Name> | Promise<CallOutput<Name>>;
};

export type Route = (name: string, input: unknown, caller: Caller) => Promise<Reply<unknown>>;

const isCall = (name: string): name is CallName => Object.hasOwn(contract, name);

/**
 * Answers calls: the input is parsed, its texts made storable, then the handler runs, then its output is parsed. What was expected to fail comes back as its code
 * and sentence; a bug is logged whole and only its existence is told.
 */
export const createRouter = <At extends Place>(place: At, handlers: Partial<Handlers<At>>, log: Log): Route => {
  type AnyHandler = (input: unknown, caller: Caller) => unknown;
  const table = new Map<string, AnyHandler>(Object.entries(handlers) as [string, AnyHandler][]);
  return async (name, input, caller) => {
    const handler = table.get(name);
    if (!isCall(name) || contract[name].place !== place || handler === undefined) {
      log('warn', 'call/unknown', { place, name: name.slice(0, 80) });
      return fail('call/unknown', 'This version of Vigie does not know that command.');
    }
    if (!contract[name].roles.includes(caller.actor.role)) {
      log('warn', 'call/role-refused', { name, role: caller.actor.role });
      if (caller.isLeadLocked === true && contract[name].roles.includes('lead')) {
        return fail(
          'access/locked',
          'This is for a lead, and your lead’s rights are locked. Unlock them, then do it again.',
        );
      }
      return fail('access/role', 'This is not for your role. A lead or an agent of the desk can do it.');
    }
    const parsed = isBounded(input) ? contract[name].input.safeParse(input) : null;
    if (parsed?.success !== true) {
      log('warn', 'call/invalid-input', { name, issues: parsed?.error.issues.length ?? null });
      return fail('call/invalid-input', 'The command was refused: its values are not what it takes.');
    }
    try {
      const output = await handler(storableIn(parsed.data), caller);
      return succeed(contract[name].output.parse(output));
    } catch (error) {
      if (error instanceof VigieError) {
        log('info', 'call/refused', { name, code: error.code });
        return fail(error.code, error.message, error.values);
      }
      log('error', 'call/failed', { name, ...errorFacts(error) });
      return fail('call/failed', 'The command failed and changed nothing. The log says why.');
    }
  };
};
