import { IconArrowDown, IconArrowUp, IconHourglassLow } from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { MonthStanding } from '../../../shared/ipc/expertise-schemas.ts';
import { openCustomer } from '../customers/customer-dialog-store.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { showCustomer, useCustomerStore } from '../../state/customer-store.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { HoursBar } from './hours-bar.tsx';
import { OverageSign } from './overage-mark.tsx';
import { endingOf, type StandingSort, type StandingView } from './standing-order.ts';
import { useHoursWords } from './use-hours-words.ts';

type Column = { readonly name: string; readonly sort?: StandingSort; readonly isFigure?: boolean };

const COLUMNS: readonly Column[] = [
  { name: 'customer', sort: 'customer' },
  { name: 'tier' },
  { name: 'grantedMin', isFigure: true },
  { name: 'used', isFigure: true },
  { name: 'leftOf', sort: 'left' },
  { name: 'overageMin', sort: 'overage', isFigure: true },
  { name: 'pack', sort: 'pack', isFigure: true },
  { name: 'forecast' },
];

const NAMES = '.standing-name';

const openHours = (customerId: number): void => openCustomer(customerId, 'hours');

/** Choosing is an act: a row that has the focus because its place was opened is nobody's choice. */
const choose = (name: HTMLElement | null | undefined): void => {
  if (name?.dataset['customer'] === undefined) return;
  showCustomer(Number(name.dataset['customer']));
  name.focus();
};

/** Why there are no hours this month, as a message key. */
const whyNone = ({ entitlement: { reason } }: MonthStanding): string =>
  reason === 'notDated'
    ? 'expertise.notDated'
    : reason === 'firstMonthsOver'
      ? 'expertise.firstMonthsOver'
      : 'expertise.noMonthly';

type RowProps = { readonly standing: MonthStanding; readonly isFirst: boolean; readonly nowMs: InstantMs };

const Row = ({ standing, isFirst, nowMs }: RowProps) => {
  const intl = useIntl();
  const words = useHoursWords();
  const isChosen = useCustomerStore((store) => store.customerId === standing.customerId);
  const { customerId, customer, tier, grantedMin, usedMin, leftMin, overageMin, packLeftMin, packEndsAtMs } = standing;
  const ending = endingOf(standing, nowMs);
  const { endsAtMs } = standing.entitlement;
  return (
    // The button in it has the keys.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr
      data-chosen={isChosen || undefined}
      data-testid="standing-row"
      onClick={({ currentTarget }) => choose(currentTarget.querySelector<HTMLElement>(NAMES))}
      onDoubleClick={() => openHours(customerId)}
    >
      <th scope="row">
        <button
          type="button"
          className="standing-name"
          tabIndex={isFirst ? 0 : -1}
          data-customer={customerId}
          onClick={() => openHours(customerId)}
        >
          <bdi>{customer}</bdi>
        </button>
        {ending === null || endsAtMs === null ? null : (
          <span className="standing-ends" data-ending={ending} data-testid="access-ends">
            <IconHourglassLow size={13} stroke={2} aria-hidden="true" />
            {intl.formatMessage(
              { id: 'expertise.accessEnds' },
              { date: words.date(endsAtMs - 1), days: Math.floor((endsAtMs - 1 - nowMs) / DAY_MS) },
            )}
          </span>
        )}
      </th>
      <td>
        <TierBadge tier={tier} />
      </td>
      <td data-figure>{words.figure(grantedMin)}</td>
      <td data-figure>{words.figure(usedMin)}</td>
      <td>
        {grantedMin === 0 ? (
          <span className="quiet">{intl.formatMessage({ id: whyNone(standing) })}</span>
        ) : (
          <span className="hours-left">
            <HoursBar usedMin={usedMin} minutes={grantedMin} />
            <strong>{words.minutes(leftMin)}</strong>
          </span>
        )}
      </td>
      <td data-figure data-over={overageMin > 0 || undefined}>
        {overageMin > 0 ? <OverageSign /> : null}
        {words.figure(overageMin)}
      </td>
      <td data-figure>{words.figure(packLeftMin)}</td>
      <td className="standing-forecast">
        {packEndsAtMs === null
          ? null
          : intl.formatMessage({ id: 'expertise.packEnds' }, { date: words.date(packEndsAtMs) })}
      </td>
    </tr>
  );
};

type Props = {
  readonly standings: readonly MonthStanding[];
  readonly view: StandingView;
  readonly nowMs: InstantMs;
  readonly onSort: (sort: StandingSort) => void;
};

/** How each customer stands this month. Arrows go from one to the next, Enter opens its hours. */
export const StandingTable = ({ standings, view, nowMs, onSort }: Props) => {
  const intl = useIntl();
  const table = useRef<HTMLTableElement>(null);
  const chosenId = useCustomerStore((store) => store.customerId);
  const isListed = standings.some(({ customerId }) => customerId === chosenId);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const names = [...(table.current?.querySelectorAll<HTMLElement>(NAMES) ?? [])];
    const at = names.indexOf(event.target);
    const steps: Readonly<Record<string, number>> = {
      ...{ ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1 },
      ...{ PageDown: at + 10, PageUp: at - 10, Home: 0, End: names.length - 1 },
    };
    const to = at < 0 ? undefined : steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose(names[Math.max(0, Math.min(names.length - 1, to))]);
  };
  return (
    // The keys are those of the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className="hours-table standing-table" ref={table} onKeyDown={onKeyDown} data-testid="standings">
      <thead>
        <tr>
          {COLUMNS.map(({ name, sort, isFigure }) => {
            const label = intl.formatMessage({ id: `expertise.column.${name}` });
            const isSorted = sort !== undefined && view.sort === sort;
            const Arrow = view.isDescending ? IconArrowDown : IconArrowUp;
            return (
              <th
                key={name}
                scope="col"
                data-figure={isFigure}
                aria-sort={isSorted ? (view.isDescending ? 'descending' : 'ascending') : undefined}
              >
                {sort === undefined ? (
                  label
                ) : (
                  <button type="button" className="standing-sort" onClick={() => onSort(sort)}>
                    {label} {isSorted ? <Arrow size={12} stroke={2.2} aria-hidden="true" /> : null}
                  </button>
                )}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {standings.map((standing, index) => (
          <Row
            key={standing.customerId}
            standing={standing}
            isFirst={isListed ? standing.customerId === chosenId : index === 0}
            nowMs={nowMs}
          />
        ))}
      </tbody>
    </table>
  );
};
