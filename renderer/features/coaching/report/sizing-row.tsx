import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import type { ClipboardEvent, KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { SIZING_TEXTS, type SizingRow as Row, type SizingText } from '../../../../shared/coaching/sizing.ts';

const KINDS = ['vm', 'network', 'storage'] as const;
const SIGNS = { up: IconArrowUp, down: IconArrowDown, remove: IconTrash } as const;
/** What is done with a row by its buttons. */
export type SizingAct = keyof typeof SIGNS;
const ACTS = ['up', 'down', 'remove'] as const;

type Props = {
  readonly row: Row;
  readonly index: number;
  readonly isLast: boolean;
  readonly isReadOnly: boolean;
  readonly onWrite: (part: Partial<Row>) => void;
  readonly onAct: (act: SizingAct) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPaste: (event: ClipboardEvent, column: SizingText) => void;
};

/** One thing that is sized: what, what it is, what it should be, and why. */
export const SizingRow = ({ row, index, isLast, isReadOnly, onWrite, onAct, onKeyDown, onPaste }: Props) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  const name = row.name === '' ? String(index + 1) : row.name;
  const isOff: Readonly<Record<SizingAct, boolean>> = { up: index === 0, down: isLast, remove: false };
  return (
    // The keys are those of the fields in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li data-sizing={index} onKeyDown={onKeyDown}>
      <label className="sizing-field">
        <span className={index === 0 ? 'form-label' : 'sr-only'}>{word('held.paper.sizing.what')}</span>
        <select
          className="input"
          data-column="what"
          disabled={isReadOnly}
          value={row.what}
          onChange={({ currentTarget: { value } }) => {
            const what = KINDS.find((kind) => kind === value);
            if (what !== undefined) onWrite({ what });
          }}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {word(`held.paper.what.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {SIZING_TEXTS.map((column) => (
        <label key={column} className="sizing-field">
          <span className={index === 0 ? 'form-label' : 'sr-only'}>{word(`held.paper.sizing.${column}`)}</span>
          <input
            className="input"
            data-column={column}
            autoComplete="off"
            spellCheck={column === 'why'}
            maxLength={column === 'why' ? 2_000 : 400}
            readOnly={isReadOnly}
            placeholder={index === 0 ? undefined : word(`held.paper.sizing.${column}`)}
            value={row[column]}
            onChange={({ currentTarget: { value } }) => onWrite({ [column]: value })}
            onPaste={(event) => onPaste(event, column)}
          />
        </label>
      ))}
      {isReadOnly ? null : (
        <span className="sizing-do">
          {ACTS.map((act) => {
            const Sign = SIGNS[act];
            return (
              <button
                key={act}
                type="button"
                className="icon-button"
                data-column={act}
                disabled={isOff[act]}
                aria-label={intl.formatMessage({ id: `held.sizing.${act}` }, { name })}
                title={word(`held.sizing.${act}.tip`)}
                onClick={() => onAct(act)}
              >
                <Sign size={14} stroke={2} aria-hidden="true" />
              </button>
            );
          })}
        </span>
      )}
    </li>
  );
};
