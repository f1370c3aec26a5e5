type Clock = { readonly nowMs: () => number };

type Opened = {
  /** Which passphrase opened it. */
  readonly passphraseSeq: number;
  /** Whose rights they are. */
  readonly name: string;
};

/**
 * Whether a lead's rights are open: a right passphrase opens them for one person; another passphrase, another person, a lock, or so much time
 * without use ends that. It lives with the application.
 */
export const createLeadSession = ({ nowMs }: Clock, lockAfterMs: () => number) => {
  let opened: Opened | null = null;
  let usedAtMs = 0;
  const leftMs = (): number => usedAtMs + lockAfterMs() - nowMs();
  return {
    open: (next: Opened): void => {
      opened = next;
      usedAtMs = nowMs();
    },
    lock: (): void => {
      opened = null;
    },
    /** Somebody does something; what has lapsed stays so. */
    use: (): void => {
      if (leftMs() > 0) usedAtMs = nowMs();
    },
    isOpen: (passphraseSeq: number | null, name: string): boolean =>
      opened !== null && opened.passphraseSeq === passphraseSeq && opened.name === name && leftMs() > 0,
    /** How long it stays open if nobody does anything; null while it is locked. */
    leftMs: (): number | null => (opened === null ? null : Math.max(0, leftMs())),
  };
};
