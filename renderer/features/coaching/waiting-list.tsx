import '../../styles/session.css';
import { useQuery } from '@tanstack/react-query';
import { IconMoodCheck } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { askedQuery } from '../../ipc/coaching-queries.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { WAITING_ID } from './focus.ts';
import { WaitingLine } from './waiting-line.tsx';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** The arrows go from one asked session to the next. */
const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-waiting]')];
  const at = lines.findIndex((line) => line.closest('li')?.contains(document.activeElement) === true);
  const step = STEPS[event.key];
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? lines.length - 1 : step === undefined ? null : at + step;
  if (to === null || lines.length === 0) return;
  event.preventDefault();
  lines[Math.max(0, Math.min(lines.length - 1, to))]?.focus();
};

const Head = ({ count }: { readonly count: number | null }) => {
  const intl = useIntl();
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <header className="waiting-head">
      <h2 id="waiting-title">
        {word('session.waiting')} {count === null ? null : <span className="count">{count}</span>}
      </h2>
    </header>
  );
};

/** The sessions that were asked for and wait for a time, the oldest first. Arrows move, Enter plans. */
export const WaitingList = () => {
  const intl = useIntl();
  const { data, error, refetch } = useQuery(askedQuery);
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    // The arrows have one meaning in all of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="waiting"
      id={WAITING_ID}
      tabIndex={-1}
      aria-labelledby="waiting-title"
      onKeyDown={onKeyDown}
      data-testid="waiting-list"
    >
      <Head count={data?.length ?? null} />
      {data === undefined && error !== null ? (
        <FailureScreen title={word('session.waitingFailed')} error={error} retry={refetch} />
      ) : data === undefined ? (
        <p className="quiet waiting-wait">{word('loading')}</p>
      ) : data.length === 0 ? (
        <StateScreen
          icon={<IconMoodCheck size={26} stroke={1.5} />}
          title={word('session.nobodyWaits')}
          text={word('session.nobodyWaitsText')}
        />
      ) : (
        <ul className="waiting-lines">
          {data.map((page) => (
            <WaitingLine page={page} key={page.row.id} />
          ))}
        </ul>
      )}
    </section>
  );
};
