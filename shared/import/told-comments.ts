import type { TicketEvent } from '../ticket/ticket-event.ts';
import type { InstantMs } from '../time/instant.ts';

/** A comment with what is needed to tell whether it answers the customer. */
export type ToldComment = {
  readonly atMs: InstantMs;
  readonly author: string | null;
  readonly isPublic: boolean;
  /** Written on our side. An automatic answer cannot be told from a person's. */
  readonly isOurs: boolean;
  readonly text: string;
};

export const commentEvents = (comments: readonly ToldComment[]): TicketEvent[] =>
  comments.map(({ atMs, author, isPublic, text }) => ({ atMs, kind: 'commented', author, isPublic, text }));

/** When the customer first had an answer: our first public comment after the opening, whose own text is the first comment. */
export const firstAnswerMs = (comments: readonly ToldComment[], openedMs: InstantMs): InstantMs | null => {
  const answers = comments.filter((comment) => comment.isOurs && comment.isPublic && comment.atMs > openedMs);
  return answers.length === 0 ? null : Math.min(...answers.map((comment) => comment.atMs));
};
