import '../../styles/maintenance-banner.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { IconBarrierBlock, IconTool, IconX } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { HOUR_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { windowsQuery } from '../../ipc/coaching-queries.ts';
import { useDeskStore } from '../../state/desk-store.ts';
import { useNow } from '../../state/now-store.ts';
import { useIsPast } from '../../state/replay-store.ts';
import { focusQueue } from '../queue/focus.ts';
import { goToPlace } from '../shell/go-to-place.ts';
import { bannerWindows, TOLD_BEFORE_MS, type BannerWindow } from './banner-window.ts';
import { useWindowWords } from './use-window-words.ts';
import { heldLines, type HeldLine } from './window-lines.ts';

const wholeHour = (nowMs: InstantMs): InstantMs => Math.floor(nowMs / HOUR_MS) * HOUR_MS;

const NO_WINDOWS: readonly HeldLine[] = [];

const Told = ({ of, onPutAway }: { readonly of: BannerWindow; readonly onPutAway: () => void }) => {
  const intl = useIntl();
  const words = useWindowWords();
  const { kind, line } = of;
  const edgeMs = kind === 'during' ? line.endMs : line.startMs;
  const left = useNow((nowMs) => words.left(edgeMs - nowMs));
  const isThere = useDeskStore((desk) => desk.place === 'maintenance');
  const platforms = words.platforms(line.platforms);
  const Sign = kind === 'during' ? IconBarrierBlock : IconTool;
  return (
    <section
      className="maintenance-banner"
      data-kind={kind}
      data-testid="maintenance-banner"
      aria-label={intl.formatMessage({ id: 'maintenance.banner' })}
    >
      <Sign size={16} stroke={1.9} aria-hidden="true" />
      <p>
        <strong>{intl.formatMessage({ id: `maintenance.banner.${kind}` }, { platforms })}</strong>{' '}
        <span>{words.short(line)}</span>{' '}
        <span className="banner-left" data-testid="banner-left">
          {intl.formatMessage({ id: `maintenance.left.${kind}` }, { left })}
        </span>{' '}
        <span className="banner-impact">{words.components(line.components)}</span>
      </p>
      {isThere ? null : (
        <button
          type="button"
          className="banner-button"
          onClick={() => goToPlace('maintenance')}
          data-testid="banner-open"
        >
          {intl.formatMessage({ id: 'maintenance.banner.open' })}
        </button>
      )}
      {kind === 'during' ? null : (
        <button
          type="button"
          className="icon-button"
          title={intl.formatMessage({ id: 'maintenance.banner.putAwayTitle' })}
          onClick={onPutAway}
          data-testid="banner-put-away"
        >
          <IconX size={15} stroke={2} aria-hidden="true" />
          <span className="sr-only">{intl.formatMessage({ id: 'maintenance.banner.putAwayTitle' })}</span>
        </button>
      )}
    </section>
  );
};

const isSameTold = (a: readonly BannerWindow[], b: readonly BannerWindow[]): boolean =>
  a.length === b.length && a.every(({ kind, line }, i) => kind === b[i]?.kind && line === b[i]?.line);

/** What had the focus is gone with the banner. */
const focusPlace = (): void => {
  const windows = document.querySelector<HTMLElement>('.maint-main');
  if (windows === null) focusQueue();
  else windows.focus();
};

/** Tells of a maintenance window from the day before and while it lasts. One question an hour; the rest is read from the window's own clock. */
export const MaintenanceBanner = () => {
  const isPast = useIsPast();
  const fromMs = useNow(wholeHour);
  const [putAway, setPutAway] = useState<ReadonlySet<string>>(new Set());
  const { data } = useQuery({
    ...windowsQuery({ fromMs, toMs: fromMs + HOUR_MS + TOLD_BEFORE_MS, platform: null, customerId: null }),
    placeholderData: keepPreviousData,
    enabled: !isPast,
  });
  const lines = useMemo(() => (data === undefined ? NO_WINDOWS : heldLines(data, [])), [data]);
  const told = useNow(
    useCallback((nowMs) => bannerWindows(lines, nowMs, putAway), [lines, putAway]),
    isSameTold,
  );
  if (isPast) return null;
  return told.map((of) => (
    <Told
      key={`${of.kind} ${of.line.key}`}
      of={of}
      onPutAway={() => {
        setPutAway(new Set([...putAway, of.line.key]));
        requestAnimationFrame(focusPlace);
      }}
    />
  ));
};
