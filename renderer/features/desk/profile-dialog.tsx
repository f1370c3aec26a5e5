import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useIntl } from 'react-intl';
import type { Preferences } from '../../../shared/ipc/contract.ts';
import { useApp } from '../../app-context.ts';
import { errorText } from '../../i18n/error-text.ts';
import { call } from '../../ipc/client.ts';
import { flushDrafts } from '../../ipc/kept-draft.ts';
import { adoptAppState } from '../../ipc/notices.ts';
import { openAccessDialog } from '../../state/access-store.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { tell } from '../../state/notice-store.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { LeadState } from '../access/lead-state.tsx';

type Me = Preferences['me'];

const ROLES = ['agent', 'expert', 'lead'] as const satisfies readonly Me['role'][];
const LEVELS = ['L1', 'L2', 'L3'] as const satisfies readonly Me['level'][];

/** Who works at this workstation: what is theirs, which level they take tickets at, and what they may do follow from it. */
export const ProfileDialog = () => {
  const intl = useIntl();
  useFocusBack();
  const { preferences, me, access } = useApp().state;
  // Whom the registry of people knows is not changed here.
  const isGiven = access.by === 'registry';
  const told = isGiven ? { ...me, role: access.isLeadLocked ? ('lead' as const) : me.role } : preferences.me;
  const [name, setName] = useState(told.name ?? '');
  const [role, setRole] = useState(told.role);
  const [level, setLevel] = useState(told.level);
  const [error, setError] = useState<unknown>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (isGiven) {
      closeOverlay();
      return;
    }
    try {
      // What was typed up to now is still of who works here now.
      flushDrafts();
      const state = await call('app:set-preferences', { me: { name: name.trim() || null, role, level } });
      adoptAppState(state);
      tell('done', intl.formatMessage({ id: 'profile.saved' }, { name: state.me.name }));
      closeOverlay();
      if (state.access.isLeadLocked) openAccessDialog('unlock');
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
            disabled={isGiven}
            description={
              !isGiven && preferences.me.name === null
                ? intl.formatMessage({ id: 'profile.nameNote' }, { name: me.name })
                : null
            }
            value={name}
            maxLength={100}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            data-autofocus={!isGiven || undefined}
            data-testid="profile-name"
          />
          <NativeSelect
            label={intl.formatMessage({ id: 'profile.role' })}
            description={intl.formatMessage({
              id: role === 'lead' && access.by !== 'sample' ? 'people.leadNote' : `profile.roleNote.${role}`,
            })}
            value={role}
            disabled={isGiven}
            onChange={({ currentTarget }) => setRole(ROLES.find((one) => one === currentTarget.value) ?? role)}
            data={ROLES.map((value) => ({ value, label: intl.formatMessage({ id: `profile.role.${value}` }) }))}
            data-testid="profile-role"
          />
          <NativeSelect
            label={intl.formatMessage({ id: 'profile.level' })}
            value={level}
            disabled={isGiven}
            onChange={({ currentTarget }) => setLevel(LEVELS.find((one) => one === currentTarget.value) ?? level)}
            data={LEVELS.map((value) => ({ value, label: intl.formatMessage({ id: `level.${value}` }) }))}
            data-testid="profile-level"
          />
          <p className="quiet" id={noteId} data-testid="profile-why">
            {intl.formatMessage({ id: `people.profile.${access.by}` })}
          </p>
          <LeadState />
          {error === null ? null : (
            <p className="import-failure" role="alert">
              {errorText(intl, error)}
            </p>
          )}
        </div>
        <footer className="dialog-footer">
          {isGiven ? null : (
            <Button variant="default" onClick={closeOverlay}>
              {intl.formatMessage({ id: 'cancel' })}
            </Button>
          )}
          <Button type="submit" data-autofocus={isGiven || undefined} data-testid="profile-save">
            {intl.formatMessage({ id: isGiven ? 'close' : 'profile.save' })}
          </Button>
        </footer>
      </form>
    </Modal>
  );
};
