import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { InstantMs } from '../../../../shared/time/instant.ts';
import { forgetDraft, knownDraft, loadDraft, saveDraft, type StoredDraft } from './drafts.ts';
import type { Compiled, FormProps, Problems, Values } from './form-model.ts';

/** A pause in typing after which a draft is saved. */
const REST_MS = 400;

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
  /** Hands other commands over than those of the fields. */
  readonly send: FormProps['onSubmit'];
  readonly cancel: () => void;
  readonly discardDraft: () => void;
  /** Keeps what was typed at once. */
  readonly keepDraft: () => void;
};

const isSame = (a: Values, b: Values): boolean =>
  Object.keys({ ...a, ...b }).every((name) => (a[name] ?? '') === (b[name] ?? ''));

const keyOf = ({ form, tickets }: FormProps): string =>
  `${form}:${tickets.length === 1 ? String(tickets[0]?.id) : 'several'}`;

/**
 * The state of a form and its draft. Who shows the form ends it: one that goes away after a submission that was not refused was done, and
 * its draft is forgotten; otherwise the draft is kept.
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
  const isSent = useRef(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);

  const put = useCallback((next: Values): void => {
    current.current = next;
    setValues(next);
  }, []);

  // Drafts are usually known before any form opens; where they are not, they come in a moment.
  useEffect(() => {
    if (knownDraft(key) !== undefined) return;
    loadDraft(key).then(
      (found) => {
        if (found === null || isTouched.current) return;
        setDraft(found);
        put({ ...blank, ...found.values });
      },
      () => undefined,
    );
  }, [key, blank, put]);

  const keepDraft = useCallback((): void => {
    clearTimeout(rest.current);
    if (!isTouched.current) return;
    isTouched.current = false;
    if (isSame(current.current, blank)) forgetDraft(key);
    else saveDraft(key, current.current);
  }, [key, blank]);

  useEffect(() => {
    if (error !== null) isSent.current = false;
  }, [error]);

  useLayoutEffect(
    () => () => {
      if (isSent.current) forgetDraft(key);
      else keepDraft();
    },
    [keepDraft, key],
  );

  const change = (changes: Values): void => {
    isTouched.current = true;
    isSent.current = false;
    put({ ...current.current, ...changes });
    clearTimeout(rest.current);
    rest.current = setTimeout(keepDraft, REST_MS);
    setProblems((shown) => Object.fromEntries(Object.entries(shown).filter(([name]) => !(name in changes))));
  };

  const send: FormProps['onSubmit'] = (commands) => {
    isSent.current = true;
    onSubmit(commands);
  };

  return {
    form,
    tickets,
    detail,
    error,
    values,
    problems,
    restoredAtMs: draft?.savedAtMs ?? null,
    change,
    send,
    submit: async (before) => {
      const result = compile(current.current);
      if (result.kind === 'incomplete') {
        setProblems(result.problems);
        return;
      }
      if (before === undefined || (await before())) send(result.commands);
    },
    cancel: () => {
      isSent.current = false;
      onCancel();
    },
    discardDraft: () => {
      isTouched.current = false;
      forgetDraft(key);
      setDraft(null);
      setProblems({});
      put(blank);
    },
    keepDraft,
  };
};
