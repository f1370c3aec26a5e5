import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { editItem } from '../../state/handover-store.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { LineField } from '../../ui/line-field.tsx';
import { useLeftForm } from '../../ui/left-form.ts';
import { useIsGone } from '../../ui/use-is-gone.ts';
import { focusItem } from './focus.ts';
import type { PageItem } from './handed-items.ts';
import { draftForm, draftOf, isSameWords, isTyped, readDraft, type ItemDraft } from './item-draft.ts';
import { MeanwhileNote } from './meanwhile-note.tsx';
import { rebase } from './rebase.ts';
import { saveWords } from './save-words.ts';
import { UpdateField } from './update-field.tsx';
import { FailureLine } from '../../ui/failure-line.tsx';

const WORDS_MAX = 2_000;

type Props = { readonly handoverId: string; readonly item: PageItem };

/** Writes an item's next action, promised update and note. Escape leaves it; what was typed stays until it is saved or thrown away. */
export const ItemEditor = ({ handoverId, item }: Props) => {
  const intl = useIntl();
  const { zone } = useApp().rules;
  const { value: draft, change, forget } = useLeftForm<ItemDraft>(draftForm(handoverId, item.id), draftOf(item, zone));
  const [failure, setFailure] = useState<unknown>(null);
  const [isBusy, setIsBusy] = useState(false);
  const isGone = useIsGone();
  /** Saved or thrown away: the field that loses the focus keeps nothing any more. */
  const isOver = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('.input')?.focus(), []);
  const word = (id: string): string => intl.formatMessage({ id: `handover.${id}` });
  const leave = (): void => {
    editItem(null);
    focusItem(item.id);
  };
  const discard = (): void => {
    isOver.current = true;
    forget();
    leave();
  };
  const hasChanged = !isSameWords(draft.base, item);
  const read = readDraft(draft, zone, getRealNowMs());
  const send = async (): Promise<void> => {
    if (read.kind !== 'words' || isBusy || hasChanged) return;
    if (isSameWords(read.words, draft.base)) {
      discard();
      return;
    }
    setIsBusy(true);
    setFailure(null);
    try {
      const isSaved = await saveWords(handoverId, item.id, draft.base, read.words);
      isOver.current = isSaved;
      if (isSaved) forget();
      if (isSaved && !isGone.current) leave();
    } catch (error) {
      setFailure(error);
    }
    setIsBusy(false);
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
    // Escape and Ctrl with Enter mean the same in all of its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className="ho-editor"
      aria-label={intl.formatMessage({ id: 'handover.editing' }, { title: item.title })}
      noValidate
      onSubmit={submit}
      onKeyDown={onKeyDown}
      data-own-keys
      data-testid="item-editor"
    >
      {hasChanged ? (
        <MeanwhileNote
          base={draft.base}
          item={item}
          onMine={() => change(rebase(draft, item, zone))}
          onTheirs={() => change(draftOf(item, zone))}
        />
      ) : null}
      <div className="ho-fields">
        <LineField
          label={word('nextAction')}
          name="nextAction"
          value={draft.nextAction}
          onChange={(nextAction) => change({ nextAction })}
          maxLength={WORDS_MAX}
        />
        <UpdateField draft={draft} onChange={(update) => (isOver.current ? undefined : change({ update }))} />
        <LineField
          label={word('note')}
          name="note"
          rows={2}
          value={draft.note}
          onChange={(note) => change({ note })}
          maxLength={WORDS_MAX}
        />
      </div>
      {failure === null ? null : <FailureLine failure={failure} />}
      <footer className="ho-editor-do">
        <Button type="submit" size="xs" disabled={hasChanged || read.kind !== 'words'} loading={isBusy}>
          {word('save')}
        </Button>
        <Button variant="default" size="xs" onClick={leave}>
          {word('later')}
        </Button>
        {isTyped(draft, zone) ? (
          <Button variant="subtle" size="xs" onClick={discard} data-testid="discard-draft">
            {word('discard')}
          </Button>
        ) : null}
        <span className="quiet">{word('editHint')}</span>
      </footer>
    </form>
  );
};
