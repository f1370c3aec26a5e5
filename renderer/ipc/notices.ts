import type { AppState } from '../../shared/ipc/contract.ts';
import { forgetCoaching } from '../state/coaching-store.ts';
import { forgetCustomers } from '../state/customer-store.ts';
import { checkTickets, closeForm } from '../state/desk-store.ts';
import { forgetHandover, putDownHandover } from '../state/handover-store.ts';
import { backToNow } from '../state/replay-store.ts';
import { forgetReports } from '../state/report-store.ts';
import { adoptView, clearSelection } from '../state/ui-store.ts';
import { forgetLeft } from '../ui/left-form.ts';
import { tellOnce } from '../state/told-store.ts';
import { isWallWindow } from '../which-window.ts';
import { faultStandingQuery } from './backup-queries.ts';
import { listen } from './client.ts';
import { appStateQuery, clockTrustQuery } from './queries.ts';
import { queryClient } from './query-client.ts';

/** What is asked in the name of whoever works here. */
const PERSONAL = ['draft', 'timer', 'view', 'alarm', 'steering'] as const;

const ask = (kinds: readonly string[]): void => {
  for (const kind of kinds) void queryClient.resetQueries({ queryKey: [kind] });
};

/** Another workspace is another database: nothing of the old one stays. */
const enterWorkspace = (): void => {
  clearSelection();
  backToNow();
  checkTickets([]);
  closeForm();
  forgetCustomers();
  forgetCoaching();
  forgetHandover();
  forgetReports();
  forgetLeft();
  queryClient.removeQueries({ queryKey: ['customer'] });
  queryClient.removeQueries({ queryKey: ['ticket'] });
  queryClient.removeQueries({ queryKey: ['coaching'] });
  queryClient.removeQueries({ queryKey: ['maintenance'] });
  queryClient.removeQueries({ queryKey: ['handover'] });
  queryClient.removeQueries({ queryKey: ['report'] });
  queryClient.removeQueries({ queryKey: ['people'] });
  ask(['queue', 'reply', 'macro', 'audit', 'wall', 'clock-trust', ...PERSONAL]);
  void queryClient.invalidateQueries({ queryKey: ['rules'] });
};

/** What is of the shell, or is asked again in its place. */
const STAY: ReadonlySet<unknown> = new Set(['app', 'fault', 'rules']);

/** Another person has other drafts, views, alarms and another timer. */
const welcome = (): void => {
  closeForm();
  putDownHandover();
  forgetLeft();
  adoptView(null);
  ask(PERSONAL);
};

/** Takes over an application state that a call returned or a notice brought. */
export const adoptAppState = (state: AppState): void => {
  const before = queryClient.getQueryData(appStateQuery.queryKey);
  queryClient.setQueryData(appStateQuery.queryKey, state);
  if (before === undefined) return;
  if (before.workspace !== state.workspace) {
    enterWorkspace();
    return;
  }
  const { name, role, level } = state.me;
  if (before.me.name !== name) welcome();
  if (before.me.name !== name || before.me.role !== role || before.me.level !== level) {
    // 'Mine', 'my level' and 'escalated to me' are somebody else's now.
    void queryClient.invalidateQueries({ queryKey: ['queue'] });
    // A lead sees the requests of all.
    void queryClient.resetQueries({ queryKey: ['steering'] });
  }
};

/** Reports look at everything: they are made again when somebody looks at them, and not for each change (`reportQuery`). */
const outdateReports = (): void => void queryClient.invalidateQueries({ queryKey: ['report'], refetchType: 'none' });

/** An import commits many times a second; the window asks again this often at most. */
const ASK_AGAIN_MS = 300;

/** A command's own reply follows the notice of its commit, and is drawn first. */
const REPLY_FIRST_MS = 30;

type TicketIds = readonly number[] | null;

/** What changed since the window last asked; a null among them stands for any ticket. */
let told: TicketIds[] = [];
let isWaiting = false;

