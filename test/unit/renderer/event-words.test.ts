import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { eventRecord } from '../../../renderer/features/ticket/event-record.ts';
import { eventTexts } from '../../../renderer/features/ticket/event-texts.ts';
import { eventWords } from '../../../renderer/features/ticket/event-words.ts';
import { LOCALES, MESSAGES } from '../../../renderer/i18n/messages.ts';
import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';

const intlOf = (language: 'en' | 'fr') =>
  createIntl({ locale: LOCALES[language], messages: { ...MESSAGES[language] } });
const en = intlOf('en');
const fr = intlOf('fr');

const event = (kind: string, payload: TimelineEvent['payload'] = {}): TimelineEvent => ({
  id: '0',
  atMs: 0,
  recordedAtMs: 0,
  actor: 'import',
  kind,
  payload,
  voidedBy: null,
});

describe('an event in words', () => {
  it.each([
    ['opened', { priority: 'P1' }, 'Opened as P1', 'Ouvert en P1'],
    ['opened', { priority: null }, 'Opened, priority unknown', 'Ouvert, priorité inconnue'],
    [
      'openingCorrected',
      { priority: 'P2', facts: { title: 'x' } },
      'Opening corrected: priority and title',
      'Ouverture corrigée\u00a0: priorité et titre',
    ],
    [
      'awaited',
      { waitedFor: 'vendor' },
      'Waiting for the vendor; the clock runs on',
      'En attente du fournisseur\u202f; le compteur continue',
    ],
    ['priorityChanged', { priority: 'P2' }, 'Priority set to P2', 'Priorité passée à P2'],
    ['tierChanged', { tier: 'gold' }, 'Tier changed to GOLD', 'Niveau de support passé à GOLD'],
    [
      'assigned',
      { level: 'L2', group: 'Network', assignee: 'agent 04' },
      'Assigned to agent 04, Network · Level 2',
      'Attribué à agent 04, Network · Niveau 2',
    ],
    ['assigned', { level: 'L1', group: null, assignee: null }, 'Unassigned · Level 1', 'Non attribué · Niveau 1'],
    [
      'edited',
      { facts: { title: 'x', customer: 'y' } },
      'Changed: title and customer',
      'Modifié\u00a0: titre et client',
    ],
    ['responded', { by: 'call' }, 'Call with the customer', 'Appel avec le client'],
    ['escalated', { to: 'L2' }, 'Escalated: Level 2 is asked to take over', 'Escaladé\u00a0: Niveau 2 est sollicité'],
    ['linked', { reference: 'V-2' }, 'Linked with V-2', 'Lié à V-2'],
    ['timeSpent', { spentMs: 5_400_000 }, '1 h 30 spent', 'Temps passé\u00a0: 1 h 30'],
    ['commented', { author: 'Ada', isPublic: true, text: 'hello' }, 'Message of Ada', 'Message de Ada'],
    ['commented', { author: null, isPublic: false, text: 'hello' }, 'Internal note', 'Note interne'],
  ] as [string, TimelineEvent['payload'], string, string][])('%s %o', (kind, payload, english, french) => {
    expect(eventWords(en, event(kind, payload))).toBe(english);
    expect(eventWords(fr, event(kind, payload))).toBe(french);
  });

  it.each(['responded', 'paused', 'resumed', 'activated', 'resolved', 'reopened', 'closed'] as const)('%s', (kind) => {
    expect(eventWords(en, event(kind))).not.toContain('event.');
    expect(eventWords(fr, event(kind))).not.toBe(eventWords(en, event(kind)));
  });

  it('names the tags that came and went', () => {
    const tagged = event('tagged', { added: ['vpn'], removed: ['nsx'] });
    expect(eventWords(en, tagged)).toBe('Tagged vpn · Tag removed: nsx');
    expect(eventWords(fr, tagged)).toBe('Étiquettes ajoutées\u00a0: vpn · Étiquettes retirées\u00a0: nsx');
  });

  it('of a kind from a later version keeps its name', () => expect(eventWords(en, event('signed'))).toBe('signed'));
});

it('shows the words of people and nothing else', () => {
  expect(eventTexts(event('commented', { text: '<b>hi</b>' }))).toEqual([{ label: null, text: '<b>hi</b>' }]);
  expect(eventTexts(event('paused', { reason: 'browser trace' }))).toEqual([{ label: null, text: 'browser trace' }]);
  expect(eventTexts(event('assigned', { text: 'no' }))).toEqual([]);
  const escalated = event('escalated', { why: 'a', tried: 'b', evidence: null, nextStep: 'd' });
  expect(eventTexts(escalated).map(({ text }) => text)).toEqual(['a', 'b', 'd']);
});

describe('who recorded an event', () => {
  const recorded = (kind: string, payload: TimelineEvent['payload'], laterMs: number): TimelineEvent => ({
    ...event(kind, payload),
    actor: 'ada',
    recordedAtMs: laterMs,
  });
  it('is told for what was done here', () =>
    expect(eventRecord(recorded('assigned', {}, 10))).toEqual({
      recordedBy: 'ada',
      isBackDated: false,
      approvedBy: null,
    }));
  it('is told with its moment for what is back-dated', () =>
    expect(eventRecord(recorded('resumed', { text: null }, 3_600_000))).toEqual({
      recordedBy: 'ada',
      isBackDated: true,
      approvedBy: null,
    }));
  it('is not told for what an import brought', () =>
    expect(eventRecord(recorded('resumed', {}, 3_600_000))).toEqual({
      recordedBy: null,
      isBackDated: false,
      approvedBy: null,
    }));
  it('is not told twice', () => expect(eventRecord(recorded('commented', { author: 'ada' }, 0)).recordedBy).toBeNull());
});
