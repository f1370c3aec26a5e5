import { describe, expect, it } from 'vitest';
import { askProblems, emptyAsk, readEdge, toAskOrder } from '../../../renderer/features/coaching/form/ask-draft.ts';
import { readAttendee } from '../../../renderer/features/coaching/form/read-attendee.ts';
import { readSlot, slotTexts, stepSlot } from '../../../renderer/features/coaching/form/read-slot.ts';
import { differing, ofCustomer, restoreDraft } from '../../../renderer/features/coaching/form/restore-draft.ts';
import { emptyDraft, withTemplate, type SessionDraft } from '../../../renderer/features/coaching/form/session-draft.ts';
import {
  beforeChange,
  isElsewhere,
  problemsOf,
  readLink,
  toChange,
  toPlanOrder,
  toProposal,
} from '../../../renderer/features/coaching/form/session-order.ts';
import { standingOf } from '../../../renderer/features/coaching/form/standing.ts';
import { mayAct, nextAct, SESSION_ACTS } from '../../../renderer/features/coaching/session-acts.ts';
import type { SessionState } from '../../../shared/coaching/session.ts';
import type { SessionRow } from '../../../shared/ipc/coaching-schemas.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time/instant.ts';
import { rules } from '../sla/tell.ts';

const { zone } = rules;
/** A Monday. */
const nowMs = Date.parse('2026-11-23T09:00:00+01:00');
const context = { nowMs, zone };
const at = (iso: string): number => Date.parse(iso);
const read = (day: string, start: string, end: string) => readSlot({ day, start, end }, context);

describe('when a session is to be held', () => {
  it('is a day, a time, and an end or a length', () => {
    const thursday = { kind: 'slot', startMs: at('2026-11-26T14:00+01:00'), endMs: at('2026-11-26T15:30+01:00') };
    expect(read('thu', '14:00', '15:30')).toEqual(thursday);
    expect(read('jeu', '14h', '15h30')).toEqual(thursday);
    expect(read('26/11', '14:00', '+1h30')).toEqual(thursday);
    expect(read('2026-11-26', '14:00', '90')).toEqual(thursday);
    expect(read('tomorrow', '9:00', '+45')).toMatchObject({ startMs: at('2026-11-24T09:00+01:00') });
  });

  it('is missing what nobody typed, and wrong where it is', () => {
    expect(read('', '', '')).toEqual({ kind: 'incomplete', field: 'day' });
    expect(read('thu', '', '')).toEqual({ kind: 'incomplete', field: 'start' });
    expect(read('thu', '14:00', '')).toEqual({ kind: 'incomplete', field: 'end' });
    expect(read('xyz', '14:00', '15:00')).toEqual({ kind: 'fault', field: 'day', fault: 'unreadable' });
    expect(read('thu', '25:00', '15:00')).toEqual({ kind: 'fault', field: 'start', fault: 'unreadable' });
    expect(read('thu', '14:00', 'x')).toEqual({ kind: 'fault', field: 'end', fault: 'unreadable' });
    expect(read('thu', '14:00', '13:00')).toEqual({ kind: 'fault', field: 'end', fault: 'endsBeforeStart' });
    expect(read('thu', '7:00', '19:30')).toEqual({ kind: 'fault', field: 'end', fault: 'tooLong' });
    expect(read('20/11/2026', '9:00', '10:00')).toEqual({ kind: 'fault', field: 'day', fault: 'past' });
  });

  it('may have begun, and still be planned until it ends', () => {
    expect(read('today', '8:30', '9:30')).toMatchObject({ kind: 'slot', startMs: nowMs - 30 * MINUTE_MS });
  });

  it('is written as it is read, over the change of the clock too', () => {
    const slot = { startMs: at('2027-03-27T10:00+01:00'), endMs: at('2027-03-27T11:00+01:00') };
    const texts = slotTexts(zone, slot);
    expect(texts).toEqual({ day: '27/03/2027', start: '10:00', end: '11:00' });
    expect(readSlot(texts, context)).toEqual({ kind: 'slot', ...slot });
    const next = stepSlot(zone, slot, 'day', 1);
    expect(next).toEqual({ startMs: at('2027-03-28T10:00+02:00'), endMs: at('2027-03-28T11:00+02:00') });
  });

  it.each([
    ['to midnight', '2026-11-26T22:00+01:00', '2026-11-27T00:00+01:00', '+120'],
    ['over midnight', '2026-11-26T23:00+01:00', '2026-11-27T01:00+01:00', '+120'],
    ['into the hour that comes twice', '2027-10-31T01:30+02:00', '2027-10-31T02:30+01:00', '+120'],
  ])('%s has its length for an end', (_what, start, end, text) => {
    const slot = { startMs: at(start), endMs: at(end) };
    expect(slotTexts(zone, slot).end).toBe(text);
    expect(readSlot(slotTexts(zone, slot), context)).toEqual({ kind: 'slot', ...slot });
  });

  it('is the time that the form began with until another is typed', () => {
    const span = { startMs: at('2027-10-31T02:15+01:00'), endMs: at('2027-10-31T02:45+01:00') };
    const typed = slotTexts(zone, span);
    const begun = { typed, span };
    expect(readSlot(typed, { ...context, begun })).toEqual({ kind: 'slot', ...span });
    expect(readSlot({ ...typed, start: '3:15' }, { ...context, begun })).toMatchObject({
      startMs: at('2027-10-31T03:15+01:00'),
    });
    expect(readSlot(typed, { zone, nowMs: span.endMs, begun })).toMatchObject({ fault: 'past' });
  });

  it('goes by quarters of an hour, and never to nothing', () => {
    const slot = { startMs: nowMs, endMs: nowMs + 15 * MINUTE_MS };
    expect(stepSlot(zone, slot, 'start', 1)).toEqual({
      startMs: nowMs + 15 * MINUTE_MS,
      endMs: nowMs + 30 * MINUTE_MS,
    });
    expect(stepSlot(zone, slot, 'end', -1)).toEqual(slot);
  });
});

