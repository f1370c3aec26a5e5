import sample from '../../../resources/sample/sample-tickets.json';
import { sampleFile, toTicketEvent } from './sample-file.ts';
import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import { SECOND_MS, type InstantMs } from '../../../shared/time/instant.ts';

/**
 * The sample tickets as if the present were their anchor: the same number of minutes is left on each day-and-night clock at any time of
 * the week. Instants are whole seconds.
 */
export const sampleTickets = (nowMs: InstantMs): ImportedTicket[] => {
  const anchorMs = Math.floor(nowMs / SECOND_MS) * SECOND_MS;
  return sampleFile.parse(sample).tickets.map(({ inMs, events, ...opening }, i) => ({
    source: 'sample',
    reference: opening.reference,
    events: [
      { ...opening, atMs: anchorMs + inMs, kind: 'opened', source: 'sample' },
      ...events.map((event) => toTicketEvent(event, anchorMs)),
    ],
    coverage: 'history',
    asOfMs: anchorMs,
    file: 'sample-tickets.json',
    line: i + 1,
  }));
};
