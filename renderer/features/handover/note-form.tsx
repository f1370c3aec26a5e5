import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { CommandKey } from '../../commands/command-key.tsx';
import { call } from '../../ipc/client.ts';
import { putCursor, setNoting, useHandoverStore } from '../../state/handover-store.ts';
import { LineField } from '../../ui/line-field.tsx';
import { forgetLeft, useLeft } from '../../ui/left-form.ts';
import { useIsGone } from '../../ui/use-is-gone.ts';
import { beginNote } from './acts.ts';
import { focusDocument, focusItemSoon } from './focus.ts';
import { keepPage } from './handover-queries.ts';
import { newNoteForm } from './item-draft.ts';
import { FailureLine } from '../../ui/failure-line.tsx';

const NOTE_MAX = 2_000;

const Writing = ({ handoverId }: { readonly handoverId: string }) => {
  const intl = useIntl();
  const form = newNoteForm(handoverId);
  const [text, setText] = useLeft(form, 'text', '');
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isGone = useIsGone();
  const self = useRef<HTMLFormElement>(null);
  useEffect(() => self.current?.querySelector('textarea')?.focus(), []);
  const word = (id: string): string => intl.formatMessage({ id: `handover.${id}` });
  const leave = (): void => {
    setNoting(false);
    focusDocument(useHandoverStore.getState().cursor);
  };
  const send = async (): Promise<void> => {
    if (isBusy || text.trim() === '') return;
    setIsBusy(true);
    setFailure(null);
    try {
      const page = await call('handover:add-note', { id: handoverId, text: text.trim() });
      forgetLeft(form);
      keepPage(page);
      const added = page.items.at(-1)?.id;
      if (isGone.current) return;
      setNoting(false);
      if (added === undefined) return;
      putCursor(added);
      focusItemSoon(added);
    } catch (error) {
      setFailure(error);
      setIsBusy(false);
    }
  };
  const submit = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    void send();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event);
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  };
  return (
    // Escape and Ctrl with Enter mean the same in all of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={self}
      className="ho-editor ho-note-form"
      aria-label={word('note.add')}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      data-own-keys
      data-testid="note-form"
    >
      <LineField label={word('note.text')} name="note" rows={2} value={text} onChange={setText} maxLength={NOTE_MAX} />
      {failure === null ? null : <FailureLine failure={failure} />}
      <footer className="ho-editor-do">
        <Button type="submit" size="xs" disabled={text.trim() === ''} loading={isBusy}>
          {word('note.add')}
        </Button>
        <Button variant="default" size="xs" onClick={leave}>
          {word('later')}
        </Button>
        <span className="quiet">{word('noteHint')}</span>
      </footer>
    </form>
  );
};

/** Where a free note is written: what only the outgoing side knows. */
export const NoteForm = ({ handoverId }: { readonly handoverId: string }) => {
  const intl = useIntl();
  const isNoting = useHandoverStore((store) => store.isNoting);
  if (isNoting) return <Writing handoverId={handoverId} key={handoverId} />;
  return (
    <button type="button" className="action ho-add-note" onClick={beginNote} data-testid="add-note">
      <IconPlus size={14} stroke={2} aria-hidden="true" /> {intl.formatMessage({ id: 'handover.note.add' })}
      <span aria-hidden="true">
        <CommandKey id="handover.note" />
      </span>
    </button>
  );
};
