import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { AuditRow } from '../../../shared/ipc/audit-schemas.ts';
import { useApp } from '../../app-context.ts';
import { auditRowKey } from '../../../shared/audit/row-key.ts';
import { auditWords, changesLine } from './audit-words.ts';

const ROW_PX = 46;
/** So many rows before the end the next page is asked for. */
const AHEAD = 30;

const rowId = (row: AuditRow): string => `audit-${auditRowKey(row)}`;

const Line = ({ row }: { readonly row: AuditRow }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const words = <bdi>{auditWords(intl, row)}</bdi>;
  return (
    <>
      <time dateTime={new Date(row.recordedAtMs).toISOString()}>{instants.due(row.recordedAtMs)}</time>
      <span className="audit-who">
        <bdi>{row.actor}</bdi>
        <bdi className="quiet">{row.workstation}</bdi>
      </span>
      <span className="audit-what">
        <bdi>
          {row.handover === null
            ? (row.ticket?.reference ?? row.person ?? row.customer)
            : intl.formatMessage({ id: 'audit.handover' }, { by: row.handover.by })}
        </bdi>
        {row.ticket === null ? null : <bdi className="quiet">{row.customer}</bdi>}
        {row.handover === null ? null : <span className="quiet">{instants.due(row.handover.begunAtMs)}</span>}
      </span>
      <span className="audit-did">
        <span>
          {row.voidedBy === null ? words : <s>{words}</s>}
          {row.voidedBy === null ? null : (
            <span className="audit-mark">
              {intl.formatMessage({ id: 'page.undoneBy' }, { name: row.voidedBy.actor })}
            </span>
          )}
        </span>
        <bdi className="quiet">{changesLine(intl, instants, row.changes)}</bdi>
      </span>
    </>
  );
};

type Props = {
  readonly rows: readonly AuditRow[];
  readonly chosen: number;
  readonly onChoose: (index: number) => void;
  readonly hasMore: boolean;
  readonly onMore: () => void;
};

/** The events, the newest first. Arrows walk through them; the chosen one is told beside the list. */
export const AuditList = ({ rows, chosen, onChoose, hasMore, onMore }: Props) => {
  const intl = useIntl();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
    useFlushSync: false,
    initialRect: { width: 1000, height: window.innerHeight },
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  const isNearEnd = hasMore && last >= rows.length - AHEAD;
  useEffect(() => {
    if (isNearEnd) onMore();
  }, [isNearEnd, onMore, rows.length]);
  useEffect(() => {
    // Whoever filters goes on typing.
    if (!(document.activeElement instanceof HTMLInputElement || document.activeElement instanceof HTMLSelectElement)) {
      scroller.current?.focus({ preventScroll: true });
    }
  }, []);
  const move = (to: number): void => {
    const index = Math.max(0, Math.min(rows.length - 1, to));
    onChoose(index);
    virtualizer.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW_PX) / ROW_PX) - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: chosen + 1,
      ArrowUp: chosen - 1,
      j: chosen + 1,
      k: chosen - 1,
      PageDown: chosen + page,
      PageUp: chosen - page,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(to);
  };
  // Only what is drawn can be pointed at.
  const current = items.some(({ index }) => index === chosen) ? rows[chosen] : undefined;
  return (
    <div
      className="audit-list"
      ref={scroller}
      role="listbox"
      tabIndex={0}
      aria-label={intl.formatMessage({ id: 'audit.title' })}
      aria-activedescendant={current === undefined ? undefined : rowId(current)}
      onKeyDown={onKeyDown}
      data-testid="audit-list"
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            // Keys are the list's, which has the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              role="option"
              tabIndex={-1}
              className="audit-row"
              id={rowId(row)}
              key={auditRowKey(row)}
              aria-selected={index === chosen}
              aria-posinset={index + 1}
              aria-setsize={hasMore ? -1 : rows.length}
              data-undone={row.voidedBy !== null || undefined}
              data-kind={row.kind}
              data-testid="audit-row"
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                onChoose(index);
                scroller.current?.focus({ preventScroll: true });
              }}
            >
              <Line row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
};
