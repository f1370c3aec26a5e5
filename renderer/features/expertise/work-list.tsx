import { useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { LedgerView } from '../../../shared/ipc/expertise-schemas.ts';
import type { LedgerAction } from './ledger-action.ts';
import { WorkEntry } from './work-entry.tsx';

type Props = { readonly ledger: LedgerView; readonly onAct: (action: LedgerAction) => void };

const HEADS = '.work-entry-head';

/** The work that was logged, the newest first. Arrows go from one entry to the next, Enter tells why it stands as it does. */
export const WorkList = ({ ledger, onAct }: Props) => {
  const intl = useIntl();
  const list = useRef<HTMLOListElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const entries = ledger.work.toReversed();
  const at = Math.max(
    0,
    entries.findIndex(({ id }) => id === current),
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const heads = [...(list.current?.querySelectorAll<HTMLElement>(HEADS) ?? [])];
    if (event.key === 'Escape') {
      const own = event.target.closest('li')?.querySelector<HTMLElement>(HEADS);
      if (own == null || own === event.target) return;
      event.preventDefault();
      event.stopPropagation();
      own.focus();
      return;
    }
    const index = heads.indexOf(event.target);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: heads.length - 1,
    };
    const to = index < 0 ? undefined : steps[event.key];
    if (to === undefined) return;
    event.preventDefault();
    heads[Math.max(0, Math.min(heads.length - 1, to))]?.focus();
  };
  const toggle = (id: string): void => {
    const next = new Set(opened);
    if (!next.delete(id)) next.add(id);
    setOpened(next);
  };
  if (entries.length === 0) {
    return <p className="quiet hours-none">{intl.formatMessage({ id: 'expertise.noWork' })}</p>;
  }
  return (
    // The keys are those of the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol className="work-list" ref={list} onKeyDown={onKeyDown} data-testid="work-list">
      {entries.map((entry, index) => (
        <WorkEntry
          key={entry.id}
          entry={entry}
          ledger={ledger}
          isCurrent={index === at}
          isOpen={opened.has(entry.id)}
          onFocus={() => setCurrent(entry.id)}
          onToggle={() => toggle(entry.id)}
          onAct={onAct}
        />
      ))}
    </ol>
  );
};
