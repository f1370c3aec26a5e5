import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SessionRow } from '../../../shared/ipc/coaching-schemas.ts';
import { DEFAULT_MAINTENANCE } from '../../../shared/maintenance/maintenance-rule.ts';
import type { Platform } from '../../../shared/ticket/ticket.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { exceptionsQuery, sessionsQuery, windowsQuery } from '../../ipc/coaching-queries.ts';
import { rulesWindows } from './rules-windows.ts';
import { heldLines, windowLines, type WindowLine } from './window-lines.ts';

type Order = {
  readonly fromMs: InstantMs;
  readonly toMs: InstantMs;
  readonly platform: Platform | null;
  readonly customerId: number | null;
};

/** What the list shows, with the sessions that stand in each window; null while the first answer is on its way. */
export const useWindows = ({ fromMs, toMs, platform, customerId }: Order) => {
  const { rules } = useApp();
  const windows = useQuery({
    ...windowsQuery({ fromMs, toMs, platform: null, customerId }),
    placeholderData: keepPreviousData,
  });
  const exceptions = useQuery(exceptionsQuery);
  const sessions = useQuery({
    ...sessionsQuery({ fromMs, toMs, experts: null, customerId }),
    placeholderData: keepPreviousData,
  });
  const lines = useMemo((): readonly WindowLine[] | null => {
    if (windows.data === undefined || exceptions.data === undefined) return null;
    const regularAt = (ms: InstantMs) => {
      const plan = rules.at(ms).policy.maintenance ?? DEFAULT_MAINTENANCE;
      return heldLines(rulesWindows(plan, rules.zone, ms, ms + 1), []).filter(({ startMs }) => startMs === ms);
    };
    const found = { windows: windows.data, exceptions: exceptions.data };
    return windowLines({ ...found, customerId, platform, fromMs, toMs, regularAt, zone: rules.zone });
  }, [windows.data, exceptions.data, customerId, platform, fromMs, toMs, rules]);
  const booked = useMemo(
    () => (sessions.data?.rows ?? []).filter(({ state }) => state === 'planned' || state === 'confirmed'),
    [sessions.data],
  );
  return {
    lines,
    exceptions: exceptions.data ?? [],
    sessionsIn: (line: WindowLine): readonly SessionRow[] =>
      line.kind !== 'held'
        ? []
        : booked.filter(({ startMs, endMs }) => (startMs ?? 0) < line.endMs && (endMs ?? 0) > line.startMs),
    error: windows.error ?? exceptions.error,
    retry: (): void => void (windows.error === null ? exceptions : windows).refetch(),
  };
};
