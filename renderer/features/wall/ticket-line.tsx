import { IconBellExclamation } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import type { EscalationLine as LeadEscalation } from '../../../shared/ipc/steering-schemas.ts';
import { DueCell } from '../queue/clock-cell.tsx';
import { StateWord } from '../queue/state-word.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { Since } from './since.tsx';
import { WallLine } from './wall-line.tsx';

const Title = ({ row }: { readonly row: QueueRow }) => (
  <>
    {row.priority === null ? null : <b data-priority={row.priority}>{row.priority}</b>}
    <span className="wall-customer">{row.customer}</span>
  </>
);

const About = ({ row: { reference, title } }: { readonly row: QueueRow }) => (
  <>
    <span className="wall-reference">{reference}</span> {title}
  </>
);

type Props = { readonly row: QueueRow };
type SinceProps = Props & { readonly sinceMs: number };

/** A ticket with its countdown, its tier, and who has it. */
export const TicketLine = ({ row }: Props) => {
  const intl = useIntl();
  const { id, level, tier, assignee, resolution } = row;
  return (
    <WallLine
      target={{ kind: 'ticket', id }}
      figure={<DueCell clock={resolution} />}
      title={<Title row={row} />}
      text={<About row={row} />}
      aside={
        <>
          <TierBadge tier={tier} />
          <span className="wall-who">
            {level} · {assignee ?? intl.formatMessage({ id: 'wall.nobody' })}
          </span>
        </>
      }
    />
  );
};

/** A ticket that nobody has, with its countdown. */
export const FreeLine = ({ row }: Props) => (
  <WallLine
    target={{ kind: 'ticket', id: row.id }}
    figure={<DueCell clock={row.resolution} />}
    title={<Title row={row} />}
    text={
      <>
        <span className="wall-reference">{row.level}</span> <About row={row} />
      </>
    }
  />
);

/** A ticket that a level was asked to take over, and since when. */
export const EscalationLine = ({ row, sinceMs }: SinceProps) => {
  const intl = useIntl();
  const { level, escalatedTo } = row;
  return (
    <WallLine
      target={{ kind: 'ticket', id: row.id }}
      figure={<Since sinceMs={sinceMs} />}
      title={<Title row={row} />}
      text={
        <>
          <span className="wall-reference">
            <span className="sr-only">
              {intl.formatMessage({ id: 'wall.escalated' }, { from: level, to: escalatedTo ?? level })}
            </span>
            <span aria-hidden="true">
              {level} → {escalatedTo}
            </span>
          </span>{' '}
          <About row={row} />
        </>
      }
    />
  );
};

/** A ticket of which leads have to know, how far it is, and since when. */
export const LeadLine = ({ line: { row, step, reachedAtMs } }: { readonly line: LeadEscalation }) => {
  const intl = useIntl();
  return (
    <WallLine
      target={{ kind: 'ticket', id: row.id }}
      figure={
        reachedAtMs === null ? <IconBellExclamation stroke={2} aria-hidden="true" /> : <Since sinceMs={reachedAtMs} />
      }
      title={<Title row={row} />}
      text={
        <>
          <span className="wall-reference">{intl.formatMessage({ id: `steering.step.${step}` })}</span>{' '}
          <About row={row} />
        </>
      }
    />
  );
};

/** A ticket for which somebody else is waited, for whom, and since when. */
export const WaitLine = ({ row, sinceMs }: SinceProps) => (
  <WallLine
    target={{ kind: 'ticket', id: row.id }}
    figure={<Since sinceMs={sinceMs} />}
    title={<Title row={row} />}
    text={
      <>
        <StateWord state={row.state} /> <About row={row} />
      </>
    }
  />
);
