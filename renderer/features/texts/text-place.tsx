import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent, type ComponentType } from 'react';
import { useIntl } from 'react-intl';
import { foldText } from '../../../shared/search/find-words.ts';
import { EditorFooter } from './editor-footer.tsx';
import { goTo } from '../../state/desk-store.ts';
import { focusQueue } from '../queue/focus.ts';
import { TextList, type ListedText } from './text-list.tsx';
import { useEdits, type EditedId } from './use-edits.ts';
import { useSaving } from './use-saving.ts';

type Named = { readonly id: number; readonly name: string };

/** What replies and macros differ in. */
export type TextKind<Item extends Named, Edit extends { readonly name: string }> = {
  readonly kind: 'reply' | 'macro';
  readonly empty: Edit;
  readonly toEdit: (item: Item) => Edit;
  readonly restore: (kept: unknown) => Edit | null;
  readonly isSame: (a: Edit, b: Edit) => boolean;
  /** It can be sent; what it lacks is told by the editor. */
  readonly isComplete: (edit: Edit) => boolean;
  readonly save: (id: number | null, edit: Edit) => Promise<Item>;
  readonly remove: (id: number) => Promise<unknown>;
  /** What a search finds it by, beside its name. */
  readonly wordsOf: (edit: Edit) => string;
  /** What stands behind its name in the list. */
  readonly Mark: ComponentType<{ readonly edit: Edit }>;
  /** `isChecked`: saving was tried, so what is missing is told. */
  readonly Editor: ComponentType<{
    readonly edit: Edit;
    readonly isChecked: boolean;
    readonly onChange: (edit: Edit) => void;
  }>;
};

type Props<Item extends Named, Edit extends { readonly name: string }> = {
  readonly of: TextKind<Item, Edit>;
  readonly items: readonly Item[];
};

const NEW: EditedId = 'new';

const backToQueue = (): void => {
  goTo('queue');
  requestAnimationFrame(focusQueue);
};

/** A list of texts, and the editor of the chosen one. What is typed is never lost by choosing another. */
export const TextPlace = <Item extends Named, Edit extends { readonly name: string }>({
  of,
  items,
}: Props<Item, Edit>) => {
  const intl = useIntl();
  const client = useQueryClient();
  const edits = useEdits(of.kind, of.restore);
  const saving = useSaving();
  const [chosen, setChosen] = useState<EditedId | null>(null);
  const [search, setSearch] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [isDeleting, setIsDeleting] = useState(false);
  const pane = useRef<HTMLDivElement>(null);

  const { isLoaded } = edits;
  useEffect(() => {
    // Going from tab to tab stays among the tabs; else the keys begin with the search.
    if (!isLoaded || document.activeElement?.getAttribute('role') === 'tab') return;
    pane.current?.querySelector<HTMLElement>('[data-testid="texts-search"]')?.focus();
  }, [isLoaded]);

  const savedOf = (id: EditedId): Edit | null => {
    const item = items.find((one) => one.id === id);
    return item === undefined ? null : of.toEdit(item);
  };
  const newEdit = edits.get('new');
  const wanted = foldText(search.trim());
  const listed = [
    ...(newEdit === null && chosen !== 'new' ? [] : [{ id: NEW, edit: newEdit ?? of.empty }]),
    ...items.map((item) => ({ id: item.id, edit: edits.get(item.id) ?? of.toEdit(item) })),
  ]
    .filter(({ id, edit }) => id === 'new' || foldText(`${edit.name} ${of.wordsOf(edit)}`).includes(wanted))
    .map(({ id, edit }): ListedText => ({
      id,
      name: edit.name,
      mark: <of.Mark edit={edit} />,
      isUnsaved: edits.get(id) !== null,
    }));

  const shown = chosen ?? listed[0]?.id ?? null;
  const saved = shown === null ? null : savedOf(shown);
  const edit = shown === null ? null : (edits.get(shown) ?? saved ?? (shown === 'new' ? of.empty : null));
  const isChanged = shown !== null && edits.get(shown) !== null;

  /** At once, so that the next key finds it. */
  const focusIn = (selector: string): void => pane.current?.querySelector<HTMLElement>(selector)?.focus();
  /** For what the next frame draws. */
  const focusSoon = (selector: string): void => void requestAnimationFrame(() => focusIn(selector));
  const choose = (id: EditedId): void => {
    setChosen(id);
    setIsChecked(false);
    setIsDeleting(false);
    saving.forget();
    if (id === 'new') focusSoon('[data-field="name"]');
  };
  const change = (next: Edit): void => {
    if (shown === null) return;
    saving.forget();
    setChosen(shown);
    edits.put(shown, of.isSame(next, saved ?? of.empty) ? null : next);
  };
  const askAgain = (): Promise<void> => client.invalidateQueries({ queryKey: [of.kind] });
  const save = (): void => {
    if (shown === null || edit === null || !isChanged) return;
    setIsChecked(true);
    if (!of.isComplete(edit)) {
      focusSoon('[aria-invalid="true"]');
      return;
    }
    saving.run(async () => {
      const kept = await of.save(shown === 'new' ? null : shown, edit);
      await askAgain();
      edits.put(shown, null);
      setChosen(kept.id);
      setIsChecked(false);
    }, `texts.done.${of.kind}`);
  };
  const remove = (isSure: boolean): void => {
    if (shown === null || shown === 'new') return;
    setIsDeleting(!isSure);
    if (!isSure) return;
    saving.run(async () => {
      await of.remove(shown);
      edits.put(shown, null);
      setChosen(null);
      await askAgain();
    }, `texts.deleted.${of.kind}`);
    focusIn('[role="listbox"]');
  };
  const discard = (): void => {
    if (shown === null) return;
    edits.put(shown, null);
    saving.forget();
    setIsChecked(false);
    if (shown === 'new') setChosen(null);
    focusIn('[role="listbox"]');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      const isInEditor = event.target instanceof Element && event.target.closest('.texts-editor') !== null;
      setIsDeleting(false);
      if (isInEditor) focusIn('[role="listbox"]');
      else backToQueue();
    }
  };
  if (!isLoaded) return null;
  return (
    // Saving has one key in all of it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="texts-place" ref={pane} onKeyDown={onKeyDown}>
      <TextList
        kind={of.kind}
        items={listed}
        chosen={shown}
        search={search}
        onSearch={setSearch}
        onChoose={choose}
        onOpen={() => focusIn('[data-field="name"]')}
        onDelete={() => remove(false)}
      />
      {edit === null || shown === null ? (
        <div className="texts-editor" />
      ) : (
        <section className="texts-editor" aria-label={intl.formatMessage({ id: `texts.editor.${of.kind}` })}>
          <div className="editor-body" key={shown} data-testid="text-editor">
            <of.Editor edit={edit} isChecked={isChecked} onChange={change} />
          </div>
          <EditorFooter
            failure={saving.failure}
            isChanged={isChanged}
            isNew={shown === 'new'}
            isDeleting={isDeleting}
            onSave={save}
            onDiscard={discard}
            onDelete={remove}
            onKeep={() => setIsDeleting(false)}
          />
        </section>
      )}
    </div>
  );
};
