import { lockLead } from '../features/access/lock-lead.ts';
import { undoLast } from '../features/desk/undo.ts';
import { chooseCustomerFile } from '../features/customer-import/choose-customer-file.ts';
import { chooseImportFiles } from '../features/import/choose-files.ts';
import { listenAhead } from '../ui/dialog-type-ahead.ts';
import { focusSearch } from '../features/queue/focus.ts';
import { openReplayField } from '../features/replay/look-at.ts';
import { openLogWork } from '../features/expertise/open-log-work.ts';
import { openShownStatement } from '../features/statement/open-statement.ts';
import { openBackups } from '../features/backup/open-backups.ts';
import { goToPlace } from '../features/shell/go-to-place.ts';
import { knownMe } from '../ipc/known-facts.ts';
import { appStateQuery } from '../ipc/queries.ts';
import { queryClient } from '../ipc/query-client.ts';
import { openAccessDialog } from '../state/access-store.ts';
import { openOverlay } from '../state/desk-store.ts';
import { isPast } from '../state/replay-store.ts';
import { showHelp } from '../state/ui-store.ts';
import type { Command } from './command.ts';

const general = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...{ id, keys, run, group: 'general', place: 'everywhere' },
});

const openPalette = (): void => {
  listenAhead();
  openOverlay('palette');
};

const appState = () => queryClient.getQueryData(appStateQuery.queryKey);
const isLocked = (): boolean => appState()?.access.isLeadLocked === true;
/** A lead whose rights a passphrase has opened. */
const isOpen = (): boolean => appState()?.me.role === 'lead' && appState()?.access.by !== 'sample';

export const GENERAL_COMMANDS: readonly Command[] = [
  { ...general('palette', ['Mod+K'], openPalette), worksInText: true },
  { ...general('undo', ['Mod+Z'], () => void undoLast()), isChange: true },
  { ...general('search', ['/'], focusSearch), place: 'queue' },
  { ...general('import', ['i'], chooseImportFiles), isChange: true },
  { ...general('importCustomers', [], chooseCustomerFile), isChange: true },
  general('replay', ['Shift+Y'], openReplayField),
  // The past has no forecast.
  { ...general('forecast', ['f'], () => openOverlay('forecast')), isEnabled: () => !isPast() },
  { ...general('logWork', ['Shift+L'], () => openLogWork({})), isChange: true },
  general('statement', [], openShownStatement),
  general('customers', [], () => goToPlace('customers')),
  general('expertise', [], () => goToPlace('expertise')),
  general('maintenance', [], () => goToPlace('maintenance')),
  general('wall', [], () => goToPlace('wall')),
  general('handover', ['h'], () => goToPlace('handover')),
  general('reports', [], () => goToPlace('reports')),
  general('texts', [], () => goToPlace('texts')),
  general('alarms', ['z'], () => openOverlay('watch')),
  general('escalations', ['Shift+Z'], () => openOverlay('escalations')),
  general('approvals', ['Shift+O'], () => openOverlay('approvals')),
  {
    ...general('rebalance', ['Shift+B'], () => openOverlay('rebalance')),
    isEnabled: () => knownMe()?.role === 'lead',
    isChange: true,
  },
  general('settings', [], () => goToPlace('settings')),
  general('backups', [], openBackups),
  general('audit', [], () => goToPlace('audit')),
  general('profile', [], () => openOverlay('profile')),
  { ...general('unlockLead', [], () => openAccessDialog('unlock')), isEnabled: isLocked, isOffered: isLocked },
  { ...general('lockLead', [], lockLead), isEnabled: isOpen, isOffered: isOpen },
  general('showKeys', ['?'], () => showHelp(true)),
  general('about', [], () => openOverlay('about')),
];
