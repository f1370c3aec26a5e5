import { describe, expect, it } from 'vitest';
import { alarmWords, countWords } from '../../../electron/shell/alarm-words.ts';
import { DEFAULT_PREFERENCES, withDefaults } from '../../../electron/shell/default-preferences.ts';
import { preferences } from '../../../shared/ipc/contract.ts';
import type { Alarm, Alarmed } from '../../../shared/ipc/watch-schemas.ts';
import { countByKind } from '../../../shared/watch/alarm.ts';

const alarm = (id: number, change: Partial<Alarm> = {}): Alarm => ({
  ...{
    id,
    kind: 'breached',
    ticketId: id,
    reference: `VIG-${id}`,
    title: 'Panne',
    customer: 'Nordlys',
    priority: 'P1',
  },
  ...{ dueAtMs: 0, toldAtMs: 0, snoozedUntilMs: null, isSeen: false, isOver: false },
  ...change,
});
const told = (...alarms: Alarm[]): Alarmed => ({
  ...{
    alarms,
    total: alarms.length,
    ids: alarms.map(({ id }) => id),
    counts: countByKind(alarms),
  },
});

describe('the words of a notification', () => {
  it('name the ticket of one alarm', () => {
    expect(alarmWords(told(alarm(7)), 'en')).toEqual({ title: 'VIG-7 is breached', body: 'P1 · Nordlys · Panne' });
    expect(alarmWords(told(alarm(7, { kind: 'remind', priority: null })), 'fr')).toEqual({
      title: 'Rappel promis\u00a0: VIG-7',
      body: 'Nordlys · Panne',
    });
  });

  it('take the title of a ticket as it is, braces and all', () =>
    expect(alarmWords(told(alarm(7, { reference: '{title}', title: '{reference}' })), 'en')).toEqual({
      title: '{title} is breached',
      body: 'P1 · Nordlys · {reference}',
    }));

  it('count several, and name the first three', () => {
    const digest = told(alarm(1), alarm(2), alarm(3, { kind: 'atRisk' }), alarm(4, { kind: 'atRisk' }), alarm(5));
    expect(alarmWords(digest, 'en')).toEqual({
      title: '3 breached, 2 at risk',
      body: 'VIG-1 · Nordlys · Panne\nVIG-2 · Nordlys · Panne\nVIG-3 · Nordlys · Panne\nand 2 more',
    });
    expect(alarmWords(digest, 'fr').body).toContain('et 2 autres');
  });

  it('count as each language does, and nothing where nothing is', () => {
    expect(countWords({ breached: 1, wakeUp: 1, remind: 2 }, 'en')).toBe('1 breached, 1 wait over, 2 call-backs');
    expect(countWords({ breached: 1, wakeUp: 2 }, 'fr')).toBe('1 dépassé, 2 attentes finies');
    expect(countWords({ breached: 0 }, 'fr')).toBe('');
  });
});

describe('preferences of an older Vigie', () => {
  it('load, with the defaults of what they do not know', () => {
    const old = { language: 'fr', theme: 'dark', me: { name: 'Ada', role: 'lead', level: 'L2' } };
    expect(preferences.parse(withDefaults(old))).toEqual({ ...DEFAULT_PREFERENCES, ...old });
    const part = preferences.parse(withDefaults({ ...old, watch: { quietFrom: '22:00' } }));
    expect(part.watch).toEqual({ ...DEFAULT_PREFERENCES.watch, quietFrom: '22:00' });
  });

  it('that are no preferences are left to be refused', () => {
    expect(preferences.safeParse(withDefaults('x')).success).toBe(false);
    expect(preferences.safeParse(withDefaults({ watch: 3 })).success).toBe(true);
  });
});
