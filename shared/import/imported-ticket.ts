import type { Source } from '../ticket/ticket.ts';
import type { TicketEvent } from '../ticket/ticket-event.ts';
import type { InstantMs } from '../time/instant.ts';

/** One ticket as an export tells it, before it is compared with what Vigie already knows. */
export type ImportedTicket = {
  readonly source: Source;
  readonly reference: string;
  /** `opened` first, the rest by instant. */
  readonly events: readonly TicketEvent[];
  /**
   * `history`: the export tells all that happened, each event with its instant. `snapshot`: it tells how the ticket stands, so what
   * differs from the last import happened at `asOfMs`.
   */
  readonly coverage: 'history' | 'snapshot';
  /** For a snapshot: when the ticket was last updated. */
  readonly asOfMs: InstantMs;
  /** Where its first row stands, for messages. */
  readonly file: string;
  readonly line: number;
};

/** Something about one line. Lines count from 1, with the header; for JSON, `line` is the record's position from 1. */
export type LineIssue = { readonly file: string; readonly line: number; readonly reason: string };
