import { describe, expect, it } from 'vitest';
import { changesSince } from '../../../renderer/features/handover/changes-since.ts';
import {
  acceptable,
  inSections,
  lacks,
  titleParts,
  withTwins,
  type PageItem,
} from '../../../renderer/features/handover/handed-items.ts';
import { draftOf, isTyped, readDraft } from '../../../renderer/features/handover/item-draft.ts';
import { rebase } from '../../../renderer/features/handover/rebase.ts';
import { shiftEnds } from '../../../renderer/features/handover/shift-ends.ts';
import { whyNot } from '../../../renderer/features/handover/why-not.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { instant } from '../../support/world.ts';

const paris = compileZone('Europe/Paris');
const NOW = instant('2026-11-23T13:10:00Z');
const BY_BO = { by: 'Bo', atMs: NOW };

const item = (id: string, more: Partial<PageItem> = {}): PageItem => ({
  ...{ id, section: 'due', ticketId: null, title: id, atMs: null, nextAction: null, nextUpdateMs: null, note: null },
  ...{ carriedFrom: null, accepted: null, late: null },
  ...more,
});

const page = (items: readonly PageItem[], more: Partial<HandoverPage> = {}): HandoverPage => ({
  ...{ id: 'h', begun: { by: 'Ada', atMs: NOW }, untilMs: NOW + 1, items: [...items], version: 1 },
  ...{ offered: { by: 'Ada', atMs: NOW }, signed: null, trail: [] },
  ...more,
});

describe('the end of the shift that takes over', () => {
  const ends = (at: string): string[] => shiftEnds(instant(at), paris).map((ms) => new Date(ms).toISOString());

  it('is the next at least four hours ahead, on the clock of the desk', () => {
    expect(ends('2026-11-23T13:10:00Z')).toEqual([
      '2026-11-23T21:00:00.000Z',
      '2026-11-24T05:00:00.000Z',
      '2026-11-24T13:00:00.000Z',
    ]);
    expect(ends('2026-11-23T17:00:01Z')[0]).toBe('2026-11-24T05:00:00.000Z');
  });

  it('is at six also in the night in which the clocks change', () => {
    expect(ends('2026-10-24T20:30:00Z')[0]).toBe('2026-10-25T05:00:00.000Z');
    expect(ends('2026-03-28T21:30:00Z')[0]).toBe('2026-03-29T04:00:00.000Z');
  });
});

describe('what is typed about an item', () => {
  const promised = instant('2026-11-23T11:00:30Z');
  const words = { nextAction: 'call', nextUpdateMs: promised, note: null };

  it('keeps a promise that nobody touched, to its second and also once its time has come', () => {
    const draft = { ...draftOf(words, paris), note: ' VIP ' };
    expect(readDraft(draft, paris, NOW)).toEqual({ kind: 'words', words: { ...words, note: 'VIP' } });
    expect(isTyped(draft, paris)).toBe(true);
    expect(isTyped(draftOf(words, paris), paris)).toBe(false);
  });

  it('reads a new promise, none, and what is no promise', () => {
    const read = (update: string) => readDraft({ ...draftOf(words, paris), update }, paris, NOW);
    expect(read('+2h')).toMatchObject({ words: { nextUpdateMs: NOW + 7_200_000 } });
    expect(read(' ')).toMatchObject({ words: { nextUpdateMs: null } });
    expect(read('soon')).toEqual({ kind: 'unreadable' });
    expect(read('2026-11-22 10:00')).toEqual({ kind: 'wrongSide' });
  });

  it('stays where the item changed meanwhile; what nobody typed in goes with the item', () => {
    const draft = { ...draftOf(words, paris), nextAction: 'call Ann' };
    const now = { nextAction: 'mail', nextUpdateMs: null, note: 'VIP' };
    const moved = rebase(draft, now, paris);
    expect(moved).toEqual({ nextAction: 'call Ann', update: '', note: 'VIP', base: now });
  });
});

