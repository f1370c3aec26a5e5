/** What a caller is told when a call fails: a code to act on and a sentence to show. A bug's own text stays in the log. */
export type Failure = { readonly code: string; readonly message: string; readonly values?: FailureValues };

/** What a failure is about, for the sentence of its code in another language: names, and instants in ms under names that end in `AtMs`. */
export type FailureValues = Readonly<Record<string, string | number>>;

export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Failure };

/**
 * An expected failure, safe to show: a refusal (`queue/unknown-ticket`) or a fault of the environment (`disk/full`). Anything else that is
 * thrown is a bug: it is logged, and the caller only learns that the command failed.
 */
export class VigieError extends Error {
  readonly code: string;
  readonly values: FailureValues | undefined;

  constructor(code: string, message: string, values?: FailureValues) {
    super(message);
    this.name = 'VigieError';
    this.code = code;
    this.values = values;
  }
}

export const succeed = <Value>(value: Value): Reply<Value> => ({ ok: true, value });
export const fail = (code: string, message: string, values?: FailureValues): Reply<never> => ({
  ok: false,
  error: { code, message, ...(values === undefined ? {} : { values }) },
});
