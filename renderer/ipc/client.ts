import type { VigieBridge } from '../../shared/ipc/bridge.ts';
import type { CallInput, CallName, CallOutput, NoticeName, NoticePayload } from '../../shared/ipc/contract.ts';
import type { FileSelection } from '../../shared/ipc/import-schemas.ts';
import type { FailureValues, Reply } from '../../shared/ipc/reply.ts';
import { isPast } from '../state/replay-store.ts';

declare global {
  interface Window {
    readonly vigie: VigieBridge<File>;
  }
}

/** A call that was refused or failed. `code` is for the program; `message` is a sentence that may be shown as it is. */
export class CallFailure extends Error {
  readonly code: string;
  readonly values: FailureValues;

  constructor(code: string, message: string, values: FailureValues = {}) {
    super(message);
    this.name = 'CallFailure';
    this.code = code;
    this.values = values;
  }
}

const valueOf = async <Value>(reply: Promise<Reply<Value>>): Promise<Value> => {
  const answer = await reply.catch(() => null);
  if (answer === null) throw new CallFailure('core/unreachable', 'Vigie’s core did not answer. Try again.');
  if (answer.ok) return answer.value;
  throw new CallFailure(answer.error.code, answer.error.message, answer.error.values);
};

/** What only asks or stops asking, and what is of the window or of the person rather than of tickets, texts and rules. */
const CHANGES_NOTHING =
  /^(?:access|app|clock|draft|fault|view|watch|wall):|:(?:get|list|find|count|search|guess|preview|forecast|what-if|choose|cancel|export)/;

/** Whether a call is refused while the window shows the past: any that is not known to change nothing. */
export const isRefusedInPast = (name: CallName): boolean => !CHANGES_NOTHING.test(name);

/**
 * Asks the core or the shell; throws a CallFailure where the answer is none. While the window shows the past it refuses what changes
 * tickets, their time, texts or rules: nobody would see on what.
 */
export const call = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
  if (isRefusedInPast(name) && isPast()) {
    throw new CallFailure('replay/read-only', 'The past cannot be changed. Go back to now first.');
  }
  return valueOf(window.vigie.call(name, input));
};

/** Hands dropped files to the shell, which alone learns their paths; throws a CallFailure where it refuses them. */
export const offerFiles = (files: readonly File[]): Promise<FileSelection> => valueOf(window.vigie.offerFiles(files));

/** Listens to a notice; the result stops listening. */
export const listen = <Name extends NoticeName>(
  name: Name,
  listener: (payload: NoticePayload<Name>) => void,
): (() => void) => window.vigie.on(name, listener);
