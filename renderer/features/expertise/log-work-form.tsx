import { Button } from '@mantine/core';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { CallFailure } from '../../ipc/client.ts';
import { AskLead, canAsk } from '../steering/ask-lead.tsx';
import type { BegunWork } from './begin-work.ts';
import { useWorkForm, type PostWork } from './use-work-form.ts';
import { WorkFields } from './work-fields.tsx';
import { WorkPreviewPanel } from './work-preview-panel.tsx';
import { FailureLine } from '../../ui/failure-line.tsx';

type Props = {
  readonly begun: BegunWork;
  /** What was typed before the form was there. */
  readonly typed: string;
  readonly post: PostWork;
  /** What the button says that logs it. */
  readonly submit: string;
  /** Why it cannot be logged; null where it can. */
  readonly forbidden: string | null;
  /** For whom and by whom is known: that of a session. */
  readonly isSettled?: boolean;
  /** Stands above the fields. */
  readonly children?: ReactNode;
  /** What may follow at once; Ctrl or Cmd with Shift and Enter. */
  readonly next?: { readonly label: string; readonly run: () => void };
  readonly onClose: () => void;
};

const MODIFIER = navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl';

const fieldIn = (frame: HTMLElement | null, name: string): HTMLElement | null =>
  frame?.querySelector<HTMLElement>(`[data-field="${name}"], [data-group="${name}"] input`) ?? null;

/** Work to log at the left, what that would do at the right. Ctrl or Cmd with Enter logs it from anywhere in it. */
export const LogWorkForm = (props: Props) => {
  const { begun, typed, post, submit, forbidden, isSettled = false, children, next, onClose } = props;
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const form = useWorkForm(begun, post);
  const frame = useRef<HTMLFormElement>(null);
  const wanted = useRef<string | null>(null);
  const isForbidden = forbidden !== null;
  const { draft, problems, failure } = form;

  const fieldOf = (name: string) => fieldIn(frame.current, name);
  const focusField = (name: string): void => {
    // Now, so that the next key goes there; what this change brings with it is there once it is rendered.
    const field = fieldOf(name);
    if (field === null) wanted.current = name;
    else field.focus();
  };
  useLayoutEffect(() => {
    if (wanted.current !== null) fieldOf(wanted.current)?.focus();
    wanted.current = null;
  });
  const first = draft.customer === null ? 'customer' : 'when';
  const began = useRef({ first, typed });
  useLayoutEffect(() => {
    const field = fieldIn(frame.current, began.current.first);
    field?.focus();
    if (field instanceof HTMLInputElement && began.current.typed === '') field.select();
    // As if it were typed now: the field hears of it like of any key.
    if (began.current.typed !== '') document.execCommand('insertText', false, began.current.typed);
    began.current = { ...began.current, typed: '' };
  }, []);
  const refusal = form.reading.preview?.refusal ?? null;
  const isRefused = canAsk(failure) || (refusal !== null && canAsk(new CallFailure(refusal.code, refusal.message)));
  const isAsked = failure !== null && form.isOverage;
  useEffect(() => {
    if (isAsked) frame.current?.querySelector<HTMLElement>('[data-field="overageReason"]')?.focus();
  }, [isAsked]);

  const save = (onDone: () => void): void => {
    if (isForbidden) return;
    const problem = form.save(onDone);
    if (problem !== null) focusField(problem);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save(event.shiftKey && next !== undefined ? next.run : onClose);
  };
  return (
    // Ctrl with Enter logs from any field.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={frame}
      className="create-form work-form"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        save(onClose);
      }}
      data-testid="work-form"
    >
      <div className="work-body">
        <div className="work-fields">
          {isForbidden ? (
            <p className="form-failure" role="alert">
              {forbidden}
            </p>
          ) : null}
          {children}
          {form.isRestored ? (
            <p className="create-restored" data-testid="work-restored">
              {word('create.restored')}
              <button
                type="button"
                className="link"
                onClick={() => {
                  form.startAfresh();
                  focusField(begun.start.customer === null ? 'customer' : 'when');
                }}
              >
                {word('create.startAfresh')}
              </button>
            </p>
          ) : null}
          <WorkFields {...{ form, problems, focusField, isSettled }} />
          {isRefused && !isSettled && !isForbidden ? (
            <AskLead
              order={form.input === null ? null : { kind: 'logWork', work: form.input }}
              onAsked={() => {
                form.forget();
                onClose();
              }}
            />
          ) : null}
        </div>
        <WorkPreviewPanel customer={draft.customer} reading={form.reading} isComplete={form.input !== null} />
      </div>
      <footer className="dialog-footer">
        {failure === null ? null : <FailureLine failure={failure} testId="work-failure" />}
        <span className="grow" />
        <Button variant="default" onClick={onClose}>
          {word('cancel')}
        </Button>
        {next === undefined ? null : (
          <Button
            variant="default"
            disabled={isForbidden || form.isSaving}
            onClick={() => save(next.run)}
            data-testid="work-save-next"
          >
            {next.label}
            <kbd aria-hidden="true">{MODIFIER} ⇧ ↵</kbd>
          </Button>
        )}
        <Button type="submit" disabled={isForbidden} loading={form.isSaving} data-testid="work-save">
          {submit}
          <kbd aria-hidden="true">{MODIFIER} ↵</kbd>
        </Button>
      </footer>
    </form>
  );
};
