import {
  IconBellExclamation,
  IconBellRinging,
  IconCheck,
  IconClockPlay,
  IconPhone,
  IconScale,
} from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { Alarm } from '../../../shared/ipc/watch-schemas.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time/instant.ts';
import { tomorrowAt } from '../../../shared/watch/quiet-hours.ts';
import { useApp } from '../../app-context.ts';
import { call } from '../../ipc/client.ts';
import { getNowMs, useNow, wholeMinute } from '../../state/now-store.ts';
import { tell } from '../../state/notice-store.ts';
import { ClockIcon } from '../../ui/clock-icon.tsx';
import { reportFailure } from '../../ui/report-failure.ts';

const NINE_MS = 9 * HOUR_MS;

const ICONS = { escalated: IconBellExclamation, wakeUp: IconClockPlay, remind: IconPhone, policy: IconScale } as const;

const KindIcon = ({ kind }: Pick<Alarm, 'kind'>) => {
  if (kind === 'breached' || kind === 'atRisk') return <ClockIcon state={kind} size={12} />;
  const Icon = ICONS[kind];
  return <Icon size={14} stroke={1.8} aria-hidden="true" />;
};

const markSeen = (id: number): void =>
  void call('watch:mark-seen', { alarmIds: [id] }).then(() => undefined, reportFailure);

/** Up and down go from alarm to alarm. */
const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const list = event.currentTarget.closest('ul');
  const rows = [...(list?.querySelectorAll<HTMLElement>('.alarm-open') ?? [])];
  const at = rows.findIndex((row) => row.closest('li') === event.currentTarget);
  rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
};

type Props = { readonly alarm: Alarm; readonly onOpen: (ticketId: number) => void };

/** One alarm: what it is about, when it fell due, and what can be done with it. */
export const AlarmRow = ({ alarm, onOpen }: Props) => {
  const intl = useIntl();
  const { instants, rules } = useApp();
  const nowMs = useNow(wholeMinute);
  const { id, kind, ticketId, reference, title, customer, priority, dueAtMs, snoozedUntilMs, isSeen, isOver } = alarm;
  const word = (name: string, values = {}): string => intl.formatMessage({ id: `watch.${name}` }, values);
  const about = reference ?? word('rules');
  const snooze = async (untilMs: number): Promise<void> => {
    await call('watch:snooze', { alarmIds: [id], untilMs });
    tell('done', word('snoozed', { about, at: instants.near(untilMs, getNowMs()) }));
  };
  const snoozes = [
    { name: word('snooze.quarter'), untilMs: () => Date.now() + 15 * MINUTE_MS },
    { name: word('snooze.hour'), untilMs: () => Date.now() + HOUR_MS },
    { name: word('snooze.tomorrow'), untilMs: () => tomorrowAt(rules.zone, Date.now(), NINE_MS) },
  ];
  const isQuiet = isOver || isSeen;
  return (
    // The keys move between the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li className="alarm" data-kind={kind} data-quiet={isQuiet || undefined} data-testid="alarm" onKeyDown={moveFocus}>
      <span className="alarm-kind">
        <KindIcon kind={kind} />
        {word(`kind.${kind}`)}
        {isQuiet ? null : <span className="alarm-new">{word('new')}</span>}
        <time className="alarm-at">{instants.near(dueAtMs, nowMs)}</time>
      </span>
      <button
        type="button"
        className="alarm-open"
        disabled={ticketId === null || reference === null}
        onClick={() => (ticketId === null ? undefined : onOpen(ticketId))}
      >
        {priority === null ? null : (
          <span className="alarm-priority" data-priority={priority}>
            {priority}
          </span>
        )}
        <strong>{about}</strong>
        <bdi className="alarm-title">{[customer, title].filter((part) => part !== null).join(' · ')}</bdi>
      </button>
      <span className="alarm-acts">
        {isOver ? <span className="quiet">{word('over')}</span> : null}
        {snoozedUntilMs === null ? null : (
          <span className="quiet">
            <IconBellRinging size={13} stroke={1.8} aria-hidden="true" />{' '}
            {word('again', { at: instants.near(snoozedUntilMs, nowMs) })}
          </span>
        )}
        {isOver || snoozedUntilMs !== null ? null : (
          <span role="group" aria-label={word('snooze', { about })} className="alarm-snoozes">
            <span className="quiet" aria-hidden="true">
              {word('snoozeWord')}
            </span>
            {snoozes.map(({ name, untilMs }) => (
              <button type="button" key={name} onClick={() => void snooze(untilMs()).catch(reportFailure)}>
                {name}
              </button>
            ))}
          </span>
        )}
        {isSeen || isOver ? null : (
          <button type="button" className="alarm-seen" onClick={() => markSeen(id)} aria-label={word('see', { about })}>
            <IconCheck size={13} stroke={2.2} aria-hidden="true" /> {word('seen')}
          </button>
        )}
      </span>
    </li>
  );
};
