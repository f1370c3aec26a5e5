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
