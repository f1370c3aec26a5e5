import {
  IconArrowsExchange,
  IconBuilding,
  IconCalendarEvent,
  IconChartBar,
  IconClipboardList,
  IconFileImport,
  IconHourglass,
  IconLayoutDashboard,
  IconListDetails,
  IconMessage2,
  IconPlus,
  IconSettings,
  IconTool,
} from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { runCommand } from '../../commands/registry.ts';
import { goTo } from '../../state/desk-store.ts';
import { HandoverMark } from '../handover/rail-mark.tsx';
import { focusQueue } from '../queue/focus.ts';
import { WatchEntry } from '../watch/watch-entry.tsx';
import { ProfileEntry } from './profile-entry.tsx';
import { RailAction, RailPlace } from './rail-entry.tsx';
import { LanguageMenu, ThemeMenu } from './settings-menu.tsx';

const goToQueue = (): void => {
  goTo('queue');
  requestAnimationFrame(focusQueue);
};

/** The places of the console at the left; actions and settings at its foot. */
export const Rail = () => {
  const intl = useIntl();
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
      <RailAction
        icon={IconPlus}
        label="create.rail"
        testId="new-ticket"
        className="rail-new"
        onPress={() => runCommand('create')}
      />
      <RailPlace place="queue" icon={IconListDetails} label="queue.title" onGo={goToQueue} />
      <RailPlace place="wall" icon={IconLayoutDashboard} label="wall.rail" />
      <RailPlace place="customers" icon={IconBuilding} label="customers.rail" />
      <RailPlace place="expertise" icon={IconHourglass} label="expertise.rail" />
      <RailPlace place="coaching" icon={IconCalendarEvent} label="coaching.rail" />
      <RailPlace place="maintenance" icon={IconTool} label="maintenance.rail" />
      <RailPlace place="handover" icon={IconArrowsExchange} label="handover.rail" mark={<HandoverMark />} />
      <RailPlace place="reports" icon={IconChartBar} label="reports.rail" />
      <RailPlace place="texts" icon={IconMessage2} label="texts.rail" />
      <RailPlace place="audit" icon={IconClipboardList} label="audit.rail" />
      <RailAction
        icon={IconFileImport}
        label="rail.import"
        testId="import-button"
        onPress={() => runCommand('import')}
      />
      <span className="rail-space" />
      <WatchEntry />
      <RailPlace place="settings" icon={IconSettings} label="settings.title" />
      <LanguageMenu />
      <ThemeMenu />
      <ProfileEntry />
    </nav>
  );
};
