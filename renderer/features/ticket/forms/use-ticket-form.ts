import { useEffect, useRef, useState } from 'react';
import type { TicketCommand } from '../../../../shared/ticket/command.ts';
import type { InstantMs } from '../../../../shared/time/instant.ts';
import { forgetDraft, knownDraft, loadDraft, saveDraft, type StoredDraft } from './drafts.ts';
import { changedValues, type Compiled, type FormProps, type Problems, type Values } from './form-model.ts';

type Setup = {
  /** What stands in the fields where there is no draft. */
  readonly initial: () => Values;
  readonly compile: (values: Values) => Compiled;
};

export type TicketForm = Pick<FormProps, 'form' | 'tickets' | 'detail' | 'error'> & {
  readonly values: Values;
  readonly problems: Problems;
  /** When the draft that was restored had been saved; null where there was none. */
  readonly restoredAtMs: InstantMs | null;
  readonly change: (changes: Values) => void;
  /** Checks the fields and hands the commands over; `before` does what must have worked first, and gives whether it did. */
  readonly submit: (before?: () => Promise<boolean>) => Promise<void>;
  /** The commands of the fields as they are; null where something is wrong with these. */
  readonly commands: () => readonly TicketCommand[] | null;
  /** Hands other commands over than those of the fields. */
  readonly send: (commands: readonly TicketCommand[]) => Promise<void>;
  readonly cancel: () => void;
  readonly discardDraft: () => void;
};

const keyOf = ({ form, tickets }: FormProps): string =>
  `${form}:${tickets.length === 1 ? String(tickets[0]?.id) : 'several'}`;

/**
 * The state of a form and its draft. What is typed is kept until it was done or thrown away, wherever the form goes meanwhile; one
 * submission is under way at a time.
 */
export const useTicketForm = (props: FormProps, { initial, compile }: Setup): TicketForm => {
  const { form, tickets, detail, error, onSubmit, onCancel } = props;
  const [key] = useState(() => keyOf(props));
  const [blank] = useState(initial);
  const [draft, setDraft] = useState<StoredDraft | null>(() => knownDraft(key) ?? null);
  const [values, setValues] = useState<Values>(() => ({ ...blank, ...draft?.values }));
  const [problems, setProblems] = useState<Problems>({});
  const current = useRef(values);
  const isTouched = useRef(false);
  const isUnderWay = useRef(false);

  const put = (next: Values): void => {
    current.current = next;
    setValues(next);
  };

  // Drafts are usually known before any form opens; where they are not, they come in a moment.
  useEffect(() => {
    if (knownDraft(key) !== undefined) return;
    loadDraft(key).then(
      (found) => {
        if (found === null || isTouched.current) return;
        const restored = { ...blank, ...found.values };
        current.current = restored;
        setDraft(found);
        setValues(restored);
      },
      () => undefined,
    );
  }, [key, blank]);

  const change = (changes: Values): void => {
    isTouched.current = true;
    put({ ...current.current, ...changes });
    const typed = changedValues(current.current, blank);
    if (Object.keys(typed).length === 0) forgetDraft(key);
    else saveDraft(key, typed);
    setProblems((shown) => Object.fromEntries(Object.entries(shown).filter(([name]) => !(name in changes))));
  };

  /** Nothing is sent twice: a second press while the first is under way is the same wish. */
  const once = async (attempt: () => Promise<boolean>): Promise<void> => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    const sent = current.current;
    try {
      if ((await attempt()) && current.current === sent) forgetDraft(key);
    } finally {
      isUnderWay.current = false;
    }
  };

  const send = (commands: readonly TicketCommand[]): Promise<void> =>
    once(() => onSubmit(commands, () => void send(commands)));

  const submit = async (before?: () => Promise<boolean>): Promise<void> => {
    const result = compile(current.current);
    if (result.kind === 'incomplete') {
      setProblems(result.problems);
      return;
    }
    await once(async () => {
      if (before !== undefined && !(await before())) return false;
      return onSubmit(result.commands, () => void submit());
    });
  };

  const commands = (): readonly TicketCommand[] | null => {
    const result = compile(current.current);
    return result.kind === 'ready' ? result.commands : null;
  };

  return {
    commands,
    form,
    tickets,
    detail,
    error,
    values,
    problems,
    restoredAtMs: draft?.savedAtMs ?? null,
    change,
    send,
    submit,
    cancel: onCancel,
    discardDraft: () => {
      isTouched.current = false;
      forgetDraft(key);
      setDraft(null);
      setProblems({});
      put(blank);
    },
  };
};
