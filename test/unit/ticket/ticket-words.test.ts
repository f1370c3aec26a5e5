import { describe, expect, it } from 'vitest';
import { bodyOf, textsOf } from '../../../shared/ticket/ticket-words.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { fold, opening } from './commands/desk.ts';

const at = { atMs: opening().atMs + 1 };
const ref = { ticketId: 2, reference: 'VIG-2' };

describe('what people wrote in an event', () => {
  it.each([
    [
      ['La ligne est coupée', 'the board asked'],
      opening({ description: 'La ligne est coupée', priorityReason: 'the board asked' }),
    ],
    [[], opening()],
    [['Your VPN', 'we are on it'], { ...at, kind: 'responded', by: 'mail', subject: 'Your VPN', text: 'we are on it' }],
    [[], { ...at, kind: 'responded' }],
    [['logs asked'], { ...at, kind: 'paused', reason: 'logs asked' }],
    [['here they are'], { ...at, kind: 'resumed', text: 'here they are' }],
    [[], { ...at, kind: 'resumed', text: null }],
    [['part ordered'], { ...at, kind: 'awaited', waitedFor: 'vendor', reason: 'part ordered' }],
    [['renewed'], { ...at, kind: 'resolved', text: 'renewed' }],
    [['again'], { ...at, kind: 'reopened', reason: 'again' }],
    [['down for all'], { ...at, kind: 'priorityChanged', priority: 'P1', reason: 'down for all' }],
    [['seen before'], { ...at, kind: 'commented', author: null, isPublic: false, text: 'seen before' }],
    [
      ['network', 'restart', 'trace.pcap', 'capture'],
      {
        ...{ ...at, kind: 'escalated', from: 'L1', to: 'L2' },
        ...{ why: 'network', tried: 'restart', evidence: 'trace.pcap', nextStep: 'capture' },
      },
    ],
    [['nothing tried'], { ...at, kind: 'escalationReturned', reason: 'nothing tried' }],
    [['architecture'], { ...at, kind: 'expertiseEngaged', why: 'architecture' }],
    [['call'], { ...at, kind: 'timeSpent', startedAtMs: 1, spentMs: 1, note: 'call' }],
    [[], { ...at, kind: 'timeSpent', startedAtMs: 1, spentMs: 1, note: null }],
    [[], { ...at, kind: 'tagged', added: ['vpn'], removed: [] }],
    [[], { ...at, kind: 'linked', ...ref }],
    [[], { ...at, kind: 'activated' }],
  ] satisfies [string[], TicketEvent][])('%j', (texts, event) => {
    expect(textsOf(event)).toEqual(texts);
  });
});

describe('what a search finds a ticket by', () => {
  it('is everything that its row does not show: tags, owner, requester, address and what was written', () => {
    const events: TicketEvent[] = [
      opening({ requester: 'Mme Roy', contact: 'roy@nordlys.example', description: 'coupée' }),
      { ...at, kind: 'tagged', added: ['vpn'], removed: [] },
      { ...at, kind: 'commented', author: 'ada', isPublic: false, text: 'seen before' },
    ];
    expect(bodyOf(fold(events), events).split('\n')).toEqual([
      'vpn',
      'cy',
      'Mme Roy',
      'roy@nordlys.example',
      'coupée',
      'seen before',
    ]);
  });
});
