import { useRef, useState, type KeyboardEvent } from 'react';
import type { OptionList } from './filter-options.tsx';

/** A field in which a filter is typed: its text, the caret, and what it could be completed with. */
export const useTypedField = (given: string) => {
  const [text, setText] = useState(given);
  const [caret, setCaret] = useState<number | null>(null);
  const [list, setList] = useState<OptionList | null>(null);
  const [isDismissed, setIsDismissed] = useState(false);
  const [scrollPx, setScrollPx] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const options = list !== null && list.of === text && !isDismissed && caret !== null ? list.options : [];
  const active = list?.active ?? -1;

  const type = (typed: string, at: number | null): void => {
    setText(typed);
    setCaret(at);
    setIsDismissed(false);
  };
  const follow = (): void => {
    const element = input.current;
    if (element === null) return;
    if (document.activeElement === element) setCaret(element.selectionStart);
    setScrollPx(element.scrollLeft);
  };
  const accept = (index: number): void => {
    const option = options[index];
    if (list === null || option === undefined) return;
    const at = list.start + option.insert.length;
    type(text.slice(0, list.start) + option.insert + text.slice(list.end), at);
    requestAnimationFrame(() => {
      input.current?.setSelectionRange(at, at);
      follow();
    });
  };
  /** Arrows go along what it could be completed with, Tab and Enter take it; gives whether the key was one of these. */
  const takeKey = ({ key, shiftKey }: KeyboardEvent): boolean => {
    if (options.length === 0) return false;
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      const next = (active + step + (active < 0 && step < 0 ? 1 : 0) + options.length) % options.length;
      setList((now) => (now === null ? null : { ...now, active: next }));
      return true;
    }
    if (key === 'Tab' ? shiftKey : key !== 'Enter' || active < 0) return false;
    accept(Math.max(0, active));
    return true;
  };
  return {
    ...{ text, setText, caret, scrollPx, input, options, active, type, follow, accept, takeKey },
    onFound: setList,
    /** What it could be completed with is out of sight until something is typed. */
    dismiss: (): void => setIsDismissed(true),
    /** The keys are elsewhere. */
    leave: (): void => {
      setCaret(null);
      setScrollPx(0);
    },
  };
};

export type TypedFieldState = ReturnType<typeof useTypedField>;
