import '../../../styles/create.css';
import '../../../styles/log-work.css';
import '../../../styles/session.css';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useLayoutEffect, useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { closeCoachingDialog } from '../../../state/coaching-store.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useReturnedFocus } from '../../../ui/use-returned-focus.ts';
import { focusLeft } from '../focus.ts';
import type { SessionAction } from '../use-session-action.ts';
import { SessionFields } from './session-fields.tsx';
import { Against } from './against.tsx';
import type { SessionForm as Form } from './use-session-form.ts';
import { FailureLine } from '../../../ui/failure-line.tsx';

type Props = {
  readonly form: Form;
  readonly title: string;
  readonly submit: string;
  /** Why it cannot be saved as it is. */
  readonly refusal: string | null;
  /** It is saved over what is warned of. */
  readonly isBold: boolean;
  readonly onSubmit: () => void;
  readonly action: SessionAction;
  /** Above the fields. */
  readonly before?: ReactNode;
  /** What leaves out what is blocked of a series. */
  readonly skip?: ReactNode;
  readonly testId: string;
};

/** `slot` is three fields: the first that is wrong. */
const fieldOf = (form: Form, name: string): string =>
  name === 'slot' && form.slot.kind !== 'slot' ? form.slot.field : name;

const firstField = ({ draft, hasCustomer, isTimed }: Form): string =>
  draft.customer === null && !hasCustomer ? 'customer' : isTimed ? (draft.day === '' ? 'day' : 'start') : 'assignment';

const Body = (props: Props) => {
  const { form, submit, refusal, isBold, onSubmit, action, before, skip, testId } = props;
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const frame = useRef<HTMLFormElement>(null);
  const wanted = useRef<string | null>(firstField(form));
  const find = (name: string): HTMLElement | null =>
    frame.current?.querySelector<HTMLElement>(`[data-field="${name}"]`) ?? null;
  const focusField = (name: string): void => {
    const field = find(name);
    if (field === null) wanted.current = name;
    else field.focus();
  };
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    find(wanted.current)?.focus();
    wanted.current = null;
  });
  const save = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    const button = frame.current?.querySelector<HTMLElement>('[type="submit"]') ?? null;
    // Enter in a field is not yet a word to what is warned of.
    if (isBold && event.type === 'submit' && document.activeElement !== button) {
      button?.focus();
      return;
    }
    if (action.isBusy) return;
    const problem = form.check();
    if (problem !== null) focusField(fieldOf(form, problem));
    else if (refusal === null) onSubmit();
    else document.getElementById('session-against')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(event);
  };
  return (
    <>
      {/* Ctrl with Enter saves from any field. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form ref={frame} className="create-form" noValidate onSubmit={save} onKeyDown={onKeyDown} data-testid={testId}>
        <div className="session-body">
          <div className="session-fields">
            {form.isRestored ? (
              <p className="create-restored" data-testid="session-restored">
                {word('create.restored')}
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    form.startAfresh();
                    focusField(firstField(form));
                  }}
                >
                  {word('create.startAfresh')}
                </button>
              </p>
            ) : null}
            {before}
            <SessionFields form={form} focusField={focusField} />
          </div>
          <Against form={form} skip={skip} />
        </div>
        <footer className="dialog-footer session-footer">
          {action.failure !== null ? (
            <FailureLine failure={action.failure} testId="dialog-failure" />
          ) : refusal === null ? null : (
            <p className="form-failure" data-testid="session-refusal">
              <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
              {refusal}
            </p>
          )}
          <span className="grow" />
          <Button variant="default" onClick={closeCoachingDialog}>
            {word('cancel')}
          </Button>
          <Button
            type="submit"
            disabled={refusal !== null}
            loading={action.isBusy}
            variant={isBold ? 'outline' : 'filled'}
            className={isBold ? 'session-bold' : undefined}
            leftSection={isBold ? <IconAlertTriangle size={14} stroke={2} aria-hidden="true" /> : undefined}
            data-testid="dialog-submit"
          >
            {submit}
            <kbd aria-hidden="true">{navigator.platform.startsWith('Mac') ? '⌘' : 'Ctrl'} ↵</kbd>
          </Button>
        </footer>
      </form>
    </>
  );
};

/** A session at the left, what stands against it at the right. Ctrl or Cmd with Enter saves from anywhere, Escape keeps what was typed. */
export const SessionForm = (props: Props) => {
  useReturnedFocus(focusLeft);
  return (
    <Dialog onClose={closeCoachingDialog} title={props.title} size={1080} fromTop="4vh">
      <Body {...props} />
    </Dialog>
  );
};