describe('who takes part', () => {
  it.each([
    ['Jeanne Roux <jeanne@roux.example>', { name: 'Jeanne Roux', email: 'jeanne@roux.example' }],
    ['jeanne@roux.example', { name: 'jeanne@roux.example', email: 'jeanne@roux.example' }],
    ['Jeanne Roux', { name: 'Jeanne Roux', email: null }],
    ['Jeanne jeanne@roux', { name: 'Jeanne jeanne@roux', email: null }],
    ['  ', null],
  ])('%s', (text, attendee) => expect(readAttendee(text)).toEqual(attendee));
});

const draft: SessionDraft = {
  ...emptyDraft('discovery', 'fr'),
  ...{ customer: { id: 7, name: 'Nordlys', tier: 'gold' }, customerText: 'Nordlys', expert: 'Eva' },
  ...{ day: '26/11', start: '14:00', end: '15:00' },
};
const problems = (change: Partial<SessionDraft>) => {
  const changed = { ...draft, ...change };
  return problemsOf(changed, readSlot(changed, context), context, true);
};

describe('a new session', () => {
  it('takes the template of another kind or language, unless somebody wrote over it', () => {
    expect(withTemplate(draft, { language: 'en' }).checklist).toContain('Access to the portal');
    expect(withTemplate(draft, { assignment: 'report' }).objectives).toContain('rapport détaillé');
    const written = { ...draft, objectives: 'Own words' };
    expect(withTemplate(written, { assignment: 'report' })).toMatchObject({ objectives: 'Own words' });
    expect(withTemplate(written, { assignment: 'report' }).checklist).not.toBe(draft.checklist);
  });

  it('says what keeps it from being saved, in the order of the form', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ customer: null, expert: '', day: '' })).toEqual(['customer', 'expert', 'slot']);
    expect(problems({ everyWeeks: 1, count: '1' })).toEqual(['count']);
    expect(problems({ everyWeeks: 1, count: '', until: '' })).toEqual(['count']);
    expect(problems({ everyWeeks: 1, count: '', until: 'never' })).toEqual(['until']);
    expect(problems({ link: 'ftp://files.example' })).toEqual(['link']);
    expect(problems({ ticketText: 'CAV-1' })).toEqual(['ticket']);
    expect(problems({ objectives: 'x'.repeat(401) })).toEqual(['objectives']);
  });

  it('becomes an order, a series where it recurs', () => {
    const order = toPlanOrder(
      { ...draft, attendeeText: 'Jeanne', link: 'meet.example/a', everyWeeks: 2, until: '31/12' },
      context,
      {
        ...{ askedId: null, skipsBlocked: true, acceptsWarnings: false, known: [] },
      },
    );
    expect(order).toMatchObject({
      ...{ customerId: 7, expert: 'Eva', startMs: at('2026-11-26T14:00+01:00'), endMs: at('2026-11-26T15:00+01:00') },
      attendees: [{ name: 'Jeanne', email: null }],
      link: 'https://meet.example/a',
      recurrence: { everyWeeks: 2, count: 4, untilMs: at('2026-12-31T23:59:59.999+01:00') },
      skipsBlocked: true,
    });
    expect(toProposal({ ...draft, expert: '' }, context, null)).toBeNull();
    expect(readLink('https://x.example')).toBe('https://x.example');
  });

  it('may come back from a draft of another version, with what fits', () => {
    expect(restoreDraft({ ...draft, note: 'kept', day: 5, gone: 1 }, draft)).toEqual({ ...draft, note: 'kept' });
    expect(differing(draft, { ...draft, note: 'kept' })).toEqual({ note: 'kept' });
    expect(restoreDraft({ note: 'kept' }, { ...draft, place: 'Room 2' })).toMatchObject({
      note: 'kept',
      place: 'Room 2',
    });
    expect(restoreDraft({ ...draft }, draft)).toBeNull();
    expect(restoreDraft('no', draft)).toBeNull();
  });
});

