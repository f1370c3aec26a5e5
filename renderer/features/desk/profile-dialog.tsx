import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useIntl } from 'react-intl';
import type { Preferences } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { call } from '../../ipc/client.ts';
import { flushDrafts } from '../../ipc/kept-draft.ts';
import { adoptAppState } from '../../ipc/notices.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { tell } from '../../state/notice-store.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';

type Me = Preferences['me'];

const ROLES = ['agent', 'expert', 'lead'] as const satisfies readonly Me['role'][];
const LEVELS = ['L1', 'L2', 'L3'] as const satisfies readonly Me['level'][];

/** Who works at this workstation: what is theirs, which level they take tickets at, and what they may do follow from it. */
export const ProfileDialog = () => {
  const intl = useIntl();
  useFocusBack();
  const { preferences, me } = useApp().state;
  const [name, setName] = useState(preferences.me.name ?? '');
  const [role, setRole] = useState(preferences.me.role);
  const [level, setLevel] = useState(preferences.me.level);
  const [error, setError] = useState<unknown>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      // What was typed up to now is still of who works here now.
      flushDrafts();
      const state = await call('app:set-preferences', { me: { name: name.trim() || null, role, level } });
      adoptAppState(state);
      tell('done', intl.formatMessage({ id: 'profile.saved' }, { name: state.me.name }));
      closeOverlay();
    } catch (failure) {
      setError(failure);
    }
  };
  const noteId = 'profile-note';
  return (
    <Modal
      opened
      onClose={closeOverlay}
      title={intl.formatMessage({ id: 'profile.title' })}
      size={420}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }) }}
    >
      <form onSubmit={(event) => void save(event)} data-testid="profile-dialog">
        <div className="profile-body">
          <TextInput
            size="xs"
            label={intl.formatMessage({ id: 'profile.name' })}
            description={
              preferences.me.name === null ? intl.formatMessage({ id: 'profile.nameNote' }, { name: me.name }) : null
            }
            value={name}
            maxLength={100}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            data-autofocus
            data-testid="profile-name"
          />
          <NativeSelect
            label={intl.formatMessage({ id: 'profile.role' })}
            description={intl.formatMessage({ id: `profile.roleNote.${role}` })}
            value={role}
            onChange={({ currentTarget }) => setRole(ROLES.find((one) => one === currentTarget.value) ?? role)}
            data={ROLES.map((value) => ({ value, label: intl.formatMessage({ id: `profile.role.${value}` }) }))}
            data-testid="profile-role"
          />
          <NativeSelect
            label={intl.formatMessage({ id: 'profile.level' })}
            value={level}
            onChange={({ currentTarget }) => setLevel(LEVELS.find((one) => one === currentTarget.value) ?? level)}
            data={LEVELS.map((value) => ({ value, label: intl.formatMessage({ id: `level.${value}` }) }))}
            data-testid="profile-level"
          />
          <p className="quiet" id={noteId}>
            {intl.formatMessage({ id: 'profile.trusted' })}
          </p>
          {error === null ? null : (
            <p className="import-failure" role="alert">
              {errorText(intl, error)}
            </p>
          )}
        </div>
        <footer className="dialog-footer">
          <Button variant="default" onClick={closeOverlay}>
            {intl.formatMessage({ id: 'cancel' })}
          </Button>
          <Button type="submit" data-testid="profile-save">
            {intl.formatMessage({ id: 'profile.save' })}
          </Button>
        </footer>
      </form>
    </Modal>
  );
};
