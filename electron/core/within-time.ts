import { createContext, Script } from 'node:vm';

const CALL = new Script('run()');

const isTimeout = (error: unknown): boolean =>
  // Made in the script's own realm: no instance of our Error.
  typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/**
 * What a function gives, or null where it took longer: it is broken off wherever it is then, also within a loop that never ends. For libraries
 * that go over what strangers wrote; never for anything that has to be finished or undone.
 */
export const withinTime = <Result>(limitMs: number, fn: () => Result): { readonly value: Result } | null => {
  let result: { readonly value: Result } | null = null;
  const run = (): void => {
    result = { value: fn() };
  };
  try {
    CALL.runInContext(createContext({ run }), { timeout: limitMs });
  } catch (error) {
    if (isTimeout(error)) return null;
    throw error;
  }
  return result;
};
