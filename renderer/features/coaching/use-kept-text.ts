import { useState } from 'react';

const kept = new Map<string, string>();

/** A few words that outlive the dialog they are typed in, until they are sent or the window closes. */
export const useKeptText = (key: string) => {
  const [text, setText] = useState(() => kept.get(key) ?? '');
  return {
    text,
    put: (next: string): void => {
      kept.set(key, next);
      setText(next);
    },
    drop: (): void => void kept.delete(key),
  };
};
