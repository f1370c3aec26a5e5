import { IconCalendarDown, IconHourglassEmpty, IconHourglassLow, IconTool, type Icon } from '@tabler/icons-react';
import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { SessionRow } from '../../../shared/ipc/coaching-schemas.ts';
import type { MaintenanceWindowRow } from '../../../shared/ipc/maintenance-calls.ts';
import type { WallHours } from '../../../shared/ipc/wall-calls.ts';
import type { HoursAlertKind } from '../../../shared/wall/hours-alert.ts';
import { useApp } from '../../app-context.ts';
import { useNow } from '../../state/now-store.ts';
import { StateSign } from '../coaching/state-sign.tsx';
import { useHoursWords } from '../expertise/use-hours-words.ts';
import { useWindowWords } from '../maintenance/use-window-words.ts';
import { WallLine } from './wall-line.tsx';

const SIGNS = {
  nearlyUsed: IconHourglassLow,
  accessEnds: IconCalendarDown,
  lapses: IconCalendarDown,
  usedUp: IconHourglassEmpty,
  monthEnds: IconCalendarDown,
} as const satisfies Readonly<Record<HoursAlertKind, Icon>>;

/** A customer whose hours are about to run out: what is left, and why it is told. */
export const HoursLine = ({ hours }: { readonly hours: WallHours }) => {
  const intl = useIntl();
  const words = useHoursWords();
  const { instants } = useApp();
  const { customerId, customer, alert } = hours;
  const { kind, leftMin, grantedMin, atMs } = alert;
  const Sign = SIGNS[kind];
  // What ends at midnight has the day before as its last.
  const day = atMs === null ? '' : instants.shortDay(atMs - 1);
  return (
    <WallLine
      target={{ kind: 'customer', id: customerId }}
      figure={
        <span className="wall-left" data-kind={kind}>
          {words.minutes(leftMin)}
        </span>
      }
      title={<span className="wall-customer">{customer}</span>}
      text={
        <>
          <Sign stroke={2} aria-hidden="true" />
          {intl.formatMessage(
            { id: `wall.hours.${kind}` },
            { granted: words.minutes(grantedMin), day, hasDay: atMs === null ? 'no' : 'yes' },
          )}
        </>
      }
    />
  );
};

type Span = { readonly startMs: number; readonly endMs: number };

const useIsOn = ({ startMs, endMs }: Span): boolean =>
  useNow(useCallback((nowMs: number) => nowMs >= startMs && nowMs < endMs, [startMs, endMs]));

/** A session of today. */
export const SessionLine = ({ session }: { readonly session: SessionRow }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const { id, customer, expert, state, assignment, startMs, endMs } = session;
  const isOn = useIsOn({ startMs: startMs ?? 0, endMs: endMs ?? 0 }) && (state === 'planned' || state === 'confirmed');
  const parts = [expert, intl.formatMessage({ id: `expertise.assignment.${assignment}` })];
  return (
    <WallLine
      target={{ kind: 'session', id }}
      figure={
        <time>
          {startMs === null ? '' : instants.time(startMs)}
          <small>{endMs === null ? '' : `–${instants.time(endMs)}`}</small>
        </time>
      }
      title={<span className="wall-customer">{customer}</span>}
      text={parts.filter((part) => part !== null).join(' · ')}
      aside={
        <>
          <StateSign state={state} />
          {isOn ? <span className="wall-on">{intl.formatMessage({ id: 'wall.now' })}</span> : null}
        </>
      }
    />
  );
};

/** A maintenance window that is on, or begins within a day. */
export const WindowLine = ({ window }: { readonly window: MaintenanceWindowRow }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const words = useWindowWords();
  const isOn = useIsOn(window);
  const { platform, startMs, components } = window;
  return (
    <WallLine
      target={{ kind: 'place', place: 'maintenance' }}
      figure={<time>{instants.time(startMs)}</time>}
      title={
        <>
          <IconTool stroke={2} aria-hidden="true" />
          <span className="wall-customer">{platform}</span>
        </>
      }
      text={`${words.short(window)} · ${words.components(components)}`}
      aside={isOn ? <span className="wall-on">{intl.formatMessage({ id: 'wall.now' })}</span> : undefined}
    />
  );
};
