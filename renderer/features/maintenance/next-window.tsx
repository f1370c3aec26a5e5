import { IconBarrierBlock, IconClock } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useNow } from '../../state/now-store.ts';
import { useWindowWords } from './use-window-words.ts';
import type { HeldLine } from './window-lines.ts';

/** The window that is held now, or the next one, and how long until its edge. */
export const NextWindow = ({ lines }: { readonly lines: readonly HeldLine[] }) => {
  const intl = useIntl();
  const words = useWindowWords();
  const next = useNow((nowMs) => lines.find(({ endMs }) => endMs > nowMs) ?? null);
  const isHeld = useNow((nowMs) => next !== null && next.startMs <= nowMs);
  const left = useNow((nowMs) =>
    next === null ? '' : words.left((next.startMs <= nowMs ? next.endMs : next.startMs) - nowMs),
  );
  if (next === null) return null;
  const kind = isHeld ? 'during' : 'before';
  const Sign = isHeld ? IconBarrierBlock : IconClock;
  return (
    <section className="next-window" data-kind={kind} aria-labelledby="next-title" data-testid="next-window">
      <Sign size={20} stroke={1.7} aria-hidden="true" />
      <h2 id="next-title">{intl.formatMessage({ id: `maintenance.next.${kind}` })}</h2>
      <p>
        <strong>{words.day(next.startMs)}</strong>, {words.hours(next)} · {words.platforms(next.platforms)}
      </p>
      <p className="next-left" data-testid="next-left">
        {intl.formatMessage({ id: `maintenance.left.${kind}` }, { left })}
      </p>
    </section>
  );
};
