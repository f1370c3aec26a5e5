import { IconBuilding, IconFilterOff, IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { narrowToTier, searchCustomers, showCustomer, useCustomerStore } from '../../state/customer-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { takeTypedOnTheWay } from '../../ui/place-type-ahead.ts';
import { StateScreen } from '../../ui/state-screen.tsx';
import { openCustomer, openNewCustomer, useCustomerDialog } from './customer-dialog-store.ts';
import { DirectoryRow } from './directory-row.tsx';
import { focusSearch, LIST_ID, SEARCH_ID } from './focus.ts';
import { TierFilter } from './tier-filter.tsx';
import { useDirectory } from './use-directory.ts';

const PAGE_ROWS = 8;
const optionId = (id: number): string => `customer-${id}`;

const clear = (): void => {
  searchCustomers('');
  narrowToTier(null);
  focusSearch();
};

type Props = { readonly onLeave: () => void };

/** All customers, found as one types. Arrows move, Enter opens the page beside; with a page open, it follows. */
export const Directory = ({ onLeave }: Props) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const { directory, error, retry } = useDirectory();
  const search = useCustomerStore((state) => state.search);
  const tier = useCustomerStore((state) => state.tier);
  const shownId = useCustomerStore((state) => state.customerId);
  const [activeId, setActiveId] = useState(shownId);
  /** Enter came before the answer: its first customer is opened as soon as it is there. */
  const [isAwaited, setIsAwaited] = useState(false);
  const rows = directory?.rows ?? [];
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === (activeId ?? shownId)),
  );
  const active = rows[at];

  // Whoever opened a customer goes to its page, which may be there before this is.
  const [isArrival] = useState(() => useCustomerDialog.getState().awaitedId === null);
  useEffect(() => {
    if (!isArrival) return;
    focusSearch();
    const typed = takeTypedOnTheWay();
    if (typed !== '') searchCustomers(typed);
  }, [isArrival]);
  const activeElementId = active === undefined ? undefined : optionId(active.id);
  useEffect(() => {
    if (activeElementId !== undefined) document.getElementById(activeElementId)?.scrollIntoView({ block: 'nearest' });
  }, [activeElementId]);
  const open = (id: number): void => {
    setActiveId(id);
    openCustomer(id);
  };
  const isCurrent = directory?.isCurrent ?? false;
  useEffect(() => {
    if (!isAwaited || !isCurrent) return;
    // The answer is what was waited for: there is no event of the user's to hang it on.
    // oxlint-disable-next-line react/set-state-in-effect
    setIsAwaited(false);
    if (active === undefined) return;
    setActiveId(active.id);
    openCustomer(active.id);
  }, [isAwaited, isCurrent, active]);

  const move = (to: number): void => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (next === undefined) return;
    setActiveId(next.id);
    if (shownId !== null) showCustomer(next.id);
  };
  const enter = (): void => {
    if (!isCurrent) setIsAwaited(true);
    else if (active !== undefined) open(active.id);
  };
  const leave = (): void => (search === '' && tier === null ? onLeave() : clear());
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const presses: Readonly<Record<string, () => void>> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      PageDown: () => move(at + PAGE_ROWS),
      PageUp: () => move(at - PAGE_ROWS),
      Enter: enter,
      Escape: leave,
      ...(event.currentTarget.id === LIST_ID
        ? { j: () => move(at + 1), k: () => move(at - 1), Home: () => move(0), End: () => move(rows.length - 1) }
        : {}),
    };
    const press = presses[event.key];
    if (press === undefined) return;
    event.preventDefault();
    press();
  };

  return (
    <div className="customers-side">
      <div className="customers-find">
        <IconSearch size={14} stroke={2} aria-hidden="true" />
        <input
          id={SEARCH_ID}
          className="input"
          type="text"
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={activeElementId}
          aria-label={word('customers.find')}
          placeholder={word('customers.find')}
          value={search}
          maxLength={400}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget: { value } }) => {
            setActiveId(-1);
            setIsAwaited(false);
            searchCustomers(value);
          }}
          onKeyDown={onKeyDown}
          data-testid="customers-search"
        />
      </div>
      <TierFilter counts={directory?.counts ?? null} />
      {error === null ? null : <FailureScreen title={word('customers.failed')} error={error} retry={retry} />}
      <div
        id={LIST_ID}
        className="customers-list"
        role="listbox"
        tabIndex={0}
        hidden={rows.length === 0}
        aria-label={word('customers.title')}
        aria-activedescendant={activeElementId}
        onKeyDown={onKeyDown}
        data-current={isCurrent || undefined}
        data-testid="customers-list"
      >
        {rows.map((row) => (
          // The keys are those of the list.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={row.id}
            id={optionId(row.id)}
            role="option"
            tabIndex={-1}
            className="customer-row"
            aria-selected={row.id === active?.id}
            data-shown={row.id === shownId || undefined}
            data-testid="customer-row"
            onClick={() => open(row.id)}
          >
            <DirectoryRow row={row} />
          </div>
        ))}
      </div>
      {directory === null && error === null ? <p className="customer-loading quiet">{word('loading')}</p> : null}
      {directory === null || rows.length > 0 || error !== null ? null : search === '' && tier === null ? (
        <div className="customers-none">
          <StateScreen
            icon={<IconBuilding size={26} stroke={1.5} />}
            title={word('customers.empty')}
            text={word('customers.emptyText')}
          >
            <button type="button" className="banner-button" onClick={openNewCustomer}>
              {word('command.newCustomer')}
            </button>
          </StateScreen>
        </div>
      ) : (
        <StateScreen icon={<IconFilterOff size={26} stroke={1.5} />} title={word('customers.noneFits')}>
          <button type="button" className="banner-button" onClick={clear}>
            {word('filter.clearAll')}
          </button>
        </StateScreen>
      )}
      {directory === null || directory.total <= rows.length ? null : (
        <p className="customers-more quiet" role="status">
          {intl.formatMessage({ id: 'customers.more' }, { shown: rows.length, total: directory.total })}
        </p>
      )}
    </div>
  );
};
