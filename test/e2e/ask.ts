import type { Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';

/** Asks the core as the window does. */
export const ask = <Name extends CallName>(page: Page, name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> =>
  page.evaluate(
    async ([call, value]) => {
      const reply = await window.vigie.call(call, value as never);
      if (!reply.ok) throw new Error(reply.error.code);
      return reply.value as never;
    },
    [name, input] as const,
  );

export type Answer<Value> = {
  readonly ok: boolean;
  readonly value: Value;
  readonly error?: { readonly code: string };
};

/** Sends anything to the core, as a page that somebody else has taken over could; the answer as it comes. */
export const send = <Value>(page: Page, name: string, input: unknown = {}): Promise<Answer<Value>> =>
  page.evaluate(
    async ([of, given]) => {
      const { call } = Reflect.get(window, 'vigie') as { call: (name: unknown, input: unknown) => Promise<unknown> };
      return (await call(of, given)) as never;
    },
    [name, input] as const,
  );