const row: SessionRow = {
  ...{ id: 'a', customerId: 7, customer: 'Nordlys', expert: 'Eva', state: 'confirmed', assignment: 'discovery' },
  ...{ startMs: at('2026-11-26T14:00+01:00'), endMs: at('2026-11-26T15:00+01:00'), seriesId: null, version: 2 },
};
const page: Parameters<typeof toChange>[1] = {
  ...{ row, language: 'fr', attendees: [], place: null, link: null, ticket: null, note: null },
  objectives: draft.objectives.split('\n'),
  checklist: draft.checklist.split('\n').map((text, i) => ({ text, isDone: i === 0 })),
};

describe('a session that is changed', () => {
  it('sends what was changed and nothing else; ticks stay', () => {
    expect(toChange(draft, page, context)).toEqual({});
    expect(toChange({ ...draft, note: 'Bring plans' }, page, context)).toEqual({ note: 'Bring plans' });
    const [first = ''] = draft.checklist.split('\n');
    expect(toChange({ ...draft, checklist: `${first}\nNew` }, page, context)).toEqual({
      checklist: [
        { text: first, isDone: true },
        { text: 'New', isDone: false },
      ],
    });
  });

  it('sends no time where only a note was written, in the hour that comes twice either', () => {
    const span = { startMs: at('2027-10-31T02:15+01:00'), endMs: at('2027-10-31T02:45+01:00') };
    const typed = slotTexts(zone, span);
    const late = { ...page, row: { ...row, ...span } };
    const begun = { ...context, begun: { typed, span } };
    expect(toChange({ ...draft, ...typed, note: 'Bring plans' }, late, begun)).toEqual({ note: 'Bring plans' });
    expect(toProposal({ ...draft, ...typed }, begun, { id: 'a', scope: 'this' })).toMatchObject(span);
  });

  it('sends another end alone, and with another start both', () => {
    expect(toChange({ ...draft, end: '15:30' }, page, context)).toEqual({ endMs: at('2026-11-26T15:30+01:00') });
    expect(toChange({ ...draft, start: '14:30' }, page, context)).toEqual({
      ...{ startMs: at('2026-11-26T14:30+01:00'), endMs: row.endMs },
    });
  });

  it('is elsewhere with another time, expert or kind', () => {
    const moved = toChange({ ...draft, start: '15:00', end: '+60' }, page, context);
    expect(moved).toEqual({
      startMs: row.startMs === null ? 0 : row.startMs + HOUR_MS,
      endMs: nowMs + 3 * DAY_MS + 7 * HOUR_MS,
    });
    expect(isElsewhere(moved)).toBe(true);
    expect(isElsewhere(toChange({ ...draft, expert: 'Noa' }, page, context))).toBe(true);
    expect(isElsewhere(toChange({ ...draft, assignment: 'advice' }, page, context))).toBe(true);
    expect(isElsewhere(toChange({ ...draft, place: 'Room 2' }, page, context))).toBe(false);
  });
});

describe('a change that is taken back', () => {
  it('sends what was before, and nothing else', () => {
    const moved = toChange({ ...draft, start: '15:00', end: '+60', note: 'Late' }, page, context);
    expect(beforeChange(moved, page)).toEqual({ startMs: row.startMs, endMs: row.endMs, note: null });
    expect(beforeChange({ expert: 'Noa', assignment: 'advice' }, page)).toEqual({
      expert: 'Eva',
      assignment: 'discovery',
    });
  });
});

