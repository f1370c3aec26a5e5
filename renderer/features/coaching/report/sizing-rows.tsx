import { IconPlus } from '@tabler/icons-react';
import { useLayoutEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import {
  EMPTY_SIZING,
  isTable,
  MOST_SIZINGS,
  moveSizing,
  pasteSizing,
  type SizingRow as Row,
  type SizingText,
} from '../../../../shared/coaching/sizing.ts';
import { SizingRow, type SizingAct } from './sizing-row.tsx';

type Props = {
  readonly rows: readonly Row[];
  readonly isReadOnly: boolean;
  readonly onChange: (rows: Row[]) => void;
};

type Place = { readonly row: number; readonly column: string };

/**
 * The sizing table as it is filled in. Enter goes a row down and makes one after the last, Alt with an arrow moves a row, and what a
 * spreadsheet copied is pasted as rows.
 */
export const SizingRows = ({ rows, isReadOnly, onChange }: Props) => {
  const intl = useIntl();
  const list = useRef<HTMLOListElement>(null);
  /** Takes the focus once it is drawn. */
  const wanted = useRef<Place | null>(null);
  const [removed, setRemoved] = useState<{ readonly row: Row; readonly index: number } | null>(null);
  const word = (id: string): string => intl.formatMessage({ id });
  const fieldAt = ({ row, column }: Place): HTMLElement | null =>
    list.current?.querySelector<HTMLElement>(`[data-sizing="${row}"] [data-column="${column}"]:enabled`) ?? null;
  useLayoutEffect(() => {
    const place = wanted.current;
    wanted.current = null;
    if (place === null) return;
    // At the end of the table a button has nowhere to move a row to.
    (fieldAt(place) ?? fieldAt({ ...place, column: 'name' }))?.focus();
  });

  const put = (next: Row[], focus: Place | null = null): void => {
    wanted.current = focus;
    onChange(next);
  };
  const add = (): void => {
    if (rows.length >= MOST_SIZINGS) return;
    const what = rows.at(-1)?.what ?? EMPTY_SIZING.what;
    put([...rows, { ...EMPTY_SIZING, what }], { row: rows.length, column: 'name' });
  };
  const move = (index: number, by: -1 | 1, column: string): void => {
    if (rows[index + by] !== undefined) put(moveSizing(rows, index, by), { row: index + by, column });
  };
  const act = (index: number, what: SizingAct): void => {
    const row = rows[index];
    if (what !== 'remove') move(index, what === 'up' ? -1 : 1, what);
    else if (row !== undefined) {
      setRemoved({ row, index });
      put(rows.toSpliced(index, 1), { row: Math.min(index, rows.length - 2), column: 'remove' });
    }
  };
  const putBack = (): void => {
    if (removed === null) return;
    put(rows.toSpliced(removed.index, 0, removed.row), { row: removed.index, column: 'name' });
    setRemoved(null);
  };

  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    if (isReadOnly || !(event.target instanceof HTMLElement)) return;
    const column = event.target.dataset['column'] ?? 'name';
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      move(index, event.key === 'ArrowUp' ? -1 : 1, column);
      return;
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.key !== 'Enter' || !isPlain || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    const below = fieldAt({ row: index + 1, column });
    if (below === null) add();
    else below.focus();
  };
  const onPaste = (event: ClipboardEvent, index: number, column: SizingText): void => {
    const text = event.clipboardData.getData('text/plain');
    if (isReadOnly || !isTable(text)) return;
    event.preventDefault();
    put(pasteSizing(rows, { row: index, column }, text), { row: index, column });
  };

  return (
    <fieldset className="sizing" data-testid="sizing">
      <legend className="form-label">{word('held.paper.sizing')}</legend>
      {rows.length === 0 ? null : (
        <ol ref={list}>
          {rows.map((row, index) => (
            <SizingRow
              // A row is its place: what moves is what is written in it.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              {...{ row, index, isReadOnly }}
              isLast={index === rows.length - 1}
              onWrite={(part) => put(rows.map((one, i) => (i === index ? { ...one, ...part } : one)))}
              onAct={(what) => act(index, what)}
              onKeyDown={(event) => onKeyDown(event, index)}
              onPaste={(event, column) => onPaste(event, index, column)}
            />
          ))}
        </ol>
      )}
      {isReadOnly ? null : (
        <p className="sizing-more">
          <button type="button" className="banner-button" onClick={add} data-testid="sizing-add">
            <IconPlus size={14} stroke={2} aria-hidden="true" className="button-sign" />
            {word('held.sizing.add')}
          </button>
          {removed === null ? (
            <span className="quiet">{word('held.sizing.hint')}</span>
          ) : (
            <span role="status">
              {word('held.sizing.removed')}{' '}
              <button type="button" className="link" onClick={putBack} data-testid="sizing-put-back">
                {word('held.sizing.putBack')}
              </button>
            </span>
          )}
        </p>
      )}
    </fieldset>
  );
};
