import type { QueueRow, TicketDetail } from '../../../../shared/ipc/schemas.ts';
import type { TicketCommand } from '../../../../shared/ticket/command.ts';
import type { InstantMs } from '../../../../shared/time/instant.ts';
import type { Form } from '../../../state/desk-store.ts';

/** What stands in the fields of a form, by name: also what its draft keeps. */
export type Values = Readonly<Record<string, string>>;

/** By field: the key of the message that says what is wrong with it. */
export type Problems = Readonly<Record<string, string>>;

export type Compiled =
  | { readonly kind: 'ready'; readonly commands: readonly TicketCommand[] }
  | { readonly kind: 'incomplete'; readonly problems: Problems };

/** What every form gets. `detail` is null for several tickets, and until one ticket's is there. */
export type FormProps = {
  readonly form: Form;
  readonly tickets: readonly QueueRow[];
  readonly detail: TicketDetail | null;
  /**
   * Does the commands; gives whether they were done, also where the form has gone meanwhile. `again` submits once more what the form says
   * by then.
   */
  readonly onSubmit: (commands: readonly TicketCommand[], again: () => void) => Promise<boolean>;
  readonly onCancel: () => void;
  /** Why the last submission was refused; null where it was not. */
  readonly error: unknown;
};

export const ready = (...commands: readonly TicketCommand[]): Compiled => ({ kind: 'ready', commands });

export const textIn = (values: Values, name: string): string => (values[name] ?? '').trim();

/** The text of a field that may stay empty. */
export const optionalIn = (values: Values, name: string): string | null => textIn(values, name) || null;

/** The field that holds the instant which was read from a field of moments: it is that of the typing, so `-5m` stays where it was. */
export const instantField = (name: string): string => `${name}Ms`;

/**
 * What differs from the blank form, for its draft: all else is read from the ticket when the draft is taken up again. A moment and its
 * instant belong together.
 */
export const changedValues = (values: Values, blank: Values): Values => {
  const isChanged = (name: string): boolean => (values[name] ?? '') !== (blank[name] ?? '');
  const names = Object.keys({ ...blank, ...values });
  const changed = names.filter(
    (name) => isChanged(name) || isChanged(instantField(name)) || (name.endsWith('Ms') && isChanged(name.slice(0, -2))),
  );
  return Object.fromEntries(changed.map((name) => [name, values[name] ?? '']));
};

/** The instant of a field of moments; null where nothing was typed. Call it only once `problemsIn` found no problem. */
export const instantIn = (values: Values, name: string): InstantMs | null => {
  const ms = Number(textIn(values, name) === '' ? NaN : values[instantField(name)]);
  return Number.isFinite(ms) ? ms : null;
};

/** When something happened, for a command: absent where it is now. */
export const atIn = (values: Values): { readonly atMs?: InstantMs } => {
  const atMs = instantIn(values, 'at');
  return atMs === null ? {} : { atMs };
};

type Rules = { readonly needed?: readonly string[]; readonly moments?: readonly string[] };

/** What is wrong with a form: needed fields that are empty, and moments that were not understood. */
export const problemsIn = (values: Values, { needed = [], moments = [] }: Rules): Problems => ({
  ...Object.fromEntries(
    needed.filter((name) => textIn(values, name) === '').map((name) => [name, 'form.problem.needed']),
  ),
  ...Object.fromEntries(
    moments
      .filter((name) => textIn(values, name) !== '' && instantIn(values, name) === null)
      .map((name) => [name, 'form.problem.moment']),
  ),
});

/** The commands of a form, or what is wrong with it. */
export const compiled = (problems: Problems, commands: () => readonly TicketCommand[]): Compiled =>
  Object.keys(problems).length > 0 ? { kind: 'incomplete', problems } : ready(...commands());
