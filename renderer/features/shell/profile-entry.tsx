import { IconLock } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { openOverlay } from '../../state/desk-store.ts';

const initialsOf = (name: string): string => {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const letters = words.length > 1 ? [words[0]?.[0], words.at(-1)?.[0]] : [...(words[0] ?? '?')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
};

/** Who works here, at the foot of the rail; pressed, it changes that. */
export const ProfileEntry = () => {
  const intl = useIntl();
  const { me, access } = useApp().state;
  const { name, role, level } = me;
  const isLocked = access.isLeadLocked;
  const roleName = intl.formatMessage({ id: isLocked ? 'people.lockedLead' : `profile.role.${role}` });
  const label = intl.formatMessage({ id: 'profile.open' }, { name, role: roleName, level });
  return (
    <button
      type="button"
      className="rail-entry"
      onClick={() => openOverlay('profile')}
      title={label}
      aria-haspopup="dialog"
      data-testid="profile-entry"
    >
      <span className="initials" aria-hidden="true">
        {initialsOf(name)}
      </span>
      <bdi className="rail-name">{name}</bdi>
      {isLocked ? (
        <span className="rail-note" data-testid="profile-locked">
          <IconLock size={11} stroke={2.2} aria-hidden="true" /> {intl.formatMessage({ id: 'people.lockedShort' })}
        </span>
      ) : (
        <span className="rail-note">{role === 'agent' ? level : `${roleName.split(' ')[0] ?? roleName} ${level}`}</span>
      )}
    </button>
  );
};
