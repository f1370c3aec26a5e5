/** What a caller is told when a call fails: a code to act on and a sentence to show. A bug's own text stays in the log. */
export type Failure = { readonly code: string; readonly message: string };

export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

/**
 * An expected failure, safe to show: a refusal (`queue/unknown-ticket`) or a fault of the environment (`disk/full`). Anything else that is
 * thrown is a bug: it is logged, and the caller only learns that the command failed.
 */
export class VigieError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'VigieError';
    this.code = code;
  }
}

export const succeed = <Value>(value: Value): Reply<Value> => ({ ok: true, value });
export const fail = (code: string, message: string): Reply<never> => ({ ok: false, error: { code, message } });
