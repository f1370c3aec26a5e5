type Options = {
  /** What Escape does instead of waiting on; without it Escape is left to whoever hears it. */
  readonly onEscape?: () => void;
  /** What was typed longer ago was meant for something else. */
  readonly freshMs?: number;
};

/** Keeps what is typed while the field that it is meant for is on its way: nobody waits for a window. */
export const createTypeAhead = ({ onEscape, freshMs = Infinity }: Options) => {
  let typed = '';
  let lastAtMs = -Infinity;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape' && onEscape === undefined) return;
    // Commands of one key must not run on what is meant for the field.
    event.stopPropagation();
    event.preventDefault();
    if (event.key === 'Escape') {
      typed = '';
      onEscape?.();
      return;
    }
    if (event.timeStamp - lastAtMs > freshMs) typed = '';
    lastAtMs = event.timeStamp;
    if (event.key.length === 1) typed += event.key;
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
  };

  return {
    listen: (): void => document.addEventListener('keydown', onKeyDown, true),
    stop: (): void => document.removeEventListener('keydown', onKeyDown, true),
    /** What was typed since; it is told once. */
    take: (): string => {
      const text = performance.now() - lastAtMs > freshMs ? '' : typed;
      typed = '';
      return text;
    },
  };
};
