import '../../styles/steering.css';
import { IconBellExclamation, IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { EscalationLine } from '../../../shared/ipc/steering-schemas.ts';
import { useApp } from '../../app-context.ts';
import { runCommands } from '../../ipc/run-commands.ts';
import { closeOverlay, openForm } from '../../state/desk-store.ts';
import { getNowMs } from '../../state/now-store.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { tellBulk, tellRefusal } from '../desk/tell-result.ts';
import { openTicket } from '../queue/open-ticket.ts';
import { LockedNote } from './locked-note.tsx';
import { StaleNote } from './stale-note.tsx';
import { escalationsQuery } from './steering-queries.ts';

const ACKNOWLEDGE = [{ kind: 'acknowledge' }] as const;

const send = (lines: readonly EscalationLine[]): Promise<void> =>
  runCommands(
    lines.map(({ row, step }) => ({ id: row.id, expectedVersion: null, commands: [{ kind: 'acknowledge', step }] })),
    ACKNOWLEDGE,
  ).then((result) => tellBulk(result, ACKNOWLEDGE), tellRefusal);

const show = ({ row }: EscalationLine): void => {
  closeOverlay();
  openTicket(row.id);
};

/** Opens the ticket with the form that informs somebody of it. */
const inform = (line: EscalationLine): void => {
  show(line);
  openForm('inform');
};

type LineProps = {
  readonly line: EscalationLine;
  readonly isLead: boolean;
  readonly onAcknowledge: (line: EscalationLine) => void;
};

const Line = ({ line, isLead, onAcknowledge }: LineProps) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { row, step, reachedAtMs } = line;
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <li className="escalation" data-step={step} data-testid="escalation">
      <button type="button" className="escalation-open" onClick={() => show(line)} data-ticket={row.id}>
        <span className="escalation-step">
          <IconBellExclamation size={14} stroke={2} aria-hidden="true" /> {word(`steering.step.${step}`)}
        </span>
        <strong>
          <bdi>{row.reference}</bdi>
        </strong>
        <span data-priority={row.priority ?? undefined} className="alarm-priority">
          {row.priority}
        </span>
        <TierBadge tier={row.tier} />
        <bdi className="escalation-title">{row.title}</bdi>
      </button>
      <p className="escalation-facts quiet">
        <bdi>{row.customer}</bdi> · {row.assignee === null ? word('unassigned') : <bdi>{row.assignee}</bdi>}
        {reachedAtMs === null ? null : ` · ${instants.near(reachedAtMs, getNowMs())}`}
      </p>
      {isLead ? (
        <p className="escalation-acts">
          <button type="button" className="banner-button" onClick={() => onAcknowledge(line)} data-testid="acknowledge">
            {word('page.verb.acknowledge')}
            <span className="sr-only"> {row.reference}</span>
          </button>
          <button type="button" className="banner-button" onClick={() => inform(line)} data-testid="inform">
            {word('page.verb.inform')}
            <span className="sr-only"> {row.reference}</span>
          </button>
        </p>
      ) : null}
    </li>
  );
};

const Escalations = () => {
  const intl = useIntl();
  const isLead = useApp().state.me.role === 'lead';
  const { data, error, refetch } = useQuery(escalationsQuery);
  const [at, setAt] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const lines = data?.escalations ?? [];
  const isThere = data !== undefined;
  const entries = (): HTMLElement[] => [...(frame.current?.querySelectorAll<HTMLElement>('.escalation-open') ?? [])];
  /** Tickets that are being acknowledged, until the list is read anew: nothing is sent twice. */
  const sent = useRef(new Set<number>());
  const acknowledge = async (chosen: readonly EscalationLine[]): Promise<void> => {
    const fresh = chosen.filter(({ row }) => !sent.current.has(row.id));
    if (fresh.length === 0) return;
    for (const { row } of fresh) sent.current.add(row.id);
    await send(fresh);
    await refetch();
    for (const { row } of fresh) sent.current.delete(row.id);
  };
  const wantsFocus = useRef(true);
  useLayoutEffect(() => {
    // What was acknowledged is gone with what had the keys.
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (!isThere || !(wantsFocus.current || isLost)) return;
    wantsFocus.current = false;
    const all = frame.current?.querySelectorAll<HTMLElement>('.escalation-open') ?? [];
    const target = all[Math.min(at, all.length - 1)] ?? frame.current;
    target?.focus();
  });
  const word = (id: string): string => intl.formatMessage({ id });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = entries();
    const index = all.findIndex((entry) => entry.closest('li')?.contains(document.activeElement) === true);
    const line = lines[index];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    // With Caps Lock a letter comes as a capital: Shift alone tells one from all.
    const key = event.key.toLowerCase();
    if (step !== undefined) all[Math.max(0, Math.min(all.length - 1, index + step))]?.focus();
    else if (!isLead || (key !== 'a' && key !== 'i')) return;
    else if (event.repeat) {
      // A held key would acknowledge one after the other.
    } else if (key === 'a' && event.shiftKey) void acknowledge(lines);
    else if (line === undefined) return;
    else if (key === 'i') inform(line);
    else {
      setAt(index);
      void acknowledge([line]);
    }
    event.preventDefault();
  };
  return (
    // The keys of the list.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className="escalations" ref={frame} tabIndex={-1} onKeyDown={onKeyDown} data-testid="escalations">
      <p className="quiet escalations-note">{word('steering.escalationsNote')}</p>
      <LockedNote />
      {isThere ? <StaleNote error={error} retry={refetch} /> : null}
      {!isThere && error !== null ? (
        <FailureScreen title={word('steering.failed')} error={error} retry={refetch} />
      ) : !isThere ? (
        <p className="quiet">{word('loading')}</p>
      ) : lines.length === 0 ? (
        <StateScreen icon={<IconCheck size={26} stroke={1.5} />} title={word('steering.noEscalations')} />
      ) : (
        <ul>
          {lines.map((line) => (
            <Line
              key={line.row.id}
              line={line}
              isLead={isLead}
              onAcknowledge={(chosen) => void acknowledge([chosen])}
            />
          ))}
        </ul>
      )}
      {isLead && lines.length > 0 ? (
        <footer className="dialog-footer">
          <span className="quiet">{word('steering.escalationKeys')}</span>
          <span className="grow" />
          <button
            type="button"
            className="action"
            onClick={() => void acknowledge(lines)}
            data-testid="acknowledge-all"
          >
            {intl.formatMessage({ id: 'steering.acknowledgeAll' }, { count: lines.length })}
            <kbd aria-hidden="true">⇧ A</kbd>
          </button>
        </footer>
      ) : null}
    </div>
  );
};

/** Tickets of which a lead has to know, until one says so: `a` acknowledges the one with the keys, Shift with it all. */
export const EscalationsDialog = () => {
  const intl = useIntl();
  useFocusBack();
  const count = useQuery(escalationsQuery).data?.escalations.length ?? 0;
  return (
    <Dialog
      onClose={closeOverlay}
      title={intl.formatMessage({ id: 'steering.escalationsTitle' }, { count })}
      size={900}
      fromTop="8vh"
      isToRead
    >
      <Escalations />
    </Dialog>
  );
};
