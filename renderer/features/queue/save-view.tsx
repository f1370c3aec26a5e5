import { Button, Popover } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import { useIntl } from 'react-intl';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import type { SavedView } from '../../../shared/ipc/desk-schemas.ts';
import { errorText } from '../../i18n/error-text.ts';
import { call } from '../../ipc/client.ts';
import { savedViewsQuery } from '../../ipc/queries.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { wholeText } from '../../state/queue-filters.ts';
import { adoptView, showView, useUiStore } from '../../state/ui-store.ts';
import { focusQueue } from './focus.ts';
import { closeSaveView, useSaveViewStore } from './save-view-store.ts';
import { isChanged, useSavedViews } from './use-saved-views.ts';
import { ViewFormButton } from './view-form-button.tsx';

const saveView = async (input: CallInput<'view:save'>): Promise<SavedView> => {
  const saved = await call('view:save', input);
  await queryClient.invalidateQueries({ queryKey: savedViewsQuery.queryKey });
  adoptView(saved.id);
  return saved;
};

const deleteView = async ({ id, filter }: SavedView): Promise<void> => {
  await call('view:delete', { id });
  showView(filter.view);
  await queryClient.invalidateQueries({ queryKey: savedViewsQuery.queryKey });
};

/** What is shown now, to be kept. */
const present = () => {
  const { filter, sort, columns } = useUiStore.getState();
  return { filter, sort, columns: columns === null ? null : [...columns] };
};

const ViewForm = ({ view }: { readonly view: SavedView | null }) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const text = useUiStore(({ filter }) => wholeText(filter));
  const hasChanged = useUiStore((ui) => view !== null && isChanged(view, ui));
  const [name, setName] = useState(view?.name ?? '');
  const [isKeptAnew, setIsKeptAnew] = useState(true);
  const [isSure, setIsSure] = useState(false);
  const done = { onSuccess: closeSaveView };
  const saving = useMutation({ mutationFn: saveView, ...done });
  const deleting = useMutation({ mutationFn: deleteView, ...done });
  const trimmed = name.trim();
  const error = saving.error ?? deleting.error;
  const save = (id: number | null): void => {
    const kept = view !== null && id !== null && !(hasChanged && isKeptAnew) ? view : present();
    saving.mutate({ id, name: trimmed, filter: kept.filter, sort: kept.sort, columns: kept.columns });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (trimmed !== '') save(view?.id ?? null);
  };
  return (
    <form className="view-form" onSubmit={onSubmit} aria-label={word(view === null ? 'view.save' : 'view.edit')}>
      <label>
        <span>{word('view.name')}</span>
        <input
          value={name}
          maxLength={80}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          aria-invalid={saving.isError}
          data-autofocus
          data-testid="view-name"
        />
      </label>
      <p className="view-kept" title={text}>
        {word('view.keeps')} <bdi>{text}</bdi>
      </p>
      {view !== null && hasChanged ? (
        <label className="option">
          <input type="checkbox" checked={isKeptAnew} onChange={() => setIsKeptAnew(!isKeptAnew)} />
          <span>{word('view.keepAnew')}</span>
        </label>
      ) : null}
      {error === null ? null : (
        <p className="view-error" role="alert">
          {errorText(intl, error)}
        </p>
      )}
      <div className="view-actions">
        <Button type="submit" disabled={trimmed === ''} loading={saving.isPending} data-testid="view-submit">
          {word(view === null ? 'view.saveNew' : 'view.saveChanges')}
        </Button>
        {view === null ? null : (
          <>
            <Button variant="default" disabled={trimmed === '' || trimmed === view.name} onClick={() => save(null)}>
              {word('view.saveAs')}
            </Button>
            <span className="grow" />
            <Button
              variant={isSure ? 'filled' : 'subtle'}
              color="red"
              onClick={() => (isSure ? deleting.mutate(view) : setIsSure(true))}
              data-testid="view-delete"
            >
              {word(isSure ? 'view.deleteSure' : 'view.delete')}
            </Button>
          </>
        )}
      </div>
    </form>
  );
};

/** The form that keeps a view, beside its button. */
export const SaveView = () => {
  const isOpen = useSaveViewStore((state) => state.isOpen);
  const viewId = useUiStore((ui) => ui.viewId);
  const view = useSavedViews().find(({ id }) => id === viewId) ?? null;
  const [isReady, setIsReady] = useState(false);
  // Closed at first, so that what opens finds the button that it stands beside.
  // oxlint-disable-next-line react/set-state-in-effect
  useEffect(() => setIsReady(true), []);
  return (
    <Popover
      opened={isOpen && isReady}
      onChange={(opened) => (opened ? undefined : closeSaveView())}
      onClose={focusQueue}
      position="bottom-end"
      offset={6}
      width={360}
      trapFocus
      shadow="md"
    >
      <Popover.Target>
        <ViewFormButton />
      </Popover.Target>
      <Popover.Dropdown className="view-dropdown">
        <ViewForm view={view} key={view?.id ?? 'new'} />
      </Popover.Dropdown>
    </Popover>
  );
};