describe('the items of a handover', () => {
  it('stand in their sections, in the order of the document', () => {
    const items = [item('n', { section: 'note' }), item('d'), item('p', { section: 'openP1' }), item('d2')];
    expect(inSections(items).map(({ section, items: own }) => [section, own.map(({ id }) => id)])).toEqual([
      ['openP1', ['p']],
      ['due', ['d', 'd2']],
      ['note', ['n']],
    ]);
  });

  it('are accepted with their tickets in other sections, unless somebody has those already', () => {
    const items = [
      item('openP1:1', { ticketId: 1 }),
      item('due:1', { ticketId: 1 }),
      item('waiting:1', { ticketId: 1, accepted: BY_BO }),
      item('due:2', { ticketId: 2 }),
      item('window:x'),
      item('window:y'),
    ];
    const open = acceptable(page(items), new Set());
    expect(withTwins(open, new Set(['due:1', 'window:x']))).toEqual(['openP1:1', 'due:1', 'window:x']);
  });

  it('can be accepted once they are offered; after both signatures only what is left of them', () => {
    const items = [item('a', { accepted: BY_BO }), item('b'), item('c'), item('d', { late: BY_BO })];
    const open = (more: Partial<HandoverPage>) => acceptable(page(items, more), new Set(['c'])).map(({ id }) => id);
    expect(open({ offered: null })).toEqual([]);
    expect(open({})).toEqual(['b', 'c']);
    expect(open({ signed: BY_BO })).toEqual(['c']);
  });

  it('have a reference where they are tickets; an open P1 says what it lacks', () => {
    expect(titleParts({ ticketId: 1, title: 'CAV-1 Net down' })).toEqual({ reference: 'CAV-1', rest: 'Net down' });
    expect(titleParts({ ticketId: 1, title: 'CAV-1' })).toEqual({ reference: 'CAV-1', rest: '' });
    expect(titleParts({ ticketId: null, title: 'ring twice' })).toEqual({ reference: null, rest: 'ring twice' });
    expect(lacks(item('p', { section: 'openP1', nextAction: 'call' }))).toEqual(['nextUpdate']);
    expect(lacks(item('d'))).toEqual([]);
  });
});

describe('what became of a handover meanwhile', () => {
  it('is told item by item, with who did it', () => {
    const entry = (actor: string) => ({ kind: 'itemChanged', actor, workstation: 'w', atMs: NOW });
    const before = page([item('a'), item('b'), item('c'), item('e')], { trail: [entry('Ada')] });
    const now = page([item('a', { note: 'x' }), item('b'), item('d'), item('e', { accepted: BY_BO })], {
      trail: [entry('Ada'), entry('Lea'), entry('Lea')],
    });
    expect(changesSince(before, now)).toEqual({
      by: ['Lea'],
      changes: [
        { what: 'changed', title: 'a' },
        { what: 'added', title: 'd' },
        { what: 'accepted', title: 'e' },
        { what: 'removed', title: 'c' },
      ],
    });
    expect(changesSince(now, now)).toEqual({ by: [], changes: [] });
  });
});

describe('who may do what', () => {
  const me = (name: string, role: 'agent' | 'expert' | 'lead' = 'agent') => ({ name, role, level: 'L1' as const });

  it('is told by the message of the refusal', () => {
    const prepared = page([item('a')], { offered: null });
    expect(whyNot(prepared, 'offered', me('Ada'))).toBeNull();
    expect(whyNot(prepared, 'noteAdded', me('Bo'))).toBe('error.handover/not-yours');
    expect(whyNot(prepared, 'noteAdded', me('Lea', 'lead'))).toBeNull();
    expect(whyNot(prepared, 'accepted', me('Bo'))).toBe('error.handover/not-offered');
    expect(whyNot(page([]), 'accepted', me('Ada'))).toBe('error.handover/same-person');
    expect(whyNot(page([]), 'signed', me('Eva', 'expert'))).toBe('error.access/role');
    expect(whyNot(page([]), 'signed', me('Bo'))).toBeNull();
  });
});
