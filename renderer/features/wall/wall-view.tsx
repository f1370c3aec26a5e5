import '../../styles/wall.css';
import { IconClockExclamation } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useMemo, useRef, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { Wall } from '../../../shared/ipc/wall-calls.ts';
import { pagesOf, placeOf } from '../../../shared/wall/pages.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { boardsOf, panelsOf } from './boards.ts';
import { forgetStop, holdPlace, isWallHeld, keepStop } from './move.ts';
import { useHeightEm } from './use-height-em.ts';
import { WallBoard } from './wall-board.tsx';
import { useWall } from './wall-query.ts';
import { keepPages, turnPage, useWallStore } from './wall-store.ts';
import { WallStrip } from './wall-strip.tsx';

/** Turns the pages by themselves, but under nobody's fingers. */
const useRotation = (dwellS: number): void => {
  const isPaused = useWallStore((store) => store.isPaused);
  const page = useWallStore((store) => store.page);
  const count = useWallStore((store) => store.pages.length);
  useEffect(() => {
    if (isPaused || count < 2) return undefined;
    const turn = (): void => {
      if (!isWallHeld() && useWallStore.getState().page === page) turnPage(1);
    };
    const timer = setInterval(turn, dwellS * SECOND_MS);
    return () => clearInterval(timer);
  }, [isPaused, page, count, dwellS]);
};

const Pages = ({ wall }: { readonly wall: Wall }) => {
  const area = useRef<HTMLDivElement>(null);
  const heightEm = useHeightEm(area);
  const chosen = useWallStore((store) => store.page);
  const panels = useMemo(() => panelsOf(wall, heightEm), [wall, heightEm]);
  const pages = useMemo(() => pagesOf(boardsOf(panels)), [panels]);
  const page = pages[placeOf(pages, chosen)] ?? chosen;
  useEffect(() => {
    if (heightEm > 0) keepPages(pages);
  }, [pages, heightEm]);
  useLayoutEffect(holdPlace);
  return (
    <div className="wall-area" ref={area} data-wall-board>
      {heightEm === 0 ? null : <WallBoard page={page} wall={wall} panels={panels} key={`${page.board} ${page.part}`} />}
    </div>
  );
};

/** Says that what is shown may be old, and since when. */
const OldBand = ({ sinceMs }: { readonly sinceMs: number }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const seconds = intl.formatDate(sinceMs, { timeZone: instants.zone, hourCycle: 'h23', timeStyle: 'medium' });
  return (
    <p className="wall-old" role="alert" data-testid="wall-old">
      <IconClockExclamation stroke={2} aria-hidden="true" />
      {intl.formatMessage({ id: 'wall.old' }, { at: seconds })}
    </p>
  );
};

type Props = {
  /** In its own window, to be read from afar. */
  readonly isAlone?: boolean;
  /** A key on a ticket's line; true where it meant something. */
  readonly onTicketKey?: (ticketId: number, event: globalThis.KeyboardEvent) => boolean;
};

/** The wall itself: seven numbers, and under them one page after the other. */
export const WallView = ({ isAlone = false, onTicketKey }: Props) => {
  const intl = useIntl();
  const { query, oldSinceMs } = useWall();
  const { data, error, refetch } = query;
  useRotation(useApp().state.preferences.wall.dwellS);
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target, nativeEvent } = event;
    const line = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-ticket-id]') : null;
    if (line !== null && onTicketKey?.(Number(line.dataset['ticketId']), nativeEvent) === true) event.preventDefault();
  };
  if (data === undefined) {
    return error === null ? (
      <div className="wall-frame" aria-busy="true" />
    ) : (
      <FailureScreen title={intl.formatMessage({ id: 'wall.failed' })} error={error} retry={refetch} />
    );
  }
  return (
    // Keys bubble here from the lines, which are buttons.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      className="wall-frame"
      data-alone={isAlone || undefined}
      onKeyDown={onKeyDown}
      onFocus={keepStop}
      onBlur={forgetStop}
    >
      <div className="wall-body" data-old={oldSinceMs !== null || undefined} data-testid="wall-body">
        {oldSinceMs === null ? null : <OldBand sinceMs={oldSinceMs} />}
        <WallStrip wall={data} />
        <Pages wall={data} />
      </div>
    </div>
  );
};
