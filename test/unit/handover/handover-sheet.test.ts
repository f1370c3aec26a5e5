import { describe, expect, it } from 'vitest';
import { handoverSheet, piecesOf, type HandoverWords } from '../../../shared/handover/handover-sheet.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';

const WORDS: HandoverWords = {
  language: 'en',
  tell: (id, values) => [id, ...Object.values(values ?? {})].join(' '),
  at: (ms) => `@${ms}`,
  full: (ms) => `#${ms}`,
};

const item = (id: string, more: Partial<HandoverPage['items'][number]> = {}): HandoverPage['items'][number] => ({
  ...{ id, section: 'due', ticketId: 1, title: id, atMs: 5, nextAction: null, nextUpdateMs: null, note: null },
  ...{ carriedFrom: null, accepted: null, late: null },
  ...more,
});

const PAGE: HandoverPage = {
  ...{ id: 'h', begun: { by: 'Ada', atMs: 1 }, untilMs: 9, version: 4, trail: [] },
  ...{ offered: { by: 'Ada', atMs: 2 }, signed: { by: 'Bo', atMs: 3 } },
  items: [
    item('a', { accepted: { by: 'Bo', atMs: 3 } }),
    item('b', { late: { by: 'Cy', atMs: 7 }, carriedFrom: 'g' }),
    item('c', { section: 'note', atMs: null, note: 'x' }),
  ],
};

describe('the paper of a handover', () => {
  it('has both signatures with their instants, and what was accepted late or by nobody', () => {
    const { facts, notes, parts } = handoverSheet(PAGE, WORDS, false);
    expect(facts.slice(0, 2)).toEqual([
      ['handover.outgoing', 'handover.signature Ada #2'],
      ['handover.incoming', 'handover.signature Bo #3'],
    ]);
    expect(notes).toEqual(['handover.paper.left 1 3', 'handover.paper.late 1']);
    expect(parts.map(({ id }) => id)).toEqual(['handover-due', 'handover-note']);
    expect(parts[0]).toMatchObject({
      rows: [
        ['a', 'handover.at.due @5', 'handover.signature Bo #3'],
        ['b (handover.carried)', 'handover.at.due @5', 'handover.acceptedLate handover.signature Cy #7'],
      ],
    });
    expect(parts[1]).toMatchObject({ rows: [['c', 'x', '–']] });
  });

  it('says that it is not signed while it is not', () => {
    const { facts, notes } = handoverSheet({ ...PAGE, signed: null, items: [] }, WORDS, true);
    expect(facts[1]).toEqual(['handover.incoming', 'handover.notSigned']);
    expect(notes).toEqual(['handover.paper.unsigned', 'handover.paper.sample']);
  });

  it('goes on in the next row where a text is long, and loses none of it', () => {
    const text = Array.from({ length: 400 }, (_, i) => `w${i}`).join(' ');
    const pieces = piecesOf(text);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThanOrEqual(600);
    expect(pieces.join(' ')).toBe(text);
    expect(piecesOf('x'.repeat(1_300)).map(({ length }) => length)).toEqual([600, 600, 100]);
    expect(piecesOf('')).toEqual(['']);
    const long = handoverSheet({ ...PAGE, items: [item('a', { note: text }), item('b')] }, WORDS, false).parts[0];
    expect(long?.kind === 'table' && long.rows.map((row) => row[0])).toEqual([
      'a',
      ...pieces.slice(1).map(() => ''),
      'b',
    ]);
  });
});