describe('a wish', () => {
  const ask = { ...emptyAsk('fr'), customer: draft.customer };

  it('lasts to the end of a day of 25 hours, and a series too', () => {
    const lastDay = '31/10/2027';
    expect(readEdge(lastDay, 'until', context)).toBe(at('2027-10-31T23:59+01:00'));
    const order = toProposal({ ...draft, everyWeeks: 1, count: '', until: lastDay }, context, null);
    expect(order?.recurrence?.untilMs).toBe(at('2027-11-01T00:00+01:00') - 1);
  });

  it('is dropped where the form is opened for one customer and it names another', () => {
    const whose = { customer: { id: 12 } };
    expect(ofCustomer({ note: 'a' }, whose)).toEqual({ note: 'a' });
    expect(ofCustomer({ customer: { id: 12 }, note: 'a' }, whose)).toMatchObject({ note: 'a' });
    expect(ofCustomer({ customer: { id: 15 }, note: 'a' }, whose)).toBeNull();
    expect(ofCustomer({ customer: null, note: 'a' }, whose)).toBeNull();
    expect(ofCustomer({ customer: { id: 15 } }, { customer: null })).toEqual({ customer: { id: 15 } });
  });

  it('counts a day whole, and today from now', () => {
    expect(readEdge('26/11', 'from', context)).toBe(at('2026-11-26T00:00+01:00'));
    expect(readEdge('26/11', 'until', context)).toBe(at('2026-11-26T23:59+01:00'));
    expect(readEdge('today', 'from', context)).toBe(nowMs);
    expect(readEdge('thu 14:00', 'from', context)).toBe(at('2026-11-26T14:00+01:00'));
    expect(readEdge('', 'from', context)).toBeNull();
    expect(readEdge('1/11/2026', 'until', context)).toBeUndefined();
    expect(readEdge('whenever', 'from', context)).toBeUndefined();
  });

  it('is refused where the session does not fit into it', () => {
    expect(askProblems(ask, context)).toEqual([]);
    expect(askProblems({ ...ask, duration: '3' }, context)).toEqual(['duration']);
    expect(askProblems({ ...ask, from: 'thu 14:00', until: 'thu 14:30' }, context)).toEqual(['until']);
    expect(askProblems({ ...ask, customer: null }, context)).toEqual(['customer']);
    expect(toAskOrder({ ...ask, until: 'fri', note: ' ' }, context)).toMatchObject({
      ...{ customerId: 7, expert: null, durationMin: 60, fromMs: null, note: null },
      untilMs: at('2026-11-27T23:59+01:00'),
    });
  });
});

describe('how a series stands', () => {
  const one = (isBlocked: boolean, isWarned: boolean) => ({
    ...{ startMs: nowMs, endMs: nowMs + HOUR_MS, isBlocked },
    conflicts: isWarned ? [{ severity: 'warns', kind: 'outsideHours' } as const] : [],
  });

  it('tells what is blocked, and whether what is left is warned of', () => {
    expect(standingOf({ occurrences: [one(false, false)] })).toMatchObject({ blocked: 'none', isWarned: false });
    expect(standingOf({ occurrences: [one(true, true), one(false, false)] })).toEqual({
      ...{ blocked: 'some', blockedCount: 1, isWarned: false },
    });
    expect(standingOf({ occurrences: [one(true, false)] })).toMatchObject({ blocked: 'all' });
    expect(standingOf({ occurrences: [one(false, true)] })).toMatchObject({ isWarned: true });
  });
});

describe('what can be done', () => {
  const inState = (state: SessionState, startMs: number | null = nowMs + HOUR_MS) => ({
    row: { ...row, state, startMs },
  });
  const acts = (of: { row: SessionRow }, role: 'agent' | 'expert' | 'lead' = 'lead') =>
    SESSION_ACTS.filter((act) => mayAct(act, of, role, nowMs));

  it('goes by the state, the time and the role', () => {
    expect(acts(inState('asked', null))).toEqual(['plan', 'edit', 'callOff']);
    expect(acts(inState('planned'), 'expert')).toEqual([
      'confirm',
      'edit',
      'report',
      'invitation',
      'export',
      'callOff',
    ]);
    expect(acts(inState('confirmed', nowMs - HOUR_MS))).toContain('finish');
    expect(acts(inState('confirmed', nowMs - HOUR_MS))).toContain('noShow');
    expect(acts(inState('cancelled'))).toEqual([]);
    expect(acts(inState('done'), 'agent')).toEqual(['export']);
    expect(acts(inState('planned'), 'agent')).toEqual(['invitation', 'export']);
  });

  it('has one that comes next', () => {
    expect(nextAct(inState('asked', null), 'lead', nowMs)).toBe('plan');
    expect(nextAct(inState('planned'), 'lead', nowMs)).toBe('confirm');
    expect(nextAct(inState('planned', nowMs - HOUR_MS), 'lead', nowMs)).toBe('finish');
    expect(nextAct(inState('planned'), 'agent', nowMs)).toBeNull();
  });
});
