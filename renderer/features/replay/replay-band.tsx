import '../../styles/replay.css';
import { IconHistory } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { localToInstant, offsetAt, type Zone } from '../../../shared/calendar/zone.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { listen } from '../../ipc/client.ts';
import { getRealNowMs } from '../../state/now-store.ts';
import { useReplayStore } from '../../state/replay-store.ts';
import { useZone } from '../ticket/forms/use-zone.ts';
import { leavePast, lookAt } from './look-at.ts';
import { ReplayField } from './replay-field.tsx';

type Step = { readonly id: string; readonly from: (atMs: InstantMs, zone: Zone) => InstantMs };

/** The same time of day, also across a change of the clocks. */
const byDay =
  (days: number): Step['from'] =>
  (atMs, zone) =>
    localToInstant(zone, atMs + offsetAt(zone, atMs) + days * DAY_MS);
const byHour =
  (hours: number): Step['from'] =>
  (atMs) =>
    atMs + hours * HOUR_MS;

const BACK: readonly Step[] = [
  { id: 'replay.dayBack', from: byDay(-1) },
  { id: 'replay.hourBack', from: byHour(-1) },
];
const ON: readonly Step[] = [
  { id: 'replay.hourOn', from: byHour(1) },
  { id: 'replay.dayOn', from: byDay(1) },
];

/** Percent of the tickets that are folded as of an instant; null before the core told. */
const useProgress = (wantedMs: InstantMs | null): number | null => {
  const [told, setTold] = useState<{ readonly atMs: InstantMs; readonly percent: number } | null>(null);
  useEffect(
    () =>
      listen('replay:progressed', ({ atMs, done, total }) =>
        setTold({ atMs, percent: total === 0 ? 100 : Math.floor((100 * done) / total) }),
      ),
    [],
  );
  return told !== null && told.atMs === wantedMs ? told.percent : null;
};

const useInstantText = (): ((ms: InstantMs) => string) => {
  const { instants, isForeignZone } = useApp();
  return (ms) => {
    const isThisYear = instants.dayKey(ms).slice(0, 4) === instants.dayKey(getRealNowMs()).slice(0, 4);
    const text = isThisYear ? instants.due(ms) : instants.full(ms);
    return isForeignZone ? `${text} ${instants.zoneName(ms)}` : text;
  };
};

/** Which instant the window shows, plainly, with the way to others and back to now. */
export const ReplayBand = () => {
  const intl = useIntl();
  const zone = useZone();
  const { asOfMs, wantedMs } = useReplayStore();
  const percent = useProgress(wantedMs);
  const textOf = useInstantText();
  const word = (id: string): string => intl.formatMessage({ id });
  const fromMs = wantedMs ?? asOfMs ?? Math.floor(getRealNowMs() / MINUTE_MS) * MINUTE_MS;
  const steps = (all: readonly Step[]) =>
    all.map(({ id, from }) => (
      <button
        type="button"
        className="replay-step"
        key={id}
        onClick={() => void lookAt(from(fromMs, zone))}
        disabled={asOfMs === null && wantedMs === null && all === ON}
        title={word(`${id}.title`)}
        data-testid={id}
      >
        {word(id)}
      </button>
    ));
  return (
    <section
      className="replay-band"
      aria-label={word('command.replay')}
      data-testid="replay-band"
      data-at={asOfMs ?? undefined}
    >
      <IconHistory size={16} stroke={2} aria-hidden="true" />
      <strong role="status">
        {wantedMs !== null
          ? intl.formatMessage(
              { id: percent === null ? 'replay.on' : 'replay.progress' },
              { at: textOf(wantedMs), percent: percent ?? 0 },
            )
          : asOfMs === null
            ? word('replay.ask')
            : intl.formatMessage({ id: 'replay.asOf' }, { at: textOf(asOfMs) })}
      </strong>
      <span className="grow" />
      <span className="replay-steps">{steps(BACK)}</span>
      <ReplayField key={asOfMs} asOfMs={asOfMs} />
      <span className="replay-steps">{steps(ON)}</span>
      <button type="button" className="banner-button replay-leave" onClick={leavePast} data-testid="replay-leave">
        {word(asOfMs === null ? 'replay.close' : 'replay.leave')}
      </button>
    </section>
  );
};
