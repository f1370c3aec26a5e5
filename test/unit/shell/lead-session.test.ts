import { describe, expect, it } from 'vitest';
import { createLeadSession } from '../../../electron/shell/lead-session.ts';

const LIMIT_MS = 900_000;

const sessionAt = () => {
  let nowMs = 1_000;
  const session = createLeadSession({ nowMs: () => nowMs }, () => LIMIT_MS);
  session.open({ passphraseSeq: 4, name: 'Ada' });
  return { session, pass: (ms: number) => void (nowMs += ms) };
};

describe('a lead’s session', () => {
  it('is of one passphrase and one person, until it is locked', () => {
    const { session } = sessionAt();
    expect(session.isOpen(4, 'Ada')).toBe(true);
    expect(session.isOpen(4, 'Grace')).toBe(false);
    expect(session.isOpen(5, 'Ada')).toBe(false);
    expect(session.isOpen(null, 'Ada')).toBe(false);
    session.lock();
    expect(session.isOpen(4, 'Ada')).toBe(false);
    expect(session.leftMs()).toBeNull();
  });

  it('lapses without use, and use afterwards does not bring it back', () => {
    const { session, pass } = sessionAt();
    pass(LIMIT_MS - 1);
    session.use();
    pass(LIMIT_MS - 1);
    expect(session.isOpen(4, 'Ada')).toBe(true);
    pass(1);
    session.use();
    expect(session.isOpen(4, 'Ada')).toBe(false);
    expect(session.leftMs()).toBe(0);
  });
});
