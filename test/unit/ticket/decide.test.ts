import { describe, expect, it } from 'vitest';
import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { decideImport } from '../../../shared/ticket/decide-import.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { at, opened, told } from './told.ts';

const added = (known: readonly TicketEvent[], imported: ImportedTicket): readonly TicketEvent[] => {
  const decision = decideImport(known, imported);
  if (decision.kind === 'refused') throw new Error(decision.reason);
  return decision.events;
};

describe('a full history', () => {
  const history = [opened(), at(2_000, 'responded'), at(3_000, 'paused')];

  it('is taken whole where the ticket is new, in order', () => {
    const untidy = [opened(), at(3_000, 'paused'), at(2_000, 'responded')];
    expect(added([], told(untidy))).toEqual(history);
  });

  it('adds nothing the second time', () => expect(added(history, told(history))).toEqual([]));

  it('adds what a later export tells beyond it', () => {
    const later = [...history, at(4_000, 'resumed'), at(5_000, 'resolved')];
    expect(added(history, told(later))).toEqual(later.slice(3));
    expect(added(later, told(history))).toEqual([]);
  });

  it('finds what lies between known events', () => {
    const known = [opened(), at(3_000, 'paused')];
    expect(added(known, told(history))).toEqual([at(2_000, 'responded')]);
  });

  it('counts the same thing said twice at one instant', () => {
    const twice = [opened(), at(2_000, 'activated'), at(2_000, 'activated')];
    expect(added([opened(), at(2_000, 'activated')], told(twice))).toEqual([at(2_000, 'activated')]);
    expect(added(twice, told(twice))).toEqual([]);
  });

  it('compares what events say, not how their keys are ordered', () => {
    const known: TicketEvent = { atMs: 2_000, kind: 'assigned', level: 'L2', group: 'Network', assignee: null };
    const same: TicketEvent = { assignee: null, group: 'Network', level: 'L2', kind: 'assigned', atMs: 2_000 };
    expect(added([opened(), known], told([opened(), same]))).toEqual([]);
  });

  it('corrects the opening where priority, tier or facts of it are told differently', () => {
    const better = opened({ tier: 'gold', priority: 'P1', title: 'Backup of the night failed' });
    const events = added(history, told([better]));
    expect(events).toEqual([
      {
        ...{ atMs: 1_000, kind: 'openingCorrected', tier: 'gold', priority: 'P1' },
        facts: { title: 'Backup of the night failed' },
      },
    ]);
    expect(added([...history, ...events], told([better]))).toEqual([]);
    expect(foldTicket([...history, ...events])).toMatchObject({
      tier: 'gold',
      priority: 'P1',
      state: 'waitingCustomer',
    });
  });
});

describe('a refusal', () => {
  it('another opening instant: the times were read in another zone', () => {
    const decision = decideImport([opened()], told([opened({ atMs: 3_601_000 })]));
    expect(decision).toMatchObject({ kind: 'refused', code: 'import/other-opening' });
    expect(decision.kind === 'refused' && decision.reason).toBe(
      'T-1 is known as opened at 1970-01-01T00:00:01.000Z, here at 1970-01-01T01:00:01.000Z; import it in the zone it was first imported in',
    );
  });

  it('no opening', () => {
    const none = { kind: 'refused', code: 'import/no-opening' };
    expect(decideImport([], told([]))).toMatchObject(none);
    expect(decideImport([], told([at(2_000, 'paused')]))).toMatchObject(none);
  });
});

describe('a snapshot', () => {
  const snapshot = (events: readonly TicketEvent[], asOfMs: number) => told(events, { coverage: 'snapshot', asOfMs });
  const assignment = { level: 'L2', group: 'Network', assignee: 'agent 04' } as const;
  const known = [opened(), at(2_000, 'responded')];

  it('adds nothing the second time', () => {
    const one = snapshot([opened({ ...assignment }), at(2_000, 'responded'), at(5_000, 'resolved')], 5_000);
    const first = added([], one);
    expect(added(first, one)).toEqual([]);
  });

  it('tells what changed since, at the instant of the snapshot', () => {
    const now = opened({ ...assignment, priority: 'P1', tier: 'gold', title: 'Backup failed twice' });
    const events = added(known, snapshot([now, at(2_000, 'responded')], 6_000));
    expect(events).toEqual([
      { atMs: 6_000, kind: 'priorityChanged', priority: 'P1' },
      { atMs: 6_000, kind: 'tierChanged', tier: 'gold' },
      { atMs: 6_000, kind: 'assigned', ...assignment },
      { atMs: 6_000, kind: 'edited', facts: { title: 'Backup failed twice' } },
    ]);
    expect(foldTicket([...known, ...events])).toMatchObject({ ...assignment, priority: 'P1', tier: 'gold' });
  });

  it('a priority that is no longer told is kept', () => {
    expect(added(known, snapshot([opened({ priority: null }), at(2_000, 'responded')], 6_000))).toEqual([]);
  });

  it('ends what has ended, with its own instant', () => {
    expect(added(known, snapshot([opened(), at(2_000, 'responded'), at(5_000, 'resolved')], 6_000))).toEqual([
      at(5_000, 'resolved'),
    ]);
  });

  it('resumes what waits no longer, at the instant of the snapshot', () => {
    const events = added([...known, at(3_000, 'paused')], snapshot([opened(), at(2_000, 'responded')], 6_000));
    expect(events).toEqual([at(6_000, 'resumed')]);
  });

  it('reopens what is open again: at the instant told, or else of the snapshot', () => {
    const ended = [...known, at(3_000, 'resolved')];
    expect(added(ended, snapshot([opened(), at(2_000, 'responded')], 6_000))).toEqual([at(6_000, 'reopened')]);
    const toldWhen = snapshot([opened(), at(2_000, 'responded'), at(5_000, 'reopened')], 6_000);
    expect(added(ended, toldWhen)).toEqual([at(5_000, 'reopened')]);
  });

  it('takes an end and a reopening that both happened since, and what came after', () => {
    const life = [opened(), at(2_000, 'responded'), at(3_000, 'resolved'), at(4_000, 'reopened'), at(5_000, 'paused')];
    const events = added(known, snapshot(life, 6_000));
    expect(events).toEqual(life.slice(2));
    expect(foldTicket([...known, ...events])?.state).toBe('waitingCustomer');
    expect(added([...known, ...events], snapshot(life, 6_000))).toEqual([]);
  });

  it('reopens before the wait that is told, where nothing tells when', () => {
    const ended = [...known, at(3_000, 'resolved')];
    const waits = snapshot([opened(), at(2_000, 'responded'), at(4_000, 'paused')], 6_000);
    const events = added(ended, waits);
    expect(events).toEqual([at(4_000, 'reopened'), at(4_000, 'paused')]);
    expect(foldTicket([...ended, ...events])?.state).toBe('waitingCustomer');
  });

  it('adds each comment once', () => {
    const comment: TicketEvent = { atMs: 4_000, kind: 'commented', author: null, isPublic: true, text: 'Any news?' };
    const one = snapshot([opened(), at(2_000, 'responded'), comment], 6_000);
    expect(added(known, one)).toEqual([comment]);
    expect(added([...known, comment], one)).toEqual([]);
  });
});
