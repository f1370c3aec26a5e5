import type { Workspace } from '../../shared/ipc/contract.ts';
import type { Reply } from '../../shared/ipc/reply.ts';
import type { LogFacts, LogLevel } from './log.ts';
import type { Caller } from './router.ts';

/** What a worker is started with. */
export type WorkerStart = {
  readonly path: string;
  readonly workspace: Workspace;
  /** Sample data that Vigie made in its own profile and may make anew. */
  readonly isDisposable: boolean;
  readonly actor: string;
  readonly workstation: string;
  /** The code of the fault because of which a copy is opened, to be read alone; null: the database itself. */
  readonly readOnlyBecause: string | null;
  /** How far its clock is ahead of the machine's; 0 but in tests. */
  readonly clockOffsetMs: number;
};

/** Main to worker. */
export type WorkerRequest =
  | {
      readonly kind: 'call';
      readonly id: number;
      readonly name: string;
      readonly input: unknown;
      readonly caller: Caller;
    }
  /** Close the database and end. */
  | { readonly kind: 'stop' };

/** Worker to main. */
export type WorkerMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'notice'; readonly name: string; readonly payload: unknown }
  | { readonly kind: 'log'; readonly level: LogLevel; readonly event: string; readonly facts: LogFacts };
