import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { eventText, eventWords } from '../../../renderer/features/ticket/event-words.ts';
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
      'En attente du fournisseur\u202f; le décompte continue',
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
    ['commented', { author: 'Ada', isPublic: true, text: 'hello' }, 'Message of Ada', 'Message de Ada'],
    ['commented', { author: null, isPublic: false, text: 'hello' }, 'Internal note', 'Note interne'],
  ] as const)('%s %o', (kind, payload, english, french) => {
    expect(eventWords(en, event(kind, payload))).toBe(english);
    expect(eventWords(fr, event(kind, payload))).toBe(french);
  });

  it.each(['responded', 'paused', 'resumed', 'activated', 'resolved', 'reopened', 'closed'] as const)('%s', (kind) => {
    expect(eventWords(en, event(kind))).not.toContain('event.');
    expect(eventWords(fr, event(kind))).not.toBe(eventWords(en, event(kind)));
  });

  it('of a kind from a later version keeps its name', () => expect(eventWords(en, event('signed'))).toBe('signed'));
});

it('shows the words of people and nothing else', () => {
  expect(eventText(event('commented', { text: '<b>hi</b>' }))).toBe('<b>hi</b>');
  expect(eventText(event('paused', { reason: 'browser trace' }))).toBe('browser trace');
  expect(eventText(event('assigned', { text: 'no' }))).toBeNull();
});
