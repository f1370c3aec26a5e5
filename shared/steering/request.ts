import type { Actor } from '../access/actor.ts';
import type { RequestOrder } from '../ipc/steering-schemas.ts';
import type { InstantMs } from '../time/instant.ts';

/** The refusals that a lead may lift, and the exception that each comes to. */
export const EXCEPTION_OF = {
  'ledger/month-closed': 'closedMonth',
  'work/too-far-back': 'backDating',
  'ticket/too-far-back': 'backDating',
} as const;
export type AskableCode = keyof typeof EXCEPTION_OF;
export type Exception = (typeof EXCEPTION_OF)[AskableCode];

/** Whether a lead can be asked to allow what was refused with a code. */
export const isAskable = (code: string): code is AskableCode => Object.hasOwn(EXCEPTION_OF, code);

/** What an approval posted, to take it back by. */
export type Posted =
  | { readonly kind: 'work'; readonly customerId: number; readonly workId: string }
  | { readonly kind: 'reversal' }
  | { readonly kind: 'commands'; readonly commandId: string };

/** What happened with a request, in the order of recording; only ever added to. */
export type RequestEvent =
  /** `order` is the whole of what was refused, and `asker` whoever asked, as they were then. */
  | {
      readonly kind: 'asked';
      readonly exception: Exception;
      readonly order: RequestOrder;
      readonly asker: Actor;
      readonly reason: string;
    }
  | { readonly kind: 'approved'; readonly reason: string | null; readonly posted: Posted }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'withdrawn' }
  /** A decision was undone: it waits again. */
  | { readonly kind: 'reopened' };

export type RecordedRequestEvent = RequestEvent & { readonly actor: string; readonly atMs: InstantMs };

export type RequestState = 'waiting' | 'approved' | 'refused' | 'withdrawn';

/** A request as its events left it. */
export type SteeringRequest = {
  readonly exception: Exception;
  readonly order: RequestOrder;
  readonly asker: Actor;
  readonly reason: string;
  readonly askedAtMs: InstantMs;
  readonly state: RequestState;
  /** Who decided, or withdrew it; null while it waits. */
  readonly decided: { readonly by: string; readonly atMs: InstantMs; readonly reason: string | null } | null;
  readonly posted: Posted | null;
  /** Events folded. */
  readonly version: number;
};

const applied = (request: SteeringRequest, event: RecordedRequestEvent): SteeringRequest => {
  const version = request.version + 1;
  const decided = { by: event.actor, atMs: event.atMs };
  switch (event.kind) {
    case 'asked':
      return { ...request, version };
    case 'approved':
      return {
        ...{ ...request, version, state: 'approved', posted: event.posted },
        decided: { ...decided, reason: event.reason },
      };
    case 'refused':
      return { ...request, version, state: 'refused', decided: { ...decided, reason: event.reason } };
    case 'withdrawn':
      return { ...request, version, state: 'withdrawn', decided: { ...decided, reason: null } };
    case 'reopened':
      return { ...request, version, state: 'waiting', decided: null, posted: null };
  }
};

/** A request from its events; null where it was never asked. */
export const foldRequest = (events: readonly RecordedRequestEvent[]): SteeringRequest | null => {
  const [asked, ...rest] = events;
  if (asked?.kind !== 'asked') return null;
  const { exception, order, asker, reason, atMs } = asked;
  const first: SteeringRequest = {
    ...{ exception, order, asker, reason, askedAtMs: atMs },
    ...{ state: 'waiting', decided: null, posted: null, version: 1 },
  };
  return rest.reduce(applied, first);
};

type Refusal = { readonly code: string; readonly message: string };

const decided = ({ state, decided: by }: SteeringRequest): Refusal => ({
  code: 'request/decided',
  message: `This request does not wait any more: ${by?.by ?? ''} has ${state} it. Look at the list.`,
});

/** Why something may not be recorded of a request; null where it may. */
export const refusalOfRequest = (
  request: SteeringRequest,
  event: Exclude<RequestEvent['kind'], 'asked'>,
  { name, role }: Actor,
): Refusal | null => {
  const { state, asker, decided: by } = request;
  if (event === 'withdrawn' && asker.name !== name) {
    return { code: 'request/not-yours', message: `${asker.name} asked this and alone can withdraw it.` };
  }
  if (event !== 'withdrawn' && role !== 'lead') {
    return { code: 'access/role', message: 'This is not for your role. A lead decides on requests.' };
  }
  if (event !== 'reopened') return state === 'waiting' ? null : decided(request);
  if (state === 'waiting') return { code: 'request/waits', message: 'This request waits: there is nothing to undo.' };
  if (state === 'withdrawn') return decided(request);
  return by?.by === name
    ? null
    : { code: 'request/not-your-decision', message: `${by?.by ?? ''} decided this and alone can undo it.` };
};
