import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useLedgerZone } from '../../ipc/ledger-zone.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { moveDate, readDate, writeDate } from './read-date.ts';

type Props = {
  readonly id: string;
  readonly label: string;
  /** As `2026-11-30`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly testId: string;
};

/** A day, typed as people type days; up and down go to the next and the one before. Enter, or leaving the field, asks for it. */
export const DateField = ({ id, label, value, onChange, testId }: Props) => {
  const intl = useIntl();
  const zone = useLedgerZone();
  const [text, setText] = useState(() => writeDate(value));
  const [sent, setSent] = useState(value);
  if (sent !== value) {
    setSent(value);
    setText(writeDate(value));
  }
  const read = readDate(text, { zone, nowMs: getRealNowMs() });
  const say = (date: string | null): void => {
    if (date === null) return;
    setText(writeDate(date));
    if (date !== value) onChange(date);
  };
  return (
    <label>
      <span className="quiet">{label}</span>
      <input
        id={id}
        className="input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={text}
        aria-invalid={read === null || undefined}
        title={read === null ? intl.formatMessage({ id: 'reports.noDay' }) : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onBlur={() => say(read)}
        onKeyDown={(event) => {
          const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
          if (event.key === 'Enter') say(read);
          else if (event.key === 'Escape') setText(writeDate(value));
          else if (step !== 0) say(moveDate(read ?? value, step));
          else return;
          event.preventDefault();
        }}
        data-testid={testId}
      />
    </label>
  );
};
