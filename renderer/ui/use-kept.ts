import { useState } from 'react';
import { useApp } from '../app-context.ts';

/**
 * What is typed in a dialog, by key, for as long as the window is open: leaving the dialog loses nothing, and `forget` is for when it was
 * sent. Another workspace or another person begins anew. `kept` is the dialog's own, beside its component.
 */
export const useKept = <Value>(kept: Map<string, Value>, key: string, first: Value) => {
  const { state } = useApp();
  const whole = `${state.workspace} ${state.me.name} ${key}`;
  const [value, setValue] = useState(() => kept.get(whole) ?? first);
  return {
    value,
    change: (part: Partial<Value>): void => {
      const next = { ...value, ...part };
      kept.set(whole, next);
      setValue(next);
    },
    forget: (): void => void kept.delete(whole),
  };
};