const askAgain = (): void => {
  isWaiting = told.length > 0;
  if (!isWaiting) return;
  const ids = told.includes(null) ? null : new Set(told.flatMap((ticketIds) => ticketIds ?? []));
  told = [];
  setTimeout(askAgain, ASK_AGAIN_MS);
  outdateReports();
  void queryClient.invalidateQueries({ queryKey: ['queue'] });
  void queryClient.invalidateQueries({ queryKey: ['audit'] });
  // What a request would change goes by its ticket.
  void queryClient.invalidateQueries({ queryKey: ['steering', 'request'] });
  // What a handover would hold, where somebody looks at it.
  void queryClient.invalidateQueries({ queryKey: ['handover', 'preview'] });
  void queryClient.invalidateQueries({
    queryKey: ['ticket'],
    predicate: ({ queryKey: [, id] }) => ids === null || (typeof id === 'number' && ids.has(id)),
  });
};

const onDataChanged = ({ ticketIds }: { readonly ticketIds: TicketIds }): void => {
  told.push(ticketIds);
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(askAgain, REPLY_FIRST_MS);
};

/** Keeps what the window shows in step with what the core and the shell tell; the result stops that. */
export const followNotices = (): (() => void) => {
  const stops = [
    listen('data:changed', onDataChanged),
    listen('app:state-changed', adoptAppState),
    listen('workspace:replaced', () => {
      enterWorkspace();
      // A big screen has nothing of its own to keep.
      if (isWallWindow) window.location.reload();
      else void queryClient.resetQueries({ predicate: ({ queryKey: [kind] }) => !STAY.has(kind) });
    }),
    listen('fault:changed', (standing) => queryClient.setQueryData(faultStandingQuery.queryKey, standing)),
    listen('core:restarted', () => {
      tellOnce({ kind: 'core' });
      void queryClient.invalidateQueries();
    }),
    listen('wall:reopened', () => tellOnce({ kind: 'wall' })),
    listen('policy:changed', () => {
      outdateReports();
      void queryClient.invalidateQueries({ queryKey: ['rules'] });
      // Lots and the hours that a tier includes are rules too.
      void queryClient.invalidateQueries({ queryKey: ['customer'] });
      // Windows recur by rules of the policy, and what stands against a session goes by both.
      void queryClient.invalidateQueries({ queryKey: ['maintenance'] });
      void queryClient.invalidateQueries({ queryKey: ['coaching'] });
    }),
    listen('coaching:changed', () => {
      outdateReports();
      void queryClient.invalidateQueries({ queryKey: ['coaching'] });
    }),
    listen('maintenance:changed', () => {
      void queryClient.invalidateQueries({ queryKey: ['maintenance'] });
      // What stands against a session is told with it.
      void queryClient.invalidateQueries({ queryKey: ['coaching'] });
    }),
    listen('customer:changed', () => {
      outdateReports();
      void queryClient.invalidateQueries({ queryKey: ['steering', 'request'] });
      void queryClient.invalidateQueries({ queryKey: ['customer'] });
      void queryClient.invalidateQueries({ queryKey: ['coaching'] });
    }),
    listen('people:changed', () => {
      void queryClient.invalidateQueries({ queryKey: ['people'] });
      void queryClient.invalidateQueries({ queryKey: ['audit'] });
      // Who takes tickets of a level.
      void queryClient.invalidateQueries({ queryKey: ['queue', 'moves'] });
    }),
    listen('clock:trust-changed', () => void queryClient.invalidateQueries({ queryKey: clockTrustQuery.queryKey })),
    listen('handover:changed', () => {
      void queryClient.invalidateQueries({ queryKey: ['handover'] });
      void queryClient.invalidateQueries({ queryKey: ['audit'] });
    }),
    listen('steering:changed', () => void queryClient.invalidateQueries({ queryKey: ['steering'] })),
    listen('desk:changed', ({ what }) => void queryClient.invalidateQueries({ queryKey: [what] })),
  ];
  return () => stops.forEach((stop) => stop());
};
