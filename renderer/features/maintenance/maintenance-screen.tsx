import '../../styles/create.css';
import '../../styles/offer.css';
import '../../styles/maintenance.css';
import { IconHistory, IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { MaintenanceExceptionRow } from '../../../shared/ipc/maintenance-calls.ts';
import { PLATFORMS, type Platform } from '../../../shared/ticket/ticket.ts';
import { useApp } from '../../app-context.ts';
import { goTo } from '../../state/desk-store.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { ChoiceRow } from '../../ui/choice-row.tsx';
import { UnlockHint } from '../access/unlock-hint.tsx';
import { focusQueueSoon } from '../queue/focus.ts';
import { CustomerPick, type PickedCustomer } from './customer-pick.tsx';
import { ExceptionDialog } from './exception-dialog.tsx';
import type { ExceptionStart } from './exception-draft.ts';
import { ExceptionList } from './exception-list.tsx';
import { NextWindow } from './next-window.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { RulesNote } from './rules-note.tsx';
import { useWindows } from './use-windows.ts';
import { dayStart, monthStart, type HeldLine } from './window-lines.ts';
import { WindowMonths } from './window-months.tsx';

/** So many whole months are shown beside the present one, and so many more of the past each time. */
const MONTHS = 3;

const PLATFORM_CHOICES = ['all', ...PLATFORMS.toSorted()] as const;

type Dialog =
  | { readonly kind: 'exception'; readonly start: ExceptionStart }
  | { readonly kind: 'revoke'; readonly exception: MaintenanceExceptionRow };

/** Leaves the place; fields and dialogs have an Escape of their own. */
const onKeyDown = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return;
  if (event.target.closest('[role="dialog"], [role="menu"], input:not([type="radio"], [type="checkbox"])') !== null)
    return;
  event.preventDefault();
  goTo('queue');
  focusQueueSoon();
};

/** The maintenance windows to come, what is otherwise than the rules have it, and the rules. */
export const MaintenanceScreen = () => {
  const intl = useIntl();
  const { rules, state } = useApp();
  const isLead = state.me.role === 'lead';
  const [platform, setPlatform] = useState<Platform | null>(null);
  const [customer, setCustomer] = useState<PickedCustomer | null>(null);
  const [monthsBack, setMonthsBack] = useState(0);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const { zone } = rules;
  // The list changes at midnight, and what still runs is always in it.
  const todayMs = useNow(useCallback((nowMs) => dayStart(zone, nowMs), [zone]));
  const fromMs = monthsBack === 0 ? todayMs : monthStart(zone, todayMs, -monthsBack);
  const toMs = monthStart(zone, todayMs, MONTHS + 1);
  const windows = useWindows({ fromMs, toMs, platform, customerId: customer?.id ?? null });
  const nowMs = useNow(wholeMinute);
  const word = (id: string): string => intl.formatMessage({ id });
  const isThere = windows.lines !== null;
  useEffect(() => {
    if (isThere) list.current?.focus({ preventScroll: true });
  }, [isThere]);
  const open = (start: ExceptionStart): void => setDialog({ kind: 'exception', start });
  const close = (): void => setDialog(null);
  const lines = windows.lines ?? [];
  /** What is of one customer alone is not everybody's next window. */
  const ahead = lines.filter(
    (line): line is HeldLine =>
      line.kind === 'held' &&
      line.endMs > nowMs &&
      (customer !== null || (line.exception?.customerId ?? null) === null),
  );
  return (
    // Escape has one meaning in all of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main
      className="maintenance"
      aria-labelledby="maintenance-title"
      onKeyDown={onKeyDown}
      data-testid="maintenance-screen"
    >
      <header className="queue-header">
        <h1 id="maintenance-title">{word('maintenance.title')}</h1>
        <ChoiceRow
          label={word('maintenance.platform')}
          value={platform ?? 'all'}
          choices={PLATFORM_CHOICES.map((value) => ({
            value,
            label: value === 'all' ? word('maintenance.bothPlatforms') : value,
          }))}
          onChange={(value) => setPlatform(value === 'all' ? null : value)}
          testId="platform-filter"
        />
        <CustomerPick
          label={word('maintenance.customer')}
          picked={customer}
          onPick={setCustomer}
          name="maintenance-customer"
        />
        <span className="grow" />
        {isLead ? (
          <button type="button" className="action" onClick={() => open({ kind: 'added' })} data-testid="add-window">
            <IconPlus size={14} stroke={2} aria-hidden="true" /> {word('maintenance.add')}
          </button>
        ) : (
          <span className="quiet" data-testid="maintenance-role">
            {word('maintenance.leadsOnly')} <UnlockHint />
          </span>
        )}
      </header>
      {windows.error !== null ? (
        <FailureScreen title={word('maintenance.failed')} error={windows.error} retry={windows.retry} />
      ) : windows.lines === null ? (
        <p className="exp-loading quiet">{word('loading')}</p>
      ) : (
        <div className="maint-place">
          <div
            className="maint-main"
            ref={list}
            // It scrolls by the keyboard too.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            role="region"
            aria-labelledby="maintenance-title"
          >
            <NextWindow lines={ahead} />
            <button
              type="button"
              className="link maint-earlier"
              onClick={() => setMonthsBack(monthsBack + MONTHS)}
              data-testid="earlier"
            >
              <IconHistory size={14} stroke={1.8} aria-hidden="true" />
              {word(monthsBack === 0 ? 'maintenance.earlier' : 'maintenance.moreEarlier')}
            </button>
            <WindowMonths {...{ lines, nowMs, sessionsIn: windows.sessionsIn }} onChange={isLead ? open : null} />
          </div>
          <aside className="maint-side" aria-label={word('maintenance.side')}>
            <RulesNote />
            <ExceptionList
              exceptions={windows.exceptions}
              onRevoke={isLead ? (exception) => setDialog({ kind: 'revoke', exception }) : null}
            />
          </aside>
        </div>
      )}
      {dialog?.kind === 'exception' ? (
        <ExceptionDialog start={dialog.start} customer={customer} platform={platform} onClose={close} />
      ) : null}
      {dialog?.kind === 'revoke' ? <RevokeDialog exception={dialog.exception} onClose={close} /> : null}
    </main>
  );
};
