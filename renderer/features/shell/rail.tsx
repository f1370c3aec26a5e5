import {
  IconClipboardList,
  IconFileImport,
  IconListDetails,
  IconMessage2,
  IconPlus,
  IconSettings,
} from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { runCommand } from '../../commands/registry.ts';
import { goTo, useDeskStore } from '../../state/desk-store.ts';
import { useIsPast } from '../../state/replay-store.ts';
import { openAudit } from '../audit/open-audit.ts';
import { focusQueue } from '../queue/focus.ts';
import { WatchEntry } from '../watch/watch-entry.tsx';
import { ProfileEntry } from './profile-entry.tsx';
import { LanguageMenu, ThemeMenu } from './settings-menu.tsx';

/** The places of the console at the left; actions and settings at its foot. */
export const Rail = () => {
  const intl = useIntl();
  const place = useDeskStore((desk) => desk.place);
  const isPast = useIsPast();
  const goToQueue = (): void => {
    goTo('queue');
    requestAnimationFrame(focusQueue);
  };
  return (
    <nav className="rail" aria-label={intl.formatMessage({ id: 'rail.name' })}>
      <span className="rail-sign" aria-hidden="true">
        <svg viewBox="0 0 24 24" width="22" height="22">
          <circle cx="12" cy="12" r="9.5" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.35" />
          <path
            d="M12 2.5a9.5 9.5 0 0 1 9.5 9.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
          />
          <circle cx="12" cy="12" r="3.2" fill="currentColor" />
        </svg>
      </span>
      <button
        type="button"
        className="rail-entry rail-new"
        onClick={() => runCommand('create')}
        aria-disabled={isPast || undefined}
        data-testid="new-ticket"
      >
        <IconPlus size={19} stroke={1.8} aria-hidden="true" />
        <span>{intl.formatMessage({ id: 'create.rail' })}</span>
      </button>
      <button
        type="button"
        className="rail-entry"
        aria-current={place === 'queue' ? 'page' : undefined}
        onClick={goToQueue}
      >
        <IconListDetails size={19} stroke={1.6} aria-hidden="true" />
        <span>{intl.formatMessage({ id: 'queue.title' })}</span>
      </button>
      <button
        type="button"
        className="rail-entry"
        aria-current={place === 'texts' ? 'page' : undefined}
        onClick={() => goTo('texts')}
        data-testid="texts-button"
      >
        <IconMessage2 size={19} stroke={1.6} aria-hidden="true" />
        <span>{intl.formatMessage({ id: 'texts.rail' })}</span>
      </button>
      <button
        type="button"
        className="rail-entry"
        aria-current={place === 'audit' ? 'page' : undefined}
        onClick={openAudit}
        data-testid="audit-button"
      >
        <IconClipboardList size={19} stroke={1.6} aria-hidden="true" />
        <span>{intl.formatMessage({ id: 'audit.rail' })}</span>
      </button>
      <button
        type="button"
        className="rail-entry"
        onClick={() => runCommand('import')}
        aria-disabled={isPast || undefined}
        data-testid="import-button"
      >
        <IconFileImport size={19} stroke={1.6} aria-hidden="true" />
        <span>{intl.formatMessage({ id: 'rail.import' })}</span>
      </button>
      <span className="rail-space" />
      <WatchEntry />
      <button
        type="button"
        className="rail-entry"
        aria-current={place === 'settings' ? 'page' : undefined}
        onClick={() => goTo('settings')}
        data-testid="settings-button"
      >
        <IconSettings size={19} stroke={1.6} aria-hidden="true" />
        <span>{intl.formatMessage({ id: 'settings.title' })}</span>
      </button>
      <LanguageMenu />
      <ThemeMenu />
      <ProfileEntry />
    </nav>
  );
};
